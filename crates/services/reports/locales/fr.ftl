# Menus
reports-menu-file = Signaler un problème
reports-menu-list = Signalements
reports-menu-counter = Enregistrer un signalement
# Première étape : quel est le problème
reports-choose-title = Quel est le problème ?
reports-choose-lead = Une minute suffit, sans compte. Choisissez le plus proche, nous pourrons corriger.
reports-choose-counter = Choisissez ce qui correspond le mieux à ce que dit la personne.
reports-search = Cherchez avec vos mots
reports-search-hint = Par exemple : lampe éteinte, trou, poubelle
reports-search-go = Chercher
reports-found = Est-ce cela ?
reports-found-none = Aucune catégorie ne correspond à ces mots. Choisissez dans la liste ci-dessous.
reports-photo-first = Commencer par une photo
reports-photo-kept = La photo est reçue
reports-photo-kept-text = Choisissez maintenant ce qu'elle montre, elle restera avec le signalement.
reports-photo = Photo
reports-photo-hint = Le problème et ce qui l'entoure. Quatre photos au plus.
reports-photo-alt = Photo du signalement
reports-photo-absent = Choisissez une photo.
reports-next = Continuer
reports-number-first = Commencer par le numéro du poteau ou du bac
reports-number = Numéro de l'équipement
reports-number-go = Chercher
reports-number-what = Quel est le problème ?
reports-number-unknown = Nous ne connaissons pas d'équipement numéro { $number }.
reports-number-near = Est-ce l'un de ceux-ci ?
reports-number-own = Non, le numéro est bien celui qui est écrit
reports-number-own-hint = Le signalement part tel quel, avec la description du lieu.
reports-number-without = Je ne vois aucun numéro
# Le formulaire
reports-danger = Danger ? Appelez tout de suite
reports-not-sent-yet = Votre signalement n’est pas encore parti : répondez à ce qui suit, puis envoyez.
reports-counter = Pour qui et comment
reports-channel = Comment est-il arrivé ?
reports-channel-counter = Au guichet
reports-channel-phone = Par téléphone
reports-channel-post = Par courrier
reports-author-lang = Langue de la personne
reports-where = Où ?
reports-quarter = Quartier
reports-quarter-none = Quartier inconnu ou absent de la liste
reports-details = Quelques précisions
reports-contact = Comment vous prévenir ?
reports-contact-text = Facultatif. Jamais publié, vu seulement par ceux qui traitent votre signalement.
reports-contact-hidden = Facultatif. Le service concerné ne voit jamais votre nom ni votre numéro de téléphone.
reports-publish = Ce signalement peut être publié sans mon nom
reports-publish-hint = Le texte et le lieu paraissent après relecture par un agent. Nom et téléphone ne sont jamais publiés.
reports-publish-photo = Le texte, le lieu et la photo paraissent après relecture par un agent. Nom et téléphone ne sont jamais publiés.
reports-never-public = Ce type de signalement n'est jamais publié et n'apparaît pas sur la carte.
reports-privacy = Que faisons-nous de vos données ?
reports-privacy-text = La commune de { $commune } utilise ce que vous écrivez pour traiter ce signalement, et rien d'autre. Nom, téléphone et courriel sont effacés { $days } jours après sa clôture. Vous pouvez demander à les voir, les corriger ou les effacer (loi 09-08).
reports-privacy-cndp = Déclaration à la CNDP n° { $number }.
reports-privacy-cndp-none = La commune n'a pas encore saisi son numéro de déclaration à la CNDP.
reports-privacy-more = Vos droits
reports-send = Envoyer le signalement
# Refus
reports-point-wrong = Position incompréhensible. Posez le repère sur la carte, ou laissez vide et choisissez le quartier.
reports-place-needed = Où est le problème ? Un point sur la carte, un quartier, le numéro de l'équipement ou un repère proche suffit.
reports-too-many-photos = { $most } photos au plus.
reports-sent-already = Nous avons déjà reçu ce signalement. Si vous l'envoyez encore, il sera enregistré une seconde fois.
# Entre le formulaire et le récépissé
reports-near-title = Est-ce l'un de ces signalements ?
reports-near-lead = Quelqu'un a signalé un problème semblable au même endroit. Si c'est le vôtre, joignez-vous à lui : vous serez prévenu de la suite.
reports-near-metres = à { $metres } m environ
reports-followers = { $count ->
    [one] une autre personne concernée
   *[other] { $count } autres personnes concernées
 }
