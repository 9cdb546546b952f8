# Prendre rendez-vous : objet, lieu, jour, heure
appointments-menu = Rendez-vous
appointments-title = Prendre rendez-vous
appointments-lead = Choisissez l'objet de votre visite. Aucun compte n'est nécessaire : un téléphone mobile suffit.
appointments-minutes = Durée : { $count } minutes
appointments-none = Aucun objet n'est ouvert aux rendez-vous pour l'instant.
appointments-find = J'ai un rendez-vous : le voir ou le changer
appointments-step-matter = Objet
appointments-step-site = Lieu
appointments-step-day = Jour
appointments-step-hour = Heure
appointments-step-name = Nom
appointments-people = Nombre de personnes
appointments-people-hint = Si vous venez ensemble pour le même objet, le temps réservé suffira à tous.
appointments-people-count = { $count ->
    [one] une personne
   *[other] { $count } personnes
    }
appointments-way = Manière
appointments-way-visit = Sur place
appointments-way-phone = Par téléphone
appointments-way-phone-text = Par téléphone : l'agent vous appelle à cette heure.
appointments-show = Voir les rendez-vous
appointments-bring = À apporter
appointments-bring-sheet = Les pièces à apporter
appointments-where = Où ?
appointments-first-free = Premier rendez-vous : { $day }
appointments-steps = Il y a des marches à l'entrée
appointments-free = { $count ->
    [one] 1 place
   *[other] { $count } places
    }
appointments-full = complet
appointments-any-site = N'importe quel lieu
appointments-any-site-hint = Le rendez-vous le plus proche, où que ce soit
appointments-nowhere = Aucun lieu ne traite cet objet pour l'instant.
appointments-other-site = Autre lieu
appointments-nearest = Les rendez-vous les plus proches
appointments-hold = Retenir cette heure
appointments-hold-hint = Elle vous est gardée dix minutes, le temps d'écrire votre nom.
appointments-hour = Heure
appointments-day = Jour
appointments-week = Semaine du { $day }
appointments-day-full = Plus de rendez-vous ce jour
appointments-day-full-text = Choisissez un autre jour ou la liste d'attente.
appointments-all-full = Aucun rendez-vous libre pour l'instant
appointments-all-full-text = De nouveaux jours s'ouvrent chaque matin ; vous pouvez aussi vous inscrire sur la liste d'attente.
appointments-wait = Liste d'attente
appointments-wait-text = Si une place se libère ces jours-là, nous vous la gardons une heure et vous prévenons par SMS.
appointments-wait-from = Du
appointments-wait-to = Au
appointments-wait-go = M'inscrire

# Le nom et le code
appointments-name-title = Pour qui est ce rendez-vous ?
appointments-wait-title = Qui attend ?
appointments-held-until = Cette heure vous est gardée jusqu'à { $hour }.
appointments-lapsed = Cette heure n'est plus retenue
appointments-lapsed-text = Écrivez votre nom : si elle est encore libre, elle est à vous ; sinon nous proposons les plus proches.
appointments-name = Nom complet
appointments-name-hint = Comme sur la carte nationale.
appointments-phone = Téléphone mobile
appointments-phone-hint = Nous y envoyons le code, puis le rappel.
appointments-cin = Numéro de la carte nationale
appointments-cin-hint = Des lettres puis des chiffres, par exemple AB123456.
appointments-name-go = M'envoyer le code
appointments-name-correct = Corriger le nom ou le téléphone
appointments-bound = Le rendez-vous est personnel : nom et numéro sont comparés à la carte au guichet, et il ne se cède pas.
appointments-code = Code de confirmation
appointments-code-text = Un code de six chiffres est parti vers le téléphone :
appointments-confirm = Confirmer le rendez-vous
appointments-code-again = Rien reçu : renvoyer un code
appointments-code-sent = Un nouveau code vous est envoyé.
appointments-let-go-act = Je ne veux pas de cette heure
appointments-let-go = Cette heure n'est plus retenue pour vous.

