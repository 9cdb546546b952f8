# La liste et les pages
folder-title = Mon dossier numérique
folder-lead = { $count ->
    [one] Un document gardé pour vous
   *[other] { $count } documents gardés pour vous
  }. Vous seul décidez quand et à qui les prêter.
folder-signed-in = Connecté :
folder-not-me = Ce n'est pas moi : sortir
folder-add = Ajouter un document
folder-empty = Votre dossier numérique est vide
folder-empty-text = Gardez ici vos documents (carte nationale, bail, certificat de propriété…) une fois pour toutes, et reprenez-les quand une démarche les demande. Ce que la commune vous délivre y entre tout seul. Aucun agent ne le consulte tant que vous n'en prêtez rien.
folder-empty-page = Rien après cela.
folder-until = Valable jusqu'au { $day }
folder-standing-ended = N'est plus valable
folder-infected-pill = Virus
# Qui répond du document
folder-trust-own = Ajouté par vous-même
folder-trust-seen = Examiné par la commune
folder-trust-issued = Délivré par la commune
# Un document
folder-picture = Image du document
folder-file-pdf = Télécharger le PDF
folder-file-image = Télécharger l'image d'origine
folder-about = Le document
folder-origin = Origine
folder-origin-uploaded = Un fichier que vous avez envoyé
folder-origin-case = Une pièce d'une demande que vous aviez déposée
folder-origin-issued = Un document délivré par la commune
folder-kept-on = Gardé le
folder-issued-on = Délivré le
folder-valid-until = Valable jusqu'au
folder-no-end = Sans date de fin
folder-size = Taille
folder-kilobytes = { $kb } ko
folder-digest = Empreinte du fichier
folder-digest-text = Empreinte SHA-256 : elle change dès qu'un seul octet change.
folder-loans = À qui il a été prêté
folder-loans-none = Ce document n'a été prêté à aucune demande.
folder-loan-draft = Dans une demande pas encore déposée
folder-loan-draft-text = Vous pouvez le retirer tant que la demande n'est pas déposée.
folder-loan-filed = Déposé avec la demande
folder-loan-filed-text = La copie reste au dossier ; le service peut la consulter tant qu'il le conserve : { $years ->
    [one] un an
   *[other] { $years } ans
  } après la décision.
folder-loan-filed-archives = La copie reste au dossier selon le calendrier des archives.
folder-loan-withdrawn = Retiré
folder-loan-helped = avec l'aide du guichet
folder-loan-consent = Consentement, version { $version }
folder-withdraw = Retirer de la demande
folder-looks = Qui l'a consulté
folder-looks-count = { $count ->
    [one] Un agent l'a consulté une fois :
   *[other] Des agents l'ont consulté { $count } fois :
  }
folder-looks-none = Aucun agent ne l'a consulté.
folder-change = Modifier les informations
folder-name = Nom du document
folder-name-hint = Comme vous l'appelez. Laissé vide, il prend le nom de sa catégorie.
folder-kind = Catégorie de document
folder-kind-hint = Elle dit dans quelles démarches il peut servir.
folder-day-hint = jour/mois/année
folder-valid-hint = jour/mois/année, s'il a une fin. Nous vous prévenons trente jours avant.
folder-erase = Effacer le document
folder-erase-text = Il disparaît de votre dossier tout de suite et pour de bon. Les copies déposées avec des demandes restent dans leurs dossiers jusqu'à la fin de leur conservation ; celles d'une demande non déposée en sont retirées.
folder-erase-issued = Il ne disparaît que de votre dossier : l'original reste au registre de la commune. Les copies déposées avec des demandes restent dans leurs dossiers.
folder-erase-sure = Je confirme que je veux l'effacer
folder-erase-go = Effacer
# Ajouter
folder-add-lead = Un PDF, ou une image nette du document entier.
folder-file = Le fichier
folder-file-hint = PDF, JPEG ou PNG, { $most } Mo au plus. L'original est gardé tel quel, chiffré.
folder-keep-title = Garder cette pièce pour la prochaine fois
folder-keep-lead = Une pièce que vous aviez donnée avec le dossier { $code }.
folder-keep-agree = J'accepte qu'une copie soit gardée dans mon dossier numérique
folder-keep-agree-hint = La copie est à vous ; vous l'effacez quand vous voulez. La pièce du dossier y reste.
folder-keep-go = Garder
# Prêter à une démarche
folder-take = Prendre dans mon dossier numérique
folder-choose = Quel document ?
folder-lend-how = Le document est copié dans votre demande, et votre dossier en garde la trace. Vous pouvez le retirer avant de déposer la demande ; après, la copie reste au dossier.
folder-lend-years = Le service la conserve { $years ->
    [one] un an
   *[other] { $years } ans
  } après la décision.
