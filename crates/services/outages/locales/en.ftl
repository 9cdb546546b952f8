# What does not work, since when and until when. $what is a clause of the list of systems, $time an hour or a date.
outages-menu = Outages
outages-line-hour = { $what } since { $time }
outages-line-day = { $what } since { $time }
outages-expected-hour = Expected back around { $time }.
outages-expected-day = Expected back around { $time }.
outages-expected-unknown = We do not know yet when it will be back. As soon as we do, it will be written here.
outages-more = More about it
outages-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
outages-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
outages-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
outages-ended-after = It ended after { $time }.
# The public page
outages-status-title = State of the systems
outages-status-hint = What works and what does not today, and the outages of the last 90 days
outages-status-lead = What works and what does not in the services of the commune, at { $time }.
outages-all-well = No outage is known at this moment
outages-all-well-text = If something does not work that this page does not tell, please say so at the reception.
outages-all-well-desk = What you declare here shows at once on the screens and on the site.
outages-only = Only: { $what }
outages-systems = Systems
outages-works = Works
outages-down = Down
outages-away = Down for { $time } altogether in { $days } days
outages-never-away = No outage noted in { $days } days
outages-history = Outages of the last { $days } days
outages-history-none = No outage that has ended was noted in this time.
outages-method = How we know
outages-method-text = Staff declare an outage as soon as they see it, with the hour at which it really began; the program sees some by itself. The duration runs from the beginning of the outage to the return of the system; two outages of one system at the same time count once. An outage that was declared is never erased.
outages-feed-title = State of the systems: { $commune }
# Pages of staff
outages-title = Outages
outages-lead = Tell people what does not work and since when, so that nobody waits in vain.
outages-open = Going on
outages-ended = Ended lately
outages-source-staff = Declared by staff
outages-source-house = Seen by the program
outages-declare = Declare an outage
outages-declare-go = Tell everybody
outages-declare-tells = The declaration shows at once on the site and on the waiting screens; people concerned who wait receive a text message.
outages-field-system = System that is down
outages-field-since = Since
outages-field-since-hint = The hour at which it really stopped
outages-field-since-day = Day of the beginning, if not today
outages-field-expected = Expected back at
outages-field-expected-hint = Leave it empty if nobody knows
outages-field-expected-day = Day of the return, if not today
outages-field-sites = Sites concerned
outages-field-matters = Matters concerned
outages-field-all-hint = Without a choice, it concerns everything that needs this system
outages-field-words-ar = What people should know, in Arabic
outages-field-words-fr = In French
outages-field-words-en = In English
outages-field-more = Another language or another day
outages-field-ended = Back at
outages-everywhere = All sites
outages-all-matters = All matters
outages-updates = What was said
outages-update = Something new
outages-update-go = Publish it
outages-end = The system works again
outages-end-go = Announce the return
outages-said-declared = The outage is declared, and everybody can see it.
outages-said-updated = It is published.
outages-said-ended = The return of the system is announced.
outages-systems-lead = What the counters need in order to serve. The commune adds what the national list does not have.
outages-system-add = Add a system
outages-system-add-go = Add
outages-retire = Take off
outages-retire-sure = Take this system off the list?
outages-said-system-added = The system is added.
outages-said-system-retired = The system is off the list.
outages-field-name-ar = Name in Arabic
outages-field-name-fr = Name in French
outages-field-name-en = Name in English
outages-field-down-ar = What is said when it is down, in Arabic
outages-field-down-fr = What is said when it is down, in French
outages-field-down-en = What is said when it is down, in English
outages-field-down-hint = For example “The lift has been out of order”. The program adds “since 10:20”.
# What is refused
outages-hour-wrong = Please write the hour like 10:20.
outages-since-later = An outage does not begin in the future.
outages-since-old = An outage that began more than { $days } days ago is not declared.
outages-expected-past = The hour at which it is expected back has passed.
outages-expected-far = It cannot be expected back later than in { $days } days.
outages-end-wrong = An outage ends after it began and before now.
outages-system-unknown = Please choose a system of the list.
outages-place-unknown = Please choose sites and matters of the list.
outages-open-already = This outage is declared already and goes on.
outages-ended-already = This outage has ended already.
outages-nothing-new = Please write something new or change the expected hour.
outages-words-long = The text is too long: { $most } characters at most.
outages-name-missing = Please write this text.
outages-systems-many = No more than { $most } systems can be added.
outages-system-down = A system that is down is not taken off the list.
# Open data
outages-data = Outages of systems
outages-data-about = Every outage that was declared or seen by the program, with its beginning, end and duration.
outages-column-id = Identifier
outages-column-system = System
outages-column-source = Source
outages-column-since = Beginning
outages-column-ended = End
outages-column-lasting = Duration
outages-column-minutes = Duration in minutes
outages-column-sites = Sites
outages-column-matters = Matters
