# Une touche depuis un message
satisfaction-sms = Comment trouvez-vous la réponse à { $code } ? Une touche suffit : { $tap }
satisfaction-tap-title = Comment était la réponse ?
satisfaction-tap-lead = Choisissez une réponse. Elle compte dans les chiffres que la commune publie, sans votre nom.
satisfaction-tap-words = Ajouter un mot, si vous voulez
satisfaction-tap-over = Rien à faire ici
satisfaction-tap-over-text = Votre avis est déjà reçu, ou le dossier est encore ouvert.
satisfaction-tap-back = Retour à votre dossier
satisfaction-said-thanks = Merci, votre avis est noté.
satisfaction-mark = Comment était la réponse ?
satisfaction-mark-5 = Très bonne
satisfaction-mark-4 = Bonne
satisfaction-mark-3 = Moyenne
satisfaction-mark-2 = Mauvaise
satisfaction-mark-1 = Très mauvaise
satisfaction-solved = Le problème est-il réglé ?
satisfaction-solved-yes = Oui
satisfaction-solved-partly = En partie
satisfaction-solved-no = Non
satisfaction-words = Que pouvions-nous mieux faire ?
satisfaction-words-hint = Lu par le service seul, jamais publié.
satisfaction-needs-mark = Choisissez une réponse.
# Au guichet et par téléphone
satisfaction-menu-counter = Avis au guichet
satisfaction-counter-title = L'avis d'une personne au guichet
satisfaction-counter-lead = La personne est devant vous avec son récépissé : posez la question et notez ce qu'elle dit.
satisfaction-note-go = Noter l'avis
satisfaction-said-noted = L'avis est noté.
satisfaction-own-work = Vous avez traité ce dossier : un collègue note l'avis.
satisfaction-phone-title = L'avis de la personne
satisfaction-phone-lead = Elle ne l'a pas encore donné. Si vous l'avez au téléphone, posez la question et notez ce qu'elle dit.
satisfaction-phone-open = Noter un avis par téléphone
# Pour le chef du service
satisfaction-menu-low = Avis mécontents
satisfaction-low-title = Avis mécontents
satisfaction-low-lead = Qui a trouvé la réponse mauvaise, dans les dossiers dont vous répondez. Leurs mots sont pour vous seul.
satisfaction-low-empty = Aucun avis ne vous attend
satisfaction-low-empty-text = Ici arrivent les avis mécontents de trois mois.
satisfaction-seen = J'ai pris connaissance
satisfaction-said-seen = C'est noté.
satisfaction-means-page = Page du dossier
satisfaction-means-message = Message
satisfaction-means-sms = SMS
satisfaction-means-counter = Guichet
satisfaction-means-phone = Téléphone
# Chiffres publics
satisfaction-public-title = Ce que l'on pense des réponses de la commune
satisfaction-public-lead = Toute personne qui a reçu une réponse est interrogée une fois. Voici les chiffres d'une année, service par service.
satisfaction-few = Moins de { $count } avis : ils ne sont pas publiés, pour ne désigner personne.
satisfaction-of-marks = { $count ->
    [one] sur un avis
   *[other] sur { $count } avis
 }
satisfaction-of-answered = { $count ->
    [one] sur un dossier répondu
   *[other] sur { $count } dossiers répondus
 }
satisfaction-few-units = { $count ->
    [one] un service avec trop peu d'avis
   *[other] { $count } services avec trop peu d'avis
 }
satisfaction-by-unit = Par service
satisfaction-ways = Par quel moyen
satisfaction-how = Comment c'est compté
satisfaction-how-text = La note va de 1 à 5 ; la moyenne est la somme des notes sur leur nombre. On interroge une fois par réponse, une fois encore si le dossier est rouvert. Un service qui a moins de { $count } avis n'est pas montré, ni un second quand on pourrait déduire le premier. Les dossiers confidentiels ne comptent pas, et les mots des gens ne sont jamais publiés.
satisfaction-data = Avis sur les réponses des services
satisfaction-data-about = Nombre et moyenne des notes par service sur une année, part des problèmes réglés, dossiers rouverts. Les petits nombres sont retenus.
satisfaction-column-unit = Service
satisfaction-column-name-ar = Nom en arabe
satisfaction-column-name-fr = Nom en français
satisfaction-column-marks = Avis
satisfaction-column-mean = Moyenne
satisfaction-column-solved = Problème réglé
satisfaction-column-answered = Répondus
satisfaction-column-reopened = Rouverts
# Une réponse par SMS, de 1 à 5
satisfaction-sms-either = Que pensez-vous de la réponse à { $code } ? Répondez par un chiffre de 1 (très mauvaise) à 5 (très bonne), ou ici : { $tap }
satisfaction-sms-number = Que pensez-vous de la réponse à { $code } ? Répondez par un chiffre de 1 (très mauvaise) à 5 (très bonne).
satisfaction-sms-thanks = Merci, votre avis sur { $code } est noté.
satisfaction-sms-already = Nous avons déjà votre avis sur { $code }. Merci.
