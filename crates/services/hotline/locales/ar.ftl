# شاشة من يجيب على الهاتف
hotline-menu = الرد على الهاتف
hotline-title = الرد على الهاتف
hotline-asked = رقم المتصل، أو رمز ملفه، أو اسمه
hotline-asked-hint = اكتبوا الرقم كما يقوله، ثم اضغطوا مفتاح الإدخال.
hotline-pin-too = ومعه الرقم السري
hotline-search = ابحثوا
hotline-found = { $count ->
    [one] ملف واحد
    [two] ملفان
   *[other] { $count } ملفات
 }
hotline-more = هذه أحدث { $count } ملفات. لغيرها اطلبوا من المتصل رمز ملفه.
hotline-none-number = لا ملف بهذا الرقم
hotline-none-code = لا ملف بهذا الرمز
hotline-none-name = لا ملف بهذا الاسم فيما يصل إليكم
hotline-sentence = ملفكم «{ $title }»: { $state }. { $next }.
hotline-confidential = ملف سري
hotline-tell-nothing = لا تقولوا عنه شيئا: اطلبوا من المتصل رمز الملف والرقم السري.
hotline-received = توصلنا به يوم { $day }
hotline-own-words = ما كتبه صاحبه
hotline-told-words = آخر ما كتبته له الجماعة
hotline-ask-pin = يريد التفاصيل: اطلبوا الرقم السري
hotline-open = تحققوا
hotline-open-file = فتح الملف
hotline-look-noted = يُسجل كل بحث، ويظهر لصاحب الملف أنه اطُلع عليه في مكالمة هاتفية.
hotline-new = بلاغ جديد
hotline-new-for = باسم المتصل من { $number }. اختاروا المشكل.
hotline-new-lead = اختاروا المشكل. يمكن كتابة رقم المتصل في الاستمارة.
hotline-what = ما المشكل؟
# الوصل الذي يُقرأ على المتصل
hotline-read-out = اقرؤوا الرمز على المتصل
hotline-read-pin = والرقم السري:
hotline-sms-sent = ويصله الرمز برسالة قصيرة.
hotline-sms-none = لم يترك رقما: ليكتب الرمز والرقم السري.
hotline-next-call = المكالمة الموالية
# أخطاء
hotline-needs-words = اكتبوا رقما أو رمزا أو اسما من ثلاثة أحرف على الأقل.
hotline-mistyped = ليس هذا رقم هاتف ولا رمز ملف. أعيدوا السؤال عنه.
hotline-pin-of-code = الرقم السري يفتح ملفا واحدا: اكتبوا معه رمز الملف، أو ابحثوا بالهاتف من دونه.
