# Menu du personnel
administration-menu = Premiers pas
administration-menu-profile = La commune
administration-menu-categories = Catégories
administration-menu-answers = Réponses types
administration-menu-jobs = Tâches du système

# Premiers pas : l’état de chaque étape se lit dans ce qui a vraiment été fait
administration-title = Premiers pas
administration-lead = Ce qui prépare la commune à recevoir son premier signalement. L’ordre est libre.
administration-done-all = Tout est prêt. Cette page reste là pour vérifier de temps en temps.
administration-steps = Étapes
administration-progress = { $done } faites sur { $total }
administration-done = Fait
administration-todo = À faire
administration-on = ({ $day })
administration-reopen = À revoir
administration-pages = Toutes les pages d’administration
administration-step-profile = Coordonnées de la commune
administration-step-profile-text = Téléphone, courriel, adresse et heures d’accueil, tels que les habitants les lisent.
administration-step-emblem = Emblème de la commune
administration-step-emblem-text = Il figure en tête de chaque page et sur les récépissés.
administration-step-cndp = Numéro de déclaration à la CNDP
administration-step-cndp-text = Il figure au bas de chaque formulaire, comme le veut la loi 09-08.
administration-step-hours = Horaires de travail
administration-step-hours-text = Les délais se comptent avec eux : vérifiez-les, ceux du Ramadan aussi.
administration-step-holidays = Fêtes lunaires de l’année
administration-step-holidays-text = Confirmer chaque date dès son annonce : les délais en dépendent.
administration-step-units = Divisions et services
administration-step-units-text = L’organisation proposée est celle d’une grande commune : retirez ce que vous n’avez pas, nommez les responsables.
administration-step-agents = Au moins un agent dans chaque arrondissement
administration-step-agents-text = Chaque arrondissement a quelqu’un qui traite ses signalements.
administration-agents-missing = Personne encore à :
administration-step-categories = Catégories de signalements
administration-step-categories-text = Ce que la commune propose, qui s’en charge et en combien de temps.
administration-step-mail = Envoi des courriels
administration-step-mail-text = Envoyez-vous un message d’essai, puis confirmez qu’il est arrivé.
administration-step-sms = Envoi des SMS
administration-step-sms-text = Envoyez-vous un message d’essai, puis confirmez qu’il est arrivé.
administration-step-key = Copie de la clé de chiffrement en lieu sûr
administration-step-key-text = Sans le fichier root.key, aucune sauvegarde ne se lit. Gardez-le hors du serveur.
administration-step-backup = Sauvegarde récente
administration-step-backup-text = Faite chaque nuit, et sa restauration essayée. Après deux jours sans sauvegarde, l’étape se rouvre ici.
administration-settle-hours = Confirmer la vérification
administration-settle-units = Confirmer la vérification
administration-settle-categories = Confirmer la vérification
administration-settle-mail = Confirmer l’arrivée du message
administration-settle-sms = Confirmer l’arrivée du message
administration-settle-key = Confirmer que la copie est faite
administration-step-settled = L’étape est notée.
administration-step-reopened = L’étape est à revoir.

# La fiche de la commune
administration-profile-title = La commune
administration-profile-lead = Ce que la commune montre d’elle-même sur toutes les pages. Le changement se voit aussitôt.
administration-look = Apparence
administration-emblem = Nouvel emblème
administration-emblem-hint = Image PNG, JPEG ou WebP, carrée de préférence.
administration-emblem-now = Emblème actuel de la commune
administration-emblem-remove = Retirer l’emblème actuel
administration-colour = Couleur de la commune
administration-colour-hint = Par exemple #7a1f2b. Laissez vide pour garder le bleu du Bouregreg.
administration-motto = Devise
administration-motto-hint = Une ligne sous le nom de la commune.
administration-law = Données personnelles et transparence
administration-cndp = Numéro de déclaration à la CNDP
administration-cndp-hint = Il accompagne chaque formulaire.
administration-source = Adresse où le code du programme est publié
administration-source-hint = La licence demande de donner le code source à qui se sert du service.
administration-reach = Coordonnées
administration-phone = Téléphone
administration-email = Courriel
administration-address = Adresse
administration-hours = Heures d’accueil
administration-hours-hint = En mots simples. Les horaires qui servent à compter les délais sont dans le calendrier.
administration-in-ar = En arabe
administration-in-fr = En français
administration-in-zgh = En amazighe
administration-in-en = En anglais
administration-save = Enregistrer
administration-profile-saved = La fiche de la commune est enregistrée.

