# Menu et recherche d'un dossier
cases-menu-desk = À traiter
cases-menu-new = Nouveaux dossiers
cases-menu-find = Suivre un dossier
cases-find-title = Où en est votre dossier ?
cases-find-lead = Le code écrit sur le récépissé suffit. Le code secret ouvre le reste du dossier.
cases-find-go = Voir le dossier
cases-code = Code du dossier
cases-code-hint = Exemple : SAL-7K3Q-9MPX-R
cases-code-mistyped = Le code contient une erreur. Recopiez-le tel qu'il est sur le récépissé.
cases-no-such-case = Aucun dossier ne porte ce code dans cette commune.
cases-pin = Code secret (6 chiffres)
cases-pin-hint = Sur le récépissé, sous le code. Sans lui, vous voyez la partie publique.
cases-pin-wrong = Ce code secret n'est pas celui de ce dossier.
cases-lost-title = J'ai perdu mon récépissé
cases-lost-text = Ouvrez le lien d'un de nos messages, ou connectez-vous avec le téléphone ou l'adresse que vous avez laissés, ou appelez le guichet.
cases-mine = Mes dossiers
# Page du dossier pour son auteur
cases-received-on = Reçu le { $at }
cases-merged = Ce dossier est réuni à un autre sur le même problème
cases-merged-text = Suivez le dossier { $code } : nous vous dirons tout ce qui s'y passe.
cases-waiting-title = Nous attendons votre réponse
cases-waiting-text = Lisez le dernier message et répondez ici : le travail reprend aussitôt.
cases-waiting-below = Ce que nous attendons est indiqué plus bas ; ensuite le travail reprend aussitôt.
cases-planned = Intervention prévue
cases-path = Le chemin du dossier
cases-talk = Messages
cases-talk-empty = Aucun message pour l'instant.
cases-rate-title = Comment cela s'est-il passé ?
cases-rate-text = Votre réponse compte dans les statistiques publiées par la commune.
cases-rate-send = Envoyer votre avis
cases-reply-title = Écrire au service
cases-reply = Votre message
cases-reply-send = Envoyer
cases-details = Le contenu du dossier
cases-register = Numéro au registre
cases-unit = Service
cases-followers = { $count ->
    [one] une autre personne le suit
   *[other] { $count } autres personnes le suivent
 }
cases-receipt = Récépissé signé (fichier)
cases-open-title = C'est votre dossier ?
cases-open-text = Le code secret ouvre les messages et les photos, et permet de répondre.
cases-closed-text = Ce dossier est confidentiel. Le code secret écrit sur le récépissé l'ouvre.
cases-open-go = Ouvrir le dossier
cases-add-photo = Ajouter une photo
cases-photo = Photo
cases-photo-send = Ajouter la photo
cases-choose-photo = Veuillez choisir une photo.
cases-correct = Corriger ce que vous avez écrit
cases-correct-send = Enregistrer la correction
cases-words = Le texte du signalement
cases-place-words = Repère proche du lieu
cases-fixed-or-withdraw = C'est réglé, ou je retire mon signalement
cases-already-fixed = C'est déjà réparé
cases-withdraw = Retirer mon signalement
cases-withdraw-request = Retirer ma demande
cases-withdraw-sure = Le dossier sera clos. Continuer ?
cases-reopen = Ce n'est pas réglé
cases-reopen-why = Qu'est-ce qui ne va pas ?
cases-reopen-send = Rouvrir le dossier
# Délais
cases-clock-answer = Délai légal maximal de réponse
cases-clock-service = Réponse prévue
cases-standing-running = Le délai court
cases-standing-late = Délai dépassé
cases-standing-paused = Délai suspendu
cases-standing-met = Délai respecté
cases-standing-missed = Délai manqué
cases-standing-void = Arrêté, sans décision
cases-how-computed = Comment cette date est-elle calculée ?
cases-how-text = À partir du { $start }, pendant { $span }.
cases-how-days = Les jours comptés, un par un
cases-span-calendar = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
cases-span-working = { $n ->
    [one] { $n } jour ouvrable
   *[other] { $n } jours ouvrables
 }
cases-span-full = { $n ->
    [one] { $n } jour plein
   *[other] { $n } jours pleins
 }
cases-span-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures, nuits et jours fériés compris
 }
