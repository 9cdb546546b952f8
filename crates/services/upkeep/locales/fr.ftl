# Rounds of crews, history of objects, availability of lighting. $number, $numbers: as written on plates; $from, $until, $day: dates.
# Rounds: menu and list
upkeep-menu-rounds = Tournées
upkeep-rounds = Tournées de contrôle
upkeep-rounds-lead = Des équipements à vérifier dans la rue, l'un après l'autre ; ce qui est en panne devient un signalement.
upkeep-rounds-none = Aucune tournée en attente
upkeep-rounds-ended = Tournées terminées
upkeep-plan = Planifier une tournée
upkeep-plan-go = Planifier la tournée
upkeep-title = Nom de la tournée
upkeep-title-hint = Par exemple : lampadaires de l'avenue Mohammed V.
upkeep-kind = Type
upkeep-day = Jour
upkeep-unit = Service ou prestataire
upkeep-unit-hint = Qui fait la tournée : ses agents la voient sur leur téléphone.
upkeep-which = Quels équipements ?
upkeep-area = Arrondissement
upkeep-quarter = Quartier
upkeep-list = Ou une liste de numéros
upkeep-list-hint = Un par ligne, séparés par des virgules, ou d'un numéro à l'autre ; { $most } au plus. La liste remplace le quartier.
upkeep-progress = { $noted } vus sur { $stops }
upkeep-stop-of = Arrêt { $seq } sur { $stops }
upkeep-round-late = En retard
upkeep-round-ended = Terminée
upkeep-round-ended-on = Cette tournée est terminée depuis le { $day }.
upkeep-planned-by = planifiée par
upkeep-go-on = Équipement suivant
upkeep-end = Terminer la tournée
upkeep-end-sure = Terminer alors que des équipements n'ont pas été vus ?
# One object of a round
upkeep-no-place = Lieu non précisé
upkeep-found = Qu'avez-vous trouvé ?
upkeep-finding-in-order = En ordre
upkeep-finding-broken = En panne
upkeep-finding-not-found = Introuvable
upkeep-finding-unreadable = Numéro illisible
upkeep-category = Quel problème ?
upkeep-photo = Photo
upkeep-photo-alt = Photo de la tournée
upkeep-words = Remarque
upkeep-note-go = Noter et continuer
upkeep-note-report = Signalement :
upkeep-report-words = Trouvé en panne lors d'une tournée ({ $round }). Numéro : { $number }.
upkeep-said-planned = La tournée est planifiée.
upkeep-said-noted = C'est noté.
upkeep-said-reported = C'est noté et signalé.
upkeep-said-done = La tournée est terminée. Merci.
upkeep-said-ended = La tournée est terminée.
# Refusals
upkeep-round-title = Donnez un nom à la tournée, de { $most } caractères au plus.
upkeep-round-day = Choisissez un jour entre aujourd'hui et dans un an.
upkeep-round-unit = Choisissez un service parmi les vôtres.
upkeep-round-empty = Choisissez un arrondissement ou un quartier, ou collez une liste de numéros.
upkeep-round-none-here = Aucun équipement de ce type à cet endroit.
upkeep-round-many = Plus de { $most } équipements à cet endroit : choisissez un quartier plus petit ou une liste.
upkeep-round-over = Cette tournée est terminée.
upkeep-noted-already = Un collègue a déjà noté cet équipement.
upkeep-note-key = Ce formulaire a déjà servi pour un autre équipement. Rouvrez la page.
upkeep-note-finding = Choisissez ce que vous avez trouvé.
upkeep-note-category = Aucune catégorie de signalement pour ce type d'équipement.
# History of one object
upkeep-history = Historique de cet équipement
upkeep-history-none = Personne ne l'a encore signalé.
upkeep-open-now = Panne signalée
upkeep-works = Aucune panne signalée
upkeep-outcome-open = pas encore réparé
upkeep-outcome-repaired = réparé
upkeep-outcome-dismissed = pas retenu comme panne
upkeep-from-until = du { $from } au { $until }
upkeep-since = depuis le { $from }
upkeep-all-failures = Les pannes de tous les équipements
# Failures and lighting, for everybody
upkeep-failures = Pannes des équipements
upkeep-failures-hint = Où elles reviennent, qui répare et en combien de temps
upkeep-failures-lead = depuis le { $since }
upkeep-kinds = Types d'équipements
upkeep-objects = Équipements
upkeep-lamps = Lampes
upkeep-count = Pannes
upkeep-rate = Pannes pour 100 par an
upkeep-unknown = inconnu
upkeep-place = Lieu
upkeep-other-places = Autres lieux
upkeep-number = Numéro
upkeep-dark = Durée de panne
upkeep-by-place = Par quartier
upkeep-in-table = Les chiffres en tableau
upkeep-by-street = Rues où les pannes sont les plus fréquentes
upkeep-by-area = Par arrondissement
upkeep-by-unit = Qui répare
upkeep-repaired = Réparées
upkeep-still-open = Pas encore réparées
upkeep-median = Durée médiane de réparation
upkeep-worst = Équipements le plus souvent en panne
upkeep-worst-map = Carte des équipements qui tombent le plus en panne depuis 12 mois
upkeep-none = Aucune panne n'est enregistrée
upkeep-method = Comment ces chiffres sont calculés
upkeep-method-failures = Une panne commence au signalement et finit quand le service répond que c'est fait. Plusieurs signalements du même équipement dans la même période sont une seule panne ; ce qui est refusé, retiré ou transmis à un autre organisme ne compte pas. Le taux divise les pannes des 12 derniers mois par les équipements en place aujourd'hui ; il n'est pas donné sous { $fewest } équipements. La durée médiane demande { $fewest } réparations, la dernière liste { $worst } pannes dans l'année.
upkeep-assets-data = Liste des équipements
upkeep-lighting = Éclairage public : taux de disponibilité
upkeep-lighting-hint = La part du temps où les lampes éclairent, quartier par quartier
upkeep-running = à ce jour
upkeep-availability = Disponibilité
upkeep-availability-note = du temps sans panne signalée
upkeep-dark-hours = Heures de panne
upkeep-by-period = Par trimestre
upkeep-axis = Les colonnes commencent à 90 %.
upkeep-no-lamps = Pas encore de lampes numérotées
upkeep-no-lamps-text = Dès que la commune ou l'opérateur fournit la liste des lampes, leur disponibilité apparaît ici.
upkeep-method-lighting = Pour chaque lampe en place, on compte toutes les heures du trimestre depuis sa pose, moins le temps entre le premier signalement d'extinction et la réponse « fait ». Deux signalements de la même lampe dans la même période comptent une fois, un doublon suit le premier. Ce qui est refusé ou retiré ne compte pas ; ce qui est rouvert reste en panne jusqu'à la réparation. Une lampe que personne n'a signalée compte comme disponible.
upkeep-method-small = Les lieux de moins de { $fewest } lampes sont réunis sous « Autres lieux » : les sommes restent justes.
upkeep-data = Disponibilité de l'éclairage public
upkeep-data-about = Par trimestre et par lieu : les lampes, les secondes où elles étaient en place, celles passées avec une panne signalée, et le nombre de pannes.
upkeep-column-id = Clé de la ligne
upkeep-column-period = Trimestre
upkeep-column-area = Code de l'arrondissement
upkeep-column-quarter = Quartier ; vide pour les autres lieux
upkeep-column-lamps = Nombre de lampes
upkeep-column-lamp-seconds = Secondes de lampes en place
upkeep-column-dark-seconds = Secondes avec une panne signalée
upkeep-column-failures = Pannes commencées dans le trimestre
upkeep-column-availability = Disponibilité, en pour cent
upkeep-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
upkeep-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
 }
upkeep-in-year = { $count ->
    [0] Aucune panne en 12 mois
    [one] Une panne en 12 mois
   *[other] { $count } pannes en 12 mois
 }
upkeep-broken-count = { $count ->
    [one] une panne
   *[other] { $count } pannes
 }
upkeep-worst-none = { $count ->
   *[other] Aucun équipement n'a été en panne { $count } fois ou plus.
 }
upkeep-round-unknown = { $count ->
    [one] Un numéro inconnu : { $numbers }. Corrigez-le ou retirez-le.
   *[other] { $count } numéros inconnus : { $numbers }. Corrigez-les ou retirez-les.
 }
