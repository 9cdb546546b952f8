# Who files for others: the list of the administrator. $day is a date, $count a number
assisted-menu-mandates = Filing for others
assisted-menu-kiosks = Kiosks
assisted-mandates = Who files for others
assisted-mandates-lead = Public writers and associations that the commune mandated for listed procedures, until a day, with a written mandate of each person.
assisted-none = The commune has mandated nobody yet
assisted-none-text = Whoever is mandated shows here, with the journal of what was done.
assisted-appoint = Mandate a public writer or an association
assisted-appoint-lead = An invitation goes out by e-mail, to choose a password and a second factor; before that, nothing can be done.
assisted-appoint-go = Mandate and send the invitation
assisted-kind = Capacity
assisted-kind-writer = Public writer
assisted-kind-association = Association
assisted-name = Name as people will read it
assisted-name-hint = For example: Office of the public writer Ahmed, Sidi Moussa
assisted-email = E-mail address
assisted-email-hint = Of one person: everyone files with an account of their own.
assisted-email-wrong = Write a valid e-mail address.
assisted-agreement = Agreement or decision
assisted-agreement-hint = Number and date
assisted-procedures = Procedures that may be filed
assisted-procedures-hint = No others can be filed.
assisted-procedures-count =
    { $count ->
        [one] { $count } procedure
       *[other] { $count } procedures
     }
assisted-from = From
assisted-until = until { $day }
assisted-ends-on = Last day
assisted-ended-at = Revoked on
assisted-day-hint = day/month/year, one year at most
assisted-standing-valid = In force
assisted-standing-expired = Expired
assisted-standing-revoked = Revoked
assisted-not-ready = Account not set up yet
assisted-not-ready-text = Password and second factor were not chosen yet; until then everything is refused.
assisted-shared = One contact for { $count } different people
assisted-shared-text = Make sure that the messages reach the people and not whoever files for them.
assisted-journal = Journal of what was done
assisted-journal-masked = Only initials are shown, and your reading of this page is recorded.
assisted-journal-own = My journal
assisted-journal-own-lead = Everything you did for others: for whom, what, when. The administrator of the commune sees it too.
assisted-no-deed = Nothing yet
assisted-what-noted = Mandate noted
assisted-what-began = Request begun
assisted-what-looked = Looked
assisted-what-filed = Filed
assisted-what-gave = Papers added
assisted-what-ended = The person objected and ended the mandate
assisted-renew = Change the procedures or prolong
assisted-renew-go = Save
assisted-revoke = Revoke the mandate
assisted-revoke-text = At once: sessions end, every mandate of a person ends, and what was begun goes back to its person.
assisted-revoke-go = Revoke the mandate now
assisted-revoke-sure = Revoke the mandate now?
assisted-why = Reason
assisted-said-appointed = Mandated; the invitation is on its way.
assisted-said-renewed = Saved.
assisted-said-revoked = The mandate is revoked, the sessions are over.
assisted-save = Save
# Refusals. $day is a date
assisted-needed = This field is needed.
assisted-day-wrong = Write the date like this: 31/12/2026.
assisted-ends-before = The last day cannot be before the first.
assisted-year-most = One year at most, then it is renewed.
assisted-no-procedure = Choose at least one procedure.
assisted-holder-twice = This account has a mandate already; renew it.
assisted-holder-unknown = This account is not mandated to file for others. Ask the commune.
assisted-holder-ended = Your mandate was revoked on { $day }: you cannot file for others any more. Your journal stays open to you; ask the commune if you have questions.
assisted-holder-expired = Your mandate ended on { $day }. Ask the commune to renew it.
assisted-holder-factor = The second factor of your account is not set up. Open the invitation you received by e-mail, or ask for another.
assisted-holder-procedure = Your mandate does not include this procedure. The person can file it alone or at the counter.
assisted-paper-ended = The person, or the commune, ended this mandate. You cannot go on in their name.
assisted-paper-expired = This mandate ended on { $day }. Note a new signed one.
assisted-paper-procedure = This mandate does not name this procedure.
assisted-signed-later = The signature cannot be of a future day.
assisted-longer-than-own = A mandate does not outlast your own: { $day }.
assisted-own-contact = This is your own contact. Write the telephone or e-mail of the person: they are the one to be told.
assisted-proof-missing = Attach the signed mandate or write its reference.
# Messages to the citizen. $name is the holder, $case the code of the file, $link an address, $code a code
assisted-mail-subject = A request in your name at the commune
assisted-sms-filed = { $name } filed { $case } in your name. To look, or to object if you did not ask for it: { $link } (code { $code }, also taken at the counter)
assisted-sms-ended = { $name } does not act for you at the commune any more. To go on yourself with what was begun: { $link }
# Kiosks. $count is a number of visits, $at a moment
assisted-kiosks = Kiosks
assisted-kiosks-lead = Devices where anybody files a request, and which keep nothing once the person has left.
assisted-kiosks-none = No kiosk yet
assisted-kiosk-new = New kiosk
assisted-kiosk-name-field = Name
assisted-kiosk-name = Give the kiosk a name.
assisted-kiosk-site = Where it stands
assisted-kiosk-site-hint = For example: town hall, ground floor
assisted-kiosk-procedures = Procedures open on it
assisted-kiosk-procedures-hint = Without a choice: those of citizens that ask no paper to be attached.
assisted-kiosk-add = Add and make the link
assisted-kiosk-link = Link for another device
assisted-kiosk-revoke = Stop
assisted-kiosk-revoke-sure = Stop this kiosk now?
assisted-kiosk-ready = In use
assisted-kiosk-waiting = Waits for its device
assisted-kiosk-ended = Stopped
assisted-visits =
    { $count ->
        [0] no visit this month
        [one] { $count } visit this month
       *[other] { $count } visits this month
     }
assisted-seen = last used: { $at }
assisted-link-once = Open this link on the device itself. It is shown once.
assisted-link-how = Good for twenty-four hours and one time. Once opened, that device is the kiosk.
assisted-said-kiosk-changed = Saved.
assisted-said-kiosk-revoked = The kiosk is stopped.
assisted-set-up = Make this device a kiosk
assisted-set-up-text = Every account open in this browser is forgotten; from then on it shows the pages of the kiosk only.
assisted-set-up-go = This device is the kiosk
