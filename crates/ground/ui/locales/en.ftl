# The frame of every page: first link, header, footer
ui-skip = Skip to the content
ui-language = Language of this page
ui-menu = Menu
ui-search = Search
ui-search-label = Code, service or word
ui-account = My page
ui-unread = Unread messages:
ui-sign-in = Sign in
ui-sign-out = Sign out
ui-leave-offline = No network: signing out needs one. Your page stays open.
ui-leave-unsent = Not sent yet: { $n }. If you sign out, it stays on this device and goes out only when you sign in again. Sign out?
ui-my-account = My account
ui-foot-offline = No internet?
ui-foot-offline-text = Everything on this site can also be done at the commune’s counters. The code of your file is enough.
ui-foot-counters = Counters and opening hours
ui-foot-commune = The commune
ui-foot-information = Right of access to information
ui-foot-site = This site
ui-contact = Contact us
ui-open-data = Open data
ui-privacy = Your personal data
ui-accessibility = Accessibility
ui-source = Source code of this site

# Ribbons above the header: a demonstration, or a page served from its last good copy ($time is an hour)
ui-demo = Demonstration site: the people and files are invented.
ui-demo-link = About the demonstration
ui-as-of = The database is not answering. This is the page as it was at { $time }.

# Staff screens: side navigation and the menu of the person
ui-views = Lists and tools
ui-citizen-site = The citizens’ site

# Forms. $count is a number of mistakes, $at and $of are step numbers, $n the characters left
ui-optional = (optional)
ui-choose = Choose
ui-yes = Yes
ui-no = No
ui-cancel = Cancel
ui-errors-title = { $count ->
    [one] One thing to correct before sending
   *[other] { $count } things to correct before sending
    }
ui-step = Step { $at } of { $of }
ui-kept = We brought back what you wrote earlier on this device.
ui-kept-erase = Erase and start again
ui-left = Characters left: { $n }
ui-lookup-none = We do not know this number. Check it, or choose the place on the map.

# Beside a field for files: the button that opens the telephone's photos or files
ui-choose-photo = Choose a photo
ui-choose-file = Choose a file

# Choosing a place: with the map, the phone, or by hand
ui-point = The place
ui-point-hint = Touch the place on the map, use your phone’s position, or describe it in words.
ui-point-here = Use this device’s position
ui-point-wait = Looking for your position…
ui-point-done = Position found. Move the mark if needed.
ui-point-refused = We could not find your position. Choose it on the map or describe it in words.
ui-point-by-hand = Type the coordinates
ui-latitude = Latitude
ui-longitude = Longitude

# Maps: buttons, and what shows while the map is not there
ui-map-open = Open the map
ui-map-in = Zoom in
ui-map-out = Zoom out
ui-map-without = The map shows here if the browser allows it. The list shows the same things.
ui-close = Close

# Ways through lists and pages
ui-crumbs = You are here
ui-filters = Filters
ui-tabs = Parts of the page
ui-pages = Pages of the list
ui-previous = Previous
ui-next = Next
ui-all = See all
ui-sift = Type a word to shorten the list
ui-sift-none = Nothing with this word. Try another one, or choose “Other”.

# How a date was computed: the key under the days
ui-day-counted = Counted day
ui-day-feast = Holiday
ui-day-today = Today
ui-day-due = Due date

# The receipt: what the citizen keeps
ui-copy-code = Copy the code
ui-copied = Copied
ui-qr = QR code that opens the page of the file
ui-pin = PIN
ui-pin-hint = Keep it: it opens your file and its messages, and lets you answer.
ui-print-receipt = Print the receipt

# Charts and tables
ui-in-a-table = The figures in a table
ui-in-a-list = In a list
ui-how-computed = How it is computed

# A rating: the spoken name of each star, $count from 1 to 5
ui-stars = { $count ->
    [one] One star out of five
   *[other] { $count } stars out of five
    }

# The page shown when something went wrong: what is stored, what to do next
ui-error-code = Error
ui-error-stored-title = What is stored
ui-error-nothing-stored = Nothing new was stored, and nothing stored before is lost.
ui-error-next = What you can do now
ui-error-home = Home page
ui-error-contact = Contact the commune
ui-error-reference = Give this reference:

# The foot of every e-mail
ui-email-why = You receive this message because a file of the commune is linked to your address.
ui-email-no-reply = Do not answer this e-mail: answer from the page of your file.
# After the session has ended
ui-session-title = Your session has ended
ui-session-text = Nothing you typed is lost. Sign in in a new tab, then come back here and send again.
ui-session-sign-in = Sign in in a new tab
ui-session-again = Send again
ui-administration = Administration
ui-desk = My desk
ui-error-search = Search the site
ui-error-case = Open a case with its code

# What the browser says about a field, in the page's language
ui-say-fill = Please fill in this field.
ui-say-pick = Please choose an answer.
ui-say-tick = Please tick this box to continue.
ui-say-email = This e-mail address is not correct. Example: name@example.ma.
ui-say-url = This web address is not correct. Example: https://example.ma.
ui-say-date = Please write the whole date.

# A form sent back with mistakes: what stays, and the photos that a browser never keeps
ui-errors-words = Everything you wrote is kept on this page.
ui-errors-photos = Choose your photos again if you had added some.

# Choosing a place without scripts, from the keyboard, or outside the limits of the commune
ui-point-hint-plain = Describe the place in words, or write its coordinates if you know them.
ui-map-keys = The arrow keys move the map; Enter puts the mark at its centre.
ui-map-outside = This point is outside the commune. Check the place.

# The key under the days of a deadline
ui-day-weekend = Weekend or day not counted

# A colour chosen with the browser's own picker
ui-pick-colour = Choose the colour from a palette
ui-error-desk = Back to the files at hand
ui-session-files = Only the photos are not kept here: add them after sending.
