# الانتظار في مقرات الجماعة: الأرقام والشبابيك والشاشة. $ticket رقم مثل B12، و$time ساعة، و$count عدد.
queue-menu = الشباك والطابور
queue-menu-board = الانتظار الآن
queue-sites-title = الانتظار في مقرات الجماعة
queue-sites-lead = كم شخصا ينتظر الآن في كل مقر، قبل أن تتنقلوا.
queue-sites-none = لا يوجد أي مقر مسجل بعد
queue-find-ticket = تتبع رقمي
queue-find-go = عرض رقمي
queue-code = رمز التذكرة
queue-code-hint = تجدونه في التذكرة الورقية، مثل TKT-7K3Q-9MPX-R.
queue-code-unknown = لا توجد تذكرة بهذا الرمز. تحققوا منه.
queue-at = إلى حدود الساعة { $time }
queue-wall = شاشة القاعة
queue-to-board = شاشة الانتظار
queue-waiting = { $count ->
    [0] لا أحد ينتظر
    [one] شخص واحد ينتظر
    [two] شخصان ينتظران
    [few] { $count } أشخاص ينتظرون
    [many] { $count } شخصا ينتظرون
   *[other] { $count } شخص ينتظرون
 }
queue-before = { $count ->
    [0] لا أحد قبلكم
    [one] شخص واحد قبلكم
    [two] شخصان قبلكم
    [few] { $count } أشخاص قبلكم
    [many] { $count } شخصا قبلكم
   *[other] { $count } شخص قبلكم
 }
queue-minutes = { $count ->
    [0] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
 }
queue-wait-between = من { $low } إلى { $high ->
    [few] { $high } دقائق
   *[other] { $high } دقيقة
 }
queue-wait-under = أقل من { $high ->
    [few] { $high } دقائق
   *[other] { $high } دقيقة
 }
queue-wait-unknown = لا نعرف المدة بعد
queue-wait-no-counter = لا شباك مفتوح لهذا الغرض حاليا
queue-closes = الأبواب مفتوحة إلى الساعة { $time }
queue-opens = الأبواب مغلقة، وتفتح: { $time }
queue-shut = الأبواب مغلقة
# الشاشة
queue-now-called = يرجى التوجه إلى الشباك
queue-nobody-called = لم يناد على أحد بعد
queue-counter = الشباك
queue-lines = المنتظرون
queue-column-waiting = العدد
queue-column-wait = المدة المقدرة
queue-stopped = متوقف حاليا
queue-stale = لم تحدث هذه الشاشة منذ الساعة
queue-rule = الدور حسب ساعة الوصول. من له الأولوية (إعاقة، حمل، تقدم في السن، طفل صغير) يتقدم على من وصل قبله بأقل من { $priority } دقيقة. وصاحب الموعد كأنه وصل قبل موعده بـ { $booked } دقيقة. من نودي عليه مرتين ولم يحضر يمكنه العودة خلال { $back } دقيقة.
# التذكرة
queue-ticket = التذكرة { $ticket }
queue-your-ticket = رقمكم
queue-go-to = حان دوركم: الشباك { $counter }
queue-at-counter = أنتم الآن في الشباك { $counter }
queue-aside = نودي عليكم مرتين. يمكنكم العودة إلى مقدمة الدور إلى غاية الساعة { $time }.
queue-here = أنا هنا
queue-state-done = انتهت زيارتكم. شكرا لكم.
queue-state-missed = نودي عليكم ولم تحضروا في الوقت. اطلبوا رقما جديدا من الاستقبال.
queue-state-returned = تخليتم عن دوركم. شكرا لأنكم أفسحتم المكان لغيركم.
queue-state-closed = انتهى اليوم قبل أن يحين دوركم. نعتذر لكم؛ يمكنكم أخذ موعد.
queue-matter = الغرض من الزيارة
queue-site = المقر
queue-taken = أخذت على الساعة
queue-leave = يمكنكم الانصراف وسنناديكم
queue-leave-text = { $count ->
    [few] اتركوا رقم هاتفكم: نبعث لكم رسالة قصيرة حين يبقى { $count } أشخاص قبلكم، ثم حين يحين دوركم، وعند وقوع عطب. يمحى الرقم هذه الليلة.
   *[other] اتركوا رقم هاتفكم: نبعث لكم رسالة قصيرة حين يبقى { $count } قبلكم، ثم حين يحين دوركم، وعند وقوع عطب. يمحى الرقم هذه الليلة.
 }
