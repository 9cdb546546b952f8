# Sites et guichets, pour le personnel
sites-menu = Sites et guichets
sites-title = Sites et guichets
sites-lead = Où le public est reçu, à quel guichet, pour quel objet, et quand.
sites-none = Aucun site pour l'instant
sites-add = Ajouter un site
sites-counters-count = { $count ->
    [0] aucun guichet
    [one] un guichet
   *[other] { $count } guichets
    }
sites-retired-on = Ce site est fermé définitivement depuis le { $day }.
sites-about = Le site
sites-name-ar = Nom en arabe
sites-name-fr = Nom en français
sites-name-en = Nom en anglais
sites-address-ar = Adresse en arabe
sites-address-fr = Adresse en français
sites-unit = Unité responsable
sites-area = Arrondissement
sites-no-area = Toute la commune
sites-phone = Téléphone
sites-lat = Latitude
sites-lon = Longitude
sites-step-free = Accessible en fauteuil roulant
sites-save = Enregistrer
sites-retire = Fermer définitivement
sites-retire-sure = Le site ne reçoit plus personne dès aujourd'hui ; ses rendez-vous sont déplacés. Continuer ?

# Guichets
sites-counters = Guichets
sites-counter = Guichet
sites-counter-name = Guichet { $label }
sites-counter-add = Ajouter un guichet
sites-no-counter = Aucun guichet pour l'instant.
sites-priority = prioritaire
sites-priority-tick = Reçoit d'abord les personnes prioritaires : âgées, enceintes, en situation de handicap
sites-counter-label = Numéro ou nom affiché
sites-seats = Personnes servies en même temps
sites-seats-hint = Une, le plus souvent.
sites-serves = Objets traités
sites-counter-retire = Supprimer le guichet
sites-counter-retire-sure = Ce guichet ne sert plus personne ; ses rendez-vous sont déplacés. Continuer ?

# Heures
sites-hours = Heures d'ouverture
sites-hours-text = Sans heures propres, un site suit celles de la commune, fermée la fin de semaine et les jours fériés.
sites-weekday = Jour de la semaine
sites-season = Période
sites-season-usual = Reste de l'année
sites-season-ramadan = Ramadan
sites-whole = Tout le site
sites-acts = Actes
sites-remove = Supprimer
sites-hours-add = Ajouter des heures
sites-opens = Ouverture
sites-closes = Fermeture
sites-starts-on = À partir du
sites-ends-on = Jusqu'au
sites-hours-save = Ajouter les heures
sites-closures = Fermetures exceptionnelles
sites-closures-text = Tout rendez-vous pris dans ces heures est déplacé au plus proche ; la personne est prévenue par SMS.
sites-day = Jour
sites-whole-day = Toute la journée
sites-why = Motif
sites-why-ar = Motif en arabe
sites-why-fr = Motif en français
sites-closure-add = Fermer un jour, ou une partie
sites-from = De
sites-to = À
sites-closure-save = Fermer

# Objets
sites-matters = Objets de visite
sites-matter-add = Ajouter un objet
sites-no-matter = Aucun objet pour l'instant
sites-minutes-count = { $count } minutes
sites-code = Code
sites-code-hint = Minuscules, chiffres et tirets, par exemple tax-question.
sites-minutes = Durée en minutes
sites-most-people = Personnes au plus par visite
sites-ways = Comment il se traite
sites-way-visit = Rendez-vous au guichet
sites-way-phone = Rendez-vous par téléphone
sites-way-walk_in = Ticket sans rendez-vous
sites-identity = À quoi le rendez-vous est lié
sites-identity-hint = Avec le numéro de la carte, chacun n'a qu'un rendez-vous en cours pour cet objet.
sites-identity-name = Nom et téléphone
sites-identity-national_number = Numéro de la carte nationale
sites-procedure = Identifiant de la démarche
sites-procedure-hint = Sa fiche dit ce qu'il faut apporter.
sites-bring-ar = À apporter, en arabe
sites-bring-fr = À apporter, en français
sites-bring-hint = Une chose par ligne.
sites-matter-retire = Supprimer l'objet
sites-matter-retire-sure = Plus aucun rendez-vous ne sera pris pour cet objet. Continuer ?

# Avis
sites-saved = Le site est enregistré.
sites-retired = Le site est fermé définitivement.
sites-counter-saved = Le guichet est enregistré.
sites-counter-retired = Le guichet est supprimé.
sites-hours-saved = Les heures sont ajoutées.
sites-hours-removed = Les heures sont supprimées.
sites-closed = La fermeture est notée. Les rendez-vous touchés sont déplacés et les personnes prévenues.
sites-reopened = La fermeture est supprimée.
sites-matter-saved = L'objet est enregistré.
sites-matter-retired = L'objet est supprimé.

# Refus
sites-name-wrong = Texte manquant ou trop long : { $most } caractères au plus.
sites-number-wrong = Écrivez un nombre.
sites-unit-unknown = Choisissez une unité.
sites-area-unknown = Cet arrondissement n'est pas de notre commune.
sites-phone-wrong = Numéro de téléphone inexact.
sites-point-wrong = Coordonnées inexactes.
sites-weekday-wrong = Choisissez un jour de la semaine.
sites-hour-wrong = Écrivez une heure, par pas de { $grid } minutes, par exemple 08:30.
sites-hours-reversed = La fermeture précède l'ouverture.
sites-days-reversed = Le dernier jour précède le premier.
sites-day-wrong = Choisissez un jour.
sites-day-past = Ce jour est passé.
sites-seats-wrong = Écrivez un nombre entre 1 et { $most }.
sites-label-taken = Un autre guichet du site porte ce nom.
sites-code-wrong = Écrivez un code en minuscules latines.
sites-code-taken = Ce code est déjà pris.
sites-minutes-wrong = Une durée par pas de { $grid } minutes, { $most } au plus.
sites-people-wrong = Écrivez un nombre entre 1 et { $most }.
sites-ways-missing = Choisissez au moins une manière.
sites-bring-wrong = Écrivez autant de lignes dans les deux langues.
