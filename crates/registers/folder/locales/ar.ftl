# القائمة والصفحات
folder-title = ملفي الرقمي
folder-lead = { $count ->
    [one] وثيقة واحدة محفوظة لكم
    [two] وثيقتان محفوظتان لكم
    [few] { $count } وثائق محفوظة لكم
   *[other] { $count } وثيقة محفوظة لكم
  }. أنتم من يقرر متى تُعار ولمن.
folder-signed-in = دخلتم باسم
folder-not-me = لست أنا: خروج
folder-add = أضيفوا وثيقة
folder-empty = ملفكم الرقمي فارغ
folder-empty-text = احفظوا هنا وثائقكم (البطاقة الوطنية، عقد الكراء، شهادة الملكية…) مرة واحدة، ثم خذوها من هنا كلما طلبتها مسطرة. ما تسلمه لكم الجماعة يدخل إليه وحده. لا يطلع عليه أي موظف ما لم تعيروا منه وثيقة.
folder-empty-page = لا شيء بعد هذا.
folder-until = صالحة إلى { $day }
folder-standing-ended = انتهت صلاحيتها
folder-infected-pill = فيروس
# من يشهد للوثيقة
folder-trust-own = أضفتموها بأنفسكم
folder-trust-seen = اطلعت عليها الجماعة
folder-trust-issued = سلمتها الجماعة
# صفحة الوثيقة
folder-picture = صورة الوثيقة
folder-file-pdf = تحميل ملف PDF
folder-file-image = تحميل الصورة الأصلية
folder-about = عن الوثيقة
folder-origin = المصدر
folder-origin-uploaded = ملف أرسلتموه
folder-origin-case = وثيقة من طلب سبق أن أودعتموه
folder-origin-issued = وثيقة سلمتها الجماعة
folder-kept-on = حُفظت في
folder-issued-on = تاريخ التسليم
folder-valid-until = صالحة إلى غاية
folder-no-end = دون تاريخ نهاية
folder-size = الحجم
folder-kilobytes = { $kb } كيلوبايت
folder-digest = بصمة الملف
folder-digest-text = بصمة SHA-256: إن تغير الملف بحرف واحد تغيرت.
folder-loans = لمن أُعيرت
folder-loans-none = لم تُعر هذه الوثيقة لأي طلب.
folder-loan-draft = في طلب لم يودع بعد
folder-loan-draft-text = يمكنكم سحبها ما دام الطلب لم يودع.
folder-loan-filed = أُودعت مع الطلب
folder-loan-filed-text = تبقى النسخة مع الملف، وتطلع عليها المصلحة ما دامت تحفظه: { $years ->
    [one] سنة واحدة
    [two] سنتين
    [few] { $years } سنوات
   *[other] { $years } سنة
  } بعد القرار.
folder-loan-filed-archives = تبقى النسخة مع الملف وفق جدولة الأرشيف.
folder-loan-withdrawn = سُحبت
folder-loan-helped = بمساعدة موظف الشباك
folder-loan-consent = صيغة الموافقة { $version }
folder-withdraw = اسحبوها من الطلب
folder-looks = من اطلع عليها
folder-looks-count = { $count ->
    [one] اطلع عليها موظف مرة واحدة:
    [two] اطلع عليها الموظفون مرتين:
    [few] اطلع عليها الموظفون { $count } مرات:
   *[other] اطلع عليها الموظفون { $count } مرة:
  }
folder-looks-none = لم يطلع عليها أي موظف.
folder-change = تعديل المعلومات
folder-name = اسم الوثيقة
folder-name-hint = كما تسمونها أنتم. إن تركتموه فارغا أخذت اسم نوعها.
folder-kind = نوع الوثيقة
folder-kind-hint = به نعرف في أي مسطرة تصلح.
folder-day-hint = يوم/شهر/سنة
folder-valid-hint = يوم/شهر/سنة، إن كانت لها نهاية. نذكركم قبلها بثلاثين يوما.
folder-erase = حذف الوثيقة
folder-erase-text = تُحذف من ملفكم فورا ونهائيا. النسخ التي أُودعت مع طلبات سابقة تبقى في ملفاتها إلى نهاية مدة حفظها، والتي في طلب لم يودع تُسحب منه.
folder-erase-issued = تُحذف من ملفكم فقط؛ أما الأصل فيبقى في سجل الجماعة. والنسخ التي أودعت مع طلبات تبقى في ملفاتها.
folder-erase-sure = أؤكد أنني أريد حذفها
folder-erase-go = احذفوها
# إضافة وثيقة
folder-add-lead = ملف PDF أو صورة واضحة للوثيقة كاملة.
folder-file = الملف
folder-file-hint = PDF أو JPEG أو PNG، { $most } ميغابايت على الأكثر. يُحفظ الأصل كما هو، مشفرا.
folder-keep-title = احتفظوا بالوثيقة للمرة القادمة
folder-keep-lead = وثيقة قدمتموها مع الملف { $code }.
folder-keep-agree = أوافق على حفظ نسخة منها في ملفي الرقمي
folder-keep-agree-hint = النسخة لكم وتحذفونها متى شئتم. وثيقة الملف تبقى في الملف.
folder-keep-go = احفظوها
# الإعارة لمسطرة
folder-take = خذوها من ملفي الرقمي
folder-choose = أي وثيقة؟
folder-lend-how = تُنسخ الوثيقة في طلبكم، ويُسجل ذلك في ملفكم. يمكنكم سحبها قبل إيداع الطلب. بعد الإيداع تبقى النسخة مع الملف.
folder-lend-years = تحفظها المصلحة { $years ->
    [one] سنة واحدة
    [two] سنتين
    [few] { $years } سنوات
   *[other] { $years } سنة
  } بعد القرار.
