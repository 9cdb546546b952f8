# تصاميم الرخصة وما يكتب عليها. المربع حرف لاتيني ورقم مثل C4.
plans-title = التصاميم
plans-commune = جماعة { $name }
plans-remarks = { $count ->
    [zero] لا ملاحظة
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
 }
plans-open = { $count ->
    [one] ملاحظة لم ترفع
    [two] ملاحظتان لم ترفعا
    [few] { $count } ملاحظات لم ترفع
   *[other] { $count } ملاحظة لم ترفع
 }
plans-stamped = مؤشر عليه
plans-aside = مستبعد
plans-stamped-copy = النسخة المؤشر عليها (PDF)
plans-stamped-on = أشر عليه «لا تغيير فيه» في { $day }
plans-not-stamped = تعذر التأشير على هذا التصميم
plans-fault-large = يتجاوز التصميم ما يمكن فحصه: 40 ميغابايت، 60 صفحة، 5 أمتار.
plans-fault-locked = التصميم محمي بكلمة سر.
plans-fault-unreadable = تعذرت قراءة التصميم.
plans-fault-slow = طالت قراءة التصميم. أعيدوا المحاولة أو اطلبوا تصميما أبسط.
plans-page = الصفحة { $page } من { $pages }
plans-original = الأصل
plans-how = المسوا المكان على التصميم ثم اكتبوا الملاحظة.
plans-remarks-title = الملاحظات
plans-remarks-none = لا ملاحظة على هذا التصميم.
plans-where = الصفحة { $page }، المربع { $square }
plans-resolved = رفعت
plans-unresolved = لم ترفع
plans-resolve = رفع الملاحظة
plans-reopen = إعادتها
plans-opinions = آراء المصالح
plans-write = ملاحظة جديدة
plans-square = المربع
plans-square-hint = حرف من A إلى P من اليسار، ورقم من 1 إلى 12 من الأعلى.
plans-words = الملاحظة
plans-write-go = تثبيت الملاحظة
plans-set-aside = استبعاد: حل محله تصميم أحدث
plans-back = اعتماد هذا التصميم من جديد
plans-to-mend = ملاحظات على تصاميمكم
plans-yours = تصاميمكم المؤشر عليها
plans-yours-text = تحمل عبارة «لا تغيير فيه» في كل صفحة وخاتم الجماعة. احتفظوا بها في الورش.
plans-download = تحميل
plans-said-remarked = ثبتت الملاحظة على التصميم.
plans-said-resolved = سجلت حالة الملاحظة.
plans-said-aside = سجلت حالة التصميم.
plans-no-such-square = اكتبوا حرفا من A إلى P ورقما من 1 إلى 12.
plans-no-such-page = لا توجد هذه الصفحة في التصميم.
plans-needs-words = اكتبوا الملاحظة.
plans-too-many = الملاحظات كثيرة جدا: أرجعوا التصاميم.
