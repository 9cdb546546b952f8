# Menus
requests-menu = Services and permits
requests-menu-counter = Request for someone
# The catalogue
requests-title = What would you like to ask for?
requests-lead = Permits, certificates, declarations. See what is needed, how long it takes and what it costs, and file from here, without an account.
requests-lead-counter = Pick what the person asks for.
requests-search = Search in your own words
requests-search-hint = For example: repair my front wall, copy of a birth record, open a café
requests-search-go = Search
requests-continue-draft = Continue a request you began
requests-found = { $count ->
    [one] One service found
   *[other] { $count } services found
 }
requests-found-none = No service fits these words
requests-found-none-text = Try another word, pick from the list, or ask at the counter.
requests-whole-list = All services
requests-counters = Counters and hours
requests-count = { $count ->
    [0] No services
    [one] One service
   *[other] { $count } services
 }
requests-look-by = Way to look
requests-by-event = By occasion
requests-by-audience = By who asks
requests-by-service = By service
requests-none = No services here yet
requests-none-text = The commune has not opened any online yet. The counters are there for you.
requests-open-data = This list is open to programs
# The sheet: what law 55-19, art. 6, wants told
requests-sheet = The sheet of this service
requests-start = Start the request
requests-print = Print this sheet
requests-papers = What you give
requests-papers-none = No paper to give.
requests-papers-copy = One copy of each paper, nothing legalised, no certified copies (law 55-19, art. 7).
requests-papers-later = You may start now and add the papers later.
requests-if-needed = depends on your answers
requests-fetched = What we get ourselves
requests-fetched-text = Do not bring these: we get them with your consent, and you see them before they are used.
requests-fetched-commune = From the commune's registers
requests-fetched-bodies = From other bodies
requests-shown = What you show at the counter
requests-shown-text = The clerk looks at it and gives it back. No copy is kept.
requests-fees = Fees
requests-no-fees = Free of charge.
requests-fee-computed = Computed from your answers
requests-due-filing = to pay when filing
requests-due-grant = to pay before the decision
requests-due-delivery = to pay on delivery
requests-to-confirm = (to be confirmed by the commune)
requests-delay = Time to answer
requests-delay-none = Given at once, at the counter.
requests-delay-starts = The time runs once the file is complete.
requests-delay-extended = It may be extended once, for expertise or a public inquiry (law 55-19, art. 17).
# Spans: { $n } is a number
requests-span-calendar = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
requests-span-working = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 }
requests-span-full = { $n ->
    [one] { $n } full day
   *[other] { $n } full days
 }
requests-span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
requests-silence = If no answer comes
requests-silence-yes = Once the time is over, silence is acceptance: ask for the act and it is handed over within 7 days; failing that, the governor attests it (law 55-19, art. 19 and 20).
requests-silence-no = Once the time is over, silence is not acceptance; you may appeal.
requests-remedies = If it is refused
requests-appeal-president = Appeal to the president of the council within 30 days of the refusal or of the end of the delay; he answers in 15 days.
requests-appeal-governor = If he does not answer or refuses again, turn to the governor, who asks the president to decide within 10 days.
requests-appeal-law = Law 55-19, art. 21. Every refusal is written and reasoned. The administrative court and the Mediator remain open.
requests-appeal-none = Every refusal is written and reasoned. Ask for the reason at the counter; you may also complain.
requests-basis = Legal basis
requests-basis-none = To be confirmed by the commune.
# { $article } is the number of the article, as it is
requests-article = art. { $article }
requests-annex = annex { $n }
requests-who = Who may ask
requests-issuer = Who decides
requests-service = Service
requests-level = How we know you
requests-hours = Hours of the counter
requests-level-none = We do not ask who you are
requests-level-contact = A confirmed phone or e-mail
requests-level-checked = Your national card, shown at the counter
requests-level-national = The national digital identity
requests-level-lacks = We must be sure of who you are
requests-level-needs-checked = This request needs a confirmed identity: sign in with the national digital identity, or come once to the counter with your national card.
requests-level-needs-national = This request needs the national digital identity, or is filed at the counter with the national card.
requests-level-prove = Sign in to prove who I am
requests-level-kept = Your request stays as it is; you come back to it after signing in.
requests-level-card = This request is filed only with the person’s national card in your hand.
requests-level-card-seen = I have seen the person’s national card
requests-level-card-seen-hint = The procedure needs a checked identity; this is recorded in your name.
requests-kind-authorization = Permit
requests-kind-certificate = Certificate
requests-kind-declaration = Declaration
requests-kind-registration = Registration
requests-kind-payment = Payment
requests-kind-intervention = Intervention
requests-outputs = What you get
# { $span } is a length of time, such as "6 months"
requests-valid = Valid for { $span }
requests-renewable = and renewable
requests-valid-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
 }
