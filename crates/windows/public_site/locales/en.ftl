# The home page: one question, three doors
public_site-home = Home
public_site-question = What do you want to get done today?
public_site-promise = No account needed, from any phone. You get a code to follow your request.
public_site-door-report = Report a problem
    .words = complaint fault broken
public_site-door-report-hint = Street light, pothole, waste, water leak
public_site-door-request = Ask for a paper or a permit
public_site-door-request-hint = Permits, civil status, legalisation, public space
public_site-door-case = Follow your case
    .words = code receipt answer
public_site-door-case-hint = With the code on your receipt
public_site-door-map = See the map of the town
    .words = map reports
public_site-door-map-hint = What your neighbours reported, and what was done
public_site-what = What is the problem?
# $count: number of categories
public_site-all-categories = All { $count } categories
public_site-latest = Reported by your neighbours
public_site-latest-all = All reports
public_site-latest-none = No report has been published yet
public_site-latest-none-text = Reports show here once they have been reviewed, without their author's name.
public_site-where = Where is your case?
public_site-code = Code of the case
public_site-code-hint = The code is on your receipt, for example
public_site-follow = Follow
public_site-doors-now = Counters right now
# $name: name of the commune
public_site-facts = { $name } in figures
public_site-population = Inhabitants
public_site-census = Census of 2024
public_site-open-reports = Reports under way
public_site-solved-reports = Reports answered
public_site-arrondissements = Arrondissements:
public_site-statistics = Delays and answers in figures
    .words = statistics delays
public_site-statistics-hint = By category, by arrondissement, month by month
public_site-open-data = Open data
    .words = csv json download
public_site-open-data-hint = Every file, to download and reuse

# Opening hours
public_site-open-now = Open
public_site-closed-now = Closed
public_site-closed = Closed
public_site-closes-at = Closes at { $hour }
public_site-opens-at = Opens today at { $hour }
public_site-opens-on = Opens { $day } at { $hour }
public_site-ramadan = During Ramadan
public_site-moon = to be confirmed by the moon

# Contact and counters
public_site-contact-title = Contact the commune
    .words = telephone address email
public_site-contact-lead = By phone, by e-mail, at the counter or on this site: the answer is the same.
public_site-phone = Telephone
public_site-email = E-mail
public_site-address = Address
public_site-contact-case = Write about a case
public_site-contact-case-hint = Open it with its code; the service in charge will answer
public_site-counters-title = Counters and opening hours
    .words = hours opening counter
public_site-counters-hint = Places, hours and days off
public_site-contact-none = Telephone and address will be here soon
public_site-contact-none-text = Meanwhile, report a problem on this site or come to a counter.
public_site-danger = Danger? Call at once
public_site-danger-text = This site is not for emergencies. In case of fire, bare cables or injured people, call first.
public_site-helpline = Information and complaints
public_site-to-confirm = to be confirmed
public_site-counters-lead = Everything on this site can also be done at a counter. Give the code of your case, or ask a clerk to file it for you.
public_site-counters-list = Where to come
public_site-counters-none = The list of counters is not published yet
public_site-whole-commune = The whole commune
public_site-way-counter = at the counter
public_site-way-phone = by phone
public_site-way-post = by post
public_site-week = Opening hours
public_site-days-off = Next days off

# Right of access to information, legal notices
public_site-information-title = Right of access to information
    .words = legal notices law 31-13
public_site-information-lead = Everyone may ask for the information that the commune holds: a right under article 27 of the Constitution and law 31-13.
public_site-information-ask = Ask for information
public_site-information-ask-text = The request is free, except for copying or sending. It gives your name, your address, your identity or residence card number and what you are looking for; it is handed in against a receipt, or sent by post or e-mail (articles 4, 5 and 14).
public_site-information-reply = An answer within 20 working days, extended once by 20 days with a reasoned notice (article 16).
public_site-information-urgent = Three days when a person's life, safety or freedom depends on it (article 17).
public_site-information-refusal = A refusal is written, gives its reasons, and recalls the right to complain (article 18).
public_site-information-complaint = If the answer does not satisfy you: complain to the president of the commune within 20 working days, then to the Commission for the right of access to information within 30 days, then to the administrative court (articles 19 to 21).
public_site-information-officer = Who answers:
public_site-information-portal = the national portal for filing and following a request.
public_site-information-open = What the commune publishes by itself
public_site-information-open-text = Much of it is already here, to download without asking:
public_site-not-named = not named yet
public_site-notices = Legal notices
# $name: name of the commune
public_site-notices-publisher = This site is published by the commune of { $name }. The president of the council is responsible for it.
public_site-notices-duty = A receipt from this site is proof of filing: it bears a number, a date and the electronic signature of the commune.
public_site-notices-reuse = What is published here may be reused freely if source and date are given and the meaning is kept (law 31-13, article 6).

