# The frame of every page: first link, header, footer
ui-skip = Skip to the content
ui-language = Language of this page
ui-menu = Menu
ui-search = Search
ui-search-label = Code, service or word
ui-account = My files
ui-unread = Unread messages:
ui-sign-in = Sign in
ui-sign-out = Sign out
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
ui-notifications = Notifications
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
ui-errors-kept = Everything you wrote is still on this page. If you attached photos, choose them again.
ui-step = Step { $at } of { $of }
ui-kept = We brought back what you wrote earlier on this device.
ui-kept-erase = Erase and start again
ui-left = Characters left: { $n }
ui-lookup-none = We do not know this number. Check it, or choose the place on the map.

# Choosing a place: with the map, the phone, or by hand
ui-point = The place
ui-point-hint = Touch the place on the map, use your phone’s position, or describe it in the address.
ui-point-here = I am there now
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
ui-pin = Secret number
ui-pin-hint = Shown only once. Write it down: it opens the messages and lets you answer.
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