requests-valid-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
requests-opinions-sheet = Opinions we ask for
requests-sheet-law = Made under article 6 of law 55-19: nothing else may be asked of you.
# Before the form
requests-start-lead = No need to do it all at once: what you write is kept, and you come back when you like.
requests-start-lead-counter = Ask the person, and write on their behalf.
requests-begun = You began this request already
requests-begun-text = Last changed: { $at }.
requests-begun-go = Go on where you stopped
requests-for-whom = For whom and how
requests-channel = How did it come?
requests-channel-counter = At the counter
requests-channel-phone = By telephone
requests-channel-post = By letter
requests-author-lang = Language of the person
requests-begin = Fill in the request
requests-no-account = No account is needed. With one, you need not type your phone or e-mail again, and all your requests are together.
requests-sign-in = Sign in
requests-privacy = What do we do with your data?
requests-privacy-text = The commune of { $commune } uses what you write and attach to study this request, and for nothing else. Only those who handle it see it, and each look is noted. You may ask to see, correct or erase your data (law 09-08).
requests-privacy-cndp = Declaration to the CNDP no. { $number }.
requests-privacy-cndp-none = The commune has not entered the number of its declaration to the CNDP yet.
requests-privacy-more = Your rights
# Back to a request that was begun
requests-resume = Continue a request you began
requests-resume-lead = Type the code you wrote down, and find everything as you left it.
requests-mine = Your drafts
requests-draft-code = Code of the request you began
requests-draft-code-hint = 12 letters and digits. Example: 7K3Q-9MPX-R2TD
requests-resume-go = Open the request
requests-no-such-draft = No request has this code. Check it; it may have been erased after a long time unused.
requests-lost = Lost the code?
requests-lost-text = If you were signed in, open the page of the service: your request is there. Otherwise start again, or ask at the counter. A filed request has another code, on its receipt.
# The form
requests-one-more = One more question, because of your answer.
requests-next = Continue
requests-back = Previous page
requests-saving = Saving…
requests-saved = What you wrote is kept.
requests-unsaved = The line is cut: it will be kept when it is back, or when you continue.
requests-save-now = Keep it now
requests-draft-title = The code of this request
# { $days }: how long a request that was begun is kept
requests-draft-text = Write this code down: it brings you back here from any device. What you write is kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after the last change, then erased.
requests-draft-short = Kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, under the code:
requests-draft-link = Link to this request (keep it to yourself)
requests-private = Only those who handle your request see this.
requests-part-name = Full name
requests-part-company = Name of the company or association
requests-part-card = Number of the national card, residence card or passport
requests-part-birth = Date of birth
requests-part-ice = Common company identifier (ICE)
requests-part-register = Number in the trade register
requests-how-date = Day/month/year, four digits for the year. A Hijri date works too: 29/11/1447.
requests-how-parcel = For example 55097/20.
requests-how-card = For example AB123456.
requests-how-ice = 15 digits.
requests-dirham = MAD
# { $n } is the number of the row
requests-row = Row { $n }
requests-more-rows = Add rows
requests-computed-later = Computed from your answers
requests-quarter = Quarter
requests-quarter-none = Unknown, or not in the list
requests-point = Point on the map
# Papers
requests-pieces = Papers
requests-pieces-how = Pictures (JPEG, PNG, WebP) or PDF, { $most } MB at most each. You may choose several.
requests-pieces-later = Something missing? Continue: the request can be filed now and completed within 30 days.
requests-add-files = Add these files
requests-file = File
# { $kb }: size in kilobytes
requests-size = { $kb } kB
requests-remove = Remove
requests-not-asked = What you need not send
requests-from-applicant = Given by the applicant
requests-from-commune = We take it from the commune's registers
requests-from-body = We ask { $body } for it
requests-from-shown = Shown at the counter, not copied
# { $percent }: how much of the file has arrived, of a hundred
requests-upload-going = { $percent }% arrived
requests-upload-arrived = the file has arrived.
requests-upload-cut = the line is cut. Sending goes on where it stopped.
requests-upload-refused = this file was not accepted. Try another one, or try again.
requests-upload-hold = One moment: we go on when the files have arrived.
# Before filing
requests-check = Check, then file
requests-check-lead = This is what the commune will receive. Change what you like before filing.
requests-change = Change
requests-part-wrong = Something is left to fill in or correct in this part.
requests-nothing-typed = Nothing is written here.
requests-files = { $count ->
    [one] One file
   *[other] { $count } files
 }
