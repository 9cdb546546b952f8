# La banque d'exercice, pour montrer et former seulement.
simulator-title = Banque d'exercice
simulator-notice = Ceci est une simulation
simulator-notice-text = Rien n'est payé ici et les cartes sont inventées. N'écrivez pas le numéro de votre carte.
simulator-for = Somme à payer à la commune :
simulator-card = Choisissez une carte
simulator-card-paid = La banque accepte
simulator-card-declined = La banque refuse
simulator-card-silent = La banque ne répond jamais
simulator-card-late = La banque répond deux heures plus tard
simulator-card-twice = La banque répond deux fois
simulator-card-amount = La banque prélève une autre somme
simulator-pay = Payer
simulator-leave = Revenir sans payer
simulator-said-declined = La banque d'exercice a refusé. Rien n'a été prélevé.
simulator-said-done = La banque d'exercice a noté votre choix.
simulator-back = Revenir sur le site de la commune
simulator-refused = La banque d'exercice refuse cette demande : sa signature ou ses données ne conviennent pas.
