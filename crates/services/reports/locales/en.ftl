# Menus
reports-menu-file = Report a problem
reports-menu-list = Reports
reports-menu-counter = File for someone
# First step: what is wrong
reports-choose-title = What is wrong?
reports-choose-lead = One minute is enough, without an account. Pick the nearest one, we can correct it.
reports-choose-counter = Pick what fits best what the person says.
reports-search = Search in your own words
reports-search-hint = For example: lamp out, hole, rubbish
reports-search-go = Search
reports-found = Is it this?
reports-found-none = No category fits these words. Pick one from the list below.
reports-photo-first = Start with a photo
reports-photo-kept = The photo has arrived
reports-photo-kept-text = Now pick what it shows; it stays with the report.
reports-photo = Photo
reports-photo-hint = The problem and what is around it. Four photos at most.
reports-photo-alt = Photo of the report
reports-photo-absent = Please choose a photo.
reports-next = Continue
reports-number-first = Start with the number on the pole or bin
reports-number = Number of the object
reports-number-go = Search
reports-number-what = What is wrong with it?
reports-number-unknown = We know no object with the number { $number }.
reports-number-near = Is it one of these?
reports-number-own = No, the number is as it was typed
reports-number-own-hint = The report goes as it is, with the description of the place.
reports-number-without = I see no number
# The form
reports-danger = Danger? Call now
reports-not-sent-yet = Your report is not sent yet: answer what follows, then send.
reports-counter = For whom and how
reports-channel = How did it come?
reports-channel-counter = At the counter
reports-channel-phone = By telephone
reports-channel-post = By letter
reports-author-lang = Language of the person
reports-where = Where?
reports-quarter = Quarter
reports-quarter-none = Unknown, or not in the list
reports-details = A few details
reports-contact = How do we tell you?
reports-contact-text = Optional. Never published, seen only by those who handle your report.
reports-contact-hidden = Optional. The service concerned never sees your name or phone number.
reports-publish = This report may be published without my name
reports-publish-hint = Words and place appear after an agent has read them. Name and phone are never published.
reports-publish-photo = Words, place and photo appear after an agent has looked at them. Name and phone are never published.
reports-never-public = This kind of report is never published and never on the map.
reports-privacy = What do we do with your data?
reports-privacy-text = The commune of { $commune } uses what you write to handle this report, and for nothing else. Name, phone and e-mail are erased { $days } days after it is closed. You may ask to see, correct or erase them (law 09-08).
reports-privacy-cndp = Declaration to the CNDP no. { $number }.
reports-privacy-cndp-none = The commune has not entered the number of its declaration to the CNDP yet.
reports-privacy-more = Your rights
reports-send = Send the report
# Refusals
reports-point-wrong = Position not understood. Put the pin on the map, or leave it empty and choose the quarter.
reports-place-needed = Where is it? A point on the map, a quarter, the number on the object or something near is enough.
reports-too-many-photos = { $most } photos at most.
reports-sent-already = We have received this report already. If you send it again, it will be a second report.
# Between the form and the receipt
reports-near-title = Is it one of these reports?
reports-near-lead = Somebody reported a similar problem at the same place. If it is yours, join it and we tell you what happens.
reports-near-metres = about { $metres } m away
reports-followers = { $count ->
    [one] one more person concerned
   *[other] { $count } more people concerned
 }
reports-me-too = Me too
reports-different = Mine is different, send it
reports-photo-place = We found a place in your photo
reports-photo-place-area = It was taken in the arrondissement of { $area }. Is the problem there?
reports-photo-place-lead = Is the problem where the photo was taken?
reports-photo-place-yes = Yes, it is there
reports-photo-place-no = No, do not use it
reports-elsewhere = This place is not in our commune
reports-elsewhere-open = The place is in the commune of { $commune }, not in { $here }. Shall we take there what you wrote?
reports-elsewhere-closed = The place is in the commune of { $commune }, not in { $here }, and it does not receive reports here yet. Call it, or correct the place.
reports-elsewhere-unknown = The place is outside of { $here }, at sea or in a commune whose limits we do not know. Correct it, or empty it and choose the quarter.
reports-elsewhere-go = Continue in { $commune }
reports-elsewhere-change = Correct the place
# The receipt
reports-receipt = Receipt
reports-thanks = We have your report, thank you
reports-receipt-at = Received
reports-receipt-number = Number in the register
reports-receipt-unit = Service in charge
reports-receipt-next = We answer you before
reports-receipt-follow = Follow the report
reports-receipt-level = Your report was stored before this receipt was shown.
reports-receipt-signed = Signed receipt
reports-to-confirm = (to be confirmed by the commune)
reports-after = What happens next?
reports-after-unit = The service has it now and takes care of it.
reports-after-told = We tell you of each step if you left a phone or an e-mail; otherwise the code and the PIN open the file.
reports-after-counter = Give this receipt to the person: the code and the PIN open the file.
reports-after-moderation = An agent reads it before it is shown.
reports-after-reopen = If the problem is not solved you can reopen it; another person takes it on.
reports-another = Another report
reports-to-desk = The file at the desk
# What everybody sees
reports-title = Reports
reports-lead = What people reported, and what became of it.
reports-tab-list = List
reports-tab-map = Map
reports-tab-statistics = Figures
reports-state-all = All
reports-state-open = In progress
reports-state-done = Answered
reports-count-more = More than { $count } reports
reports-count = { $count ->
    [0] No report
    [one] One report
   *[other] { $count } reports
 }
