# Menu and the question "which case?"
cases-menu-desk = To handle
cases-menu-new = New files
cases-menu-find = Follow a case
cases-find-title = Where is your case?
cases-find-lead = The code on your receipt is enough. The PIN opens the rest of the file.
cases-find-go = Show the case
cases-code = Code of the case
cases-code-hint = Example: SAL-7K3Q-9MPX-R
cases-code-mistyped = There is a mistake in the code. Copy it as it stands on the receipt.
cases-no-such-case = No case has this code in this commune.
cases-pin = PIN (6 digits)
cases-pin-hint = On the receipt, under the code. Without it you see the public part.
cases-pin-wrong = This PIN does not belong to this case.
cases-lost-title = I lost my receipt
cases-lost-text = Open the link in any message we sent you, or sign in with the phone or e-mail you left, or call the counter.
cases-mine = My cases
# The author's page of a case
cases-received-on = Received { $at }
cases-merged = This case was joined to an earlier one about the same problem
cases-merged-text = Follow case { $code }: we will tell you of every change.
cases-waiting-title = We are waiting for your reply
cases-waiting-text = Read the last message and reply here: work goes on at once.
cases-waiting-below = What we need from you is told below; then work goes on at once.
cases-planned = Work planned
cases-path = The path of the case
cases-talk = Messages
cases-talk-empty = No messages yet.
cases-rate-title = How did it go?
cases-rate-text = Your answer counts in the statistics that the commune publishes.
cases-rate-send = Send your opinion
cases-reply-title = Write to the service
cases-reply = Your message
cases-reply-send = Send
cases-details = What the case says
cases-register = Register number
cases-unit = Service
cases-followers = { $count ->
    [one] one other person follows it
   *[other] { $count } others follow it
 }
cases-receipt = Signed receipt (file)
cases-open-title = Is this your case?
cases-open-text = The PIN opens messages and photos and lets you reply.
cases-closed-text = This case is confidential. The PIN on the receipt opens it.
cases-open-go = Open the case
cases-add-photo = Add a photo
cases-photo = Photo
cases-photo-send = Add the photo
cases-choose-photo = Please choose a photo.
cases-correct = Correct what you wrote
cases-correct-send = Save the correction
cases-words = Words of the report
cases-place-words = Something near the place
cases-fixed-or-withdraw = It is fixed, or I withdraw my report
cases-already-fixed = It is already fixed
cases-withdraw = Withdraw my report
cases-withdraw-request = Withdraw my request
cases-withdraw-sure = The case will be closed. Continue?
cases-reopen = It is not solved
cases-reopen-why = What is still wrong?
cases-reopen-send = Reopen the case
# Clocks
cases-clock-answer = Legal maximum time to answer
cases-clock-service = Answer expected
cases-standing-running = Running
cases-standing-late = Overdue
cases-standing-paused = Paused
cases-standing-met = Met
cases-standing-missed = Missed
cases-standing-void = Stopped, without a decision
cases-how-computed = How was this date computed?
cases-how-text = From { $start }, for { $span }.
cases-how-days = The days counted, one by one
cases-span-calendar = { $n ->
    [one] { $n } calendar day
   *[other] { $n } calendar days
 }
cases-span-working = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 }
cases-span-full = { $n ->
    [one] { $n } full day
   *[other] { $n } full days
 }
cases-span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours round the clock
 }
cases-source-law = The law
cases-source-target = Promised by the commune or its operator
cases-source-default = Date aimed at
cases-to-confirm = (to be confirmed by the commune)
# The desk
cases-desk-title = Cases to handle
cases-desk-empty = Nothing waits for you here
cases-desk-empty-text = Change the filters to see other cases.
cases-total-more = More than { $count } cases
cases-total = { $count ->
    [one] one case
   *[other] { $count } cases
 }
