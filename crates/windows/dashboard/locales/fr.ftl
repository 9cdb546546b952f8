dashboard-menu = Tableau de bord
dashboard-title = Tableau de bord
dashboard-empty = Aucun dossier pour le moment
dashboard-empty-text = Les indicateurs apparaîtront ici dès le premier dossier reçu par les services que vous suivez.
dashboard-periods = Période
dashboard-period = { $days ->
    [one] Dernier jour
   *[other] { $days } derniers jours
 }
dashboard-nowhere = Lieu non précisé
# Les chiffres principaux
dashboard-tile-open = Dossiers ouverts
dashboard-tile-open-note = En ce moment
dashboard-tile-late = En retard
dashboard-tile-late-note = Échéance passée, sans réponse
dashboard-tile-service = Réponses dans le délai fixé par la commune
dashboard-tile-service-note = { $part } sur { $whole }
dashboard-tile-answer = Réponses dans le délai légal
dashboard-tile-answer-note = { $part } sur { $whole }
dashboard-tile-median = Délai médian de réponse, en jours
dashboard-tile-median-note = { $whole ->
    [0] Aucune réponse sur la période
    [one] { $whole } réponse
   *[other] { $whole } réponses
 }
dashboard-tile-mark = Satisfaction, sur 5
dashboard-tile-mark-note = { $whole ->
    [0] Aucun avis sur la période
    [one] { $whole } avis
   *[other] { $whole } avis
 }
# Les graphiques
dashboard-chart-months = Reçus chaque mois : les douze derniers mois
dashboard-chart-months-before = Reçus chaque mois : l’année précédente
dashboard-chart-units = Réponses dans le délai, par service
dashboard-chart-categories = Reçus, par catégorie
dashboard-chart-areas = Reçus, par arrondissement
dashboard-chart-reopened = Dossiers rouverts, par catégorie
dashboard-chart-empty = Rien à montrer sur cette période.
dashboard-count-months = Total : { $whole }
dashboard-count-months-before = Total : { $whole }
dashboard-count-units = { $part } sur { $whole } dans le délai fixé par la commune
dashboard-count-categories = Total : { $whole }. Les dix premières catégories.
dashboard-count-areas = Total : { $whole }
dashboard-count-reopened = { $part } sur { $whole } ({ $share }) : la première réponse n’a pas suffi
dashboard-month-1 = janv.
dashboard-month-2 = févr.
dashboard-month-3 = mars
dashboard-month-4 = avr.
dashboard-month-5 = mai
dashboard-month-6 = juin
dashboard-month-7 = juil.
dashboard-month-8 = août
dashboard-month-9 = sept.
dashboard-month-10 = oct.
dashboard-month-11 = nov.
dashboard-month-12 = déc.
# Les tableaux
dashboard-table-units = Indicateurs par service
dashboard-table-categories = Indicateurs par catégorie
dashboard-table-areas = Indicateurs par arrondissement
dashboard-table-months = Indicateurs mois par mois
dashboard-table-reopened = Dossiers rouverts
dashboard-first-units = Service
dashboard-first-categories = Catégorie
dashboard-first-areas = Arrondissement
dashboard-first-months = Mois
dashboard-first-reopened = Catégorie
dashboard-column-received = Reçus
dashboard-column-open = Ouverts
dashboard-column-late = En retard
dashboard-column-answered = Répondus
dashboard-column-service = Délai de la commune
dashboard-column-answer = Délai légal
dashboard-column-median = Médiane, jours
dashboard-column-mark = Satisfaction / 5
dashboard-column-settled = Reçus et répondus
dashboard-column-reopened = Rouverts
dashboard-column-share = Part
# Le calcul
dashboard-how = Comment ces chiffres sont-ils calculés ?
dashboard-how-reach = Chacun voit les chiffres des dossiers que ses habilitations couvrent ; aucun nom ni texte n’apparaît ici.
dashboard-how-open = Ouverts et en retard : en ce moment. Le reste : pendant la période choisie, aujourd’hui compris.
dashboard-how-kept = Chaque délai arrêté pendant la période est compté, à temps ou trop tard. Un dossier rouvert garde le verdict de son premier délai.
dashboard-how-median = Médiane : la moitié des réponses ont été plus rapides, l’autre moitié plus lentes, de la réception à la dernière réponse.
dashboard-how-mark = Satisfaction : moyenne des notes de 1 à 5, y compris celles des personnes qui ont rouvert leur dossier.
dashboard-how-reopened = Part des dossiers rouverts : parmi les dossiers reçus pendant la période et répondus au moins une fois.
dashboard-how-left-out = Les dossiers retirés par leur auteur ou joints à un autre ne comptent ni dans les réponses ni dans les délais.
