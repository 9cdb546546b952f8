# القوائم
reports-menu-file = بلغوا عن مشكل
reports-menu-list = البلاغات
reports-menu-counter = تسجيل بلاغ لمواطن
# الخطوة الأولى: ما المشكل
reports-choose-title = ما المشكل؟
reports-choose-lead = دقيقة واحدة تكفي، دون حساب. اختاروا الصنف الأقرب، ونصححه إن لزم.
reports-choose-counter = اختاروا الصنف الأقرب لما يقوله المواطن.
reports-search = ابحثوا بكلماتكم
reports-search-hint = مثلا: الضو طافي، حفرة، الزبل
reports-search-go = بحث
reports-found = هل تقصدون؟
reports-found-none = لم نجد صنفا بهذه الكلمات. اختاروا من اللائحة أسفله.
reports-photo-first = ابدؤوا بصورة
reports-photo-kept = وصلت الصورة
reports-photo-kept-text = اختاروا الآن ما تظهره، وستبقى مع البلاغ.
reports-photo = صورة
reports-photo-hint = صوروا المشكل وما حوله. أربع صور على الأكثر.
reports-photo-alt = صورة من البلاغ
reports-photo-absent = المرجو اختيار صورة.
reports-next = تابعوا
reports-number-first = ابدؤوا برقم العمود أو الحاوية
reports-number = رقم التجهيز
reports-number-go = بحث
reports-number-what = ما به؟
reports-number-unknown = لا نعرف تجهيزا برقم { $number }.
reports-number-near = هل تقصدون أحد هذه؟
reports-number-own = لا، الرقم صحيح كما كُتب
reports-number-own-hint = يُرسل البلاغ كما هو، ونعتمد على وصف المكان.
reports-number-without = لا أرى أي رقم
# النموذج
reports-danger = خطر؟ اتصلوا الآن
reports-not-sent-yet = لم يُرسل بلاغكم بعد: أجيبوا عما يلي، ثم أرسلوا.
reports-counter = لمن وكيف
reports-channel = كيف وصل البلاغ؟
reports-channel-counter = في الشباك
reports-channel-phone = بالهاتف
reports-channel-post = برسالة
reports-author-lang = لغة صاحب البلاغ
reports-where = أين؟
reports-quarter = الحي
reports-quarter-none = الحي غير معروف أو ليس في اللائحة
reports-details = بعض التفاصيل
reports-contact = كيف نخبركم؟
reports-contact-text = اختياري. لا تُنشر هذه المعطيات أبدا ولا يراها إلا من يعالج بلاغكم.
reports-contact-hidden = اختياري. المصلحة المعنية لا ترى أبدا اسمكم ولا رقم هاتفكم.
reports-publish = يمكن نشر هذا البلاغ دون اسمي
reports-publish-hint = يُنشر النص والمكان بعد أن يقرأهما موظف. الاسم والهاتف لا يُنشران أبدا.
reports-publish-photo = يُنشر النص والمكان والصورة بعد أن يراجعها موظف. الاسم والهاتف لا يُنشران أبدا.
reports-never-public = هذا النوع من البلاغات لا ينشر ولا يظهر في الخريطة.
reports-privacy = ماذا نفعل بمعطياتكم؟
reports-privacy-text = تستعمل جماعة { $commune } ما تكتبونه لمعالجة هذا البلاغ وحده. يُمحى الاسم والهاتف والبريد الإلكتروني بعد إغلاقه بمدة { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
 }، ويمكنكم طلب الاطلاع عليها أو تصحيحها أو محوها (القانون 09.08).
