# List of numbered objects
assets-menu = Numbered objects
assets-title = Numbered objects
assets-lead = Lamps, bins and others: the number alone says where the problem is.
assets-import = Import a file
assets-search = Number, street or quarter
assets-search-go = Search
assets-all = All
assets-kinds = Kinds
assets-count = { $count ->
    [one] one object
   *[other] { $count } objects
 }
assets-number = Number
assets-kind = Kind
assets-place = Address
assets-area = Arrondissement
assets-state = State
assets-point = Position
assets-placed = known
assets-not-placed = not given
assets-state-in-place = In place
assets-state-damaged = Damaged
assets-state-removed = Removed
assets-empty = No object here
assets-empty-text = Change the search, or import a CSV or GeoJSON file.
# Import
assets-file = File
assets-file-hint = CSV or GeoJSON, in UTF-8.
assets-look = Look at the file
assets-columns = Columns of the file
assets-columns-text = Only the column number is needed. Positions in decimal degrees. A number already known is updated, never doubled.
assets-preview = What will happen
assets-preview-rows = Good rows
assets-preview-added = New
assets-preview-changed = To change
assets-preview-same = Unchanged
assets-preview-outside = { $count ->
    [one] One point lies outside of the commune
   *[other] { $count } points lie outside of the commune
 }
assets-preview-take = { $count ->
    [one] Import this row
   *[other] Import these { $count } rows
 }
assets-preview-leave = Do nothing
assets-faults = { $count ->
    [one] One row cannot be imported
   *[other] { $count } rows cannot be imported
 }
assets-faults-text = Correct them in the file and import it again: nothing will be doubled.
assets-line = Line
assets-fault = Fault
assets-imported = The file was imported.
assets-changed = The object was saved.
# Page of an object
assets-details = Details
assets-cases = Cases about it
assets-change = Change
assets-change-save = Save
assets-lat = Latitude
assets-lon = Longitude
assets-street = Street
assets-quarter = Quarter
assets-note = Internal note
assets-label = Label
assets-qr = Square code that opens the page of this object
assets-print = Print the label
assets-label-says = A problem here? Scan the code.
assets-report = Report a problem with it
assets-earlier = Earlier reports
assets-removed-public = This object was removed. If it still stands here, please report it.
assets-damaged-public = This object is damaged; the commune knows. If you see a danger or a new problem, please report it.
assets-reserved-public = This number is reserved: the object is not in place yet.
# Refusals
assets-kind-unknown = The kind { $kind } is unknown.
assets-file-absent = Choose the file again.
assets-file-not-utf8 = The file is not in UTF-8. Save it in that encoding.
assets-file-unreadable = The file cannot be read: neither good CSV nor GeoJSON.
assets-file-empty = This file has no row.
assets-file-long = The file has more than { $most } rows. Cut it in parts.
assets-file-no-number = The first line has no column called number.
assets-number-wrong = The number is missing or too long.
assets-number-twice = The number { $number } is in the file twice.
assets-point-wrong = Position not understood: { $lat }, { $lon }. Write decimal degrees such as 34.0412 and -6.8033.
assets-point-outside = This point lies outside of the commune.
assets-state-wrong = State { $state } unknown: in_place, damaged or removed.
assets-day-wrong = Date { $day } not understood. Write 2026-11-24.
assets-text-long = Text longer than { $most } characters.
# Open data
assets-data = Numbered objects
assets-data-about = Lamps, bins and other objects that carry a number, with their position and state.
assets-column-id = Id of the object
assets-column-kind = Kind of object
assets-column-number = Number written on it
assets-column-state = State
assets-column-area = Code of the arrondissement
assets-column-quarter = Quarter
assets-column-street = Street
assets-column-lat = Latitude, decimal degrees
assets-column-lon = Longitude, decimal degrees
assets-labels = Labels to print
assets-labels-print = Print the labels
assets-labels-how = { $count ->
    [one] One label. Print on a self-adhesive A4 sheet (14 labels of 99.1 × 38.1 mm), at 100% and without margins.
   *[other] { $count } labels. Print on self-adhesive A4 sheets (14 labels of 99.1 × 38.1 mm), at 100% and without margins.
 }
assets-labels-no-phone = The commune has no telephone number in its settings yet: it will not be on the label.
assets-state-reserved = Number reserved, not put up yet
# Numbers that the commune gives itself
assets-number-them = Number objects
assets-number-lead = The commune gives its own numbers: labels are printed first, then the place of each object is noted when its label is put up.
assets-letters = Letters of the series
assets-letters-hint = Three letters, for example TAB for Tabriquet. Each kind has its own series.
assets-count-them = How many numbers?
assets-number-go = Give the numbers
assets-numbered = The numbers are given. You can print their labels now.
assets-check = Check letter
assets-check-text = Each number ends with a letter computed from the rest (ISO/IEC 7064, MOD 37-2): whoever gets one digit wrong, or swaps two neighbours, is told at once. That is why some numbers are skipped.
assets-series = Series
assets-series-last = Last number
# Refusals
assets-series-shape = A series is written with three Latin letters, not { $letters }.
assets-series-count = Write a number from 1 to { $most }.
assets-series-taken = The series { $letters } belongs to another kind of object.
assets-series-in-list = Numbers of an imported list, without a check letter, begin with { $letters }. Choose other letters.
assets-series-full = The series { $letters } has no numbers left.
assets-number-not-of-series = Line { $line }: the number { $number } is of a series of the commune, but its check letter or its kind does not fit.
assets-list-long = You wrote { $count } numbers. The limit is { $most } at a time.
# After several numbers in a report
assets-list-found = { $count ->
    [one] One known object: { $numbers }.
   *[other] { $count } known objects: { $numbers }.
 }
assets-list-unknown = Not known: { $numbers }.
