# قائمة المراجعة قبل النشر
moderation-menu = قبل النشر
moderation-menu-appeals = طلبات إعادة النظر
moderation-title = قبل النشر
moderation-lead = احذفوا الأسماء والأرقام وكل ما يدل على شخص، وأخفوا ما يدل عليه في الصور، ثم انشروا أو احجبوا.
moderation-words = النص الذي سيراه الجميع
moderation-words-hint = النص الأصلي يبقى محفوظا في الملف.
moderation-no-words = لا يُنشر نص هذا الصنف، بل مكانه وحالته فقط.
moderation-photo = انشروا هذه الصورة
moderation-photo-none = دون صورة
moderation-hide-parts = إخفاء أجزاء منها
moderation-hidden-parts = { $count ->
    [one] جزء واحد مخفي
    [two] جزآن مخفيان
   *[other] { $count } أجزاء مخفية
 }
moderation-why = السبب، إن غيرتم النص أو حجبتموه
moderation-reason = السبب
moderation-reason-hint = يُنشر مع القرار، ويُحتسب في الأرقام العمومية.
moderation-note = كلمة إلى صاحب البلاغ
moderation-note-hint = لا يقرؤها غيره.
moderation-publish = انشروا
moderation-withhold = احجبوا
moderation-empty = لا شيء ينتظر المراجعة
moderation-empty-text = البلاغات الجديدة الموافق على نشرها تظهر هنا.
moderation-needs-reason = اختاروا سببا: النص تغير أو حُجب، وللناس أن يعرفوا لماذا.
moderation-needs-words = اكتبوا كلمة لصاحب البلاغ.
moderation-said-decided = سُجل القرار.
# صورة وما يُخفى منها
moderation-photo-title = إخفاء أجزاء من صورة
moderation-photo-lead = أخفوا الوجوه ولوحات السيارات وكل ما يدل على شخص. ما يُخفى لا يمكن استرجاعه من الصورة المنشورة، والأصل يبقى محفوظا ومغلقا.
moderation-photo-alt = الصورة التي تُخفى أجزاء منها
moderation-photo-how = ارسموا مربعا بالأصبع أو بالفأرة فوق ما يجب إخفاؤه، أو أشروا على المربعات المرقمة.
moderation-cells = مربعات مرقمة فوق الصورة
moderation-cell = المربع { $n }
moderation-hide-go = أخفوا هذه الأجزاء
moderation-undo = تراجعوا عن آخر مربع
moderation-fresh = ابدؤوا من الصورة الأصلية
moderation-fresh-hint = يُحذف ما أُخفي من قبل، ويبقى ما ترسمونه الآن.
moderation-before-after = قبل وبعد
moderation-before = الأصل، لا يراه العموم
moderation-after = ما يُنشر: { $count ->
    [one] جزء واحد مخفي
    [two] جزآن مخفيان
   *[other] { $count } أجزاء مخفية
 }
moderation-seen-by-all = هذه النسخة هي التي يراها الجميع الآن.
moderation-back = العودة إلى القائمة
moderation-parts-none = لم تختاروا أي جزء. ارسموا مربعا أو أشروا على رقم.
moderation-parts-wrong = تعذرت قراءة الأجزاء المختارة. أعيدوا اختيارها.
moderation-said-hidden = أُخفيت الأجزاء المختارة.
# طلبات إعادة النظر
moderation-appeals-title = طلبات إعادة النظر
moderation-appeals-lead = صاحب البلاغ لا يوافق على القرار. يجيبه شخص غير الذي قرر أول مرة.
moderation-appeals-empty = لا طلب ينتظر الجواب
moderation-appeals-empty-text = يظهر هنا كل من طلب أن يُعاد النظر في قرار حجب أو تغيير.
moderation-yours = أنتم من اتخذ القرار الأول: يجيب عنه زميل.
moderation-answer = الجواب الموجه إلى صاحب البلاغ
moderation-grant = له الحق، انشروا
moderation-refuse = يبقى القرار
moderation-another-person = أنتم من اتخذ القرار الأول. يجب أن يجيب شخص آخر.
moderation-appeal-waits = صاحب الملف طلب إعادة النظر. يجيب عنه شخص آخر من صفحة طلبات إعادة النظر.
moderation-appeal-needs-words = اكتبوا سبب طلبكم إعادة النظر.
moderation-nothing-to-appeal = لا قرار هنا يُطلب إعادة النظر فيه.
moderation-appealed-already = سبق أن طلبتم إعادة النظر في هذا القرار.
moderation-appeal-late = انقضت مدة طلب إعادة النظر، وهي { $days } يوما.
moderation-said-answered = أُرسل الجواب.
moderation-said-appealed = توصلنا بطلبكم، وسيجيبكم شخص آخر.
# صفحة صاحب البلاغ وصفحة العموم
moderation-why-withheld = هذا البلاغ لم يُنشر
moderation-why-edited = نُشر هذا البلاغ بعد تغيير في نصه
moderation-why-published = نُشر هذا البلاغ
moderation-how = كيف نراجع ما يُنشر؟
moderation-author-title = قرار النشر
moderation-author-appealed = طُلبت إعادة النظر يوم { $at }
moderation-appeal = لا توافقون؟ قولوا لنا لماذا
moderation-appeal-hint = يعيد شخص آخر النظر في القرار. مرة واحدة، إلى غاية { $day }.
moderation-appeal-go = اطلبوا إعادة النظر
moderation-file-title = قرارات النشر
moderation-kind-published = نُشر كما كُتب
moderation-kind-edited = نُشر بعد تغيير
moderation-kind-withheld = لم يُنشر
moderation-outcome-open = ينتظر الجواب
moderation-outcome-granted = أُعطي الحق لصاحب البلاغ
moderation-outcome-refused = بقي القرار
# رسائل إلى صاحب البلاغ
moderation-sms-withheld = بلاغكم { $code } يُعالج، لكنه لم يُنشر للعموم: { $reason }. يمكنكم طلب إعادة النظر: { $link }
moderation-sms-edited = نُشر بلاغكم { $code } بعد تغيير في نصه: { $reason }. التفاصيل: { $link }
moderation-sms-appeal = أجبنا عن طلبكم إعادة النظر بشأن { $code }: { $link }
# الصفحة العمومية والمعطيات المفتوحة
moderation-public-title = كيف نراجع ما يُنشر
moderation-public-lead = تُقرأ البلاغات قبل نشرها حماية للأشخاص. كل حجب أو تغيير له سبب معلن، ولصاحب البلاغ { $days } يوما ليطلب أن يعيد شخص آخر النظر فيه. هذه أرقام السنة الأخيرة.
moderation-public-reasons = الأسباب
moderation-public-appeals = طلبات إعادة النظر
moderation-public-how = يُحتسب كل قرار يوم اتخاذه، والطلبات يوم تقديمها.
moderation-data = مراجعة البلاغات قبل نشرها
moderation-data-about = عدد القرارات حسب الشهر والنوع والسبب، وعدد طلبات إعادة النظر ومآلها.
moderation-column-id = المعرف
moderation-column-month = الشهر
moderation-column-kind = النوع
moderation-column-reason = السبب
moderation-column-count = العدد
