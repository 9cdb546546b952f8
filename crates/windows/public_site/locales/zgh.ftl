# Only terms with a trusted source; everything else shows in Arabic. See docs/words.md.
public_site-menu-home = ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⵏⵓⴱⴳ
public_site-search = ⴰⵔⵣⵣⵓ
public_site-search-go = ⵔⵣⵓ
public_site-email = ⵉⵎⴰⵢⵍ
public_site-address = ⴰⵏⵙⴰ
