# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
dashboard-month-1 = ⵉⵏⵏ
dashboard-month-2 = ⴱⵕⴰ
dashboard-month-3 = ⵎⴰⵕ
dashboard-month-4 = ⵉⴱⵔ
dashboard-month-5 = ⵎⴰⵢ
dashboard-month-6 = ⵢⵓⵏ
dashboard-month-7 = ⵢⵓⵍ
dashboard-month-8 = ⵖⵓⵛ
dashboard-month-9 = ⵛⵓⵜ
dashboard-month-10 = ⴽⵜⵓ
dashboard-month-11 = ⵏⵓⵡ
dashboard-month-12 = ⴷⵓⵊ
dashboard-first-months = ⴰⵢⵢⵓⵔ
dashboard-first-categories = ⴰⵙⵎⵉⵍ
dashboard-first-reopened = ⴰⵙⵎⵉⵍ
