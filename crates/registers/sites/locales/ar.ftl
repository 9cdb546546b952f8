# المقرات والشبابيك، خاصة بالموظفين
sites-menu = المقرات والشبابيك
sites-title = المقرات والشبابيك
sites-lead = أين يستقبل المرتفقون، وفي أي شباك، ولأي غرض، ومتى.
sites-none = لا يوجد أي مقر بعد
sites-add = أضيفوا مقرا
sites-counters-count = { $count ->
    [zero] بدون شباك
    [one] شباك واحد
    [two] شباكان
    [few] { $count } شبابيك
    [many] { $count } شباكا
   *[other] { $count } شباك
    }
sites-retired-on = أغلق هذا المقر نهائيا يوم { $day }.
sites-about = المقر
sites-name-ar = الاسم بالعربية
sites-name-fr = الاسم بالفرنسية
sites-name-en = الاسم بالإنجليزية
sites-address-ar = العنوان بالعربية
sites-address-fr = العنوان بالفرنسية
sites-unit = الوحدة المسؤولة عنه
sites-area = المقاطعة
sites-no-area = الجماعة كلها
sites-phone = الهاتف
sites-lat = خط العرض
sites-lon = خط الطول
sites-step-free = يمكن الدخول بكرسي متحرك
sites-save = احفظوا
sites-retire = أغلقوا المقر نهائيا
sites-retire-sure = لن يستقبل المقر أي أحد ابتداء من اليوم، وتنقل المواعيد المحجوزة فيه. هل تتابعون؟

# الشبابيك
sites-counters = الشبابيك
sites-counter = الشباك
sites-counter-name = الشباك { $label }
sites-counter-add = أضيفوا شباكا
sites-no-counter = لا يوجد أي شباك بعد.
sites-priority = الأولوية
sites-priority-tick = يستقبل أولا ذوي الأولوية: المسنين والحوامل والأشخاص في وضعية إعاقة
sites-counter-label = الرقم أو الاسم المكتوب فوقه
sites-seats = عدد من يخدمون في الوقت نفسه
sites-seats-hint = شخص واحد في الغالب.
sites-serves = الأغراض التي يتكفل بها
sites-counter-retire = احذفوا الشباك
sites-counter-retire-sure = لن يخدم هذا الشباك أحدا، وتنقل المواعيد المحجوزة فيه. هل تتابعون؟

# أوقات الفتح والإغلاق
sites-hours = أوقات الفتح
sites-hours-text = من لم تحدد له أوقات خاصة يتبع أوقات الجماعة، وهي مغلقة في نهاية الأسبوع والعطل.
sites-weekday = اليوم من الأسبوع
sites-season = الفترة
sites-season-usual = باقي السنة
sites-season-ramadan = رمضان
sites-whole = المقر كله
sites-acts = الإجراءات
sites-remove = احذفوا
sites-hours-add = أضيفوا أوقاتا
sites-opens = ساعة الفتح
sites-closes = ساعة الإغلاق
sites-starts-on = ابتداء من
sites-ends-on = إلى غاية
sites-hours-save = أضيفوا الأوقات
sites-closures = الإغلاق الاستثنائي
sites-closures-text = كل موعد محجوز في هذه الأوقات ينقل إلى أقرب وقت متاح ويخبر صاحبه برسالة قصيرة.
sites-day = اليوم
sites-whole-day = اليوم كله
sites-why = السبب
sites-why-ar = السبب بالعربية
sites-why-fr = السبب بالفرنسية
sites-closure-add = إغلاق يوم أو جزء منه
sites-from = من الساعة
sites-to = إلى الساعة
sites-closure-save = أغلقوا

# الأغراض
sites-matters = أغراض الزيارة
sites-matter-add = أضيفوا غرضا
sites-no-matter = لا يوجد أي غرض بعد
sites-minutes-count = { $count } دقيقة
sites-code = الرمز
sites-code-hint = حروف لاتينية صغيرة وأرقام ومطات، مثلا tax-question.
sites-minutes = المدة بالدقائق
sites-most-people = أكبر عدد في زيارة واحدة
sites-ways = كيف يقضى
sites-way-visit = بموعد في الشباك
sites-way-phone = بموعد عبر الهاتف
sites-way-walk_in = بتذكرة دون موعد
sites-identity = بم يرتبط الموعد
sites-identity-hint = مع رقم البطاقة يبقى لكل شخص موعد واحد قائم لهذا الغرض.
sites-identity-name = الاسم والهاتف
sites-identity-national_number = رقم بطاقة التعريف الوطنية
sites-procedure = معرف الإجراء
sites-procedure-hint = بطاقته تبين ما يجب إحضاره.
sites-bring-ar = ما يجب إحضاره، بالعربية
sites-bring-fr = ما يجب إحضاره، بالفرنسية
sites-bring-hint = شيء واحد في كل سطر.
sites-matter-retire = احذفوا الغرض
sites-matter-retire-sure = لن يحجز أي موعد جديد لهذا الغرض. هل تتابعون؟

# إشعارات
sites-saved = تم حفظ المقر.
sites-retired = أغلق المقر نهائيا.
sites-counter-saved = تم حفظ الشباك.
sites-counter-retired = تم حذف الشباك.
sites-hours-saved = تمت إضافة الأوقات.
sites-hours-removed = تم حذف الأوقات.
sites-closed = تم تسجيل الإغلاق. تنقل المواعيد المحجوزة فيه ويخبر أصحابها.
sites-reopened = تم حذف الإغلاق.
sites-matter-saved = تم حفظ الغرض.
sites-matter-retired = تم حذف الغرض.

# أسباب الرفض
sites-name-wrong = النص ناقص أو طويل. العدد الأقصى للحروف: { $most }.
sites-number-wrong = اكتبوا عددا.
sites-unit-unknown = اختاروا وحدة.
sites-area-unknown = هذه المقاطعة لا تنتمي إلى جماعتنا.
sites-phone-wrong = رقم الهاتف غير صحيح.
sites-point-wrong = الإحداثيات غير صحيحة.
sites-weekday-wrong = اختاروا يوما من الأسبوع.
sites-hour-wrong = اكتبوا ساعة من مضاعفات { $grid } دقائق، مثلا 08:30.
sites-hours-reversed = ساعة الإغلاق تسبق ساعة الفتح.
sites-days-reversed = آخر يوم يسبق اليوم الأول.
sites-day-wrong = اختاروا يوما.
sites-day-past = هذا اليوم مضى.
sites-seats-wrong = اكتبوا عددا بين 1 و{ $most }.
sites-label-taken = يوجد شباك آخر بهذا الاسم في المقر نفسه.
sites-code-wrong = اكتبوا رمزا بحروف لاتينية صغيرة.
sites-code-taken = هذا الرمز مستعمل.
sites-minutes-wrong = المدة من مضاعفات { $grid } دقائق، و{ $most } دقيقة على الأكثر.
sites-people-wrong = اكتبوا عددا بين 1 و{ $most }.
sites-ways-missing = اختاروا طريقة واحدة على الأقل.
sites-bring-wrong = اكتبوا العدد نفسه من الأسطر باللغتين.
