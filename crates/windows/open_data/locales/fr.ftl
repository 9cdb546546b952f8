# Le catalogue des données ouvertes
open_data-menu = Données
open_data-title = Données ouvertes
open_data-lead = Ce que la commune sait et peut montrer à tous, sans demander et sans s’inscrire : à lire, à vérifier, à réutiliser.
open_data-licence = Réutilisation libre en citant la source et la date (loi 31-13, article 6). Licence, à confirmer par la commune :
open_data-catalogue = Le catalogue pour les logiciels (DCAT)
open_data-rows = { $count ->
    [0] Aucune ligne pour l’instant
    [one] Une ligne
   *[other] { $count } lignes
    }
open_data-none = Aucun fichier publié pour l’instant
open_data-preview = Les premières lignes
open_data-preview-of = { $count ->
    [one] Une ligne en tout.
   *[other] { $count } lignes en tout : téléchargez le fichier pour les avoir toutes.
    }
open_data-rows-more = Plus de { $count } lignes
open_data-preview-of-more = Plus de { $count } lignes : téléchargez le fichier pour les avoir toutes.
open_data-columns = Les colonnes
open_data-column = Exemple de colonne
open_data-download = Télécharger
open_data-excel = CSV pour tableur (Excel)
open_data-count = Lignes
open_data-updated = Lu le
open_data-often = Mise à jour
open_data-often-text = En continu
open_data-empty = Encore vide
open_data-empty-text = Les lignes apparaîtront dès que la commune aura de quoi les remplir.
