# Sites and counters, for staff
sites-menu = Sites and counters
sites-title = Sites and counters
sites-lead = Where people are served, at which counter, for which matter, and when.
sites-none = No site yet
sites-add = Add a site
sites-counters-count = { $count ->
    [0] no counter
    [one] one counter
   *[other] { $count } counters
    }
sites-retired-on = This site has been closed for good since { $day }.
sites-about = The site
sites-name-ar = Name in Arabic
sites-name-fr = Name in French
sites-name-en = Name in English
sites-address-ar = Address in Arabic
sites-address-fr = Address in French
sites-unit = Unit that answers for it
sites-area = Arrondissement
sites-no-area = The whole commune
sites-phone = Telephone
sites-lat = Latitude
sites-lon = Longitude
sites-step-free = A wheelchair gets in
sites-save = Save
sites-retire = Close for good
sites-retire-sure = The site serves nobody from today on; its appointments are moved. Go on?

# Counters
sites-counters = Counters
sites-counter = Counter
sites-counter-name = Counter { $label }
sites-counter-add = Add a counter
sites-no-counter = No counter yet.
sites-priority = priority
sites-priority-tick = Serves people with priority first: old people, pregnant women, people with a disability
sites-counter-label = Number or name above it
sites-seats = People served at the same time
sites-seats-hint = Mostly one.
sites-serves = What it serves
sites-counter-retire = Remove the counter
sites-counter-retire-sure = This counter serves nobody any more; its appointments are moved. Go on?

# Hours
sites-hours = Opening hours
sites-hours-text = A site without hours of its own follows those of the commune, closed on weekends and holidays.
sites-weekday = Day of the week
sites-season = Season
sites-season-usual = Rest of the year
sites-season-ramadan = Ramadan
sites-whole = Whole site
sites-acts = Acts
sites-remove = Remove
sites-hours-add = Add hours
sites-opens = Opens
sites-closes = Closes
sites-starts-on = From
sites-ends-on = Until
sites-hours-save = Add the hours
sites-closures = Closures
sites-closures-text = Every appointment in these hours is moved to the nearest free time, and the person is told by SMS.
sites-day = Day
sites-whole-day = Whole day
sites-why = Reason
sites-why-ar = Reason in Arabic
sites-why-fr = Reason in French
sites-closure-add = Close a day, or a part of it
sites-from = From
sites-to = To
sites-closure-save = Close

# Matters
sites-matters = Matters
sites-matter-add = Add a matter
sites-no-matter = No matter yet
sites-minutes-count = { $count } minutes
sites-code = Code
sites-code-hint = Small letters, digits and hyphens, for example tax-question.
sites-minutes = Minutes it takes
sites-most-people = Most people in one visit
sites-ways = How it is dealt with
sites-way-visit = Appointment at the counter
sites-way-phone = Appointment by telephone
sites-way-walk_in = Ticket without appointment
sites-identity = What the appointment is bound to
sites-identity-hint = With the card number, each person has one living appointment for this matter.
sites-identity-name = Name and telephone
sites-identity-national_number = Number of the national card
sites-procedure = Id of the procedure
sites-procedure-hint = Its sheet says what to bring.
sites-bring-ar = What to bring, in Arabic
sites-bring-fr = What to bring, in French
sites-bring-hint = One thing a line.
sites-matter-retire = Remove the matter
sites-matter-retire-sure = No new appointment will be taken for this matter. Go on?

# Notices
sites-saved = The site is saved.
sites-retired = The site is closed for good.
sites-counter-saved = The counter is saved.
sites-counter-retired = The counter is removed.
sites-hours-saved = The hours are added.
sites-hours-removed = The hours are removed.
sites-closed = The closure is noted. The appointments in it are moved, and the people told.
sites-reopened = The closure is removed.
sites-matter-saved = The matter is saved.
sites-matter-retired = The matter is removed.

# Refusals
sites-name-wrong = The text is missing or long: { $most } characters at most.
sites-number-wrong = Write a number.
sites-unit-unknown = Choose a unit.
sites-area-unknown = This arrondissement is not of our commune.
sites-phone-wrong = The telephone number is wrong.
sites-point-wrong = The coordinates are wrong.
sites-weekday-wrong = Choose a day of the week.
sites-hour-wrong = Write an hour in steps of { $grid } minutes, for example 08:30.
sites-hours-reversed = It closes before it opens.
sites-days-reversed = The last day is before the first.
sites-day-wrong = Choose a day.
sites-day-past = This day is past.
sites-seats-wrong = Write a number between 1 and { $most }.
sites-label-taken = Another counter of the site has this name.
sites-code-wrong = Write a code in small Latin letters.
sites-code-taken = This code is taken.
sites-minutes-wrong = Steps of { $grid } minutes, { $most } at most.
sites-people-wrong = Write a number between 1 and { $most }.
sites-ways-missing = Choose one way at least.
sites-bring-wrong = Write as many lines in both languages.