reports-none = No report here
reports-none-text = Change the search, or report a problem.
reports-category = Category
reports-all-categories = All categories
reports-area = Arrondissement
reports-all-areas = All arrondissements
reports-words = Words
reports-filter = Filter
reports-filter-none = Show all
reports-feed = Follow what is new (Atom)
reports-feed-title = Reports of { $commune }
reports-map = Map of the reports
reports-map-rounded = Positions are approximate, by category.
reports-map-none = The limits of this commune are not known yet.
reports-received = received on { $at }
reports-late = This date has passed.
reports-path = The path
reports-step-filed = Report received
reports-step-moved = The state has changed
reports-step-transferred = Passed to another service
reports-step-clock-missed = Date missed
reports-step-recategorised = Category corrected
reports-rating = Mark of the author
reports-reopened = Reopened
reports-me-too-text = You are counted among those concerned, so that it is known how many people it touches.
reports-me-too-send = It concerns me
reports-phone = Phone number
reports-email = E-mail
reports-mine = This is my report
reports-flag = Report this content
reports-flag-text = If it shows a name, a face or hurtful words, an agent will look at it again.
reports-flag-send = Yes, look at it again
reports-said-followed = You are counted among those concerned.
reports-said-flagged = Thank you. An agent will look at it.
# Figures
reports-statistics = Reports in figures
reports-statistics-lead = The last twelve months, since { $since }.
reports-statistics-how = All reports count, published or not, except the confidential ones. An answer is in time when it comes before the nearest date that the author was told. Reports withdrawn do not count among the answers.
reports-figure-received = Received
reports-figure-open = In progress
reports-figure-answered = Answered
reports-figure-in-time = In time
reports-figure-in-time-how = of the answers
reports-figure-median = Median time to answer
reports-figure-mark = Satisfaction
reports-figure-marks = { $count ->
    [0] no mark yet
    [one] one mark
   *[other] { $count } marks
 }
reports-days = { $count ->
    [0] one day
    [one] one day
   *[other] { $count } days
 }
reports-unknown = not known yet
reports-nowhere = Without arrondissement
reports-by-month = Received each month
reports-by-category = By category
reports-by-area = By arrondissement
# What heads receive each morning
reports-digest-subject = Reports waiting: { $late } late
reports-digest = Good morning. In your services today: { $new } new, { $near } due within 24 hours, { $late } late. { $link }
# Open data
reports-data = Reports of the inhabitants
reports-data-about = Every report that its author agreed to show and that an agent has read, without its words and without any personal data. Positions are approximate, by category.
reports-column-code = Code of the report
reports-column-category = Id of the category
reports-column-category-code = Number of the category in the national list
reports-column-received = Day of reception
reports-column-state = State
reports-column-outcome = Outcome
reports-column-area = Code of the arrondissement
reports-column-quarter = Id of the quarter
reports-column-lat = Latitude, rounded
reports-column-lon = Longitude, rounded
reports-column-due = Date promised
reports-column-answered = Day of the answer
reports-column-in-time = Whether the answer was in time
reports-column-followers = Number of "me too"
reports-column-reopened = How often it was reopened
reports-column-rating = Mark of the author, 1 to 5
# The objects of a report
reports-objects = { $count ->
    [one] The object concerned
   *[other] The objects concerned ({ $count })
 }