# Catégories
administration-categories-title = Catégories de signalements
administration-categories-lead = La commune en propose { $offered } sur { $count }.
administration-category = Catégorie
administration-code = Code
administration-state = État
administration-offered = Proposée
administration-not-offered = Non proposée
administration-unit-first = Service chargé
administration-clock-service = Délai de service
administration-clock-answer = Délai de réponse
administration-category-ours = Le choix de la commune
administration-category-pack = Ce que prévoit le programme
administration-offer = Proposée aux habitants
administration-offer-hint = Une catégorie non proposée disparaît du formulaire ; ses dossiers ouverts restent.
administration-unit = Service qui reçoit les signalements
administration-unit-hint = Remplace le circuit habituel dans toute la commune.
administration-unit-pack = Le circuit habituel
administration-target-hint = Laissez le nombre vide pour garder le délai proposé. Les dossiers ouverts gardent le leur.
administration-span = Durée
administration-kind = Comptée en
administration-kind-calendar = jours calendaires
administration-kind-working = jours ouvrables
administration-kind-full = jours pleins
administration-kind-hours = heures
administration-span-calendar = { $count ->
    [one] { $count } jour calendaire
   *[other] { $count } jours calendaires
}
administration-span-working = { $count ->
    [one] { $count } jour ouvrable
   *[other] { $count } jours ouvrables
}
administration-span-full = { $count ->
    [one] { $count } jour plein
   *[other] { $count } jours pleins
}
administration-span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
administration-source-law = délai légal
administration-source-target = objectif fixé
administration-source-default = objectif proposé
administration-to-confirm = à confirmer
administration-route = Circuit habituel
administration-changed = Dernier changement : { $moment }
administration-category-saved = La catégorie est enregistrée. Le changement vaut pour les nouveaux signalements.

# Réponses types
administration-answers-title = Réponses types
administration-answers-lead = { $offered } sur { $count } sont proposées aux agents. Chaque réponse est relue et adaptée avant l’envoi.
administration-answer-add = Nouvelle réponse
administration-answer-state = Étape du dossier
administration-answer-at = Étape du dossier : { $state }
administration-answer-words = Ce que lira l’habitant
administration-answer-name = Titre de la réponse
administration-answer-text = Texte de la réponse
administration-variables = Ce qui se remplit tout seul
administration-variables-hint = À écrire entre accolades, comme ici.
administration-variable-code = Code du dossier
administration-variable-unit = Service chargé
administration-variable-date = Date de l’intervention, sinon d’aujourd’hui
administration-variable-place = Arrondissement
administration-variable-reason = Ce que l’agent complète lui-même (motif, date, organisme…)
administration-origin-pack = D’origine
administration-origin-changed = Modifiée par la commune
administration-origin-own = Propre à la commune
administration-hidden = Masquée
administration-hide = Masquer
administration-show = Proposer de nouveau
administration-answer-back = Revenir au texte d’origine
administration-answer-back-sure = Le texte de la commune sera perdu. Continuer ?
administration-answer-delete = Supprimer la réponse
administration-answer-delete-sure = Cette réponse disparaîtra pour de bon. Continuer ?
administration-answer-saved = La réponse est enregistrée.
administration-answer-hidden = La réponse n’est plus proposée aux agents.
administration-answer-shown = La réponse est de nouveau proposée aux agents.
administration-answer-reset = C’est fait : il ne reste rien du texte de la commune.

# Tâches du système
administration-jobs-title = Tâches du système
administration-jobs-lead = Ce que le programme fait en arrière-plan : envois, calcul des délais, copies. Une tâche qui échoue est reprise d’elle-même, puis s’arrête ici et vous attend.
administration-parked = Arrêtées
administration-late = En retard
administration-waiting = En attente
administration-jobs-well = Tout va bien
administration-jobs-well-text = Aucune tâche arrêtée ni en retard.
administration-job = Tâche
administration-due = Prévue
administration-tries = Essais
administration-error = Cause de l’échec
administration-acts = Action
administration-retry = Réessayer
administration-job-retried = La tâche va être reprise.

# Refus, à côté d’un champ
administration-emblem-wrong = Ce fichier n’est pas une image PNG, JPEG ou WebP lisible, ou elle est trop grande.
administration-colour-wrong = Écrivez la couleur ainsi : #7a1f2b.
administration-colour-pale = Cette couleur est trop pâle : contraste de { $contrast } avec le blanc, il en faut 4,5. Choisissez-en une plus foncée.
administration-both-languages = Écrivez le texte en arabe et en français.
administration-too-long = Le texte est trop long : { $max } caractères au plus.
administration-phone-wrong = Ce numéro de téléphone n’est pas juste. Exemple : 0537780000.
administration-email-wrong = Cette adresse électronique n’est pas juste. Exemple : contact@sale.ma.
administration-cndp-wrong = Ce numéro de déclaration est trop long.
administration-source-wrong = Écrivez une adresse entière, qui commence par https://.
administration-unit-wrong = Choisissez un service de la liste.
administration-kind-wrong = Choisissez comment la durée se compte.
administration-span-wrong = Écrivez un nombre de 1 à { $most }.
