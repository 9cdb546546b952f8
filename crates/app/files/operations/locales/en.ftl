# What commands say to the person who runs the machine: what happened, and what to do.
operations-internal = Something broke: { $error }. Nothing more was done.
operations-unavailable = The database cannot be reached: { $error }. Check that it runs and that its address is right (--database or JAMAA_DATABASE_URL).
operations-not-found = There is no such thing here.
operations-closed = The store takes no writes just now: look at the room on the disk, then try again.
operations-commune-unknown = No commune is called “{ $commune }” here. Its HCP code or its slug is needed, such as 04.441.01.0 or sale; the country’s list is in packs/morocco/places.
operations-key-lost = The database is here and its key { $path } is not. Put back your copy of the key: a new one cannot open the data.
operations-cannot-listen = The program cannot listen on { $address }: { $error }. Choose another address with --listen, or stop what uses it.
operations-tls-wrong = The certificate { $file } or its key cannot be used: { $error }. Both must be PEM files.
operations-log-wrong = The log filter “{ $found }” is not understood: { $error }. Use error, warn, info or debug.
operations-file-wrong = The file { $file } cannot be read: { $error }. Nothing was brought in.
operations-import-faults = Nothing was brought in: { $count ->
    [one] one line is wrong.
   *[other] { $count } lines are wrong.
 } Line { $line }: { $fault }
operations-role-unknown = The pack has no role “{ $role }”. It has: { $roles }.
operations-unit-unknown = No unit has the code “{ $unit }” in this commune.
operations-email-wrong = “{ $email }” is not an e-mail address.
operations-restore-key = The key of this backup is needed: give it with --key FILE, or put it at { $path }.
operations-journal-other-key = The file is signed with another key: { $found }.
operations-demo-only = The demonstration is made of invented people; it cannot be loaded over the data that is here.
operations-bench-program = The bench needs “{ $program }”: { $error }.
operations-bench-release = Measure the program built with --release: this one is for development.
operations-seed-full = There are cases here already, such as { $code }: invented ones among them could not be told apart. Take a commune without any.

operations-bar-backup = Writing the backup
operations-bar-restore = Bringing the backup back
operations-bar-communes = Listing the communes
operations-bar-datasets = Writing the datasets
operations-bar-seed = Inventing reports

operations-seeded = { $count } invented reports in { $secs } s.
operations-init-done = The folder { $data } is ready. Its key is { $key }: copy it now to a safe place, apart from the backups. Next: “jamaa commune add 04.441.01.0”, “jamaa staff add …”, “jamaa serve”.
operations-init-again = The folder { $data } was ready already; its tables are up to date. Its key is { $key }.
operations-migrated = { $count ->
    [0] The tables are up to date.
    [one] One step was applied: the tables are up to date.
   *[other] { $count } steps were applied: the tables are up to date.
 }
operations-commune-open = { $commune } ({ $code }) is open; its pages stand under /c/{ $slug }/ when it is not the home commune.
operations-communes-listed = { $count } communes are listed with their names and areas.
operations-imported = { $count ->
    [one] One line was brought in.
   *[other] { $count } lines were brought in.
 }
operations-exported = { $count } lines were written to { $path }.
operations-staff-added = { $name } may sign in with { $email }.
operations-serving = Serving { $data } at { $url }, listening on { $listen }
operations-journal-holds = The journal holds: { $entries } entries in { $communes } communes.
operations-journal-file-holds = The journal of { $commune } holds as written on { $at }: { $entries } entries, { $heads } signed heads, last hash { $head }.
operations-journal-compare-key = It is signed with { $key }: compare this with the key that the commune publishes.
operations-backup-done = The backup is in { $path }: { $files } files, { $bytes } MB.
operations-backup-key = The key is not in it. Keep { $key } apart, in a safe place: without it nobody can read the backup.
operations-restore-done = The backup of { $at } is back and proven: { $communes } communes, { $entries } journal entries verified, { $receipts } receipts and { $files } attachments checked.
operations-restore-missing = { $count } attachments named by receipts are not here: erased on request, or lost.

operations-doctor-disk = There are { $gigabytes } GB free on the disk.
operations-doctor-disk-low = Only { $gigabytes } GB are free on the disk: make room soon.
operations-doctor-disk-full = Only { $gigabytes } GB are free on the disk: deposits are closed or soon will be. Make room now.
operations-doctor-permissions = { $path } can be read by others on this machine. Run: chmod go-rwx { $path }
operations-doctor-wal = The write-ahead log has { $gigabytes } GB: a reader may hold it. Restart the program at a quiet hour.
operations-doctor-no-mail = No SMTP server is set (mail.smtp_url): e-mails are kept and not sent.
operations-doctor-no-sms = No SMS gateway is set (sms.gateway_url): text messages are kept and not sent.
operations-doctor-no-address = The address that people type is not set (public_url): links in messages may be wrong.
operations-doctor-no-tls = Pages are served without encryption: set tls.certificate and tls.key, or stand behind a proxy with behind_proxy = true.
operations-doctor-demo = This is the demonstration: never for real people.
operations-doctor-no-backup = There is no backup yet. Run “jamaa backup”, or leave the program running overnight.
operations-doctor-backup = The newest backup is { $path }, { $hours } hours old.
operations-doctor-backup-old = The newest backup is { $path }, { $hours } hours old: the nightly backup does not run. Look at the log.
operations-doctor-backup-failed = The nightly backup of { $at } failed: { $error }. Run “jamaa backup” to see why.
operations-doctor-no-off-host = No backup leaves this machine (backup.off_host): fire, theft or ransomware would take data and backups together.
operations-doctor-off-host-here = { $path } is on the same disk as the data: it protects from nothing. Mount another machine's disk.
operations-doctor-running = The program is running on { $listen }, so rows were not read; its page /healthz tells how it is. Stop it for a full examination.
operations-doctor-sound = Database, journals ({ $entries } entries, { $communes } communes) and { $receipts } receipts are sound.
operations-doctor-parked = { $count } jobs failed too often and wait for a person: see the jobs page of the administration.
operations-doctor-clock = The clock of this machine says { $now }, and the journal has an entry of { $at }: the clock was set back. Correct it before serving.
operations-doctor-no-commune = No commune is open. Run “jamaa commune add CODE”.
operations-doctor-end = { $alarms ->
    [0] Nothing is wrong.
    [one] One thing is wrong.
   *[other] { $alarms } things are wrong.
 }

