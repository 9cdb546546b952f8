open311-not-found = لا يوجد شيء في هذا العنوان.
open311-key-wrong = المفتاح غير موجود أو غير صالح في هذه الجماعة. اطلبوا مفتاحا من الجماعة أو تحققوا من المعطى api_key.
open311-key-not-allowed = هذا المفتاح لا يسمح بهذه العملية.
open311-key-service = اتصلوا بالجماعة للحصول على مفتاح: يسلم مرة واحدة، ويمكن سحبه.
open311-jurisdiction-unknown = لا توجد جماعة مفتوحة بهذا المعرف jurisdiction_id. اكتبوا اسمها المختصر أو رمزها لدى المندوبية السامية للتخطيط.
open311-service-unknown = لا توجد خدمة بالرمز { $code }. تجدون الرموز في لائحة الخدمات.
open311-parameter-missing = المعطى { $name } ضروري.
open311-date-wrong = المعطى { $name } ليس تاريخا صحيحا. اكتبوه هكذا: 2026-11-24T10:00:00Z.
open311-stretch-wide = تغيرت ملفات كثيرة منذ هذا التاريخ. اختاروا تاريخ بداية أقرب.
open311-span-long = المدة المطلوبة تتجاوز { $days } يوما. قسموا الطلب إلى مدد أقصر.
open311-status-wrong = الحالة المطلوبة إما open أو closed.
open311-update-status-wrong = هذه الحالة غير معروفة في ملحق التحيينات.
open311-number-wrong = المعطى { $name } عدد صحيح يبدأ من 1.
open311-point-wrong = تعذرت قراءة الموقع. اكتبوا lat و long بالدرجات العشرية.
open311-point-half = اكتبوا lat و long معا.
open311-point-elsewhere = هذه النقطة خارج تراب الجماعة. تحققوا من الموقع أو اتصلوا بالجماعة المعنية.
open311-point-neighbour = هذه النقطة تابعة لجماعة { $name }. أرسلوا الطلب مع jurisdiction_id={ $slug }.
open311-place-missing = حددوا المكان: lat و long أو address_string أو address_id.
open311-number-unknown = لا يوجد تجهيز يحمل الرقم { $number }. أضيفوا موقعا أو عنوانا.
open311-number-near = لا يوجد تجهيز يحمل الرقم { $number }. أرقام قريبة: { $near }.
open311-photos-many = عدد الصور المسموح به في كل بلاغ: { $most } على الأكثر.
open311-notice-due = الجواب في أجل أقصاه { $day }.
open311-notice-follow = للتتبع: { $link }
open311-notice-media-url = لم تؤخذ الصورة من media_url: أرفقوها بالاستمارة (multipart، الخانة media).
open311-yes = نعم
open311-no = لا
open311-update-words = تحيين من الجهة المكلفة بالتدخل.
open311-update-note = تحيين وارد من شريك ({ $status }). { $words }
open311-welcome-title = البلاغات للبرامج (Open311)
open311-welcome-lead = كل تطبيق يعمل بمعيار Open311 GeoReport v2 يمكنه قراءة البلاغات وإيداعها هنا: { $count ->
    [one] صنف واحد
    [two] صنفان
    [few] { $count } أصناف
    [many] { $count } صنفا
   *[other] { $count } صنف
 }، بصيغتي XML و JSON.
open311-welcome-discovery = الاكتشاف
open311-welcome-services = الخدمات
open311-welcome-definition = أسئلة خدمة
open311-welcome-requests = البلاغات المنشورة
open311-welcome-updates = تغييرات الحالة
open311-welcome-bulk = كل البلاغات المنشورة في ملف واحد (GeoReport Bulk)
open311-welcome-forms = أنهوا العنوان بالامتداد xml أو json. والمعطى locale يحدد اللغة: ar أو fr أو zgh أو en.
open311-welcome-code = رمز المندوبية السامية للتخطيط
open311-welcome-send = إيداع بلاغ
open311-welcome-demo = في هذا العرض التجريبي، المفتاح هو demo.
open311-welcome-shown = تُراجع النصوص والصور قبل نشرها. أما الشكايات ضد الأشخاص فتودع في صفحات الجماعة، حيث تُحمى هوية صاحبها.

# أسطر من ملف نظام آخر ليس لها صنف هنا بعد.
open311-menu-imports = بلاغات مستوردة للتصنيف
open311-imports-title = بلاغات مستوردة للتصنيف
open311-imports-lead = وردت هذه البلاغات من نظام آخر، تحت أصناف غير موجودة هنا. اختاروا لكل صنف ما يقابله عندنا: تصبح كلها ملفات بتواريخها الأصلية، ولا تُرسل أي رسالة إلى أحد.
open311-imports-none = بدون صنف
open311-imports-source = المصدر:
open311-imports-choose = الصنف عندنا
open311-imports-go = تصنيف
open311-imports-empty = لا شيء في الانتظار
open311-imports-empty-text = وجد كل بلاغ مستورد صنفه.
open311-imports-said = التصنيف جار الآن.
open311-import-placed = أصبحت ملفات: { $count }
open311-import-waiting = في انتظار صنف: { $count }
open311-import-same = نُقلت من قبل: { $count }
open311-import-moved = تغيرت حالتها: { $count }
open311-import-noted = وردت من جديد وحُفظت في الملف: { $count }

# خدمات من فهرس نظام آخر، في شكل نصوص أصناف يمكن أن تصبح أصنافنا.
open311-menu-proposed = أصناف مقترحة
open311-proposed-title = أصناف مقترحة من أنظمة أخرى
open311-proposed-lead = كل خدمة من فهرس مستورد في شكل نص صنف. لا يُعرض منها شيء على العموم: اقرؤوا النص وترجموه وأتموه، ثم أضيفوه إلى الفهرس.
open311-proposed-questions = { $count ->
    [zero] بدون أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالا
   *[other] { $count } سؤال
 }
open311-proposed-text = نص الصنف
open311-proposed-empty = لا شيء مقترح بعد
open311-proposed-empty-text = يُستورد الفهرس بالأمر: jamaa import open311-services.
open311-catalogue-large = لا يتجاوز الفهرس { $most } خدمة.
# rights that a key of a program may hold
open311-right-open311-file = إيداع البلاغات عبر Open311
open311-right-open311-update = تحيين حالة البلاغات عبر Open311
