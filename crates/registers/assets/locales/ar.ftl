# قائمة التجهيزات المرقمة
assets-menu = التجهيزات المرقمة
assets-title = التجهيزات المرقمة
assets-lead = أعمدة الإنارة والحاويات وغيرها: رقم التجهيز وحده يكفي لمعرفة مكان المشكل.
assets-import = استيراد ملف
assets-search = رقم أو شارع أو حي
assets-search-go = بحث
assets-all = الكل
assets-kinds = الأنواع
assets-count = { $count ->
    [one] تجهيز واحد
    [two] تجهيزان
    [few] { $count } تجهيزات
    [many] { $count } تجهيزا
   *[other] { $count } تجهيز
 }
assets-number = الرقم
assets-kind = النوع
assets-place = العنوان
assets-area = المقاطعة
assets-state = الحالة
assets-point = الموقع
assets-placed = محدد
assets-not-placed = غير محدد
assets-state-in-place = في مكانه
assets-state-damaged = متضرر
assets-state-removed = أزيل
assets-empty = لا تجهيز هنا
assets-empty-text = غيروا البحث، أو استوردوا ملف CSV أو GeoJSON.
# الاستيراد
assets-file = الملف
assets-file-hint = CSV أو GeoJSON، بترميز UTF-8.
assets-look = افحصوا الملف
assets-columns = أعمدة الملف
assets-columns-text = العمود number وحده ضروري. الموقع بالدرجات العشرية. الرقم المعروف من قبل يحين ولا يتكرر.
assets-preview = ما سيقع
assets-preview-rows = أسطر صالحة
assets-preview-added = جديدة
assets-preview-changed = ستتغير
assets-preview-same = كما هي
assets-preview-outside = { $count ->
    [one] نقطة واحدة خارج حدود الجماعة
    [two] نقطتان خارج حدود الجماعة
    [few] { $count } نقط خارج حدود الجماعة
   *[other] { $count } نقطة خارج حدود الجماعة
 }
assets-preview-take = { $count ->
    [one] استوردوا هذا السطر
    [two] استوردوا هذين السطرين
    [few] استوردوا هذه الأسطر ({ $count })
   *[other] استوردوا هذه الأسطر ({ $count })
 }
assets-preview-leave = لا شيء الآن
assets-faults = { $count ->
    [one] سطر واحد لا يمكن استيراده
    [two] سطران لا يمكن استيرادهما
    [few] { $count } أسطر لا يمكن استيرادها
    [many] { $count } سطرا لا يمكن استيرادها
   *[other] { $count } سطر لا يمكن استيرادها
 }
