# The list and the pages
folder-title = My digital file
folder-lead = { $count ->
    [one] One document is kept for you
   *[other] { $count } documents are kept for you
  }. You alone decide when to lend them and to whom.
folder-signed-in = Signed in:
folder-not-me = Not me: sign out
folder-add = Add a document
folder-empty = Your digital file is empty
folder-empty-text = Keep your documents here once (national card, lease, certificate of ownership…) and take them from here whenever a procedure asks for them. What the commune issues to you comes in by itself. No member of staff reads it unless you lend something.
folder-empty-page = Nothing after this.
folder-until = Valid until { $day }
folder-standing-ended = No longer valid
folder-infected-pill = Virus
# Who answers for the document
folder-trust-own = Added by yourself
folder-trust-seen = Examined by the commune
folder-trust-issued = Issued by the commune
# One document
folder-picture = Picture of the document
folder-file-pdf = Download the PDF
folder-file-image = Download the original image
folder-about = About it
folder-origin = Where it came from
folder-origin-uploaded = A file that you sent
folder-origin-case = A paper of a request that you had filed
folder-origin-issued = A document issued by the commune
folder-kept-on = Kept on
folder-issued-on = Issued on
folder-valid-until = Valid until
folder-no-end = No end date
folder-size = Size
folder-kilobytes = { $kb } kB
folder-digest = Digest of the file
folder-digest-text = SHA-256: it changes as soon as one byte changes.
folder-loans = To whom it was lent
folder-loans-none = This document was lent to no request.
folder-loan-draft = In a request that is not filed yet
folder-loan-draft-text = You can take it back as long as the request is not filed.
folder-loan-filed = Filed with the request
folder-loan-filed-text = The copy stays with the file; the service may read it as long as it keeps it: { $years ->
    [one] one year
   *[other] { $years } years
  } after the decision.
folder-loan-filed-archives = The copy stays with the file as the archives' schedule says.
folder-loan-withdrawn = Taken back
folder-loan-helped = with the help of the counter
folder-loan-consent = Consent, version { $version }
folder-withdraw = Take it out of the request
folder-looks = Who looked at it
folder-looks-count = { $count ->
    [one] Staff looked at it once:
   *[other] Staff looked at it { $count } times:
  }
folder-looks-none = No member of staff has looked at it.
folder-change = Change what is said of it
folder-name = Name of the document
folder-name-hint = As you call it. Left empty, it takes the name of its kind.
folder-kind = Kind of document
folder-kind-hint = It tells in which procedures it may be used.
folder-day-hint = day/month/year
folder-valid-hint = day/month/year, if it has an end. We remind you thirty days before.
folder-erase = Erase the document
folder-erase-text = It leaves your file at once and for good. Copies filed with requests stay there until their time is over; those in a request that is not filed are taken out of it.
folder-erase-issued = It leaves your file alone: the original stays in the commune's register. Copies filed with requests stay there.
folder-erase-sure = I confirm that I want to erase it
folder-erase-go = Erase it
# Adding
folder-add-lead = A PDF, or a clear picture of the whole document.
folder-file = The file
folder-file-hint = PDF, JPEG or PNG, { $most } MB at most. The original is kept as it is, encrypted.
folder-keep-title = Keep this paper for next time
folder-keep-lead = A paper that you gave with file { $code }.
folder-keep-agree = I agree that a copy is kept in my digital file
folder-keep-agree-hint = The copy is yours; you erase it when you like. The paper of the request stays there.
folder-keep-go = Keep it
# Lending to a procedure
folder-take = Take it from my digital file
folder-choose = Which document?
folder-lend-how = The document is copied into your request, and your file keeps a record of it. You can take it back before the request is filed; afterwards the copy stays there.
folder-lend-years = The service keeps it { $years ->
    [one] one year
   *[other] { $years } years
  } after the decision.
folder-lend-archives = It is kept as the archives' schedule says.
folder-consent = I agree that a copy of this document is given to “{ $service }” to examine my request “{ $procedure }”, and for nothing else.
folder-lend-go = Add it to the request
folder-nothing-fits = Nothing in your file fits
folder-nothing-fits-text = Your file has no document of this kind that is still valid. Send a file, or add the document to your file first.
folder-taken = Taken from the digital file
folder-said-lent = The document of your digital file was added.
# Beside a case
folder-case-given = Taken from your digital file:
folder-case-keep = You can keep these papers for another request:
folder-case-keep-go = Keep it in my digital file
folder-desk-title = Papers from the person's digital file
folder-desk-trust-own = Added by the person himself
folder-desk-trust-seen = Examined by the commune before, in a request that was granted
folder-desk-trust-issued = Issued by the commune
folder-desk-consent = with consent (version { $version }) on { $day }
# Downloading
folder-download-title = Download everything of yours
folder-download-lead = One archive: your data, your files at the commune, your kept documents, and an index that any browser opens.
folder-proof-why = Before the download we send a code to your telephone or e-mail: whoever finds your telephone open must not carry off your papers.
folder-proof-send = Send the code
folder-proof-again = Send another code
folder-proof-sent = We sent a code of six digits to
folder-proof-code = The code
folder-proof-over = This code is over or was used. Ask for another one.
folder-proof-download = to download everything of yours
folder-proof-counter = to let the counter, with you there, take a document from your digital file
folder-no-contact = We have no confirmed telephone or e-mail to send the code to. Confirm one on the page of your account.
folder-download-go = Download
folder-demo-outbox = The messages that were sent (demonstration)
folder-index-title = Everything that the commune keeps of you
folder-index-data = The data for programs
folder-index-cases = Your files
folder-index-none = Nothing.
# Messages
folder-ends-subject = A document in your digital file is about to end
folder-ends-text = Your document “{ $title }”, kept in your digital file, is no longer valid after { $day }. It cannot be used in a request then.
# What was done
folder-said-kept = The document is kept in your digital file.
folder-said-changed = The change was kept.
folder-said-erased = The document was erased.
folder-said-withdrawn = The document was taken out of the request.
# Refusals
folder-infected = This file holds a virus
folder-infected-text = It is shut away and can be neither opened nor lent. Erase it and send a copy from a sound device.
folder-gone = This document does not exist any more
folder-gone-text = The commune cancelled it, or its original was erased.
folder-ended = This document is no longer valid
folder-ended-text = It cannot be used in a request. Add the new one, or correct the date if it is wrong.
folder-other-kind = This document is not of the kind that is asked for.
folder-title-missing = Write the name of the document.
folder-title-long = The name is long: { $max } characters at most.
folder-kind-missing = Choose the kind of document.
folder-file-missing = Choose the file.
folder-day-wrong = This is not a date. Write it like this: 24/11/2026.
folder-issued-later = The date of issue is still to come.
folder-ends-before = The end date is before the date of issue.
folder-full = Your file has { $most } documents, the most it can. Erase what you do not need.
folder-heavy = Your file is full: { $most } MB at most. Erase what you do not need.
folder-erase-unsure = Confirm that you want to erase it.
folder-keep-consent = Agree that the copy is kept, or go back without keeping it.
folder-consent-missing = The document is not given without your consent.
folder-filed-already = The request was filed: the copy stays with it until its time is over.
folder-not-yours = A document is taken only for a request of the person whose digital file it is.
folder-document-missing = Choose a document.
# On the page of the person
folder-own-kept = You kept: { $title }
folder-own-lent = A document was lent to “{ $unit }”
folder-own-ends = No longer valid after { $day }
folder-own-count = { $count ->
    [one] One document is kept for you
   *[other] { $count } documents are kept for you
  }
folder-own-none = Nothing is kept yet
