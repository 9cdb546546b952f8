# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
people-sign-in = ⴽⵛⵎ
people-sign-out = ⴼⴼⵖ
people-account-title = ⴰⵎⵉⴹⴰⵏ
people-any = ⵎⴰⵕⵕⴰ
people-find-button = ⵔⵣⵓ
