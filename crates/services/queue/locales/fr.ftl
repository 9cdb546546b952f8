# L’attente dans les sites de la commune : tickets, guichets, écran. $ticket est un numéro comme B12, $time une heure, $count un nombre.
queue-menu = Guichet et file
queue-menu-board = Attente en ce moment
queue-sites-title = L’attente dans les sites de la commune
queue-sites-lead = Combien de personnes attendent en ce moment dans chaque site, avant de vous déplacer.
queue-sites-none = Aucun site n’est encore enregistré
queue-find-ticket = Suivre mon ticket
queue-find-go = Voir mon ticket
queue-code = Code du ticket
queue-code-hint = Il est imprimé sur le ticket, par exemple TKT-7K3Q-9MPX-R.
queue-code-unknown = Aucun ticket n’a ce code. Vérifiez-le.
queue-at = À { $time }
queue-wall = Écran de la salle
queue-to-board = Écran d’attente
queue-waiting = { $count ->
    [0] Personne n’attend
    [one] { $count } personne attend
   *[other] { $count } personnes attendent
 }
queue-before = { $count ->
    [0] Personne avant vous
    [one] { $count } personne avant vous
   *[other] { $count } personnes avant vous
 }
queue-minutes = { $count ->
    [0] moins d’une minute
    [one] { $count } minute
   *[other] { $count } minutes
 }
queue-wait-between = De { $low } à { $high } minutes
queue-wait-under = Moins de { $high } minutes
queue-wait-unknown = Nous ne savons pas encore
queue-wait-no-counter = Aucun guichet ouvert pour ce motif
queue-closes = Ouvert jusqu’à { $time }
queue-opens = Fermé, ouvre à { $time }
queue-shut = Fermé
# L’écran
queue-now-called = Rendez-vous au guichet
queue-nobody-called = Personne n’a encore été appelé
queue-counter = Guichet
queue-lines = En attente
queue-column-waiting = Personnes
queue-column-wait = Attente estimée
queue-stopped = Arrêté en ce moment
queue-stale = Écran non mis à jour depuis
queue-rule = On passe dans l’ordre d’arrivée. Une personne prioritaire (handicap, grossesse, grand âge, jeune enfant) passe devant qui est arrivé moins de { $priority } minutes avant elle. Qui a rendez-vous compte comme arrivé { $booked } minutes avant son heure. Appelé deux fois en vain, on peut revenir pendant { $back } minutes.
# Le ticket
queue-ticket = Ticket { $ticket }
queue-your-ticket = Votre numéro
queue-go-to = C’est à vous : guichet { $counter }
queue-at-counter = Vous êtes au guichet { $counter }
queue-aside = Vous avez été appelé deux fois. Vous pouvez revenir en tête jusqu’à { $time }.
queue-here = Je suis là
queue-state-done = Votre visite est terminée. Merci.
queue-state-missed = Vous avez été appelé et n’êtes pas venu à temps. Demandez un nouveau numéro à l’accueil.
queue-state-returned = Vous avez rendu votre place. Merci pour les autres.
queue-state-closed = La journée s’est terminée avant votre tour. Nous en sommes désolés ; vous pouvez prendre rendez-vous.
queue-matter = Motif de la visite
queue-site = Site
queue-taken = Pris à
queue-leave = Vous pouvez partir, nous vous appellerons
queue-leave-text = { $count ->
   *[other] Laissez votre numéro : un SMS vous prévient quand il reste { $count } personnes avant vous, puis quand c’est à vous, et en cas de panne. Le numéro est effacé cette nuit.
 }
queue-phone = Téléphone portable
queue-phone-hint = Par exemple 06 12 34 56 78. Il ne sert que pour ce tour et est effacé la nuit.
queue-phone-go = Prévenez-moi par SMS
queue-phone-left = Nous vous écrivons au
queue-phone-remove = Effacer mon numéro
queue-phone-wrong = Écrivez un numéro de portable marocain, par exemple 06 12 34 56 78.
queue-return = Rendre ma place
queue-return-sure = Rendre la place { $ticket } ? Elle ne pourra pas être reprise.
queue-return-go = Oui, je la rends
queue-keep = Garder ma place
queue-said-phone = Nous vous préviendrons quand votre tour approchera.
queue-said-phone-gone = Le numéro est effacé.
queue-said-returned = La place est rendue.
queue-said-back = Vous êtes en tête de la file.
# La borne
queue-take = Prenez un numéro
queue-take-lead = Touchez le motif de votre visite.
queue-take-elsewhere = Les numéros se prennent sur place, à la borne ou à l’accueil. Voici l’attente en ce moment :
queue-take-none = On ne donne pas de numéro à cette heure
queue-take-booked = Certains motifs se font uniquement sur rendez-vous.
queue-take-paper = Prenez votre ticket
queue-take-paper-text = Si le papier ne sort pas, retenez le numéro ou photographiez l’écran.
queue-take-next = Personne suivante
queue-slip-follow = Suivez votre tour sur votre téléphone ; laissez-y votre numéro pour pouvoir sortir et être appelé.
queue-qr = Code QR qui ouvre la page du ticket
queue-print = Imprimer
queue-closed-now = On ne donne pas de numéro pour ce motif à cette heure.
queue-by-appointment = Ce motif se fait uniquement sur rendez-vous.
queue-matter-unknown = Ce motif n’est pas servi dans ce site.
queue-arrival-early = L’arrivée se signale à partir de { $minutes } minutes avant le rendez-vous.
queue-arrival-late = L’heure de ce rendez-vous est passée. Demandez un numéro à l’accueil.
# Le guichet
queue-desk = Guichet
queue-open-which = Quel guichet ouvrez-vous ?
queue-open-lead = Dès l’ouverture, l’écran compte votre guichet dans l’attente estimée.
queue-counter-label = Guichet { $counter }
queue-counter-full = occupé
queue-reception = Accueil
queue-my-counter = Mon guichet
queue-kiosk = Borne à tickets
queue-next = Appeler la personne suivante
queue-free = Guichet libre
queue-called-at = { $count ->
    [one] Appelé à { $time }
   *[other] Appelé la dernière fois à { $time } ({ $count } appels)
 }
