open311-not-found = Rien ne se trouve à cette adresse.
open311-key-wrong = La clé manque ou n'est pas valable dans cette commune. Demandez-en une à la commune, ou vérifiez le paramètre api_key.
open311-key-not-allowed = Cette clé n'autorise pas cette opération.
open311-key-service = Adressez-vous à la commune pour recevoir une clé : elle est remise une seule fois, et peut être retirée.
open311-jurisdiction-unknown = Aucune commune ouverte ne correspond à ce jurisdiction_id. Indiquez son nom court ou son code HCP.
open311-service-unknown = Aucun service ne porte le code { $code }. La liste des services donne les codes.
open311-parameter-missing = Le paramètre { $name } est nécessaire.
open311-date-wrong = Le paramètre { $name } n'est pas une date. Écrivez-la comme 2026-11-24T10:00:00Z.
open311-stretch-wide = Trop de dossiers ont changé depuis cette date : choisissez un début plus récent.
open311-span-long = La période demandée dépasse { $days } jours. Faites plusieurs demandes plus courtes.
open311-status-wrong = Le statut demandé peut être open ou closed.
open311-update-status-wrong = Ce statut n'est pas connu de l'extension des mises à jour.
open311-number-wrong = Le paramètre { $name } est un nombre entier, à partir de 1.
open311-point-wrong = La position n'est pas lisible. Donnez lat et long en degrés décimaux.
open311-point-half = Donnez lat et long ensemble.
open311-point-elsewhere = Ce point n'est pas dans la commune. Vérifiez la position, ou adressez-vous à la commune concernée.
open311-point-neighbour = Ce point se trouve à { $name }. Envoyez la demande avec jurisdiction_id={ $slug }.
open311-place-missing = Indiquez le lieu : lat et long, address_string ou address_id.
open311-number-unknown = Aucun équipement ne porte le numéro { $number }. Ajoutez une position ou une adresse.
open311-number-near = Aucun équipement ne porte le numéro { $number }. Numéros proches : { $near }.
open311-photos-many = { $most } photos au plus par signalement.
open311-notice-due = Réponse au plus tard le { $day }.
open311-notice-follow = Suivi : { $link }
open311-notice-media-url = L'image de media_url n'a pas été reprise : joignez la photo au formulaire (multipart, champ media).
open311-yes = Oui
open311-no = Non
open311-update-words = Mise à jour transmise par l'organisme chargé de l'intervention.
open311-update-note = Mise à jour reçue d'un partenaire ({ $status }). { $words }
open311-welcome-title = Signalements pour les programmes (Open311)
open311-welcome-lead = Toute application qui parle Open311 GeoReport v2 peut lire et déposer des signalements ici : { $count ->
    [one] une catégorie
   *[other] { $count } catégories
 }, en XML et en JSON.
open311-welcome-discovery = Découverte
open311-welcome-services = Services
open311-welcome-definition = Questions d'un service
open311-welcome-requests = Signalements publiés
open311-welcome-updates = Changements d'état
open311-welcome-bulk = Tous les signalements publiés en un fichier (GeoReport Bulk)
open311-welcome-forms = Terminez l'adresse par .xml ou .json. Le paramètre locale choisit la langue : ar, fr, zgh ou en.
open311-welcome-code = Code HCP
open311-welcome-send = Déposer un signalement
open311-welcome-demo = Sur cette démonstration, la clé est demo.
open311-welcome-shown = Textes et photos sont relus avant publication. Les plaintes contre des personnes se déposent sur les pages de la commune, où leur auteur est protégé.

# Lignes de l'export d'un autre système qui n'ont pas encore de catégorie ici.
open311-menu-imports = Signalements importés à classer
open311-imports-title = Signalements importés à classer
open311-imports-lead = Ces signalements viennent d'un autre système, sous des catégories qui n'existent pas ici. Choisissez la nôtre pour chacune : tous deviennent des dossiers avec leurs anciennes dates, et personne ne reçoit de message.
open311-imports-none = Sans catégorie
open311-imports-source = Provenance :
open311-imports-choose = Notre catégorie
open311-imports-go = Classer
open311-imports-empty = Rien n'attend
open311-imports-empty-text = Chaque signalement importé a trouvé sa catégorie.
open311-imports-said = Le classement est en cours.
open311-import-placed = Devenus dossiers : { $count }
open311-import-waiting = En attente d'une catégorie : { $count }
open311-import-same = Déjà repris : { $count }
open311-import-moved = Ont changé d'état : { $count }
open311-import-noted = Redits, gardés au dossier : { $count }

# Services du catalogue d'un autre système, en textes de catégories qui pourraient être les nôtres.
open311-menu-proposed = Catégories proposées
open311-proposed-title = Catégories proposées par d'autres systèmes
open311-proposed-lead = Chaque service d'un catalogue importé, sous la forme du texte d'une catégorie. Rien n'en est proposé au public : lisez, traduisez, complétez, puis ajoutez au catalogue.
open311-proposed-questions = { $count ->
    [one] une question
   *[other] { $count } questions
 }
open311-proposed-text = Texte de la catégorie
open311-proposed-empty = Rien n'est proposé pour l'instant
open311-proposed-empty-text = Un catalogue s'importe par la commande : jamaa import open311-services.
open311-catalogue-large = Un catalogue compte au plus { $most } services.
# rights that a key of a program may hold
open311-right-open311-file = Déposer des signalements par Open311
open311-right-open311-update = Mettre à jour des signalements par Open311
