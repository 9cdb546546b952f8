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
