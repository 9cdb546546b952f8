# الصفحة الرئيسية: سؤال واحد وثلاثة أبواب
public_site-home = الرئيسية
public_site-question = ماذا تريدون أن تقضوا اليوم؟
public_site-promise = بدون حساب، ومن أي هاتف. تتسلمون رمزا تتتبعون به ملفكم.
public_site-door-report = بلغوا عن مشكل
    .words = شكاية تبليغ عطب
public_site-door-report-hint = إنارة، حفرة، أزبال، تسرب ماء
public_site-door-request = اطلبوا وثيقة أو رخصة
public_site-door-request-hint = رخص البناء، الحالة المدنية، المصادقة، الملك العام
public_site-door-case = تتبعوا ملفكم
    .words = رمز وصل جواب
public_site-door-case-hint = بالرمز المكتوب على الوصل
public_site-door-map = خريطة المدينة
    .words = خريطة بلاغات
public_site-door-map-hint = ما بلغ عنه جيرانكم وما أُنجز منه
public_site-what = ما نوع المشكل؟
# $count: عدد الأصناف
public_site-all-categories = { $count ->
    [one] صنف واحد
    [two] صنفان
    [few] كل الأصناف ({ $count })
   *[other] كل الأصناف ({ $count })
    }
public_site-latest = بلغ عنه جيرانكم
public_site-latest-all = كل البلاغات
public_site-latest-none = لا توجد بلاغات منشورة بعد
public_site-latest-none-text = تظهر البلاغات هنا بعد مراجعتها، دون أسماء أصحابها.
public_site-where = أين وصل ملفكم؟
public_site-code = رمز الملف
public_site-code-hint = الرمز مكتوب على الوصل، مثل
public_site-follow = تتبعوا
public_site-doors-now = الشبابيك الآن
# $name: اسم الجماعة
public_site-facts = { $name } بالأرقام
public_site-population = السكان
public_site-census = إحصاء 2024
public_site-open-reports = بلاغات قيد المعالجة
public_site-solved-reports = بلاغات عولجت
public_site-arrondissements = المقاطعات:
public_site-statistics = الآجال والأجوبة بالأرقام
    .words = إحصائيات آجال
public_site-statistics-hint = حسب الصنف والمقاطعة، شهرا بعد شهر
public_site-open-data = البيانات المفتوحة
    .words = معطيات تحميل
public_site-open-data-hint = كل الملفات للتحميل وإعادة الاستعمال

# أوقات العمل
public_site-open-now = مفتوح
public_site-closed-now = مغلق
public_site-closed = مغلق
public_site-closes-at = يغلق على الساعة { $hour }
public_site-opens-at = يفتح اليوم على الساعة { $hour }
public_site-opens-on = يفتح { $day } على الساعة { $hour }
public_site-ramadan = في رمضان
public_site-moon = يؤكد بعد رؤية الهلال

# الاتصال والشبابيك
public_site-contact-title = اتصلوا بالجماعة
    .words = هاتف عنوان بريد
public_site-contact-lead = بالهاتف أو بالبريد الإلكتروني أو في الشباك أو من هذا الموقع: الجواب هو نفسه.
public_site-phone = الهاتف
public_site-email = البريد الإلكتروني
public_site-address = العنوان
public_site-contact-case = اكتبوا بشأن ملف
public_site-contact-case-hint = افتحوه برمزه فتجيبكم المصلحة التي تعالجه
public_site-counters-title = الشبابيك وأوقاتها
    .words = أوقات شباك
public_site-counters-hint = الأماكن وأوقات العمل وأيام العطل
public_site-contact-none = سيظهر هنا الهاتف والعنوان قريبا
public_site-contact-none-text = في انتظار ذلك، بلغوا عن المشكل من هذا الموقع أو تقدموا إلى أحد الشبابيك.
public_site-danger = هناك خطر؟ اتصلوا حالا
public_site-danger-text = هذا الموقع ليس للحالات المستعجلة. عند وجود حريق أو أسلاك عارية أو مصابين، اتصلوا بالهاتف أولا.
public_site-helpline = الإرشاد والشكايات
public_site-to-confirm = في انتظار التأكيد
public_site-counters-lead = كل ما في هذا الموقع متاح أيضا في الشباك. قدموا رمز ملفكم، أو اطلبوا من الموظف أن يودعه باسمكم.
public_site-counters-list = أين تتقدمون
public_site-counters-none = لم تنشر لائحة الشبابيك بعد
public_site-whole-commune = الجماعة كلها
public_site-way-counter = في الشباك
public_site-way-phone = بالهاتف
public_site-way-post = بالبريد
public_site-week = أوقات العمل
public_site-days-off = أيام العطل المقبلة

