# قائمة الموظفين
administration-menu = دليل الانطلاق
administration-menu-profile = هوية الجماعة
administration-menu-categories = الأصناف
administration-menu-answers = نماذج الأجوبة
administration-menu-jobs = مهام النظام

# دليل الانطلاق: خطوات تقرأ حالتها مما أنجز فعلا
administration-title = دليل الانطلاق
administration-lead = خطوات تهيئ الجماعة لاستقبال أول بلاغ. اتبعوها بأي ترتيب يناسبكم.
administration-done-all = كل شيء جاهز. تبقى هذه الصفحة للتحقق من وقت لآخر.
administration-steps = الخطوات
administration-progress = أنجزت { $done } من { $total }
administration-done = تم
administration-todo = لم يتم بعد
administration-on = ({ $day })
administration-reopen = أعيدوا المراجعة
administration-pages = كل صفحات الإدارة
administration-step-profile = بطاقة الجماعة
administration-step-profile-text = الهاتف والبريد الإلكتروني والعنوان وأوقات الاستقبال، كما يراها المواطن.
administration-step-emblem = شعار الجماعة
administration-step-emblem-text = يظهر أعلى كل صفحة وعلى الوصولات.
administration-step-cndp = رقم التصريح لدى اللجنة الوطنية لحماية المعطيات
administration-step-cndp-text = يظهر أسفل كل استمارة، طبقا للقانون 09-08.
administration-step-hours = أوقات العمل
administration-step-hours-text = تحتسب الآجال على أساسها: راجعوها، ومعها أوقات رمضان.
administration-step-holidays = الأعياد الدينية لهذه السنة
administration-step-holidays-text = تأكيد تاريخ كل عيد فور الإعلان عنه، فالآجال تحتسب به.
administration-step-units = المصالح والأقسام
administration-step-units-text = هيكلة مقترحة لجماعة كبيرة: احذفوا ما ليس عندكم وعينوا الرؤساء.
administration-step-agents = موظف واحد على الأقل في كل مقاطعة
administration-step-agents-text = لكل مقاطعة من يعالج بلاغاتها.
administration-agents-missing = لا أحد بعد في:
administration-step-categories = أصناف البلاغات
administration-step-categories-text = ما تقدمه الجماعة منها، ومن يتكلف بها، وفي أي أجل.
administration-step-mail = إرسال البريد الإلكتروني
administration-step-mail-text = أرسلوا رسالة تجريبية، ثم أكدوا أنها وصلت.
administration-step-sms = إرسال الرسائل القصيرة
administration-step-sms-text = أرسلوا رسالة تجريبية، ثم أكدوا أنها وصلت.
administration-step-key = نسخة من مفتاح التشفير في مكان آمن
administration-step-key-text = بدون الملف root.key لا يمكن قراءة أي نسخة احتياطية. احفظوه خارج الخادم.
administration-step-backup = نسخة احتياطية حديثة
administration-step-backup-text = تنجز كل ليلة وتجرب استعادتها. إذا تأخرت يومين ظهر ذلك هنا.
administration-settle-hours = أكدوا المراجعة
administration-settle-units = أكدوا المراجعة
administration-settle-categories = أكدوا المراجعة
administration-settle-mail = أكدوا وصول الرسالة
administration-settle-sms = أكدوا وصول الرسالة
administration-settle-key = أكدوا حفظ النسخة
administration-step-settled = تم تسجيل الخطوة.
administration-step-reopened = عادت الخطوة إلى المراجعة.

# بطاقة الجماعة
administration-profile-title = هوية الجماعة
administration-profile-lead = ما تعرف به الجماعة نفسها في كل صفحات الموقع. يظهر التغيير فورا.
administration-look = المظهر
administration-emblem = شعار جديد
administration-emblem-hint = صورة PNG أو JPEG أو WebP، ويستحسن أن تكون مربعة.
administration-emblem-now = شعار الجماعة الحالي
administration-emblem-remove = احذفوا الشعار الحالي
administration-colour = لون الجماعة
administration-colour-hint = مثال: #7a1f2b. اتركوا الخانة فارغة للاحتفاظ بأزرق أبي رقراق.
administration-motto = العبارة المميزة
administration-motto-hint = سطر واحد تحت اسم الجماعة.
administration-law = المعطيات الشخصية والشفافية
administration-cndp = رقم التصريح لدى اللجنة الوطنية (CNDP)
administration-cndp-hint = يظهر مع كل استمارة.
administration-source = عنوان نشر شفرة البرنامج
administration-source-hint = تفرض الرخصة إعطاء الشفرة المصدرية لمن يستعمل الخدمة.
administration-reach = الاتصال
administration-phone = الهاتف
administration-email = البريد الإلكتروني
administration-address = العنوان
administration-hours = أوقات الاستقبال
administration-hours-hint = بكلمات بسيطة. الأوقات التي تحتسب بها الآجال توجد في صفحة التقويم.
administration-in-ar = بالعربية
administration-in-fr = بالفرنسية
administration-in-zgh = بالأمازيغية
administration-in-en = بالإنجليزية
administration-save = احفظوا
administration-profile-saved = تم حفظ هوية الجماعة.

