# Les plans d'un permis et ce qu'on y écrit. square : une lettre et un nombre, comme C4.
plans-title = Plans
plans-commune = Commune de { $name }
plans-remarks = { $count ->
    [0] aucune remarque
    [one] { $count } remarque
   *[other] { $count } remarques
 }
plans-open = { $count ->
    [one] { $count } non levée
   *[other] { $count } non levées
 }
plans-stamped = Visé
plans-aside = Écarté
plans-stamped-copy = Exemplaire visé (PDF)
plans-stamped-on = Visé ne varietur le { $day }
plans-not-stamped = Ce plan n'a pas pu être visé
plans-fault-large = Le plan dépasse ce qui est examiné : 40 Mo, 60 pages, 5 mètres.
plans-fault-locked = Le plan est protégé par un mot de passe.
plans-fault-unreadable = Le plan ne se lit pas.
plans-fault-slow = Le plan est trop long à lire. Réessayez, ou demandez-en un plus simple.
plans-page = Page { $page } sur { $pages }
plans-original = Original
plans-how = Touchez l'endroit sur le plan, puis écrivez la remarque.
plans-remarks-title = Remarques
plans-remarks-none = Aucune remarque sur ce plan.
plans-where = page { $page }, case { $square }
plans-resolved = Levée
plans-unresolved = Non levée
plans-resolve = Lever
plans-reopen = Rétablir
plans-opinions = Avis des services
plans-write = Nouvelle remarque
plans-square = Case
plans-square-hint = Une lettre de A à P, depuis la gauche, et un nombre de 1 à 12, depuis le haut.
plans-words = Remarque
plans-write-go = Épingler la remarque
plans-set-aside = Écarter : un plan plus récent le remplace
plans-back = Compter de nouveau ce plan
plans-to-mend = Remarques sur vos plans
plans-yours = Vos plans visés
plans-yours-text = Ils portent la mention ne varietur sur chaque page et le cachet de la commune. Gardez-les sur le chantier.
plans-download = Télécharger
plans-said-remarked = La remarque est épinglée au plan.
plans-said-resolved = La remarque est marquée.
plans-said-aside = Le plan est marqué.
plans-no-such-square = Écrivez une lettre de A à P et un nombre de 1 à 12.
plans-no-such-page = Le plan n'a pas cette page.
plans-needs-words = Écrivez la remarque.
plans-too-many = Il y a trop de remarques : renvoyez les plans.