cases-source-law = La loi
cases-source-target = Engagement de la commune ou de l'opérateur
cases-source-default = Date visée
cases-to-confirm = (à confirmer par la commune)
# Le bureau
cases-desk-title = Dossiers à traiter
cases-desk-empty = Rien ne vous attend ici
cases-desk-empty-text = Changez les filtres pour voir d'autres dossiers.
cases-total-more = Plus de { $count } dossiers
cases-total = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
 }
cases-views = Vues
cases-view-open = Ouverts
cases-view-new = Nouveaux
cases-view-mine = Les miens
cases-view-late = En retard
cases-view-waiting = En attente
cases-view-answered = Répondus
cases-view-all = Tous
cases-group-late = En retard
cases-group-near = Échéance proche
cases-group-later = Ensuite
cases-filter = Filtrer
cases-filter-words = Mots ou code
cases-filter-go = Appliquer
cases-filter-clear = Sans filtre
cases-all = Tous
cases-category = Catégorie
cases-area = Arrondissement
cases-urgent = Urgent
cases-restricted = Accès restreint
cases-where = Le lieu
cases-asset = Numéro sur l'équipement :
cases-no-place = Aucun lieu indiqué. Demandez-le à la personne.
cases-act-title = La suite
cases-action = Que décidez-vous ?
cases-act-words = Ce que la personne lira
cases-act-words-hint = Affiché sur sa page, un message l'avertit. Écrivez dans la langue de la personne.
cases-act-go = Enregistrer et envoyer
cases-template = Réponse prête
cases-template-use = Utiliser
cases-outcome = Résultat
cases-date = Date prévue
cases-refer-to = Destinataire
cases-duplicate-of = Code du premier dossier
cases-proof = Photo de preuve
cases-proof-hint = Une photo après réparation vaut mieux qu'un long texte.
cases-tell = Message à la personne
cases-tell-hint = Sans changer l'état.
cases-tell-go = Envoyer
cases-note = Note interne
cases-note-hint = La personne ne la voit pas.
cases-note-go = Enregistrer la note
cases-handled-by = Qui s'en occupe
cases-assignee = Agent
cases-nobody = Personne encore
cases-take-it = Je m'en charge
cases-assign = Confier à
cases-assign-hint = Confier ne change jamais le délai.
cases-assign-go = Confier
cases-transfer = Pas pour votre service ? Transférer
cases-transfer-go = Transférer
cases-recategorise = Mauvaise catégorie ? Changer
cases-recategorise-go = Changer la catégorie
cases-author = La personne
cases-author-hidden = L'identité de la personne n'est pas montrée au service concerné.
cases-author-anonymous = N'a laissé ni nom ni contact.
cases-look-noted = Votre consultation est notée ; la personne peut la voir.
cases-yes = Oui
cases-no = Non
# Étapes
cases-event-filed = Dossier reçu
cases-event-moved = État modifié
cases-event-assigned = Confié à un agent
cases-event-transferred = Transféré à un autre service
cases-event-told = Message de la commune
cases-event-wrote = Message à la commune
cases-event-note = Note interne
cases-event-file-added = Fichier ajouté
cases-event-clock-missed = Le délai est passé sans réponse
cases-event-published = Publié
cases-event-withheld = Non publié
cases-event-flagged = Contenu signalé
cases-event-merged = Un doublon y a été réuni
cases-event-followed = Une autre personne suit ce problème
cases-event-rated = Avis sur le service
cases-event-corrected = Dossier corrigé ou date recalculée
cases-event-recategorised = Catégorie modifiée
cases-who-commune = La commune
cases-who-program = Application partenaire
cases-who-house = La plateforme
cases-who-contractor = Le prestataire
cases-who-author = La personne
cases-channel-web = En ligne
cases-channel-counter = Au guichet
cases-channel-phone = Par téléphone
cases-channel-post = Par courrier
cases-channel-api = Par une application
cases-file-photo = Photo jointe au dossier
cases-file-proof = Photo après intervention
cases-file-document = Document
# Refus
cases-unknown-action = Cette action n'existe pas.
cases-not-from-here = Ce n'est plus possible dans l'état actuel du dossier. Rechargez la page.
cases-not-yours = Cette action ne vous revient pas.
cases-too-late = La réponse date de plus de { $days } jours : ouvrez un nouveau dossier.
cases-needs-words = Écrivez quelques mots pour la personne.
cases-needs-outcome = Choisissez un résultat.
cases-needs-date = Indiquez une date.
cases-needs-unit = Choisissez un service ou un organisme.
cases-needs-case = Indiquez le code du premier dossier.
cases-choose-outcome = Ce résultat n'existe pas.
cases-choose-category = Choisissez une catégorie.
cases-not-with-itself = Un dossier ne se réunit ni à lui-même ni à un doublon.
cases-not-staff = Cette personne ne fait pas partie du personnel aujourd'hui.
cases-date-past = Cette date est passée.
cases-date-far = Cette date est trop lointaine : choisissez-en une dans les deux ans.
cases-rated-already = Nous avons déjà votre avis, merci.
cases-never-public = Ce dossier n'est jamais publié.
cases-photo-never-public = Les photos de cette catégorie ne sont jamais publiées.
# Confirmations
cases-said-done = C'est fait.
cases-said-replied = Votre message est arrivé au service.
cases-said-corrected = Correction enregistrée.
cases-said-photo = Photo ajoutée.
cases-said-rated = Merci pour votre avis.
cases-said-assigned = Confié. Le délai ne change pas.
cases-said-transferred = Transféré. Le délai ne change pas.
cases-said-told = Message envoyé.
cases-said-noted = Note enregistrée.
# Messages envoyés
cases-mail-subject = Votre dossier { $code }
cases-sms-received = Signalement { $code } reçu. Réponse avant le { $due }. Suivi : { $link }
cases-sms-moved = L'état de votre dossier { $code } a changé. Détails : { $link }
cases-sms-asked = Il nous faut une précision sur { $code }. Répondez ici : { $link }
cases-sms-referred = Votre dossier { $code } est transmis à l'organisme compétent, nous le suivons : { $link }
cases-sms-answered = Réponse à votre dossier { $code }. À lire ici : { $link }
cases-sms-closed = Votre dossier { $code } est clos : { $link }
cases-sms-message = Nouveau message sur votre dossier { $code } : { $link }
cases-mail-staff-subject = Dossier { $code }
cases-mail-near = L'échéance du dossier { $code } approche et il n'a pas encore de réponse. L'ouvrir : { $link }
cases-mail-escalated = Le délai du dossier { $code } est passé sans réponse ; il vous est remonté pour que vous le suiviez avec le service qui en garde la charge. L'ouvrir : { $link }
cases-mail-digest-subject = { $count } dossiers demandent votre attention
cases-mail-digest = { $count } dossiers vous sont remontés parce que leur délai s'épuise, dont { $nobody } que personne n'a pris. Les premiers : { $codes }. La liste entière : { $link }

