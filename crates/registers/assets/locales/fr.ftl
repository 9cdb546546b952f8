# Liste des équipements numérotés
assets-menu = Équipements numérotés
assets-title = Équipements numérotés
assets-lead = Lampadaires, bacs et autres : le numéro seul suffit pour savoir où est le problème.
assets-labels = Feuille d'étiquettes ({ $count })
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
