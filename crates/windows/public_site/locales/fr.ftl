# La page d'accueil : une question, trois portes
public_site-home = Accueil
public_site-question = Que voulez-vous faire aujourd’hui ?
public_site-promise = Sans compte, depuis n’importe quel téléphone. Vous recevez un code pour suivre votre demande.
public_site-door-report = Signaler un problème
    .words = réclamation plainte panne
public_site-door-report-hint = Éclairage, trou, déchets, fuite d’eau
public_site-door-request = Demander un papier ou un permis
public_site-door-request-hint = Permis, état civil, légalisation, domaine public
public_site-door-case = Suivre votre dossier
    .words = code récépissé réponse
public_site-door-case-hint = Avec le code de votre récépissé
public_site-door-map = Voir la carte de la ville
    .words = carte signalements
public_site-door-map-hint = Ce que vos voisins ont signalé, et ce qui a été fait
public_site-what = Quel est le problème ?
# $count : nombre de catégories
public_site-all-categories = Les { $count } catégories
public_site-latest = Signalé par vos voisins
public_site-latest-all = Tous les signalements
public_site-latest-none = Aucun signalement publié pour l’instant
public_site-latest-none-text = Les signalements s’affichent ici une fois relus, sans le nom de leur auteur.
public_site-where = Où en est votre dossier ?
public_site-code = Code du dossier
public_site-code-hint = Le code est sur votre récépissé, par exemple
public_site-follow = Suivre
public_site-doors-now = Les guichets maintenant
# $name : nom de la commune
public_site-facts = { $name } en chiffres
public_site-population = Habitants
public_site-census = Recensement de 2024
public_site-open-reports = Signalements en cours
public_site-solved-reports = Signalements traités
public_site-arrondissements = Arrondissements :
public_site-statistics = Les délais et les réponses, en chiffres
    .words = statistiques délais
public_site-statistics-hint = Par catégorie, par arrondissement, mois par mois
public_site-open-data = Données ouvertes
    .words = csv json télécharger
public_site-open-data-hint = Tous les fichiers à télécharger et à réutiliser

# Les horaires
public_site-open-now = Ouvert
public_site-closed-now = Fermé
public_site-closed = Fermé
public_site-closes-at = Ferme à { $hour }
public_site-opens-at = Ouvre aujourd’hui à { $hour }
public_site-opens-on = Ouvre { $day } à { $hour }
public_site-ramadan = Pendant le Ramadan
public_site-moon = à confirmer selon la lune

# Contact et guichets
public_site-contact-title = Contacter la commune
    .words = téléphone adresse courriel
public_site-contact-lead = Par téléphone, par courriel, au guichet ou sur ce site : la réponse est la même.
public_site-phone = Téléphone
public_site-email = Courriel
public_site-address = Adresse
public_site-contact-case = Écrire au sujet d’un dossier
public_site-contact-case-hint = Ouvrez-le avec son code : le service qui le suit vous répondra
public_site-counters-title = Les guichets et leurs horaires
    .words = horaires ouverture guichet
public_site-counters-hint = Adresses, heures d’ouverture, jours fériés
public_site-contact-none = Le téléphone et l’adresse seront bientôt ici
public_site-contact-none-text = En attendant, signalez un problème sur ce site ou passez à un guichet.
public_site-danger = Un danger ? Appelez tout de suite
public_site-danger-text = Ce site n’est pas fait pour les urgences. En cas de feu, de câbles à nu ou de personnes blessées, téléphonez d’abord.
public_site-helpline = Renseignements et réclamations
public_site-to-confirm = à confirmer
public_site-counters-lead = Tout ce qui est sur ce site se fait aussi au guichet. Donnez le code de votre dossier, ou demandez qu’un agent le dépose pour vous.
public_site-counters-list = Où venir
public_site-counters-none = La liste des guichets n’est pas encore publiée
public_site-whole-commune = Toute la commune
public_site-way-counter = au guichet
public_site-way-phone = par téléphone
public_site-way-post = par courrier
public_site-week = Heures d’ouverture
public_site-days-off = Prochains jours fériés