assets-faults-text = صححوها في الملف وأعيدوا الاستيراد متى شئتم، فلا يتكرر شيء.
assets-line = السطر
assets-fault = الخطأ
assets-imported = تم استيراد الملف.
assets-changed = تم حفظ التجهيز.
# صفحة التجهيز
assets-details = معلومات
assets-cases = الملفات المتعلقة به
assets-change = تعديل
assets-change-save = احفظوا
assets-lat = خط العرض
assets-lon = خط الطول
assets-street = الشارع
assets-quarter = الحي
assets-note = ملاحظة داخلية
assets-label = الملصق
assets-qr = رمز مربع يفتح صفحة هذا التجهيز
assets-print = اطبعوا الملصق
assets-label-says = مشكل هنا؟ صوروا الرمز.
assets-report = بلغوا عن مشكل فيه
assets-earlier = ما بلغ عنه من قبل
assets-removed-public = هذا التجهيز أزيل من مكانه. إن كان ما زال هنا فبلغونا.
assets-damaged-public = هذا التجهيز متضرر، والجماعة على علم بذلك. إن رأيتم فيه خطرا أو عطلا جديدا فبلغونا.
assets-reserved-public = هذا الرقم محجوز لتجهيز لم يثبت في مكانه بعد.
# ما يرفض
assets-kind-unknown = النوع { $kind } غير معروف.
assets-file-absent = المرجو اختيار الملف من جديد.
assets-file-not-utf8 = الملف ليس بترميز UTF-8. أعيدوا حفظه بهذا الترميز.
assets-file-unreadable = تعذرت قراءة الملف: ليس CSV ولا GeoJSON سليما.
assets-file-empty = لا سطر في هذا الملف.
assets-file-long = الملف طويل جدا. العدد الأقصى للأسطر: { $most }. قسموه.
assets-file-no-number = لا عمود باسم number في السطر الأول.
assets-number-wrong = رقم التجهيز ناقص أو طويل.
assets-number-twice = الرقم { $number } مكرر في الملف.
assets-point-wrong = الموقع غير مفهوم: { $lat } ، { $lon }. اكتبوا درجات عشرية مثل 34.0412 و -6.8033.
assets-point-outside = هذه النقطة خارج الجماعة.
assets-state-wrong = الحالة { $state } غير معروفة: in_place أو damaged أو removed.
assets-day-wrong = التاريخ { $day } غير مفهوم. اكتبوه هكذا: 2026-11-24.
assets-text-long = النص طويل جدا. العدد الأقصى للحروف: { $most }.
# البيانات المفتوحة
assets-data = التجهيزات المرقمة
assets-data-about = أعمدة الإنارة والحاويات وغيرها مما له رقم، مع موقعه وحالته.
assets-column-id = معرف التجهيز
assets-column-kind = نوع التجهيز
assets-column-number = الرقم المكتوب عليه
assets-column-state = حالته
assets-column-area = رمز المقاطعة
assets-column-quarter = الحي
assets-column-street = الشارع
assets-column-lat = خط العرض بالدرجات العشرية
assets-column-lon = خط الطول بالدرجات العشرية
assets-labels = ملصقات للطباعة
assets-labels-print = طباعة الملصقات
assets-labels-how = { $count ->
    [one] ملصق واحد. اطبعوا على ورق A4 لاصق (14 ملصقا، 99.1 × 38.1 مم)، بمقياس 100% وبدون هوامش.
    [two] ملصقان. اطبعوا على ورق A4 لاصق (14 ملصقا، 99.1 × 38.1 مم)، بمقياس 100% وبدون هوامش.
    [few] { $count } ملصقات. اطبعوا على ورق A4 لاصق (14 ملصقا، 99.1 × 38.1 مم)، بمقياس 100% وبدون هوامش.
   *[other] { $count } ملصقا. اطبعوا على ورق A4 لاصق (14 ملصقا، 99.1 × 38.1 مم)، بمقياس 100% وبدون هوامش.
 }
assets-labels-no-phone = لم يسجل للجماعة رقم هاتف بعد، فلن يظهر على الملصق.
assets-state-reserved = رقم محجوز لم يثبت بعد
# أرقام تعطيها الجماعة
assets-number-them = ترقيم تجهيزات
assets-number-lead = تعطي الجماعة أرقامها بنفسها: تطبع الملصقات أولا، ثم يحدد مكان كل تجهيز حين يثبت عليه رقمه.
assets-letters = حروف السلسلة
assets-letters-hint = ثلاثة حروف لاتينية، مثل TAB لتابريكت. لكل نوع سلسلته.
assets-count-them = كم رقما؟
assets-number-go = إعطاء الأرقام
assets-numbered = أعطيت الأرقام. يمكن الآن طباعة ملصقاتها.
assets-check = حرف المراقبة
assets-check-text = ينتهي كل رقم بحرف يحسب من باقيه (ISO/IEC 7064, MOD 37-2): من أخطأ في رقم واحد أو قلب رقمين متجاورين نخبره فورا. لذلك تترك بعض الأرقام فارغة.
assets-series = السلاسل
assets-series-last = آخر رقم
# رفض
assets-series-shape = تكتب السلسلة بثلاثة حروف لاتينية، لا { $letters }.
assets-series-count = اكتبوا عددا بين 1 و{ $most }.
assets-series-taken = السلسلة { $letters } لنوع آخر من التجهيزات.
assets-series-in-list = تبدأ بالحروف { $letters } أرقام لائحة مستوردة ليس فيها حرف مراقبة. اختاروا حروفا أخرى.
assets-series-full = انتهت أرقام السلسلة { $letters }.
assets-number-not-of-series = السطر { $line }: الرقم { $number } من سلسلة للجماعة، لكن حرف المراقبة أو النوع لا يوافقه.
assets-list-long = كتبتم { $count } رقما. الحد { $most } في المرة الواحدة.
# بعد كتابة عدة أرقام في خانة البلاغ
assets-list-found = { $count ->
    [one] تجهيز واحد معروف: { $numbers }.
    [two] تجهيزان معروفان: { $numbers }.
    [few] { $count } تجهيزات معروفة: { $numbers }.
   *[other] { $count } تجهيزا معروفا: { $numbers }.
 }
assets-list-unknown = غير معروف: { $numbers }.