cases-views = Views
cases-view-open = Open
cases-view-new = New
cases-view-mine = Mine
cases-view-late = Late
cases-view-waiting = Waiting
cases-view-answered = Answered
cases-view-all = All
cases-group-late = Late
cases-group-near = Due soon
cases-group-later = Later
cases-filter = Filter
cases-filter-words = Words or code
cases-filter-go = Apply
cases-filter-clear = Clear
cases-all = All
cases-category = Category
cases-area = Arrondissement
cases-urgent = Urgent
cases-restricted = Restricted
cases-where = The place
cases-asset = Number on the object:
cases-no-place = No place given. Ask the person.
cases-act-title = Next step
cases-action = What do you decide?
cases-act-words = What the person will read
cases-act-words-hint = Shown on their page, and a message tells them. Write in the person's language.
cases-act-go = Save and send
cases-template = Prepared answer
cases-template-use = Use it
cases-outcome = Result
cases-date = Planned day
cases-refer-to = Sent to
cases-duplicate-of = Code of the first case
cases-proof = Proof photo
cases-proof-hint = A photo after the repair says more than words.
cases-tell = Message to the person
cases-tell-hint = Without changing the state.
cases-tell-go = Send
cases-note = Internal note
cases-note-hint = The person does not see it.
cases-note-go = Save the note
cases-handled-by = Who handles it
cases-assignee = Agent
cases-nobody = Nobody yet
cases-take-it = I take it
cases-assign = Assign to
cases-assign-hint = Assigning never moves the deadline.
cases-assign-go = Assign
cases-transfer = Not for your service? Transfer
cases-transfer-go = Transfer
cases-recategorise = Wrong category? Change
cases-recategorise-go = Change the category
cases-author = The person
cases-author-hidden = The person's identity is kept from the service concerned.
cases-author-anonymous = Left neither name nor contact.
cases-look-noted = Your look at this file was noted; its owner can see it.
cases-yes = Yes
cases-no = No
# Entries of the timeline
cases-event-filed = Case received
cases-event-moved = State changed
cases-event-assigned = Assigned to an agent
cases-event-transferred = Transferred to another service
cases-event-told = Message from the commune
cases-event-wrote = Message to the commune
cases-event-note = Internal note
cases-event-file-added = File added
cases-event-clock-missed = The deadline passed without an answer
cases-event-published = Published
cases-event-withheld = Not published
cases-event-flagged = Content flagged
cases-event-merged = A duplicate was joined
cases-event-followed = Another person follows this problem
cases-event-rated = Opinion on the service
cases-event-corrected = Corrected, or its date computed again
cases-event-recategorised = Category changed
cases-who-commune = The commune
cases-who-program = Partner application
cases-who-house = The platform
cases-who-contractor = The contractor
cases-who-author = The person
cases-channel-web = Online
cases-channel-counter = At the counter
cases-channel-phone = By telephone
cases-channel-post = By post
cases-channel-api = Through an application
cases-file-photo = Photo sent with the case
cases-file-proof = Photo after the work
cases-file-document = Document
# Refusals
cases-unknown-action = There is no such action.
cases-not-from-here = This is no longer possible in the present state of the case. Reload the page.
cases-not-yours = This action is not yours to take.
cases-too-late = The answer is more than { $days } days old: please open a new case.
cases-needs-words = Write a few words for the person.
cases-needs-outcome = Choose an outcome.
cases-needs-date = Give a date.
cases-needs-unit = Choose a service or body.
cases-needs-case = Give the code of the first case.
cases-choose-outcome = There is no such outcome.
cases-choose-category = Choose a category.
cases-not-with-itself = A case is not joined to itself or to a duplicate.
cases-not-staff = This person is not on the staff today.
cases-date-past = This date is past.
cases-date-far = This date is too far: choose one within two years.
cases-rated-already = We already have your opinion, thank you.
cases-never-public = This case is never published.
cases-photo-never-public = Photos of this category are never published.
# Notices after an act
cases-said-done = Done.
cases-said-replied = Your message has reached the service.
cases-said-corrected = Correction saved.
cases-said-photo = Photo added.
cases-said-rated = Thank you for your opinion.
cases-said-assigned = Assigned. The deadline did not move.
cases-said-transferred = Transferred. The deadline did not move.
cases-said-told = Message sent.
cases-said-noted = Note saved.
# Messages sent by SMS or e-mail: short, with the code and the link
cases-mail-subject = Your case { $code }
cases-sms-received = Report { $code } received. Answer before { $due }. Follow: { $link }
cases-sms-moved = The state of your case { $code } has changed. Details: { $link }
cases-sms-asked = We need a word from you on { $code }. Reply here: { $link }
cases-sms-referred = Your case { $code } was passed to the competent body; we keep following it: { $link }
cases-sms-answered = Your case { $code } was answered. Read it: { $link }
cases-sms-closed = Your case { $code } is closed: { $link }
cases-sms-message = New message on your case { $code }: { $link }
cases-mail-staff-subject = Case { $code }
cases-mail-near = The deadline of case { $code } is near and it has no answer yet. Open it: { $link }
cases-mail-escalated = The deadline of case { $code } passed without an answer; it comes to you so that you follow it with the service that still handles it. Open it: { $link }
cases-mail-digest-subject = { $count } cases need your attention
cases-mail-digest = { $count } cases come to you because their time is running out; nobody took on { $nobody } of them. The first: { $codes }. The whole list: { $link }

