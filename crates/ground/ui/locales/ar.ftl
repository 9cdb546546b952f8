# The frame of every page: first link, header, footer
ui-skip = انتقل إلى المحتوى
ui-language = لغة الصفحة
ui-menu = القائمة
ui-search = ابحث
ui-search-label = رمز أو خدمة أو كلمة
ui-account = ملفاتي
ui-unread = رسائل لم تقرأ بعد:
ui-sign-in = الدخول
ui-sign-out = الخروج
ui-my-account = حسابي
ui-foot-offline = لا تستعمل الإنترنت؟
ui-foot-offline-text = كل ما في هذا الموقع متاح في شبابيك الجماعة. يكفي أن تذكر رمز ملفك.
ui-foot-counters = الشبابيك وأوقاتها
ui-foot-commune = الجماعة
ui-foot-information = الحق في الحصول على المعلومات
ui-foot-site = الموقع
ui-contact = اتصل بنا
ui-open-data = البيانات المفتوحة
ui-privacy = حماية معطياتك الشخصية
ui-accessibility = سهولة الولوج
ui-source = الشفرة المصدرية للموقع

# Ribbons above the header: a demonstration, or a page served from its last good copy ($time is an hour)
ui-demo = هذا موقع تجريبي: الأشخاص والملفات فيه خياليون.
ui-demo-link = عن العرض التجريبي
ui-as-of = قاعدة البيانات لا تجيب الآن. ترى هذه الصفحة كما كانت على الساعة { $time }.

# Staff screens: side navigation and the menu of the person
ui-views = القوائم والأدوات
ui-notifications = الإشعارات
ui-citizen-site = موقع المواطنين

# Forms. $count is a number of mistakes, $at and $of are step numbers, $n the characters left
ui-optional = (اختياري)
ui-choose = اختر
ui-yes = نعم
ui-no = لا
ui-cancel = إلغاء
ui-errors-title = { $count ->
    [one] بقي خطأ واحد قبل الإرسال
    [two] بقي خطآن قبل الإرسال
    [few] بقيت { $count } أخطاء قبل الإرسال
    [many] بقي { $count } خطأ قبل الإرسال
   *[other] بقيت { $count } أخطاء قبل الإرسال
    }
ui-errors-kept = كل ما كتبته محفوظ في هذه الصفحة. اختر الصور من جديد إن أضفت صورا.
ui-step = الخطوة { $at } من { $of }
ui-kept = استرجعنا ما كتبته في زيارتك السابقة من هذا الجهاز.
ui-kept-erase = امسح وابدأ من جديد
ui-left = الحروف المتبقية: { $n }
ui-lookup-none = لا نعرف هذا الرقم. تأكد منه، أو حدد المكان على الخريطة.

# Choosing a place: with the map, the phone, or by hand
ui-point = المكان
ui-point-hint = المس المكان على الخريطة، أو استعمل موقع هاتفك، أو صفه في العنوان.
ui-point-here = أنا في المكان الآن
ui-point-wait = نبحث عن موقعك…
ui-point-done = تم تحديد موقعك. حرك العلامة إن لزم.
ui-point-refused = لم نتمكن من معرفة موقعك. اختره على الخريطة أو صفه بالكلمات.
ui-point-by-hand = كتابة الإحداثيات
ui-latitude = خط العرض
ui-longitude = خط الطول

# Maps: buttons, and what shows while the map is not there
ui-map-open = افتح الخريطة
ui-map-in = تقريب
ui-map-out = إبعاد
ui-map-without = تظهر الخريطة هنا إن سمح المتصفح بذلك. والقائمة تعرض الشيء نفسه.
ui-close = إغلاق

# Ways through lists and pages
ui-crumbs = أنت هنا
ui-filters = تصفية
ui-tabs = أقسام الصفحة
ui-pages = صفحات القائمة
ui-previous = السابق
ui-next = التالي
ui-all = الكل
ui-sift = اكتب كلمة لتصفية اللائحة
ui-sift-none = لا شيء بهذه الكلمة. جرب كلمة أخرى أو اختر «أخرى».

# How a date was computed: the key under the days
ui-day-counted = يوم محسوب
ui-day-feast = عطلة
ui-day-today = اليوم
ui-day-due = نهاية الأجل

# The receipt: what the citizen keeps
ui-copy-code = انسخ الرمز
ui-copied = تم النسخ
ui-qr = رمز مربع يفتح صفحة الملف
ui-pin = الرقم السري
ui-pin-hint = يظهر مرة واحدة. سجله: به تقرأ الرسائل وتجيب عنها.
ui-print-receipt = اطبع الوصل

# Charts and tables
ui-in-a-table = الأرقام في جدول
ui-in-a-list = في لائحة
ui-how-computed = كيف تحسب

# A rating: the spoken name of each star, $count from 1 to 5
ui-stars = { $count ->
    [one] نجمة واحدة من خمس
    [two] نجمتان من خمس
    [few] { $count } نجوم من خمس
   *[other] { $count } نجوم من خمس
    }

# The page shown when something went wrong: what is stored, what to do next
ui-error-code = رقم الخطأ
ui-error-stored-title = ما حفظناه
ui-error-nothing-stored = لم نسجل أي شيء جديد، ولم يضع أي شيء مما سجل من قبل.
ui-error-next = ما يمكنك فعله الآن
ui-error-home = الصفحة الرئيسية
ui-error-contact = اتصل بالجماعة
ui-error-reference = اذكر هذا المرجع:

# The foot of every e-mail
ui-email-why = توصلت بهذه الرسالة لأن ملفا لدى الجماعة مرتبط بعنوانك.
ui-email-no-reply = لا تجب على هذه الرسالة: أجب من صفحة ملفك.
# بعد انتهاء مدة الاتصال
ui-session-title = انتهت مدة اتصالكم
ui-session-text = لم يضع شيء مما كتبتم. ادخلوا إلى حسابكم في صفحة جديدة، ثم عودوا إلى هنا وأرسلوا من جديد.
ui-session-sign-in = ادخلوا في صفحة جديدة
ui-session-again = أرسلوا من جديد
ui-administration = الإدارة والإعدادات
ui-desk = مكتبي
ui-error-search = ابحث في الموقع
ui-error-case = افتح ملفا برمزه