reports-me-too = Moi aussi
reports-different = Le mien est différent, envoyer
reports-photo-place = Votre photo indique un lieu
reports-photo-place-area = Elle a été prise dans l'arrondissement { $area }. Le problème est-il là ?
reports-photo-place-lead = Le problème est-il à l'endroit où la photo a été prise ?
reports-photo-place-yes = Oui, c'est là
reports-photo-place-no = Non, ne pas l'utiliser
reports-elsewhere = Ce lieu n'est pas dans notre commune
reports-elsewhere-open = Le lieu est dans la commune de { $commune }, pas à { $here }. Voulez-vous y porter ce que vous avez écrit ?
reports-elsewhere-closed = Le lieu est dans la commune de { $commune }, pas à { $here }, et elle ne reçoit pas encore de signalements ici. Appelez-la, ou corrigez le lieu.
reports-elsewhere-unknown = Le lieu est hors de { $here }, en mer ou dans une commune dont nous ne connaissons pas les limites. Corrigez-le, ou videz-le et choisissez le quartier.
reports-elsewhere-go = Continuer à { $commune }
reports-elsewhere-change = Corriger le lieu
# Le récépissé
reports-receipt = Récépissé de dépôt
reports-thanks = Votre signalement est reçu, merci
reports-receipt-at = Reçu le
reports-receipt-number = Numéro du registre
reports-receipt-unit = Service chargé
reports-receipt-next = Nous vous répondons avant le
reports-receipt-follow = Suivre le signalement
reports-receipt-level = Votre signalement était enregistré avant l'affichage de ce récépissé.
reports-receipt-signed = Récépissé signé
reports-to-confirm = (à confirmer par la commune)
reports-after = Et maintenant ?
reports-after-unit = Le service le reçoit tout de suite et le prend en charge.
reports-after-told = À chaque étape nous vous prévenons si vous avez laissé un téléphone ou un courriel ; sinon, le code et le code secret ouvrent le dossier.
reports-after-counter = Remettez ce récépissé à la personne : le code et le code secret ouvrent son dossier.
reports-after-moderation = Un agent le relit avant qu'il paraisse.
reports-after-reopen = Si le problème n'est pas réglé, vous pouvez le rouvrir ; une autre personne s'en charge.
reports-another = Un autre signalement
reports-to-desk = Le dossier au bureau
# Ce que chacun voit
reports-title = Signalements
reports-lead = Ce que les habitants ont signalé, et ce qui en a été fait.
reports-tab-list = Liste
reports-tab-map = Carte
reports-tab-statistics = Chiffres
reports-state-all = Tous
reports-state-open = En cours
reports-state-done = Répondus
reports-count-more = Plus de { $count } signalements
reports-count = { $count ->
    [0] Aucun signalement
    [one] Un signalement
   *[other] { $count } signalements
 }
reports-none = Aucun signalement ici
reports-none-text = Changez la recherche, ou signalez un problème.
reports-category = Catégorie
reports-all-categories = Toutes les catégories
reports-area = Arrondissement
reports-all-areas = Tous les arrondissements
reports-words = Mots
reports-filter = Filtrer
reports-filter-none = Tout montrer
reports-feed = Suivre les nouveautés (Atom)
reports-feed-title = Signalements de { $commune }
reports-map = Carte des signalements
reports-map-rounded = Positions approximatives, selon la catégorie.
reports-map-none = Les limites de cette commune ne sont pas encore connues.
reports-received = reçu le { $at }
reports-late = Cette date est passée.
reports-path = Le parcours
reports-step-filed = Signalement reçu
reports-step-moved = L'état a changé
reports-step-transferred = Transmis à un autre service
reports-step-clock-missed = Date dépassée
reports-step-recategorised = Catégorie corrigée
reports-rating = Note de l'auteur
reports-reopened = Réouvertures
reports-me-too-text = Vous comptez parmi les personnes concernées : on sait ainsi combien le problème en touche.
reports-me-too-send = Je suis concerné
reports-phone = Téléphone
reports-email = Courriel
reports-mine = C'est mon signalement
reports-flag = Signaler ce contenu
reports-flag-text = S'il contient un nom, un visage ou des mots blessants, un agent le relira.
reports-flag-send = Oui, il faut le relire
reports-said-followed = Vous comptez parmi les personnes concernées.
reports-said-flagged = Merci. Un agent le relira.
# Chiffres
reports-statistics = Les signalements en chiffres
reports-statistics-lead = Les douze derniers mois, depuis le { $since }.
reports-statistics-how = Tous les signalements comptent, publiés ou non, sauf les confidentiels. Une réponse est à temps si elle précède la date la plus proche annoncée à l'auteur. Les signalements retirés ne comptent pas dans les réponses.
reports-figure-received = Reçus
reports-figure-open = En cours
reports-figure-answered = Répondus
reports-figure-in-time = À temps
reports-figure-in-time-how = des réponses
reports-figure-median = Délai médian de réponse
reports-figure-mark = Satisfaction
reports-figure-marks = { $count ->
    [0] aucune note encore
    [one] une note
   *[other] { $count } notes
 }
