# Menus
requests-menu = Démarches
requests-menu-counter = Demande pour une personne
# Le catalogue
requests-title = Que voulez-vous demander ?
requests-lead = Permis, attestations, déclarations. Vous voyez ce qu'il faut, combien de temps et combien cela coûte, et vous déposez d'ici, sans compte.
requests-lead-counter = Choisissez ce que la personne demande.
requests-search = Cherchez avec vos mots
requests-search-hint = Par exemple : réparer ma façade, copie d'acte de naissance, ouvrir un café
requests-search-go = Chercher
requests-continue-draft = Reprendre une demande commencée
requests-found = { $count ->
    [one] Une démarche trouvée
   *[other] { $count } démarches trouvées
 }
requests-found-none = Aucune démarche avec ces mots
requests-found-none-text = Essayez un autre mot, choisissez dans la liste, ou demandez au guichet.
requests-whole-list = Toutes les démarches
requests-counters = Les guichets et leurs horaires
requests-count = { $count ->
    [0] Aucune démarche
    [one] Une démarche
   *[other] { $count } démarches
 }
requests-look-by = Façon de chercher
requests-by-event = Par événement
requests-by-audience = Par public
requests-by-service = Par service
requests-none = Pas encore de démarche ici
requests-none-text = La commune n'a pas encore ouvert de démarche en ligne. Les guichets vous reçoivent.
requests-open-data = Cette liste est ouverte aux applications
# La fiche : ce que la loi 55-19, art. 6, demande de dire
requests-sheet = La fiche de la démarche
requests-start = Commencer la demande
requests-print = Imprimer cette fiche
requests-papers = Ce que vous fournissez
requests-papers-none = Aucune pièce à fournir.
requests-papers-copy = Un seul exemplaire de chaque pièce, sans légalisation ni copie conforme (loi 55-19, art. 7).
requests-papers-later = Vous pouvez commencer maintenant et ajouter les pièces plus tard.
requests-if-needed = selon vos réponses
requests-fetched = Ce que nous cherchons nous-mêmes
requests-fetched-text = Ne fournissez pas ces pièces : nous les demandons avec votre accord, et vous les voyez avant qu'elles servent.
requests-fetched-commune = Dans les registres de la commune
requests-fetched-bodies = Auprès d'autres administrations
requests-shown = À montrer au guichet
requests-shown-text = L'agent regarde la pièce et vous la rend. Aucune copie n'est gardée.
requests-fees = Frais
requests-no-fees = Gratuit.
requests-fee-computed = Calculé selon vos réponses
requests-due-filing = à payer au dépôt
requests-due-grant = à payer avant la décision
requests-due-delivery = à payer à la remise
requests-to-confirm = (à confirmer par la commune)
requests-delay = Délai de réponse
requests-delay-none = Délivré sur place, au guichet.
requests-delay-starts = Le délai commence quand le dossier est complet.
requests-delay-extended = Il peut être prolongé une fois, pour une expertise ou une enquête publique (loi 55-19, art. 17).
# Durées : { $n } est un nombre
requests-span-calendar = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
requests-span-working = { $n ->
    [one] { $n } jour ouvrable
   *[other] { $n } jours ouvrables
 }
requests-span-full = { $n ->
    [one] { $n } jour plein
   *[other] { $n } jours pleins
 }
requests-span-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
 }