# Tasks of a file: one thing asked of a colleague or of another unit, by a day
cases-tasks = Tâches
cases-tasks-empty = Aucune tâche n’est demandée pour ce dossier.
cases-task-ask = Demander une tâche
cases-task-words = Que faut-il faire ?
cases-task-for = À qui ?
cases-task-until = Avant le
cases-task-go = Envoyer la demande
cases-task-asked = demandée le { $day }
cases-task-due = avant le { $day }
cases-task-done = Faite
cases-task-drop = Plus nécessaire
cases-task-dropped = Plus nécessaire
cases-task-nobody = Choisissez un collègue du service, ou un service en activité. Un dossier restreint ne part pas vers un autre service par une tâche.
cases-view-tasks = Mes tâches
cases-event-task-asked = Tâche demandée
cases-event-task-ended = Tâche terminée
cases-said-task = La demande est partie. Qui doit faire la tâche voit le dossier jusqu’à ce qu’elle soit faite.
cases-said-task-ended = La tâche est notée.
cases-mail-task = Une tâche vous est demandée dans le dossier { $code } : { $link }

cases-words-unfilled = Un blanc n’est pas rempli : { $hole }. Écrivez à sa place ce que l’auteur doit savoir.
cases-answer = La réponse
cases-said-withdrawn = Le signalement est retiré. Merci de nous l’avoir dit.
cases-said-reopened = Le dossier est rouvert, une autre personne le traitera.
cases-rate-empty = Choisissez au moins une réponse.