reports-days = { $count ->
    [0] un jour
    [one] un jour
   *[other] { $count } jours
 }
reports-unknown = pas encore connu
reports-nowhere = Sans arrondissement
reports-by-month = Reçus chaque mois
reports-by-category = Par catégorie
reports-by-area = Par arrondissement
# Ce que les chefs reçoivent chaque matin
reports-digest-subject = Signalements en attente : { $late } en retard
reports-digest = Bonjour. Dans vos services ce matin : { $new } nouveaux, { $near } à rendre sous 24 h, { $late } en retard. { $link }
# Données ouvertes
reports-data = Signalements des habitants
reports-data-about = Tout signalement que son auteur accepte de voir publié et qu'un agent a relu, sans son texte et sans aucune donnée personnelle. La position est approximative, selon la catégorie.
reports-column-code = Code du signalement
reports-column-category = Identifiant de la catégorie
reports-column-category-code = Numéro de la catégorie dans la liste nationale
reports-column-received = Jour de réception
reports-column-state = État
reports-column-outcome = Issue
reports-column-area = Code de l'arrondissement
reports-column-quarter = Identifiant du quartier
reports-column-lat = Latitude arrondie
reports-column-lon = Longitude arrondie
reports-column-due = Date annoncée
reports-column-answered = Jour de la réponse
reports-column-in-time = Réponse à temps ou non
reports-column-followers = Nombre de « moi aussi »
reports-column-reopened = Nombre de réouvertures
reports-column-rating = Note de l'auteur, de 1 à 5
# Les équipements d'un signalement
reports-objects = { $count ->
    [one] L'équipement concerné
   *[other] Les équipements concernés ({ $count })
 }
