# Liste des équipements numérotés
assets-menu = Équipements numérotés
assets-title = Équipements numérotés
assets-lead = Lampadaires, bacs et autres : le numéro seul suffit pour savoir où est le problème.
assets-import = Importer un fichier
assets-search = Numéro, rue ou quartier
assets-search-go = Chercher
assets-all = Tout
assets-kinds = Types
assets-count = { $count ->
    [one] un équipement
   *[other] { $count } équipements
 }
assets-number = Numéro
assets-kind = Type
assets-place = Adresse
assets-area = Arrondissement
assets-state = État
assets-point = Position
assets-placed = connue
assets-not-placed = non précisée
assets-state-in-place = En place
assets-state-damaged = Endommagé
assets-state-removed = Retiré
assets-empty = Aucun équipement ici
assets-empty-text = Changez la recherche, ou importez un fichier CSV ou GeoJSON.
# Import
assets-file = Fichier
assets-file-hint = CSV ou GeoJSON, en UTF-8.
assets-look = Examiner le fichier
assets-columns = Colonnes du fichier
assets-columns-text = Seule la colonne number est obligatoire. Position en degrés décimaux. Un numéro déjà connu est mis à jour, jamais doublé.
assets-preview = Ce qui sera fait
assets-preview-rows = Lignes correctes
assets-preview-added = Nouvelles
assets-preview-changed = À modifier
assets-preview-same = Inchangées
assets-preview-outside = { $count ->
    [one] Un point est hors des limites de la commune
   *[other] { $count } points sont hors des limites de la commune
 }
assets-preview-take = { $count ->
    [one] Importer cette ligne
   *[other] Importer ces { $count } lignes
 }
assets-preview-leave = Ne rien faire
assets-faults = { $count ->
    [one] Une ligne ne peut pas être importée
   *[other] { $count } lignes ne peuvent pas être importées
 }
assets-faults-text = Corrigez-les dans le fichier et importez-le de nouveau : rien ne sera doublé.
assets-line = Ligne
assets-fault = Erreur
assets-imported = Le fichier est importé.
assets-changed = L'équipement est enregistré.
# Page d'un équipement
assets-details = Informations
assets-cases = Dossiers qui le concernent
assets-change = Modifier
assets-change-save = Enregistrer
assets-lat = Latitude
assets-lon = Longitude
assets-street = Rue
assets-quarter = Quartier
assets-note = Note interne
assets-label = Étiquette
assets-qr = Code carré qui ouvre la page de cet équipement
assets-print = Imprimer l'étiquette
assets-label-says = Un problème ici ? Scannez le code.
assets-report = Signaler un problème
assets-earlier = Signalements précédents
assets-removed-public = Cet équipement a été retiré. S'il est encore là, signalez-le.
assets-damaged-public = Cet équipement est endommagé ; la commune le sait. Si vous voyez un danger ou un nouveau problème, signalez-le.
assets-reserved-public = Ce numéro est réservé : l'équipement n'est pas encore en place.
# Refus
assets-kind-unknown = Le type { $kind } est inconnu.
assets-file-absent = Choisissez de nouveau le fichier.
assets-file-not-utf8 = Le fichier n'est pas en UTF-8. Enregistrez-le avec ce codage.
assets-file-unreadable = Fichier illisible : ni CSV ni GeoJSON correct.
assets-file-empty = Ce fichier n'a aucune ligne.
assets-file-long = Le fichier a plus de { $most } lignes. Divisez-le.
assets-file-no-number = La première ligne n'a pas de colonne number.
assets-number-wrong = Numéro absent ou trop long.
assets-number-twice = Le numéro { $number } est deux fois dans le fichier.
assets-point-wrong = Position incompréhensible : { $lat }, { $lon }. Écrivez des degrés décimaux, par exemple 34.0412 et -6.8033.
assets-point-outside = Ce point est hors de la commune.
assets-state-wrong = État { $state } inconnu : in_place, damaged ou removed.
assets-day-wrong = Date { $day } incompréhensible. Écrivez 2026-11-24.
assets-text-long = Texte de plus de { $most } caractères.
# Données ouvertes
assets-data = Équipements numérotés
assets-data-about = Lampadaires, bacs et autres objets qui portent un numéro, avec leur position et leur état.
assets-column-id = Identifiant de l'équipement
assets-column-kind = Type d'équipement
assets-column-number = Numéro inscrit
assets-column-state = État
assets-column-area = Code de l'arrondissement
assets-column-quarter = Quartier
assets-column-street = Rue
assets-column-lat = Latitude, en degrés décimaux
assets-column-lon = Longitude, en degrés décimaux
assets-labels = Étiquettes à imprimer
assets-labels-print = Imprimer les étiquettes
assets-labels-how = { $count ->
    [one] Une étiquette. Imprimez sur une feuille A4 autocollante (14 étiquettes de 99,1 × 38,1 mm), à 100 % et sans marges.
   *[other] { $count } étiquettes. Imprimez sur des feuilles A4 autocollantes (14 étiquettes de 99,1 × 38,1 mm), à 100 % et sans marges.
 }
assets-labels-no-phone = La commune n'a pas encore de numéro de téléphone dans ses paramètres : il ne sera pas sur l'étiquette.
assets-state-reserved = Numéro réservé, pas encore posé
# Numéros que la commune donne elle-même
assets-number-them = Numéroter des équipements
assets-number-lead = La commune donne ses propres numéros : on imprime d'abord les étiquettes, puis on note la place de chaque équipement quand la sienne est posée.
assets-letters = Lettres de la série
assets-letters-hint = Trois lettres, par exemple TAB pour Tabriquet. À chaque type sa série.
assets-count-them = Combien de numéros ?
assets-number-go = Donner les numéros
assets-numbered = Les numéros sont donnés. Vous pouvez imprimer leurs étiquettes.
assets-check = Lettre de contrôle
assets-check-text = Chaque numéro finit par une lettre calculée sur le reste (ISO/IEC 7064, MOD 37-2) : qui se trompe d'un chiffre, ou inverse deux voisins, le sait aussitôt. C'est pourquoi certains numéros sont sautés.
assets-series = Séries
assets-series-last = Dernier numéro
# Refus
assets-series-shape = Une série s'écrit avec trois lettres latines, et non { $letters }.
assets-series-count = Écrivez un nombre de 1 à { $most }.
assets-series-taken = La série { $letters } est celle d'un autre type d'équipement.
assets-series-in-list = Des numéros d'une liste importée, sans lettre de contrôle, commencent par { $letters }. Choisissez d'autres lettres.
assets-series-full = La série { $letters } n'a plus de numéros.
assets-number-not-of-series = Ligne { $line } : le numéro { $number } est d'une série de la commune, mais sa lettre de contrôle ou son type ne convient pas.
assets-list-long = Vous avez écrit { $count } numéros. La limite est de { $most } à la fois.
# Après plusieurs numéros dans un signalement
assets-list-found = { $count ->
    [one] Un équipement connu : { $numbers }.
   *[other] { $count } équipements connus : { $numbers }.
 }
assets-list-unknown = Inconnu : { $numbers }.
