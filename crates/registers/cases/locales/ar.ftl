# القائمة والبحث عن ملف
cases-menu-desk = ملفات للمعالجة
cases-menu-new = ملفات جديدة
cases-menu-find = تتبع ملف
cases-find-title = أين وصل ملفكم؟
cases-find-lead = الرمز المكتوب على الوصل يكفي. والرقم السري يفتح بقية الملف.
cases-find-go = اعرضوا الملف
cases-code = رمز الملف
cases-code-hint = مثال: SAL-7K3Q-9MPX-R
cases-code-mistyped = في الرمز خطأ. انقلوه كما هو مكتوب على الوصل.
cases-no-such-case = لا يوجد ملف بهذا الرمز في هذه الجماعة.
cases-pin = الرقم السري (6 أرقام)
cases-pin-hint = على الوصل، تحت الرمز. بدونه ترون الجزء العمومي فقط.
cases-pin-wrong = الرقم السري لا يطابق هذا الملف.
cases-lost-title = ضاع مني الوصل
cases-lost-text = افتحوا الرابط الموجود في أي رسالة توصلتم بها منا، أو ادخلوا إلى حسابكم بالهاتف أو البريد الإلكتروني الذي تركتموه، أو اتصلوا بالشباك.
cases-mine = ملفاتي
# صفحة صاحب الملف
cases-received-on = توصلنا به { $at }
cases-merged = ضُم هذا الملف إلى ملف سابق عن المشكل نفسه
cases-merged-text = تتبعوا الملف ذا الرمز { $code }، ونخبركم بكل جديد فيه.
cases-waiting-title = ننتظر جوابكم
cases-waiting-text = اقرؤوا الرسالة الأخيرة وأجيبوا عنها هنا، فيستأنف العمل في الحين.
cases-waiting-below = ما نطلبه منكم مبين أسفله، وبعده يستأنف العمل في الحين.
cases-planned = موعد التدخل
cases-path = مسار الملف
cases-talk = المراسلات
cases-talk-empty = لا رسائل بعد.
cases-rate-title = كيف كانت الخدمة؟
cases-rate-text = يُحسب جوابكم في الإحصاءات التي تنشرها الجماعة.
cases-rate-send = أرسلوا رأيكم
cases-reply-title = اكتبوا إلى المصلحة
cases-reply = رسالتكم
cases-reply-send = أرسلوا
cases-details = ما جاء في الملف
cases-register = رقم السجل
cases-unit = المصلحة
cases-followers = { $count ->
    [one] شخص آخر يتتبعه
    [two] شخصان آخران يتتبعانه
    [few] { $count } أشخاص آخرين يتتبعونه
    [many] { $count } شخصا آخر يتتبعه
   *[other] { $count } شخص آخر يتتبعه
 }
cases-receipt = الوصل الموقع (للتحميل)
cases-open-title = هل هذا ملفكم؟
cases-open-text = الرقم السري يفتح الرسائل والصور ويتيح الجواب.
cases-closed-text = هذا الملف سري. الرقم السري المكتوب في الوصل يفتحه.
cases-open-go = افتحوا الملف
cases-add-photo = أضيفوا صورة
cases-photo = صورة
cases-photo-send = أضيفوا الصورة
cases-choose-photo = المرجو اختيار صورة.
cases-correct = صححوا ما كتبتم
cases-correct-send = احفظوا التصحيح
cases-words = نص البلاغ
cases-place-words = علامة قريبة من المكان
cases-fixed-or-withdraw = أُصلح المشكل أو أريد سحب البلاغ
cases-already-fixed = أُصلح المشكل
cases-withdraw = سحب البلاغ
cases-withdraw-request = سحب الطلب
cases-withdraw-sure = سيُغلق الملف. هل تتابعون؟
cases-reopen = لم يُحل المشكل
cases-reopen-why = ماذا بقي؟
cases-reopen-send = أعيدوا فتح الملف
# الآجال
cases-clock-answer = الأجل القانوني الأقصى للجواب
cases-clock-service = الجواب المرتقب
cases-standing-running = الأجل جار
cases-standing-late = فات الأجل
cases-standing-paused = الأجل متوقف
cases-standing-met = احتُرم الأجل
cases-standing-missed = لم يُحترم الأجل
cases-standing-void = توقف الأجل دون قرار
cases-how-computed = كيف حُسب هذا التاريخ؟
cases-how-text = ابتداء من { $start }. المدة: { $span }.
cases-how-days = الأيام المحسوبة، يوما بيوم
cases-span-calendar = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
 }
