# Only terms with a trusted source; everything else shows in Arabic.
assets-all = ⵎⴰⵕⵕⴰ
assets-search-go = ⵔⵣⵓ
assets-file = ⴰⴼⴰⵢⵍⵓ
assets-place = ⴰⵏⵙⴰ
assets-change = ⵙⵏⴼⵍ
assets-change-save = ⵃⴹⵓ
assets-print = ⵙⵉⴳⴳⵣ
