# Suivre des signalements par message ou par Atom
follow-title = Être prévenu
follow-lead = Choisissez ce que vous voulez suivre. Aucun compte n’est nécessaire, et vous arrêtez quand vous voulez par le lien de chaque message.
follow-back = Retour aux signalements
follow-kind-report = Un signalement
follow-kind-quarter = Un quartier
follow-kind-category = Un type de problème
follow-kind-asset = Un lampadaire, un bac ou un autre objet numéroté
follow-which-report = Code du signalement
follow-which-quarter = Quel quartier ?
follow-which-category = Quel type de problème ?
follow-which-asset = Numéro écrit sur l’objet
follow-which-asset-hint = Par exemple TAB-0412
follow-next = Continuer
follow-unknown = Il n’y a rien à suivre sous ce nom. Vérifiez-le, ou choisissez dans les listes.
follow-other = Suivre autre chose
follow-how-at-once = Vous êtes prévenu à chaque étape du signalement, jamais entre 21 h et 8 h.
follow-how-digest = Un message par jour au plus, à 9 h, et seulement quand il s’est passé quelque chose.
follow-contact = Téléphone mobile ou courriel
follow-contact-hint = Nous y envoyons un code, pour être sûrs qu’il est à vous.
follow-send = Recevoir le code
follow-promise = Votre numéro ou votre adresse ne sert qu’à cela. Il est conservé scellé, et effacé dès que vous arrêtez.
follow-feed = Suivre dans un lecteur de flux (Atom), sans laisser de contact
follow-contact-wrong = Écrivez un numéro de mobile comme 06 12 34 56 78, ou un courriel comme amina@example.ma.
follow-asked-often = Plusieurs codes ont été envoyés à ce contact aujourd’hui. Utilisez le dernier, ou revenez demain.
follow-too-many = Ce contact suit déjà { $most } sujets. Arrêtez-en un par le lien de ses messages.
# La page du code
follow-confirm = Confirmer
follow-confirm-lead = Nous vous avons envoyé un code. Écrivez-le ici ; il est valable un jour.
follow-confirm-link = Un appui suffit : nous vous préviendrons à partir de maintenant.
follow-confirm-go = Suivre
follow-code = Code reçu
follow-code-wrong = Ce n’est pas le code. Vérifiez le dernier message reçu.
follow-code-gone = Ce code ne sert plus. Demandez-en un nouveau.
follow-again = Je n’ai rien reçu : recommencer
follow-said-begun = C’est fait. Vous serez prévenu.
# La fin
follow-stop = Arrêter les messages
follow-stop-text = Nous effaçons votre contact aussitôt. Vous pourrez suivre à nouveau quand vous voudrez.
follow-stop-all = Arrêter aussi tous les quartiers, types de problème et objets que ce contact suit
follow-stop-go = Arrêter
follow-said-stopped = C’est arrêté, et votre contact est effacé.
# Liens sur les pages des signalements
follow-this-report = Me prévenir de la suite
follow-this-quarter = Être prévenu des signalements de ce quartier
follow-this-category = Être prévenu des signalements de ce type
follow-this-asset = Être prévenu des signalements sur cet objet
follow-something = Être prévenu des signalements d’un quartier, d’un type ou sur un objet
# Étapes dans le flux d’un signalement
follow-step-filed = Signalement reçu
follow-step-transferred = Transmis à un autre service
follow-step-clock-missed = La date annoncée est passée
# Messages. $name : quartier, catégorie ou numéro
follow-subject-code = Votre code pour suivre : { $name }
follow-message-code = Code { $code } pour suivre « { $name } ». Ou confirmez ici : { $link } Si vous n’avez rien demandé, ignorez ce message.
follow-subject-report = { $title } : { $state }
follow-message-report = { $title } ({ $code }) : { $state }. { $link } Arrêter : { $stop }
follow-subject-digest = { $name } : du nouveau
follow-message-digest = { $name } : { $new } nouveaux, { $answered } traités. { $link } Arrêter : { $stop }
follow-what-new = nouveau
follow-what-answered = traité
follow-what-reopened = rouvert
follow-sms-stopped = Vous ne recevrez plus de messages de suivi. Ceux de vos propres dossiers continuent.
follow-sms-nothing = Ce téléphone ne suit rien. Les messages de vos propres dossiers continuent.
