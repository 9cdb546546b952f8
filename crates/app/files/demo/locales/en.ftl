# The page of the demonstration, and what its command says.
demo-title = Demonstration
demo-about = An invented commune in real places: Salé, two years of reports, staff in every role. Nothing here is about real people.
demo-accounts = Staff accounts
demo-how = Password of every account: { $password }. The code changes every 30 seconds: reload this page when you type it.
demo-sign-in = Open the sign-in page
demo-role = Role
demo-name = Name
demo-email = E-mail address
demo-code = Code of this moment
demo-clock = A hand on the clock
demo-now = Here it is { $now }.
demo-ahead = { $hours ->
    [one] The clock is one hour ahead.
   *[other] The clock is { $hours } hours ahead.
 }
demo-clock-about = Move time on to see a deadline pass, a reminder leave, a case close. The clock does not go back.
demo-clock-who = The administrator (admin@demo.test) moves it.
demo-advance = { $hours ->
    [1] One hour on
    [6] Six hours on
    [24] One day on
   *[168] Seven days on
 }
demo-moved = The clock has moved on, and what was due was done.
demo-hours = Choose one of the steps offered.
demo-more = See also
demo-outbox = The messages: texts and e-mails, shown instead of sent
demo-telephone = A telephone to try: write an SMS to the commune
demo-reset = To begin anew: stop the program, delete its data folder, start it again.
demo-bar = Two years of reports
demo-made = The demonstration is ready: { $count } reports, in { $secs } seconds.
demo-serving = The demonstration is at { $url }; its accounts and their codes at { $url }/en/demo. Password of all: { $password }
demo-interrupted = The first loading of the demonstration was interrupted. Delete the folder { $data } (or the PostgreSQL database) and start again.