# Droit d'accès à l'information, mentions légales
public_site-information-title = Droit d’accès à l’information
    .words = mentions légales loi 31-13
public_site-information-lead = Chacun peut demander les informations que détient la commune : c’est un droit garanti par l’article 27 de la Constitution et la loi 31-13.
public_site-information-ask = Demander une information
public_site-information-ask-text = La demande est gratuite, sauf les frais de copie ou d’envoi. Elle indique votre nom, votre adresse, votre numéro de CNIE ou de séjour et ce que vous cherchez ; elle se dépose contre récépissé, ou s’envoie par la poste ou par courriel (articles 4, 5 et 14).
public_site-information-reply = Réponse dans les 20 jours ouvrables, prolongés une seule fois de 20 jours avec un avis motivé (article 16).
public_site-information-urgent = Trois jours lorsque la vie, la sécurité ou la liberté d’une personne en dépend (article 17).
public_site-information-refusal = Un refus est écrit, motivé, et rappelle le droit de se plaindre (article 18).
public_site-information-complaint = Sans réponse satisfaisante : plainte au président de la commune dans les 20 jours ouvrables, puis à la Commission du droit d’accès à l’information dans les 30 jours, puis au tribunal administratif (articles 19 à 21).
public_site-information-officer = La personne chargée de répondre :
public_site-information-portal = le portail national où déposer et suivre une demande.
public_site-information-open = Ce que la commune publie d’elle-même
public_site-information-open-text = Une bonne partie se trouve déjà ici, à télécharger sans rien demander :
public_site-not-named = pas encore désignée
public_site-notices = Mentions légales
# $name : nom de la commune
public_site-notices-publisher = Ce site est publié par la commune de { $name }. Le président du conseil est responsable de la publication.
public_site-notices-duty = Un récépissé de ce site vaut dépôt : il porte un numéro, une date et la signature électronique de la commune.
public_site-notices-reuse = Les informations publiées ici peuvent être réutilisées librement si la source et la date sont citées et le sens respecté (loi 31-13, article 6).

# Protection des données personnelles
public_site-privacy-title = Protection de vos données
    .words = vie privée loi 09-08 cndp
# $name : nom de la commune
public_site-privacy-lead = La commune de { $name } est responsable de ce que vous lui confiez. Elle demande le moins possible, ne le vend pas, et vous montre qui l’a consulté.
public_site-privacy-cndp = Déclaration auprès de la CNDP, numéro
public_site-privacy-cndp-none = La déclaration auprès de la CNDP est en cours : son numéro s’affichera ici.
public_site-privacy-why = Pourquoi ces données
public_site-privacy-why-1 = Recevoir votre signalement et vous répondre : vos mots, le lieu, vos photos.
public_site-privacy-why-2 = Vous prévenir : un téléphone ou un courriel, seulement si vous le donnez.
public_site-privacy-why-3 = Tenir votre compte, si vous en ouvrez un : nom, contact, langue.
public_site-privacy-why-4 = Mesurer les délais et la qualité des réponses, sans nommer personne.
public_site-privacy-ground = Fondement : la mission de service public confiée à la commune, ou votre accord lorsque la réponse est facultative (loi 09-08, article 4). Ce qui est facultatif est marqué ainsi dans chaque formulaire.
public_site-privacy-who = Qui y accède
public_site-privacy-who-text = Les agents du service qui traite votre dossier, et eux seuls. Un délégataire ne voit que ce qui lui est confié. Une plainte contre un agent n’est jamais montrée à son service.
public_site-privacy-public = Le texte et le lieu d’un signalement paraissent après relecture, si vous l’avez accepté, sans votre nom et à une position approximative selon la catégorie.
public_site-privacy-safe = Comment elles sont gardées
public_site-privacy-safe-text = Noms, contacts et mots privés sont chiffrés ; les clés sont gardées à part. Chaque consultation d’un dossier est inscrite dans un journal que personne ne peut réécrire.
public_site-privacy-rights = Vos droits
public_site-privacy-right-1 = Savoir ce que la commune détient sur vous, gratuitement (article 7).
public_site-privacy-right-2 = Faire corriger une erreur, dans les dix jours (article 8).
public_site-privacy-right-3 = Vous opposer, pour un motif légitime, à un traitement (article 9).
public_site-privacy-right-4 = Demander l’effacement de votre compte depuis sa page.
public_site-privacy-officer = Qui vous répond à ce sujet :
public_site-privacy-cndp-complaint = Vous pouvez aussi saisir la Commission nationale de contrôle de la protection des données à caractère personnel :
public_site-privacy-looks = Qui a consulté vos données
public_site-privacy-account = Votre compte et vos données
public_site-retention = Durées de conservation
public_site-retention-lead = Le délai court à partir de la clôture du dossier. Passé ce délai, l’effacement se fait seul, la nuit.
public_site-kind = Donnée
public_site-kept-for = Gardée
public_site-then = Ensuite
public_site-basis = Fondement
public_site-for-good = Sans limite
public_site-years = { $count ->
    [one] Un an
   *[other] { $count } ans
    }
