# La page de la démonstration et ce que dit sa commande.
demo-title = Démonstration
demo-about = Une commune inventée aux lieux réels : Salé, deux ans de signalements, des agents dans chaque rôle. Rien ici ne concerne de vraies personnes.
demo-accounts = Comptes des agents
demo-how = Mot de passe de tous les comptes : { $password }. Le code change toutes les 30 secondes : rechargez la page au moment de le taper.
demo-sign-in = Ouvrir la page de connexion
demo-role = Rôle
demo-name = Nom
demo-email = Adresse électronique
demo-code = Code du moment
demo-clock = Une main sur l'horloge
demo-now = Il est ici { $now }.
demo-ahead = { $hours ->
    [one] L'horloge a une heure d'avance.
   *[other] L'horloge a { $hours } heures d'avance.
 }
demo-clock-about = Avancez l'heure pour voir un délai passer, un rappel partir, un dossier se clore. L'horloge ne recule pas.
demo-clock-who = L'administrateur (admin@demo.test) la déplace.
demo-advance = { $hours ->
    [1] Avancer d'une heure
    [6] Avancer de six heures
    [24] Avancer d'un jour
   *[168] Avancer de sept jours
 }
demo-moved = L'horloge a avancé, et ce qui était dû a été fait.
demo-hours = Choisissez l'une des durées proposées.
demo-more = À voir aussi
demo-outbox = Les messages partis : SMS et courriels, montrés au lieu d'être envoyés
demo-telephone = Un téléphone d’essai : écrire un SMS à la commune
demo-reset = Pour recommencer à neuf : arrêtez le programme, effacez son dossier de données, relancez-le.
demo-bar = Deux ans de signalements
demo-made = La démonstration est prête : { $count } signalements, en { $secs } secondes.
demo-serving = La démonstration est sur { $url } ; ses comptes et leurs codes sur { $url }/fr/demo. Mot de passe de tous : { $password }
demo-interrupted = Le premier chargement de la démonstration a été interrompu. Effacez le dossier { $data } (ou la base PostgreSQL) et relancez.
