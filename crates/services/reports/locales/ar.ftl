# القوائم
reports-menu-file = أبلغ عن مشكل
reports-menu-list = البلاغات
reports-menu-counter = تسجيل بلاغ لمواطن
# الخطوة الأولى: ما المشكل
reports-choose-title = ما المشكل؟
reports-choose-lead = دقيقة واحدة تكفي، دون حساب. اختاروا الصنف الأقرب ويمكننا تصحيحه.
reports-choose-counter = اختاروا الصنف الأقرب لما يقوله المواطن.
reports-search = ابحثوا بكلماتكم
reports-search-hint = مثلا: الضو طافي، حفرة، الزبل
reports-search-go = ابحث
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
reports-number-go = ابحث عنه
reports-number-what = ما به؟
reports-number-unknown = لا نعرف تجهيزا برقم { $number }.
reports-number-near = هل تقصدون أحد هذه؟
reports-number-own = لا، الرقم كما كتبته
reports-number-own-hint = نرسل البلاغ كما هو ونعتمد على وصفكم للمكان.
reports-number-without = لا أرى أي رقم
# النموذج
reports-danger = خطر؟ اتصلوا الآن
reports-one-more = بقي سؤال واحد بحسب جوابكم.
reports-counter = لمن وكيف
reports-channel = كيف وصل البلاغ؟
reports-channel-counter = في الشباك
reports-channel-phone = بالهاتف
reports-channel-post = برسالة
reports-author-lang = لغة صاحب البلاغ
reports-where = أين؟
reports-quarter = الحي
reports-quarter-none = لا أعرف الحي أو ليس في اللائحة
reports-details = بعض التفاصيل
reports-contact = كيف نخبركم؟
reports-contact-text = اختياري. لا ينشر أبدا ولا يراه إلا من يعالج بلاغكم.
reports-contact-hidden = اختياري. المصلحة المعنية لا ترى اسمكم ولا رقمكم أبدا.
reports-publish = يمكن نشر هذا البلاغ دون اسمي
reports-publish-hint = ينشر النص والمكان بعد أن يقرأهما موظف. الاسم والهاتف لا ينشران أبدا.
reports-publish-photo = ينشر النص والمكان والصورة بعد أن يراجعها موظف. الاسم والهاتف لا ينشران أبدا.
reports-never-public = هذا النوع من البلاغات لا ينشر ولا يظهر في الخريطة.
reports-privacy = ماذا نفعل بمعطياتكم؟
reports-privacy-text = تستعمل جماعة { $commune } ما تكتبونه لمعالجة هذا البلاغ وحده. يمحى الاسم والهاتف والبريد بعد { $days } يوما من إغلاقه، ويمكنكم طلب الاطلاع عليها أو تصحيحها أو محوها (القانون 09.08).
reports-privacy-cndp = التصريح لدى اللجنة الوطنية لحماية المعطيات رقم { $number }.
reports-privacy-cndp-none = رقم التصريح لدى اللجنة الوطنية لحماية المعطيات لم تسجله الجماعة بعد.
reports-privacy-more = حقوقكم
reports-send = أرسلوا البلاغ
# ما يرفض
reports-point-wrong = الموقع غير مفهوم. ضعوا العلامة على الخريطة، أو اتركوه فارغا واختاروا الحي.
reports-place-needed = أين المشكل؟ يكفي موقع على الخريطة أو حي أو رقم التجهيز أو علامة قريبة.
reports-too-many-photos = { $most } صور على الأكثر.
reports-sent-already = وصلنا هذا البلاغ من قبل. إن أرسلتموه مرة أخرى فسيسجل بلاغا ثانيا.
# ما يعرض بين النموذج والوصل
reports-near-title = هل هو أحد هذه البلاغات؟
reports-near-lead = أبلغ غيركم عن مشكل مشابه في المكان نفسه. إن كان هو فانضموا إليه ونخبركم بما يقع.
reports-near-metres = على { $metres } مترا تقريبا
reports-followers = { $count ->
    [one] شخص آخر معني
    [two] شخصان آخران معنيان
    [few] { $count } أشخاص آخرين معنيون
   *[other] { $count } شخصا آخر معني
 }
