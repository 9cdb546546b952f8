# ما لا يشتغل من الأنظمة، ومنذ متى، ومتى يرتقب أن يعود. $what جملة من لائحة الأنظمة، و$time ساعة أو تاريخ.
outages-menu = الأعطاب
outages-line-hour = { $what } منذ الساعة { $time }
outages-line-day = { $what } منذ { $time }
outages-expected-hour = يرتقب أن يعود في حدود الساعة { $time }.
outages-expected-day = يرتقب أن يعود في حدود { $time }.
outages-expected-unknown = لا نعرف بعد متى يعود. نخبركم هنا فور معرفة ذلك.
outages-more = تفاصيل أكثر
outages-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
 }
outages-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
 }
outages-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
 }
outages-ended-after = انتهى العطب بعد: { $time }.
# الصفحة العمومية
outages-status-title = حالة الأنظمة
outages-status-hint = ما يشتغل وما لا يشتغل اليوم، وأعطاب آخر 90 يوما
outages-status-lead = ما يشتغل وما لا يشتغل في مصالح الجماعة، إلى حدود الساعة { $time }.
outages-all-well = لا علم لنا بأي عطب في الوقت الراهن
outages-all-well-text = إذا صادفتم مشكلا لا تذكره هذه الصفحة، فأخبروا الاستقبال.
outages-all-well-desk = كل ما تصرحون به هنا يظهر فورا على الشاشات وفي الموقع.
outages-only = يهم فقط: { $what }
outages-systems = الأنظمة
outages-works = يشتغل
outages-down = متوقف
outages-away = مجموع التوقف خلال { $days } يوما: { $time }
outages-never-away = لم يسجل أي توقف خلال { $days } يوما
outages-history = أعطاب آخر { $days } يوما
outages-history-none = لم يسجل أي عطب انتهى خلال هذه المدة.
outages-method = كيف نعرف ذلك
outages-method-text = يصرح الموظفون بالعطب فور ملاحظته، مع الساعة التي بدأ فيها فعلا، ويكتشف البرنامج بعض الأعطاب بنفسه. تحسب المدة من بداية العطب إلى عودة النظام، ولا تحسب الأعطاب المتزامنة للنظام نفسه مرتين. لا يحذف أي عطب بعد التصريح به.
outages-feed-title = حالة أنظمة { $commune }
# صفحات الموظفين
outages-title = الأعطاب
outages-lead = قولوا للناس ما لا يشتغل ومنذ متى، كي لا ينتظروا عبثا.
outages-open = مستمرة الآن
outages-ended = انتهت مؤخرا
outages-source-staff = تصريح موظف
outages-source-house = اكتشفه البرنامج
outages-declare = التصريح بعطب
outages-declare-go = إخبار الناس الآن
outages-declare-tells = يظهر التصريح فورا في الموقع وعلى شاشات الانتظار، ويتوصل المنتظرون المعنيون برسالة قصيرة.
outages-field-system = النظام المتوقف
outages-field-since = منذ الساعة
outages-field-since-hint = الساعة التي توقف فيها فعلا
outages-field-since-day = تاريخ البداية، إن لم يكن اليوم
outages-field-expected = الساعة المرتقبة للعودة
outages-field-expected-hint = اتركوها فارغة إن لم تكن معروفة
outages-field-expected-day = تاريخ العودة، إن لم يكن اليوم
outages-field-sites = المقرات المعنية
outages-field-matters = أغراض الزيارة المعنية
outages-field-all-hint = إن لم تختاروا شيئا، فالعطب يهم كل ما يحتاج إلى هذا النظام
outages-field-words-ar = ما ينبغي أن يعرفه الناس، بالعربية
outages-field-words-fr = بالفرنسية
outages-field-words-en = بالإنجليزية
outages-field-more = لغة أخرى أو يوم آخر
outages-field-ended = عاد على الساعة
outages-everywhere = كل المقرات
outages-all-matters = كل الأغراض
outages-updates = ما قيل للناس
outages-update = معلومة جديدة
outages-update-go = نشر المعلومة
outages-end = عاد النظام إلى الاشتغال
outages-end-go = إعلان العودة
outages-said-declared = تم التصريح بالعطب، وهو ظاهر للجميع.
outages-said-updated = تم نشر المعلومة.
outages-said-ended = تم إعلان عودة النظام.
outages-systems-lead = ما تحتاج إليه الشبابيك كي تخدم الناس. تضيف الجماعة ما لا يوجد في اللائحة الوطنية.
outages-system-add = إضافة نظام
outages-system-add-go = إضافة
outages-retire = سحب
outages-retire-sure = هل تريدون سحب هذا النظام من اللائحة؟
outages-said-system-added = أضيف النظام.
outages-said-system-retired = سحب النظام من اللائحة.
outages-field-name-ar = الاسم بالعربية
outages-field-name-fr = الاسم بالفرنسية
outages-field-name-en = الاسم بالإنجليزية
outages-field-down-ar = ما يقال عند توقفه، بالعربية
outages-field-down-fr = ما يقال عند توقفه، بالفرنسية
outages-field-down-en = ما يقال عند توقفه، بالإنجليزية
outages-field-down-hint = مثال: «المصعد متوقف». يضيف البرنامج «منذ الساعة 10:20».
# ما يرفض
outages-hour-wrong = اكتبوا الساعة على شكل 10:20.
outages-since-later = لا يمكن أن يبدأ العطب في وقت لم يأت بعد.
outages-since-old = لا يصرح بعطب بدأ قبل أكثر من { $days } يوما.
outages-expected-past = الساعة المرتقبة للعودة قد مضت.
outages-expected-far = لا يمكن أن تتجاوز العودة المرتقبة { $days } يوما.
outages-end-wrong = نهاية العطب تكون بعد بدايته وقبل الآن.
outages-system-unknown = اختاروا نظاما من اللائحة.
outages-place-unknown = اختاروا المقرات والأغراض من اللائحة.
outages-open-already = هذا العطب مصرح به من قبل ولم ينته بعد.
outages-ended-already = انتهى هذا العطب من قبل.
outages-nothing-new = اكتبوا معلومة جديدة أو غيروا الساعة المرتقبة.
outages-words-long = النص طويل: { $most } حرفا على الأكثر.
outages-name-missing = اكتبوا هذا النص.
outages-systems-many = لا يمكن إضافة أكثر من { $most } نظاما.
outages-system-down = لا يسحب نظام له عطب مستمر.
# المعطيات المفتوحة
outages-data = أعطاب الأنظمة
outages-data-about = كل عطب صرح به أو اكتشفه البرنامج، مع بدايته ونهايته ومدته.
outages-column-id = المعرف
outages-column-system = النظام
outages-column-source = المصدر
outages-column-since = البداية
outages-column-ended = النهاية
outages-column-lasting = المدة
outages-column-minutes = المدة بالدقائق
outages-column-sites = المقرات
outages-column-matters = الأغراض