# Tasks of a file: one thing asked of a colleague or of another unit, by a day
cases-tasks = Tasks
cases-tasks-empty = No task is asked for in this file.
cases-task-ask = Ask for a task
cases-task-words = What needs doing?
cases-task-for = By whom?
cases-task-until = Before
cases-task-go = Send the request
cases-task-asked = asked on { $day }
cases-task-due = before { $day }
cases-task-done = Done
cases-task-drop = Not needed any more
cases-task-dropped = Not needed any more
cases-task-nobody = Choose a colleague of the unit, or a unit at work. A restricted file does not go to another unit by a task.
cases-view-tasks = My tasks
cases-event-task-asked = A task was asked for
cases-event-task-ended = A task ended
cases-said-task = The request is sent. Whoever was asked sees the file until it is done.
cases-said-task-ended = The task is noted.
cases-mail-task = You are asked for a task in file { $code }: { $link }

cases-words-unfilled = A blank is not filled: { $hole }. Write in its place what the author should know.
cases-answer = The answer
cases-said-withdrawn = The report is withdrawn. Thank you for telling us.
cases-said-reopened = The file is open again, and somebody else will handle it.
cases-rate-empty = Choose at least one answer.

# Deadlines that are over, folded under those that run
cases-clocks-over = Earlier deadlines

cases-late-by = { $n ->
    [one] one day late
   *[other] { $n } days late
}
cases-who-you = You
cases-act-why = Explain why

# Requests: papers and opinions of a file, its clocks by law 55-19. $count is a number
cases-clock-decision = Time to decide
cases-clock-deposit = Time to complete the file
cases-clock-completion = Time to give what the service asked for
cases-clock-appeal = Time for the president to answer the appeal
cases-clock-governor = Time to decide at the governor's request
cases-clock-delivery = Time to hand over the act
cases-clock-attestation = Time for the governor to attest silence
cases-clock-inquiry = Length of the public inquiry
cases-clock-leave = Time for leave to rectify
cases-clock-visa = Time for the visa
cases-event-opinion-asked = A service was asked for its opinion
cases-event-opinion-given = A service gave its opinion
cases-event-extended = The time was extended
cases-verdict-favourable = Favourable
cases-verdict-reserved = Favourable with reservations
cases-verdict-unfavourable = Unfavourable
cases-verdict-silent = No answer
cases-file-piece = Paper of the file
cases-file-paper = Act delivered by the commune
cases-channel-kiosk = At a kiosk
cases-channel-writer = Through a public writer
cases-channel-import = From the books of an earlier system
cases-import-dates = It was received before it ended, and neither is still to come.
cases-said-opinion = The opinion is recorded.
cases-only-once = This is allowed only once in a file, and was used.
cases-second-half = More may be asked for only in the first half of the delay (law 55-19), which is over.
cases-pieces-lacking = { $count ->
    [one] The file is not complete: one paper is missing.
   *[other] The file is not complete: { $count } papers are missing.
 }
cases-opinions-awaited = { $count ->
    [one] One opinion is still awaited.
   *[other] { $count } opinions are still awaited.
 }
cases-opinions-against = { $count ->
    [one] One opinion is unfavourable: granting cannot be proposed.
   *[other] { $count } opinions are unfavourable: granting cannot be proposed.
 }
cases-sms-request-received = Request { $code } on record. Answer before { $due }. Follow it: { $link }
cases-sms-request-incomplete = Request { $code } on record, papers lacking. Complete it before { $due }: { $link }
cases-said-withdrawn-request = The request is withdrawn.
cases-of-procedure = { $count ->
    [0] No case is open under this procedure.
    [one] One open case stays with the version it began under.
   *[other] { $count } open cases stay with the version they began under.
 }

