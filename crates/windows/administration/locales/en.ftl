# Menu of the staff
administration-menu = First steps
administration-menu-profile = The commune
administration-menu-categories = Categories
administration-menu-answers = Answer templates
administration-menu-jobs = System jobs

# First steps: the state of each is read from what was really done
administration-title = First steps
administration-lead = What makes the commune ready for its first report. Any order will do.
administration-done-all = Everything is ready. This page stays here for a look now and then.
administration-steps = Steps
administration-progress = { $done } of { $total } done
administration-done = Done
administration-todo = To do
administration-on = ({ $day })
administration-reopen = Look again
administration-pages = All pages of administration
administration-step-profile = How to reach the commune
administration-step-profile-text = Telephone, e-mail, address and reception hours, as citizens read them.
administration-step-emblem = Emblem of the commune
administration-step-emblem-text = It stands at the top of every page and on receipts.
administration-step-cndp = CNDP declaration number
administration-step-cndp-text = It stands below every form, as law 09-08 asks.
administration-step-hours = Working hours
administration-step-hours-text = Deadlines are counted with them: check them, those of Ramadan too.
administration-step-holidays = Lunar holidays of the year
administration-step-holidays-text = Confirm each date as soon as it is announced: deadlines depend on it.
administration-step-units = Divisions and services
administration-step-units-text = What is proposed is the organisation of a large commune: remove what you do not have, name the heads.
administration-step-agents = At least one member of staff in each arrondissement
administration-step-agents-text = Each arrondissement has somebody who handles its reports.
administration-agents-missing = Nobody yet in:
administration-step-categories = Categories of reports
administration-step-categories-text = Which ones the commune offers, who takes them and how soon.
administration-step-mail = Sending e-mail
administration-step-mail-text = Send yourself a test message, then confirm that it arrived.
administration-step-sms = Sending SMS
administration-step-sms-text = Send yourself a test message, then confirm that it arrived.
administration-step-key = A copy of the encryption key in a safe place
administration-step-key-text = Without the file root.key no backup can be read. Keep it away from the server.
administration-step-backup = A recent backup
administration-step-backup-text = Made every night, and its restoration tried. Two days without one, and the step opens again here.
administration-settle-hours = Confirm the check
administration-settle-units = Confirm the check
administration-settle-categories = Confirm the check
administration-settle-mail = Confirm that the message arrived
administration-settle-sms = Confirm that the message arrived
administration-settle-key = Confirm that the copy is made
administration-step-settled = The step is noted.
administration-step-reopened = The step is to be looked at again.

# The profile of the commune
administration-profile-title = The commune
administration-profile-lead = What the commune shows of itself on every page. A change shows at once.
administration-look = Look
administration-emblem = New emblem
administration-emblem-hint = A PNG, JPEG or WebP picture, best a square one.
administration-emblem-now = Present emblem of the commune
administration-emblem-remove = Remove the present emblem
administration-colour = Colour of the commune
administration-colour-hint = For example #7a1f2b. Leave it empty to keep the blue of the Bouregreg.
administration-motto = Motto
administration-motto-hint = One line below the name of the commune.
administration-law = Personal data and openness
administration-cndp = CNDP declaration number
administration-cndp-hint = It goes with every form.
administration-source = Address where the source code is published
administration-source-hint = The licence asks to give the source code to whoever uses the service.
administration-reach = Contact
administration-phone = Telephone
administration-email = E-mail
administration-address = Address
administration-hours = Reception hours
administration-hours-hint = In plain words. The hours that deadlines are counted with are in the calendar.
administration-in-ar = In Arabic
administration-in-fr = In French
administration-in-zgh = In Amazigh
administration-in-en = In English
administration-save = Save
administration-profile-saved = The profile of the commune is saved.