cases-span-working = { $n ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $n } أيام عمل
   *[other] { $n } يوم عمل
 }
cases-span-full = { $n ->
    [one] يوم كامل
    [two] يومان كاملان
    [few] { $n } أيام كاملة
    [many] { $n } يوما كاملا
   *[other] { $n } يوم كامل
 }
cases-span-hours = { $n ->
    [one] ساعة واحدة متصلة
    [two] ساعتان متصلتان
    [few] { $n } ساعات متصلة
   *[other] { $n } ساعة متصلة
 }
cases-source-law = القانون
cases-source-target = التزام الجماعة أو المتعهد
cases-source-default = الموعد المرتقب
cases-to-confirm = (تؤكده الجماعة)
# مكتب العمل
cases-desk-title = ملفات للمعالجة
cases-desk-empty = لا شيء ينتظركم هنا
cases-desk-empty-text = غيروا التصفية لرؤية ملفات أخرى.
cases-total-more = أكثر من { $count } ملف
cases-total = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفا
   *[other] { $count } ملف
 }
cases-views = قوائم محفوظة
cases-view-open = المفتوحة
cases-view-new = الجديدة
cases-view-mine = المسندة إلي
cases-view-late = المتأخرة
cases-view-waiting = في الانتظار
cases-view-answered = المجابة
cases-view-all = الكل
cases-group-late = متأخرة
cases-group-near = أجلها قريب
cases-group-later = لاحقا
cases-filter = تصفية
cases-filter-words = كلمات أو رمز
cases-filter-go = تصفية
cases-filter-clear = بدون تصفية
cases-all = الكل
cases-category = الصنف
cases-area = المقاطعة
cases-urgent = مستعجل
cases-restricted = اطلاع محدود
cases-where = المكان
cases-asset = الرقم على التجهيز:
cases-no-place = لم يُذكر المكان. اطلبوه من صاحب الملف.
cases-act-title = الخطوة التالية
cases-action = ماذا تقررون؟
cases-act-words = الكلام الموجه إلى صاحب الملف
cases-act-words-hint = يظهر في صفحته ونخبره به. اكتبوا بلغة صاحب الملف.
cases-act-go = احفظوا وأرسلوا
cases-template = جواب جاهز
cases-template-use = استعملوه
cases-outcome = النتيجة
cases-date = التاريخ المبرمج
cases-refer-to = الجهة المرسل إليها
cases-duplicate-of = رمز الملف الأول
cases-proof = صورة الإثبات
cases-proof-hint = صورة بعد الإصلاح تقنع أكثر من الكلام.
cases-tell = رسالة إلى صاحب الملف
cases-tell-hint = دون تغيير الحالة.
cases-tell-go = أرسلوا
cases-note = ملاحظة داخلية
cases-note-hint = لا يراها صاحب الملف.
cases-note-go = احفظوا الملاحظة
cases-handled-by = من يعالجه
cases-assignee = الموظف
cases-nobody = لا أحد بعد
cases-take-it = سأتكفل به
cases-assign = أسندوه إلى
cases-assign-hint = الإسناد لا يغير الأجل.
cases-assign-go = أسندوا
cases-transfer = ليس من اختصاصكم؟ حولوه
cases-transfer-go = حولوا
cases-recategorise = صنف خطأ؟ غيروه
cases-recategorise-go = غيروا الصنف
cases-author = صاحب الملف
cases-author-hidden = هوية صاحب الملف محجوبة عن المصلحة المعنية.
cases-author-anonymous = لم يترك اسما ولا وسيلة اتصال.
cases-look-noted = سُجل اطلاعكم على هذا الملف، ويمكن لصاحبه أن يراه.
cases-yes = نعم
cases-no = لا
# مراحل المسار
cases-event-filed = توصلنا بالملف
cases-event-moved = تغيرت الحالة
cases-event-assigned = أُسند إلى موظف
cases-event-transferred = حُول إلى مصلحة أخرى
cases-event-told = رسالة من الجماعة
cases-event-wrote = رسالة إلى الجماعة
cases-event-note = ملاحظة داخلية
cases-event-file-added = أُضيف ملف
cases-event-clock-missed = فات الأجل دون جواب
cases-event-published = نُشر للعموم
cases-event-withheld = لم يُنشر
cases-event-flagged = نُبه إلى مضمونه
cases-event-merged = ضُم إليه ملف آخر
cases-event-followed = شخص آخر يتتبع هذا المشكل
cases-event-rated = تقييم الخدمة
cases-event-corrected = صُحح الملف أو أُعيد حساب أجله
cases-event-recategorised = تغير الصنف
cases-who-commune = الجماعة
cases-who-program = تطبيق شريك
cases-who-house = المنصة
cases-who-contractor = المتعهد
cases-who-author = صاحب الملف
cases-channel-web = عبر الإنترنت
cases-channel-counter = في الشباك
cases-channel-phone = بالهاتف
cases-channel-post = بالبريد
cases-channel-api = عبر تطبيق
cases-file-photo = صورة مرفقة بالملف
cases-file-proof = صورة بعد التدخل
cases-file-document = وثيقة
# أسباب الرفض
cases-unknown-action = هذا الإجراء غير معروف.
cases-not-from-here = لم يعد هذا ممكنا في الحالة الحالية للملف. أعيدوا تحميل الصفحة.
cases-not-yours = هذا الإجراء ليس من صلاحياتكم.
cases-too-late = مر على الجواب أكثر من { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
 }: المرجو فتح ملف جديد.