operations-alarm-backup-subject = The nightly backup failed
operations-alarm-backup = The nightly backup of the commune's program failed: { $error }. The data is served as before, but it has no fresh copy. Please look at the machine today: “jamaa doctor” says what is wrong.
operations-staff-link = To choose a password and a second factor, this link, once, within { $days } days: { $link }
operations-staff-link-guess = The beginning of the link is a guess: set public_url in jamaa.toml, or replace the host by hand.
operations-staff-unknown = Nobody of staff signs in with { $email } here.
operations-area-unknown = The area “{ $area }” is not one of this commune’s: { $areas }.
operations-other-owner = { $path } belongs to the user { $owner }. Run this as that user, or the service could not open what it leaves: sudo -u { $owner } jamaa …
operations-variable-unknown = The environment has { $name }, which is no key of ours. “jamaa config” prints them all.
operations-restore-key-unreadable = { $path } is not a key file of Jamaa, or cannot be read.
operations-restore-key-other = The key { $path } does not open this backup. It needs the key that was in use when it was written.
operations-restore-key-in-the-way = { $path } is another machine’s key. Move it away, or restore into an empty folder.
operations-backup-no-room = The backup needs about { $needed } MB in { $path }, and { $free } MB are free. Make room, or name another folder in backup.folder.
operations-off-host-absent = The folder for copies on another machine is not there: { $path }. Mount it, or correct backup.off_host.
operations-off-host-full = The folder for copies on another machine is full: { $path }.
operations-doctor-unfinished = { $path } is a backup that was never finished. Remove it.
operations-doctor-home = The commune { $commune } of the configuration is not open here: its home page is empty. Correct “commune” in jamaa.toml, or run “jamaa commune add { $commune }”.
operations-low-port = The program may not listen on { $address }: { $error }. Ports below 1024 need the right CAP_NET_BIND_SERVICE, which deploy/jamaa.service gives; by hand: sudo setcap cap_net_bind_service=+ep /usr/local/bin/jamaa
operations-signer-added = { $name } has a signing key.
operations-pin-short = The PIN is too short: at least { $least } characters.
operations-verify-good = A genuine receipt: { $code }, no. { $number }, of { $received }, { $state }, answer before { $due }.
operations-verify-complete = complete file
operations-verify-incomplete = file being completed
operations-verify-wrong = This receipt is not genuine: the commune of this key did not sign it, or its text was changed.
operations-doctor-key-expired = { $commune }: the key { $holder } ended on { $day }. Renew it, then “jamaa signer add”.
operations-doctor-key-ending = { $commune }: the key { $holder } ends in { $days } d. Renew it with its provider.
operations-doctor-key-locked = { $commune }: the key { $holder } is locked after too many wrong PINs. It opens again after a day, or with “jamaa signer unlock”. Ask its holder whether it was him.
operations-signer-unlocked = The key is unlocked.
operations-doctor-no-library = { $commune }: the key { $holder } is on a device, and this machine has no signing.library.
operations-doctor-key-away = { $commune }: the key { $holder } cannot be reached: { $why }
operations-doctor-keys = { $commune }: the signing keys ({ $count }) are good.
operations-doctor-stamp = The time-stamp authority { $url } answers.
operations-doctor-stamp-away = The time-stamp authority { $url } cannot be used: { $why }
operations-doctor-unstamped = { $commune }: { $count } papers wait for their time stamp.
operations-signer-ends = Its certificate is valid until { $day }.
operations-signer-trusted = Certificates added to the trusted roots: { $count }.
operations-file-unreadable = { $path } cannot be read: { $error }
operations-doctor-scanner = The virus scanner { $address } answers.
operations-doctor-scanner-away = The virus scanner { $address } does not answer ({ $why }): files wait for their check.
operations-doctor-no-scanner = No virus scanner is set (scanner.address): files that come stay unchecked.
operations-bar-reports = Reports
operations-zone-unknown = The time zone { $zone } is not known. Write it like Africa/Casablanca.
operations-day-wrong = { $day } is no day. Write it like 2019-01-31.
operations-rehearsal = A rehearsal: nothing was taken over.
operations-mended = Mended: { $count }
operations-mended-list = Listed one by one in { $path }
operations-bar-services = Services
operations-services-proposed = { $count } services were proposed as categories; they are read at /admin/open311.
operations-services-read = { $count } services can be read. Nothing was kept.
operations-bar-days = Days of reports