# Deadlines that are over, folded under those that run
cases-clocks-over = Délais précédents

cases-late-by = { $n ->
    [one] en retard d’un jour
   *[other] en retard de { $n } jours
}
cases-who-you = Vous
cases-act-why = Expliquez pourquoi

# Requests: papers and opinions of a file, its clocks by law 55-19. $count is a number
cases-clock-decision = Délai de la décision
cases-clock-deposit = Délai pour compléter le dossier
cases-clock-completion = Délai pour fournir ce que le service a demandé
cases-clock-appeal = Délai du président pour répondre au recours
cases-clock-governor = Délai pour statuer à la demande du gouverneur
cases-clock-delivery = Délai de remise de l'acte
cases-clock-attestation = Délai du gouverneur pour attester le silence
cases-clock-inquiry = Durée de l'enquête publique
cases-clock-leave = Délai de l'autorisation de rectifier
cases-clock-visa = Délai du visa
cases-event-opinion-asked = Avis demandé à un service
cases-event-opinion-given = Avis rendu par un service
cases-event-extended = Délai prolongé
cases-verdict-favourable = Favorable
cases-verdict-reserved = Favorable avec réserves
cases-verdict-unfavourable = Défavorable
cases-verdict-silent = Sans réponse
cases-file-piece = Pièce du dossier
cases-file-paper = Acte délivré par la commune
cases-channel-kiosk = Sur une borne
cases-channel-writer = Par un écrivain public
cases-channel-import = Des registres d'un système précédent
cases-import-dates = La réception précède la fin, et aucune des deux n'est à venir.
cases-said-opinion = L'avis est enregistré.
cases-only-once = Cela n'est permis qu'une fois par dossier, et a déjà servi.
cases-second-half = Un complément ne se demande que dans la première moitié du délai (loi 55-19), qui est passée.
cases-pieces-lacking = { $count ->
    [one] Le dossier n'est pas complet : il manque une pièce.
   *[other] Le dossier n'est pas complet : il manque { $count } pièces.
 }
cases-opinions-awaited = { $count ->
    [one] Un avis est encore attendu.
   *[other] { $count } avis sont encore attendus.
 }
cases-opinions-against = { $count ->
    [one] Un avis est défavorable : l'accord ne peut pas être proposé.
   *[other] { $count } avis sont défavorables : l'accord ne peut pas être proposé.
 }
cases-sms-request-received = Demande { $code } enregistrée. Réponse avant le { $due }. Suivi : { $link }
cases-sms-request-incomplete = Demande { $code } enregistrée, pièces manquantes. À compléter avant le { $due } : { $link }
cases-said-withdrawn-request = La demande est retirée.
cases-of-procedure = { $count ->
    [0] Aucun dossier n'est ouvert sous cette démarche.
    [one] Un dossier ouvert reste sous la version avec laquelle il a commencé.
   *[other] { $count } dossiers ouverts restent sous la version avec laquelle ils ont commencé.
 }

cases-desk-awaited = En attente du demandeur
cases-categories-other = Autres
# Mes dossiers : ce qui suit, et pour quand
cases-mine-yours-by = À vous, avant le { $day }
cases-mine-yours = À vous : quelque chose vous est demandé
cases-mine-due = Réponse attendue avant le { $day }
cases-mine-late = La réponse était attendue avant le { $day }
cases-mine-going = Le service s'en occupe
cases-mine-answered = Répondu le { $day }
cases-mine-ended = Terminé le { $day }
# Who gives an opinion, who reads the words of an action
cases-event-opinion-corrected = Avis corrigé par le service ; ce qui était écrit avant
cases-outcome-fixed = Cette action ne prend pas cette issue : laissez « Issue » vide, ou choisissez l'action qui convient.
cases-completion-empty = Rien n'a été remis depuis la demande de complément : ajoutez la pièce demandée. Un message seul s'envoie depuis la page du dossier.
cases-completion-counter = Rien n'a été remis depuis la demande de complément : écrivez ce qui a été remis au guichet, ou attendez la pièce.
cases-task-is-opinion = Cette tâche est un avis : elle se termine quand le service consulté donne son avis.
cases-opinion-not-yours = Seul le service consulté donne son avis. S'il l'a envoyé sur papier, transcrivez-le en disant qui l'a signé.
cases-opinion-needs-source = Écrivez qui a signé cet avis, avec sa référence ou sa date.
cases-words-decision = Motifs ou conditions de la décision
cases-words-decision-hint = La personne les lira avec l'acte signé, pas avant.
cases-words-staff = Pour le service
cases-words-staff-hint = La personne ne le lit pas.
cases-words-any = Votre texte
cases-words-any-hint = Sous chaque action est dit qui le lira. Écrivez dans la langue de la personne.
cases-task-of-opinion = Se termine avec l'avis

