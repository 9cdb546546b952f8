# Only terms with a trusted source; everything else shows in Arabic.
reports-search-go = ⵔⵣⵓ
reports-next = ⵓⴹⴼⵉⵕ
reports-send = ⴰⵣⵏ
reports-category = ⴰⵙⵎⵉⵍ
reports-state-all = ⵎⴰⵕⵕⴰ
reports-tab-list = ⵜⴰⵍⴳⴰⵎⵜ
reports-email = ⵉⵎⴰⵢⵍ