requests-silence = Si vous ne recevez pas de réponse
requests-silence-yes = Passé le délai, le silence de la commune vaut accord : vous demandez l'acte et il vous est remis sous 7 jours, sinon vous demandez au gouverneur de l'attester (loi 55-19, art. 19 et 20).
requests-silence-no = Passé le délai, le silence ne vaut pas accord ; vous pouvez faire un recours.
requests-remedies = En cas de refus
requests-appeal-president = Vous faites un recours devant le président du conseil, dans les 30 jours du refus ou de la fin du délai ; il répond en 15 jours.
requests-appeal-governor = S'il ne répond pas ou refuse encore, vous saisissez le gouverneur, qui demande au président de statuer en 10 jours.
requests-appeal-law = Loi 55-19, art. 21. Tout refus est écrit et motivé. Le tribunal administratif et le Médiateur restent ouverts.
requests-appeal-none = Tout refus est écrit et motivé. Demandez-en la raison au guichet ; vous pouvez aussi déposer une réclamation.
requests-basis = Base légale
requests-basis-none = À confirmer par la commune.
# { $article } est le numéro de l'article, tel quel
requests-article = art. { $article }
requests-annex = annexe { $n }
requests-who = Qui peut demander
requests-issuer = Qui décide
requests-service = Service
requests-level = Comment nous vous reconnaissons
requests-hours = Horaires du guichet
requests-level-none = Nous ne demandons pas qui vous êtes
requests-level-contact = Un téléphone ou un courriel confirmé
requests-level-checked = Votre carte nationale, montrée au guichet
requests-level-national = L'identité numérique nationale
requests-level-lacks = Nous devons être sûrs de votre identité
requests-level-needs-checked = Cette demande exige une identité confirmée : connectez-vous avec l’identité numérique nationale, ou venez une fois au guichet avec votre carte nationale.
requests-level-needs-national = Cette demande exige de se connecter avec l’identité numérique nationale, ou de la déposer au guichet avec la carte nationale.
requests-level-prove = Me connecter pour prouver mon identité
requests-level-kept = Votre demande reste telle quelle ; vous y revenez après la connexion.
requests-level-card = Cette demande ne se dépose qu’avec la carte nationale du demandeur entre vos mains.
requests-level-card-seen = J’ai vu la carte nationale du demandeur
requests-level-card-seen-hint = La démarche exige une identité vérifiée ; c’est noté à votre nom.
requests-kind-authorization = Autorisation
requests-kind-certificate = Attestation
requests-kind-declaration = Déclaration
requests-kind-registration = Inscription
requests-kind-payment = Paiement
requests-kind-intervention = Intervention
requests-outputs = Ce que vous recevez
# { $span } est une durée, comme « 6 mois »
requests-valid = Valable { $span }
requests-renewable = et renouvelable
requests-valid-months = { $n } mois
requests-valid-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
requests-opinions-sheet = Avis demandés
requests-sheet-law = Fiche établie selon l'article 6 de la loi 55-19 : rien d'autre ne peut vous être demandé.
# Avant le formulaire
requests-start-lead = Rien n'oblige à tout faire d'un coup : ce que vous écrivez est gardé et vous y revenez quand vous voulez.
requests-start-lead-counter = Interrogez la personne et écrivez en son nom.
requests-begun = Vous avez déjà commencé cette demande
requests-begun-text = Dernière modification : { $at }.
requests-begun-go = Reprendre où vous en étiez
requests-for-whom = Pour qui et comment
requests-channel = Comment est-elle arrivée ?
requests-channel-counter = Au guichet
requests-channel-phone = Par téléphone
requests-channel-post = Par courrier
requests-author-lang = Langue de la personne
requests-begin = Remplir la demande
requests-no-account = Aucun compte n'est nécessaire. Avec un compte, vous n'écrivez pas de nouveau votre téléphone ou votre courriel et retrouvez toutes vos demandes.
requests-sign-in = Se connecter
requests-privacy = Que faisons-nous de vos données ?
requests-privacy-text = La commune de { $commune } utilise ce que vous écrivez et joignez pour étudier cette demande, et rien d'autre. Seuls ceux qui la traitent le voient, et chaque consultation est notée. Vous pouvez demander à voir vos données, à les corriger ou à les effacer (loi 09-08).
requests-privacy-cndp = Déclaration à la CNDP n° { $number }.
requests-privacy-cndp-none = La commune n'a pas encore saisi son numéro de déclaration à la CNDP.
requests-privacy-more = Vos droits
# Revenir à une demande commencée
requests-resume = Reprendre une demande commencée
requests-resume-lead = Écrivez le code que vous avez noté : vous retrouvez tout ce que vous aviez écrit.
requests-mine = Vos brouillons
requests-draft-code = Code de la demande commencée
requests-draft-code-hint = 12 lettres et chiffres. Exemple : 7K3Q-9MPX-R2TD
requests-resume-go = Ouvrir la demande
requests-no-such-draft = Aucune demande n'a ce code. Vérifiez-le ; elle a pu être effacée si elle n'a pas servi depuis longtemps.
requests-lost = Code perdu ?
requests-lost-text = Si vous étiez connecté à votre compte, ouvrez la page de la démarche : la demande y est. Sinon, recommencez ou demandez au guichet. Une demande déposée a un autre code, sur son récépissé.
# Le formulaire
requests-one-more = Encore une question, selon votre réponse.
requests-next = Continuer
requests-back = Page précédente
requests-saving = Enregistrement…
requests-saved = Ce que vous avez écrit est gardé.
requests-unsaved = Connexion coupée : ce sera gardé à son retour, ou quand vous continuerez.
requests-save-now = Garder maintenant
requests-draft-title = Le code de cette demande
# { $days } : jours pendant lesquels une demande commencée est gardée
requests-draft-text = Notez ce code : il vous ramène ici, depuis n'importe quel appareil. Ce que vous écrivez est gardé { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 } après la dernière modification, puis effacé.
requests-draft-short = Gardé { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 }, sous le code :
requests-draft-link = Lien de cette demande (à garder pour vous)
requests-private = Seuls ceux qui traitent votre demande voient ces données.
requests-part-name = Nom complet
requests-part-company = Nom de l'entreprise ou de l'association
requests-part-card = Numéro de la carte nationale, de séjour, ou du passeport
requests-part-birth = Date de naissance
requests-part-ice = Identifiant commun de l'entreprise (ICE)
requests-part-register = Numéro au registre du commerce
requests-how-date = Jour/mois/année, l'année sur quatre chiffres. Une date de l'hégire convient aussi : 29/11/1447.
requests-how-parcel = Par exemple 55097/20.
requests-how-card = Par exemple AB123456.
requests-how-ice = 15 chiffres.
requests-dirham = DH
# { $n } est le numéro de la ligne
requests-row = Ligne { $n }
requests-more-rows = Ajouter des lignes
requests-computed-later = Calculé d'après vos réponses
requests-quarter = Quartier
requests-quarter-none = Quartier inconnu ou absent de la liste
requests-point = Point sur la carte
# Les pièces
requests-pieces = Les pièces
requests-pieces-how = Photos (JPEG, PNG, WebP) ou PDF, { $most } Mo au plus par fichier. Vous pouvez en choisir plusieurs.
requests-pieces-later = Il vous en manque ? Continuez : la demande peut être déposée maintenant et complétée dans les 30 jours.
requests-add-files = Ajouter ces fichiers
requests-file = Fichier
# { $kb } : taille en kilooctets
requests-size = { $kb } ko
requests-remove = Retirer
requests-not-asked = Ce que vous n'avez pas à envoyer
requests-from-applicant = Fournie par le demandeur
requests-from-commune = Nous la prenons dans les registres de la commune
requests-from-body = Nous la demandons à { $body }
requests-from-shown = À montrer au guichet, sans copie
# { $percent } : ce qui est arrivé du fichier, sur cent
requests-upload-going = { $percent } % arrivés
requests-upload-arrived = le fichier est arrivé.
requests-upload-cut = connexion coupée. L'envoi reprendra où il s'est arrêté.
requests-upload-refused = ce fichier n'a pas été accepté. Essayez-en un autre, ou réessayez.
requests-upload-hold = Un instant : nous continuons dès que les fichiers sont arrivés.
# Avant le dépôt
requests-check = Vérifiez, puis déposez
requests-check-lead = Voici ce que la commune recevra. Changez ce que vous voulez avant de déposer.
requests-change = Changer
requests-part-wrong = Il reste à remplir ou à corriger dans cette partie.
requests-nothing-typed = Rien n'est écrit ici.
requests-files = { $count ->
    [one] Un fichier
   *[other] { $count } fichiers
 }
