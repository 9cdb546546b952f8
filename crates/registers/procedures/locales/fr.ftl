# Fautes du formulaire, montrées à côté du champ.
procedures-needed = Veuillez remplir ce champ.
procedures-too-long = Le texte est trop long : { $max } caractères au plus.
procedures-not-offered = Veuillez choisir une des réponses proposées.
procedures-not-a-number = Veuillez écrire un nombre en chiffres.
procedures-not-a-phone = Ce numéro de téléphone n'est pas juste. Exemple : 0612345678.
procedures-not-an-email = Cette adresse électronique n'est pas juste. Exemple : nom@exemple.ma.
procedures-answer-variable = « { $name } » ne peut pas être rempli. Entre accolades, seuls code, unit, date, place et reason sont connus.
