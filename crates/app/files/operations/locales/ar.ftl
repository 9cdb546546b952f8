# ما تقوله الأوامر لمن يدير الآلة: ما الذي وقع، وما العمل.
operations-internal = وقع عطل: { $error }. لم يُنفذ أي شيء آخر.
operations-unavailable = تعذر الاتصال بقاعدة المعطيات: { $error }. تأكدوا من أنها تعمل ومن صحة عنوانها (--database أو JAMAA_DATABASE_URL).
operations-not-found = هذا غير موجود هنا.
operations-closed = لا يقبل التخزين الكتابة الآن: تحققوا من المساحة الفارغة في القرص ثم أعيدوا المحاولة.
operations-commune-unknown = لا توجد هنا جماعة باسم «{ $commune }». المطلوب رمزها لدى المندوبية السامية للتخطيط أو اسمها المختصر، مثل 04.441.01.0 أو sale؛ ولائحة البلاد في packs/morocco/places.
operations-key-lost = قاعدة المعطيات موجودة ومفتاحها { $path } غير موجود. أعيدوا نسختكم من المفتاح: مفتاح جديد لا يفتح المعطيات.
operations-cannot-listen = لا يستطيع البرنامج استقبال الطلبات على { $address }: { $error }. اختاروا عنوانا آخر بـ --listen أو أوقفوا من يستعمله.
operations-tls-wrong = لا يمكن استعمال الشهادة { $file } أو مفتاحها: { $error }. يجب أن يكونا ملفين من نوع PEM.
operations-log-wrong = مرشح السجل التقني «{ $found }» غير مفهوم: { $error }. استعملوا error أو warn أو info أو debug.
operations-file-wrong = تعذرت قراءة الملف { $file }: { $error }. لم يُستورد أي شيء.
operations-import-faults = لم يُستورد أي شيء. عدد الأسطر الخاطئة: { $count }. السطر { $line }: { $fault }
operations-role-unknown = لا يوجد الدور «{ $role }» في حزمة البلد. الأدوار هي: { $roles }.
operations-unit-unknown = لا توجد وحدة رمزها «{ $unit }» في هذه الجماعة.
operations-email-wrong = «{ $email }» ليس عنوانا إلكترونيا.
operations-restore-key = يلزم مفتاح هذه النسخة الاحتياطية: أعطوه بـ --key أو ضعوه في { $path }.
operations-journal-other-key = الملف موقع بمفتاح آخر: { $found }.
operations-demo-only = العرض التجريبي مكون من أشخاص وهميين، ولا يمكن وضعه فوق المعطيات الموجودة هنا.
operations-bench-program = يحتاج القياس إلى «{ $program }»: { $error }.
operations-bench-release = قيسوا البرنامج المبني بـ --release: هذا مخصص للتطوير.
operations-seed-full = توجد هنا ملفات، مثل { $code }: لن يمكن تمييز المخترع منها عن الحقيقي. اختاروا جماعة ليس فيها ملفات.

operations-bar-backup = كتابة النسخة الاحتياطية
operations-bar-restore = استرجاع النسخة الاحتياطية
operations-bar-communes = تسجيل الجماعات
operations-bar-datasets = كتابة مجموعات المعطيات
operations-bar-seed = إنشاء بلاغات مخترعة

operations-seeded = أنشئ { $count } بلاغ مخترع في { $secs } ثانية.
operations-init-done = المجلد { $data } جاهز. مفتاحه هو { $key }: انسخوه الآن إلى مكان آمن بعيدا عن النسخ الاحتياطية. بعد ذلك: «jamaa commune add 04.441.01.0» ثم «jamaa staff add …» ثم «jamaa serve».
operations-init-again = كان المجلد { $data } جاهزا من قبل، وجداوله محينة. مفتاحه هو { $key }.
operations-migrated = { $count ->
    [0] الجداول محينة.
    [one] طُبقت مرحلة واحدة: الجداول محينة.
    [two] طُبقت مرحلتان: الجداول محينة.
    [few] طُبقت { $count } مراحل: الجداول محينة.
   *[other] طُبقت { $count } مرحلة: الجداول محينة.
 }
