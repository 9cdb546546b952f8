# File de relecture avant publication
moderation-menu = Avant publication
moderation-menu-appeals = Recours des auteurs
moderation-title = Avant publication
moderation-lead = Retirez noms, numéros et tout ce qui désigne une personne, masquez-le dans les photos, puis publiez ou retenez.
moderation-words = Le texte que tout le monde verra
moderation-words-hint = L'original reste dans le dossier.
moderation-no-words = Pour cette catégorie, seuls le lieu et l'état sont publiés.
moderation-photo = Publier cette photo
moderation-photo-none = Aucune photo
moderation-hide-parts = En masquer des parties
moderation-hidden-parts = { $count ->
    [one] une partie masquée
   *[other] { $count } parties masquées
 }
moderation-why = Le motif, si vous changez le texte ou le retenez
moderation-reason = Motif
moderation-reason-hint = Publié avec la décision, et compté dans les chiffres publics.
moderation-note = Un mot à l'auteur
moderation-note-hint = Lui seul le lit.
moderation-publish = Publier
moderation-withhold = Ne pas publier
moderation-empty = Rien à relire
moderation-empty-text = Les nouveaux signalements à publier arrivent ici.
moderation-needs-reason = Choisissez un motif : le texte a changé ou n'est pas publié, et chacun doit savoir pourquoi.
moderation-needs-words = Écrivez un mot à l'auteur.
moderation-said-decided = La décision est enregistrée.
# Une photo et ce qui y est masqué
moderation-photo-title = Masquer des parties d'une photo
moderation-photo-lead = Masquez visages, plaques et tout ce qui désigne une personne. Ce qui est masqué ne se retrouve pas dans l'image publiée ; l'original reste scellé.
moderation-photo-alt = La photo dont des parties sont masquées
moderation-photo-how = Tracez un cadre, au doigt ou à la souris, sur ce qui doit disparaître, ou cochez les cases numérotées.
moderation-cells = Cases numérotées sur la photo
moderation-cell = Case { $n }
moderation-hide-go = Masquer ces parties
moderation-undo = Retirer le dernier cadre
moderation-fresh = Repartir de la photo d'origine
moderation-fresh-hint = Ce qui était masqué ne l'est plus ; il reste ce que vous tracez maintenant.
moderation-before-after = Avant et après
moderation-before = L'original, que le public ne voit pas
moderation-after = Ce qui est publié : { $count ->
    [one] une partie masquée
   *[other] { $count } parties masquées
 }
moderation-seen-by-all = C'est cette version que tout le monde voit maintenant.
moderation-back = Retour à la liste
moderation-parts-none = Aucune partie n'est choisie. Tracez un cadre ou cochez un numéro.
moderation-parts-wrong = Les parties choisies sont illisibles. Choisissez-les de nouveau.
moderation-said-hidden = Les parties choisies sont masquées.
# Recours
moderation-appeals-title = Recours des auteurs
moderation-appeals-lead = L'auteur n'est pas d'accord avec la décision. Une autre personne que celle qui l'a prise lui répond.
moderation-appeals-empty = Aucun recours n'attend
moderation-appeals-empty-text = Ici arrive qui demande qu'une décision soit revue.
moderation-yours = Vous avez pris la première décision : un collègue répond.
moderation-answer = La réponse à l'auteur
moderation-grant = Il a raison, publier
moderation-refuse = Maintenir la décision
moderation-another-person = Vous avez pris la première décision. Une autre personne doit répondre.
moderation-appeal-waits = L'auteur a fait un recours. Une autre personne y répond, depuis la page des recours.
moderation-appeal-needs-words = Écrivez pourquoi vous faites ce recours.
moderation-nothing-to-appeal = Aucune décision ne peut être revue ici.
moderation-appealed-already = Vous avez déjà fait un recours contre cette décision.
moderation-appeal-late = Le délai de recours, { $days } jours, est passé.
moderation-said-answered = La réponse est envoyée.
moderation-said-appealed = Votre recours est reçu ; une autre personne vous répondra.
# Page de l'auteur et page publique
moderation-why-withheld = Ce signalement n'est pas publié
moderation-why-edited = Ce signalement est publié avec un texte modifié
moderation-why-published = Ce signalement est publié
moderation-how = Comment nous relisons
moderation-author-title = La décision de publication
moderation-author-appealed = Recours du { $at }
moderation-appeal = Pas d'accord ? Dites-nous pourquoi
moderation-appeal-hint = Une autre personne reverra la décision. Une seule fois, jusqu'au { $day }.
moderation-appeal-go = Demander que ce soit revu
moderation-file-title = Décisions de publication
moderation-kind-published = Publiés tels quels
moderation-kind-edited = Publiés après modification
moderation-kind-withheld = Non publiés
moderation-outcome-open = En attente de réponse
moderation-outcome-granted = Raison donnée à l'auteur
moderation-outcome-refused = Décision maintenue
# Messages à l'auteur
moderation-sms-withheld = Votre signalement { $code } est traité mais n'est pas publié : { $reason }. Vous pouvez demander qu'on revoie cela : { $link }
moderation-sms-edited = Votre signalement { $code } est publié avec un texte modifié : { $reason }. Détails : { $link }
moderation-sms-appeal = Nous avons répondu à votre recours sur { $code } : { $link }
# Page publique et données ouvertes
moderation-public-title = Comment nous relisons ce qui est publié
moderation-public-lead = Les signalements sont relus avant publication pour protéger les personnes. Tout refus et toute modification a un motif public, et l'auteur a { $days } jours pour demander qu'une autre personne décide. Voici les chiffres d'une année.
moderation-public-reasons = Motifs
moderation-public-appeals = Recours
moderation-public-how = Chaque décision compte au jour où elle est prise, chaque recours au jour où il est fait.
moderation-data = Relecture des signalements avant publication
moderation-data-about = Décisions par mois, sorte et motif ; recours et leur issue.
moderation-column-id = Identifiant
moderation-column-month = Mois
moderation-column-kind = Sorte
moderation-column-reason = Motif
moderation-column-count = Nombre