requests-piece-later = Vous la fournirez plus tard
requests-piece-optional = Facultative
requests-lacking = { $count ->
    [one] Il manque une pièce
   *[other] Il manque { $count } pièces
 }
requests-lacking-text = Vous pouvez déposer maintenant : vous recevez un récépissé « dossier en cours de dépôt » et avez 30 jours pour le compléter. Le délai légal commence quand le dossier est complet.
requests-lacking-spot = Vous la présenterez au guichet.
requests-consent = En déposant, vous acceptez que la commune obtienne ces pièces (loi 55-19, art. 23 et 24).
requests-after = Et ensuite ?
requests-total = Total
requests-statement = Je déclare que ce que j'ai écrit est exact.
requests-send = Déposer la demande
requests-not-sent = La demande n'est pas encore déposée
requests-not-ready = À terminer d'abord
requests-not-offered = Cette démarche n'est plus proposée en ligne
requests-not-offered-text = Ce que vous avez écrit reste gardé { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 }, mais ne peut pas être déposé. Demandez au guichet ou choisissez une autre démarche.
# Le récépissé (loi 55-19, art. 10) : « dossier déposé » et « dossier en cours de dépôt » sont les mots de la loi
requests-receipt = Récépissé de dépôt
requests-receipt-complete = Dossier déposé
requests-receipt-incomplete = Dossier en cours de dépôt
requests-thanks = Votre demande est reçue
requests-keep-receipt = Gardez ou imprimez ce récépissé : il porte le code et le code secret.
requests-hand-receipt = Imprimez le récépissé et remettez-le à la personne : le code et le code secret ouvrent son dossier.
requests-procedure = Demande
requests-received = Déposée le
requests-register = Numéro d'ordre
requests-unit = Service chargé
requests-until-decision = Réponse avant le
requests-until-next = Prochaine échéance
requests-piece-most = { $most } Mo au plus par fichier.
requests-until-completing = À compléter avant le
requests-lacking-list = Pièces manquantes
requests-receipt-lacking-text = Ajoutez ce qui manque, ici ou au guichet, avant la date du récépissé ; sinon le dossier vous est rendu.
requests-receipt-starts = Le délai de réponse commence quand le dossier est complet. Aucune autre pièce que celles de cette liste ne vous sera demandée.
requests-receipt-silence-yes = Sans réponse à cette date, le silence vaut accord (loi 55-19, art. 19). Ce récépissé en est la preuve.
requests-receipt-silence-no = Sans réponse à cette date, le silence ne vaut pas accord ; vous pouvez faire un recours. Ce récépissé en est la preuve.
requests-receipt-appeal = Recours : dans les 30 jours devant le président du conseil, qui répond en 15 jours ; puis devant le gouverneur (loi 55-19, art. 21).
requests-verify-how = Pour vérifier ce récépissé, lisez le carré avec un téléphone : la signature de la commune confirme ce qui y est écrit.
requests-verify-go = Vérifier maintenant
requests-give = Fournir ce qui manque
requests-follow = Suivre la demande
requests-after-unit = Le service chargé reçoit le dossier tout de suite et l'étudie.
requests-after-told = Nous vous prévenons à chaque étape, comme vous l'avez choisi ; tout est aussi sur la page de la demande.
requests-after-counter = La personne suit son dossier avec le code et le code secret, ou au guichet.
requests-after-once = Si un complément est nécessaire, il est demandé une seule fois.
requests-sealed = Le récépissé signé
requests-sealed-text = Voici le texte signé lui-même, pour qui veut le vérifier sans connexion.
requests-receipt-level = Votre demande a été enregistrée et conservée avant l'affichage de ce récépissé.
requests-receipt-signed = Télécharger le récépissé signé
requests-receipt-again = Récépissé de dépôt
requests-another = Une autre demande
requests-to-desk = Le dossier dans le bureau
# Fournir des pièces après le dépôt
requests-to-case = La page de la demande
requests-give-lacking = Quand tout est arrivé, le dossier est complet et le délai de réponse commence.
requests-give-asked = Fournissez ce que le service demande dans son dernier message : l'étude reprend aussitôt.
requests-give-words = Votre message au service
requests-give-words-hint = Si vous voulez expliquer quelque chose.
requests-give-send = Envoyer
requests-give-closed = Aucune pièce n'est attendue
requests-give-closed-text = Le service étudie le dossier ou a déjà décidé. Écrivez-lui depuis la page de la demande, si besoin.
requests-piece-awaited = Attendue
requests-said-given = Nous avons reçu ce que vous avez envoyé.
# Chez le demandeur
requests-asked-of-you = Le service demande un complément
requests-asked-of-you-text = Le délai de réponse est suspendu jusqu'à votre envoi. Un complément ne peut être demandé qu'une fois.
requests-dues = À payer
requests-pay-where = Payez à la régie de recettes de la commune ou comme l'indique l'ordre de paiement, en donnant le code de la demande.
# Au bureau
requests-lacking-desk = { $count ->
    [one] Une pièce manque
   *[other] { $count } pièces manquent
 }
