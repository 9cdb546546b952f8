# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
public_site-home = ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⵏⵓⴱⴳ
public_site-address = ⴰⵏⵙⴰ
public_site-email = ⵉⵎⴰⵢⵍ
public_site-privacy-title = ⵜⴰⵙⵔⵜⵉⵜ ⵏ ⵜⵉⵏⵏⵓⵜⵍⴰ
public_site-privacy-rights = ⵉⵣⵔⴼⴰⵏ
public_site-search-title = ⴰⵔⵣⵣⵓ
public_site-search-go = ⵔⵣⵓ
public_site-search-pages = ⵜⴰⵙⵏⵉⵡⵉⵏ
