# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
journal-all = ⵎⴰⵕⵕⴰ
journal-day = ⴰⵙⵙ
journal-filter = ⵜⵉⵙⵜⵜⴰⵢⵉⵏ