cases-needs-words = المرجو كتابة بضع كلمات موجهة إلى صاحب الملف.
cases-needs-outcome = المرجو اختيار نتيجة.
cases-needs-date = المرجو تحديد تاريخ.
cases-needs-unit = المرجو اختيار جهة.
cases-needs-case = المرجو كتابة رمز الملف السابق كما هو.
cases-choose-outcome = هذه النتيجة غير معروفة.
cases-choose-category = المرجو اختيار صنف.
cases-not-with-itself = لا يُضم الملف إلى نفسه ولا إلى ملف مضموم.
cases-not-staff = هذا الشخص ليس من موظفي الجماعة اليوم.
cases-date-past = هذا التاريخ مضى.
cases-date-far = هذا التاريخ بعيد جدا. اختاروا تاريخا في السنتين القادمتين.
cases-rated-already = توصلنا برأيكم من قبل، شكرا.
cases-never-public = هذا الملف لا يُنشر أبدا.
cases-photo-never-public = صور هذا الصنف لا تُنشر أبدا.
# رسائل بعد الفعل
cases-said-done = تم.
cases-said-replied = وصلت رسالتكم إلى المصلحة.
cases-said-corrected = حُفظ التصحيح.
cases-said-photo = أُضيفت الصورة.
cases-said-rated = شكرا على رأيكم.
cases-said-assigned = تم الإسناد. الأجل لم يتغير.
cases-said-transferred = حُول الملف. الأجل لم يتغير.
cases-said-told = أُرسلت الرسالة.
cases-said-noted = حُفظت الملاحظة.
# رسائل قصيرة
cases-mail-subject = ملفكم { $code }
cases-sms-received = توصلنا ببلاغكم { $code }. الجواب قبل { $due }. التتبع: { $link }
cases-sms-moved = تغيرت حالة ملفكم { $code }. التفاصيل: { $link }
cases-sms-asked = نحتاج إلى توضيح منكم بشأن { $code }. أجيبوا هنا: { $link }
cases-sms-referred = أُحيل ملفكم { $code } على الجهة المختصة، ونواصل تتبعه: { $link }
cases-sms-answered = أجبنا عن ملفكم { $code }. اقرؤوا الجواب: { $link }
cases-sms-closed = أُغلق ملفكم { $code }: { $link }
cases-sms-message = رسالة جديدة بشأن ملفكم { $code }: { $link }
cases-mail-staff-subject = الملف { $code }
cases-mail-near = أجل الملف { $code } يقترب ولم يُجب عنه بعد. افتحوه: { $link }
cases-mail-escalated = انقضى أجل الملف { $code } دون جواب، ورُفع إليكم لتتابعوه مع المصلحة المكلفة به. افتحوه: { $link }
cases-mail-digest-subject = { $count } ملفات تنتظر تدخلكم
cases-mail-digest = رُفع إليكم { $count } ملفا لأن آجالها تنقضي، منها { $nobody } لم يتكفل به أحد. أولها: { $codes }. القائمة كاملة: { $link }