reports-me-too = أنا أيضا
reports-different = مشكلي مختلف، أرسلوا بلاغي
reports-photo-place = وجدنا مكانا في صورتكم
reports-photo-place-area = التقطت الصورة في مقاطعة { $area }. هل المشكل هناك؟
reports-photo-place-lead = هل المشكل في المكان الذي التقطت فيه الصورة؟
reports-photo-place-yes = نعم، هذا هو المكان
reports-photo-place-no = لا، لا تستعملوه
reports-elsewhere = هذا المكان ليس في جماعتنا
reports-elsewhere-open = المكان في جماعة { $commune } وليس في { $here }. نحمل إليها ما كتبتم؟
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
reports-receipt-next = الموعد المقبل
reports-receipt-follow = تتبعوا البلاغ
reports-receipt-level = حفظ البلاغ على القرص قبل إظهار هذا الوصل (المستوى { $level }).
reports-receipt-signed = الوصل الموقع
reports-to-confirm = (في انتظار التأكيد)
reports-after = ماذا بعد؟
reports-after-unit = تتوصل به المصلحة الآن وتتكفل به.
reports-after-told = عند كل جديد نخبركم إن تركتم هاتفا أو بريدا، وإلا فبالرمز والرقم السري.
reports-after-counter = سلموا هذا الوصل لصاحب البلاغ: الرمز والرقم السري يفتحان ملفه.
reports-after-moderation = يقرؤه موظف قبل أن يظهر للعموم.
reports-after-reopen = إن لم يحل المشكل يمكنكم إعادة فتحه، ويتكفل به شخص آخر.
reports-another = بلاغ آخر
reports-to-desk = الملف في مكتب العمل
# ما يراه الجميع
reports-title = البلاغات
reports-lead = ما أبلغ عنه السكان، وما صار إليه.
reports-tab-list = اللائحة
reports-tab-map = الخريطة
reports-tab-statistics = الأرقام
reports-state-all = الكل
reports-state-open = قيد المعالجة
reports-state-done = تمت الإجابة
reports-count = { $count ->
    [0] لا بلاغ
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغا
   *[other] { $count } بلاغ
 }
reports-none = لا بلاغ هنا
reports-none-text = غيروا البحث، أو كونوا أول من يبلغ.
reports-category = الصنف
reports-all-categories = كل الأصناف
reports-area = المقاطعة
reports-all-areas = كل المقاطعات
reports-words = كلمات
reports-filter = صفوا
reports-filter-none = ألغوا التصفية
reports-feed = تتبعوا الجديد (Atom)
reports-feed-title = بلاغات جماعة { $commune }
reports-map = خريطة البلاغات
reports-map-rounded = المواقع مقربة.
reports-map-none = حدود هذه الجماعة غير متوفرة بعد.
reports-received = توصلنا به { $at }
reports-late = فات هذا الموعد.
reports-path = مسار البلاغ
reports-step-filed = توصلنا بالبلاغ
reports-step-moved = تقدم البلاغ
reports-step-transferred = أحيل على مصلحة أخرى
reports-step-clock-missed = فات الموعد
reports-step-recategorised = صحح الصنف
reports-rating = تقييم صاحبه
reports-reopened = أعيد فتحه
reports-me-too-text = نحسبكم بين المعنيين. اتركوا رقما أو بريدا إن أردتم أن نخبركم.
reports-me-too-send = أنا معني
reports-phone = رقم الهاتف
reports-email = البريد الإلكتروني
reports-mine = هذا بلاغي
reports-flag = بلغوا عن هذا المحتوى
reports-flag-text = إن كان فيه اسم شخص أو صورته أو كلام مسيء فسيراجعه موظف.
reports-flag-send = نعم، يجب أن يراجع
reports-said-followed = سجلناكم بين المعنيين بهذا البلاغ.
reports-said-flagged = شكرا. سيراجعه موظف.
# الأرقام
reports-statistics = البلاغات بالأرقام
reports-statistics-lead = الاثنا عشر شهرا الأخيرة، منذ { $since }.
reports-statistics-how = تحسب كل البلاغات ما عدا السرية منها، منشورة كانت أم لا. الجواب في أجله هو ما سبق أقرب موعد أعلن لصاحب البلاغ. البلاغات التي سحبها أصحابها لا تحسب في الأجوبة.
reports-figure-received = توصلنا بها
reports-figure-open = قيد المعالجة
reports-figure-answered = تمت الإجابة
reports-figure-in-time = في الأجل
reports-figure-in-time-how = من الأجوبة
reports-figure-median = نصفها في أقل من
reports-figure-mark = رضا أصحابها
reports-figure-marks = { $count ->
    [0] لا تقييم بعد
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
   *[other] { $count } تقييما
 }
reports-days = { $count ->
    [0] يوم واحد
    [one] يوم واحد
    [two] يومين
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
reports-data-about = كل بلاغ قبل صاحبه نشره ولم يحجب، دون نصه ودون أي معطى شخصي. الموقع مقرب حسب الصنف.
reports-column-code = رمز البلاغ
reports-column-category = معرف الصنف
reports-column-category-code = رقم الصنف في اللائحة الوطنية
reports-column-received = يوم التوصل
reports-column-state = حالته
reports-column-outcome = نتيجته
reports-column-area = رمز المقاطعة
reports-column-quarter = معرف الحي
reports-column-lat = خط العرض، مقرب
reports-column-lon = خط الطول، مقرب
reports-column-due = الموعد المعلن
reports-column-answered = يوم الجواب
reports-column-in-time = هل جاء الجواب في أجله
reports-column-followers = عدد من قالوا «أنا أيضا»
reports-column-reopened = كم مرة أعيد فتحه
reports-column-rating = تقييم صاحبه من 1 إلى 5
