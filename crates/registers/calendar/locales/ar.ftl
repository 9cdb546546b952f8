# صفحة العطل وأوقات العمل، خاصة بالموظفين
calendar-menu = التقويم
calendar-title = أيام العطل وأوقات العمل
calendar-lead = تحتسب الآجال القانونية على أساس هذه الأيام. كلما غيرتم يوما أعيد حساب آجال الملفات المفتوحة.
calendar-years = السنوات
calendar-of-year = عطل سنة { $year }
calendar-day = اليوم
calendar-name = المناسبة
calendar-standing = درجة التأكيد
calendar-acts = الإجراءات
calendar-standing-fixed = مؤكد
calendar-standing-estimate = في انتظار التأكيد
calendar-standing-confirmed = تم تأكيده
calendar-standing-added = أضافته الجماعة
calendar-standing-removed = يوم عمل هذه السنة
calendar-moon-unknown = لم تعرف بعد الأعياد الدينية لسنة { $year }
calendar-moon-unknown-text = أضيفوها فور الإعلان عنها، وإلى ذلك الحين تحتسب أيام عمل.
calendar-empty = لا توجد أي عطلة هذه السنة

# أزرار كل يوم؛ "shift" حين يعلن عن العيد في يوم غير اليوم المحسوب
calendar-confirm = أكدوا التاريخ
calendar-remove = أزيلوه من اللائحة
calendar-remove-sure = سيحتسب هذا اليوم يوم عمل. هل تتابعون؟
calendar-restore = أعيدوا اليوم إلى اللائحة
calendar-shift = المناسبة في يوم آخر
calendar-shift-to = اليوم المعلن عنه
calendar-shift-save = غيروا يوم العطلة

# الاستمارات
calendar-add = إضافة يوم عطلة
calendar-name-ar = الاسم بالعربية
calendar-name-fr = الاسم بالفرنسية
calendar-name-en = الاسم بالإنجليزية
calendar-add-save = أضيفوا اليوم
calendar-hours = أوقات العمل
calendar-opens = ساعة الفتح
calendar-closes = ساعة الإغلاق
calendar-ramadan-opens = ساعة الفتح في رمضان
calendar-ramadan-closes = ساعة الإغلاق في رمضان
calendar-days-move = الأجل المحتسب بالأيام العادية الذي ينتهي يوم عطلة يمدد إلى أول يوم عمل
calendar-days-move-hint = لا ينص القانون على ذلك إلا في الآجال الكاملة. استشيروا المصلحة القانونية قبل الاختيار.
calendar-hours-save = احفظوا الأوقات

# إشعارات بعد التغيير
calendar-added = تمت إضافة يوم العطلة.
calendar-removed = أصبح هذا اليوم يوم عمل.
calendar-restored = عاد هذا اليوم يوم عطلة.
calendar-confirmed = تم تأكيد التاريخ.
calendar-shifted = تم تغيير يوم العطلة.
calendar-hours-saved = تم حفظ أوقات العمل.

# أسباب الرفض، بجانب الخانة
calendar-already-off = هذا اليوم يوم عطلة من قبل.
calendar-no-estimate = هذا التاريخ مؤكد من قبل.
calendar-day-wrong = اختاروا يوما.
calendar-name-wrong = اكتبوا اسما. العدد الأقصى للحروف: { $most }.
calendar-hour-wrong = اكتبوا ساعة، مثلا 08:30.
calendar-hours-reversed = يجب أن تكون ساعة الإغلاق بعد ساعة الفتح.

# المعطيات المفتوحة: عنوان المجموعة وأعمدتها
calendar-data-holidays = أيام العطل
calendar-data-holidays-about = أيام العطل للسنة الماضية والسنة الجارية والسنة المقبلة مع درجة تأكيدها.
calendar-column-day = اليوم
calendar-column-name-ar = الاسم بالعربية
calendar-column-name-fr = الاسم بالفرنسية
calendar-column-standing = درجة التأكيد: fixed (مؤكد) أو estimate (في انتظار التأكيد) أو confirmed (تم تأكيده) أو added (مضاف)