# Tasks of a file: one thing asked of a colleague or of another unit, by a day
cases-tasks = المهام
cases-tasks-empty = لا مهمة مطلوبة في هذا الملف.
cases-task-ask = طلب مهمة
cases-task-words = ما المطلوب؟
cases-task-for = ممن؟
cases-task-until = قبل يوم
cases-task-go = أرسلوا الطلب
cases-task-asked = طُلبت يوم { $day }
cases-task-due = قبل { $day }
cases-task-done = أُنجزت
cases-task-drop = لم تعد لازمة
cases-task-dropped = لم تعد لازمة
cases-task-nobody = اختاروا زميلا من المصلحة أو مصلحة قائمة. الملف المقيد لا يُحال إلى مصلحة أخرى بمهمة.
cases-view-tasks = مهامي
cases-event-task-asked = طُلبت مهمة
cases-event-task-ended = انتهت مهمة
cases-said-task = أُرسل الطلب. الملف مفتوح لمن طُلبت منه المهمة إلى أن ينجزها.
cases-said-task-ended = سُجلت المهمة.
cases-mail-task = طُلبت منكم مهمة في الملف { $code }: { $link }

cases-words-unfilled = بقي فراغ لم يُملأ: { $hole }. اكتبوا مكانه ما ينبغي لصاحب الملف أن يعرفه.
cases-answer = الجواب
cases-said-withdrawn = سُحب البلاغ. شكرا على إخبارنا.
cases-said-reopened = أُعيد فتح الملف، وسيعالجه موظف آخر.
cases-rate-empty = اختاروا جوابا واحدا على الأقل.

# Deadlines that are over, folded under those that run
cases-clocks-over = آجال سابقة

cases-late-by = متأخر { $n ->
    [one] بيوم واحد
    [two] بيومين
    [few] بـ{ $n } أيام
    [many] بـ{ $n } يوما
   *[other] بـ{ $n } يوم
}
cases-who-you = أنتم
cases-act-why = اشرحوا السبب

# Requests: papers and opinions of a file, its clocks by law 55-19. $count is a number
cases-clock-decision = أجل القرار
cases-clock-deposit = أجل استكمال الملف
cases-clock-completion = أجل تقديم ما طلبته المصلحة
cases-clock-appeal = أجل جواب الرئيس عن الطعن
cases-clock-governor = أجل البت بعد إحالة العامل
cases-clock-delivery = أجل تسليم الوثيقة
cases-clock-attestation = أجل إشهاد العامل بالسكوت
cases-clock-inquiry = مدة البحث العمومي
cases-clock-leave = أجل الإذن بالتصحيح
cases-clock-visa = أجل التأشير
cases-event-opinion-asked = طُلب رأي مصلحة
cases-event-opinion-given = أدلت مصلحة برأيها
cases-event-extended = مُدد الأجل
cases-verdict-favourable = موافق
cases-verdict-reserved = موافق بتحفظ
cases-verdict-unfavourable = غير موافق
cases-verdict-silent = لم تجب
cases-file-piece = وثيقة من الملف
cases-file-paper = وثيقة سلمتها الجماعة
cases-channel-kiosk = من جهاز في الشباك
cases-channel-writer = بواسطة كاتب عمومي
cases-channel-import = من سجلات نظام سابق
cases-import-dates = تاريخ التسليم يجب أن يسبق تاريخ الانتهاء، ولا يكون أحدهما في المستقبل.
cases-said-opinion = سُجل الرأي.
cases-only-once = لا يجوز هذا إلا مرة واحدة في الملف، وقد استُعمل.
cases-second-half = لا يُطلب التكميل إلا في النصف الأول من الأجل (القانون 55.19)، وقد مضى.
cases-pieces-lacking = { $count ->
    [one] الملف غير كامل: تنقص وثيقة واحدة.
    [two] الملف غير كامل: تنقص وثيقتان.
    [few] الملف غير كامل: تنقص { $count } وثائق.
    [many] الملف غير كامل: تنقص { $count } وثيقة.
   *[other] الملف غير كامل: تنقص { $count } وثيقة.
 }
