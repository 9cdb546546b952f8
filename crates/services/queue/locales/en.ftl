# Waiting in the sites of the commune: tickets, counters, the board. $ticket is a number such as B12, $time an hour, $count a number.
queue-menu = Counter and queue
queue-menu-board = Waiting now
queue-sites-title = Waiting in the sites of the commune
queue-sites-lead = How many people wait in each site now, before you go there.
queue-sites-none = No site is on record yet
queue-find-ticket = Follow my ticket
queue-find-go = Show my ticket
queue-code = Code of the ticket
queue-code-hint = It is printed on the ticket, such as TKT-7K3Q-9MPX-R.
queue-code-unknown = No ticket has this code. Please check it.
queue-at = At { $time }
queue-wall = Screen of the hall
queue-to-board = Waiting board
queue-waiting = { $count ->
    [0] Nobody waits
    [one] { $count } person waits
   *[other] { $count } people wait
 }
queue-before = { $count ->
    [0] Nobody is before you
    [one] { $count } person is before you
   *[other] { $count } people are before you
 }
queue-minutes = { $count ->
    [0] less than a minute
    [one] { $count } minute
   *[other] { $count } minutes
 }
queue-wait-between = { $low } to { $high } minutes
queue-wait-under = Less than { $high } minutes
queue-wait-unknown = We do not know yet
queue-wait-no-counter = No counter is open for this matter
queue-closes = Open until { $time }
queue-opens = Closed, opens at { $time }
queue-shut = Closed
# The board
queue-now-called = Please go to the counter
queue-nobody-called = Nobody has been called yet
queue-counter = Counter
queue-lines = Waiting
queue-column-waiting = People
queue-column-wait = Estimated wait
queue-stopped = Stopped for now
queue-stale = Not updated since
queue-rule = First come, first served. A person with priority (disability, pregnancy, old age, small child) goes before whoever came less than { $priority } minutes earlier. Whoever has an appointment counts as having come { $booked } minutes before its hour. Called twice in vain, one may come back within { $back } minutes.
# The ticket
queue-ticket = Ticket { $ticket }
queue-your-ticket = Your number
queue-go-to = It is your turn: counter { $counter }
queue-at-counter = You are at counter { $counter }
queue-aside = You were called twice. You may come back to the front until { $time }.
queue-here = I am here
queue-state-done = Your visit is over. Thank you.
queue-state-missed = You were called and did not come in time. Please ask for a new number at the reception.
queue-state-returned = You gave your place back. Thank you for the others.
queue-state-closed = The day ended before your turn. We are sorry; you may book an appointment.
queue-matter = Matter
queue-site = Site
queue-taken = Taken at
queue-leave = You may leave and be called
queue-leave-text = { $count ->
   *[other] Leave your number: a text message tells you when { $count } people are before you, when it is your turn, and when something breaks down. The number is erased tonight.
 }
queue-phone = Mobile telephone
queue-phone-hint = Such as 06 12 34 56 78. It serves for this turn only and is erased at night.
queue-phone-go = Tell me by text message
queue-phone-left = We write to
queue-phone-remove = Erase my number
queue-phone-wrong = Please write a Moroccan mobile number, such as 06 12 34 56 78.
queue-return = Give my place back
queue-return-sure = Give the place { $ticket } back? It cannot be taken again.
queue-return-go = Yes, give it back
queue-keep = Keep my place
queue-said-phone = We will tell you when your turn is near.
queue-said-phone-gone = The number is erased.
queue-said-returned = The place is given back.
queue-said-back = You are at the front of the line.
# The kiosk
queue-take = Take a number
queue-take-lead = Touch what you come for.
queue-take-elsewhere = Numbers are taken on the spot, at the kiosk or the reception. This is the wait now:
queue-take-none = No numbers are given at this hour
queue-take-booked = Some matters are by appointment only.
queue-take-paper = Take your ticket
queue-take-paper-text = If no paper comes out, remember the number or photograph the screen.
queue-take-next = Next person
queue-slip-follow = Follow your turn on your telephone; leave your number there to go out and be called.
queue-qr = QR code that opens the page of the ticket
queue-print = Print
queue-closed-now = No numbers are given for this matter at this hour.
queue-by-appointment = This matter is by appointment only.
queue-matter-unknown = This matter is not served in this site.
queue-arrival-early = You may say that you are there from { $minutes } minutes before the appointment.
queue-arrival-late = The hour of this appointment has passed. Please ask for a number at the reception.
# The counter
queue-desk = Counter
queue-open-which = Which counter do you open?
queue-open-lead = From its opening on, the board counts your counter in the estimated wait.
queue-counter-label = Counter { $counter }
queue-counter-full = taken
queue-reception = Reception
queue-my-counter = My counter
queue-kiosk = Ticket kiosk
queue-next = Call the next person
queue-free = Counter is free
queue-called-at = { $count ->
    [one] Called at { $time }
   *[other] Last called at { $time } ({ $count } calls)
 }