reports-privacy-cndp = التصريح لدى اللجنة الوطنية لحماية المعطيات رقم { $number }.
reports-privacy-cndp-none = لم تسجل الجماعة هنا بعد رقم تصريحها لدى اللجنة الوطنية لحماية المعطيات.
reports-privacy-more = حقوقكم
reports-send = أرسلوا البلاغ
# ما يرفض
reports-point-wrong = الموقع غير مفهوم. ضعوا العلامة على الخريطة، أو اتركوه فارغا واختاروا الحي.
reports-place-needed = أين المشكل؟ يكفي موقع على الخريطة أو حي أو رقم التجهيز أو علامة قريبة.
reports-too-many-photos = عدد الصور: { $most } على الأكثر.
reports-sent-already = وصلنا هذا البلاغ من قبل. إن أرسلتموه مرة أخرى سُجل بلاغا ثانيا.
# ما يعرض بين النموذج والوصل
reports-near-title = هل هو أحد هذه البلاغات؟
reports-near-lead = بلغ غيركم عن مشكل مشابه في المكان نفسه. إن كان هو نفسه فانضموا إليه، ونخبركم بكل جديد.
reports-near-metres = { $metres ->
    [one] على متر واحد تقريبا
    [two] على مترين تقريبا
    [few] على { $metres } أمتار تقريبا
    [many] على { $metres } مترا تقريبا
   *[other] على { $metres } متر تقريبا
 }
reports-followers = { $count ->
    [one] شخص آخر معني
    [two] شخصان آخران معنيان
    [few] { $count } أشخاص آخرين معنيون
    [many] { $count } شخصا آخر معني
   *[other] { $count } شخص آخر معني
 }
reports-me-too = أنا أيضا
reports-different = مشكلي مختلف، أرسلوا بلاغي
reports-photo-place = وجدنا مكانا في صورتكم
reports-photo-place-area = التقطت الصورة في مقاطعة { $area }. هل المشكل هناك؟
reports-photo-place-lead = هل المشكل في المكان الذي التقطت فيه الصورة؟
reports-photo-place-yes = نعم، هذا هو المكان
reports-photo-place-no = لا، لا تأخذوا به
reports-elsewhere = هذا المكان ليس في جماعتنا
reports-elsewhere-open = المكان في جماعة { $commune } وليس في { $here }. هل ننقل إليها ما كتبتم؟
reports-elsewhere-closed = المكان في جماعة { $commune } وليس في { $here }، وهي لا تستقبل البلاغات هنا بعد. اتصلوا بها، أو صححوا المكان.
reports-elsewhere-unknown = المكان خارج حدود { $here }، في البحر أو في جماعة لا نعرف حدودها. صححوا المكان، أو احذفوه واختاروا الحي.
reports-elsewhere-go = تابعوا في { $commune }
reports-elsewhere-change = صححوا المكان
# الوصل
reports-receipt = وصل الإيداع
reports-thanks = توصلنا ببلاغكم، شكرا
reports-receipt-at = تاريخ التوصل
reports-receipt-number = رقم السجل
reports-receipt-unit = المصلحة المكلفة
reports-receipt-next = نجيبكم قبل
reports-receipt-follow = تتبعوا البلاغ
reports-receipt-level = سُجل بلاغكم وحُفظ قبل إظهار هذا الوصل.
reports-receipt-signed = الوصل الموقع
reports-to-confirm = (تؤكده الجماعة)
reports-after = ماذا بعد؟
reports-after-unit = تتوصل المصلحة المكلفة بالبلاغ الآن وتعالجه.
reports-after-told = نخبركم بكل جديد إن تركتم رقم هاتف أو بريدا إلكترونيا، وإلا فتتبعوا ملفكم بالرمز والرقم السري.
reports-after-counter = سلموا هذا الوصل لصاحب البلاغ: الرمز والرقم السري يفتحان ملفه.
reports-after-moderation = يقرؤه موظف قبل أن يظهر للعموم.
reports-after-reopen = إن لم يُحل المشكل يمكنكم إعادة فتح الملف، ويتكفل به شخص آخر.
reports-another = بلاغ آخر
reports-to-desk = الملف في مكتب العمل
# ما يراه الجميع
reports-title = البلاغات
reports-lead = ما بلغ عنه السكان، وما أُنجز بشأنه.
reports-tab-list = اللائحة
reports-tab-map = الخريطة
reports-tab-statistics = الأرقام
reports-state-all = الكل
reports-state-open = قيد المعالجة
reports-state-done = تمت الإجابة
reports-count-more = أكثر من { $count } بلاغ
reports-count = { $count ->
    [0] لا بلاغات
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغا
   *[other] { $count } بلاغ
 }
