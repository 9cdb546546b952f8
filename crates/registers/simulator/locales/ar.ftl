# البنك التجريبي، للعرض والتدريب فقط.
simulator-title = البنك التجريبي
simulator-notice = هذه صفحة تجريبية
simulator-notice-text = لا يؤدى هنا أي مبلغ، والبطاقات مخترعة. لا تكتبوا رقم بطاقتكم.
simulator-for = المبلغ المطلوب أداؤه لفائدة الجماعة:
simulator-card = اختاروا بطاقة
simulator-card-paid = يقبل البنك الأداء
simulator-card-declined = يرفض البنك الأداء
simulator-card-silent = لا يجيب البنك أبدا
simulator-card-late = يجيب البنك بعد ساعتين
simulator-card-twice = يجيب البنك مرتين
simulator-card-amount = يقتطع البنك مبلغا آخر
simulator-pay = أداء
simulator-leave = الرجوع دون أداء
simulator-said-declined = رفض البنك التجريبي الأداء. لم يقتطع أي مبلغ.
simulator-said-done = سجل البنك التجريبي اختياركم.
simulator-back = الرجوع إلى موقع الجماعة
simulator-refused = رفض البنك التجريبي هذا الطلب: توقيعه أو معطياته غير صحيحة.
