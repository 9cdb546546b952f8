# Ce que disent les commandes à la personne qui tient la machine : ce qui s'est passé, et quoi faire.
operations-internal = Quelque chose a cédé : { $error }. Rien de plus n'a été fait.
operations-unavailable = La base de données est injoignable : { $error }. Vérifiez qu'elle tourne et que son adresse est juste (--database ou JAMAA_DATABASE_URL).
operations-not-found = Cela n'existe pas ici.
operations-closed = Le stockage n'accepte plus d'écriture : regardez la place sur le disque, puis recommencez.
operations-commune-unknown = Aucune commune ne s'appelle « { $commune } » ici. Il faut son code HCP ou son nom court, comme 04.441.01.0 ou sale ; la liste du pays est dans packs/morocco/places.
operations-key-lost = La base est là, mais pas sa clé { $path }. Remettez votre copie de la clé : une nouvelle ne peut pas ouvrir les données.
operations-cannot-listen = Le programme ne peut pas écouter sur { $address } : { $error }. Choisissez une autre adresse avec --listen, ou arrêtez ce qui l'occupe.
operations-tls-wrong = Le certificat { $file } ou sa clé est inutilisable : { $error }. Les deux doivent être des fichiers PEM.
operations-log-wrong = Le filtre du journal technique « { $found } » n'est pas compris : { $error }. Utilisez error, warn, info ou debug.
operations-file-wrong = Le fichier { $file } est illisible : { $error }. Rien n'a été importé.
operations-import-faults = Rien n'a été importé : { $count ->
    [one] une ligne est fausse.
   *[other] { $count } lignes sont fausses.
 } Ligne { $line } : { $fault }
operations-role-unknown = Le paquet du pays n'a pas de rôle « { $role } ». Il a : { $roles }.
operations-unit-unknown = Aucune unité n'a le code « { $unit } » dans cette commune.
operations-email-wrong = « { $email } » n'est pas une adresse électronique.
operations-restore-key = Il faut la clé de cette sauvegarde : donnez-la avec --key FICHIER, ou placez-la dans { $path }.
operations-journal-other-key = Le fichier est signé avec une autre clé : { $found }.
operations-demo-only = La démonstration est faite de personnes inventées ; elle ne peut pas être chargée sur les données qui sont ici.
operations-bench-program = La mesure a besoin de « { $program } » : { $error }.
operations-bench-release = Mesurez le programme compilé avec --release : celui-ci sert au développement.
operations-seed-full = Il y a déjà des dossiers ici, comme { $code } : on ne distinguerait plus ceux qui sont inventés. Prenez une commune qui n’en a pas.

operations-bar-backup = Écriture de la sauvegarde
operations-bar-restore = Retour de la sauvegarde
operations-bar-communes = Inscription des communes
operations-bar-datasets = Écriture des jeux de données
operations-bar-seed = Invention des signalements

operations-seeded = { $count } signalements inventés en { $secs } s.
operations-init-done = Le dossier { $data } est prêt. Sa clé est { $key } : copiez-la maintenant en lieu sûr, à part des sauvegardes. Ensuite : « jamaa commune add 04.441.01.0 », « jamaa staff add … », « jamaa serve ».
operations-init-again = Le dossier { $data } était déjà prêt ; ses tables sont à jour. Sa clé est { $key }.
operations-migrated = { $count ->
    [0] Les tables sont à jour.
    [one] Une étape a été appliquée : les tables sont à jour.
   *[other] { $count } étapes ont été appliquées : les tables sont à jour.
 }
operations-commune-open = { $commune } ({ $code }) est ouverte ; ses pages sont sous /c/{ $slug }/ quand elle n'est pas la commune d'accueil.
operations-communes-listed = { $count } communes sont inscrites avec leurs noms et leurs territoires.
operations-imported = { $count ->
    [one] Une ligne a été importée.
   *[other] { $count } lignes ont été importées.
 }
operations-exported = { $count } lignes ont été écrites dans { $path }.
operations-staff-added = { $name } peut entrer avec { $email }.
operations-serving = Service de { $data } à { $url }, écoute sur { $listen }
operations-journal-holds = Le journal tient : { $entries } entrées dans { $communes } communes.
operations-journal-file-holds = Le journal de { $commune } tient tel qu'écrit le { $at } : { $entries } entrées, { $heads } têtes signées, dernière empreinte { $head }.
operations-journal-compare-key = Il est signé avec { $key } : comparez avec la clé que la commune publie.
operations-backup-done = La sauvegarde est dans { $path } : { $files } fichiers, { $bytes } Mo.
operations-backup-key = La clé n'y est pas. Gardez { $key } à part, en lieu sûr : sans elle, personne ne peut lire la sauvegarde.
operations-restore-done = La sauvegarde du { $at } est revenue et prouvée : { $communes } communes, { $entries } entrées de journal vérifiées, { $receipts } récépissés et { $files } pièces jointes contrôlés.
operations-restore-missing = { $count } pièces jointes citées par des récépissés ne sont pas ici : effacées sur demande, ou perdues.