reports-none = لا توجد بلاغات هنا
reports-none-text = غيروا البحث، أو كونوا أول من يبلغ.
reports-category = الصنف
reports-all-categories = كل الأصناف
reports-area = المقاطعة
reports-all-areas = كل المقاطعات
reports-words = كلمات
reports-filter = تصفية
reports-filter-none = اعرضوا الكل
reports-feed = تتبعوا الجديد (Atom)
reports-feed-title = بلاغات جماعة { $commune }
reports-map = خريطة البلاغات
reports-map-rounded = المواقع تقريبية حسب الصنف.
reports-map-none = حدود هذه الجماعة غير متوفرة بعد.
reports-received = توصلنا به { $at }
reports-late = فات هذا الموعد.
reports-path = مسار البلاغ
reports-step-filed = توصلنا بالبلاغ
reports-step-moved = تغيرت حالة البلاغ
reports-step-transferred = أحيل على مصلحة أخرى
reports-step-clock-missed = فات الموعد
reports-step-recategorised = صُحح الصنف
reports-rating = تقييم صاحب البلاغ
reports-reopened = مرات إعادة الفتح
reports-me-too-text = نحسبكم بين المعنيين بهذا المشكل، فنعرف كم شخصا يهمه.
reports-me-too-send = المشكل يعنيني
reports-phone = رقم الهاتف
reports-email = البريد الإلكتروني
reports-mine = هذا بلاغي
reports-flag = بلغوا عن هذا المحتوى
reports-flag-text = إن كان فيه اسم شخص أو صورته أو كلام مسيء فسيراجعه موظف.
reports-flag-send = نعم، تجب مراجعته
reports-said-followed = سُجلتم بين المعنيين بهذا البلاغ.
reports-said-flagged = شكرا. سيراجعه موظف.
# الأرقام
reports-statistics = البلاغات بالأرقام
reports-statistics-lead = الاثنا عشر شهرا الأخيرة، منذ { $since }.
reports-statistics-how = تُحسب كل البلاغات ما عدا السرية منها، منشورة كانت أم لا. الجواب في الأجل هو ما سبق أقرب موعد أُعلن لصاحب البلاغ. البلاغات التي سحبها أصحابها لا تُحسب في الأجوبة.
reports-figure-received = توصلنا بها
reports-figure-open = قيد المعالجة
reports-figure-answered = تمت الإجابة
reports-figure-in-time = في الأجل
reports-figure-in-time-how = من الأجوبة
reports-figure-median = المدة الوسيطة للجواب
reports-figure-mark = رضا أصحاب البلاغات
reports-figure-marks = { $count ->
    [0] لا تقييم بعد
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييما
   *[other] { $count } تقييم
 }
reports-days = { $count ->
    [0] يوم واحد
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
 }
reports-unknown = غير معروف بعد
reports-nowhere = دون مقاطعة محددة
reports-by-month = ما توصلنا به كل شهر
reports-by-category = حسب الصنف
reports-by-area = حسب المقاطعة
# ما يصل رؤساء المصالح كل صباح
reports-digest-subject = بلاغات تنتظركم: { $late } متأخرة
reports-digest = صباح الخير. في مصالحكم اليوم: جديدة { $new }، موعدها خلال 24 ساعة { $near }، متأخرة { $late }. { $link }
# البيانات المفتوحة
reports-data = بلاغات السكان
reports-data-about = كل بلاغ قبل صاحبه نشره وقرأه موظف، دون نصه ودون أي معطى شخصي. الموقع تقريبي حسب الصنف.
reports-column-code = رمز البلاغ
reports-column-category = معرف الصنف
reports-column-category-code = رقم الصنف في اللائحة الوطنية
reports-column-received = يوم التوصل
reports-column-state = حالته
reports-column-outcome = نتيجته
reports-column-area = رمز المقاطعة
reports-column-quarter = معرف الحي
reports-column-lat = خط العرض، تقريبي حسب الصنف
reports-column-lon = خط الطول، تقريبي حسب الصنف
reports-column-due = الموعد المعلن
reports-column-answered = يوم الجواب
reports-column-in-time = هل جاء الجواب في أجله
reports-column-followers = عدد من قالوا «أنا أيضا»
reports-column-reopened = كم مرة أعيد فتحه
reports-column-rating = تقييم صاحب البلاغ من 1 إلى 5
# التجهيزات التي يعنيها البلاغ
reports-objects = { $count ->
    [one] التجهيز المعني
    [two] التجهيزان المعنيان
   *[other] التجهيزات المعنية ({ $count })
 }
