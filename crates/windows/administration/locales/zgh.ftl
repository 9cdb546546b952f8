# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
administration-address = ⴰⵏⵙⴰ
administration-email = ⵉⵎⴰⵢⵍ
administration-save = ⵃⴹⵓ
administration-category = ⴰⵙⵎⵉⵍ
administration-answer-delete = ⴽⴽⵙ