operations-commune-open = فُتحت { $commune } ({ $code })، وصفحاتها تحت /c/{ $slug }/ حين لا تكون هي الجماعة الرئيسية.
operations-communes-listed = سُجلت الجماعات بأسمائها ومجالاتها، وعددها { $count }.
operations-imported = { $count ->
    [one] استُورد سطر واحد.
    [two] استُورد سطران.
    [few] استُوردت { $count } أسطر.
   *[other] استُورد { $count } سطرا.
 }
operations-exported = كُتبت الأسطر في { $path }، وعددها { $count }.
operations-staff-added = يمكن لـ{ $name } الدخول بـ{ $email }.
operations-serving = البرنامج يخدم { $data } على { $url } ويستمع على { $listen }
operations-journal-holds = السجل سليم. عدد القيود: { $entries }، وعدد الجماعات: { $communes }.
operations-journal-file-holds = سجل { $commune } سليم كما كُتب في { $at }. عدد القيود: { $entries }، الرؤوس الموقعة: { $heads }، آخر بصمة: { $head }.
operations-journal-compare-key = وهو موقع بالمفتاح { $key }: قارنوه بالمفتاح الذي تنشره الجماعة.
operations-backup-done = النسخة الاحتياطية في { $path }. عدد الملفات: { $files }، والحجم بالميغابايت: { $bytes }.
operations-backup-key = المفتاح ليس فيها. احتفظوا بـ{ $key } على حدة في مكان آمن: بدونه لا يقرأ أحد النسخة الاحتياطية.
operations-restore-done = استُرجعت نسخة { $at } وثبتت سلامتها. الجماعات: { $communes }، القيود التي تم التحقق منها: { $entries }، الوصول: { $receipts }، المرفقات: { $files }.
operations-restore-missing = { $count } من المرفقات المذكورة في الوصول غير موجودة هنا: مُحيت بطلب، أو ضاعت.

operations-doctor-disk = في القرص { $gigabytes } جيغابايت فارغة.
operations-doctor-disk-low = لم يبق في القرص إلا { $gigabytes } جيغابايت فارغة: أفرغوا مساحة قريبا.
operations-doctor-disk-full = لم يبق في القرص إلا { $gigabytes } جيغابايت فارغة: الإيداع متوقف أو سيتوقف قريبا. أفرغوا مساحة الآن.
operations-doctor-permissions = يستطيع مستعملون آخرون لهذه الآلة قراءة { $path }. نفذوا: chmod go-rwx { $path }
operations-doctor-wal = حجم سجل الكتابة { $gigabytes } جيغابايت: ربما تمسكه قراءة طويلة. أعيدوا تشغيل البرنامج في وقت هادئ.
operations-doctor-no-mail = لم يُضبط أي خادوم SMTP (mail.smtp_url): الرسائل الإلكترونية محفوظة ولا ترسل.
operations-doctor-no-sms = لم تُضبط بوابة الرسائل القصيرة (sms.gateway_url): الرسائل القصيرة محفوظة ولا ترسل.
operations-doctor-no-address = العنوان الذي يكتبه الناس غير مضبوط (public_url): قد تكون روابط الرسائل خاطئة.
operations-doctor-no-tls = الصفحات تُعرض دون تشفير: اضبطوا tls.certificate و tls.key، أو ضعوا البرنامج خلف وسيط مع behind_proxy = true.
operations-doctor-demo = هذا عرض تجريبي: لا يستعمل أبدا مع أشخاص حقيقيين.
operations-doctor-no-backup = لا توجد أي نسخة احتياطية بعد. نفذوا «jamaa backup» أو اتركوا البرنامج يعمل ليلا.
operations-doctor-backup = أحدث نسخة احتياطية هي { $path }، وعمرها بالساعات: { $hours }.
operations-doctor-backup-old = أحدث نسخة احتياطية هي { $path }، وعمرها بالساعات: { $hours }. النسخ الليلي لا يتم: انظروا السجل التقني.
operations-doctor-backup-failed = فشلت النسخة الاحتياطية الليلية ليوم { $at }: { $error }. نفذوا «jamaa backup» لمعرفة السبب.
operations-doctor-no-off-host = لا تغادر هذه الآلةَ أيُّ نسخة احتياطية (backup.off_host): حريق أو سرقة أو برنامج فدية يأخذ المعطيات ونسخها معا.
operations-doctor-off-host-here = يوجد { $path } في القرص نفسه مع المعطيات، فهو لا يحمي من شيء. اربطوا قرص آلة أخرى.
operations-doctor-running = البرنامج يعمل على { $listen } فلم تُقرأ السجلات، وصفحته /healthz تبين حاله. أوقفوه لفحص كامل.
operations-doctor-sound = قاعدة المعطيات والسجلات والوصول سليمة. القيود: { $entries }، الجماعات: { $communes }، الوصول: { $receipts }.
operations-doctor-parked = { $count } من المهام فشلت مرارا وتنتظر تدخل شخص: انظروا صفحة المهام في الإدارة.
operations-doctor-clock = ساعة الآلة تقول { $now } وفي السجل قيد بتاريخ { $at }: أُرجعت الساعة إلى الوراء. صححوها قبل التشغيل.
operations-doctor-no-commune = لا توجد جماعة مفتوحة. نفذوا «jamaa commune add CODE».
operations-doctor-end = { $alarms ->
    [0] لا يوجد أي خلل.
    [one] هناك خلل واحد.
    [two] هناك خللان.
    [few] هناك { $alarms } اختلالات.
   *[other] هناك { $alarms } اختلالا.
 }

