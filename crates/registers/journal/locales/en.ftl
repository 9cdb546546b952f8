# The journal, for inspectors and data protection
journal-menu = Journal
journal-title = Journal of acts
journal-lead = Who did what, when, and who looked at which file. Each line bears the digest of the one before it: none can be changed or taken away unseen.
journal-all = All
journal-modules = Fields
journal-total = { $count ->
    [one] One act
   *[other] { $count } acts
    }
# $day: date, $seq: number of the last signed act
journal-signed = last signed on { $day }, up to number { $seq }
journal-unsigned = not signed yet: it is signed every evening
journal-heads = The published signatures
journal-verify = Verify the chain
journal-holds = The chain is intact, from the first act to the last.
journal-broken = The chain is broken. Keep the backups, write nothing, and call whoever keeps the machine.
journal-verb = Act
journal-day = Day
journal-actor = Author
journal-subject = Subject
journal-filter = Filter
journal-seq = Number
journal-at = Moment
journal-none = No act matches
journal-none-text = Remove a filter or change the day.
journal-entry = Act no. { $seq }
journal-act = The act
journal-of-subject = Every act on the same subject
journal-summary = What was noted
journal-summary-none = Nothing more was noted.
journal-chain = Its place in the chain
journal-chain-text = The digest is computed over every field of the act and the digest before it.
journal-hash = Digest
journal-previous = Digest before it
journal-in-chain = Intact
journal-out-of-chain = Altered
