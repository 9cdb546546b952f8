# Following reports by message or by Atom
follow-title = Be told what happens
follow-lead = Choose what you want to follow. No account is needed, and you can stop at any time by the link in each message.
follow-back = Back to the reports
follow-kind-report = One report
follow-kind-quarter = A quarter
follow-kind-category = A kind of problem
follow-kind-asset = A lamp post, a bin or another numbered object
follow-which-report = Code of the report
follow-which-quarter = Which quarter?
follow-which-category = Which kind of problem?
follow-which-asset = Number written on the object
follow-which-asset-hint = For example TAB-0412
follow-next = Continue
follow-unknown = There is nothing to follow under this name. Check it, or choose from the lists.
follow-other = Follow something else
follow-how-at-once = You are told each time the report moves on, never between 9 p.m. and 8 a.m.
follow-how-digest = One message a day at most, at 9 a.m., and only when something happened.
follow-contact = Mobile phone or e-mail
follow-contact-hint = We send a code there to be sure that it is yours.
follow-send = Send me the code
follow-promise = Your number or address serves for this alone. It is kept sealed, and erased as soon as you stop.
follow-feed = Follow in a feed reader (Atom), without leaving a contact
follow-contact-wrong = Write a mobile number such as 06 12 34 56 78, or an e-mail address such as amina@example.ma.
follow-asked-often = Several codes were sent to this contact today. Use the last one, or come back tomorrow.
follow-too-many = This contact follows { $most } things already. Stop one of them by the link in its messages.
# The page of the code
follow-confirm = Confirm
follow-confirm-lead = We have sent you a code. Type it here; it holds for one day.
follow-confirm-link = One press is enough: we will tell you from now on.
follow-confirm-go = Follow
follow-code = Code received
follow-code-wrong = This is not the code. Check the last message you received.
follow-code-gone = This code does not serve any more. Ask for a new one.
follow-again = I received nothing: start again
follow-said-begun = Done. You will be told.
# The end of it
follow-stop = Stop the messages
follow-stop-text = We erase your contact at once. You can follow again whenever you like.
follow-stop-all = Also stop every quarter, kind of problem and object that this contact follows
follow-stop-go = Stop
follow-said-stopped = It is stopped, and your contact is erased.
# Links on the pages of reports
follow-this-report = Tell me what becomes of it
follow-this-quarter = Be told of the reports of this quarter
follow-this-category = Be told of reports of this kind
follow-this-asset = Be told of the reports on this object
follow-something = Be told of the reports of a quarter, of a kind, or on an object
# Steps in the feed of one report
follow-step-filed = Report received
follow-step-transferred = Passed to another service
follow-step-clock-missed = The announced date has passed
# Messages. $name: quarter, category or number
follow-subject-code = Your code to follow: { $name }
follow-message-code = Code { $code } to follow "{ $name }". Or confirm here: { $link } If you did not ask for it, ignore this message.
follow-subject-report = { $title }: { $state }
follow-message-report = { $title } ({ $code }): { $state }. { $link } Stop: { $stop }
follow-subject-digest = { $name }: what is new
follow-message-digest = { $name }: { $new } new, { $answered } answered. { $link } Stop: { $stop }
follow-what-new = new
follow-what-answered = answered
follow-what-reopened = reopened
follow-sms-stopped = You will get no more messages of what you follow. Those about your own cases go on.
follow-sms-nothing = This telephone follows nothing. Messages about your own cases go on.