# الحق في الحصول على المعلومات، والبيانات القانونية
public_site-information-title = الحق في الحصول على المعلومات
    .words = بيانات قانونية قانون 31.13
public_site-information-lead = لكل واحد أن يطلب المعلومات الموجودة لدى الجماعة: حق يضمنه الفصل 27 من الدستور والقانون 31.13.
public_site-information-ask = طلب معلومة
public_site-information-ask-text = الطلب مجاني إلا مصاريف النسخ أو الإرسال. تذكرون فيه اسمكم وعنوانكم ورقم بطاقتكم الوطنية أو بطاقة الإقامة والمعلومة المطلوبة، وتودعونه مقابل وصل أو ترسلونه بالبريد أو بالبريد الإلكتروني (المواد 4 و5 و14).
public_site-information-reply = الجواب داخل 20 يوم عمل، تمدد مرة واحدة بـ20 يوما مع إشعار معلل (المادة 16).
public_site-information-urgent = ثلاثة أيام حين يتوقف على المعلومة حفظ حياة شخص أو سلامته أو حريته (المادة 17).
public_site-information-refusal = الرفض مكتوب ومعلل، ويذكر بالحق في التشكي (المادة 18).
public_site-information-complaint = إن لم يرضكم الجواب: شكاية إلى رئيس الجماعة داخل 20 يوم عمل، ثم إلى لجنة الحق في الحصول على المعلومات داخل 30 يوما، ثم إلى المحكمة الإدارية (المواد 19 إلى 21).
public_site-information-officer = المكلف بالجواب:
public_site-information-portal = البوابة الوطنية لإيداع الطلبات وتتبعها.
public_site-information-open = ما تنشره الجماعة من تلقاء نفسها
public_site-information-open-text = جزء كبير منه متاح هنا، يمكنكم تحميله دون أي طلب:
public_site-not-named = لم يعين بعد
public_site-notices = بيانات قانونية
# $name: اسم الجماعة
public_site-notices-publisher = تنشر جماعة { $name } هذا الموقع، ورئيس المجلس هو المسؤول عن النشر.
public_site-notices-duty = الوصل المسلم من هذا الموقع إثبات للإيداع: يحمل رقما وتاريخا والتوقيع الإلكتروني للجماعة.
public_site-notices-reuse = يمكن إعادة استعمال ما ينشر هنا بحرية، بشرط ذكر المصدر والتاريخ وعدم تحريف المعنى (القانون 31.13 المادة 6).

# حماية المعطيات الشخصية
public_site-privacy-title = حماية معطياتكم الشخصية
    .words = خصوصية قانون 09.08