queue-booked-at = Rendez-vous de { $time }
queue-begin = Est là
queue-again = Rappeler
queue-absent = N’est pas venu
queue-outcome = Comment la visite s’est-elle terminée ?
queue-outcome-served = Servi
queue-outcome-papers = Il manque des pièces
queue-outcome-elsewhere = Orienté ailleurs
queue-outcome-down = Impossible à cause d’une panne
queue-done-next = Terminé, appeler le suivant
queue-done = Terminé
queue-transfer = Envoyer à un autre guichet
queue-transfer-hint = La personne garde sa place.
queue-transfer-go = Envoyer
queue-pause = Pause
queue-why = Raison
queue-pause-prayer = Prière
queue-pause-rest = Repos
queue-pause-papers = Traitement de dossiers
queue-pause-down = Panne
queue-pause-go = Suspendre les appels
queue-paused-since = { $why } depuis { $time }
queue-resume = Reprendre
queue-close = Fermer le guichet
queue-close-text = Qui a été appelé et n’est pas encore venu retourne en tête de la file.
queue-close-go = Fermer
queue-close-sure = Fermer ce guichet à la place de l’agent ?
queue-said-nobody = Personne n’attend pour ce guichet.
queue-said-closed = Le guichet est fermé.
queue-no-counter = Ouvrez d’abord un guichet.
queue-counter-open-already = Vous avez déjà un guichet ouvert. Fermez-le d’abord.
queue-counter-taken = Un autre agent tient ce guichet.
queue-finish-first = Terminez d’abord avec la personne au guichet.
queue-paused = Le guichet est en pause. Reprenez d’abord.
queue-others-quicker = D’autres guichets ont été plus rapides. Essayez encore.
queue-ticket-moved = Ce ticket a changé entre-temps. Rechargez la page.
queue-ticket-over = Ce ticket n’est plus valable.
queue-call-again-first = Rappelez une fois avant de noter l’absence.
queue-back-late = Le délai de retour ({ $minutes } minutes) est passé. Il faut un nouveau numéro.
queue-why-missing = Choisissez la raison.
# L’accueil
queue-give = Donner un numéro
queue-give-go = Donner le numéro
queue-give-another = Un autre numéro
queue-priority = Priorité
queue-priority-hint = Un mot suffit, jamais de détail médical. Effacé la nuit.
queue-priority-none = Sans priorité
queue-priority-disabled = Personne en situation de handicap
queue-priority-pregnant = Femme enceinte
queue-priority-elderly = Personne âgée
queue-priority-child = Avec un jeune enfant
queue-lang = Langue des messages
queue-lang-ar = Arabe
queue-lang-fr = Français
queue-lang-zgh = Amazighe
queue-lang-en = Anglais
queue-stat-waiting = En attente
queue-stat-longest = Plus longue attente
queue-stat-open = Guichets ouverts
queue-counters = Guichets
queue-no-posts = Aucun guichet ouvert en ce moment
queue-next-ones = Les suivants
queue-letter = Lettre
queue-column-served-today = Servis aujourd’hui
queue-column-median-today = Attente médiane
queue-aside-title = Appelés, pas venus
queue-back = De retour
queue-said-back-desk = La personne est de nouveau en tête.
# SMS
queue-sms-near = { $ticket } : { $before }. Rapprochez-vous : { $site }.
queue-sms-called = { $ticket } : c’est à vous. Guichet { $counter }.
queue-sms-aside = { $ticket } : vous avez été appelé deux fois. Vous pouvez revenir en tête jusqu’à { $time }.
queue-sms-outage = { $sentence }. { $before }. Vous pouvez partir, nous vous appellerons. ({ $ticket })
queue-sms-well = De nouveau en service : { $system }. { $before }. ({ $ticket })
# Données ouvertes
# Qui a rendez-vous
queue-have-appointment = Vous avez rendez-vous ?
queue-booking-code = Code du rendez-vous
queue-arrived = Je suis arrivé
queue-arrived-desk = Noter l’arrivée
queue-arrived-title = Êtes-vous sur place ?
queue-arrived-text = Signalez votre arrivée pour prendre votre place. Qui ne se présente pas après deux appels compte comme absent.
queue-to-ticket = Suivre mon tour
queue-booking-unknown = Aucun rendez-vous n’a ce code.
queue-booking-elsewhere = Ce rendez-vous est dans un autre site : { $site }.
queue-booking-over = Ce rendez-vous n’est plus valable, ou ne se fait pas sur place.
queue-data = Durées d’attente
queue-data-about = Par jour, site et motif : nombre de tickets, médiane et neuvième décile de l’attente. Rien n’est publié au-dessous de cinq personnes.
queue-column-key = Clé
queue-column-day = Jour
queue-column-site = Site
queue-column-matter = Motif
queue-column-tickets = Tickets
queue-column-served = Servis
queue-column-missed = Absents
queue-column-median = Médiane en minutes
queue-column-p90 = Neuf sur dix, en minutes
# On the page of the person
queue-own-called-at = appelé à { $time }
queue-own-waiting = en attente
queue-own-called = appelé
queue-own-serving = au guichet
queue-own-aside = peut revenir
queue-own-done = servi
queue-own-missed = absent
queue-own-returned = place rendue
queue-own-closed = journée finie
