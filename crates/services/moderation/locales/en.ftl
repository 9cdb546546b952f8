# The queue before publication
moderation-menu = Before publication
moderation-menu-appeals = Appeals
moderation-title = Before publication
moderation-lead = Take out names, numbers and whatever points to a person, hide it in photos, then publish or withhold.
moderation-words = The text everyone will see
moderation-words-hint = The original stays in the file.
moderation-no-words = For this category only place and state are published.
moderation-photo = Publish this photo
moderation-photo-none = No photo
moderation-hide-parts = Hide parts of it
# $count is a number
moderation-hidden-parts = { $count ->
    [one] one part hidden
   *[other] { $count } parts hidden
 }
moderation-why = The reason, if you change the text or withhold it
moderation-reason = Reason
moderation-reason-hint = Published with the decision, and counted in the public figures.
moderation-note = A word to the author
moderation-note-hint = Nobody else reads it.
moderation-publish = Publish
moderation-withhold = Withhold
moderation-empty = Nothing to review
moderation-empty-text = New reports to publish arrive here.
moderation-needs-reason = Choose a reason: the text was changed or withheld, and people may know why.
moderation-needs-words = Write a word to the author.
moderation-said-decided = The decision is recorded.
# A photo, and what is hidden in it
moderation-photo-title = Hide parts of a photo
moderation-photo-lead = Hide faces, number plates and whatever points to a person. What is hidden cannot be recovered from the published picture; the original stays sealed.
moderation-photo-alt = The photo of which parts are hidden
moderation-photo-how = Draw a box with a finger or the mouse over what must go, or tick the numbered squares.
moderation-cells = Numbered squares over the photo
moderation-cell = Square { $n }
moderation-hide-go = Hide these parts
moderation-undo = Remove the last box
moderation-fresh = Start again from the original
moderation-fresh-hint = What was hidden before is shown again; what you draw now stays hidden.
moderation-before-after = Before and after
moderation-before = The original, which the public does not see
moderation-after = What is published: { $count ->
    [one] one part hidden
   *[other] { $count } parts hidden
 }
moderation-seen-by-all = This is the version that everybody sees now.
moderation-back = Back to the list
moderation-parts-none = No part is chosen. Draw a box or tick a number.
moderation-parts-wrong = The chosen parts could not be read. Choose them again.
moderation-said-hidden = The chosen parts are hidden.
# Appeals
moderation-appeals-title = Appeals
moderation-appeals-lead = The author does not agree with a decision. Somebody else than who took it answers.
moderation-appeals-empty = No appeal waits
moderation-appeals-empty-text = Whoever asks that a decision be taken again arrives here.
moderation-yours = You took the first decision: a colleague answers.
moderation-answer = The answer to the author
moderation-grant = The author is right: publish
moderation-refuse = The decision stands
moderation-another-person = You took the first decision. Somebody else must answer.
moderation-appeal-waits = The author has appealed. Somebody else answers, from the page of appeals.
moderation-appeal-needs-words = Write why you appeal.
moderation-nothing-to-appeal = There is no decision to appeal against.
moderation-appealed-already = You have appealed against this decision already.
moderation-appeal-late = The time to appeal, { $days } days, is over.
moderation-said-answered = The answer was sent.
moderation-said-appealed = We received your appeal; somebody else will answer.
# The author's page and the public page of a report
moderation-why-withheld = This report is not published
moderation-why-edited = This report is published with changed words
moderation-why-published = This report is published
moderation-how = How we review
moderation-author-title = The decision to publish
moderation-author-appealed = Appeal of { $at }
moderation-appeal = You disagree? Tell us why
moderation-appeal-hint = Somebody else will decide again. Once, until { $day }.
moderation-appeal-go = Ask for another decision
moderation-file-title = Decisions to publish
moderation-kind-published = Published as written
moderation-kind-edited = Published with changes
moderation-kind-withheld = Not published
moderation-outcome-open = Waits for an answer
moderation-outcome-granted = The author was right
moderation-outcome-refused = The decision stood
# Messages to the author
moderation-sms-withheld = Your report { $code } is being handled but is not published: { $reason }. You may ask for another decision: { $link }
moderation-sms-edited = Your report { $code } is published with changed words: { $reason }. Details: { $link }
moderation-sms-appeal = We answered your appeal about { $code }: { $link }
# The public page and the open data
moderation-public-title = How we review what is published
moderation-public-lead = Reports are read before they are published, to protect people. Whatever is withheld or changed has a public reason, and its author has { $days } days to ask that somebody else decide. These are the figures of a year.
moderation-public-reasons = Reasons
moderation-public-appeals = Appeals
moderation-public-how = Each decision counts on the day it is taken, each appeal on the day it is made.
moderation-data = Review of reports before publication
moderation-data-about = Decisions by month, kind and reason; appeals and what became of them.
moderation-column-id = Identifier
moderation-column-month = Month
moderation-column-kind = Kind
moderation-column-reason = Reason
moderation-column-count = Count