folder-lend-archives = Elle est conservée selon le calendrier des archives.
folder-consent = J'accepte qu'une copie de ce document soit donnée à « { $service } » pour étudier ma demande « { $procedure } », et pour rien d'autre.
folder-lend-go = L'ajouter à la demande
folder-nothing-fits = Rien ne convient dans votre dossier
folder-nothing-fits-text = Votre dossier n'a pas de document de cette catégorie qui soit encore valable. Envoyez un fichier, ou ajoutez d'abord le document à votre dossier.
folder-taken = Pris dans le dossier numérique
folder-said-lent = Le document de votre dossier numérique est ajouté.
# Auprès d'un dossier
folder-case-given = Pris dans votre dossier numérique :
folder-case-keep = Vous pouvez garder ces pièces pour une autre demande :
folder-case-keep-go = Garder dans mon dossier numérique
folder-desk-title = Pièces venues du dossier numérique de l'usager
folder-desk-trust-own = Ajouté par l'usager lui-même
folder-desk-trust-seen = Déjà examiné par la commune dans une demande acceptée
folder-desk-trust-issued = Délivré par la commune
folder-desk-consent = avec son consentement (version { $version }) le { $day }
# Télécharger
folder-download-title = Télécharger tout ce qui est à vous
folder-download-lead = Une seule archive : vos données, vos dossiers auprès de la commune, vos documents gardés, et un index lisible dans tout navigateur.
folder-proof-why = Avant le téléchargement, nous envoyons un code à votre téléphone ou votre courriel : qui trouverait votre téléphone ouvert ne doit pas emporter vos papiers.
folder-proof-send = Envoyer le code
folder-proof-again = Envoyer un autre code
folder-proof-sent = Nous avons envoyé un code de six chiffres au
folder-proof-code = Le code
folder-proof-over = Ce code n'est plus valable ou a déjà servi. Demandez-en un autre.
folder-proof-download = pour télécharger tout ce qui est à vous
folder-proof-counter = pour que l'agent du guichet, devant vous, prenne un document de votre dossier numérique
folder-no-contact = Nous n'avons pas de téléphone ou de courriel confirmé où envoyer le code. Confirmez-en un sur la page de votre compte.
folder-download-go = Télécharger
folder-demo-outbox = Les messages envoyés (démonstration)
folder-index-title = Tout ce que la commune garde de vous
folder-index-data = Les données pour les programmes
folder-index-cases = Vos dossiers
folder-index-none = Rien.
# Messages
folder-ends-subject = Un document de votre dossier numérique arrive à sa fin
folder-ends-text = Votre document « { $title } », gardé dans votre dossier numérique, n'est plus valable après le { $day }. Il ne pourra plus être repris dans une demande.
# Ce qui est fait
folder-said-kept = Le document est gardé dans votre dossier numérique.
folder-said-changed = La modification est gardée.
folder-said-erased = Le document est effacé.
folder-said-withdrawn = Le document est retiré de la demande.
# Refus
folder-infected = Ce fichier contient un virus
folder-infected-text = Il est enfermé : on ne peut ni l'ouvrir ni le prêter. Effacez-le et envoyez une copie depuis un appareil sain.
folder-gone = Ce document n'existe plus
folder-gone-text = La commune l'a annulé, ou son original a été effacé.
folder-ended = Ce document n'est plus valable
folder-ended-text = Il ne peut plus être repris dans une demande. Ajoutez le nouveau, ou corrigez la date si elle est fausse.
folder-other-kind = Ce document n'est pas de la catégorie demandée.
folder-title-missing = Écrivez le nom du document.
folder-title-long = Le nom est long : { $max } caractères au plus.
folder-kind-missing = Choisissez la catégorie du document.
folder-file-missing = Choisissez le fichier.
folder-day-wrong = Ce n'est pas une date. Écrivez-la ainsi : 24/11/2026.
folder-issued-later = La date de délivrance est à venir.
folder-ends-before = La date de fin précède la date de délivrance.
folder-full = Votre dossier a { $most } documents, le plus qu'il peut. Effacez ce qui ne vous sert plus.
folder-heavy = Votre dossier est plein : { $most } Mo au plus. Effacez ce qui ne vous sert plus.
folder-erase-unsure = Confirmez que vous voulez l'effacer.
folder-keep-consent = Acceptez que la copie soit gardée, ou revenez sans la garder.
folder-consent-missing = Le document n'est pas donné sans votre accord.
folder-filed-already = La demande est déposée : la copie reste au dossier jusqu'à la fin de sa conservation.
folder-not-yours = Un document ne se prend que pour une demande de la personne à qui est le dossier numérique.
folder-document-missing = Choisissez un document.
# On the page of the person
folder-own-kept = Vous avez gardé : { $title }
folder-own-lent = Un document a été prêté à « { $unit } »
folder-own-ends = Plus valable après le { $day }
folder-own-count = { $count ->
    [one] Un document gardé pour vous
   *[other] { $count } documents gardés pour vous
  }
folder-own-none = Rien n'est encore gardé