# الأصناف
administration-categories-title = أصناف البلاغات
administration-categories-lead = الأصناف التي تقدمها الجماعة: { $offered } من أصل { $count }.
administration-category = الصنف
administration-code = الرمز
administration-state = الحالة
administration-offered = متاح
administration-not-offered = غير متاح
administration-unit-first = المصلحة المكلفة
administration-clock-service = أجل الخدمة
administration-clock-answer = أجل الجواب
administration-category-ours = اختيار الجماعة
administration-category-pack = ما ينص عليه البرنامج
administration-offer = متاح للمواطنين
administration-offer-hint = صنف غير متاح لا يظهر في الاستمارة، وتبقى ملفاته المفتوحة كما هي.
administration-unit = المصلحة التي تتوصل بالبلاغات
administration-unit-hint = تعوض المسار المعتاد في الجماعة كلها.
administration-unit-pack = المسار المعتاد
administration-target-hint = اتركوا العدد فارغا للاحتفاظ بالأجل المقترح. تحتفظ الملفات المفتوحة بأجلها.
administration-span = المدة
administration-kind = تحتسب بـ
administration-kind-calendar = أيام متتالية
administration-kind-working = أيام العمل
administration-kind-full = أيام كاملة
administration-kind-hours = ساعات
administration-span-calendar = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
}
administration-span-working = { $count ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
   *[other] { $count } يوم عمل
}
administration-span-full = { $count ->
    [one] يوم كامل
    [two] يومان كاملان
    [few] { $count } أيام كاملة
    [many] { $count } يوما كاملا
   *[other] { $count } يوم كامل
}
administration-span-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
administration-source-law = أجل قانوني
administration-source-target = هدف محدد
administration-source-default = هدف مقترح
administration-to-confirm = في انتظار التأكيد
administration-route = المسار المعتاد
administration-changed = آخر تغيير: { $moment }
administration-category-saved = تم حفظ الصنف. يسري التغيير على البلاغات الجديدة.

# نماذج الأجوبة
administration-answers-title = نماذج الأجوبة
administration-answers-lead = النماذج المقترحة على الموظفين: { $offered } من أصل { $count }. يقرأ الموظف كل جواب ويعدله قبل إرساله.
administration-answer-add = نموذج جديد
administration-answer-state = مرحلة الملف
administration-answer-at = مرحلة الملف: { $state }
administration-answer-words = كما يقرؤه المواطن
administration-answer-name = عنوان النموذج
administration-answer-text = نص الجواب
administration-variables = ما يملأ تلقائيا
administration-variables-hint = اكتبوه بين معقوفتين كما هو هنا.
administration-variable-code = رمز الملف
administration-variable-unit = المصلحة المكلفة
administration-variable-date = تاريخ التدخل، أو تاريخ اليوم
administration-variable-place = المقاطعة
administration-variable-reason = ما يكمله الموظف بنفسه (سبب، تاريخ، جهة…)
administration-origin-pack = كما في البرنامج
administration-origin-changed = عدلته الجماعة
administration-origin-own = خاص بالجماعة
administration-hidden = مخفي
administration-hide = أخفوا
administration-show = أظهروا
administration-answer-back = العودة إلى نص البرنامج
administration-answer-back-sure = سيضيع نص الجماعة. هل تتابعون؟
administration-answer-delete = احذفوا النموذج
administration-answer-delete-sure = سيحذف هذا النموذج نهائيا. هل تتابعون؟
administration-answer-saved = تم حفظ النموذج.
administration-answer-hidden = لم يعد النموذج مقترحا على الموظفين.
administration-answer-shown = أصبح النموذج مقترحا على الموظفين.
administration-answer-reset = تمت العملية: لم يبق من نص الجماعة شيء.

# مهام النظام
administration-jobs-title = مهام النظام
administration-jobs-lead = ما ينجزه البرنامج في الخلفية: إرسال، احتساب آجال، نسخ. كل مهمة تفشل تعاد تلقائيا، ثم تتوقف هنا في انتظاركم.
administration-parked = متوقفة
administration-late = متأخرة
administration-waiting = في الانتظار
administration-jobs-well = كل شيء يسير على ما يرام
administration-jobs-well-text = لا توجد أي مهمة متوقفة أو متأخرة.
administration-job = المهمة
administration-due = الموعد
administration-tries = المحاولات
administration-error = سبب الفشل
administration-acts = الإجراء
administration-retry = أعيدوا المحاولة
administration-job-retried = ستعاد المهمة الآن.

# أسباب الرفض، بجانب الخانة
administration-emblem-wrong = هذا الملف ليس صورة PNG أو JPEG أو WebP صالحة، أو هو كبير جدا.
administration-colour-wrong = اكتبوا اللون هكذا: #7a1f2b.
administration-colour-pale = هذا اللون فاتح جدا: تباينه مع الأبيض { $contrast } والمطلوب 4.5. اختاروا لونا أغمق.
administration-both-languages = اكتبوا النص بالعربية والفرنسية معا.
administration-too-long = النص طويل جدا. العدد الأقصى للحروف: { $max }.
administration-phone-wrong = رقم الهاتف غير صحيح. مثال: 0537780000.
administration-email-wrong = عنوان البريد الإلكتروني غير صحيح. مثال: contact@sale.ma.
administration-cndp-wrong = رقم التصريح طويل جدا.
administration-source-wrong = اكتبوا عنوانا كاملا يبدأ بـ https://.
administration-unit-wrong = اختاروا مصلحة من اللائحة.
administration-kind-wrong = اختاروا كيف تحتسب المدة.
administration-span-wrong = اكتبوا عددا من 1 إلى { $most }.