# Categories
administration-categories-title = Categories of reports
administration-categories-lead = The commune offers { $offered } of { $count }.
administration-category = Category
administration-code = Code
administration-state = State
administration-offered = Offered
administration-not-offered = Not offered
administration-unit-first = Unit in charge
administration-clock-service = Service target
administration-clock-answer = Time to answer
administration-category-ours = What the commune chose
administration-category-pack = What the program foresees
administration-offer = Offered to citizens
administration-offer-hint = A category that is not offered leaves the form; its open cases stay.
administration-unit = Unit that receives the reports
administration-unit-hint = Replaces the usual route in the whole commune.
administration-unit-pack = The usual route
administration-target-hint = Leave the number empty to keep the proposed target. Open cases keep theirs.
administration-span = Length
administration-kind = Counted in
administration-kind-calendar = calendar days
administration-kind-working = working days
administration-kind-full = full days
administration-kind-hours = hours
administration-span-calendar = { $count ->
    [one] { $count } calendar day
   *[other] { $count } calendar days
}
administration-span-working = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
administration-span-full = { $count ->
    [one] { $count } full day
   *[other] { $count } full days
}
administration-span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
administration-source-law = legal deadline
administration-source-target = agreed target
administration-source-default = proposed target
administration-to-confirm = to be confirmed
administration-route = Usual route
administration-changed = Last change: { $moment }
administration-category-saved = The category is saved. The change holds for new reports.

# Answer templates
administration-answers-title = Answer templates
administration-answers-lead = { $offered } of { $count } are offered to staff. Every answer is read and adapted before it is sent.
administration-answer-add = New template
administration-answer-state = Stage of the case
administration-answer-at = Stage of the case: { $state }
administration-answer-words = What the citizen will read
administration-answer-name = Title of the template
administration-answer-text = Text of the answer
administration-variables = What is filled in by itself
administration-variables-hint = Write it between braces, as here.
administration-variable-code = Code of the case
administration-variable-unit = Unit in charge
administration-variable-date = Day of the work, or else today
administration-variable-place = Arrondissement
administration-variable-reason = What staff complete themselves (reason, date, body…)
administration-origin-pack = Original
administration-origin-changed = Changed by the commune
administration-origin-own = The commune’s own
administration-hidden = Hidden
administration-hide = Hide
administration-show = Offer again
administration-answer-back = Back to the original text
administration-answer-back-sure = The commune’s text will be lost. Go on?
administration-answer-delete = Delete the template
administration-answer-delete-sure = This template will be gone for good. Go on?
administration-answer-saved = The template is saved.
administration-answer-hidden = The template is no longer offered to staff.
administration-answer-shown = The template is offered to staff again.
administration-answer-reset = Done: nothing of the commune’s text remains.

# System jobs
administration-jobs-title = System jobs
administration-jobs-lead = What the program does in the background: sending, counting deadlines, copies. A job that fails is tried again by itself, then stops here and waits for you.
administration-parked = Stopped
administration-late = Late
administration-waiting = Waiting
administration-jobs-well = All is well
administration-jobs-well-text = No job is stopped or late.
administration-job = Job
administration-due = Due
administration-tries = Tries
administration-error = Why it failed
administration-acts = Action
administration-retry = Try again
administration-job-retried = The job will run again now.

# Refusals, beside a field
administration-emblem-wrong = This file is not a readable PNG, JPEG or WebP picture, or it is too large.
administration-colour-wrong = Write the colour like this: #7a1f2b.
administration-colour-pale = This colour is too pale: its contrast with white is { $contrast }, and 4.5 is needed. Choose a darker one.
administration-both-languages = Write the text in Arabic and in French.
administration-too-long = The text is too long: at most { $max } characters.
administration-phone-wrong = This telephone number is not right. Example: 0537780000.
administration-email-wrong = This e-mail address is not right. Example: contact@sale.ma.
administration-cndp-wrong = This declaration number is too long.
administration-source-wrong = Write a whole address that begins with https://.
administration-unit-wrong = Choose a unit of the list.
administration-kind-wrong = Choose how the length is counted.
administration-span-wrong = Write a number from 1 to { $most }.