# Protection of personal data
public_site-privacy-title = Protection of your data
    .words = privacy law 09-08 cndp
# $name: name of the commune
public_site-privacy-lead = The commune of { $name } answers for what you entrust to it. It asks as little as possible, sells nothing, and shows you who looked at it.
public_site-privacy-cndp = Declared to the CNDP under number
public_site-privacy-cndp-none = The declaration to the CNDP is under way: its number will show here.
public_site-privacy-why = Why these data
public_site-privacy-why-1 = To receive your report and answer you: your words, the place, your photos.
public_site-privacy-why-2 = To tell you: a telephone or an e-mail, only if you give one.
public_site-privacy-why-3 = To keep your account, if you open one: name, contact, language.
public_site-privacy-why-4 = To measure delays and the quality of answers, without naming anybody.
public_site-privacy-ground = Ground: the public service entrusted to the commune, or your consent where the answer is optional (law 09-08, article 4). Every form marks what is optional.
public_site-privacy-who = Who has access
public_site-privacy-who-text = The staff of the service that handles your case, and nobody else. A contractor sees only what was handed to it. A complaint about staff is never shown to their service.
public_site-privacy-public = The words and place of a report become public after review, if you agreed, without your name and at an approximate position that depends on the category.
public_site-privacy-safe = How they are kept
public_site-privacy-safe-text = Names, contacts and private words are encrypted; the keys are kept apart. Every look at a file is written in a journal that nobody can rewrite.
public_site-privacy-rights = Your rights
public_site-privacy-right-1 = To know what the commune holds about you, free of charge (article 7).
public_site-privacy-right-2 = To have a mistake corrected within ten days (article 8).
public_site-privacy-right-3 = To object, for a legitimate reason, to a processing (article 9).
public_site-privacy-right-4 = To ask that your account be erased, from its page.
public_site-privacy-officer = Who answers you on this:
public_site-privacy-cndp-complaint = You may also turn to the national commission for the protection of personal data:
public_site-privacy-looks = Who looked at your data
public_site-privacy-account = Your account and your data
public_site-retention = How long data is kept
public_site-retention-lead = The time runs from the closing of the case. After it, data is erased by itself, at night.
public_site-kind = Data
public_site-kept-for = Kept
public_site-then = Then
public_site-basis = Ground
public_site-for-good = Without limit
public_site-years = { $count ->
    [one] One year
   *[other] { $count } years
    }
public_site-days = { $count ->
    [one] One day
   *[other] { $count } days
    }
public_site-then-erase = Erased
public_site-then-keep = Kept
public_site-then-keep-without-person = Kept without the person

# Accessibility
public_site-accessibility-title = Accessibility
public_site-accessibility-lead = This site is for everybody: with an old phone, a slow line, a keyboard or a screen reader.
public_site-accessibility-1 = Every page exists in Arabic, French, Amazigh and English; a text that is not translated yet shows in Arabic and tells the screen reader so.
public_site-accessibility-2 = Everything works without JavaScript and with the keyboard alone.
public_site-accessibility-3 = Colours have contrast; nothing depends on colour alone.
public_site-accessibility-4 = Every map has a list, every chart a table.
public_site-accessibility-5 = Pages follow the text size and the dark mode of your device.
public_site-accessibility-limits = What still needs work
public_site-accessibility-limits-text = Photos of reports have no description, and sign language is not offered yet. We aim at level AA of WCAG 2.2; nobody outside has checked it yet.
public_site-accessibility-tell = Something in your way?
public_site-accessibility-tell-text = Tell us where you got stuck. Everything here can also be done at a counter or by phone.

# Source code
public_site-source-title = The source of this site
public_site-source-lead = This site runs on Jamaa, free software: anyone may read it, check it and reuse it.
public_site-source-licence = European Union Public Licence (EUPL) 1.2.
public_site-source-none = The address of the source is not published here yet. Ask the commune for it.
public_site-source-others = Licences of the components in use

# Search
public_site-search-title = Search
public_site-search-label = A word, a service or the code of a case
public_site-search-go = Search
public_site-search-count = { $count ->
    [0] Nothing found
    [one] One result
   *[other] { $count } results
    }
public_site-search-requests = What you can ask for
public_site-search-categories = Report a problem
public_site-search-pages = Pages
public_site-search-reports = Published reports
public_site-search-none = Nothing with these words
public_site-search-none-text = Try a simpler word, in Arabic or French, or ask us.