cases-desk-awaited = Waiting for the applicant
cases-categories-other = Others
# My cases: what comes next, and by when
cases-mine-yours-by = Your turn, before { $day }
cases-mine-yours = Your turn: something is asked of you
cases-mine-due = Answer expected before { $day }
cases-mine-late = The answer was expected before { $day }
cases-mine-going = The service is working on it
cases-mine-answered = Answered on { $day }
cases-mine-ended = Ended on { $day }
# Who gives an opinion, who reads the words of an action
cases-event-opinion-corrected = Opinion corrected by the service; what was written before
cases-outcome-fixed = This action does not take that outcome: leave the outcome empty, or choose the action that fits.
cases-completion-empty = Nothing was handed in since more was asked for: add the paper that was asked for. A message alone is sent from the page of the file.
cases-completion-counter = Nothing was handed in since more was asked for: write what was handed in at the counter, or wait for the paper.
cases-task-is-opinion = This task is an opinion: it ends when the service that was asked gives its opinion.
cases-opinion-not-yours = Only the service that was asked gives its opinion. If it sent it on paper, copy it and say who signed it.
cases-opinion-needs-source = Write who signed this opinion, with its reference or its date.
cases-words-decision = Reasons or conditions of the decision
cases-words-decision-hint = The person reads them with the signed act, not before.
cases-words-staff = For the service
cases-words-staff-hint = The person does not read it.
cases-words-any = Your text
cases-words-any-hint = Under each action it says who will read it. Write in the person's language.
cases-task-of-opinion = Ends with the opinion

# Escalation: a file whose delay runs out comes before those above
cases-menu-escalated = Escalated to me
cases-view-escalated = Escalated to me
cases-event-escalated = Reminder to whoever handles it: the deadline is near
cases-event-escalated-to = Escalated to { $unit }: its time is running out

# Lineage: duplicates that are joined and parted again, reports below a big problem
cases-lineage = Related reports
cases-lineage-into = Joined to
cases-lineage-joined = joined to this file on { $day }
cases-lineage-was-joined = this file was joined to it on { $day }
cases-lineage-split = parted on { $day }
cases-lineage-below = Part of a bigger problem:
# $count is a number
cases-lineage-children = { $count ->
    [one] one report below this problem
   *[other] { $count } reports below this problem
 }
cases-split = Joined by mistake? Part it
cases-split-words = A word to the author
cases-split-hint = The report goes on where it stood, with its first deadline; its author is told.
cases-split-go = Part
cases-attach = Part of a bigger problem?
cases-attach-code = Code of the report that stands for the problem
cases-attach-hint = Each report keeps its own deadline. Whoever answers the problem may answer the others with the same words.
cases-attach-go = Put it below
cases-detach = Take it from below this problem
cases-answer-below = Answer also
cases-answer-below-hint = The same words go to the authors of these reports.
cases-not-merged = This file is joined to no other.
cases-not-below = An open report goes below another open one.
cases-one-floor = This report is below a problem already, or has reports below it: there is one floor.
cases-below-already = This report is below a problem already, or the problem has too many.
cases-said-split = The report is parted and goes on.
cases-said-attached = The report is below the problem.
cases-said-detached = The report is no longer below the problem.
cases-said-done-some = Done. Some reports below did not follow: they stand where this is not possible.
cases-event-split = Parted from another report
cases-event-attached = Tied to a bigger problem
cases-event-detached = No longer tied to the problem
cases-sms-split = Your report { $code } had been joined to another by mistake. It goes on with its first deadline: { $link }
# A simple telephone: where a case stands, by SMS. $next is a whole sentence.
cases-event-heard = The voice note was written down
cases-file-voice = Voice note
cases-sms-state = { $code }: { $state }. { $next }.
cases-sms-received-phone = Case { $code } is registered, PIN { $pin }. Answer before { $due }.
cases-sms-message-phone = { $code }: “{ $words }”
cases-sms-write-back = To know where it stands, send the code to this number.
cases-sms-none = No case was filed with this telephone. Send the code that stands on the receipt.
cases-sms-unknown = No case has this code. Copy it as it stands on the receipt.
cases-sms-elsewhere = This code is of another commune: send it to its number.
cases-sms-needs-pin = For { $code } from this telephone, add the PIN after the code (6 digits on the receipt).
cases-sms-confidential = { $code } is asked for with its PIN only: send the code and the PIN (6 digits on the receipt) in one message, or open { $link }
cases-sms-wrong-pin = The PIN does not fit { $code }.
cases-sms-tries = Too many wrong tries. Try again tomorrow, or call the commune with your receipt.
