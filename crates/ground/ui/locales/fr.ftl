# The frame of every page: first link, header, footer
ui-skip = Aller au contenu
ui-language = Langue de la page
ui-menu = Menu
ui-search = Chercher
ui-search-label = Code, service ou mot
ui-account = Ma page
ui-unread = Messages non lus :
ui-sign-in = Se connecter
ui-sign-out = Se déconnecter
ui-leave-offline = Pas de réseau : la déconnexion ne se fait qu'avec le réseau. Votre page reste ouverte.
ui-leave-unsent = Pas encore envoyés : { $n }. Si vous vous déconnectez, ils restent dans cet appareil et ne partiront qu'à votre prochaine connexion. Se déconnecter ?
ui-my-account = Mon compte
ui-foot-offline = Vous n’utilisez pas internet ?
ui-foot-offline-text = Tout ce qui est sur ce site se fait aussi aux guichets de la commune. Il suffit de donner le code de votre dossier.
ui-foot-counters = Les guichets et leurs horaires
ui-foot-commune = La commune
ui-foot-information = Droit d’accès à l’information
ui-foot-site = Le site
ui-contact = Nous contacter
ui-open-data = Données ouvertes
ui-privacy = Protection de vos données
ui-accessibility = Accessibilité
ui-source = Code source du site

# Ribbons above the header: a demonstration, or a page served from its last good copy ($time is an hour)
ui-demo = Site de démonstration : les personnes et les dossiers sont fictifs.
ui-demo-link = À propos de la démonstration
ui-as-of = La base de données ne répond pas. Vous voyez la page telle qu’elle était à { $time }.

# Staff screens: side navigation and the menu of the person
ui-views = Listes et outils
ui-citizen-site = Le site des citoyens

# Forms. $count is a number of mistakes, $at and $of are step numbers, $n the characters left
ui-optional = (facultatif)
ui-choose = Choisir
ui-yes = Oui
ui-no = Non
ui-cancel = Annuler
ui-errors-title = { $count ->
    [one] Une correction avant l’envoi
   *[other] { $count } corrections avant l’envoi
    }
ui-step = Étape { $at } sur { $of }
ui-kept = Nous avons retrouvé ce que vous aviez écrit sur cet appareil.
ui-kept-erase = Effacer et recommencer
ui-left = Caractères restants : { $n }
ui-lookup-none = Ce numéro est inconnu. Vérifiez-le, ou placez le point sur la carte.

# Beside a field for files: the button that opens the telephone's photos or files
ui-choose-photo = Choisir une photo
ui-choose-file = Choisir un fichier

# Choosing a place: with the map, the phone, or by hand
ui-point = Le lieu
ui-point-hint = Touchez le lieu sur la carte, utilisez la position du téléphone, ou décrivez-le.
ui-point-here = Utiliser la position de cet appareil
ui-point-wait = Recherche de votre position…
ui-point-done = Position trouvée. Déplacez le repère si besoin.
ui-point-refused = Position introuvable. Placez le point sur la carte ou décrivez le lieu.
ui-point-by-hand = Saisir les coordonnées
ui-latitude = Latitude
ui-longitude = Longitude

# Maps: buttons, and what shows while the map is not there
ui-map-open = Ouvrir la carte
ui-map-in = Agrandir
ui-map-out = Réduire
ui-map-without = La carte s’affiche ici si le navigateur le permet. La liste montre la même chose.
ui-close = Fermer

# Ways through lists and pages
ui-crumbs = Vous êtes ici
ui-filters = Filtres
ui-tabs = Parties de la page
ui-pages = Pages de la liste
ui-previous = Précédents
ui-next = Suivants
ui-all = Tout voir
ui-sift = Tapez un mot pour réduire la liste
ui-sift-none = Rien avec ce mot. Essayez un autre mot, ou choisissez « Autre ».

# How a date was computed: the key under the days
ui-day-counted = Jour compté
ui-day-feast = Jour férié
ui-day-today = Aujourd’hui
ui-day-due = Échéance

# The receipt: what the citizen keeps
ui-copy-code = Copier le code
ui-copied = Copié
ui-qr = Code QR qui ouvre la page du dossier
ui-pin = Code secret
ui-pin-hint = Gardez-le : il ouvre votre dossier, ses messages, et permet d’y répondre.
ui-print-receipt = Imprimer le récépissé

# Charts and tables
ui-in-a-table = Les chiffres en tableau
ui-in-a-list = En liste
ui-how-computed = Mode de calcul

# A rating: the spoken name of each star, $count from 1 to 5
ui-stars = { $count ->
    [one] Une étoile sur cinq
   *[other] { $count } étoiles sur cinq
    }

# The page shown when something went wrong: what is stored, what to do next
ui-error-code = Erreur
ui-error-stored-title = Ce qui est enregistré
ui-error-nothing-stored = Rien de nouveau n’a été enregistré, et rien de ce qui l’était n’est perdu.
ui-error-next = Que faire maintenant
ui-error-home = Page d’accueil
ui-error-contact = Contacter la commune
ui-error-reference = Donnez cette référence :

# The foot of every e-mail
ui-email-why = Vous recevez ce message parce qu’un dossier de la commune est lié à votre adresse.
ui-email-no-reply = Ne répondez pas à ce courriel : répondez depuis la page de votre dossier.
# Après la fin de la session
ui-session-title = Votre session est terminée
ui-session-text = Rien de ce que vous avez écrit n'est perdu. Connectez-vous dans un nouvel onglet, puis revenez ici et renvoyez.
ui-session-sign-in = Se connecter dans un nouvel onglet
ui-session-again = Renvoyer
ui-administration = Administration
ui-desk = Mon bureau
ui-error-search = Chercher sur le site
ui-error-case = Ouvrir un dossier avec son code

# What the browser says about a field, in the page's language
ui-say-fill = Remplissez ce champ.
ui-say-pick = Choisissez une réponse.
ui-say-tick = Cochez cette case pour continuer.
ui-say-email = Adresse e-mail incorrecte. Exemple : nom@exemple.ma.
ui-say-url = Adresse web incorrecte. Exemple : https://exemple.ma.
ui-say-date = Écrivez la date en entier.

# A form sent back with mistakes: what stays, and the photos that a browser never keeps
ui-errors-words = Tout ce que vous avez écrit reste dans cette page.
ui-errors-photos = Choisissez de nouveau vos photos si vous en aviez ajouté.

# Choosing a place without scripts, from the keyboard, or outside the limits of the commune
ui-point-hint-plain = Décrivez le lieu avec des mots, ou écrivez ses coordonnées si vous les connaissez.
ui-map-keys = Les flèches déplacent la carte ; la touche Entrée place le repère en son centre.
ui-map-outside = Ce point est en dehors de la commune. Vérifiez le lieu.

# The key under the days of a deadline
ui-day-weekend = Fin de semaine ou jour non compté

# A colour chosen with the browser's own picker
ui-pick-colour = Choisir la couleur sur une palette
ui-error-desk = Retour aux dossiers à traiter
ui-session-files = Seules les photos ne sont pas gardées ici : ajoutez-les après l’envoi.
