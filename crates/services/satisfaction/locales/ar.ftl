# نقرة واحدة من رسالة
satisfaction-sms = كيف وجدتم جواب الجماعة عن { $code }؟ نقرة واحدة تكفي: { $tap }
satisfaction-tap-title = كيف كان الجواب؟
satisfaction-tap-lead = اختاروا جوابا واحدا. يُحتسب في الأرقام التي تنشرها الجماعة، دون اسمكم.
satisfaction-tap-words = أضيفوا كلمة، إن شئتم
satisfaction-tap-over = لا شيء يُطلب منكم هنا
satisfaction-tap-over-text = سبق أن توصلنا برأيكم، أو ما زال الملف مفتوحا.
satisfaction-tap-back = العودة إلى ملفكم
satisfaction-said-thanks = شكرا، سُجل رأيكم.
satisfaction-mark = كيف كان الجواب؟
satisfaction-mark-5 = جيد جدا
satisfaction-mark-4 = جيد
satisfaction-mark-3 = متوسط
satisfaction-mark-2 = سيئ
satisfaction-mark-1 = سيئ جدا
satisfaction-solved = هل حُل المشكل؟
satisfaction-solved-yes = نعم
satisfaction-solved-partly = جزئيا
satisfaction-solved-no = لا
satisfaction-words = ما الذي كان يمكن أن نحسنه؟
satisfaction-words-hint = تقرؤه المصلحة وحدها، ولا يُنشر أبدا.
satisfaction-needs-mark = اختاروا جوابا واحدا.
# في الشباك وعبر الهاتف
satisfaction-menu-counter = رأي المرتفق
satisfaction-counter-title = رأي المرتفق في الشباك
satisfaction-counter-lead = صاحب الملف أمامكم ومعه الوصل: اسألوه وسجلوا جوابه كما قاله.
satisfaction-note-go = سجلوا الرأي
satisfaction-said-noted = سُجل الرأي.
satisfaction-own-work = أنتم من عالج هذا الملف: يسجل الرأي زميل آخر.
satisfaction-phone-title = رأي صاحب الملف
satisfaction-phone-lead = لم يُعط رأيه بعد. إن كلمتموه بالهاتف، اسألوه وسجلوا جوابه كما قاله.
satisfaction-phone-open = سجلوا رأيا بالهاتف
# للمسؤول عن المصلحة
satisfaction-menu-low = آراء غير راضية
satisfaction-low-title = آراء غير راضية
satisfaction-low-lead = من قال إن الجواب كان سيئا، في الملفات التي تسألون عنها. كلامهم لكم وحدكم.
satisfaction-low-empty = لا رأي ينتظركم
satisfaction-low-empty-text = تظهر هنا الآراء غير الراضية خلال ثلاثة أشهر.
satisfaction-seen = اطلعت عليه
satisfaction-said-seen = سُجل اطلاعكم.
satisfaction-means-page = من صفحة الملف
satisfaction-means-message = من رسالة
satisfaction-means-sms = برسالة قصيرة (رقم)
satisfaction-means-counter = في الشباك
satisfaction-means-phone = عبر الهاتف
# الأرقام العمومية
satisfaction-public-title = رأي الناس في أجوبة الجماعة
satisfaction-public-lead = كل من أُجيب عن ملفه يُسأل مرة واحدة. هذه أرقام السنة الأخيرة، مصلحة مصلحة.
satisfaction-few = الآراء أقل من { $count }: لا تُنشر حتى لا تدل على أشخاص.
satisfaction-of-marks = { $count ->
    [one] من رأي واحد
    [two] من رأيين
   *[other] من { $count } رأيا
 }
satisfaction-of-answered = { $count ->
    [one] من ملف واحد أُجيب عنه
    [two] من ملفين أُجيب عنهما
   *[other] من { $count } ملفا أُجيب عنه
 }
satisfaction-few-units = { $count ->
    [one] مصلحة واحدة آراؤها قليلة
    [two] مصلحتان آراؤهما قليلة
   *[other] { $count } مصلحة آراؤها قليلة
 }
satisfaction-by-unit = حسب المصلحة
satisfaction-ways = كيف وصلت الآراء
satisfaction-how = كيف تُحسب
satisfaction-how-text = العلامة من 1 إلى 5، والمعدل مجموع العلامات على عددها. يُسأل صاحب الملف مرة عن كل جواب، ومرة أخرى إن أُعيد فتحه. لا يظهر رقم مصلحة آراؤها أقل من { $count }، ومعه رقم ثان إن كان يمكن استنتاجه. الملفات السرية غير محتسبة، وكلام الناس لا يُنشر.
satisfaction-data = رأي الناس في أجوبة المصالح
satisfaction-data-about = عدد العلامات ومعدلها حسب المصلحة خلال سنة، ونسبة المشاكل المحلولة، والملفات المعاد فتحها. الأرقام القليلة محجوبة.
satisfaction-column-unit = المصلحة
satisfaction-column-name-ar = الاسم بالعربية
satisfaction-column-name-fr = الاسم بالفرنسية
satisfaction-column-marks = عدد الآراء
satisfaction-column-mean = المعدل
satisfaction-column-solved = حُل المشكل
satisfaction-column-answered = أُجيب عنها
satisfaction-column-reopened = أُعيد فتحها
# جواب برسالة قصيرة، من 1 إلى 5
satisfaction-sms-either = كيف وجدتم جواب الجماعة عن { $code }؟ أجيبوا برقم من 1 (سيئ جدا) إلى 5 (جيد جدا)، أو من هنا: { $tap }
satisfaction-sms-number = كيف وجدتم جواب الجماعة عن { $code }؟ أجيبوا برقم من 1 (سيئ جدا) إلى 5 (جيد جدا).
satisfaction-sms-thanks = شكرا، سُجل رأيكم في { $code }.
satisfaction-sms-already = سبق أن توصلنا برأيكم في { $code }. شكرا.
