# Who files for others: the list of the administrator. $day is a date, $count a number
assisted-menu-mandates = النيابة عن المرتفقين
assisted-menu-kiosks = الأكشاك
assisted-mandates = من يودع الطلبات نيابة عن غيره
assisted-mandates-lead = كتاب عموميون وجمعيات اعتمدتهم الجماعة لإيداع طلبات محددة، إلى أجل محدد، بتوكيل مكتوب من كل مرتفق.
assisted-none = لم تعتمد الجماعة أحدا بعد
assisted-none-text = من اعتُمد يظهر هنا، مع سجل ما قام به.
assisted-appoint = اعتماد كاتب عمومي أو جمعية
assisted-appoint-lead = يتوصل المعتمد بدعوة في بريده ليختار كلمة السر والعامل الثاني، ولا يستطيع شيئا قبل ذلك.
assisted-appoint-go = اعتماد وإرسال الدعوة
assisted-kind = الصفة
assisted-kind-writer = كاتب عمومي
assisted-kind-association = جمعية
assisted-name = الاسم كما يقرؤه المرتفق
assisted-name-hint = مثلا: مكتب الكاتب العمومي أحمد، حي سيدي موسى
assisted-email = البريد الإلكتروني
assisted-email-hint = بريد شخص واحد: لكل من يودع الطلبات حسابه.
assisted-email-wrong = اكتبوا بريدا إلكترونيا صحيحا.
assisted-agreement = الاتفاقية أو القرار
assisted-agreement-hint = الرقم والتاريخ
assisted-procedures = الخدمات التي يودع طلباتها
assisted-procedures-hint = لا يستطيع إيداع غيرها.
assisted-procedures-count =
    { $count ->
        [one] خدمة واحدة
        [two] خدمتان
        [few] { $count } خدمات
        [many] { $count } خدمة
       *[other] { $count } خدمة
     }
assisted-from = ابتداء من
assisted-until = إلى غاية { $day }
assisted-ends-on = آخر يوم
assisted-ended-at = سُحب في
assisted-day-hint = يوم/شهر/سنة، في حدود سنة واحدة
assisted-standing-valid = ساري المفعول
assisted-standing-expired = انتهت مدته
assisted-standing-revoked = مسحوب
assisted-not-ready = لم يفعّل حسابه بعد
assisted-not-ready-text = لم يختر كلمة السر والعامل الثاني بعد؛ وإلى حين ذلك يُرفض كل ما يحاوله.
assisted-shared =
    { $count ->
        [few] وسيلة اتصال واحدة لـ{ $count } أشخاص مختلفين
        [many] وسيلة اتصال واحدة لـ{ $count } شخصا مختلفا
       *[other] وسيلة اتصال واحدة لـ{ $count } شخص مختلف
     }
