# The frame of every page: first link, header, footer
ui-skip = انتقلوا إلى المحتوى
ui-language = لغة الصفحة
ui-menu = القائمة
ui-search = بحث
ui-search-label = رمز أو خدمة أو كلمة
ui-account = صفحتي
ui-unread = رسائل لم تقرأ بعد:
ui-sign-in = الدخول
ui-sign-out = الخروج
ui-leave-offline = لا شبكة الآن: لا يمكن الخروج من الحساب إلا بالشبكة. تبقى صفحتكم مفتوحة.
ui-leave-unsent = لم يرسل بعد: { $n }. إن خرجتم الآن بقي في هذا الجهاز، ولا يرسل إلا بعد دخولكم من جديد. أتخرجون؟
ui-my-account = حسابي
ui-foot-offline = لا تستعملون الإنترنت؟
ui-foot-offline-text = كل ما في هذا الموقع متاح أيضا في شبابيك الجماعة. يكفي أن تقدموا رمز ملفكم.
ui-foot-counters = الشبابيك وأوقاتها
ui-foot-commune = الجماعة
ui-foot-information = الحق في الحصول على المعلومات
ui-foot-site = الموقع
ui-contact = اتصلوا بنا
ui-open-data = البيانات المفتوحة
ui-privacy = حماية معطياتكم الشخصية
ui-accessibility = سهولة الولوج
ui-source = الشفرة المصدرية للموقع

# Ribbons above the header: a demonstration, or a page served from its last good copy ($time is an hour)
ui-demo = هذا موقع تجريبي: الأشخاص والملفات فيه خياليون.
ui-demo-link = عن العرض التجريبي
ui-as-of = قاعدة المعطيات لا تجيب الآن. ترون هذه الصفحة كما كانت على الساعة { $time }.

# Staff screens: side navigation and the menu of the person
ui-views = القوائم والأدوات
ui-citizen-site = موقع المواطنين

# Forms. $count is a number of mistakes, $at and $of are step numbers, $n the characters left
ui-optional = (اختياري)
ui-choose = اختاروا
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
ui-step = الخطوة { $at } من { $of }
ui-kept = استرجعنا ما كتبتموه من قبل على هذا الجهاز.
ui-kept-erase = امسحوا وابدؤوا من جديد
ui-left = الحروف المتبقية: { $n }
ui-lookup-none = لا نعرف هذا الرقم. تأكدوا منه، أو حددوا المكان على الخريطة.

# Beside a field for files: the button that opens the telephone's photos or files
ui-choose-photo = اختاروا صورة
ui-choose-file = اختاروا ملفا

# Choosing a place: with the map, the phone, or by hand
ui-point = المكان
ui-point-hint = المسوا المكان على الخريطة، أو استعملوا موقع هاتفكم، أو صفوه بالكلمات.
ui-point-here = استعملوا موقع هذا الجهاز
ui-point-wait = نبحث عن موقعكم…
ui-point-done = حُدد الموقع. حركوا العلامة إن لزم.
ui-point-refused = لم نتمكن من معرفة موقعكم. ضعوا العلامة على الخريطة أو صفوا المكان بالكلمات.
ui-point-by-hand = كتابة الإحداثيات
ui-latitude = خط العرض
ui-longitude = خط الطول

# Maps: buttons, and what shows while the map is not there
ui-map-open = افتحوا الخريطة
ui-map-in = تقريب
ui-map-out = إبعاد
ui-map-without = تظهر الخريطة هنا إن كان المتصفح يسمح بها، وفي اللائحة المعلومات نفسها.
ui-close = إغلاق

# Ways through lists and pages
ui-crumbs = أنتم هنا
ui-filters = تصفية
ui-tabs = أقسام الصفحة
ui-pages = صفحات القائمة
ui-previous = السابق
ui-next = التالي
ui-all = الكل
ui-sift = اكتبوا كلمة لتقصير اللائحة
ui-sift-none = لا شيء بهذه الكلمة. جربوا كلمة أخرى أو اختاروا «أخرى».

# How a date was computed: the key under the days
ui-day-counted = يوم محسوب
ui-day-feast = عطلة
ui-day-today = اليوم
ui-day-due = نهاية الأجل

# The receipt: what the citizen keeps
ui-copy-code = انسخوا الرمز
ui-copied = تم النسخ
ui-qr = رمز مربع يفتح صفحة الملف
ui-pin = الرقم السري
ui-pin-hint = احتفظوا به: يفتح ملفكم، وبه تقرؤون الرسائل وتجيبون عنها.
ui-print-receipt = اطبعوا الوصل

# Charts and tables
ui-in-a-table = الأرقام في جدول
ui-in-a-list = في لائحة
ui-how-computed = طريقة الحساب

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
ui-error-nothing-stored = لم يُسجَّل أي شيء جديد، ولم يضع شيء مما سُجِّل من قبل.
ui-error-next = ما يمكنكم فعله الآن
ui-error-home = الصفحة الرئيسية
ui-error-contact = اتصلوا بالجماعة
ui-error-reference = اذكروا هذا المرجع:

# The foot of every e-mail
ui-email-why = توصلتم بهذه الرسالة لأن ملفا لدى الجماعة مرتبط بعنوانكم.
ui-email-no-reply = لا تجيبوا عن هذه الرسالة: أجيبوا من صفحة ملفكم.
# بعد انتهاء مدة الاتصال
ui-session-title = انتهت مدة اتصالكم
ui-session-text = لم يضع شيء مما كتبتم. ادخلوا إلى حسابكم في صفحة جديدة، ثم عودوا إلى هنا وأرسلوا من جديد.
ui-session-sign-in = ادخلوا في صفحة جديدة
ui-session-again = أرسلوا من جديد
ui-administration = الإدارة والإعدادات
ui-desk = مكتبي
ui-error-search = ابحثوا في الموقع
ui-error-case = افتحوا ملفا برمزه

# What the browser says about a field, in the page's language
ui-say-fill = المرجو ملء هذه الخانة.
ui-say-pick = المرجو اختيار جواب.
ui-say-tick = المرجو وضع علامة في هذه الخانة للمتابعة.
ui-say-email = عنوان البريد الإلكتروني غير صحيح. مثال: nom@exemple.ma.
ui-say-url = العنوان غير صحيح. مثال: https://exemple.ma.
ui-say-date = المرجو كتابة التاريخ كاملا.

# A form sent back with mistakes: what stays, and the photos that a browser never keeps
ui-errors-words = كل ما كتبتموه محفوظ في هذه الصفحة.
ui-errors-photos = اختاروا الصور من جديد إن أضفتم صورا.

# Choosing a place without scripts, from the keyboard, or outside the limits of the commune
ui-point-hint-plain = صفوا المكان بالكلمات، أو اكتبوا إحداثياته إن كنتم تعرفونها.
ui-map-keys = الأسهم تحرك الخريطة، وزر الإدخال يضع العلامة في وسطها.
ui-map-outside = هذه النقطة خارج حدود الجماعة. تأكدوا من المكان.

# The key under the days of a deadline
ui-day-weekend = نهاية الأسبوع أو يوم غير محسوب

# A colour chosen with the browser's own picker
ui-pick-colour = اختاروا اللون من لوحة الألوان
ui-error-desk = عودة إلى ملفات للمعالجة
ui-session-files = الصور وحدها لم تُحفظ هنا: أضيفوها بعد الإرسال.