# { $n } : numéro du fichier parmi ceux de la pièce
requests-open-file = Ouvrir le fichier { $n }
requests-file-pdf = Fichier PDF
requests-file-image = Image
requests-scan-waiting = Antivirus pas encore passé
requests-scan-blocked = Bloqué
requests-scan-infected = Fichier infecté, impossible à ouvrir
requests-opinions = Avis
requests-opinion-waiting = Avis attendu
requests-opinion-due = avant le { $day }
requests-opinion-given = le { $day }
requests-opinion-silence-favourable = Passé le délai, le silence vaut avis favorable.
requests-opinion-silence-unfavourable = Passé le délai, le silence vaut avis défavorable.
requests-opinion-silence-none = Le silence ne compte pas : l'avis est attendu.
requests-opinion-give = Donner l'avis
requests-opinion-verdict = Avis
requests-opinion-words = Motifs
requests-opinion-words-hint = Nécessaires si l'avis n'est pas favorable.
requests-opinion-send = Enregistrer l'avis
# Refus
requests-too-much = Cette demande contient plus que ce qui est accepté. Raccourcissez, ou venez au guichet.
requests-too-many-files = { $most } fichiers au plus. Réunissez les pages dans un PDF, ou apportez le reste au guichet.
requests-infected-told = Le fichier envoyé pour « { $piece } » contient un virus et ne peut être ouvert. Envoyez-en un autre.
requests-open-unchecked = Ouvrir sans contrôle antivirus ({ $n })
requests-scan-away = Antivirus indisponible : contrôle à venir
requests-infected = Ce fichier est bloqué : il contient un virus.
requests-nothing-given = Choisissez un fichier ou écrivez un message.
requests-withdrawn = Cette démarche n'est plus proposée en ligne. Ce que vous avez écrit est gardé.
requests-changed = Le formulaire a changé pendant que vous écriviez. Vos réponses sont gardées : relisez avant de déposer.
requests-changed-title = Ce formulaire a changé
requests-changed-text = La commune en a publié une nouvelle version depuis que vous avez commencé. Vos réponses et vos pièces sont gardées ; relisez chaque partie, des questions ont pu s'ajouter.
requests-piece-not-asked = Cette pièce ne vous est pas demandée : la commune l'obtient elle-même (loi { $law }, article { $article }).
requests-filed-already = Cette demande est déposée. Ce qui manque se donne par son récépissé.
requests-field-unknown = Aucun formulaire de cette procédure ne pose cette question.
requests-shape-wrong = La réponse n'a pas la forme que cette question attend.
requests-sum-changed = Le tarif a changé pendant que vous écriviez : il est maintenant de { $sum }. Regardez-le avant de déposer.
requests-point-wrong = Position incompréhensible. Posez le repère sur la carte, ou laissez vide et choisissez le quartier.
requests-elsewhere = Ce lieu est hors de la commune. Corrigez-le, ou adressez-vous à la commune où il se trouve.
requests-place-needed = Où ? Un point sur la carte, un quartier ou une adresse suffit.