queue-phone = رقم الهاتف المحمول
queue-phone-hint = مثل ⁦06 12 34 56 78⁩. يستعمل لهذا الدور فقط ثم يمحى ليلا.
queue-phone-go = راسلوني حين يقترب دوري
queue-phone-left = نراسلكم على
queue-phone-remove = امحوا رقمي
queue-phone-wrong = اكتبوا رقم هاتف محمول مغربي، مثل ⁦06 12 34 56 78⁩.
queue-return = التخلي عن دوري
queue-return-sure = هل تتخلون عن الدور { $ticket }؟ لا يمكن استرجاعه بعد ذلك.
queue-return-go = نعم، أتخلى عنه
queue-keep = الاحتفاظ بدوري
queue-said-phone = سنراسلكم حين يقترب دوركم.
queue-said-phone-gone = تم محو رقم الهاتف.
queue-said-returned = تم التخلي عن الدور.
queue-said-back = أنتم الآن في مقدمة الدور.
# الموزع
queue-take = خذوا رقما
queue-take-lead = المسوا الغرض من زيارتكم.
queue-take-elsewhere = تؤخذ الأرقام داخل المقر، من الموزع أو من الاستقبال. هذا ما ينتظر الآن:
queue-take-none = لا تسلم الأرقام في هذا الوقت
queue-take-booked = بعض الأغراض تكون بموعد فقط.
queue-take-paper = خذوا تذكرتكم
queue-take-paper-text = إن لم تخرج الورقة، فاحفظوا الرقم أو صوروا الشاشة.
queue-take-next = الشخص الموالي
queue-slip-follow = تتبعوا دوركم بهاتفكم، واتركوا فيه رقمكم إن أردتم الانصراف لنناديكم.
queue-qr = رمز يفتح صفحة التذكرة
queue-print = طباعة
queue-closed-now = لا تسلم الأرقام لهذا الغرض في هذا الوقت.
queue-by-appointment = هذا الغرض يكون بموعد فقط.
queue-matter-unknown = هذا الغرض لا يقضى في هذا المقر.
queue-arrival-early = يسجل الحضور ابتداء من { $minutes } دقيقة قبل الموعد.
queue-arrival-late = مضى وقت هذا الموعد. اطلبوا رقما من الاستقبال.
# الشباك
queue-desk = الشباك
queue-open-which = أي شباك تفتحون؟
queue-open-lead = من لحظة فتحه تحتسب الشاشة شباككم في مدة الانتظار.
queue-counter-label = الشباك { $counter }
queue-counter-full = مشغول
queue-reception = الاستقبال
queue-my-counter = شباكي
queue-kiosk = موزع الأرقام
queue-next = نادوا على الموالي
queue-free = الشباك فارغ
queue-called-at = { $count ->
    [one] نودي عليه على الساعة { $time }
   *[other] نودي عليه آخر مرة على الساعة { $time } (عدد النداءات: { $count })
 }