operations-doctor-disk = Il reste { $gigabytes } Go libres sur le disque.
operations-doctor-disk-low = Il ne reste que { $gigabytes } Go libres sur le disque : faites bientôt de la place.
operations-doctor-disk-full = Il ne reste que { $gigabytes } Go libres sur le disque : les dépôts sont fermés ou vont l'être. Faites de la place maintenant.
operations-doctor-permissions = D'autres utilisateurs de la machine peuvent lire { $path }. Lancez : chmod go-rwx { $path }
operations-doctor-wal = Le journal d'écriture de la base pèse { $gigabytes } Go : une lecture le retient peut-être. Redémarrez le programme à une heure calme.
operations-doctor-no-mail = Aucun serveur SMTP n'est réglé (mail.smtp_url) : les courriels sont gardés et ne partent pas.
operations-doctor-no-sms = Aucune passerelle SMS n'est réglée (sms.gateway_url) : les SMS sont gardés et ne partent pas.
operations-doctor-no-address = L'adresse que les gens tapent n'est pas réglée (public_url) : les liens des messages peuvent être faux.
operations-doctor-no-tls = Les pages sont servies sans chiffrement : réglez tls.certificate et tls.key, ou placez-vous derrière un mandataire avec behind_proxy = true.
operations-doctor-demo = C'est la démonstration : jamais pour de vraies personnes.
operations-doctor-no-backup = Il n'y a encore aucune sauvegarde. Lancez « jamaa backup », ou laissez tourner le programme la nuit.
operations-doctor-backup = La sauvegarde la plus récente est { $path }, vieille de { $hours } heures.
operations-doctor-backup-old = La sauvegarde la plus récente est { $path }, vieille de { $hours } heures : la sauvegarde de nuit ne se fait pas. Regardez le journal technique.
operations-doctor-backup-failed = La sauvegarde de nuit du { $at } a échoué : { $error }. Lancez « jamaa backup » pour voir pourquoi.
operations-doctor-no-off-host = Aucune sauvegarde ne quitte cette machine (backup.off_host) : un incendie, un vol ou un rançongiciel prendrait données et sauvegardes ensemble.
operations-doctor-off-host-here = { $path } est sur le même disque que les données : cela ne protège de rien. Montez le disque d'une autre machine.
operations-doctor-running = Le programme tourne sur { $listen } : les registres n'ont pas été lus ; sa page /healthz dit comment il va. Arrêtez-le pour un examen complet.
operations-doctor-sound = La base, les journaux ({ $entries } entrées, { $communes } communes) et { $receipts } récépissés sont sains.
operations-doctor-parked = { $count } tâches ont échoué trop souvent et attendent quelqu'un : voyez la page des tâches de l'administration.
operations-doctor-clock = L'horloge de la machine dit { $now }, et le journal a une entrée du { $at } : l'horloge a été reculée. Corrigez-la avant de servir.
operations-doctor-no-commune = Aucune commune n'est ouverte. Lancez « jamaa commune add CODE ».
operations-doctor-end = { $alarms ->
    [0] Rien ne va mal.
    [one] Une chose ne va pas.
   *[other] { $alarms } choses ne vont pas.
 }

