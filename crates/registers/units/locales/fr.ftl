# Les pages de l’organisation, pour le personnel
units-menu = Organisation
units-title = Organisation
units-count = { $count ->
    [one] Une unité
   *[other] { $count } unités
    }
units-add = Ajouter une unité
units-add-below = Ajouter une unité rattachée
units-headless = sans responsable
units-external = Hors de la commune
units-kind = Nature
units-kind-division = Division
units-kind-service = Service
units-kind-cell = Cellule
units-kind-counter = Guichet
units-kind-contractor = Délégataire
units-kind-arrondissement = Arrondissement
units-kind-partner = Partenaire
units-duty-triage = Répartit
units-duty-moderation = Relit avant publication
units-duty-restricted = Dossiers confidentiels

# Une unité : ses responsables, puis le formulaire
units-heads = Responsables
units-no-head = Personne n’a encore été nommé : l’unité supérieure en répond.
units-person = Personne
units-from = À partir du
units-to = Jusqu’au
units-decision = Décision
units-state = État
units-acts = Actions
units-now = En poste
units-end-post = Fin de fonction
units-last-day = Dernier jour
units-end-post-save = Fixer le dernier jour
units-appoint = Nommer le responsable
units-appoint-save = Nommer
units-no-people = Ajoutez d’abord des membres du personnel : vous pourrez ensuite les choisir ici.
units-about = L’unité
units-name-ar = Nom en arabe
units-name-fr = Nom en français
units-name-en = Nom en anglais
units-parent = Rattachée à
units-top = Aucune unité au-dessus
units-area = Arrondissement
units-whole-commune = Toute la commune
units-external-tick = Hors de la commune
units-external-hint = Un délégataire ou un autre organisme : il ne voit que ce qui lui a été confié.
units-save = Enregistrer
units-retire = Supprimer l’unité
units-retire-sure = L’unité ne recevra plus de dossier. Son historique reste. Continuer ?
units-retired-on = Cette unité a été supprimée le { $day }.

# Absences et délégations
units-absences = Absences et délégations
units-absences-lead = Pendant l’absence d’un responsable, son délégué reçoit les dossiers et les alertes. Sans délégué, c’est l’unité supérieure.
units-nobody-away = Personne n’est absent
units-delegate = Délégué
units-delegate-hint = Il exerce les mêmes fonctions jusqu’au dernier jour.
units-no-delegate = Personne : l’unité supérieure
units-absence-add = Noter une absence
units-absence-save = Noter l’absence
units-absence-cancel = Annuler
units-absence-cancel-sure = L’absence et sa délégation seront effacées. Continuer ?

# Messages après un changement
units-added = L’unité a été ajoutée.
units-saved = L’unité a été enregistrée.
units-retired = L’unité a été supprimée.
units-head-set = Le responsable a été nommé.
units-head-ended = Le dernier jour a été fixé.
units-absence-noted = L’absence a été notée.
units-absence-cancelled = L’absence a été annulée.

# Refus, à côté d’un champ
units-name-wrong = Écrivez { $most } caractères au plus.
units-kind-wrong = Choisissez une nature.
units-day-wrong = Choisissez un jour.
units-days-reversed = Le dernier jour précède le premier.
units-person-missing = Choisissez une personne.
units-own-delegate = Nul ne peut être son propre délégué.
units-post-taken = Un autre responsable est nommé à partir du { $day }. Mettez d’abord fin à ses fonctions.
units-parent-unknown = L’unité supérieure n’existe plus.
units-circle = Une unité ne peut pas être rattachée à elle-même.
units-area-unknown = Cet arrondissement n’est pas le nôtre.
units-not-empty = Des unités sont encore rattachées à celle-ci. Déplacez-les ou supprimez-les d’abord.
units-last-triage = Aucune autre unité ne reçoit les dossiers que personne ne prend.
units-retired-already = Cette unité est supprimée.

# Données ouvertes : titre du jeu et de ses colonnes
units-data-units = Organisation
units-data-units-about = Les unités de la commune et les organismes qui travaillent pour elle, sans les personnes.
units-column-id = Identifiant
units-column-parent = Identifiant de l’unité supérieure
units-column-kind = Nature
units-column-name-ar = Nom en arabe
units-column-name-fr = Nom en français
units-column-area = Code de l’arrondissement desservi
units-column-external = Hors de la commune
