# Le journal, pour l'inspection et la protection des données
journal-menu = Journal
journal-title = Journal des actes
journal-lead = Qui a fait quoi, quand, et qui a consulté quel dossier. Chaque ligne porte l’empreinte de la précédente : aucune ne peut être changée ou retirée sans que cela se voie.
journal-all = Tout
journal-modules = Domaines
journal-total = { $count ->
    [one] Un acte
   *[other] { $count } actes
    }
# $day : date, $seq : numéro du dernier acte signé
journal-signed = dernière signature le { $day }, jusqu’au numéro { $seq }
journal-unsigned = pas encore signé : la signature se fait chaque soir
journal-heads = Les signatures publiées
journal-verify = Vérifier la chaîne
journal-holds = La chaîne est intacte, du premier acte au dernier.
journal-broken = La chaîne est rompue. Gardez les sauvegardes, n’écrivez rien et appelez la personne qui tient la machine.
journal-verb = Acte
journal-day = Jour
journal-actor = Auteur
journal-subject = Objet
journal-filter = Filtrer
journal-seq = Numéro
journal-at = Moment
journal-none = Aucun acte ne correspond
journal-none-text = Retirez un filtre ou changez de jour.
journal-entry = Acte n° { $seq }
journal-act = L’acte
journal-of-subject = Tous les actes sur le même objet
journal-summary = Ce qui a été noté
journal-summary-none = Rien de plus n’a été noté.
journal-chain = Sa place dans la chaîne
journal-chain-text = L’empreinte se calcule sur tous les champs de l’acte et sur l’empreinte précédente.
journal-hash = Empreinte
journal-previous = Empreinte précédente
journal-in-chain = Intact
journal-out-of-chain = Altéré