operations-alarm-backup-subject = فشلت النسخة الاحتياطية الليلية
operations-alarm-backup = فشلت النسخة الاحتياطية الليلية لبرنامج الجماعة: { $error }. المعطيات متاحة كما كانت، لكن دون نسخة حديثة. المرجو فحص الآلة اليوم: يبين «jamaa doctor» موضع الخلل.
operations-staff-link = لاختيار كلمة المرور والعامل الثاني، هذا الرابط، مرة واحدة، داخل { $days } أيام: { $link }
operations-staff-link-guess = بداية الرابط مفترضة: حددوا public_url في jamaa.toml أو غيروا العنوان يدويا.
operations-staff-unknown = لا يدخل أي موظف هنا بالعنوان { $email }.
operations-area-unknown = المجال «{ $area }» ليس من هذه الجماعة: { $areas }.
operations-other-owner = المجلد { $path } في ملك المستعمل { $owner }. نفذوا الأمر باسمه، وإلا تعذر على الخدمة فتح ما يتركه: sudo -u { $owner } jamaa …
operations-variable-unknown = في البيئة متغير { $name } وليس من مفاتيحنا. الأمر «jamaa config» يعرضها كلها.
operations-restore-key-unreadable = الملف { $path } ليس مفتاحا من مفاتيح جماعة، أو تتعذر قراءته.
operations-restore-key-other = المفتاح { $path } لا يفتح هذه النسخة. المطلوب المفتاح الذي كان مستعملا حين كُتبت.
operations-restore-key-in-the-way = الملف { $path } مفتاح جهاز آخر. أبعدوه أو استرجعوا في مجلد فارغ.
operations-backup-no-room = تحتاج النسخة إلى نحو { $needed } ميغا في { $path } والمتاح { $free } ميغا. وفروا مساحة أو حددوا مجلدا آخر في backup.folder.
operations-off-host-absent = مجلد النسخ على جهاز آخر غير موجود: { $path }. اربطوه أو صححوا backup.off_host.
operations-off-host-full = مجلد النسخ على جهاز آخر ممتلئ: { $path }.
operations-doctor-unfinished = المجلد { $path } نسخة لم تكتمل قط. احذفوه.
operations-doctor-home = الجماعة { $commune } المذكورة في الإعدادات غير مفتوحة هنا، وصفحتها الأولى فارغة. صححوا «commune» في jamaa.toml أو نفذوا «jamaa commune add { $commune }».
operations-low-port = لا يمكن للبرنامج الاستماع على { $address }: { $error }. المنافذ دون 1024 تحتاج إلى الصلاحية CAP_NET_BIND_SERVICE التي يمنحها deploy/jamaa.service؛ ويدويا: sudo setcap cap_net_bind_service=+ep /usr/local/bin/jamaa
operations-signer-added = صار لـ{ $name } مفتاح توقيع.
operations-pin-short = الرمز السري قصير: يلزم { $least } رموز على الأقل.
operations-verify-good = وصل صحيح: { $code }، عدد { $number }، بتاريخ { $received }، { $state }، الجواب قبل { $due }.
operations-verify-complete = ملف مودع
operations-verify-incomplete = ملف في طور الإيداع
operations-verify-wrong = هذا الوصل غير صحيح: لم توقعه الجماعة صاحبة هذا المفتاح، أو تغير نصه.
operations-doctor-key-expired = { $commune }: انتهت صلاحية المفتاح { $holder } في { $day }. جددوه ثم نفذوا ‪jamaa signer add‬.
operations-doctor-key-ending = { $commune }: تنتهي صلاحية المفتاح { $holder } خلال { $days } يوم. جددوه عند مقدم الخدمة.
operations-doctor-key-locked = { $commune }: أُقفل المفتاح { $holder } بعد إدخال رموز سرية خاطئة متتالية. يُفتح بعد يوم، أو بتنفيذ ‪jamaa signer unlock‬. اسألوا صاحبه هل كان هو من أدخلها.
operations-signer-unlocked = فُتح المفتاح.
operations-doctor-no-library = { $commune }: المفتاح { $holder } على بطاقة، وليس في هذا الجهاز ضبط ‪signing.library‬.
operations-doctor-key-away = { $commune }: تعذر الوصول إلى المفتاح { $holder }: { $why }
operations-doctor-keys = { $commune }: مفاتيح التوقيع ({ $count }) سليمة.
operations-doctor-stamp = سلطة ختم الوقت { $url } تجيب.
operations-doctor-stamp-away = تعذر استعمال سلطة ختم الوقت { $url }: { $why }
operations-doctor-unstamped = { $commune }: وثائق تنتظر ختمها الزمني: { $count }.
operations-signer-ends = شهادته صالحة إلى { $day }.
operations-signer-trusted = شهادات أضيفت إلى الجهات المعتمدة: { $count }.
operations-file-unreadable = تعذرت قراءة { $path }: { $error }
operations-doctor-scanner = فاحص الفيروسات { $address } يجيب.
operations-doctor-scanner-away = فاحص الفيروسات { $address } لا يجيب ({ $why }): تنتظر الملفات فحصها.
operations-doctor-no-scanner = لم يُضبط فاحص للفيروسات (scanner.address): تبقى الملفات الواردة دون فحص.
operations-bar-reports = البلاغات
operations-zone-unknown = المنطقة الزمنية { $zone } غير معروفة. اكتبوها هكذا: Africa/Casablanca.
operations-day-wrong = { $day } ليس يوما. اكتبوه هكذا: 2019-01-31.
operations-rehearsal = تجربة فقط: لم يُنقل أي شيء.
operations-mended = عدد الإصلاحات: { $count }
operations-mended-list = اللائحة المفصلة في { $path }
operations-bar-services = الخدمات
operations-services-proposed = اقتُرحت { $count } من الخدمات كأصناف، وتُقرأ في /admin/open311.
operations-services-read = يمكن قراءة { $count } من الخدمات. لم يُحفظ شيء.
operations-bar-days = أيام من البلاغات