cases-opinions-awaited = { $count ->
    [one] ما زال رأي واحد منتظرا.
    [two] ما زال رأيان منتظرين.
    [few] ما زالت { $count } آراء منتظرة.
    [many] ما زال { $count } رأيا منتظرا.
   *[other] ما زال { $count } رأي منتظرا.
 }
cases-opinions-against = { $count ->
    [one] رأي واحد غير موافق: لا يمكن اقتراح الموافقة.
    [two] رأيان غير موافقين: لا يمكن اقتراح الموافقة.
    [few] { $count } آراء غير موافقة: لا يمكن اقتراح الموافقة.
    [many] { $count } رأيا غير موافق: لا يمكن اقتراح الموافقة.
   *[other] { $count } رأي غير موافق: لا يمكن اقتراح الموافقة.
 }
cases-sms-request-received = طلبكم { $code } مسجل. الجواب قبل { $due }. التتبع: { $link }
cases-sms-request-incomplete = طلبكم { $code } مسجل وتنقصه وثائق. أكملوه قبل { $due }: { $link }
cases-said-withdrawn-request = سُحب الطلب.
cases-of-procedure = { $count ->
    [0] لا ملف مفتوحا بهذا الإجراء.
    [one] ملف واحد مفتوح يبقى على النسخة التي بدأ بها.
    [two] ملفان مفتوحان يبقيان على النسخة التي بدآ بها.
    [few] { $count } ملفات مفتوحة تبقى على النسخة التي بدأت بها.
    [many] { $count } ملفا مفتوحا تبقى على النسخة التي بدأت بها.
   *[other] { $count } ملف مفتوح تبقى على النسخة التي بدأت بها.
 }

cases-desk-awaited = في انتظار صاحب الطلب
cases-categories-other = غير ذلك
# ملفاتي: ما التالي، ومتى
cases-mine-yours-by = الدور عليكم، قبل { $day }
cases-mine-yours = الدور عليكم: شيء مطلوب منكم
cases-mine-due = الجواب منتظر قبل { $day }
cases-mine-late = كان الجواب منتظرا قبل { $day }
cases-mine-going = المصلحة تعالجه
cases-mine-answered = أجبنا يوم { $day }
cases-mine-ended = انتهى يوم { $day }
# Who gives an opinion, who reads the words of an action
cases-event-opinion-corrected = صححت المصلحة رأيها، وهذا ما كان مكتوبا من قبل
cases-outcome-fixed = هذا الإجراء لا يقبل هذه النتيجة: اتركوا خانة النتيجة فارغة أو اختاروا الإجراء المناسب.
cases-completion-empty = لم يُدل بشيء منذ طلب التكميل: أضيفوا الوثيقة المطلوبة. أما الرسالة وحدها فتُبعث من صفحة الملف.
cases-completion-counter = لم يُدل بشيء منذ طلب التكميل: اكتبوا ما تسلمتموه في الشباك، أو انتظروا الوثيقة.
cases-task-is-opinion = هذه المهمة طلب رأي: لا تنتهي إلا برأي المصلحة المستشارة.
cases-opinion-not-yours = الرأي للمصلحة المستشارة وحدها. وإن بعثته على الورق فانقلوه واذكروا من وقعه.
cases-opinion-needs-source = اكتبوا من وقع هذا الرأي، مع مرجعه أو تاريخه.
cases-words-decision = تعليل القرار أو شروطه
cases-words-decision-hint = يقرؤه صاحب الطلب مع القرار الموقع، لا قبله.
cases-words-staff = إلى المصلحة
cases-words-staff-hint = لا يقرؤه صاحب الطلب.
cases-words-any = نصكم
cases-words-any-hint = تحت كل إجراء من سيقرؤه. اكتبوا بلغة صاحب الملف.
cases-task-of-opinion = تنتهي بالإدلاء بالرأي

# Escalation: a file whose delay runs out comes before those above
cases-menu-escalated = رُفعت إلي
cases-view-escalated = رُفعت إلي
cases-event-escalated = تذكير للمكلف بالملف باقتراب الأجل
cases-event-escalated-to = رُفع الملف إلى { $unit } لأن أجله ينقضي

