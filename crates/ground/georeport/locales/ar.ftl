# لماذا تعذر استعمال خادم Open311 لجهة أخرى. detail: ما قاله ذلك الخادم، وغالبا بلغته.
georeport-address = العنوان { $detail } ليس عنوان خادم Open311. يبدأ العنوان بـ https://.
georeport-inside = هذا العنوان يؤدي إلى شبكة داخلية لا يجوز الاتصال بها من هنا. استعملوا العنوان العمومي للخادم.
georeport-unreachable = تعذر الوصول إلى الخادم ({ $detail }). ستعاد المحاولة.
georeport-insecure = فشل الاتصال الآمن بالخادم ({ $detail }). على المسؤول عنه تجديد شهادته.
georeport-slow = لم يجب الخادم في الوقت المناسب. ستعاد المحاولة.
georeport-cut = انقطع الاتصال ({ $detail }). ستعاد المحاولة.
georeport-busy = لا يمكن للخادم قبول الطلب الآن: { $detail }. ستعاد المحاولة.
georeport-broken = وقع عطب في الخادم: { $detail }. ستعاد المحاولة.
georeport-key = لا يقبل الخادم مفتاحنا: { $detail }
georeport-absent = لا يعرف الخادم هذا العنصر: { $detail }
georeport-refused = يرفض الخادم الطلب: { $detail }
georeport-moved = يحيلنا الخادم على عنوان آخر: { $detail }. سجلوه إن كان صحيحا.
georeport-page = أجاب الخادم بصفحة موجهة للعموم ({ $detail }) عوض المعطيات. الأرجح أن العنوان ليس عنوان منفذ Open311.
georeport-kind = جواب الخادم ليس بصيغة JSON ولا XML ({ $detail }).
georeport-unreadable = تعذرت قراءة جواب الخادم: { $detail }
georeport-large = جواب الخادم كبير جدا.
georeport-other = أجاب الخادم عن شيء آخر: { $detail }. لم يتغير أي شيء هنا.
georeport-unsure = ربما وصلت محاولة سابقة لإرسال { $detail }، ولا يستطيع الخادم تأكيد ذلك. اسألوا المسؤول عنه، ثم سجلوه كمرسل أو أعيدوا إرساله.

# ما أُصلح أثناء قراءة ملف مصدَّر.
georeport-repair-encoding = ترميز غير المعلن عنه
georeport-repair-mark = علامة ترتيب البايتات
georeport-repair-signs = رموز لا تسمح بها الصيغة
georeport-repair-null = كلمة null عوض الفراغ
georeport-repair-twice = اسم مكرر
georeport-repair-zero = نقطة عند 0، 0
georeport-repair-point = مكان غير ممكن
georeport-repair-naive = تاريخ بدون منطقة زمنية
georeport-repair-order = تاريخ قد يكون يومه وشهره معكوسين
georeport-repair-date = تاريخ غير مقروء
georeport-repair-status = حالة ليست مفتوحة ولا مغلقة
georeport-repair-name = خانة باسم آخر
georeport-repair-row = سطر بعدد خانات مختلف
