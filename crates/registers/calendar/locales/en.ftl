# The staff page of holidays and opening hours
calendar-menu = Calendar
calendar-title = Holidays and opening hours
calendar-lead = Legal delays are counted with these days. When you change one, the due dates of open files are computed again.
calendar-years = Years
calendar-of-year = Holidays of { $year }
calendar-day = Day
calendar-name = Holiday
calendar-standing = Certainty
calendar-acts = Actions
calendar-standing-fixed = Certain
calendar-standing-estimate = To be confirmed
calendar-standing-confirmed = Confirmed
calendar-standing-added = Added by the commune
calendar-standing-removed = Worked this year
calendar-moon-unknown = The holidays of the moon are not known yet for { $year }
calendar-moon-unknown-text = Add them once they are announced; until then they count as working days.
calendar-empty = No holiday this year

# Buttons of one day; "shift" is for a holiday announced on another day than computed
calendar-confirm = Confirm the date
calendar-remove = Take off the list
calendar-remove-sure = This day will count as a working day. Go on?
calendar-restore = Put back
calendar-shift = It falls on another day
calendar-shift-to = Announced day
calendar-shift-save = Move the holiday

# Forms
calendar-add = Add a day off
calendar-name-ar = Name in Arabic
calendar-name-fr = Name in French
calendar-name-en = Name in English
calendar-add-save = Add the day
calendar-hours = Opening hours
calendar-opens = Opens at
calendar-closes = Closes at
calendar-ramadan-opens = In Ramadan, opens at
calendar-ramadan-closes = In Ramadan, closes at
calendar-days-move = A delay in calendar days that ends on a day off moves to the next working day
calendar-days-move-hint = The law says so for delays in full days only. Ask your legal service before ticking this.
calendar-hours-save = Save the hours

# Notices after a change
calendar-added = The day off was added.
calendar-removed = The day now counts as a working day.
calendar-restored = The day is off again.
calendar-confirmed = The date is confirmed.
calendar-shifted = The holiday was moved.
calendar-hours-saved = The hours were saved.

# Refusals beside a field
calendar-already-off = This day is already a day off.
calendar-no-estimate = This date is already certain.
calendar-day-wrong = Choose a day.
calendar-name-wrong = Write a name of at most { $most } characters.
calendar-hour-wrong = Write an hour such as 08:30.
calendar-hours-reversed = The doors must close after they open.

# Open data: title of the dataset and of its columns
calendar-data-holidays = Holidays
calendar-data-holidays-about = Days off of last year, this year and the next, with how certain each one is.
calendar-column-day = Day
calendar-column-name-ar = Name in Arabic
calendar-column-name-fr = Name in French
calendar-column-standing = Certainty: fixed, estimate, confirmed or added
