# Booking: matter, site, day, hour
appointments-menu = Appointments
appointments-title = Book an appointment
appointments-lead = Choose what you come for. No account is needed: a mobile telephone is enough.
appointments-minutes = Takes { $count } minutes
appointments-none = Nothing can be booked at the moment.
appointments-find = I have an appointment: see or change it
appointments-step-matter = Matter
appointments-step-site = Place
appointments-step-day = Day
appointments-step-hour = Hour
appointments-step-name = Name
appointments-people = Number of people
appointments-people-hint = If you come together for the same matter, enough time is kept for all.
appointments-people-count = { $count ->
    [one] one person
   *[other] { $count } people
    }
appointments-way = How
appointments-way-visit = In person
appointments-way-phone = By telephone
appointments-way-phone-text = By telephone: the clerk calls you at this time.
appointments-show = Show the times
appointments-bring = What to bring
appointments-bring-sheet = The papers to bring
appointments-where = Where?
appointments-first-free = First free day: { $day }
appointments-steps = There are steps at the entrance
appointments-free = { $count ->
    [one] 1 place
   *[other] { $count } places
    }
appointments-full = full
appointments-any-site = Any place
appointments-any-site-hint = The nearest time, wherever it is
appointments-nowhere = No place deals with this at the moment.
appointments-other-site = Another place
appointments-nearest = The nearest free times
appointments-hold = Hold this time
appointments-hold-hint = It is kept for you for ten minutes while you write your name.
appointments-hour = Hour
appointments-day = Day
appointments-week = Week of { $day }
appointments-day-full = Nothing is left on this day
appointments-day-full-text = Choose another day, or the waiting list.
appointments-all-full = No free times at the moment
appointments-all-full-text = New days open every morning; you may also join the waiting list.
appointments-wait = Waiting list
appointments-wait-text = If a place becomes free on these days, we keep it for you for an hour and tell you by SMS.
appointments-wait-from = From
appointments-wait-to = To
appointments-wait-go = Join the list

# Name and code
appointments-name-title = Who is this appointment for?
appointments-wait-title = Who waits?
appointments-held-until = This time is kept for you until { $hour }.
appointments-lapsed = This time is not held any more
appointments-lapsed-text = Write your name: if it is still free it is yours; if not, we offer the nearest ones.
appointments-name = Full name
appointments-name-hint = As on the national card.
appointments-phone = Mobile telephone
appointments-phone-hint = We send the code there, then the reminder.
appointments-cin = Number of the national card
appointments-cin-hint = Letters, then digits, for example AB123456.
appointments-name-go = Send me the code
appointments-name-correct = Correct the name or the telephone
appointments-bound = The appointment is personal: name and number are compared with the card at the counter, and it cannot be passed on.
appointments-code = Confirmation code
appointments-code-text = A code of six digits was sent to the telephone:
appointments-confirm = Confirm the appointment
appointments-code-again = Nothing came: send a code again
appointments-code-sent = A new code was sent to you.
appointments-let-go-act = I do not want this time
appointments-let-go = This time is not held for you any more.

# The appointment
appointments-one = Appointment
appointments-code-name = Code of the appointment
appointments-matter = Matter
appointments-when = When
appointments-site = Place
appointments-counter = Counter { $label }
appointments-card = Bring your national card, and come five minutes before.
appointments-state-held = held
appointments-state-booked = confirmed
appointments-state-waiting = on the waiting list
appointments-state-offered = a place is offered
appointments-state-arrived = arrived
appointments-state-done = done
appointments-state-no_show = did not come
appointments-state-cancelled = cancelled
appointments-waiting-text = You are on the waiting list. We tell you by SMS when a time suits you.
appointments-waiting-days = From { $from } to { $to }
appointments-offer = This time became free; it is kept for you until { $hour }.
appointments-offer-over = The time to accept this place is over.
appointments-accept = I take this time
appointments-ics = Add to my calendar
appointments-move = Change the appointment
appointments-move-text = Your present time stays yours until you have chosen another.
appointments-move-go = Change
appointments-to-phone = By telephone instead
appointments-cancel = Cancel the appointment
appointments-leave = Leave the list
appointments-cancel-sure = Cancel this appointment?
appointments-cancel-yes = Yes, cancel it
appointments-cancel-no = No, keep it
appointments-cancel-text = Somebody else will have it. Thank you for telling us.
appointments-another = Book another appointment
appointments-find-text = Write the code of the appointment and the telephone it was booked with.
appointments-find-go = Show my appointment

# Notices
appointments-booked = Your appointment is confirmed.
appointments-cancelled = The appointment is cancelled.
appointments-moved = The appointment is changed.
appointments-by-phone = The clerk will call you at the time of the appointment.