queue-booked-at = Appointment at { $time }
queue-begin = Is there
queue-again = Call again
queue-absent = Did not come
queue-outcome = How did the visit end?
queue-outcome-served = Served
queue-outcome-papers = Papers are missing
queue-outcome-elsewhere = Sent elsewhere
queue-outcome-down = Impossible because of an outage
queue-done-next = Done, call the next
queue-done = Done
queue-transfer = Send to another counter
queue-transfer-hint = The person keeps the place.
queue-transfer-go = Send
queue-pause = Pause
queue-why = Reason
queue-pause-prayer = Prayer
queue-pause-rest = Rest
queue-pause-papers = Work on files
queue-pause-down = Outage
queue-pause-go = Stop calling
queue-paused-since = { $why } since { $time }
queue-resume = Go on
queue-close = Close the counter
queue-close-text = Whoever was called and did not come yet goes back to the front of the line.
queue-close-go = Close
queue-close-sure = Close this counter in place of its agent?
queue-said-nobody = Nobody waits for this counter.
queue-said-closed = The counter is closed.
queue-no-counter = Please open a counter first.
queue-counter-open-already = You have a counter open already. Please close it first.
queue-counter-taken = Another agent sits at this counter.
queue-finish-first = Please finish with the person at the counter first.
queue-paused = The counter is paused. Please go on first.
queue-others-quicker = Other counters were quicker. Please try again.
queue-ticket-moved = This ticket has changed meanwhile. Please load the page again.
queue-ticket-over = This ticket is not valid any more.
queue-call-again-first = Please call once more before noting the absence.
queue-back-late = The time to come back ({ $minutes } minutes) is over. A new number is needed.
queue-why-missing = Please choose the reason.
# The reception
queue-give = Give a number
queue-give-go = Give the number
queue-give-another = Another number
queue-priority = Priority
queue-priority-hint = One word is enough, never a medical detail. Erased at night.
queue-priority-none = No priority
queue-priority-disabled = Person with a disability
queue-priority-pregnant = Pregnant woman
queue-priority-elderly = Elderly person
queue-priority-child = With a small child
queue-lang = Language of the messages
queue-lang-ar = Arabic
queue-lang-fr = French
queue-lang-zgh = Amazigh
queue-lang-en = English
queue-stat-waiting = Waiting
queue-stat-longest = Longest wait
queue-stat-open = Open counters
queue-counters = Counters
queue-no-posts = No counter is open now
queue-next-ones = Next ones
queue-letter = Letter
queue-column-served-today = Served today
queue-column-median-today = Median wait
queue-aside-title = Called, did not come
queue-back = Is back
queue-said-back-desk = The person is at the front again.
# Text messages
queue-sms-near = { $ticket }: { $before }. Please come closer: { $site }.
queue-sms-called = { $ticket }: it is your turn. Counter { $counter }.
queue-sms-aside = { $ticket }: you were called twice. You may come back to the front until { $time }.
queue-sms-outage = { $sentence }. { $before }. You may leave and be called. ({ $ticket })
queue-sms-well = Works again: { $system }. { $before }. ({ $ticket })
# Open data
# Whoever has an appointment
queue-have-appointment = You have an appointment?
queue-booking-code = Code of the appointment
queue-arrived = I have arrived
queue-arrived-desk = Note the arrival
queue-arrived-title = Are you there?
queue-arrived-text = Say that you have arrived to take your place. Whoever does not come after two calls counts as absent.
queue-to-ticket = Follow my turn
queue-booking-unknown = No appointment has this code.
queue-booking-elsewhere = This appointment is in another site: { $site }.
queue-booking-over = This appointment is not valid any more, or is not in person.
queue-data = Waiting times
queue-data-about = By day, site and matter: number of tickets, median and ninth decile of the wait. Nothing below five people is published.
queue-column-key = Key
queue-column-day = Day
queue-column-site = Site
queue-column-matter = Matter
queue-column-tickets = Tickets
queue-column-served = Served
queue-column-missed = Missed
queue-column-median = Median in minutes
queue-column-p90 = Nine of ten, in minutes
# On the page of the person
queue-own-called-at = called at { $time }
queue-own-waiting = waiting
queue-own-called = called
queue-own-serving = at the counter
queue-own-aside = may come back
queue-own-done = served
queue-own-missed = did not come
queue-own-returned = given back
queue-own-closed = day ended
