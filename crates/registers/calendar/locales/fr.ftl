# La page des jours fériés et des horaires, pour le personnel
calendar-menu = Calendrier
calendar-title = Jours fériés et horaires
calendar-lead = Les délais légaux se comptent avec ces jours. À chaque changement, les échéances des dossiers ouverts sont recalculées.
calendar-years = Années
calendar-of-year = Jours fériés de { $year }
calendar-day = Jour
calendar-name = Fête
calendar-standing = Certitude
calendar-acts = Actions
calendar-standing-fixed = Certain
calendar-standing-estimate = À confirmer
calendar-standing-confirmed = Confirmé
calendar-standing-added = Ajouté par la commune
calendar-standing-removed = Travaillé cette année
calendar-moon-unknown = Les fêtes lunaires de { $year } ne sont pas encore connues
calendar-moon-unknown-text = Ajoutez-les dès leur annonce ; d’ici là, ces jours comptent comme travaillés.
calendar-empty = Aucun jour férié cette année

# Boutons d’un jour ; « shift » : fête annoncée un autre jour que celui du calcul
calendar-confirm = Confirmer la date
calendar-remove = Retirer de la liste
calendar-remove-sure = Ce jour comptera comme un jour travaillé. Continuer ?
calendar-restore = Rétablir
calendar-shift = C’est un autre jour
calendar-shift-to = Jour annoncé
calendar-shift-save = Déplacer la fête

# Formulaires
calendar-add = Ajouter un jour chômé
calendar-name-ar = Nom en arabe
calendar-name-fr = Nom en français
calendar-name-en = Nom en anglais
calendar-add-save = Ajouter le jour
calendar-hours = Horaires d’ouverture
calendar-opens = Ouverture
calendar-closes = Fermeture
calendar-ramadan-opens = Ouverture pendant le Ramadan
calendar-ramadan-closes = Fermeture pendant le Ramadan
calendar-days-move = Un délai en jours calendaires qui expire un jour chômé est reporté au premier jour ouvrable
calendar-days-move-hint = La loi ne le dit que pour les délais francs. Demandez l’avis du service juridique avant de cocher.
calendar-hours-save = Enregistrer les horaires

# Messages après un changement
calendar-added = Le jour chômé a été ajouté.
calendar-removed = Ce jour compte désormais comme travaillé.
calendar-restored = Le jour est de nouveau chômé.
calendar-confirmed = La date est confirmée.
calendar-shifted = La fête a été déplacée.
calendar-hours-saved = Les horaires ont été enregistrés.

# Refus, à côté d’un champ
calendar-already-off = Ce jour est déjà chômé.
calendar-no-estimate = Cette date est déjà certaine.
calendar-day-wrong = Choisissez un jour.
calendar-name-wrong = Écrivez un nom de { $most } caractères au plus.
calendar-hour-wrong = Écrivez une heure, par exemple 08:30.
calendar-hours-reversed = La fermeture doit venir après l’ouverture.

# Données ouvertes : titre du jeu et de ses colonnes
calendar-data-holidays = Jours fériés
calendar-data-holidays-about = Les jours chômés de l’année passée, de cette année et de la suivante, avec leur degré de certitude.
calendar-column-day = Jour
calendar-column-name-ar = Nom en arabe
calendar-column-name-fr = Nom en français
calendar-column-standing = Certitude : fixed (certain), estimate (à confirmer), confirmed (confirmé) ou added (ajouté)
