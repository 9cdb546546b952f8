# Who files for others: the list of the administrator. $day is a date, $count a number
assisted-menu-mandates = Dépôts pour autrui
assisted-menu-kiosks = Bornes
assisted-mandates = Qui dépose pour autrui
assisted-mandates-lead = Écrivains publics et associations que la commune a mandatés pour certaines démarches, jusqu'à une date, avec un mandat écrit de chaque usager.
assisted-none = La commune n'a encore mandaté personne
assisted-none-text = Toute personne mandatée apparaît ici, avec le journal de ce qu'elle a fait.
assisted-appoint = Mandater un écrivain public ou une association
assisted-appoint-lead = La personne reçoit par courriel une invitation à choisir son mot de passe et son second facteur ; avant cela, elle ne peut rien faire.
assisted-appoint-go = Mandater et envoyer l'invitation
assisted-kind = Qualité
assisted-kind-writer = Écrivain public
assisted-kind-association = Association
assisted-name = Nom que lira l'usager
assisted-name-hint = Par exemple : Bureau de l'écrivain public Ahmed, Sidi Moussa
assisted-email = Adresse électronique
assisted-email-hint = Celle d'une seule personne : chacun dépose avec son propre compte.
assisted-email-wrong = Écrivez une adresse électronique valable.
assisted-agreement = Convention ou décision
assisted-agreement-hint = Numéro et date
assisted-procedures = Démarches qu'elle peut déposer
assisted-procedures-hint = Elle n'en peut déposer aucune autre.
assisted-procedures-count =
    { $count ->
        [one] { $count } démarche
       *[other] { $count } démarches
     }
