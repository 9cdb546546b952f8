# صفحات التنظيم الإداري، خاصة بالموظفين
units-menu = الهيكل التنظيمي
units-title = الهيكل التنظيمي
units-count = { $count ->
    [zero] لا توجد أي وحدة
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $count } وحدات
    [many] { $count } وحدة
   *[other] { $count } وحدة
    }
units-add = أضيفوا وحدة
units-add-below = أضيفوا وحدة تابعة
units-headless = بدون مسؤول
units-external = خارج الجماعة
units-kind = النوع
units-kind-division = قسم
units-kind-service = مصلحة
units-kind-cell = خلية
units-kind-counter = شباك
units-kind-contractor = مفوض له
units-kind-arrondissement = مقاطعة
units-kind-partner = شريك
units-duty-triage = توزع الملفات
units-duty-moderation = تراجع قبل النشر
units-duty-restricted = ملفات سرية

# وحدة واحدة: مسؤولوها ثم استمارتها
units-heads = المسؤولون
units-no-head = لم يعين أحد بعد، والوحدة الأعلى تتولى أمرها.
units-person = الشخص
units-from = ابتداء من
units-to = إلى غاية
units-decision = القرار
units-state = الحالة
units-acts = الإجراءات
units-now = يزاول مهامه
units-end-post = إنهاء المهام
units-last-day = آخر يوم
units-end-post-save = حددوا آخر يوم
units-appoint = تعيين المسؤول
units-appoint-save = عينوا
units-no-people = أضيفوا الموظفين أولا حتى تتمكنوا من اختيارهم هنا.
units-about = الوحدة
units-name-ar = الاسم بالعربية
units-name-fr = الاسم بالفرنسية
units-name-en = الاسم بالإنجليزية
units-parent = تابعة إلى
units-top = لا وحدة فوقها
units-area = المقاطعة
units-whole-commune = الجماعة كلها
units-external-tick = خارج الجماعة
units-external-hint = مفوض له أو هيئة أخرى: لا يرى إلا ما أسند إليه.
units-save = احفظوا
units-retire = احذفوا الوحدة
units-retire-sure = لن تتلقى الوحدة أي ملف جديد، ويبقى تاريخها محفوظا. هل تتابعون؟
units-retired-on = حذفت هذه الوحدة يوم { $day }.

# الغياب والتفويض
units-absences = الغياب والتفويض
units-absences-lead = خلال غياب المسؤول تصل الملفات والتنبيهات إلى المفوض إليه، وإن لم يوجد فإلى الوحدة الأعلى.
units-nobody-away = لا أحد غائب
units-delegate = المفوض إليه
units-delegate-hint = يقوم بالمهام نفسها إلى آخر يوم.
units-no-delegate = لا أحد: الوحدة الأعلى
units-absence-add = تسجيل غياب
units-absence-save = سجلوا الغياب
units-absence-cancel = ألغوا
units-absence-cancel-sure = سيحذف الغياب والتفويض المرتبط به. هل تتابعون؟

# إشعارات بعد التغيير
units-added = تمت إضافة الوحدة.
units-saved = تم حفظ الوحدة.
units-retired = تم حذف الوحدة.
units-head-set = تم تعيين المسؤول.
units-head-ended = تم تحديد آخر يوم.
units-absence-noted = تم تسجيل الغياب.
units-absence-cancelled = تم إلغاء الغياب.

# أسباب الرفض، بجانب الخانة
units-name-wrong = النص ناقص أو طويل. العدد الأقصى للحروف: { $most }.
units-kind-wrong = اختاروا نوعا.
units-day-wrong = اختاروا يوما.
units-days-reversed = آخر يوم يسبق اليوم الأول.
units-person-missing = اختاروا شخصا.
units-own-delegate = لا يفوض أحد إلى نفسه.
units-post-taken = هناك مسؤول آخر معين ابتداء من { $day }. أنهوا مهامه أولا.
units-parent-unknown = الوحدة الأعلى لم تعد موجودة.
units-circle = لا يمكن أن تتبع الوحدة لنفسها.
units-area-unknown = هذه المقاطعة لا تنتمي إلى جماعتنا.
units-not-empty = ما زالت وحدات تابعة لهذه الوحدة. انقلوها أو احذفوها أولا.
units-last-triage = لا توجد وحدة أخرى تتلقى الملفات التي لا يتكفل بها أحد.
units-retired-already = هذه الوحدة محذوفة.

# المعطيات المفتوحة: عنوان المجموعة وأعمدتها
units-data-units = الهيكل التنظيمي
units-data-units-about = وحدات الجماعة والهيئات التي تعمل لفائدتها، دون الأشخاص.
units-column-id = المعرف
units-column-parent = معرف الوحدة الأعلى
units-column-kind = النوع
units-column-name-ar = الاسم بالعربية
units-column-name-fr = الاسم بالفرنسية
units-column-area = رمز المقاطعة التي تخدمها
units-column-external = خارج الجماعة
