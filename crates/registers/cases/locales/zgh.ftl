# Only terms with a trusted source; everything else shows in Arabic. See docs/words.md.
cases-yes = ⵢⵢⵉⵀ
cases-no = ⵓⵀⵓ
cases-filter = ⵜⵉⵙⵜⵜⴰⵢⵉⵏ
cases-all = ⵎⴰⵕⵕⴰ
cases-category = ⴰⵙⵎⵉⵍ
cases-reply-send = ⴰⵣⵏ
cases-tell-go = ⴰⵣⵏ