requests-piece-later = You give it later
requests-piece-optional = Optional
requests-lacking = { $count ->
    [one] One paper is missing
   *[other] { $count } papers are missing
 }
requests-lacking-text = You may file now: you get a receipt "file being completed", and 30 days to complete it. The legal time runs once the file is complete.
requests-lacking-spot = You bring it to the counter.
requests-consent = By filing you consent to the commune getting these papers (law 55-19, art. 23 and 24).
requests-after = What happens next?
requests-total = Total
requests-statement = I declare that what I wrote is true.
requests-send = File the request
requests-not-sent = The request is not filed yet
requests-not-ready = Finish first
requests-not-offered = This service is no longer offered online
requests-not-offered-text = What you wrote stays kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, but cannot be filed. Ask at the counter or choose another service.
# The receipt (law 55-19, art. 10): both states are words of the law
requests-receipt = Receipt
requests-receipt-complete = File complete
requests-receipt-incomplete = File being completed
requests-thanks = Your request has arrived
requests-keep-receipt = Keep or print this receipt: it bears the code and the PIN.
requests-hand-receipt = Print the receipt and hand it to the person: the code and the PIN open the file.
requests-procedure = Request
requests-received = Filed on
requests-register = Register number
requests-unit = Service in charge
requests-until-decision = Answer by
requests-until-next = Next date
requests-piece-most = At most { $most } MB each.
requests-until-completing = Complete it by
requests-lacking-list = Missing papers
requests-receipt-lacking-text = Add what is missing, here or at the counter, by the date on the receipt; else the file is given back.
requests-receipt-starts = The time to answer runs once the file is complete. Nothing but the papers of this list will be asked of you.
requests-receipt-silence-yes = If no answer comes by this date, silence is acceptance (law 55-19, art. 19). This receipt is your proof.
requests-receipt-silence-no = If no answer comes by this date, silence is not acceptance; you may appeal. This receipt is your proof.
requests-receipt-appeal = Appeal: within 30 days to the president of the council, who answers in 15; then to the governor (law 55-19, art. 21).
requests-verify-how = To verify this receipt, read the square with a phone: the commune's signature confirms what it says.
requests-verify-go = Verify now
requests-give = Give what is missing
requests-follow = Follow the request
requests-after-unit = The service in charge receives the file at once and studies it.
requests-after-told = We tell you at each step, as you chose; everything is also on the page of the request.
requests-after-counter = The person follows the file with the code and the PIN, or at the counter.
requests-after-once = If more is needed, it is asked for only once.
requests-sealed = The signed receipt
requests-sealed-text = This is the signed text itself, for who wants to verify it without a line.
requests-receipt-level = Your request was recorded and stored before this receipt was shown.
requests-receipt-signed = Download the signed receipt
requests-receipt-again = Receipt
requests-another = Another request
requests-to-desk = The file at the desk
# Giving papers after filing
requests-to-case = The page of the request
requests-give-lacking = Once all has arrived, the file is complete and the time to answer runs.
requests-give-asked = Give what the service asked for in its last message: the study goes on at once.
requests-give-words = Your message to the service
requests-give-words-hint = If you want to explain something.
requests-give-send = Send
requests-give-closed = No paper is awaited
requests-give-closed-text = The service is studying the file or has decided. Write to it from the page of the request if needed.
requests-piece-awaited = Awaited
requests-said-given = We have received what you sent.
# For the applicant
requests-asked-of-you = The service asks for more
requests-asked-of-you-text = The time to answer stands still until you send it. More may be asked for only once.
requests-dues = To pay
requests-pay-where = Pay at the commune's revenue office, or as the order of payment says, and give the code of the request.
# At the desk
requests-lacking-desk = { $count ->
    [one] One paper missing
   *[other] { $count } papers missing
 }