reports-listed = These are the objects that we understood
reports-listed-hint = Untick those that are not concerned, then send.
reports-listed-instead = Instead of { $number }?
reports-listed-unknown = Numbers that we do not know; they stay written in the report:
reports-numbers-unknown = Some numbers are not known. Choose from the list those that you meant.
reports-number-slip = The check letter of { $number } does not fit the rest: read the plate again.
reports-number-elsewhere = { $number } is a plate of another commune: { $commune }. Take it out here, and tell that commune.
reports-number-either = Several objects bear this number. Which one?
reports-box-wrong = The part of the map asked for cannot be read. Write it as west,south,east,north in degrees.
reports-quarter-filter = Quarter
reports-all-quarters = All quarters
# $days is one of 30, 90, 365
reports-last-days = Last { $days } days
reports-period = Period
reports-hidden = hidden
reports-hidden-why = Groups of fewer than { $fewest } are not shown, nor the next smallest with them, so that they cannot be worked out from the total.
reports-delays = Delays: best and worst
reports-delays-lead = How long reports wait for their answer, by service, contractor and arrondissement, over the last { $days } days.
reports-delays-by-service = Services
reports-delays-by-contractor = Contractors
reports-delays-by-area = Arrondissements
reports-delays-by-category = Categories
reports-delays-median = Median delay
reports-delays-chart-median = Median delay
reports-delays-chart-first = The fastest
reports-delays-chart-last = The slowest
reports-delays-table = All figures in a table
reports-delays-unit = in days
reports-delays-p90 = Nine in ten within
reports-delays-late = Late by the target
reports-delays-late-by-law = Late by the law
reports-delays-reopened = Reopened
reports-delays-mark = Satisfaction of 5
reports-delays-days = { $days } d
reports-delays-best = best
reports-delays-worst = worst
reports-delays-all = The whole commune
reports-delays-none = No answer in this period
reports-delays-none-text = Choose a longer period.
reports-delays-how = How these figures are made
reports-delays-how-counted = Every report answered in the period counts, published or not, except confidential ones. Withdrawn reports and duplicates do not count.
reports-delays-how-median = A delay runs from receipt to the last answer, all days counted, holidays too. Half of the reports are faster than the median, half slower.
reports-delays-how-p90 = Nine reports in ten had their answer within this delay (nearest rank).
reports-delays-how-late = A report is late when its clock stops after its date. Each has two: the commune’s own target and the longest delay of the law. Reopening does not erase the verdict of the first.
reports-delays-how-reopened = Of the reports received in the period and answered at least once, the share that was reopened.
reports-delays-how-mark = The mean of the marks from 1 to 5 that authors gave in the period.
reports-delays-how-contractor = A report counts for whoever has it in hand today: the service, or the contractor it was handed to.
reports-delays-how-hidden = Every figure that rests on fewer than { $fewest } is hidden, and with it what is needed so that it cannot be worked out from the total.
# Where
reports-density = Where reports come from
reports-density-lead = Reports received over the last { $days } days, by square of 300 metres and by quarter.
reports-density-most = At most { $count } in one square.
reports-density-how = Published reports count as they are. The others count in a square or quarter only where there are at least { $fewest } of them; fewer ones, in the quarters of one arrondissement, are joined and count for the arrondissement when they are at least { $fewest }, from two quarters or more. Confidential ones are nowhere.
reports-by-quarter = By quarter
reports-no-quarter = Without a quarter
# Week by week
reports-weeks = Week by week
reports-weeks-lead = What came in and what was answered: the last { $drawn } weeks in the charts, { $weeks } in the table.
reports-weeks-received = Received each week
reports-weeks-answered = Answered each week
reports-weeks-drawn = Last { $weeks } weeks
reports-weeks-all = Total of { $weeks } weeks
reports-weeks-answers = Answers: { $count }
reports-weeks-table = The { $weeks } weeks in a table
reports-week-of = Week of Monday
reports-weeks-how = All reports count, published or not, except confidential ones.
reports-weeks-how-narrowed = With a filter, public categories alone are counted.
# For the sites of others
reports-embed = For the press and other sites
reports-embed-lead = Put these figures on your site: they stay up to date, with their source and licence, and do not track your visitors.
reports-embed-copy = Copy this
reports-embed-copy-go = Copy
reports-embed-look = How it will look
reports-embed-terms = These figures are free to use, even commercially, when the source is named.
reports-embed-title = Reports in { $commune }
reports-embed-weeks = in { $weeks } weeks
reports-embed-published = of those published
reports-embed-source = Source: commune of { $commune }, { $at }
reports-embed-more = All reports on the commune’s site
# A voice note instead of writing
reports-voice = Or say it
reports-voice-hint = A minute at most, in Darija, Tamazight or any language. A clerk writes down what you say; your voice is never published.
reports-voice-kept = Your recording is here. A new one replaces it.
reports-voice-start = Record
reports-voice-stop = Stop recording
reports-voice-wait = Waiting for leave to use the microphone…
reports-voice-says = We are listening:
reports-voice-done = Recorded. Listen to it before you send.
reports-voice-refused = The microphone cannot be used here. Choose a recording of your telephone.
reports-voice-remove = Remove the recording
reports-voice-removed = The recording is removed.
reports-voice-not-here = This report is confidential: write it, a voice can be recognised.
reports-voice-one = One recording for each report.
reports-consent = The caller agrees that the number and the words are kept
reports-consent-hint = Say: “We keep your number to tell you the answer; it is not published.”
reports-consent-needed = Ask the caller, and note the consent.
