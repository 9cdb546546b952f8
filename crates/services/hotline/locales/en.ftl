# The screen of who answers the telephone
hotline-menu = Hot line
hotline-title = Hot line
hotline-asked = Number of the caller, code of the case, or name
hotline-asked-hint = Type the number as it is said, then Enter.
hotline-pin-too = With the PIN
hotline-search = Search
hotline-found = { $count ->
    [one] one case
   *[other] { $count } cases
 }
hotline-more = These are the { $count } newest. For another one, ask for the code of the case.
hotline-none-number = No case with this number
hotline-none-code = No case has this code
hotline-none-name = No case under this name among those that you reach
hotline-sentence = Your case “{ $title }”: { $state }. { $next }.
hotline-confidential = Confidential case
hotline-tell-nothing = Tell nothing of it: ask for the code of the case and the PIN.
hotline-received = Received on { $day }
hotline-own-words = What its author wrote
hotline-told-words = What the commune wrote last
hotline-ask-pin = Details are wanted: ask for the PIN
hotline-open = Check
hotline-open-file = Open the file
hotline-look-noted = Each search is noted, and the author sees that the file was looked at during a call.
hotline-new = New report
hotline-new-for = For the caller at { $number }. Choose the problem.
hotline-new-lead = Choose the problem. The number of the caller is written in the form.
hotline-what = What is the problem?
# The receipt that is read out
hotline-read-out = Read the code to the caller
hotline-read-pin = And the PIN:
hotline-sms-sent = It also arrives by SMS.
hotline-sms-none = No number was left: the caller must write down code and PIN.
hotline-next-call = Next call
# Refusals
hotline-needs-words = Type a number, a code, or a name of three letters at least.
hotline-mistyped = This is neither a telephone number nor the code of a case. Ask again.
hotline-pin-of-code = The PIN opens one case: type the code of the case with it, or search by the number without it.