# Le rendez-vous
appointments-one = Rendez-vous
appointments-code-name = Code du rendez-vous
appointments-matter = Objet
appointments-when = Quand
appointments-site = Lieu
appointments-counter = Guichet { $label }
appointments-card = Apportez votre carte nationale et venez cinq minutes avant l'heure.
appointments-state-held = retenu
appointments-state-booked = confirmé
appointments-state-waiting = en liste d'attente
appointments-state-offered = place proposée
appointments-state-arrived = arrivé
appointments-state-done = terminé
appointments-state-no_show = absent
appointments-state-cancelled = annulé
appointments-waiting-text = Vous êtes sur la liste d'attente. Nous vous prévenons par SMS dès qu'une place vous convient.
appointments-waiting-days = Du { $from } au { $to }
appointments-offer = Cette place s'est libérée ; elle vous est gardée jusqu'à { $hour }.
appointments-offer-over = Le temps pour accepter cette place est passé.
appointments-accept = Je prends cette place
appointments-ics = Ajouter à mon agenda
appointments-move = Changer le rendez-vous
appointments-move-text = Votre rendez-vous actuel reste gardé tant que vous n'en avez pas choisi un autre.
appointments-move-go = Changer
appointments-to-phone = Plutôt par téléphone
appointments-cancel = Annuler le rendez-vous
appointments-leave = Quitter la liste
appointments-cancel-sure = Annuler ce rendez-vous ?
appointments-cancel-yes = Oui, l'annuler
appointments-cancel-no = Non, le garder
appointments-cancel-text = Une autre personne en profitera. Merci de l'avoir dit.
appointments-another = Prendre un autre rendez-vous
appointments-find-text = Écrivez le code du rendez-vous et le téléphone utilisé pour le prendre.
appointments-find-go = Voir mon rendez-vous

# Avis
appointments-booked = Votre rendez-vous est confirmé.
appointments-cancelled = Le rendez-vous est annulé.
appointments-moved = Le rendez-vous est changé.
appointments-by-phone = L'agent vous appellera à l'heure du rendez-vous.

# Refus
appointments-way-not = Cet objet ne se prend pas ainsi sur rendez-vous.
appointments-people-wrong = Au plus { $most } personnes par visite.
appointments-time-not = Cette heure n'est pas ouverte aux rendez-vous.
appointments-time-missing = Choisissez une heure.
appointments-slot-taken = Quelqu'un vient de prendre cette heure. Voici les plus proches.
appointments-days-missing = Donnez deux jours.
appointments-days-reversed = Le dernier jour précède le premier.
appointments-name-missing = Écrivez le nom complet.
appointments-name-long = Nom trop long : { $max } caractères au plus.
appointments-phone-wrong = Écrivez un numéro de mobile marocain, par exemple 06 12 34 56 78.
appointments-cin-wrong = Écrivez le numéro tel qu'il figure sur la carte nationale.
appointments-too-fast = Attendez quelques secondes, puis renvoyez.
appointments-twice = Cette personne a déjà un rendez-vous pour cet objet ou à cette heure. Changez-le ou annulez-le d'abord.
appointments-counter-only = Deux rendez-vous manqués : la réservation se fait au guichet jusqu'au { $day }.
appointments-phone-full = Ce téléphone porte déjà { $most } rendez-vous en cours.
appointments-codes-many = Trop de codes envoyés à ce téléphone. Réessayez dans une heure.
appointments-code-wrong = Code inexact. Essais restants : { $left }.
appointments-code-spent = Trop d'essais. Demandez un nouveau code.
appointments-hold-over = Cette heure n'est plus retenue. Écrivez de nouveau votre nom pour voir si elle est libre.
appointments-begun = L'heure est passée : ce rendez-vous ne change plus.
appointments-not-begun = Ce rendez-vous n'a pas encore commencé.
appointments-not-live = Ce rendez-vous n'est plus en cours.
appointments-marked-already = La présence à ce rendez-vous est déjà notée.
appointments-not-found = Aucun rendez-vous avec ce code et ce téléphone.

# SMS
appointments-sms-code = Code de confirmation : { $code }. Ne le donnez à personne.
appointments-sms-booked = Rendez-vous confirmé ({ $matter }) : { $when }, { $site }. Code { $code }. Changer ou annuler : { $link }
appointments-sms-moved = Rendez-vous changé ({ $matter }) : { $when }, { $site }. { $link }
appointments-sms-cancelled = Rendez-vous annulé ({ $matter }), code { $code }.
appointments-sms-waits = Vous êtes sur la liste d'attente ({ $matter }). Nous vous prévenons dès qu'une place se libère. { $link }
appointments-sms-offered = Une place s'est libérée ({ $matter }) : { $when }, { $site }. Gardée jusqu'à { $until } : { $link }
appointments-sms-counter-only = Deux rendez-vous manqués : vous pouvez réserver au guichet seulement jusqu'au { $until }.
appointments-sms-shifted = Nos excuses : fermé à l'heure prévue ({ $was }). Nouveau rendez-vous : { $when }, { $site }. S'il ne convient pas : { $link }
appointments-sms-shifted-waits = Nos excuses : fermé à l'heure prévue ({ $was }), et aucune autre place. Vous êtes en tête de la liste d'attente. { $link }
appointments-sms-reminder = Rappel ({ $matter }) : { $when }, { $site }. Apportez la carte nationale. Empêché : { $link }
appointments-sms-reminder-phone = Rappel : un agent vous appelle ({ $matter }) { $when }. Empêché : { $link }