# { $n }: number of the file among those of the paper
requests-open-file = Open file { $n }
requests-file-pdf = PDF file
requests-file-image = Image
requests-scan-waiting = Not checked for viruses
requests-scan-blocked = Blocked
requests-scan-infected = Infected file, cannot be opened
requests-opinions = Opinions
requests-opinion-waiting = Opinion awaited
requests-opinion-due = by { $day }
requests-opinion-given = on { $day }
requests-opinion-silence-favourable = After the delay, silence is a favourable opinion.
requests-opinion-silence-unfavourable = After the delay, silence is an unfavourable opinion.
requests-opinion-silence-none = Silence counts for nothing: the opinion is awaited.
requests-opinion-give = Give the opinion
requests-opinion-verdict = Opinion
requests-opinion-words = Reasons
requests-opinion-words-hint = Needed unless the opinion is favourable.
requests-opinion-send = Record the opinion
# Refusals
requests-too-much = This request holds more than is accepted. Shorten it, or come to the counter.
requests-too-many-files = { $most } files at most. Put the pages in one PDF, or bring the rest to the counter.
requests-infected-told = The file sent for “{ $piece }” holds a virus and cannot be opened. Send another one.
requests-open-unchecked = Open without a virus check ({ $n })
requests-scan-away = Scanner away: to be checked
requests-infected = This file is blocked: it holds a virus.
requests-nothing-given = Choose a file or write a message.
requests-withdrawn = This service is no longer offered online. What you wrote is kept.
requests-changed = The form changed while you were writing. Your answers are kept: look at it again before you file.
requests-changed-title = This form has changed
requests-changed-text = The commune published a new version since you began. Your answers and papers are kept; look at each part again, new questions may have come.
requests-piece-not-asked = This paper is not asked of you: the commune gets it itself (law { $law }, article { $article }).
requests-filed-already = This request has been filed. What it lacks is given through its receipt.
requests-field-unknown = No form of this procedure asks for this.
requests-shape-wrong = The answer does not have the shape that this question expects.
requests-sum-changed = The fee changed while you were writing: it is now { $sum }. Look at it again before you file.
requests-point-wrong = Position not understood. Put the pin on the map, or leave it empty and choose the quarter.
requests-elsewhere = This place is outside the commune. Correct it, or turn to the commune where it is.
requests-place-needed = Where? A point on the map, a quarter or an address is enough.

