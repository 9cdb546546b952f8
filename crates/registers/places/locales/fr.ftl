# Les pages des territoires, quartiers et limites, pour le personnel
places-menu = Territoire
places-title = Territoire et quartiers
places-areas = Circonscriptions
places-name = Nom
places-kind = Nature
places-kind-commune = Commune
places-kind-arrondissement = Arrondissement
places-code = Code HCP
places-population = Habitants (2024)
places-boundary = Limites
places-drawn = Connues
places-not-drawn = Inconnues
places-quarters = Quartiers
places-quarter = Quartier
places-arrondissement = Arrondissement
places-arrondissement-hint = Si vous donnez un point, il est trouvé automatiquement.
places-point = Point
places-all = Tous
places-without = Sans arrondissement
places-no-quarter = Aucun quartier ici pour l’instant
places-add-quarter = Ajouter un quartier
places-name-ar = Nom en arabe
places-name-fr = Nom en français
places-name-en = Nom en anglais
places-lat = Latitude
places-lon = Longitude
places-save = Enregistrer

# Le dessin de la commune et l’import de ses limites
places-map = La commune et ses arrondissements
places-nothing-drawn = Aucune limite n’est encore connue
places-nothing-drawn-text = D’ici là, un signalement garde son point, mais son arrondissement n’est pas trouvé.
places-boundaries = Limites
places-boundaries-lead = Un fichier GeoJSON en degrés (WGS 84) : un polygone par territoire, avec son code HCP dans la propriété « code ». Les communes voisines peuvent y figurer : leurs points leur sont alors attribués.
places-file = Fichier GeoJSON
places-file-hint = Les territoires absents du fichier gardent leurs limites.
places-import = Importer les limites

# Messages après un changement
places-quarter-added = Le quartier a été ajouté.
places-quarter-changed = Le quartier a été enregistré.
places-boundaries-imported = Les limites ont été importées.

# Refus, à côté d’un champ ; $code est le code d’un territoire
places-commune-unknown = Aucune commune du pays ne porte le code { $code }.
places-arrondissement-unknown = Cet arrondissement n’est pas le nôtre.
places-name-wrong = Écrivez un nom de { $most } caractères au plus.
places-point-wrong = Écrivez les deux coordonnées en degrés, par exemple 34.0389 et -6.8225.
places-point-outside = Ce point est hors de la commune.
places-file-absent = Choisissez un fichier.
places-file-unreadable = Ce fichier n’est pas du GeoJSON.
places-file-empty = Ce fichier ne contient aucun territoire.
places-file-without-codes = Un territoire de ce fichier n’a pas de propriété « code ».
places-code-twice = Le code { $code } figure deux fois dans le fichier.
places-code-unknown = Aucune commune et aucun arrondissement ne porte le code { $code }.
places-shape-missing = Le territoire { $code } n’a pas de polygone.
places-shape-abroad = Le territoire { $code } n’est pas au Maroc. Les coordonnées sont-elles en degrés, longitude d’abord ?
places-shape-crossed = Le contour de { $code } se croise lui-même. Corrigez-le dans le logiciel de cartographie, puis importez-le de nouveau.

# Données ouvertes : titres des jeux et des colonnes
places-data-areas = Circonscriptions
places-data-areas-about = La commune et ses arrondissements, avec leurs codes et leurs habitants au recensement de 2024.
places-data-quarters = Quartiers
places-data-quarters-about = Les noms d’usage des quartiers, avec leur arrondissement quand il est certain.
places-column-code = Code HCP
places-column-kind = Nature du territoire
places-column-parent = Code du territoire supérieur
places-column-id = Identifiant
places-column-arrondissement = Code de l’arrondissement
places-column-name-ar = Nom en arabe
places-column-name-fr = Nom en français
places-column-population = Habitants en 2024
places-column-lat = Latitude
places-column-lon = Longitude
