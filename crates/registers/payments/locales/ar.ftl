# صندوق الأداء. المبالغ تكتبها المنصة كاملة مع العملة، إلا في الأخطاء فهي بالدرهم.
payments-menu = صندوق الأداء
payments-dues = المبالغ المستحقة
payments-owed = الباقي أداؤه:
payments-state-due = في انتظار الأداء
payments-state-paid = مؤدى
payments-state-cancelled = ملغى
payments-receipt = وصل الأداء
payments-method = طريقة الأداء
payments-method-cash = نقدا
payments-method-cheque = شيك
payments-method-transfer = تحويل بنكي
payments-method-card = بطاقة بنكية
payments-collect = تسجيل الأداء
payments-at-cash-desk = يؤدى المبلغ لدى شساعة المداخيل.
payments-day-title = يومية الصندوق
payments-day = اليوم
payments-show = عرض
payments-total = المجموع
payments-at = تاريخ الأداء
payments-reference = رقم الملف
payments-to-file = الرجوع إلى الملف
payments-empty = لا أداءات في هذا اليوم
payments-empty-text = تظهر هنا وصولات الأداء حسب أرقامها.
payments-not-paid = لا يمكن اتخاذ القرار قبل أداء { $sum } درهم.
payments-nothing-due = لا شيء يستحق الأداء في هذا الملف.
payments-sum-changed = تغير المبلغ المستحق: { $sum } درهم. المرجو التحقق ثم الإعادة.
payments-count = { $count ->
    [one] وصل واحد
    [two] وصلان
    [few] { $count } وصولات
   *[other] { $count } وصلا
 }
payments-find = الأمر بالأداء
payments-find-hint = امسحوا رمز الورقة، أو أدخلوا رقمها (12 أو 12/2026) أو قنها أو رمز الملف.
payments-find-go = فتح
payments-no-such-order = لا يوجد أمر بالأداء بهذا الرقم.
payments-order = الأمر بالأداء
payments-order-no = الأمر بالأداء رقم { $number }
payments-order-open = فتح
payments-order-pdf = الأمر بالأداء (PDF)
payments-order-made = حرر في { $day }
payments-order-detail = التفصيل
payments-order-state-open = في انتظار الأداء
payments-order-state-paid = مؤدى
payments-order-state-cancelled = ملغى
payments-order-dead = ألغي هذا الأمر: لا تستخلصوا به أي مبلغ
payments-order-next = الأمر الساري: رقم { $number }
payments-adjust = تصحيح: { $fee }
payments-adjust-sum = المبلغ بالدرهم
payments-adjust-hint = يعني 0 أن المبلغ غير مستحق. يلغى الأمر بالأداء ويحرر من جديد.
payments-adjust-go = تصحيح المبلغ
payments-why = السبب
payments-why-ordered = أضيفت مبالغ أخرى إلى الملف
payments-why-measured = قياس في عين المكان
payments-why-error = خطأ في الحساب أو في التصريح
payments-why-exempt = إعفاء
payments-why-dropped = انتهى الطلب
payments-why-needed = اختاروا السبب.
payments-sum-wrong = اكتبوا المبلغ بالدرهم، مثل 200 أو 200,50.
payments-said-adjusted = صحح المبلغ وأعيد تحرير الأمر بالأداء.