public_site-days = { $count ->
    [one] Un jour
   *[other] { $count } jours
    }
public_site-then-erase = Effacée
public_site-then-keep = Conservée
public_site-then-keep-without-person = Conservée sans la personne

# Accessibilité
public_site-accessibility-title = Accessibilité
public_site-accessibility-lead = Ce site doit servir à tous : avec un vieux téléphone, une connexion lente, un clavier ou un lecteur d’écran.
public_site-accessibility-1 = Toutes les pages existent en arabe, en français, en amazighe et en anglais ; un texte pas encore traduit s’affiche en arabe et le dit au lecteur d’écran.
public_site-accessibility-2 = Tout fonctionne sans JavaScript et au clavier seul.
public_site-accessibility-3 = Les couleurs sont contrastées ; aucune information ne tient à la couleur seule.
public_site-accessibility-4 = Chaque carte a sa liste, chaque graphique son tableau.
public_site-accessibility-5 = Les pages suivent la taille de texte et le mode sombre de votre appareil.
public_site-accessibility-limits = Ce qui reste à améliorer
public_site-accessibility-limits-text = Les photos des signalements n’ont pas de description, et la langue des signes n’est pas encore proposée. Nous visons le niveau AA des règles WCAG 2.2 ; ce niveau n’a pas encore été vérifié par un tiers.
public_site-accessibility-tell = Un obstacle ?
public_site-accessibility-tell-text = Dites-nous où vous êtes resté bloqué. Tout ce qui est ici se fait aussi au guichet ou par téléphone.

# Code source
public_site-source-title = Le code source de ce site
public_site-source-lead = Ce site fonctionne avec Jamaa, un logiciel libre : chacun peut le lire, le vérifier et le réutiliser.
public_site-source-licence = Licence publique de l’Union européenne (EUPL) 1.2.
public_site-source-none = L’adresse du code n’a pas encore été publiée ici. Demandez-la à la commune.
public_site-source-others = Licences des composants utilisés

# Recherche
public_site-search-title = Chercher
public_site-search-label = Un mot, un service ou le code d’un dossier
public_site-search-go = Chercher
public_site-search-count = { $count ->
    [0] Rien trouvé
    [one] Un résultat
   *[other] { $count } résultats
    }
public_site-search-requests = Ce que vous pouvez demander
public_site-search-categories = Signaler un problème
public_site-search-pages = Pages
public_site-search-reports = Signalements publiés
public_site-search-none = Rien avec ces mots
public_site-search-none-text = Essayez un mot plus simple, en arabe ou en français, ou demandez-nous.