# Les délais publiés. count : un nombre.
requests-catalogue = Démarches
requests-delays = Combien de temps prend la commune ?
requests-delays-lead = Les décisions d'une année, en jours comptés comme la loi les compte ; les délais les moins tenus d'abord.
requests-delays-few = Services de moins de { $count } décisions
requests-delays-over = La commune et ses services
requests-delays-each = Chaque démarche
requests-delays-calendar = Les horloges des démarches ne comptent pas les mêmes jours : ici, tout est en jours du calendrier.
requests-delays-empty = Aucune décision encore
requests-delays-empty-text = Les délais apparaîtront avec les premières décisions.
requests-delays-how = Le compte part du dossier complet et s'arrête tant que des pièces vous sont demandées. Sous { $count } décisions, rien n'est montré. Les demandes retirées ne comptent pas.
requests-data-delays = Délais des démarches
requests-data-delays-about = Décisions, délai médian, délai de neuf sur dix et part dans les temps, pour la commune, par service et par démarche, sur un an.
requests-column-id = Identifiant
requests-column-scope = Niveau (commune, service, démarche)
requests-column-service = Service
requests-column-procedure = Démarche
requests-column-title-ar = Titre en arabe
requests-column-title-fr = Titre en français
requests-column-promised = Délai annoncé
requests-column-kind = Type de jours
requests-column-decisions = Décisions
requests-column-silent = Accordées par silence
requests-column-median = Médiane (jours)
requests-column-p90 = Neuf sur dix en moins de (jours)
requests-column-in-time = Dans les temps
# Filing for others. $name is a person or a holder, $most a number of megabytes
requests-menu-writer = Ceux pour qui je dépose
requests-for-whom-writer = Demande au nom de { $name }
requests-for-whom-told = La personne sera prévenue du dépôt par un message et pourra s'y opposer. Chaque consultation est notée dans votre journal.
requests-statement-for = Je déclare avoir écrit ce que { $name } m'a dicté et le lui avoir relu.
requests-filed-for = La demande de { $name } est déposée
requests-receipt-holder = Imprimez ce récépissé et remettez-le à { $name }. Le code secret n'est envoyé qu'à cette personne :
requests-writer-refused = Vous ne pouvez pas déposer pour autrui
requests-writer-people = Les personnes et leurs mandats
requests-writer-nobody = Aucun mandat encore
requests-writer-nobody-text = Enregistrez d'abord le mandat écrit, puis commencez la demande de la personne.
requests-writer-filed = Ce que vous avez déposé
requests-writer-drafts = Demandes inachevées
requests-writer-begin = Commencer une demande
requests-paper-new = Enregistrer un mandat écrit
requests-paper-lead = Aucune demande ne commence sans mandat signé. La personne est prévenue de chaque dépôt en son nom.
requests-paper-name = Personne représentée
requests-paper-contact = Son téléphone ou son adresse électronique
requests-paper-contact-hint = Le sien, pas le vôtre : le code secret et les réponses y sont envoyés.
requests-paper-procedures = Démarches que nomme le mandat
requests-paper-signed = Signé le
requests-paper-ends = Valable jusqu'au
requests-paper-scan = Le mandat signé
requests-paper-scan-hint = Photo ou PDF, { $most } Mo au plus. Sinon, écrivez sa référence plus bas.
requests-paper-reference = Référence du mandat
requests-paper-reference-hint = Par exemple son numéro dans votre registre ou celui de sa légalisation
requests-paper-go = Enregistrer
requests-paper-holds = En vigueur
requests-paper-over = Terminé
requests-paper-over-text = Ce qui n'était pas déposé est revenu à la personne ; ce qui l'est, elle le suit elle-même.
requests-said-paper = Le mandat est enregistré.
requests-under-title = Déposé avec un mandat écrit
requests-under-holder = Déposé par
requests-under-signed = Signé le
requests-under-until = Valable jusqu'au
requests-under-proof = Référence
requests-under-scan = Ouvrir le mandat signé
requests-under-ended = Ce mandat a pris fin.
# What the citizen sees with the code of the message
requests-mandate = Ce qui est déposé en votre nom
requests-mandate-lead = { $name } dépose des demandes en votre nom, avec un mandat écrit.
requests-mandate-over = { $name } ne dépose plus rien en votre nom.
requests-mandate-object = Je n'ai rien demandé, ou je veux y mettre fin
requests-mandate-object-text = Effet immédiat ; ce qui n'est pas encore déposé n'est plus qu'à vous.
requests-mandate-object-go = Mettre fin au mandat maintenant
requests-mandate-object-sure = Mettre fin à ce mandat maintenant ?
requests-mandate-drafts = Ce qui était commencé
requests-mandate-drafts-text = C'est à vous : achevez-le, ou laissez-le, il s'effacera de lui-même.
requests-mandate-filed = Ce qui est déposé
requests-mandate-filed-text = Ouvrez le dossier pour le suivre, ou pour écrire au service si vous n'avez rien demandé.
requests-mandate-journal = Ce qui s'est passé
requests-mandate-ask = Quelqu'un a déposé une demande en votre nom ?
requests-mandate-ask-lead = Écrivez le code reçu dans le message de la commune.
requests-mandate-code = Code
requests-mandate-go = Voir
requests-no-such-mandate = Aucun mandat ne répond à ce code. Vérifiez-le, ou demandez au guichet.
requests-said-mandate-ended = Le mandat a pris fin.
# The kiosk. $days is a number
requests-kiosk-title = Déposez votre demande ici
requests-kiosk-lead = Touchez votre langue pour commencer. Cet appareil ne garde rien après vous.
requests-kiosk-what = Que voulez-vous faire ?
requests-kiosk-none = Aucune démarche n'est ouverte sur cette borne. Les guichets vous reçoivent.
requests-kiosk-others = D'autres démarches demandent des documents : depuis votre téléphone, ou au guichet.
requests-kiosk-end = Terminer et effacer
requests-kiosk-code =
    Notez ce code pour continuer sur votre téléphone ou ailleurs. Ce que vous écrivez est gardé { $days ->
        [one] { $days } jour
       *[other] { $days } jours
     }.
