# L’écran de qui répond au téléphone
hotline-menu = Accueil téléphonique
hotline-title = Accueil téléphonique
hotline-asked = Numéro de l’appelant, code de son dossier ou son nom
hotline-asked-hint = Tapez le numéro comme il le dit, puis Entrée.
hotline-pin-too = Avec le code secret
hotline-search = Chercher
hotline-found = { $count ->
    [one] un dossier
   *[other] { $count } dossiers
 }
hotline-more = Ce sont les { $count } plus récents. Pour un autre, demandez le code du dossier.
hotline-none-number = Aucun dossier avec ce numéro
hotline-none-code = Aucun dossier ne porte ce code
hotline-none-name = Aucun dossier à ce nom parmi ceux que vous atteignez
hotline-sentence = Votre dossier « { $title } » : { $state }. { $next }.
hotline-confidential = Dossier confidentiel
hotline-tell-nothing = N’en dites rien : demandez le code du dossier et le code secret.
hotline-received = Reçu le { $day }
hotline-own-words = Ce que l’auteur a écrit
hotline-told-words = Ce que la commune lui a écrit en dernier
hotline-ask-pin = Il veut des détails : demandez le code secret
hotline-open = Vérifier
hotline-open-file = Ouvrir le dossier
hotline-look-noted = Chaque recherche est notée, et l’auteur voit qu’on a consulté son dossier lors d’un appel.
hotline-new = Nouveau signalement
hotline-new-for = Pour l’appelant du { $number }. Choisissez le problème.
hotline-new-lead = Choisissez le problème. Le numéro de l’appelant s’écrit dans le formulaire.
hotline-what = Quel est le problème ?
# Le récépissé lu à l’appelant
hotline-read-out = Lisez le code à l’appelant
hotline-read-pin = Et le code secret :
hotline-sms-sent = Il le reçoit aussi par SMS.
hotline-sms-none = Il n’a pas laissé de numéro : qu’il note le code et le code secret.
hotline-next-call = Appel suivant
# Refus
hotline-needs-words = Tapez un numéro, un code ou un nom d’au moins trois lettres.
hotline-mistyped = Ce n’est ni un numéro de téléphone ni un code de dossier. Faites-le répéter.
hotline-pin-of-code = Le code secret ouvre un seul dossier : tapez avec lui le code du dossier, ou cherchez par le téléphone sans lui.
