# Rounds of crews, history of objects, availability of lighting. $number, $numbers: as written on plates; $from, $until, $day: dates.
# Rounds: menu and list
upkeep-menu-rounds = الجولات
upkeep-rounds = جولات المراقبة
upkeep-rounds-lead = تجهيزات تعاين في الشارع واحدا بعد الآخر، وما وجد معطلا يصير بلاغا.
upkeep-rounds-none = لا جولة في الانتظار
upkeep-rounds-ended = جولات انتهت
upkeep-plan = تخطيط جولة
upkeep-plan-go = تخطيط الجولة
upkeep-title = اسم الجولة
upkeep-title-hint = مثلا: أعمدة شارع محمد الخامس.
upkeep-kind = النوع
upkeep-day = اليوم
upkeep-unit = المصلحة أو المتعهد
upkeep-unit-hint = من يقوم بالجولة: يراها أعوانه في هواتفهم.
upkeep-which = أي تجهيزات؟
upkeep-area = المقاطعة
upkeep-quarter = الحي
upkeep-list = أو لائحة أرقام
upkeep-list-hint = رقم في كل سطر، أو بينها فواصل، أو من رقم إلى رقم. { $most } على الأكثر. اللائحة تغني عن الحي.
upkeep-progress = عوين { $noted } من { $stops }
upkeep-stop-of = المحطة { $seq } من { $stops }
upkeep-round-late = متأخرة
upkeep-round-ended = انتهت
upkeep-round-ended-on = انتهت هذه الجولة يوم { $day }.
upkeep-planned-by = خططها
upkeep-go-on = إلى التجهيز الموالي
upkeep-end = إنهاء الجولة
upkeep-end-sure = إنهاء الجولة وفيها تجهيزات لم تعاين؟
# One object of a round
upkeep-no-place = مكانه غير محدد
upkeep-found = ماذا وجدتم؟
upkeep-finding-in-order = سليم
upkeep-finding-broken = معطل
upkeep-finding-not-found = غير موجود
upkeep-finding-unreadable = رقمه غير مقروء
upkeep-category = ما العطب؟
upkeep-photo = صورة
upkeep-photo-alt = صورة من الجولة
upkeep-words = ملاحظة
upkeep-note-go = تسجيل والمتابعة
upkeep-note-report = البلاغ:
upkeep-report-words = وجد معطلا خلال جولة مراقبة ({ $round }). الرقم: { $number }.
upkeep-said-planned = خططت الجولة.
upkeep-said-noted = سجل ما وجدتم.
upkeep-said-reported = سجل، وفتح به بلاغ.
upkeep-said-done = انتهت الجولة. شكرا.
upkeep-said-ended = أنهيت الجولة.
# Refusals
upkeep-round-title = اكتبوا اسما للجولة، { $most } حرفا على الأكثر.
upkeep-round-day = اختاروا يوما من اليوم إلى سنة.
upkeep-round-unit = اختاروا مصلحة من مصالحكم.
upkeep-round-empty = اختاروا مقاطعة أو حيا، أو ألصقوا لائحة أرقام.
upkeep-round-none-here = لا تجهيز من هذا النوع في هذا المكان.
upkeep-round-many = في هذا المكان أكثر من { $most } تجهيز. اختاروا حيا أصغر أو لائحة.
upkeep-round-over = انتهت هذه الجولة.
upkeep-noted-already = سجل زميل لكم ما وجده في هذا التجهيز.
upkeep-note-key = هذه الاستمارة أرسلت من قبل لتجهيز آخر. افتحوا الصفحة من جديد.
upkeep-note-finding = اختاروا ما وجدتم.
upkeep-note-category = لا يوجد صنف بلاغات لهذا النوع من التجهيزات.
# History of one object
upkeep-history = تاريخ هذا التجهيز
upkeep-history-none = لم يسبق أن بلغ عنه أحد.
upkeep-open-now = عطب مبلغ عنه
upkeep-works = لا عطب مبلغا عنه
upkeep-outcome-open = لم يصلح بعد
upkeep-outcome-repaired = أصلح
upkeep-outcome-dismissed = لم يحتسب عطبا
upkeep-from-until = من { $from } إلى { $until }
upkeep-since = منذ { $from }
upkeep-all-failures = أعطاب كل التجهيزات
# Failures and lighting, for everybody
upkeep-failures = أعطاب التجهيزات
upkeep-failures-hint = أين تتكرر، ومن يصلحها وفي كم
upkeep-failures-lead = منذ { $since }
upkeep-kinds = أنواع التجهيزات
upkeep-objects = التجهيزات
upkeep-lamps = المصابيح
upkeep-count = الأعطاب
upkeep-rate = أعطاب كل 100 في السنة
upkeep-unknown = غير معروف
upkeep-place = المكان
upkeep-other-places = أماكن أخرى
upkeep-number = الرقم
upkeep-dark = مدة التعطل
upkeep-by-place = حسب الأحياء
upkeep-in-table = الأرقام في جدول
upkeep-by-street = الشوارع الأكثر أعطابا
upkeep-by-area = حسب المقاطعات
upkeep-by-unit = من يصلح
upkeep-repaired = أصلحت
upkeep-still-open = لم تصلح بعد
upkeep-median = المدة الوسطى للإصلاح
upkeep-worst = التجهيزات الأكثر تعطلا
upkeep-worst-map = خريطة التجهيزات الأكثر تعطلا في آخر 12 شهرا
upkeep-none = لم يسجل أي عطب
upkeep-method = كيف حسبت هذه الأرقام
upkeep-method-failures = العطب مدة تبدأ ببلاغ وتنتهي حين يجيب المكلف بأنه أنجز الإصلاح. البلاغات عن التجهيز نفسه في المدة نفسها عطب واحد، وما رفض أو سحب أو أحيل على جهة أخرى لا يحتسب. المعدل هو أعطاب آخر 12 شهرا مقسومة على التجهيزات القائمة اليوم، ولا يعطى لمكان فيه أقل من { $fewest }. المدة الوسطى تعطى ابتداء من { $fewest } إصلاحات، واللائحة الأخيرة ابتداء من { $worst } أعطاب في السنة.
upkeep-assets-data = لائحة التجهيزات
upkeep-lighting = إنارة الشوارع: نسبة الاشتغال
upkeep-lighting-hint = كم من الوقت تضيء المصابيح، حيا بحي
upkeep-running = إلى اليوم
upkeep-availability = نسبة الاشتغال
upkeep-availability-note = من الوقت بدون عطب مبلغ عنه
upkeep-dark-hours = ساعات العطب
upkeep-by-period = حسب فصول السنة
upkeep-axis = تبدأ الأعمدة من 90%.
upkeep-no-lamps = لا مصابيح مرقمة بعد
upkeep-no-lamps-text = حين تعطي الجماعة أو المتعهد لائحة المصابيح، تظهر هنا نسبة اشتغالها.
upkeep-method-lighting = لكل مصباح قائم نعد ساعات الفصل كلها منذ تركيبه، ونطرح منها الوقت بين أول بلاغ عن انطفائه والجواب بأنه أصلح. بلاغان عن المصباح نفسه في المدة نفسها يحسبان مرة واحدة، والبلاغ المكرر يتبع الأول. ما رفض أو سحب لا يحتسب، وما أعيد فتحه يبقى عطبا إلى أن يصلح. المصباح الذي لم يبلغ عنه أحد يعد مشتغلا.
upkeep-method-small = الأماكن التي فيها أقل من { $fewest } مصابيح تجمع في «أماكن أخرى»: تبقى المجاميع كما هي.
upkeep-data = نسبة اشتغال الإنارة العمومية
upkeep-data-about = لكل فصل من السنة ولكل مكان: عدد المصابيح، والثواني التي كانت فيها قائمة، والثواني التي مرت ببلاغ لم يصلح، وعدد الأعطاب.
upkeep-column-id = مفتاح السطر
upkeep-column-period = فصل السنة
upkeep-column-area = رمز المقاطعة
upkeep-column-quarter = الحي؛ فارغ للأماكن الأخرى
upkeep-column-lamps = عدد المصابيح
upkeep-column-lamp-seconds = ثواني المصابيح القائمة
upkeep-column-dark-seconds = ثواني العطب المبلغ عنه
upkeep-column-failures = أعطاب بدأت في الفصل
upkeep-column-availability = نسبة الاشتغال، بالمائة
upkeep-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
 }
upkeep-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
 }
upkeep-in-year = { $count ->
    [zero] لا عطب في آخر 12 شهرا
    [one] عطب واحد في آخر 12 شهرا
    [two] عطبان في آخر 12 شهرا
    [few] { $count } أعطاب في آخر 12 شهرا
   *[other] { $count } عطبا في آخر 12 شهرا
 }
upkeep-broken-count = { $count ->
    [one] معطل واحد
    [two] معطلان
    [few] { $count } معطلة
   *[other] { $count } معطلا
 }
upkeep-worst-none = { $count ->
   *[other] لا تجهيز تعطل { $count } مرات أو أكثر.
 }
upkeep-round-unknown = { $count ->
    [one] رقم لا نعرفه: { $numbers }. صححوه أو أزيلوه.
    [two] رقمان لا نعرفهما: { $numbers }. صححوهما أو أزيلوهما.
    [few] { $count } أرقام لا نعرفها: { $numbers }. صححوها أو أزيلوها.
   *[other] { $count } رقما لا نعرفها: { $numbers }. صححوها أو أزيلوها.
 }