# $name: اسم الجماعة
public_site-privacy-lead = جماعة { $name } مسؤولة عما تأتمنونها عليه. تطلب أقل ما يمكن، ولا تبيعه، وتبين لكم من اطلع عليه.
public_site-privacy-cndp = التصريح لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي، رقم
public_site-privacy-cndp-none = التصريح لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي في طور الإنجاز، وسيظهر رقمه هنا.
public_site-privacy-why = الغرض من هذه المعطيات
public_site-privacy-why-1 = لتلقي بلاغكم والجواب عنه: النص والمكان والصور.
public_site-privacy-why-2 = لإخباركم: رقم هاتف أو بريد إلكتروني، إن أعطيتموه فقط.
public_site-privacy-why-3 = لتدبير حسابكم إن فتحتموه: الاسم ووسيلة الاتصال واللغة.
public_site-privacy-why-4 = لقياس الآجال وجودة الأجوبة، دون ذكر أحد.
public_site-privacy-ground = الأساس القانوني: مهمة المرفق العام الموكولة إلى الجماعة، أو رضاكم حين يكون الجواب اختياريا (القانون 09.08 المادة 4). وكل خانة اختيارية مكتوب بجانبها أنها كذلك.
public_site-privacy-who = من يطلع عليها
public_site-privacy-who-text = موظفو المصلحة التي تعالج ملفكم وحدهم. والمتعهد لا يرى إلا ما أُسند إليه. والشكاية بموظف لا تُعرض أبدا على مصلحته.
public_site-privacy-public = يُنشر نص البلاغ ومكانه بعد مراجعتهما، إن قبلتم ذلك، دون اسمكم وبموقع تقريبي حسب الصنف.
public_site-privacy-safe = كيف تُحفظ هذه المعطيات
public_site-privacy-safe-text = الأسماء ووسائل الاتصال والنصوص الخاصة مشفرة، والمفاتيح محفوظة بمعزل عنها. وكل اطلاع على ملف يُقيد في سجل لا يستطيع أحد تغييره.
public_site-privacy-rights = حقوقكم
public_site-privacy-right-1 = أن تعرفوا ما لدى الجماعة من معطيات عنكم، مجانا (المادة 7).
public_site-privacy-right-2 = أن تطلبوا تصحيح خطأ، داخل عشرة أيام (المادة 8).
public_site-privacy-right-3 = أن تتعرضوا، لسبب مشروع، على معالجة معطياتكم (المادة 9).
public_site-privacy-right-4 = أن تطلبوا محو حسابكم من صفحته.
public_site-privacy-officer = من يجيبكم في هذا الشأن:
public_site-privacy-cndp-complaint = ولكم أيضا أن تلجؤوا إلى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي:
public_site-privacy-looks = من اطلع على معطياتكم
public_site-privacy-account = حسابكم ومعطياتكم
public_site-retention = مدد الحفظ
public_site-retention-lead = تُحسب المدة من إغلاق الملف. وبعدها تُمحى المعطيات تلقائيا ليلا.
public_site-kind = المعطى
public_site-kept-for = مدة الحفظ
public_site-then = بعدها
public_site-basis = الأساس
public_site-for-good = بلا حد
public_site-years = { $count ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
   *[other] { $count } سنة
    }
public_site-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
    }
public_site-then-erase = يمحى
public_site-then-keep = يحفظ
public_site-then-keep-without-person = يحفظ دون صاحبه

# سهولة الولوج
public_site-accessibility-title = سهولة الولوج
public_site-accessibility-lead = هذا الموقع للجميع: بهاتف قديم، أو صبيب ضعيف، أو لوحة مفاتيح، أو قارئ شاشة.
public_site-accessibility-1 = كل الصفحات بالعربية والفرنسية والأمازيغية والإنجليزية، والنص الذي لم يترجم بعد يظهر بالعربية ويُعلم قارئ الشاشة بذلك.
public_site-accessibility-2 = كل شيء يعمل دون جافاسكريبت وبلوحة المفاتيح وحدها.
public_site-accessibility-3 = الألوان واضحة التباين، ولا تعتمد أي معلومة على اللون وحده.
public_site-accessibility-4 = لكل خريطة لائحتها، ولكل رسم بياني جدوله.
public_site-accessibility-5 = تتبع الصفحات حجم الخط والوضع الليلي في جهازكم.
public_site-accessibility-limits = ما يحتاج إلى تحسين
public_site-accessibility-limits-text = صور البلاغات بلا وصف، ولغة الإشارة غير متاحة بعد. هدفنا المستوى AA من قواعد WCAG 2.2، ولم تتحقق منه جهة خارجية بعد.
public_site-accessibility-tell = صادفتم عائقا؟
public_site-accessibility-tell-text = أخبرونا أين توقفتم. كل ما هنا متاح أيضا في الشباك أو بالهاتف.

# الشفرة المصدرية
public_site-source-title = الشفرة المصدرية لهذا الموقع
public_site-source-lead = يعمل هذا الموقع ببرنامج «جماعة»، وهو برنامج حر: لكل واحد أن يقرأه ويتحقق منه ويعيد استعماله.
public_site-source-licence = الرخصة العمومية للاتحاد الأوروبي (EUPL) 1.2.
public_site-source-none = لم يُنشر عنوان الشفرة هنا بعد. اطلبوه من الجماعة.
public_site-source-others = رخص المكونات المستعملة

# البحث
public_site-search-title = البحث
public_site-search-label = كلمة أو مصلحة أو رمز ملف
public_site-search-go = بحث
public_site-search-count = { $count ->
    [0] لا نتيجة
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
   *[other] { $count } نتيجة
    }
public_site-search-requests = ما يمكنكم طلبه
public_site-search-categories = بلغوا عن مشكل
public_site-search-pages = صفحات
public_site-search-reports = بلاغات منشورة
public_site-search-none = لا شيء بهذه الكلمات
public_site-search-none-text = جربوا كلمة أبسط، بالعربية أو بالفرنسية، أو اسألونا.
