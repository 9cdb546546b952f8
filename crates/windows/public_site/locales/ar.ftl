# الصفحة الرئيسية: سؤال واحد وثلاثة أبواب
public_site-home = الرئيسية
public_site-question = ماذا تريد أن تقضي اليوم؟
public_site-promise = بدون حساب، ومن أي هاتف. تتسلم رمزا تتابع به طلبك.
public_site-door-report = أبلغ عن مشكل
    .words = شكاية تبليغ عطب
public_site-door-report-hint = إنارة، حفرة، أزبال، تسرب ماء
public_site-door-case = تابع ملفك
    .words = رمز وصل جواب
public_site-door-case-hint = بالرمز المكتوب على الوصل
public_site-door-map = خريطة المدينة
    .words = خريطة بلاغات
public_site-door-map-hint = ما بلغ عنه جيرانك وما أنجز منه
public_site-what = ما نوع المشكل؟
# $count: عدد الأصناف
public_site-all-categories = { $count ->
    [one] صنف واحد
    [two] صنفان
    [few] كل الأصناف ({ $count })
   *[other] كل الأصناف ({ $count })
    }
public_site-latest = بلغ عنه جيرانك
public_site-latest-all = كل البلاغات
public_site-latest-none = لا بلاغات منشورة بعد
public_site-latest-none-text = تظهر البلاغات هنا بعد مراجعتها، دون اسم صاحبها.
public_site-where = أين وصل ملفي؟
public_site-code = رمز الملف
public_site-code-hint = الرمز مكتوب على الوصل، مثل
public_site-follow = تابع
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
public_site-contact-title = اتصل بالجماعة
    .words = هاتف عنوان بريد
public_site-contact-lead = بالهاتف أو بالبريد أو في الشباك أو من هذا الموقع: الجواب واحد.
public_site-phone = الهاتف
public_site-email = البريد الإلكتروني
public_site-address = العنوان
public_site-contact-case = اكتب بشأن ملف
public_site-contact-case-hint = افتحه برمزه فتجيبك المصلحة التي تتابعه
public_site-counters-title = الشبابيك وأوقاتها
    .words = أوقات شباك
public_site-counters-hint = الأماكن وأوقات العمل وأيام العطل
public_site-contact-none = سيظهر هنا الهاتف والعنوان قريبا
public_site-contact-none-text = في انتظار ذلك، أبلغ عن المشكل من هذا الموقع أو تقدم إلى أحد الشبابيك.
public_site-danger = هناك خطر؟ اتصل حالا
public_site-danger-text = هذا الموقع ليس للحالات المستعجلة. عند الحريق أو الأسلاك العارية أو وجود مصابين، اتصل أولا.
public_site-helpline = الإرشاد والشكايات
public_site-to-confirm = في انتظار التأكيد
public_site-counters-lead = كل ما في هذا الموقع متاح أيضا في الشباك. أعط رمز ملفك، أو اطلب من الموظف أن يودعه باسمك.
public_site-counters-list = أين تتقدم
public_site-counters-none = لائحة الشبابيك لم تنشر بعد
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
public_site-information-ask-text = الطلب مجاني إلا مصاريف النسخ أو الإرسال. تذكر فيه اسمك وعنوانك ورقم بطاقتك الوطنية أو بطاقة الإقامة والمعلومة المطلوبة، وتودعه مقابل وصل أو ترسله بالبريد أو بالبريد الإلكتروني (المواد 4 و5 و14).
public_site-information-reply = الجواب داخل 20 يوم عمل، تمدد مرة واحدة بـ20 يوما مع إشعار معلل (المادة 16).
public_site-information-urgent = ثلاثة أيام حين يتوقف على المعلومة حفظ حياة شخص أو سلامته أو حريته (المادة 17).
public_site-information-refusal = الرفض مكتوب ومعلل، ويذكر بالحق في التشكي (المادة 18).
public_site-information-complaint = إن لم يرضك الجواب: شكاية إلى رئيس الجماعة داخل 20 يوم عمل، ثم إلى لجنة الحق في الحصول على المعلومات داخل 30 يوما، ثم إلى المحكمة الإدارية (المواد 19 إلى 21).
public_site-information-officer = المكلف بالجواب:
public_site-information-portal = البوابة الوطنية لإيداع الطلبات وتتبعها.
public_site-information-open = ما تنشره الجماعة من تلقاء نفسها
public_site-information-open-text = جزء كبير منه موجود هنا، تحمله دون أي طلب:
public_site-not-named = لم يعين بعد
public_site-notices = بيانات قانونية
# $name: اسم الجماعة
public_site-notices-publisher = هذا الموقع تنشره جماعة { $name }، ورئيس المجلس هو المسؤول عن النشر.
public_site-notices-duty = وصل هذا الموقع إثبات للإيداع: يحمل رقما وتاريخا والتوقيع الإلكتروني للجماعة.
public_site-notices-reuse = يمكن إعادة استعمال ما ينشر هنا بحرية، بشرط ذكر المصدر والتاريخ وعدم تحريف المعنى (القانون 31.13 المادة 6).

# حماية المعطيات الشخصية
public_site-privacy-title = حماية معطياتك الشخصية
    .words = خصوصية قانون 09.08
