# Only terms marked as trusted in the glossary; the absent ones show in Arabic.
open_data-menu = ⵉⵙⴼⴽⴰ
