# سجل الأعمال، للمفتشية وحماية المعطيات
journal-menu = السجل
journal-title = سجل الأعمال
journal-lead = من فعل ماذا ومتى، ومن اطلع على أي ملف. كل سطر يحمل بصمة السطر الذي قبله: لا يغير سطر أو يحذف إلا ظهر ذلك.
journal-all = الكل
journal-modules = المجالات
journal-total = { $count ->
    [0] لا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال
    [many] { $count } عملا
   *[other] { $count } عمل
    }
# $day: التاريخ، $seq: رقم آخر عمل وقع عليه
journal-signed = آخر توقيع يوم { $day } إلى الرقم { $seq }
journal-unsigned = لم يوقع بعد: التوقيع كل مساء
journal-heads = التوقيعات المنشورة
journal-verify = تحققوا من السلسلة
journal-holds = السلسلة سليمة من أول عمل إلى آخره.
journal-broken = السلسلة منقطعة. احتفظوا بالنسخ الاحتياطية ولا تكتبوا شيئا واتصلوا بمن يسهر على الجهاز.
journal-verb = العمل
journal-day = اليوم
journal-actor = صاحبه
journal-subject = موضوعه
journal-filter = تصفية
journal-seq = الرقم
journal-at = الوقت
journal-none = لا عمل بهذه الشروط
journal-none-text = احذفوا شرطا أو غيروا اليوم.
journal-entry = العمل رقم { $seq }
journal-act = العمل
journal-of-subject = كل الأعمال على الموضوع نفسه
journal-summary = ما سجل عنه
journal-summary-none = لم يسجل شيء آخر.
journal-chain = مكانه في السلسلة
journal-chain-text = تحسب البصمة من كل خانات العمل ومن البصمة السابقة.
journal-hash = البصمة
journal-previous = البصمة السابقة
journal-in-chain = سليم
journal-out-of-chain = متغير
