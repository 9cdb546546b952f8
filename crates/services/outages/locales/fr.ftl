# Ce qui ne fonctionne pas, depuis quand et jusqu’à quand. $what est une proposition de la liste des systèmes, $time une heure ou une date.
outages-menu = Pannes
outages-line-hour = { $what } depuis { $time }
outages-line-day = { $what } depuis le { $time }
outages-expected-hour = Retour prévu vers { $time }.
outages-expected-day = Retour prévu vers le { $time }.
outages-expected-unknown = Nous ne savons pas encore quand cela reviendra. Dès que nous le saurons, ce sera écrit ici.
outages-more = En savoir plus
outages-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
outages-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
outages-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
 }
outages-ended-after = Panne terminée après { $time }.
# La page publique
outages-status-title = État des systèmes
outages-status-hint = Ce qui fonctionne ou non aujourd’hui, et les pannes des 90 derniers jours
outages-status-lead = Ce qui fonctionne et ce qui ne fonctionne pas dans les services de la commune, à { $time }.
outages-all-well = Aucune panne connue en ce moment
outages-all-well-text = Si vous rencontrez un problème que cette page ne dit pas, signalez-le à l’accueil.
outages-all-well-desk = Ce que vous déclarez ici paraît aussitôt sur les écrans et sur le site.
outages-only = Seulement : { $what }
outages-systems = Systèmes
outages-works = Fonctionne
outages-down = En panne
outages-away = En panne { $time } au total sur { $days } jours
outages-never-away = Aucune panne notée en { $days } jours
outages-history = Pannes des { $days } derniers jours
outages-history-none = Aucune panne terminée n’a été notée sur cette période.
outages-method = Comment nous le savons
outages-method-text = Les agents déclarent la panne dès qu’ils la constatent, avec l’heure où elle a vraiment commencé ; le logiciel en voit certaines de lui-même. La durée va du début de la panne au retour du système ; deux pannes simultanées du même système ne comptent qu’une fois. Une panne déclarée n’est jamais effacée.
outages-feed-title = État des systèmes : { $commune }
# Pages des agents
outages-title = Pannes
outages-lead = Dites aux gens ce qui ne fonctionne pas et depuis quand, pour que personne n’attende en vain.
outages-open = En cours
outages-ended = Terminées récemment
outages-source-staff = Déclarée par un agent
outages-source-house = Vue par le logiciel
outages-declare = Déclarer une panne
outages-declare-go = Prévenir tout le monde
outages-declare-tells = La déclaration paraît aussitôt sur le site et sur les écrans d’attente ; les personnes concernées qui attendent reçoivent un SMS.
outages-field-system = Système en panne
outages-field-since = Depuis
outages-field-since-hint = L’heure où il s’est vraiment arrêté
outages-field-since-day = Jour du début, si ce n’est pas aujourd’hui
outages-field-expected = Retour prévu à
outages-field-expected-hint = Laissez vide si on ne le sait pas
outages-field-expected-day = Jour du retour, si ce n’est pas aujourd’hui
outages-field-sites = Sites concernés
outages-field-matters = Motifs concernés
outages-field-all-hint = Sans choix, la panne touche tout ce qui a besoin de ce système
outages-field-words-ar = Ce que les gens doivent savoir, en arabe
outages-field-words-fr = En français
outages-field-words-en = En anglais
outages-field-more = Autre langue ou autre jour
outages-field-ended = De retour à
outages-everywhere = Tous les sites
outages-all-matters = Tous les motifs
outages-updates = Ce qui a été dit
outages-update = Du nouveau
outages-update-go = Publier l’information
outages-end = Le système fonctionne de nouveau
outages-end-go = Annoncer le retour
outages-said-declared = La panne est déclarée et visible par tous.
outages-said-updated = L’information est publiée.
outages-said-ended = Le retour du système est annoncé.
outages-systems-lead = Ce dont les guichets ont besoin pour servir. La commune ajoute ce que la liste nationale n’a pas.
outages-system-add = Ajouter un système
outages-system-add-go = Ajouter
outages-retire = Retirer
outages-retire-sure = Retirer ce système de la liste ?
outages-said-system-added = Le système est ajouté.
outages-said-system-retired = Le système est retiré de la liste.
outages-field-name-ar = Nom en arabe
outages-field-name-fr = Nom en français
outages-field-name-en = Nom en anglais
outages-field-down-ar = Ce qu’on dit quand il est en panne, en arabe
outages-field-down-fr = Ce qu’on dit quand il est en panne, en français
outages-field-down-en = Ce qu’on dit quand il est en panne, en anglais
outages-field-down-hint = Par exemple « L’ascenseur est en panne ». Le logiciel ajoute « depuis 10:20 ».
# Ce qui est refusé
outages-hour-wrong = Écrivez l’heure ainsi : 10:20.
outages-since-later = Une panne ne commence pas dans l’avenir.
outages-since-old = On ne déclare pas une panne commencée il y a plus de { $days } jours.
outages-expected-past = L’heure de retour prévue est déjà passée.
outages-expected-far = Le retour ne peut être prévu au-delà de { $days } jours.
outages-end-wrong = La fin d’une panne se situe après son début et avant maintenant.
outages-system-unknown = Choisissez un système de la liste.
outages-place-unknown = Choisissez sites et motifs dans la liste.
outages-open-already = Cette panne est déjà déclarée et n’est pas terminée.
outages-ended-already = Cette panne est déjà terminée.
outages-nothing-new = Écrivez quelque chose de nouveau ou changez l’heure prévue.
outages-words-long = Le texte est trop long : { $most } caractères au plus.
outages-name-missing = Écrivez ce texte.
outages-systems-many = On ne peut pas ajouter plus de { $most } systèmes.
outages-system-down = On ne retire pas un système en panne.
# Données ouvertes
outages-data = Pannes des systèmes
outages-data-about = Chaque panne déclarée ou vue par le logiciel, avec son début, sa fin et sa durée.
outages-column-id = Identifiant
outages-column-system = Système
outages-column-source = Source
outages-column-since = Début
outages-column-ended = Fin
outages-column-lasting = Durée
outages-column-minutes = Durée en minutes
outages-column-sites = Sites
outages-column-matters = Motifs
