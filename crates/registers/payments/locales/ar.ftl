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
payments-state-to_refund = في انتظار الإرجاع
payments-state-refunded = أرجع المبلغ
payments-refund = إرجاع مبلغ
payments-refund-fees = ما يرجع
payments-refund-reason = السبب
payments-refund-go = الأمر بالإرجاع
payments-refund-state-ordered = في انتظار الإرجاع
payments-refund-state-paid = أرجع المبلغ
payments-refund-number = إرجاع رقم { $number }
payments-refund-not-alone = من أمر بالإرجاع لا يصرفه: يصرفه أمين صندوق آخر.
payments-refunds-waiting = مبالغ في انتظار الإرجاع
payments-pay-back = صرف المبلغ
payments-given-back = مبالغ مرجعة
payments-reason-refused = رفض الطلب
payments-reason-withdrawn = سحب الطلب
payments-reason-mistake = أدي خطأ
payments-reason-not_served = خدمة لم تقدم
payments-said-refund = صدر الأمر بالإرجاع، وتصرفه الخزينة.
payments-said-no-refund = لم يؤد شيء مما اخترتم.
payments-said-paid-back = صرف المبلغ لصاحبه.