reports-listed = هذه هي التجهيزات التي فهمناها
reports-listed-hint = أزيلوا العلامة عما لا يعنيكم، ثم أرسلوا.
reports-listed-instead = بدل { $number }؟
reports-listed-unknown = أرقام لا نعرفها، تبقى مكتوبة في البلاغ كما هي:
reports-numbers-unknown = بعض الأرقام غير معروفة. اختاروا من اللائحة ما تقصدونه.
reports-number-slip = حرف المراقبة في { $number } لا يوافق باقي الرقم: أعيدوا قراءته على اللوحة.
reports-number-elsewhere = { $number } رقم تجهيز تابع لجماعة { $commune }، لا لهذه الجماعة. أزيلوه من هنا، وبلغوا تلك الجماعة.
reports-number-either = هذا الرقم مكتوب على أكثر من تجهيز. أيها تقصدون؟
reports-box-wrong = الرقعة المطلوبة من الخريطة غير مفهومة. اكتبوها هكذا: غرب،جنوب،شرق،شمال بالدرجات.
reports-quarter-filter = الحي
reports-all-quarters = كل الأحياء
# $days مدة من 30 أو 90 أو 365 يوما
reports-last-days = آخر { $days } يوما
reports-period = المدة
reports-hidden = مخفي
reports-hidden-why = ما كان عدده أقل من { $fewest } لا يظهر، ويُخفى معه أصغر ما يليه حتى لا يُستنتج من المجموع.
reports-delays = آجال الجواب: الأسرع والأبطأ
reports-delays-lead = كم تنتظر البلاغات قبل أن تُعالج، لدى كل مصلحة وكل شركة وفي كل مقاطعة، خلال آخر { $days } يوما.
reports-delays-by-service = المصالح
reports-delays-by-contractor = الشركات المفوض لها
reports-delays-by-area = المقاطعات
reports-delays-by-category = الأصناف
reports-delays-median = الأجل الوسيط
reports-delays-chart-median = الأجل الوسيط
reports-delays-chart-first = الأسرع جوابا
reports-delays-chart-last = الأبطأ جوابا
reports-delays-table = كل الأرقام في جدول
reports-delays-unit = بالأيام
reports-delays-p90 = تسعة من كل عشرة قبل
reports-delays-late = متأخرة عن هدف الجماعة
reports-delays-late-by-law = متأخرة عن أجل القانون
reports-delays-reopened = أعيد فتحها
reports-delays-mark = الرضا من 5
reports-delays-days = { $days } يوم
reports-delays-best = الأسرع
reports-delays-worst = الأبطأ
reports-delays-all = الجماعة كلها
reports-delays-none = لا أجوبة بعد في هذه المدة
reports-delays-none-text = اختاروا مدة أطول.
reports-delays-how = كيف حُسبت هذه الأرقام
reports-delays-how-counted = تُحسب كل البلاغات التي أجيب عنها في هذه المدة، منشورة كانت أو غير منشورة، إلا السرية منها. ولا تُحسب البلاغات المسحوبة ولا المكررة.
reports-delays-how-median = الأجل هو ما بين التوصل بالبلاغ وآخر جواب عنه، بالأيام كلها، أيام العطل منها. ونصف البلاغات أسرع من الوسيط ونصفها أبطأ.
reports-delays-how-p90 = تسعة بلاغات من كل عشرة أجيب عنها في هذا الأجل أو قبله (أقرب رتبة).
reports-delays-how-late = يكون البلاغ متأخرا إذا توقف عداده بعد تاريخه. لكل بلاغ عدادان: هدف الجماعة، والأجل الأقصى في القانون. وإعادة فتح البلاغ لا تمحو حكم عداده الأول.
reports-delays-how-reopened = من البلاغات الواردة في هذه المدة والتي أجيب عنها مرة على الأقل، نسبة ما أعيد فتحه.
reports-delays-how-mark = معدل النقط من 1 إلى 5 التي أعطاها أصحاب البلاغات في هذه المدة.
reports-delays-how-contractor = يُحسب البلاغ لمن هو بين يديه اليوم: مصلحة الجماعة أو الشركة التي سُلم إليها.
reports-delays-how-hidden = كل رقم مبني على أقل من { $fewest } يُخفى، ويُخفى معه ما يكفي حتى لا يُستنتج من المجموع.
# أين
reports-density = أين تكثر البلاغات
reports-density-lead = عدد البلاغات الواردة خلال آخر { $days } يوما، في مربعات من 300 متر وحسب الحي.
reports-density-most = أكثرها في مربع واحد: { $count }.
reports-density-how = البلاغات المنشورة تُحسب كما هي. وما لم يُنشر لا يُحسب في مربع أو حي إلا إذا بلغ عدده هناك { $fewest } أو أكثر، وما كان دون ذلك في أحياء مقاطعة واحدة يُضم بعضه إلى بعض ويُحسب للمقاطعة إذا بلغ مجموعه { $fewest } أو أكثر من حيين فما فوق. أما السرية فلا تظهر أبدا.
reports-by-quarter = حسب الحي
reports-no-quarter = دون حي
# أسبوعا بأسبوع
reports-weeks = أسبوعا بأسبوع
reports-weeks-lead = ما ورد من البلاغات وما أجيب عنه: آخر { $drawn } أسبوعا في الرسمين، و{ $weeks } أسبوعا في الجدول.
reports-weeks-received = الواردة كل أسبوع
reports-weeks-answered = المجاب عنها كل أسبوع
reports-weeks-drawn = آخر { $weeks } أسبوعا
reports-weeks-all = مجموع { $weeks } أسبوعا
reports-weeks-answers = الأجوبة: { $count }
reports-weeks-table = أرقام { $weeks } أسبوعا في جدول
reports-week-of = أسبوع الاثنين
reports-weeks-how = تُحسب كل البلاغات، منشورة كانت أو غير منشورة، إلا السرية منها.
reports-weeks-how-narrowed = عند الاختيار لا تُحسب إلا الأصناف العمومية.
# لمواقع الآخرين
reports-embed = للصحافة والمواقع الأخرى
reports-embed-lead = ضعوا هذه الأرقام في موقعكم: تبقى محينة، مع مصدرها ورخصتها، دون تتبع لزواركم.
reports-embed-copy = انسخوا هذا
reports-embed-copy-go = نسخ
reports-embed-look = هكذا ستظهر
reports-embed-terms = يمكن للجميع استعمال هذه الأرقام مجانا، ولو لغرض تجاري، مع ذكر المصدر.
reports-embed-title = البلاغات في { $commune }
reports-embed-weeks = خلال { $weeks } أسبوعا
reports-embed-published = من المنشورة
reports-embed-source = المصدر: جماعة { $commune }، { $at }
reports-embed-more = كل البلاغات في موقع الجماعة
# تسجيل صوتي بدل الكتابة
reports-voice = أو قولوها بصوتكم
reports-voice-hint = دقيقة على الأكثر، بالدارجة أو الأمازيغية أو بأي لغة. موظف يكتب ما قلتم، ولا يُنشر صوتكم أبدا.
reports-voice-kept = توصلنا بتسجيلكم. تسجيل جديد يعوضه.
reports-voice-start = سجلوا
reports-voice-stop = أوقفوا التسجيل
reports-voice-wait = ننتظر الإذن باستعمال الميكروفون…
reports-voice-says = نسمعكم:
reports-voice-done = سُجل. استمعوا إليه قبل الإرسال.
reports-voice-refused = لا يمكن استعمال الميكروفون من هنا. اختاروا تسجيلا من هاتفكم.
reports-voice-remove = احذفوا التسجيل
reports-voice-removed = حُذف التسجيل.
reports-voice-not-here = هذا البلاغ سري: اكتبوه بدل تسجيله، فالصوت يعرف صاحبه.
reports-voice-one = تسجيل واحد لكل بلاغ.
reports-consent = المتصل موافق على حفظ رقمه وما قاله
reports-consent-hint = قولوا له: «نحفظ رقمكم لنخبركم بالجواب، ولا يُنشر».
reports-consent-needed = اسألوا المتصل وسجلوا موافقته.