requests-kiosk-still = Êtes-vous toujours là ?
requests-kiosk-still-text = L'écran s'efface dans, en secondes :
requests-kiosk-stay = Oui, je continue
requests-kiosk-ticket = Prenez votre ticket : il porte le code du dossier et le code secret. Cet écran s'effacera de lui-même.
requests-kiosk-follow = Scannez le carré avec votre téléphone pour suivre le dossier. Gardez ce papier : qui le tient voit le dossier.
requests-kiosk-no-print = Si le ticket ne sort pas, photographiez l'écran ou notez le code du dossier et le code secret avant de terminer.
requests-kiosk-done = J'ai mon ticket, terminer
requests-kiosk-over = La session est finie, l'écran est effacé
requests-kiosk-over-text = Rien de ce qui a été écrit ne reste ici. Qui a noté le code de sa demande la continue sur n'importe quel appareil.
requests-kiosk-again = Commencer
requests-order = Ordre de paiement n° { $number }
requests-receipt-a5 = Récépissé en PDF (A5)
requests-receipt-roll = Récépissé en PDF (80 mm)
requests-receipt-withdrawn = Demande retirée le { $day }.
requests-receipt-over = Cette demande a reçu sa réponse le { $day } ; son suivi la montre.
requests-owed = Reste à payer :
requests-pay-filing = au dépôt
requests-pay-grant = avant la décision
requests-pay-delivery = à la remise
requests-forget = Recommencer depuis le début
requests-forget-text = Ce que vous avez écrit et les fichiers joints seront effacés.
requests-forget-do = Effacer et recommencer
requests-said-forgotten = Effacé. Vous pouvez recommencer.
requests-your-answers = Ce que vous avez répondu
# An opinion corrected, or copied from paper
requests-opinion-give-again = Corriger l'avis
requests-opinion-copy = Transcrire l'avis reçu sur papier
requests-opinion-copy-again = Corriger la transcription
requests-opinion-source = Qui l'a signé, sa référence ou sa date
requests-opinion-source-hint = L'avis reste celui du service qui l'a envoyé ; votre nom figure comme transcripteur.
requests-opinion-signed = Reçu sur papier :
requests-opinion-copied = Transcrit par { $name }
requests-opinion-source-if = Si l'avis vient d'un autre organisme, ou sur papier.
# On the person's own page
requests-own-draft = Demande commencée, non déposée : { $title }
requests-own-kept = Votre saisie est gardée jusqu'au { $day }
# Requests of companies and associations: $name is its name
requests-acts-for = Au nom de qui faites-vous la demande ?
requests-acts-for-hint = Les entreprises et associations que vous représentez figurent ici.
requests-acts-for-me = En mon nom
requests-whose = Demandeur
requests-whose-by = Déposée par
requests-whose-name = Demande au nom de { $name }
requests-whose-told = Tous ceux qui la représentent voient cette demande ; la commune lui écrit à elle.
requests-of-organisations = Dossiers de ceux que je représente
requests-of-organisations-draft = Demande en préparation
# Un document du dossier numérique de qui est au guichet
requests-take-for = Un document du dossier numérique de l'usager
requests-take-why = L'usager est là, ou au téléphone : il reçoit un code qui lui dit ce qu'il ouvre, et vous le dicte. Le code n'ouvre son dossier que pour cette demande, pendant vingt minutes.
requests-take-contact = Téléphone ou courriel de l'usager, tel qu'il l'a confirmé
requests-take-code = Le code qu'il vous a dicté
requests-take-open = Ouvrir son dossier
requests-take-read = Lisez-lui les mots du consentement ; ne cochez que s'il accepte
requests-take-written = Votre consultation est inscrite, et l'usager la voit sur sa page.
requests-take-nobody = Aucun compte n'a ce téléphone ou ce courriel. Vous pouvez prendre le document directement.
requests-take-gone = Les vingt minutes sont passées. Demandez un autre code.
# rights that a key of a program may hold
requests-right-requests-file = Déposer des demandes de service