# Refusals
appointments-way-not = This matter cannot be booked in this way.
appointments-people-wrong = At most { $most } people in one visit.
appointments-time-not = This time is not open for booking.
appointments-time-missing = Choose an hour.
appointments-slot-taken = Somebody has just taken this time. These are the nearest ones.
appointments-days-missing = Give two days.
appointments-days-reversed = The last day is before the first.
appointments-name-missing = Write the full name.
appointments-name-long = The name is long: { $max } characters at most.
appointments-phone-wrong = Write a Moroccan mobile number, for example 06 12 34 56 78.
appointments-cin-wrong = Write the number as it stands on the national card.
appointments-too-fast = Wait some seconds, then send it again.
appointments-twice = This person already has an appointment for this matter or at this time. Change or cancel it first.
appointments-counter-only = Two appointments were missed: booking is at the counter until { $day }.
appointments-phone-full = This telephone already carries { $most } appointments.
appointments-codes-many = Too many codes were sent to this telephone. Try again in an hour.
appointments-code-wrong = The code is wrong. Tries left: { $left }.
appointments-code-spent = Too many tries. Ask for a new code.
appointments-hold-over = This time is not held any more. Write your name again to see whether it is free.
appointments-begun = Its time has passed: this appointment cannot change any more.
appointments-not-begun = This appointment has not begun yet.
appointments-not-live = This appointment is not live any more.
appointments-marked-already = It was already noted whether this person came.
appointments-not-found = There is no appointment with this code and this telephone.

# SMS
appointments-sms-code = Confirmation code: { $code }. Give it to nobody.
appointments-sms-booked = Appointment confirmed ({ $matter }): { $when }, { $site }. Code { $code }. Change or cancel: { $link }
appointments-sms-moved = Appointment changed ({ $matter }): { $when }, { $site }. { $link }
appointments-sms-cancelled = Appointment cancelled ({ $matter }), code { $code }.
appointments-sms-waits = You are on the waiting list ({ $matter }). We tell you when a place is free. { $link }
appointments-sms-offered = A place is free ({ $matter }): { $when }, { $site }. Kept for you until { $until }: { $link }
appointments-sms-counter-only = Two appointments were missed: you may book at the counter only until { $until }.
appointments-sms-shifted = We are sorry: closed at your time ({ $was }). New appointment: { $when }, { $site }. If it does not suit you: { $link }
appointments-sms-shifted-waits = We are sorry: closed at your time ({ $was }), and no other time was found. You are first on the waiting list. { $link }
appointments-sms-reminder = Reminder ({ $matter }): { $when }, { $site }. Bring the national card. If you cannot come: { $link }
appointments-sms-reminder-phone = Reminder: a clerk calls you ({ $matter }) { $when }. If you cannot: { $link }

# Pages of staff
appointments-menu-desk = Appointments
appointments-desk-title = Appointments of the day
appointments-desk-new = Book for somebody
appointments-desk-shifted = Moved by the commune
appointments-desk-shifted-text = A closure or a holiday moved these appointments; each person was told by SMS.
appointments-desk-nobody-shifted = No appointment was moved
appointments-desk-was = Time promised
appointments-desk-now = Time now
appointments-desk-open = Open
appointments-desk-no-code = No appointment at your sites has this code.
appointments-desk-counter = Counter
appointments-desk-state = State
appointments-desk-acts = Acts
appointments-desk-arrive = Arrived
appointments-desk-done = Done
appointments-desk-no-show = Did not come
appointments-desk-nobody = No appointments on this day
appointments-desk-no-site = No site in your grant
appointments-desk-compare = Compare name and number with the card before you serve.
appointments-desk-forgotten = The name is not kept any more.
appointments-desk-why = Reason
appointments-desk-time = Time
appointments-desk-book = Book
appointments-desk-feed = Follow in a calendar
appointments-desk-feed-text = This link shows matter and code, no names. Give it only to those who work here.
appointments-noted = It is noted.
appointments-why-missing = Write the reason.

# When too many come at once
appointments-rush = Many people are booking at this moment
appointments-rush-before = { $count ->
    [0] It is your turn.
    [one] One person is before you.
   *[other] { $count } people are before you.
    }
appointments-rush-text = Your turn is kept on this device; loading the page again neither hastens nor delays it. Wait a moment, then go on.
appointments-rush-again = Go on

# On the page of the person
appointments-own = Appointment: { $matter }
appointments-own-come = You are expected: { $place }
appointments-own-offer = A time became free; say whether you take it: { $place }
appointments-own-waiting = You are on the waiting list: { $place }

# Rules of booking
appointments-policy = Rules of booking
appointments-policy-lead = How far ahead people may book, and what follows when somebody does not come. A change counts from now on.
appointments-policy-days_ahead = Days ahead that are open
appointments-policy-misses = Missed visits after which only the counter books
appointments-policy-misses_in_days = Within how many days they are counted
appointments-policy-counter_only_days = For how many days only the counter books
appointments-policy-bounds = From { $least } to { $most }.
appointments-policy-never = 0: never.
appointments-policy-save = Save the rules
appointments-policy-saved = The rules of booking were saved.
appointments-policy-wrong = Write a whole number from { $least } to { $most }.
appointments-if-not = If you cannot come, cancel: somebody else gets the time.
appointments-if-missed = { $misses ->
    [one] After a missed visit
   *[other] After { $misses } missed visits
  } within { $within } days, you book at the counter only for { $days } days.
appointments-let-go-wait = I do not want to wait
appointments-waits = You are on the waiting list. You have no appointment yet.
appointments-not-today = This appointment is of another day.
appointments-sms-moved-why = Appointment changed ({ $matter }): { $when }, { $site }. Reason: { $why }. { $link }
appointments-sms-cancelled-why = Appointment cancelled ({ $matter }), code { $code }. Reason: { $why }. { $link }
