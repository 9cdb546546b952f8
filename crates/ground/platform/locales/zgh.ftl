# Only terms with a trusted source; everything else shows in Arabic, marked as such. See docs/words.md.
