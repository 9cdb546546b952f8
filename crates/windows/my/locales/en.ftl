my-title = My page with the commune
my-signed-in = This is the page of
my-not-you = Not me: sign out
my-yours = Your turn
my-ours = What comes next
my-nothing-next = Nothing waits for you
my-nothing-next-text = When something needs you, or a date comes near, it stands here first.
my-doors = Services
my-door-request = Ask for a paper or a permit
my-door-visit = Book an appointment
my-door-account = My data and my rights
my-lines = What happened
my-none = Nothing here yet
my-none-text = What you report, ask, pay or book stands here, and who looked at your file.
my-kind-all = All
my-kind-cases = Files
my-kind-papers = Papers
my-kind-payments = Payments
my-kind-visits = Visits
my-kind-looks = Who looked
my-visit-over = This visit is over. Ask the person for the card or a code again.
my-code-gone = This code is no longer good. Send another.
my-visit-ended = The person's page is closed.
my-served-title = The person's page
my-served-back = Find a person
my-proof-card = Card shown
my-proof-code = Code given
my-visit-end = End the visit
my-served-lead = Each opening of this page is noted, and the person sees it on his own.
my-served-until = It stays open to you until { $hour }.
my-served-nothing-next = Nothing waits for this person
my-code-title = The person's code
my-code-lead = A code went to
my-code = The code the person tells you
my-open = Open the page
my-card-title = Serve the person now
my-card-lead = Open the page as the person sees it, while he is here or on the telephone.
my-card-cin = National card number
my-card-cin-hint = As it stands on the card in front of you
my-card-code = Without a card: a code goes to the confirmed telephone or address, and the person tells it to you.
my-card-code-send = Send the code
# After “the code”: what it allows, in the SMS
my-proof-what = that opens your page to the clerk at the counter
my-times = { $count ->
    [one] once
   *[other] { $count } times
  }