# Published delays. count is a number.
requests-catalogue = Services
requests-delays = How long does the commune take?
requests-delays-lead = A year of decisions, in days as the law counts them; the delays least kept come first.
requests-delays-few = Services with fewer than { $count } decisions
requests-delays-over = The commune and its services
requests-delays-each = Each procedure
requests-delays-calendar = The clocks of procedures do not count the same days: here all is in days of the calendar.
requests-delays-empty = No decision yet
requests-delays-empty-text = Delays show with the first decisions.
requests-delays-how = Counting starts with the complete file and stands still while papers are awaited from you. Nothing is shown of fewer than { $count } decisions. What was withdrawn does not count.
requests-data-delays = Delays of procedures
requests-data-delays-about = Decisions, median, nine in ten and share in time, of the commune, by service and by procedure over a year.
requests-column-id = Identifier
requests-column-scope = Level (commune, service, procedure)
requests-column-service = Service
requests-column-procedure = Procedure
requests-column-title-ar = Title in Arabic
requests-column-title-fr = Title in French
requests-column-promised = Promised delay
requests-column-kind = Kind of days
requests-column-decisions = Decisions
requests-column-silent = Granted by silence
requests-column-median = Median (days)
requests-column-p90 = Nine in ten within (days)
requests-column-in-time = In time
# Filing for others. $name is a person or a holder, $most a number of megabytes
requests-menu-writer = People I file for
requests-for-whom-writer = A request in the name of { $name }
requests-for-whom-told = The person is told by message when it is filed and can object. Every look stands in your journal.
requests-statement-for = I declare that I wrote what { $name } told me and read it back.
requests-filed-for = The request of { $name } is filed
requests-receipt-holder = Print this receipt and hand it to { $name }. The PIN is sent to that person alone:
requests-writer-refused = You cannot file for others
requests-writer-people = People and their mandates
requests-writer-nobody = No mandate yet
requests-writer-nobody-text = Note the written mandate first, then begin the request of its person.
requests-writer-filed = What you filed
requests-writer-drafts = Unfinished requests
requests-writer-begin = Begin a request
requests-paper-new = Note a written mandate
requests-paper-lead = No request begins without a signed mandate. The person is told of everything filed in their name.
requests-paper-name = Person
requests-paper-contact = Their telephone or e-mail
requests-paper-contact-hint = Theirs, not yours: the PIN and the answers are sent there.
requests-paper-procedures = Procedures that the mandate names
requests-paper-signed = Signed on
requests-paper-ends = Good until
requests-paper-scan = The signed mandate
requests-paper-scan-hint = Photo or PDF, { $most } MB at most. Otherwise write its reference below.
requests-paper-reference = Reference of the mandate
requests-paper-reference-hint = For example its number in your register, or of its legalisation
requests-paper-go = Save
requests-paper-holds = In force
requests-paper-over = Ended
requests-paper-over-text = What was not filed went back to the person; what was filed, they follow themselves.
requests-said-paper = The mandate is noted.
requests-under-title = Filed under a written mandate
requests-under-holder = Filed by
requests-under-signed = Signed on
requests-under-until = Good until
requests-under-proof = Reference
requests-under-scan = Open the signed mandate
requests-under-ended = This mandate has ended.
# What the citizen sees with the code of the message
requests-mandate = What is filed in your name
requests-mandate-lead = { $name } files requests in your name, under a written mandate.
requests-mandate-over = { $name } files nothing in your name any more.
requests-mandate-object = I did not ask for this, or I want to end it
requests-mandate-object-text = It stops at once; what is not filed yet is yours alone.
requests-mandate-object-go = End the mandate now
requests-mandate-object-sure = End this mandate now?
requests-mandate-drafts = What was begun
requests-mandate-drafts-text = It is yours: finish it, or leave it and it erases itself.
requests-mandate-filed = What was filed
requests-mandate-filed-text = Open the file to follow it, or to write to the service if you did not ask for it.
requests-mandate-journal = What happened
requests-mandate-ask = Did somebody file a request in your name?
requests-mandate-ask-lead = Write the code that the commune's message gave you.
requests-mandate-code = Code
requests-mandate-go = Show
requests-no-such-mandate = No mandate has this code. Check it, or ask at the counter.
requests-said-mandate-ended = The mandate has ended.
# The kiosk. $days is a number
requests-kiosk-title = File your request here
requests-kiosk-lead = Touch your language to begin. This device keeps nothing after you.
requests-kiosk-what = What would you like to do?
requests-kiosk-none = No procedure is open on this kiosk. The counters receive you.
requests-kiosk-others = Other procedures ask for papers: from your telephone, or at the counter.
requests-kiosk-end = Finish and erase
requests-kiosk-code =
    Note this code to go on with your telephone or elsewhere. What you write is kept for { $days ->
        [one] { $days } day
       *[other] { $days } days
     }.
