# The staff pages of the organisation
units-menu = Organisation
units-title = Organisation
units-count = { $count ->
    [one] One unit
   *[other] { $count } units
    }
units-add = Add a unit
units-add-below = Add a unit below
units-headless = no head
units-external = Outside the commune
units-kind = Kind
units-kind-division = Division
units-kind-service = Service
units-kind-cell = Cell
units-kind-counter = Counter
units-kind-contractor = Contractor
units-kind-arrondissement = Arrondissement
units-kind-partner = Partner
units-duty-triage = Shares out
units-duty-moderation = Reads before publication
units-duty-restricted = Confidential files

# One unit: its heads, then the form
units-heads = Heads
units-no-head = Nobody was named yet: the unit above answers for it.
units-person = Person
units-from = From
units-to = Until
units-decision = Decision
units-state = State
units-acts = Actions
units-now = In office
units-end-post = Ends
units-last-day = Last day
units-end-post-save = Set the last day
units-appoint = Name the head
units-appoint-save = Name
units-no-people = Add members of staff first: they can then be chosen here.
units-about = The unit
units-name-ar = Name in Arabic
units-name-fr = Name in French
units-name-en = Name in English
units-parent = Belongs to
units-top = Nothing above it
units-area = Arrondissement
units-whole-commune = The whole commune
units-external-tick = Outside the commune
units-external-hint = A contractor or another body: it sees only what was handed to it.
units-save = Save
units-retire = Retire the unit
units-retire-sure = The unit will take no new file. Its history stays. Go on?
units-retired-on = This unit was retired on { $day }.

# Absences and delegations
units-absences = Absences and delegations
units-absences-lead = While a head is away, the delegate receives the files and the warnings. Without a delegate, the unit above does.
units-nobody-away = Nobody is away
units-delegate = Delegate
units-delegate-hint = Stands in with the same tasks until the last day.
units-no-delegate = Nobody: the unit above
units-absence-add = Note an absence
units-absence-save = Note the absence
units-absence-cancel = Cancel
units-absence-cancel-sure = The absence and its delegation will be erased. Go on?

# Notices after a change
units-added = The unit was added.
units-saved = The unit was saved.
units-retired = The unit was retired.
units-head-set = The head was named.
units-head-ended = The last day was set.
units-absence-noted = The absence was noted.
units-absence-cancelled = The absence was cancelled.

# Refusals beside a field
units-name-wrong = Write at most { $most } characters.
units-kind-wrong = Choose a kind.
units-day-wrong = Choose a day.
units-days-reversed = The last day comes before the first.
units-person-missing = Choose a person.
units-own-delegate = Nobody can stand in for himself.
units-post-taken = Another head is named from { $day }. End that post first.
units-parent-unknown = The unit above does not exist any more.
units-circle = A unit cannot stand below itself.
units-area-unknown = This arrondissement is not one of ours.
units-not-empty = Units still belong to this one. Move or retire them first.
units-last-triage = No other unit receives the files that nobody else takes.
units-retired-already = This unit is retired.

# Open data: title of the dataset and of its columns
units-data-units = Organisation
units-data-units-about = The units of the commune and the bodies that work for it, without the people in them.
units-column-id = Identifier
units-column-parent = Identifier of the unit above
units-column-kind = Kind
units-column-name-ar = Name in Arabic
units-column-name-fr = Name in French
units-column-area = Code of the arrondissement that it serves
units-column-external = Outside the commune
