# Faults of a form, shown beside the field.
procedures-needed = Please fill in this field.
procedures-too-long = The text is too long: at most { $max } characters.
procedures-not-offered = Please choose one of the answers offered.
procedures-not-a-number = Please write a number in digits.
procedures-not-a-phone = This phone number is not right. Example: 0612345678.
procedures-not-an-email = This e-mail address is not right. Example: nom@exemple.ma.
procedures-answer-variable = “{ $name }” cannot be filled in. Between braces only code, unit, date, place and reason are known.
