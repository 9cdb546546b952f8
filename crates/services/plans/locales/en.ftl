# Plans of a permit, and what is written on them. square is a letter and a number, such as C4.
plans-title = Plans
plans-commune = Commune of { $name }
plans-remarks = { $count ->
    [0] no remark
    [one] { $count } remark
   *[other] { $count } remarks
 }
plans-open = { $count ->
    [one] { $count } unresolved
   *[other] { $count } unresolved
 }
plans-stamped = Stamped
plans-aside = Set aside
plans-stamped-copy = Stamped copy (PDF)
plans-stamped-on = Stamped ne varietur on { $day }
plans-not-stamped = This plan could not be stamped
plans-fault-large = The plan is beyond what is looked at: 40 MB, 60 pages, 5 metres.
plans-fault-locked = The plan is locked by a password.
plans-fault-unreadable = The plan cannot be read.
plans-fault-slow = The plan took too long to read. Try again, or ask for a simpler one.
plans-page = Page { $page } of { $pages }
plans-original = Original
plans-how = Touch the place on the plan, then write the remark.
plans-remarks-title = Remarks
plans-remarks-none = No remark on this plan.
plans-where = page { $page }, square { $square }
plans-resolved = Resolved
plans-unresolved = Unresolved
plans-resolve = Resolve
plans-reopen = Reopen
plans-opinions = Opinions of the services
plans-write = New remark
plans-square = Square
plans-square-hint = A letter from A to P, from the left, and a number from 1 to 12, from the top.
plans-words = Remark
plans-write-go = Pin the remark
plans-set-aside = Set aside: a newer plan replaces it
plans-back = Count this plan again
plans-to-mend = Remarks on your plans
plans-yours = Your stamped plans
plans-yours-text = They bear the stamp ne varietur on every page and the seal of the commune. Keep them on the site.
plans-download = Download
plans-said-remarked = The remark is pinned to the plan.
plans-said-resolved = The remark is marked.
plans-said-aside = The plan is marked.
plans-no-such-square = Write a letter from A to P and a number from 1 to 12.
plans-no-such-page = The plan has no such page.
plans-needs-words = Write the remark.
plans-too-many = There are too many remarks: return the plans.