folder-lend-archives = تُحفظ مدتها وفق جدولة الأرشيف.
folder-consent = أوافق على أن تُعطى نسخة من هذه الوثيقة إلى «{ $service }» لدراسة طلب «{ $procedure }»، لا لغرض آخر.
folder-lend-go = أضيفوها إلى الطلب
folder-nothing-fits = لا وثيقة تصلح في ملفكم
folder-nothing-fits-text = لا توجد في ملفكم وثيقة من هذا النوع سارية الصلاحية. أرسلوا ملفا، أو أضيفوا الوثيقة إلى ملفكم أولا.
folder-taken = أُخذت من الملف الرقمي
folder-said-lent = أُضيفت الوثيقة من ملفكم الرقمي.
# بجانب الملف
folder-case-given = أُخذت من ملفكم الرقمي:
folder-case-keep = يمكنكم الاحتفاظ بهذه الوثائق لطلب آخر:
folder-case-keep-go = احفظوها في ملفي الرقمي
folder-desk-title = وثائق من الملف الرقمي للمرتفق
folder-desk-trust-own = أضافها المعني بنفسه
folder-desk-trust-seen = سبق أن اطلعت عليها الجماعة في طلب مقبول
folder-desk-trust-issued = سلمتها الجماعة
folder-desk-consent = بموافقته (الصيغة { $version }) في { $day }
# التحميل
folder-download-title = تحميل كل ما يخصكم
folder-download-lead = ملف مضغوط واحد: معطياتكم، ملفاتكم لدى الجماعة، وثائقكم المحفوظة، وفهرس يُفتح في أي متصفح.
folder-proof-why = قبل التحميل نرسل رمزا إلى هاتفكم أو بريدكم، حتى لا يأخذ أوراقكم من وجد هاتفكم مفتوحا.
folder-proof-send = أرسلوا الرمز
folder-proof-again = أرسلوا رمزا آخر
folder-proof-sent = أرسلنا رمزا من ستة أرقام إلى
folder-proof-code = الرمز
folder-proof-over = انتهت صلاحية الرمز أو استُعمل. اطلبوا رمزا آخر.
folder-proof-download = لتحميل كل ما يخصكم
folder-proof-counter = ليأخذ موظف الشباك بحضوركم وثيقة من ملفكم الرقمي
folder-no-contact = لا نتوفر على هاتف أو بريد مؤكد نرسل إليه الرمز. أكدوا واحدا في صفحة حسابكم.
folder-download-go = تحميل
folder-demo-outbox = الرسائل المرسلة (عرض تجريبي)
folder-index-title = كل ما تحفظه الجماعة عنكم
folder-index-data = المعطيات للبرامج
folder-index-cases = ملفاتكم
folder-index-none = لا شيء.
# الرسائل
folder-ends-subject = وثيقة في ملفكم الرقمي تقترب نهايتها
folder-ends-text = وثيقتكم «{ $title }» المحفوظة في ملفكم الرقمي تنتهي صلاحيتها في { $day }. بعدها لا يمكن أخذها في طلب.
# ما تم
folder-said-kept = حُفظت الوثيقة في ملفكم الرقمي.
folder-said-changed = حُفظ التعديل.
folder-said-erased = حُذفت الوثيقة.
folder-said-withdrawn = سُحبت الوثيقة من الطلب.
# أسباب الرفض
folder-infected = في هذا الملف فيروس
folder-infected-text = أُغلق ولا يُفتح ولا يُعار. احذفوه وأرسلوا نسخة من جهاز سليم.
folder-gone = لم تعد هذه الوثيقة قائمة
folder-gone-text = ألغتها الجماعة أو حُذف أصلها.
folder-ended = انتهت صلاحية هذه الوثيقة
folder-ended-text = لا يمكن أخذها في طلب. أضيفوا الجديدة، أو صححوا التاريخ إن كان خطأ.
folder-other-kind = هذه الوثيقة ليست من النوع المطلوب.
folder-title-missing = اكتبوا اسم الوثيقة.
folder-title-long = الاسم طويل: { $max } حرفا على الأكثر.
folder-kind-missing = اختاروا نوع الوثيقة.
folder-file-missing = اختاروا الملف.
folder-day-wrong = هذا ليس تاريخا. اكتبوه هكذا: 24/11/2026.
folder-issued-later = تاريخ التسليم لم يأت بعد.
folder-ends-before = تاريخ النهاية قبل تاريخ التسليم.
folder-full = بلغ ملفكم { $most } وثيقة، وهو الحد الأقصى. احذفوا ما لا تحتاجون.
folder-heavy = بلغ ملفكم حده: { $most } ميغابايت. احذفوا ما لا تحتاجون.
folder-erase-unsure = أكدوا أنكم تريدون الحذف.
folder-keep-consent = وافقوا على حفظ النسخة، أو عودوا دون حفظ.
folder-consent-missing = لا تُعطى الوثيقة دون موافقتكم.
folder-filed-already = أُودع الطلب: تبقى النسخة مع الملف إلى نهاية مدة حفظه.
folder-not-yours = لا تُؤخذ الوثائق إلا لطلب باسم صاحب الملف الرقمي.
folder-document-missing = اختاروا وثيقة.
# On the page of the person
folder-own-kept = حفظتم: { $title }
folder-own-lent = أُعيرت وثيقة إلى «{ $unit }»
folder-own-ends = تنتهي صلاحيتها بعد { $day }
folder-own-count = { $count ->
    [one] وثيقة واحدة محفوظة لكم
    [two] وثيقتان محفوظتان لكم
    [few] { $count } وثائق محفوظة لكم
   *[other] { $count } وثيقة محفوظة لكم
  }
folder-own-none = لا وثيقة محفوظة بعد