# Pages du personnel
appointments-menu-desk = Rendez-vous
appointments-desk-title = Rendez-vous du jour
appointments-desk-new = Réserver pour quelqu'un
appointments-desk-shifted = Déplacés par la commune
appointments-desk-shifted-text = Une fermeture ou un jour férié a déplacé ces rendez-vous ; chacun a été prévenu par SMS.
appointments-desk-nobody-shifted = Aucun rendez-vous déplacé
appointments-desk-was = Heure promise
appointments-desk-now = Aujourd'hui prévu
appointments-desk-open = Ouvrir
appointments-desk-no-code = Aucun rendez-vous de vos lieux ne porte ce code.
appointments-desk-counter = Guichet
appointments-desk-state = État
appointments-desk-acts = Actes
appointments-desk-arrive = Arrivé
appointments-desk-done = Terminé
appointments-desk-no-show = Absent
appointments-desk-nobody = Aucun rendez-vous ce jour
appointments-desk-no-site = Aucun lieu dans votre habilitation
appointments-desk-compare = Comparez le nom et le numéro à la carte avant de servir.
appointments-desk-forgotten = Le nom n'est plus conservé.
appointments-desk-why = Motif
appointments-desk-time = Heure
appointments-desk-book = Réserver
appointments-desk-feed = Suivre dans un agenda
appointments-desk-feed-text = Ce lien montre objet et code, sans nom. Ne le donnez qu'à ceux qui travaillent ici.
appointments-noted = C'est noté.
appointments-why-missing = Écrivez le motif.

# Quand trop de personnes viennent à la fois
appointments-rush = Beaucoup de personnes réservent en ce moment
appointments-rush-before = { $count ->
    [0] C'est votre tour.
    [one] Une personne avant vous.
   *[other] { $count } personnes avant vous.
    }
appointments-rush-text = Votre tour est gardé sur cet appareil ; recharger la page ne l'avance ni ne le recule. Attendez quelques instants, puis continuez.
appointments-rush-again = Continuer

# On the page of the person
appointments-own = Rendez-vous : { $matter }
appointments-own-come = Vous êtes attendu : { $place }
appointments-own-offer = Une heure s'est libérée, dites si vous la prenez : { $place }
appointments-own-waiting = Vous êtes sur la liste d'attente : { $place }

# Rules of booking
appointments-policy = Règles des rendez-vous
appointments-policy-lead = Combien de jours à l'avance on réserve, et ce qui suit quand quelqu'un ne vient pas. Un changement compte dès maintenant.
appointments-policy-days_ahead = Jours ouverts à l'avance
appointments-policy-misses = Rendez-vous manqués après lesquels seul le guichet réserve
appointments-policy-misses_in_days = Comptés sur combien de jours
appointments-policy-counter_only_days = Pendant combien de jours seul le guichet réserve
appointments-policy-bounds = De { $least } à { $most }.
appointments-policy-never = 0 : jamais.
appointments-policy-save = Enregistrer les règles
appointments-policy-saved = Les règles des rendez-vous sont enregistrées.
appointments-policy-wrong = Écrivez un nombre entier de { $least } à { $most }.
appointments-if-not = Si vous ne pouvez pas venir, annulez : quelqu'un d'autre aura cette heure.
appointments-if-missed = { $misses ->
    [one] Après un rendez-vous manqué
   *[other] Après { $misses } rendez-vous manqués
  } en { $within } jours, vous ne réservez plus qu'au guichet pendant { $days } jours.
appointments-let-go-wait = Je ne veux pas attendre
appointments-waits = Vous êtes sur la liste d'attente. Vous n'avez pas encore de rendez-vous.
appointments-not-today = Ce rendez-vous est d'un autre jour.
appointments-sms-moved-why = Rendez-vous changé ({ $matter }) : { $when }, { $site }. Motif : { $why }. { $link }
appointments-sms-cancelled-why = Rendez-vous annulé ({ $matter }), code { $code }. Motif : { $why }. { $link }