# Lineage: duplicates that are joined and parted again, reports below a big problem
cases-lineage = بلاغات متصلة
cases-lineage-into = مضموم إلى
cases-lineage-joined = ضُم إلى هذا الملف يوم { $day }
cases-lineage-was-joined = كان هذا الملف مضموما إليه يوم { $day }
cases-lineage-split = فُصل يوم { $day }
cases-lineage-below = يدخل ضمن مشكل أكبر:
cases-lineage-children = { $count ->
    [one] بلاغ واحد تحت هذا المشكل
    [two] بلاغان تحت هذا المشكل
   *[other] { $count } بلاغات تحت هذا المشكل
 }
cases-split = ضُم خطأ؟ افصلوه
cases-split-words = كلمة إلى صاحب البلاغ
cases-split-hint = يعود البلاغ إلى حيث كان، وأجله كما كان، ونخبر صاحبه.
cases-split-go = افصلوا البلاغ
cases-attach = جزء من مشكل أكبر؟
cases-attach-code = رمز البلاغ الذي يمثل المشكل
cases-attach-hint = يبقى لكل بلاغ أجله. وعند الجواب عن المشكل يمكن الجواب عن الباقي بنفس الكلام.
cases-attach-go = ضعوه تحته
cases-detach = أخرجوه من تحت هذا المشكل
cases-answer-below = أجيبوا أيضا عن
cases-answer-below-hint = نفس الكلام يصل إلى أصحاب هذه البلاغات.
cases-not-merged = هذا الملف غير مضموم إلى غيره.
cases-not-below = يوضع بلاغ مفتوح تحت بلاغ آخر مفتوح.
cases-one-floor = هذا البلاغ تحت مشكل أكبر، أو تحته بلاغات: لا تتعدى الصلة درجة واحدة.
cases-below-already = هذا البلاغ تحت مشكل آخر، أو بلغ هذا المشكل أقصى عدد.
cases-said-split = فُصل البلاغ وعاد إلى مساره.
cases-said-attached = وُضع البلاغ تحت المشكل.
cases-said-detached = أُخرج البلاغ من تحت المشكل.
cases-said-done-some = تم. بعض البلاغات التي تحته لم تتبعه لأن حالتها لا تسمح.
cases-event-split = فُصل عن بلاغ آخر
cases-event-attached = رُبط بمشكل أكبر
cases-event-detached = فُك ربطه بالمشكل
cases-sms-split = بلاغكم { $code } كان قد ضُم خطأ إلى بلاغ آخر. عاد إلى مساره بأجله الأول: { $link }
# الهاتف البسيط: حالة الملف برسالة قصيرة. $next جملة تامة عما سيأتي.
cases-event-heard = كُتب ما قيل في التسجيل الصوتي
cases-file-voice = تسجيل صوتي
cases-sms-state = ملفكم { $code }: { $state }. { $next }.
cases-sms-received-phone = سجلنا ملفكم { $code }، ورقمه السري { $pin }. الجواب قبل { $due }.
cases-sms-message-phone = بخصوص { $code }: «{ $words }»
cases-sms-write-back = لمعرفة الحالة أرسلوا الرمز إلى هذا الرقم.
cases-sms-none = لم نجد ملفا قُدم من هذا الهاتف. أرسلوا رمز الملف كما هو على الوصل.
cases-sms-unknown = لا يوجد ملف بهذا الرمز. انقلوه كما هو على الوصل.
cases-sms-elsewhere = هذا الرمز لجماعة أخرى: أرسلوه إلى رقمها.
cases-sms-needs-pin = لمعرفة حالة { $code } من هذا الهاتف، أضيفوا بعد الرمز الرقم السري (6 أرقام على الوصل).
cases-sms-confidential = لا يُطلَع على { $code } إلا بالرقم السري: أرسلوا الرمز ثم الرقم السري (6 أرقام على الوصل) في رسالة واحدة، أو افتحوا { $link }
cases-sms-wrong-pin = الرقم السري لا يطابق { $code }.
cases-sms-tries = محاولات كثيرة خاطئة. حاولوا غدا، أو اتصلوا بالجماعة ومعكم الوصل.