# Escalation: a file whose delay runs out comes before those above
cases-menu-escalated = Remontés à moi
cases-view-escalated = Remontés à moi
cases-event-escalated = Rappel à la personne en charge : l'échéance approche
cases-event-escalated-to = Remonté à : { $unit }, car le délai s'épuise

# Lineage: duplicates that are joined and parted again, reports below a big problem
cases-lineage = Signalements liés
cases-lineage-into = Réuni à
cases-lineage-joined = réuni à ce dossier le { $day }
cases-lineage-was-joined = ce dossier lui était réuni le { $day }
cases-lineage-split = séparé le { $day }
cases-lineage-below = Fait partie d'un problème plus grand :
cases-lineage-children = { $count ->
    [one] un signalement sous ce problème
   *[other] { $count } signalements sous ce problème
 }
cases-split = Réuni par erreur ? Séparer
cases-split-words = Un mot à l'auteur
cases-split-hint = Le signalement reprend là où il était, avec son délai d'origine ; son auteur est prévenu.
cases-split-go = Séparer
cases-attach = Partie d'un problème plus grand ?
cases-attach-code = Code du signalement qui représente le problème
cases-attach-hint = Chaque signalement garde son délai. En répondant au problème, on peut répondre aux autres avec les mêmes mots.
cases-attach-go = Placer dessous
cases-detach = Le retirer de ce problème
cases-answer-below = Répondre aussi à
cases-answer-below-hint = Les mêmes mots vont aux auteurs de ces signalements.
cases-not-merged = Ce dossier n'est réuni à aucun autre.
cases-not-below = Un signalement ouvert se place sous un autre signalement ouvert.
cases-one-floor = Ce signalement est déjà sous un problème, ou en a sous lui : il n'y a qu'un étage.
cases-below-already = Ce signalement est déjà sous un problème, ou ce problème en a trop.
cases-said-split = Le signalement est séparé et reprend son chemin.
cases-said-attached = Le signalement est placé sous le problème.
cases-said-detached = Le signalement n'est plus sous le problème.
cases-said-done-some = C'est fait. Certains signalements placés dessous n'ont pas suivi : leur état ne le permet pas.
cases-event-split = Séparé d'un autre signalement
cases-event-attached = Lié à un problème plus grand
cases-event-detached = N'est plus lié au problème
cases-sms-split = Votre signalement { $code } avait été réuni par erreur à un autre. Il reprend avec son délai d'origine : { $link }
# Un téléphone simple : l’état d’un dossier par SMS. $next est une phrase entière.
cases-event-heard = Le message vocal a été transcrit
cases-file-voice = Message vocal
cases-sms-state = { $code } : { $state }. { $next }.
cases-sms-received-phone = Dossier { $code } enregistré, code secret { $pin }. Réponse avant le { $due }.
cases-sms-message-phone = { $code } : « { $words } »
cases-sms-write-back = Pour savoir où il en est, envoyez le code à ce numéro.
cases-sms-none = Aucun dossier n’a été déposé avec ce téléphone. Envoyez le code inscrit sur le récépissé.
cases-sms-unknown = Aucun dossier ne porte ce code. Recopiez-le comme sur le récépissé.
cases-sms-elsewhere = Ce code est d’une autre commune : envoyez-le à son numéro.
cases-sms-needs-pin = Pour { $code } depuis ce téléphone, ajoutez après le code le code secret (6 chiffres du récépissé).
cases-sms-confidential = { $code } ne se consulte qu’avec son code secret : envoyez le code suivi du code secret (6 chiffres du récépissé) dans le même message, ou ouvrez { $link }
cases-sms-wrong-pin = Le code secret ne correspond pas à { $code }.
cases-sms-tries = Trop d’essais faux. Réessayez demain, ou appelez la commune avec votre récépissé.
