# La caisse. Les sommes arrivent écrites avec leur monnaie, sauf dans les refus où elles sont en dirhams.
payments-menu = Caisse
payments-dues = Sommes à payer
payments-owed = Reste à payer :
payments-state-due = À payer
payments-state-paid = Payé
payments-state-cancelled = Annulé
payments-receipt = Quittance
payments-method = Mode de paiement
payments-method-cash = Espèces
payments-method-cheque = Chèque
payments-method-transfer = Virement
payments-method-card = Carte bancaire
payments-collect = Encaisser
payments-at-cash-desk = Le paiement se fait à la régie.
payments-day-title = Journal de caisse
payments-day = Jour
payments-show = Afficher
payments-total = Total
payments-at = Payé le
payments-reference = Dossier
payments-to-file = Retour au dossier
payments-empty = Aucun encaissement ce jour
payments-empty-text = Les quittances apparaissent ici par numéro.
payments-not-paid = La décision attend le paiement de { $sum } DH.
payments-nothing-due = Rien n'est dû pour ce dossier.
payments-sum-changed = La somme due a changé : { $sum } DH. Vérifiez puis recommencez.
payments-count = { $count ->
    [one] { $count } quittance
   *[other] { $count } quittances
 }