assisted-from = À partir du
assisted-until = jusqu'au { $day }
assisted-ends-on = Dernier jour
assisted-ended-at = Retiré le
assisted-day-hint = jour/mois/année, un an au plus
assisted-standing-valid = En vigueur
assisted-standing-expired = Échu
assisted-standing-revoked = Retiré
assisted-not-ready = Compte pas encore activé
assisted-not-ready-text = La personne n'a pas encore choisi son mot de passe et son second facteur ; d'ici là tout lui est refusé.
assisted-shared = Un même contact pour { $count } personnes différentes
assisted-shared-text = Vérifiez que les messages parviennent aux personnes et non à qui dépose pour elles.
assisted-journal = Journal de ses actes
assisted-journal-masked = Des noms, seules les initiales paraissent ; votre consultation de cette page est notée.
assisted-journal-own = Mon journal
assisted-journal-own-lead = Tout ce que vous avez fait pour autrui : pour qui, quoi, quand. L'administrateur de la commune le voit aussi.
assisted-no-deed = Rien encore
assisted-what-noted = Mandat enregistré
assisted-what-began = Demande commencée
assisted-what-looked = Consultation
assisted-what-filed = Dépôt
assisted-what-gave = Pièces ajoutées
assisted-what-ended = L'usager s'est opposé et a mis fin au mandat
assisted-renew = Changer les démarches ou prolonger
assisted-renew-go = Enregistrer
assisted-revoke = Retirer le mandat
assisted-revoke-text = Effet immédiat : ses sessions se ferment, tous ses mandats d'usagers prennent fin, et ce qu'elle avait commencé revient aux usagers.
assisted-revoke-go = Retirer le mandat maintenant
assisted-revoke-sure = Retirer le mandat maintenant ?
assisted-why = Motif
assisted-said-appointed = Mandat donné, l'invitation est en route.
assisted-said-renewed = Enregistré.
assisted-said-revoked = Le mandat est retiré, les sessions sont fermées.
assisted-save = Enregistrer
# Refusals. $day is a date
assisted-needed = Ce champ est nécessaire.
assisted-day-wrong = Écrivez la date ainsi : 31/12/2026.
assisted-ends-before = Le dernier jour ne peut précéder le premier.
assisted-year-most = Un an au plus, puis on renouvelle.
assisted-no-procedure = Choisissez au moins une démarche.
assisted-holder-twice = Ce compte a déjà un mandat ; renouvelez-le.
assisted-holder-unknown = Ce compte n'est pas mandaté pour déposer pour autrui. Adressez-vous à la commune.
assisted-holder-ended = Votre mandat a été retiré le { $day } : vous ne pouvez plus rien déposer pour autrui. Votre journal vous reste ouvert ; pour toute question, adressez-vous à la commune.
assisted-holder-expired = Votre mandat a pris fin le { $day }. Demandez son renouvellement à la commune.
assisted-holder-factor = Le second facteur de votre compte n'est pas activé. Ouvrez l'invitation reçue par courriel, ou demandez-en une autre.
assisted-holder-procedure = Votre mandat ne comprend pas cette démarche. L'usager peut la déposer lui-même ou au guichet.
assisted-paper-ended = L'usager, ou la commune, a mis fin à ce mandat. Vous ne pouvez pas continuer en son nom.
assisted-paper-expired = Ce mandat a pris fin le { $day }. Enregistrez un nouveau mandat signé.
assisted-paper-procedure = Ce mandat ne nomme pas cette démarche.
assisted-signed-later = La signature ne peut être datée de l'avenir.
assisted-longer-than-own = Un mandat ne dépasse pas le dernier jour du vôtre : { $day }.
assisted-own-contact = C'est votre propre contact. Écrivez le téléphone ou l'adresse de l'usager : c'est lui qu'il faut prévenir.
assisted-proof-missing = Joignez le mandat signé ou écrivez sa référence.
# Messages to the citizen. $name is the holder, $case the code of the file, $link an address, $code a code
assisted-mail-subject = Une demande en votre nom à la commune
assisted-sms-filed = { $name } a déposé le dossier { $case } en votre nom. Pour voir, ou vous opposer si vous n'avez rien demandé : { $link } (code { $code }, reçu aussi au guichet)
assisted-sms-ended = { $name } n'agit plus pour vous auprès de la commune. Pour continuer vous-même ce qui était commencé : { $link }
# Kiosks. $count is a number of visits, $at a moment
assisted-kiosks = Bornes
assisted-kiosks-lead = Des appareils où chacun dépose sa demande, et qui ne gardent rien après son départ.
assisted-kiosks-none = Aucune borne
assisted-kiosk-new = Nouvelle borne
assisted-kiosk-name-field = Nom
assisted-kiosk-name = Donnez un nom à la borne.
assisted-kiosk-site = Lieu
assisted-kiosk-site-hint = Par exemple : siège de la commune, rez-de-chaussée
assisted-kiosk-procedures = Démarches ouvertes
assisted-kiosk-procedures-hint = Sans choix : celles des particuliers qui ne demandent pas de joindre un document.
assisted-kiosk-add = Ajouter et créer le lien
assisted-kiosk-link = Lien pour un autre appareil
assisted-kiosk-revoke = Arrêter
assisted-kiosk-revoke-sure = Arrêter cette borne maintenant ?
assisted-kiosk-ready = En service
assisted-kiosk-waiting = Attend son appareil
assisted-kiosk-ended = Arrêtée
assisted-visits =
    { $count ->
        [0] aucune visite ce mois
        [one] { $count } visite ce mois
       *[other] { $count } visites ce mois
     }
assisted-seen = dernier usage : { $at }
assisted-link-once = Ouvrez ce lien sur l'appareil même. Il n'est montré qu'une fois.
assisted-link-how = Valable vingt-quatre heures et une seule fois. Une fois ouvert, cet appareil est la borne.
assisted-said-kiosk-changed = Enregistré.
assisted-said-kiosk-revoked = La borne est arrêtée.
assisted-set-up = Faire de cet appareil une borne
assisted-set-up-text = Tout compte ouvert dans ce navigateur sera oublié ; il ne montrera plus que les pages de la borne.
assisted-set-up-go = Cet appareil est la borne
