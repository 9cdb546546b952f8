# Rounds of crews, history of objects, availability of lighting. $number, $numbers: as written on plates; $from, $until, $day: dates.
# Rounds: menu and list
upkeep-menu-rounds = Rounds
upkeep-rounds = Rounds
upkeep-rounds-lead = Objects to look at in the street, one after the other; what is broken becomes a report.
upkeep-rounds-none = No round is waiting
upkeep-rounds-ended = Rounds that ended
upkeep-plan = Plan a round
upkeep-plan-go = Plan the round
upkeep-title = Name of the round
upkeep-title-hint = For example: lamps of avenue Mohammed V.
upkeep-kind = Kind
upkeep-day = Day
upkeep-unit = Service or contractor
upkeep-unit-hint = Who walks the round: its crew sees it on their phones.
upkeep-which = Which objects?
upkeep-area = Arrondissement
upkeep-quarter = Quarter
upkeep-list = Or a list of numbers
upkeep-list-hint = One per line, between commas, or from one number to another; { $most } at most. The list stands instead of the quarter.
upkeep-progress = { $noted } seen of { $stops }
upkeep-stop-of = Stop { $seq } of { $stops }
upkeep-round-late = Late
upkeep-round-ended = Ended
upkeep-round-ended-on = This round ended on { $day }.
upkeep-planned-by = planned by
upkeep-go-on = On to the next object
upkeep-end = End the round
upkeep-end-sure = End it although some objects were not looked at?
# One object of a round
upkeep-no-place = Its place is not known
upkeep-found = What did you find?
upkeep-finding-in-order = In order
upkeep-finding-broken = Broken
upkeep-finding-not-found = Not found
upkeep-finding-unreadable = Number unreadable
upkeep-category = What is wrong?
upkeep-photo = Photo
upkeep-photo-alt = Photo of the round
upkeep-words = Remark
upkeep-note-go = Note and go on
upkeep-note-report = Report:
upkeep-report-words = Found broken on a round ({ $round }). Number: { $number }.
upkeep-said-planned = The round is planned.
upkeep-said-noted = Noted.
upkeep-said-reported = Noted, and reported.
upkeep-said-done = The round is done. Thank you.
upkeep-said-ended = The round has ended.
# Refusals
upkeep-round-title = Give the round a name of at most { $most } characters.
upkeep-round-day = Choose a day between today and a year from now.
upkeep-round-unit = Choose one of your services.
upkeep-round-empty = Choose an arrondissement or a quarter, or paste a list of numbers.
upkeep-round-none-here = No object of this kind in this place.
upkeep-round-many = More than { $most } objects in this place: choose a smaller quarter or a list.
upkeep-round-over = This round has ended.
upkeep-noted-already = A colleague has noted this object already.
upkeep-note-key = This form was sent for another object before. Open the page again.
upkeep-note-finding = Choose what you found.
upkeep-note-category = There is no category of report for this kind of object.
# History of one object
upkeep-history = History of this object
upkeep-history-none = Nobody has reported it yet.
upkeep-open-now = A failure is reported
upkeep-works = No failure reported
upkeep-outcome-open = not repaired yet
upkeep-outcome-repaired = repaired
upkeep-outcome-dismissed = not counted as a failure
upkeep-from-until = from { $from } to { $until }
upkeep-since = since { $from }
upkeep-all-failures = Failures of all objects
# Failures and lighting, for everybody
upkeep-failures = Failures of objects
upkeep-failures-hint = Where they come back, who repairs and how soon
upkeep-failures-lead = since { $since }
upkeep-kinds = Kinds of object
upkeep-objects = Objects
upkeep-lamps = Lamps
upkeep-count = Failures
upkeep-rate = Failures per 100 a year
upkeep-unknown = not known
upkeep-place = Place
upkeep-other-places = Other places
upkeep-number = Number
upkeep-dark = Time out of order
upkeep-by-place = By quarter
upkeep-in-table = The figures in a table
upkeep-by-street = Streets that fail most
upkeep-by-area = By arrondissement
upkeep-by-unit = Who repairs
upkeep-repaired = Repaired
upkeep-still-open = Not yet repaired
upkeep-median = Median time to repair
upkeep-worst = Objects that fail most
upkeep-worst-map = Map of the objects that failed most in the last 12 months
upkeep-none = No failure is recorded
upkeep-method = How these figures are computed
upkeep-method-failures = A failure begins with a report and ends when the service answers that it is done. Several reports of one object in one time are one failure; what was refused, withdrawn or another body's does not count. The rate divides the failures of the last 12 months by the objects that stand today; it is not given for fewer than { $fewest } objects. The median needs { $fewest } repairs, the last list { $worst } failures in the year.
upkeep-assets-data = List of the objects
upkeep-lighting = Street lighting: availability
upkeep-lighting-hint = How much of the time the lamps give light, quarter by quarter
upkeep-running = until today
upkeep-availability = Availability
upkeep-availability-note = of the time without a reported failure
upkeep-dark-hours = Hours out of order
upkeep-by-period = By quarter of the year
upkeep-axis = The columns begin at 90%.
upkeep-no-lamps = No numbered lamps yet
upkeep-no-lamps-text = As soon as the commune or the operator gives the list of lamps, their availability shows here.
upkeep-method-lighting = For each lamp that stands, all hours of the quarter since it was installed are counted, less the time from the first report that it is out to the answer "done". Two reports of one lamp in one time count once, a duplicate follows the first. What was refused or withdrawn does not count; what was reopened stays out until it is repaired. A lamp that nobody reported counts as available.
upkeep-method-small = Places with fewer than { $fewest } lamps are joined as "Other places": the sums stay right.
upkeep-data = Availability of street lighting
upkeep-data-about = By quarter of the year and place: lamps, seconds in which they stood, seconds with a reported failure, and failures.
upkeep-column-id = Key of the row
upkeep-column-period = Quarter of the year
upkeep-column-area = Code of the arrondissement
upkeep-column-quarter = Quarter; empty for other places
upkeep-column-lamps = Number of lamps
upkeep-column-lamp-seconds = Seconds of lamps in place
upkeep-column-dark-seconds = Seconds with a reported failure
upkeep-column-failures = Failures begun in the quarter
upkeep-column-availability = Availability, in percent
upkeep-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
upkeep-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
upkeep-in-year = { $count ->
    [0] No failure in 12 months
    [one] One failure in 12 months
   *[other] { $count } failures in 12 months
 }
upkeep-broken-count = { $count ->
    [one] one broken
   *[other] { $count } broken
 }
upkeep-worst-none = { $count ->
   *[other] No object failed { $count } times or more.
 }
upkeep-round-unknown = { $count ->
    [one] One number is not known: { $numbers }. Correct it or take it out.
   *[other] { $count } numbers are not known: { $numbers }. Correct them or take them out.
 }