assisted-shared-text = تحققوا من أن الإخبار يصل إلى أصحاب الطلبات لا إلى من ينوب عنهم.
assisted-journal = سجل ما قام به
assisted-journal-masked = تظهر الحروف الأولى من الأسماء فقط، واطلاعكم على هذه الصفحة مسجل.
assisted-journal-own = سجلي
assisted-journal-own-lead = كل ما قمتم به نيابة عن غيركم: لمن، وماذا، ومتى. يراه المسؤول في الجماعة أيضا.
assisted-no-deed = لا شيء بعد
assisted-what-noted = تسجيل توكيل
assisted-what-began = بدء طلب
assisted-what-looked = اطلاع
assisted-what-filed = إيداع
assisted-what-gave = إضافة وثائق
assisted-what-ended = اعترض المرتفق وأنهى التوكيل
assisted-renew = تغيير الخدمات أو تمديد المدة
assisted-renew-go = حفظ
assisted-revoke = سحب الاعتماد
assisted-revoke-text = يسري السحب فورا: تُغلق جلساته، وتنتهي توكيلاته كلها، وما بدأه ينتقل إلى أصحابه.
assisted-revoke-go = سحب الاعتماد الآن
assisted-revoke-sure = هل تسحبون الاعتماد الآن؟
assisted-why = السبب
assisted-said-appointed = تم الاعتماد، والدعوة في الطريق.
assisted-said-renewed = تم الحفظ.
assisted-said-revoked = سُحب الاعتماد وأُغلقت الجلسات.
assisted-save = حفظ
# Refusals. $day is a date
assisted-needed = هذه الخانة ضرورية.
assisted-day-wrong = اكتبوا التاريخ هكذا: 31/12/2026.
assisted-ends-before = آخر يوم لا يسبق أول يوم.
assisted-year-most = المدة سنة واحدة على الأكثر، ثم تُجدد.
assisted-no-procedure = اختاروا خدمة واحدة على الأقل.
assisted-holder-twice = هذا الحساب معتمد من قبل؛ جددوا اعتماده.
assisted-holder-unknown = هذا الحساب غير معتمد لإيداع الطلبات نيابة عن غيره. اتصلوا بالجماعة.
assisted-holder-ended = سُحب اعتمادكم في { $day }، ولا يمكنكم إيداع أي طلب نيابة عن غيركم. سجلكم ما زال أمامكم، وللاستفسار اتصلوا بالجماعة.
assisted-holder-expired = انتهت مدة اعتمادكم في { $day }. اطلبوا من الجماعة تجديده.
assisted-holder-factor = لم يُفعّل العامل الثاني لحسابكم. افتحوا الدعوة التي وصلتكم بالبريد أو اطلبوا غيرها.
assisted-holder-procedure = اعتمادكم لا يشمل هذه الخدمة. يمكن للمرتفق إيداع طلبه بنفسه أو لدى الشباك.
assisted-paper-ended = أنهى صاحب الطلب هذا التوكيل، أو أنهته الجماعة. لا يمكنكم المتابعة نيابة عنه.
assisted-paper-expired = انتهت مدة هذا التوكيل في { $day }. سجلوا توكيلا جديدا موقعا.
assisted-paper-procedure = هذا التوكيل لا يذكر هذه الخدمة.
assisted-signed-later = تاريخ التوقيع لا يكون في المستقبل.
assisted-longer-than-own = لا يتجاوز التوكيل آخر يوم من اعتمادكم: { $day }.
assisted-own-contact = هذه وسيلة اتصالكم أنتم. اكتبوا هاتف المرتفق أو بريده: هو من يجب أن يُخبر.
assisted-proof-missing = أرفقوا صورة التوكيل الموقع أو اكتبوا مرجعه.
# Messages to the citizen. $name is the holder, $case the code of the file, $link an address, $code a code
assisted-mail-subject = طلب باسمكم لدى الجماعة
assisted-sms-filed = أُودع الملف { $case } باسمكم من طرف { $name }. للاطلاع، أو للاعتراض إن لم تطلبوا ذلك: { $link } (الرمز { $code }، ويُقبل في الشباك أيضا)
assisted-sms-ended = انتهت نيابة { $name } عنكم لدى الجماعة. لإكمال ما بُدئ باسمكم بأنفسكم: { $link }
# Kiosks. $count is a number of visits, $at a moment
assisted-kiosks = الأكشاك
assisted-kiosks-lead = أجهزة يودع فيها كل من شاء طلبه، ولا تحتفظ بأي شيء بعد انصرافه.
assisted-kiosks-none = لا كشك بعد
assisted-kiosk-new = كشك جديد
assisted-kiosk-name-field = الاسم
assisted-kiosk-name = اكتبوا اسما للكشك.
assisted-kiosk-site = المكان
assisted-kiosk-site-hint = مثلا: مقر الجماعة، الطابق السفلي
assisted-kiosk-procedures = الخدمات المفتوحة فيه
assisted-kiosk-procedures-hint = دون اختيار: خدمات المواطنين التي لا تتطلب إرفاق وثيقة.
assisted-kiosk-add = إضافة وإنشاء الرابط
assisted-kiosk-link = رابط لجهاز آخر
assisted-kiosk-revoke = توقيف
assisted-kiosk-revoke-sure = هل توقفون هذا الكشك الآن؟
assisted-kiosk-ready = يعمل
assisted-kiosk-waiting = ينتظر جهازه
assisted-kiosk-ended = موقوف
assisted-visits =
    { $count ->
        [zero] لا زيارة هذا الشهر
        [one] زيارة واحدة هذا الشهر
        [two] زيارتان هذا الشهر
        [few] { $count } زيارات هذا الشهر
        [many] { $count } زيارة هذا الشهر
       *[other] { $count } زيارة هذا الشهر
     }
assisted-seen = آخر استعمال: { $at }
assisted-link-once = افتحوا هذا الرابط على الجهاز نفسه. يظهر مرة واحدة.
assisted-link-how = صالح أربعا وعشرين ساعة ولمرة واحدة. بعد فتحه يصير ذلك الجهاز هو الكشك.
assisted-said-kiosk-changed = تم الحفظ.
assisted-said-kiosk-revoked = توقف الكشك.
assisted-set-up = جعل هذا الجهاز كشكا
assisted-set-up-text = سيُنسى كل حساب مفتوح على هذا المتصفح، ولن يعرض بعد ذلك إلا صفحات الكشك.
assisted-set-up-go = هذا الجهاز هو الكشك