operations-alarm-backup-subject = La sauvegarde de nuit a échoué
operations-alarm-backup = La sauvegarde de nuit du programme de la commune a échoué : { $error }. Les données sont servies comme avant, mais sans copie fraîche. Merci de regarder la machine aujourd'hui : « jamaa doctor » dit ce qui ne va pas.
operations-staff-link = Pour choisir un mot de passe et un second facteur, ce lien, une fois, dans les { $days } jours : { $link }
operations-staff-link-guess = Le début du lien est supposé : donnez public_url dans jamaa.toml, ou remplacez l'adresse à la main.
operations-staff-unknown = Aucun agent n'entre ici avec { $email }.
operations-area-unknown = Le territoire « { $area } » n'est pas de cette commune : { $areas }.
operations-other-owner = { $path } appartient à l'utilisateur { $owner }. Lancez la commande sous ce nom, sinon le service ne pourrait pas ouvrir ce qu'elle laisse : sudo -u { $owner } jamaa …
operations-variable-unknown = L'environnement porte { $name }, qui n'est pas une clé. « jamaa config » les écrit toutes.
operations-restore-key-unreadable = { $path } n'est pas une clé de Jamaa, ou ne peut pas être lu.
operations-restore-key-other = La clé { $path } n'ouvre pas cette sauvegarde. Il faut celle qui servait quand elle a été écrite.
operations-restore-key-in-the-way = { $path } est la clé d'une autre machine. Écartez-la, ou restaurez dans un dossier vide.
operations-backup-no-room = La sauvegarde demande environ { $needed } Mo dans { $path }, et { $free } Mo sont libres. Faites de la place, ou nommez un autre dossier dans backup.folder.
operations-off-host-absent = Le dossier des copies sur une autre machine n'est pas là : { $path }. Montez-le, ou corrigez backup.off_host.
operations-off-host-full = Le dossier des copies sur une autre machine est plein : { $path }.
operations-doctor-unfinished = { $path } est une sauvegarde jamais terminée. Supprimez-la.
operations-doctor-home = La commune { $commune } de la configuration n'est pas ouverte ici : sa page d'accueil est vide. Corrigez « commune » dans jamaa.toml, ou lancez « jamaa commune add { $commune } ».
operations-low-port = Le programme ne peut pas écouter sur { $address } : { $error }. Les ports sous 1024 demandent le droit CAP_NET_BIND_SERVICE, que donne deploy/jamaa.service ; à la main : sudo setcap cap_net_bind_service=+ep /usr/local/bin/jamaa
operations-signer-added = { $name } a une clé de signature.
operations-pin-short = Le code est trop court : { $least } signes au moins.
operations-verify-good = Récépissé authentique : { $code }, n° { $number }, du { $received }, { $state }, réponse avant le { $due }.
operations-verify-complete = dossier déposé
operations-verify-incomplete = dossier en cours de dépôt
operations-verify-wrong = Ce récépissé n'est pas authentique : la commune de cette clé ne l'a pas signé, ou son texte a changé.
operations-doctor-key-expired = { $commune } : la clé { $holder } a expiré le { $day }. Renouvelez-la, puis « jamaa signer add ».
operations-doctor-key-ending = { $commune } : la clé { $holder } expire dans { $days } j. Renouvelez-la chez le prestataire.
operations-doctor-key-locked = { $commune } : la clé { $holder } est verrouillée après trop de codes secrets erronés. Elle se rouvre après un jour, ou par « jamaa signer unlock ». Demandez à son titulaire si c'était lui.
operations-signer-unlocked = La clé est déverrouillée.
operations-doctor-no-library = { $commune } : la clé { $holder } est sur une carte, et signing.library n'est pas réglé sur cette machine.
operations-doctor-key-away = { $commune } : la clé { $holder } n'est pas joignable : { $why }
operations-doctor-keys = { $commune } : les clés de signature ({ $count }) sont bonnes.
operations-doctor-stamp = L'autorité d'horodatage { $url } répond.
operations-doctor-stamp-away = L'autorité d'horodatage { $url } n'est pas utilisable : { $why }
operations-doctor-unstamped = { $commune } : { $count } documents attendent leur horodatage.
operations-signer-ends = Son certificat est valable jusqu'au { $day }.
operations-signer-trusted = Certificats ajoutés aux racines reconnues : { $count }.
operations-file-unreadable = { $path } ne se lit pas : { $error }
operations-doctor-scanner = L'antivirus { $address } répond.
operations-doctor-scanner-away = L'antivirus { $address } ne répond pas ({ $why }) : les fichiers attendent leur contrôle.
operations-doctor-no-scanner = Aucun antivirus n'est réglé (scanner.address) : les fichiers reçus restent non contrôlés.
operations-bar-reports = Signalements
operations-zone-unknown = Le fuseau horaire { $zone } est inconnu. Écrivez-le comme Africa/Casablanca.
operations-day-wrong = { $day } n'est pas un jour. Écrivez-le comme 2019-01-31.
operations-rehearsal = Une répétition : rien n'a été repris.
operations-mended = Réparations : { $count }
operations-mended-list = Liste détaillée dans { $path }
operations-bar-services = Services
operations-services-proposed = { $count } services sont proposés comme catégories ; ils se lisent sous /admin/open311.
operations-services-read = { $count } services sont lisibles. Rien n'a été gardé.
operations-bar-days = Jours de signalements
