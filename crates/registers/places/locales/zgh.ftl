# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
places-name = ⵉⵙⵎ
places-all = ⵎⴰⵕⵕⴰ
places-save = ⵃⴹⵓ