reports-listed = Voici les équipements que nous avons compris
reports-listed-hint = Décochez ceux qui ne sont pas concernés, puis envoyez.
reports-listed-instead = Au lieu de { $number } ?
reports-listed-unknown = Numéros que nous ne connaissons pas ; ils restent écrits dans le signalement :
reports-numbers-unknown = Certains numéros sont inconnus. Choisissez dans la liste ceux que vous vouliez.
reports-number-slip = La lettre de contrôle de { $number } ne convient pas au reste : relisez la plaque.
reports-number-elsewhere = { $number } est la plaque d'une autre commune : { $commune }. Retirez ce numéro d'ici et prévenez cette commune.
reports-number-either = Plusieurs équipements portent ce numéro. Lequel ?
reports-box-wrong = La partie de la carte demandée ne se lit pas. Écrivez-la : ouest,sud,est,nord en degrés.
reports-quarter-filter = Quartier
reports-all-quarters = Tous les quartiers
# $days est une durée de la liste 30, 90, 365
reports-last-days = { $days } derniers jours
reports-period = Période
reports-hidden = masqué
reports-hidden-why = Ce qui compte moins de { $fewest } signalements n’est pas montré, et le plus petit suivant avec lui, pour qu’on ne puisse pas le déduire du total.
reports-delays = Délais : les meilleurs et les moins bons
reports-delays-lead = Combien de temps les signalements attendent leur réponse, par service, par prestataire et par arrondissement, sur les { $days } derniers jours.
reports-delays-by-service = Services
reports-delays-by-contractor = Prestataires
reports-delays-by-area = Arrondissements
reports-delays-by-category = Catégories
reports-delays-median = Délai médian
reports-delays-chart-median = Délai médian
reports-delays-chart-first = Les plus rapides
reports-delays-chart-last = Les plus lents
reports-delays-table = Tous les chiffres en tableau
reports-delays-unit = en jours
reports-delays-p90 = Neuf sur dix avant
reports-delays-late = En retard sur l’objectif
reports-delays-late-by-law = En retard sur la loi
reports-delays-reopened = Rouverts
reports-delays-mark = Satisfaction sur 5
reports-delays-days = { $days } j
reports-delays-best = le meilleur
reports-delays-worst = le moins bon
reports-delays-all = Toute la commune
reports-delays-none = Aucune réponse sur cette période
reports-delays-none-text = Choisissez une période plus longue.
reports-delays-how = Comment ces chiffres sont calculés
reports-delays-how-counted = Tous les signalements répondus dans la période comptent, publiés ou non, sauf les confidentiels. Les retirés et les doublons ne comptent pas.
reports-delays-how-median = Le délai va de la réception à la dernière réponse, tous les jours comptés, fériés compris. La moitié des signalements va plus vite que la médiane, l’autre moitié moins vite.
reports-delays-how-p90 = Neuf signalements sur dix ont eu leur réponse dans ce délai (rang le plus proche).
reports-delays-how-late = Un signalement est en retard quand son horloge s’arrête après sa date. Chacun en a deux : l’objectif de la commune et le délai maximal de la loi. Rouvrir n’efface pas le verdict de la première.
reports-delays-how-reopened = Parmi les signalements reçus dans la période et répondus au moins une fois, la part de ceux qui ont été rouverts.
reports-delays-how-mark = La moyenne des notes de 1 à 5 données par les auteurs dans la période.
reports-delays-how-contractor = Un signalement compte pour qui l’a en main aujourd’hui : le service, ou le prestataire à qui il a été remis.
reports-delays-how-hidden = Tout chiffre qui repose sur moins de { $fewest } est masqué, et avec lui ce qu’il faut pour qu’on ne puisse pas le déduire du total.
# Où
reports-density = Où l’on signale
reports-density-lead = Les signalements reçus sur les { $days } derniers jours, par carré de 300 mètres et par quartier.
reports-density-most = Au plus { $count } dans un carré.
reports-density-how = Les signalements publiés comptent tels quels. Les autres ne comptent dans un carré ou un quartier que s’ils y sont au moins { $fewest } ; en dessous, ceux des quartiers d’un même arrondissement sont réunis et comptent pour l’arrondissement s’ils sont au moins { $fewest }, de deux quartiers ou plus. Les confidentiels n’y sont jamais.
reports-by-quarter = Par quartier
reports-no-quarter = Sans quartier
# Semaine par semaine
reports-weeks = Semaine par semaine
reports-weeks-lead = Ce qui a été reçu et ce qui a été répondu : les { $drawn } dernières semaines dans les graphiques, { $weeks } dans le tableau.
reports-weeks-received = Reçus chaque semaine
reports-weeks-answered = Répondus chaque semaine
reports-weeks-drawn = { $weeks } dernières semaines
reports-weeks-all = Total des { $weeks } semaines
reports-weeks-answers = Réponses : { $count }
reports-weeks-table = Les { $weeks } semaines en tableau
reports-week-of = Semaine du lundi
reports-weeks-how = Tous les signalements comptent, publiés ou non, sauf les confidentiels.
reports-weeks-how-narrowed = Avec un filtre, seules les catégories publiques comptent.
# Pour les sites des autres
reports-embed = Pour la presse et les autres sites
reports-embed-lead = Mettez ces chiffres sur votre site : ils restent à jour, avec leur source et leur licence, sans suivre vos visiteurs.
reports-embed-copy = Copiez ceci
reports-embed-copy-go = Copier
reports-embed-look = Aperçu
reports-embed-terms = Ces chiffres sont libres d’usage, même commercial, en citant la source.
reports-embed-title = Les signalements à { $commune }
reports-embed-weeks = en { $weeks } semaines
reports-embed-published = parmi les publiés
reports-embed-source = Source : commune de { $commune }, { $at }
reports-embed-more = Tous les signalements sur le site de la commune
# Un message vocal au lieu d’écrire
reports-voice = Ou dites-le de vive voix
reports-voice-hint = Une minute au plus, en darija, en tamazight ou dans la langue de votre choix. Un agent écrit ce que vous dites ; votre voix n’est jamais publiée.
reports-voice-kept = Votre enregistrement est reçu. Un nouveau le remplace.
reports-voice-start = Enregistrer
reports-voice-stop = Arrêter
reports-voice-wait = En attente de l’autorisation du micro…
reports-voice-says = Nous vous écoutons :
reports-voice-done = Enregistré. Écoutez-le avant d’envoyer.
reports-voice-refused = Le micro n’est pas accessible ici. Choisissez un enregistrement de votre téléphone.
reports-voice-remove = Supprimer l’enregistrement
reports-voice-removed = L’enregistrement est supprimé.
reports-voice-not-here = Ce signalement est confidentiel : écrivez-le, une voix se reconnaît.
reports-voice-one = Un seul enregistrement par signalement.
reports-consent = L’appelant accepte que son numéro et ses paroles soient conservés
reports-consent-hint = Dites-lui : « Nous gardons votre numéro pour vous donner la réponse ; il n’est pas publié. »
reports-consent-needed = Demandez-le à l’appelant et notez son accord.
