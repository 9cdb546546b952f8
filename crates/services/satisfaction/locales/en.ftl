# One tap from a message
satisfaction-sms = How was the answer to { $code }? One tap is enough: { $tap }
satisfaction-tap-title = How was the answer?
satisfaction-tap-lead = Choose one. It counts in the figures that the commune publishes, without your name.
satisfaction-tap-words = Add a word, if you like
satisfaction-tap-over = Nothing to do here
satisfaction-tap-over-text = We have your opinion already, or the case is still open.
satisfaction-tap-back = Back to your case
satisfaction-said-thanks = Thank you, your opinion is noted.
satisfaction-mark = How was the answer?
satisfaction-mark-5 = Very good
satisfaction-mark-4 = Good
satisfaction-mark-3 = Fair
satisfaction-mark-2 = Bad
satisfaction-mark-1 = Very bad
satisfaction-solved = Is the problem solved?
satisfaction-solved-yes = Yes
satisfaction-solved-partly = Partly
satisfaction-solved-no = No
satisfaction-words = What could we have done better?
satisfaction-words-hint = Read by the service alone, never published.
satisfaction-needs-mark = Choose one answer.
# At the counter and by telephone
satisfaction-menu-counter = Opinion at the counter
satisfaction-counter-title = A person's opinion at the counter
satisfaction-counter-lead = The person stands before you with the receipt: ask, and write down what is said.
satisfaction-note-go = Note the opinion
satisfaction-said-noted = The opinion is noted.
satisfaction-own-work = You handled this case: a colleague notes the opinion.
satisfaction-phone-title = The author's opinion
satisfaction-phone-lead = It was not given yet. If you have the author on the telephone, ask, and write down what is said.
satisfaction-phone-open = Note an opinion by telephone
# For the head of the unit
satisfaction-menu-low = Low marks
satisfaction-low-title = Low marks
satisfaction-low-lead = Who found the answer bad, in the cases that you answer for. Their words are for you alone.
satisfaction-low-empty = No mark waits for you
satisfaction-low-empty-text = Low marks of three months arrive here.
satisfaction-seen = I have read it
satisfaction-said-seen = Noted.
satisfaction-means-page = Page of the case
satisfaction-means-message = Message
satisfaction-means-sms = SMS
satisfaction-means-counter = Counter
satisfaction-means-phone = Telephone
# Public figures; $count is a number
satisfaction-public-title = What people think of the commune's answers
satisfaction-public-lead = Everybody who was answered is asked once. These are the figures of a year, unit by unit.
satisfaction-few = Fewer than { $count } opinions: they are not published, so as to point to nobody.
satisfaction-of-marks = { $count ->
    [one] of one opinion
   *[other] of { $count } opinions
 }
satisfaction-of-answered = { $count ->
    [one] of one answered case
   *[other] of { $count } answered cases
 }
satisfaction-few-units = { $count ->
    [one] one unit with too few opinions
   *[other] { $count } units with too few opinions
 }
satisfaction-by-unit = By unit
satisfaction-ways = How they came
satisfaction-how = How it is counted
satisfaction-how-text = A mark is from 1 to 5; the mean is their sum by their number. Everybody is asked once for each answer, and once more when the case was reopened. A unit with fewer than { $count } opinions is not shown, nor a second one where the first could be found from the sum. Confidential cases do not count, and people's words are never published.
satisfaction-data = Opinions of the answers of units
satisfaction-data-about = Number and mean of the marks of each unit over a year, share of solved problems, reopened cases. Small numbers are kept back.
satisfaction-column-unit = Unit
satisfaction-column-name-ar = Name in Arabic
satisfaction-column-name-fr = Name in French
satisfaction-column-marks = Opinions
satisfaction-column-mean = Mean
satisfaction-column-solved = Problem solved
satisfaction-column-answered = Answered
satisfaction-column-reopened = Reopened
# An answer by SMS, from 1 to 5
satisfaction-sms-either = How was the answer to { $code }? Reply with a number from 1 (very bad) to 5 (very good), or here: { $tap }
satisfaction-sms-number = How was the answer to { $code }? Reply with a number from 1 (very bad) to 5 (very good).
satisfaction-sms-thanks = Thank you, your opinion of { $code } is noted.
satisfaction-sms-already = We have your opinion of { $code } already. Thank you.