queue-booked-at = موعد { $time }
queue-begin = حضر
queue-again = نداء ثان
queue-absent = لم يحضر
queue-outcome = كيف انتهت الزيارة؟
queue-outcome-served = قضي الغرض
queue-outcome-papers = تنقصه وثائق
queue-outcome-elsewhere = وجه إلى جهة أخرى
queue-outcome-down = تعذر بسبب عطب
queue-done-next = انتهى، نادوا على الموالي
queue-done = انتهى
queue-transfer = توجيه إلى شباك آخر
queue-transfer-hint = يحتفظ الشخص بدوره كما كان.
queue-transfer-go = توجيه
queue-pause = توقف مؤقت
queue-why = السبب
queue-pause-prayer = الصلاة
queue-pause-rest = استراحة
queue-pause-papers = معالجة ملفات
queue-pause-down = عطب
queue-pause-go = توقيف النداء
queue-paused-since = { $why } منذ الساعة { $time }
queue-resume = استئناف
queue-close = إغلاق الشباك
queue-close-text = من نودي عليه ولم يحضر بعد يعود إلى مقدمة الدور.
queue-close-go = إغلاق
queue-close-sure = هل تغلقون هذا الشباك مكان الموظف؟
queue-said-nobody = لا أحد ينتظر لهذا الشباك.
queue-said-closed = أغلق الشباك.
queue-no-counter = افتحوا شباكا أولا.
queue-counter-open-already = لكم شباك مفتوح. أغلقوه أولا.
queue-counter-taken = هذا الشباك مفتوح من طرف موظف آخر.
queue-finish-first = أنهوا خدمة من هو في الشباك أولا.
queue-paused = الشباك متوقف مؤقتا. استأنفوا أولا.
queue-others-quicker = سبقكم شباك آخر. أعيدوا المحاولة.
queue-ticket-moved = تغيرت حالة هذه التذكرة. حدثوا الصفحة.
queue-ticket-over = انتهت صلاحية هذه التذكرة.
queue-call-again-first = نادوا مرة ثانية قبل تسجيل الغياب.
queue-back-late = تجاوزت مدة العودة ({ $minutes } دقيقة). يعطى رقم جديد.
queue-why-missing = اختاروا السبب.
# الاستقبال
queue-give = إعطاء رقم
queue-give-go = إعطاء الرقم
queue-give-another = رقم آخر
queue-priority = الأولوية
queue-priority-hint = كلمة تكفي، ولا تكتب أي معلومة طبية. تمحى ليلا.
queue-priority-none = بدون أولوية
queue-priority-disabled = شخص في وضعية إعاقة
queue-priority-pregnant = امرأة حامل
queue-priority-elderly = شخص مسن
queue-priority-child = مع طفل صغير
queue-lang = لغة الرسائل
queue-lang-ar = العربية
queue-lang-fr = الفرنسية
queue-lang-zgh = الأمازيغية
queue-lang-en = الإنجليزية
queue-stat-waiting = المنتظرون
queue-stat-longest = أطول انتظار
queue-stat-open = الشبابيك المفتوحة
queue-counters = الشبابيك
queue-no-posts = لا شباك مفتوح حاليا
queue-next-ones = الموالون
queue-letter = الحرف
queue-column-served-today = قضي اليوم
queue-column-median-today = الانتظار الوسيط
queue-aside-title = نودي عليهم ولم يحضروا
queue-back = عاد
queue-said-back-desk = عاد إلى مقدمة الدور.
# الرسائل القصيرة
queue-sms-near = { $ticket }: { $before }. اقتربوا من { $site }.
queue-sms-called = { $ticket }: حان دوركم. الشباك { $counter }.
queue-sms-aside = { $ticket }: نودي عليكم مرتين. يمكنكم العودة إلى مقدمة الدور إلى غاية الساعة { $time }.
queue-sms-outage = { $sentence }. { $before }. يمكنكم الانصراف وسنناديكم. ({ $ticket })
queue-sms-well = عاد إلى الاشتغال: { $system }. { $before }. ({ $ticket })
# المعطيات المفتوحة
# من له موعد
queue-have-appointment = لكم موعد؟
queue-booking-code = رمز الموعد
queue-arrived = وصلت
queue-arrived-desk = تسجيل الحضور
queue-arrived-title = هل وصلتم إلى المقر؟
queue-arrived-text = سجلوا حضوركم لتأخذوا دوركم. من لم يحضر إلى الشباك بعد النداء عليه مرتين يعتبر متغيبا.
queue-to-ticket = تتبع الدور
queue-booking-unknown = لا يوجد موعد بهذا الرمز.
queue-booking-elsewhere = هذا الموعد في مقر آخر: { $place }.
queue-booking-over = هذا الموعد لم يعد صالحا أو لا يكون بالحضور.
queue-data = مدد الانتظار
queue-data-about = لكل يوم ومقر وغرض: عدد التذاكر والوسيط والعشير التاسع لمدة الانتظار. لا ينشر ما يقل عن خمسة أشخاص.
queue-column-key = المفتاح
queue-column-day = اليوم
queue-column-site = المقر
queue-column-matter = الغرض
queue-column-tickets = التذاكر
queue-column-served = من قضي غرضهم
queue-column-missed = من لم يحضروا
queue-column-median = الوسيط بالدقائق
queue-column-p90 = تسعة من عشرة، بالدقائق
# On the page of the person
queue-own-called-at = نودي عليكم في { $time }
queue-own-waiting = في الانتظار
queue-own-called = نودي عليكم
queue-own-serving = عند الشباك
queue-own-aside = يمكنكم الرجوع
queue-own-done = تمت الزيارة
queue-own-missed = لم تحضروا
queue-own-returned = تنازلتم عن الدور
queue-own-closed = انتهى اليوم