# $name: اسم الجماعة
public_site-privacy-lead = جماعة { $name } مسؤولة عما تأتمنها عليه. تطلب أقل ما يمكن، ولا تبيعه، وتريك من اطلع عليه.
public_site-privacy-cndp = التصريح لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي، رقم
public_site-privacy-cndp-none = التصريح لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي في طور الإنجاز، وسيظهر رقمه هنا.
public_site-privacy-why = لماذا هذه المعطيات
public_site-privacy-why-1 = لتسلم بلاغك وإجابتك: كلامك، والمكان، وصورك.
public_site-privacy-why-2 = لإخبارك: رقم هاتف أو بريد إلكتروني، فقط إن أعطيته.
public_site-privacy-why-3 = لمسك حسابك إن فتحته: الاسم ووسيلة الاتصال واللغة.
public_site-privacy-why-4 = لقياس الآجال وجودة الأجوبة، دون ذكر أحد.
public_site-privacy-ground = الأساس: مهمة المرفق العام الموكولة إلى الجماعة، أو رضاك حين يكون الجواب اختياريا (القانون 09.08 المادة 4). وكل ما هو اختياري مكتوب كذلك في الاستمارة.
public_site-privacy-who = من يطلع عليها
public_site-privacy-who-text = موظفو المصلحة التي تعالج ملفك وحدهم. والمتعهد لا يرى إلا ما أسند إليه. والشكاية بموظف لا تعرض أبدا على مصلحته.
public_site-privacy-public = لا يصبح عموميا إلا نص البلاغ بعد مراجعته، إن قبلت ذلك، دون اسمك وبموقع تقريبي.
public_site-privacy-safe = كيف تحفظ
public_site-privacy-safe-text = الأسماء ووسائل الاتصال والكلام الخاص مشفرة، والمفاتيح محفوظة بمعزل عنها. وكل اطلاع على ملف يقيد في سجل لا يستطيع أحد إعادة كتابته.
public_site-privacy-rights = حقوقك
public_site-privacy-right-1 = أن تعرف ما لدى الجماعة عنك، مجانا (المادة 7).
public_site-privacy-right-2 = أن تصحح خطأ، داخل عشرة أيام (المادة 8).
public_site-privacy-right-3 = أن تتعرض، لسبب مشروع، على معالجة (المادة 9).
public_site-privacy-right-4 = أن تطلب محو حسابك من صفحته.
public_site-privacy-officer = من يجيبك في هذا الشأن:
public_site-privacy-cndp-complaint = ولك أيضا أن تلجأ إلى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي:
public_site-privacy-looks = من اطلع على معطياتي
public_site-privacy-account = حسابي ومعطياتي
public_site-retention = مدد الحفظ
public_site-retention-lead = تحسب المدة من إغلاق الملف. وبعدها يتم المحو تلقائيا ليلا.
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
   *[other] { $count } يوما
    }
public_site-then-erase = يمحى
public_site-then-keep = يحفظ
public_site-then-keep-without-person = يحفظ دون صاحبه

# سهولة الولوج
public_site-accessibility-title = سهولة الولوج
public_site-accessibility-lead = هذا الموقع للجميع: بهاتف قديم، أو صبيب ضعيف، أو لوحة مفاتيح، أو قارئ شاشة.
public_site-accessibility-1 = كل الصفحات بالعربية والفرنسية والأمازيغية والإنجليزية، والنص الذي لم يترجم بعد يظهر بالعربية ويعلم به قارئ الشاشة.
public_site-accessibility-2 = كل شيء يعمل دون جافاسكريبت وبلوحة المفاتيح وحدها.
public_site-accessibility-3 = الألوان واضحة التباين، ولا تعتمد أي معلومة على اللون وحده.
public_site-accessibility-4 = لكل خريطة لائحتها، ولكل رسم بياني جدوله.
public_site-accessibility-5 = الصفحات تتبع حجم الخط والوضع الليلي في جهازك.
public_site-accessibility-limits = ما يحتاج إلى تحسين
public_site-accessibility-limits-text = صور البلاغات بلا وصف، ولغة الإشارة غير متاحة بعد. هدفنا المستوى AA من قواعد WCAG 2.2، ولم تتحقق منه جهة خارجية بعد.
public_site-accessibility-tell = صادفت عائقا؟
public_site-accessibility-tell-text = أخبرنا أين توقفت. كل ما هنا متاح أيضا في الشباك أو بالهاتف.

# الشفرة المصدرية
public_site-source-title = الشفرة المصدرية لهذا الموقع
public_site-source-lead = يعمل هذا الموقع ببرنامج «جماعة»، وهو برنامج حر: لكل واحد أن يقرأه ويتحقق منه ويعيد استعماله.
public_site-source-licence = الرخصة العمومية للاتحاد الأوروبي (EUPL) 1.2.
public_site-source-none = لم ينشر عنوان الشفرة هنا بعد. اطلبه من الجماعة.
public_site-source-others = رخص المكونات المستعملة

# البحث
public_site-search-title = البحث
public_site-search-label = كلمة أو مصلحة أو رمز ملف
public_site-search-go = ابحث
public_site-search-count = { $count ->
    [0] لا نتيجة
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
   *[other] { $count } نتيجة
    }
public_site-search-categories = أبلغ
public_site-search-pages = صفحات
public_site-search-reports = بلاغات منشورة
public_site-search-none = لا شيء بهذه الكلمات
public_site-search-none-text = جرب كلمة أبسط، بالعربية أو بالفرنسية، أو اسألنا.