requests-kiosk-still = Are you still there?
requests-kiosk-still-text = The screen is erased in, seconds:
requests-kiosk-stay = Yes, I go on
requests-kiosk-ticket = Take your ticket: it has the code of the file and the PIN. This screen erases itself.
requests-kiosk-follow = Scan the square with your telephone to follow the file. Keep this paper: whoever holds it sees the file.
requests-kiosk-no-print = If no ticket comes out, photograph the screen or note the code of the file and the PIN before you finish.
requests-kiosk-done = I have my ticket, finish
requests-kiosk-over = The session is over, the screen is erased
requests-kiosk-over-text = Nothing that was written stays here. Whoever noted the code of a request goes on from any device.
requests-kiosk-again = Begin
requests-order = Order of payment no. { $number }
requests-receipt-a5 = Receipt as PDF (A5)
requests-receipt-roll = Receipt as PDF (80 mm)
requests-receipt-withdrawn = Request withdrawn on { $day }.
requests-receipt-over = This request was answered on { $day }; its page shows the answer.
requests-owed = Still to pay:
requests-pay-filing = at filing
requests-pay-grant = before the decision
requests-pay-delivery = at delivery
requests-forget = Start again from nothing
requests-forget-text = What you wrote and the files you gave will be erased.
requests-forget-do = Erase and start again
requests-said-forgotten = Erased. You may start again.
requests-your-answers = What you answered
# An opinion corrected, or copied from paper
requests-opinion-give-again = Correct the opinion
requests-opinion-copy = Copy the opinion received on paper
requests-opinion-copy-again = Correct the copy
requests-opinion-source = Who signed it, its reference or its date
requests-opinion-source-hint = The opinion stays that of the service that sent it; you are named as who copied it.
requests-opinion-signed = Received on paper:
requests-opinion-copied = Copied by { $name }
requests-opinion-source-if = If the opinion comes from another body, or on paper.
# On the person's own page
requests-own-draft = Begun, not filed: { $title }
requests-own-kept = We keep what you typed until { $day }
# Requests of companies and associations: $name is its name
requests-acts-for = In whose name do you ask?
requests-acts-for-hint = The companies and associations that you represent are listed here.
requests-acts-for-me = In my own name
requests-whose = Applicant
requests-whose-by = Filed by
requests-whose-name = Request in the name of { $name }
requests-whose-told = All who represent it see this request; the commune writes to it.
requests-of-organisations = Files of those I represent
requests-of-organisations-draft = Request in preparation
# A document from the digital file of whoever is at the counter
requests-take-for = A document from the person's digital file
requests-take-why = The person is here, or on the telephone: he gets a code that says what it opens, and tells it to you. The code opens his file for this request alone, for twenty minutes.
requests-take-contact = The person's telephone or e-mail, as he confirmed it
requests-take-code = The code that he told you
requests-take-open = Open his file
requests-take-read = Read him the words of consent; tick only if he agrees
requests-take-written = Your look is written down, and the person sees it on his page.
requests-take-nobody = No account has this telephone or e-mail. You can take the document from him directly.
requests-take-gone = The twenty minutes are over. Ask for another code.
# rights that a key of a program may hold
requests-right-requests-file = File requests for services
