# Only terms with a trusted source; everything else shows in Arabic. See docs/words.md.
