# Pourquoi le serveur Open311 d'un autre organisme n'a pas pu être utilisé. detail : ce que ce serveur a dit, souvent dans sa langue.
georeport-address = L'adresse { $detail } n'est pas celle d'un serveur Open311. Elle commence par https://.
georeport-inside = Cette adresse mène à un réseau interne qui ne doit pas être appelé d'ici. Utilisez l'adresse publique du serveur.
georeport-unreachable = Le serveur est injoignable ({ $detail }). Un nouvel essai suivra.
georeport-insecure = La connexion sécurisée au serveur a échoué ({ $detail }). Son responsable doit renouveler son certificat.
georeport-slow = Le serveur n'a pas répondu à temps. Un nouvel essai suivra.
georeport-cut = La connexion s'est interrompue ({ $detail }). Un nouvel essai suivra.
georeport-busy = Le serveur ne peut pas le prendre maintenant : { $detail }. Un nouvel essai suivra.
georeport-broken = Le serveur est en panne : { $detail }. Un nouvel essai suivra.
georeport-key = Le serveur n'accepte pas notre clé : { $detail }
georeport-absent = Le serveur ne connaît pas cet objet : { $detail }
georeport-refused = Le serveur refuse : { $detail }
georeport-moved = Le serveur nous envoie à une autre adresse : { $detail }. Inscrivez-la si elle est juste.
georeport-page = Le serveur a répondu par une page pour le public ({ $detail }) au lieu de données. L'adresse n'est sans doute pas celle de sa porte Open311.
georeport-kind = La réponse du serveur n'est ni du JSON ni du XML ({ $detail }).
georeport-unreadable = La réponse du serveur est illisible : { $detail }
georeport-large = La réponse du serveur est trop volumineuse.
georeport-other = Le serveur a répondu à propos d'autre chose : { $detail }. Rien n'a été changé ici.
georeport-unsure = Un essai précédent de { $detail } est peut-être arrivé, et le serveur ne peut pas le dire. Demandez à son responsable, puis marquez-le comme envoyé ou renvoyez-le.

# Ce qui a été réparé en lisant un export.
georeport-repair-encoding = encodage autre que celui annoncé
georeport-repair-mark = marque d'ordre des octets
georeport-repair-signs = signes que le format n'admet pas
georeport-repair-null = le mot « null » pour rien
georeport-repair-twice = deux fois le même nom
georeport-repair-zero = point à 0, 0
georeport-repair-point = lieu impossible
georeport-repair-naive = date sans fuseau horaire
georeport-repair-order = date dont le jour et le mois peuvent être inversés
georeport-repair-date = date illisible
georeport-repair-status = état ni ouvert ni fermé
georeport-repair-name = champ sous un autre nom
georeport-repair-row = ligne d'une autre longueur
