# Only terms with a trusted source; everything else shows in Arabic. See docs/words.md.
requests-search-go = ⵔⵣⵓ
requests-next = ⵓⴹⴼⵉⵕ
requests-give-send = ⴰⵣⵏ
