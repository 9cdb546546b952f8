# Only terms marked as trusted in the glossary; the absent ones show in Arabic.

# The frame of every page: first link, header, footer
ui-menu = ⵓⵎⵓⵖ
ui-search = ⵔⵣⵓ
ui-sign-in = ⴽⵛⵎ
ui-sign-out = ⴼⴼⵖ
ui-my-account = ⴰⵎⵉⴹⴰⵏ
ui-foot-site = ⴰⵙⵉⵜ
ui-privacy = ⵜⴰⵙⵔⵜⵉⵜ ⵏ ⵜⵉⵏⵏⵓⵜⵍⴰ

# Forms. $count is a number of mistakes, $at and $of are step numbers, $n the characters left
ui-yes = ⵢⵢⵉⵀ
ui-no = ⵓⵀⵓ
ui-cancel = ⵙⵙⵔ

# Ways through lists and pages
ui-filters = ⵜⵉⵙⵜⵜⴰⵢⵉⵏ
ui-previous = ⵓⵣⵡⵉⵔ
ui-next = ⵓⴹⴼⵉⵕ
ui-all = ⵎⴰⵕⵕⴰ

# How a date was computed: the key under the days
ui-day-today = ⴰⵙⵙⴰ

# The page shown when something went wrong: what is stored, what to do next
ui-error-home = ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⵏⵓⴱⴳ
