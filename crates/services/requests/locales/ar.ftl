# القوائم
requests-menu = الخدمات والرخص
requests-menu-counter = طلب باسم مواطن
# اللائحة
requests-title = ماذا تريدون أن تطلبوا؟
requests-lead = رخص وشهادات وتصاريح. تجدون ما يلزم وكم يستغرق وكم يكلف، وتودعون الطلب من هنا دون حساب.
requests-lead-counter = اختاروا ما يطلبه المواطن.
requests-search = ابحثوا بكلماتكم
requests-search-hint = مثلا: بغيت نصلح داري، نسخة من عقد الازدياد، ترخيص لمقهى
requests-search-go = بحث
requests-continue-draft = تابعوا طلبا بدأتموه
requests-found = { $count ->
    [one] وجدنا خدمة واحدة
    [two] وجدنا خدمتين
    [few] وجدنا { $count } خدمات
    [many] وجدنا { $count } خدمة
   *[other] وجدنا { $count } خدمة
 }
requests-found-none = لم نجد خدمة بهذه الكلمات
requests-found-none-text = جربوا كلمة أخرى، أو اختاروا من اللائحة، أو اسألوا في الشباك.
requests-whole-list = كل الخدمات
requests-counters = الشبابيك وأوقاتها
requests-count = { $count ->
    [zero] لا خدمات بعد
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $count } خدمات
    [many] { $count } خدمة
   *[other] { $count } خدمة
 }
requests-look-by = طريقة البحث
requests-by-event = حسب المناسبة
requests-by-audience = حسب من يطلب
requests-by-service = حسب المصلحة
requests-none = لا خدمات هنا بعد
requests-none-text = لم تفتح الجماعة خدمات على المنصة بعد. الشبابيك تستقبلكم.
requests-open-data = هذه اللائحة مفتوحة للتطبيقات
# بطاقة الخدمة: ما توجب المادة 6 من القانون 55.19 التعريف به
requests-sheet = بطاقة الخدمة
requests-start = ابدؤوا الطلب
requests-print = اطبعوا هذه البطاقة
requests-papers = ما تقدمونه
requests-papers-none = لا وثيقة تقدمونها.
requests-papers-copy = نسخة واحدة من كل وثيقة، دون تصحيح الإمضاء ودون نسخ مطابقة للأصل (القانون 55.19، المادة 7).
requests-papers-later = يمكنكم البدء الآن وإضافة الوثائق فيما بعد.
requests-if-needed = حسب جوابكم
requests-fetched = ما نجلبه نحن
requests-fetched-text = لا تقدموا هذه الوثائق: نأتي بها بموافقتكم، وترونها قبل استعمالها.
requests-fetched-commune = من سجلات الجماعة
requests-fetched-bodies = من إدارات أخرى
requests-shown = ما تعرضونه في الشباك
requests-shown-text = يطلع عليه الموظف ويرده إليكم. لا تؤخذ منه نسخة.
requests-fees = الرسوم
requests-no-fees = دون رسوم.
requests-fee-computed = يُحسب حسب أجوبتكم
requests-due-filing = يؤدى عند الإيداع
requests-due-grant = يؤدى قبل القرار
requests-due-delivery = يؤدى عند التسلم
requests-to-confirm = (تؤكده الجماعة)
requests-delay = أجل الجواب
requests-delay-none = تُسلم في الحين، في الشباك.
requests-delay-starts = يبدأ الأجل حين يكتمل الملف.
requests-delay-extended = ويمكن تمديده مرة واحدة لإجراء خبرة تقنية أو بحث عمومي (القانون 55.19، المادة 17).
# المدة: { $n } عدد
requests-span-calendar = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
 }
requests-span-working = { $n ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $n } أيام عمل
   *[other] { $n } يوم عمل
 }
requests-span-full = { $n ->
    [one] يوم كامل
    [two] يومان كاملان
    [few] { $n } أيام كاملة
    [many] { $n } يوما كاملا
   *[other] { $n } يوم كامل
 }
requests-span-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
 }
requests-silence = إن لم يصلكم جواب
requests-silence-yes = إذا انتهى الأجل دون جواب فسكوت الجماعة بمثابة موافقة: تطلبون الرخصة فتُسلم لكم داخل 7 أيام، وإلا طلبتم من العامل إشهادا بذلك (القانون 55.19، المادتان 19 و20).
requests-silence-no = إذا انتهى الأجل دون جواب فلا يعد السكوت موافقة، ولكم أن تطعنوا.
requests-remedies = إن رُفض الطلب
requests-appeal-president = تطعنون أمام رئيس المجلس داخل 30 يوما من الرفض أو من انتهاء الأجل، ويجيبكم داخل 15 يوما.
requests-appeal-governor = إن لم يجب أو رفض من جديد رفعتم الأمر إلى العامل، فيطلب من الرئيس أن يبت داخل 10 أيام.
requests-appeal-law = القانون 55.19، المادة 21. كل رفض معلل ومكتوب، ويبقى باب المحكمة الإدارية ووسيط المملكة مفتوحا.
requests-appeal-none = كل رفض معلل ومكتوب. اطلبوا سببه في الشباك، ولكم أن تقدموا شكاية.
requests-basis = السند القانوني
requests-basis-none = تؤكده الجماعة.
# { $article } رقم المادة كما هو في النص
requests-article = المادة { $article }
requests-annex = الملحق { $n }
requests-who = من يحق له أن يطلب
requests-issuer = من يقرر
requests-service = المصلحة
requests-level = كيف نتعرف عليكم
requests-hours = أوقات الشباك
requests-level-none = لا نطلب هويتكم
requests-level-contact = رقم هاتف أو بريد إلكتروني مؤكد
requests-level-checked = بطاقتكم الوطنية تُعرض في الشباك
requests-level-national = الهوية الرقمية الوطنية
requests-level-lacks = ينبغي أن نتأكد من هويتكم
requests-level-needs-checked = يقتضي هذا الطلب التأكد من هويتكم: ادخلوا بالهوية الرقمية الوطنية، أو احضروا مرة واحدة إلى الشباك ببطاقتكم الوطنية.
requests-level-needs-national = يقتضي هذا الطلب الدخول بالهوية الرقمية الوطنية، أو إيداعه في الشباك بالبطاقة الوطنية.
requests-level-prove = الدخول لإثبات هويتي
requests-level-kept = يبقى طلبكم محفوظا كما هو، وتعودون إليه بعد الدخول.
requests-level-card = لا يودع هذا الطلب إلا والبطاقة الوطنية لصاحبه بين أيديكم.
requests-level-card-seen = اطلعت على البطاقة الوطنية لصاحب الطلب
requests-level-card-seen-hint = يقتضي هذا الطلب التأكد من الهوية، ويسجل ذلك باسمكم.
requests-kind-authorization = رخصة
requests-kind-certificate = شهادة
requests-kind-declaration = تصريح
requests-kind-registration = تسجيل
requests-kind-payment = أداء
requests-kind-intervention = تدخل
requests-outputs = ما تتسلمونه
# { $span } مدة مثل: 6 أشهر
requests-valid = الصلاحية: لمدة { $span }
requests-renewable = مع إمكانية التجديد
requests-valid-months = { $n ->
    [one] شهر واحد
    [two] شهرين
    [few] { $n } أشهر
    [many] { $n } شهرا
   *[other] { $n } شهر
 }
requests-valid-days = { $n ->
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
 }
requests-opinions-sheet = الآراء التي نأخذها
requests-sheet-law = تُعد هذه البطاقة طبقا للمادة 6 من القانون 55.19: لا يُطلب منكم شيء لم يُذكر فيها.
# قبل النموذج
requests-start-lead = لا ضرورة لإتمام كل شيء دفعة واحدة: يُحفظ ما تكتبونه وتعودون إليه متى شئتم.
requests-start-lead-counter = اسألوا صاحب الطلب، واكتبوا باسمه.
requests-begun = بدأتم هذا الطلب من قبل
requests-begun-text = آخر ما كتبتم فيه: { $at }.
requests-begun-go = تابعوا من حيث توقفتم
requests-for-whom = لمن وكيف
requests-channel = كيف وصل الطلب؟
requests-channel-counter = في الشباك
requests-channel-phone = بالهاتف
requests-channel-post = برسالة
requests-author-lang = لغة صاحب الطلب
requests-begin = املؤوا الطلب
requests-no-account = لا يلزم حساب. من له حساب لا يعيد كتابة هاتفه أو بريده ويجد طلباته كلها.
requests-sign-in = ادخلوا إلى حسابكم
requests-privacy = ماذا نفعل بمعطياتكم؟
requests-privacy-text = تستعمل جماعة { $commune } ما تكتبونه وما ترفقونه لدراسة هذا الطلب وحده. لا يطلع عليه إلا من يعالجه، ويُسجل كل اطلاع. يمكنكم طلب الاطلاع على معطياتكم أو تصحيحها أو محوها (القانون 09.08).
requests-privacy-cndp = التصريح لدى اللجنة الوطنية لحماية المعطيات رقم { $number }.
requests-privacy-cndp-none = لم تسجل الجماعة هنا بعد رقم تصريحها لدى اللجنة الوطنية لحماية المعطيات.
requests-privacy-more = حقوقكم
# العودة إلى طلب لم يكتمل
requests-resume = تابعوا طلبا بدأتموه
requests-resume-lead = اكتبوا رمز الطلب الذي احتفظتم به، فتجدون ما كتبتم كما هو.
requests-mine = مسوداتكم
requests-draft-code = رمز الطلب غير المكتمل
requests-draft-code-hint = 12 حرفا ورقما. مثال: 7K3Q-9MPX-R2TD
requests-resume-go = افتحوا الطلب
requests-no-such-draft = لا يوجد طلب بهذا الرمز. تأكدوا منه؛ وقد يكون مُحي لأنه لم يُستعمل منذ مدة.
requests-lost = ضاع الرمز؟
requests-lost-text = إن كتبتم الطلب وأنتم داخل حسابكم فافتحوا صفحة الخدمة تجدوه فيها. وإلا فابدؤوا من جديد أو اسألوا في الشباك. والطلب المودع له رمز آخر على وصله.
# النموذج
requests-one-more = بقي سؤال، بناء على جوابكم.
requests-next = تابعوا
requests-back = الرجوع إلى الصفحة السابقة
requests-saving = جار الحفظ…
requests-saved = حُفظ ما كتبتم.
requests-unsaved = انقطع الاتصال: سيُحفظ ما كتبتم حين يعود، أو حين تضغطون «تابعوا».
requests-save-now = احفظوا ما كتبتم الآن
requests-draft-title = رمز هذا الطلب
# { $days } عدد الأيام التي يبقى فيها الطلب غير المكتمل محفوظا
requests-draft-text = دونوا هذا الرمز: يعيدكم إلى هنا من أي جهاز. يُحفظ ما كتبتم { $days ->
    [one] يوما واحدا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
 } بعد آخر تعديل، ثم يُمحى.
requests-draft-short = محفوظ لمدة { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
 }، برمز:
requests-draft-link = رابط هذا الطلب (احتفظوا به لأنفسكم)
requests-private = لا يطلع على هذه المعطيات إلا من يعالج طلبكم.
requests-part-name = الاسم الكامل
requests-part-company = اسم المقاولة أو الجمعية
requests-part-card = رقم البطاقة الوطنية أو بطاقة الإقامة أو الجواز
requests-part-birth = تاريخ الازدياد
requests-part-ice = التعريف الموحد للمقاولة (ICE)
requests-part-register = رقم السجل التجاري
requests-how-date = يوم/شهر/سنة، أربعة أرقام للسنة. التاريخ الهجري مقبول أيضا: 29/11/1447.
requests-how-parcel = مثلا 55097/20.
requests-how-card = مثلا AB123456.
requests-how-ice = 15 رقما.
requests-dirham = درهم
# { $n } رقم الصف
requests-row = الصف { $n }
requests-more-rows = أضيفوا صفوفا
requests-computed-later = يُحسب من أجوبتكم
requests-quarter = الحي
requests-quarter-none = الحي غير معروف أو ليس في اللائحة
requests-point = النقطة على الخريطة
# الوثائق
requests-pieces = الوثائق
requests-pieces-how = صور (JPEG أو PNG أو WebP) أو PDF، إلى { $most } ميغا لكل ملف. يمكن اختيار عدة ملفات.
requests-pieces-later = ليست عندكم كلها؟ تابعوا: يمكن إيداع الطلب الآن واستكماله داخل 30 يوما.
requests-add-files = أضيفوا هذه الملفات
requests-file = ملف
# { $kb } الحجم بالكيلوبايت
requests-size = { $kb } كيلوبايت
requests-remove = احذفوا
requests-not-asked = ما لا ترسلونه
requests-from-applicant = يقدمها صاحب الطلب
requests-from-commune = نجلبها من سجلات الجماعة
requests-from-body = نطلبها من { $body }
requests-from-shown = تُعرض في الشباك دون نسخها
# { $percent } ما وصل من الملف في المئة
requests-upload-going = وصل { $percent }%
requests-upload-arrived = وصل الملف.
requests-upload-cut = انقطع الاتصال. سيُستأنف الإرسال من حيث توقف.
requests-upload-refused = لم يُقبل هذا الملف. جربوا ملفا آخر أو أعيدوا المحاولة.
requests-upload-hold = انتظروا لحظة: نتابع حين تصل الملفات.
# المراجعة قبل الإيداع
requests-check = تحققوا ثم أودعوا
requests-check-lead = هذا ما ستتوصل به الجماعة. غيروا ما تشاؤون قبل الإيداع.
requests-change = غيروا
requests-part-wrong = بقي في هذا الجزء ما ينبغي ملؤه أو تصحيحه.
requests-nothing-typed = لم تكتبوا شيئا هنا.
requests-files = { $count ->
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفا
   *[other] { $count } ملف
 }
requests-piece-later = تقدمونها لاحقا
requests-piece-optional = اختيارية
requests-lacking = { $count ->
    [one] تنقص وثيقة واحدة
    [two] تنقص وثيقتان
    [few] تنقص { $count } وثائق
    [many] تنقص { $count } وثيقة
   *[other] تنقص { $count } وثيقة
 }
requests-lacking-text = يمكنكم الإيداع الآن: تتسلمون وصلا «ملف في طور الإيداع»، ولكم 30 يوما لاستكماله. يبدأ الأجل القانوني حين يكتمل الملف.
requests-lacking-spot = تقدمونها في الشباك يوم تحضرون.
requests-consent = بإيداع الطلب توافقون على أن تجلب الجماعة هذه الوثائق (القانون 55.19، المادتان 23 و24).
requests-after = ماذا بعد؟
requests-total = المجموع
requests-statement = أصرح بأن ما كتبته صحيح.
requests-send = أودعوا الطلب
requests-not-sent = لم يودع الطلب بعد
requests-not-ready = أكملوا أولا
requests-not-offered = لم تعد هذه الخدمة متاحة على المنصة
requests-not-offered-text = ما كتبتموه يبقى محفوظا { $days ->
    [one] يوما واحدا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
 } ولا يمكن إيداعه الآن. اسألوا في الشباك أو اختاروا خدمة أخرى.
# الوصل (القانون 55.19، المادة 10). «ملف مودع» و«ملف في طور الإيداع» عبارتا القانون
requests-receipt = وصل الإيداع
requests-receipt-complete = ملف مودع
requests-receipt-incomplete = ملف في طور الإيداع
requests-thanks = توصلنا بطلبكم
requests-keep-receipt = احتفظوا بهذا الوصل أو اطبعوه: فيه الرمز والرقم السري.
requests-hand-receipt = اطبعوا الوصل وسلموه لصاحب الطلب: الرمز والرقم السري يفتحان ملفه.
requests-procedure = الطلب
requests-received = تاريخ الإيداع
requests-register = رقم السجل
requests-unit = المصلحة المكلفة
requests-until-decision = نجيبكم قبل
requests-until-next = الأجل المقبل
requests-piece-most = { $most } ميغا على الأكثر لكل ملف.
requests-until-completing = أكملوا الملف قبل
requests-lacking-list = الوثائق الناقصة
requests-receipt-lacking-text = أضيفوا ما ينقص من هنا أو في الشباك قبل التاريخ المكتوب على الوصل، وإلا أعيد إليكم الملف.
requests-receipt-starts = يبدأ أجل الجواب حين يكتمل الملف. لا تُطلب منكم وثائق أخرى غير المذكورة في هذه اللائحة.
requests-receipt-silence-yes = إذا لم يصلكم جواب قبل هذا التاريخ فالسكوت بمثابة موافقة (القانون 55.19، المادة 19)، وهذا الوصل دليلكم.
requests-receipt-silence-no = إذا لم يصلكم جواب قبل هذا التاريخ فالسكوت ليس موافقة، ولكم أن تطعنوا. هذا الوصل دليلكم.
requests-receipt-appeal = الطعن: داخل 30 يوما أمام رئيس المجلس، ويجيب داخل 15 يوما؛ ثم أمام العامل (القانون 55.19، المادة 21).
requests-verify-how = للتحقق من هذا الوصل امسحوا الرمز المربع بالهاتف: يؤكد توقيع الجماعة ما كُتب فيه.
requests-verify-go = تحققوا الآن
requests-give = قدموا ما ينقص
requests-follow = تتبعوا الطلب
requests-after-unit = تتوصل المصلحة المكلفة بالملف الآن وتدرسه.
requests-after-told = نخبركم بكل خطوة كما اخترتم، وتجدون كل شيء في صفحة الطلب.
requests-after-counter = يتتبع صاحب الطلب ملفه بالرمز والرقم السري، أو في الشباك.
requests-after-once = إن احتجنا إلى تكميل طلبناه مرة واحدة.
requests-sealed = الوصل الموقع
requests-sealed-text = هذا هو النص الموقع نفسه، لمن يريد التحقق منه دون اتصال بالإنترنت.
requests-receipt-level = سُجل طلبكم وحُفظ قبل إظهار هذا الوصل.
requests-receipt-signed = نزلوا الوصل الموقع
requests-receipt-again = وصل الإيداع
requests-another = طلب آخر
requests-to-desk = الملف في مكتب العمل
# تقديم الوثائق بعد الإيداع
requests-to-case = صفحة الطلب
requests-give-lacking = حين يصل كل ما ينقص يكتمل ملفكم ويبدأ أجل الجواب.
requests-give-asked = قدموا ما طلبته المصلحة في رسالتها الأخيرة، فتستأنف الدراسة.
requests-give-words = رسالتكم إلى المصلحة
requests-give-words-hint = إن أردتم أن توضحوا شيئا.
requests-give-send = أرسلوا
requests-give-closed = لا ننتظر وثائق الآن
requests-give-closed-text = المصلحة تدرس الملف أو بتت فيه. راسلوها من صفحة الطلب إن لزم.
requests-piece-awaited = ننتظرها
requests-said-given = توصلنا بما أرسلتم.
# عند صاحب الطلب
requests-asked-of-you = المصلحة تطلب تكميلا
requests-asked-of-you-text = أجل الجواب متوقف إلى أن ترسلوه. لا يُطلب التكميل إلا مرة واحدة.
requests-dues = ما يؤدى
requests-pay-where = تؤدون لدى شساعة المداخيل بالجماعة أو كما هو مبين في الأمر بالأداء، واذكروا رمز الطلب.
# في مكتب العمل
requests-lacking-desk = { $count ->
    [one] وثيقة ناقصة
    [two] وثيقتان ناقصتان
    [few] { $count } وثائق ناقصة
    [many] { $count } وثيقة ناقصة
   *[other] { $count } وثيقة ناقصة
 }
# { $n } رقم الملف بين ملفات الوثيقة
requests-open-file = افتحوا الملف { $n }
requests-file-pdf = ملف PDF
requests-file-image = صورة
requests-scan-waiting = لم يُفحص من الفيروسات
requests-scan-blocked = محجوب
requests-scan-infected = ملف مصاب لا يُفتح
requests-opinions = الآراء
requests-opinion-waiting = ننتظر الرأي
requests-opinion-due = قبل { $day }
requests-opinion-given = بتاريخ { $day }
requests-opinion-silence-favourable = السكوت بعد الأجل رأي بالموافقة.
requests-opinion-silence-unfavourable = السكوت بعد الأجل رأي بالرفض.
requests-opinion-silence-none = لا معنى للسكوت: يُنتظر الرأي.
requests-opinion-give = أدلوا بالرأي
requests-opinion-verdict = الرأي
requests-opinion-words = التعليل
requests-opinion-words-hint = ضروري إن لم يكن الرأي بالموافقة.
requests-opinion-send = سجلوا الرأي
# أسباب الرفض
requests-too-much = كُتب في هذا الطلب أكثر مما يُقبل. اختصروا أو توجهوا إلى الشباك.
requests-too-many-files = عدد الملفات: { $most } على الأكثر. اجمعوا الصفحات في ملف PDF واحد، أو قدموا الباقي في الشباك.
requests-infected-told = الملف المرسل لوثيقة «{ $piece }» فيه فيروس ولا يمكن فتحه. أرسلوا ملفا آخر.
requests-open-unchecked = فتح دون فحص الفيروسات ({ $n })
requests-scan-away = الفاحص غير متاح، سيُفحص لاحقا
requests-infected = هذا الملف محجوب لأن فيه فيروسا.
requests-nothing-given = المرجو اختيار ملف أو كتابة رسالة.
requests-withdrawn = لم تعد هذه الخدمة متاحة على المنصة. ما كتبتموه محفوظ.
requests-changed = تغيرت الاستمارة وأنتم تكتبون. أجوبتكم محفوظة: راجعوها قبل الإيداع.
requests-changed-title = تغيرت هذه الاستمارة
requests-changed-text = نشرت الجماعة صيغة جديدة منذ أن بدأتم. أجوبتكم ووثائقكم محفوظة؛ راجعوا كل جزء، فقد تكون أسئلة جديدة أضيفت.
requests-piece-not-asked = هذه الوثيقة غير مطلوبة منكم: الجماعة تحصل عليها بنفسها (القانون { $law }، المادة { $article }).
requests-filed-already = أودع هذا الطلب من قبل. ما ينقصه يُقدَّم عن طريق وصله.
requests-field-unknown = لا تطلب أي استمارة من هذه المسطرة هذه المعلومة.
requests-shape-wrong = لا يوافق الجواب الشكل الذي ينتظره هذا السؤال.
requests-sum-changed = تغير الرسم وأنتم تكتبون: صار الآن { $sum }. راجعوه قبل الإيداع.
requests-point-wrong = الموقع غير مفهوم. ضعوا العلامة على الخريطة، أو اتركوه فارغا واختاروا الحي.
requests-elsewhere = المكان خارج حدود الجماعة. صححوه، أو توجهوا إلى الجماعة التي يوجد فيها.
requests-place-needed = أين؟ تكفي نقطة على الخريطة أو حي أو عنوان.

# الآجال المنشورة. count عدد.
requests-catalogue = الخدمات والرخص
requests-delays = كم تستغرق الجماعة؟
requests-delays-lead = القرارات المتخذة خلال سنة، بالأيام كما يحسبها القانون، والأقل احتراما للأجل أولا.
requests-delays-few = خدمات صدر فيها أقل من { $count } قرارات
requests-delays-over = الجماعة ومصالحها
requests-delays-each = كل إجراء على حدة
requests-delays-calendar = آجال الإجراءات لا تحسب نفس الأيام، لذلك تُجمع هنا بأيام التقويم.
requests-delays-empty = لم يُتخذ أي قرار بعد
requests-delays-empty-text = تظهر الآجال هنا بعد أولى القرارات.
requests-delays-how = يبدأ العد من الملف المودع، ويتوقف أثناء انتظار وثائق منكم. لا تُعرض أرقام أقل من { $count } قرارات. ما سحبه أصحابه غير محسوب.
requests-data-delays = آجال الإجراءات
requests-data-delays-about = عدد القرارات والأجل الوسيط وأجل تسعة من كل عشرة ونسبة احترام الأجل، للجماعة ولكل مصلحة ولكل إجراء خلال سنة.
requests-column-id = المعرّف
requests-column-scope = المستوى (الجماعة، المصلحة، الإجراء)
requests-column-service = المصلحة
requests-column-procedure = الإجراء
requests-column-title-ar = الاسم بالعربية
requests-column-title-fr = الاسم بالفرنسية
requests-column-promised = الأجل المحدد
requests-column-kind = نوع الأيام
requests-column-decisions = القرارات
requests-column-silent = مقبولة بالسكوت
requests-column-median = الأجل الوسيط (أيام)
requests-column-p90 = تسعة من عشرة في أقل من (أيام)
requests-column-in-time = داخل الأجل
# Filing for others. $name is a person or a holder, $most a number of megabytes
requests-menu-writer = من أنوب عنهم
requests-for-whom-writer = طلب باسم { $name }
requests-for-whom-told = يُخبَر صاحب الطلب برسالة عند الإيداع، وله أن يعترض. كل اطلاع مسجل في سجلكم.
requests-statement-for = أصرح بأنني كتبت ما أملاه علي { $name } وقرأته عليه.
requests-filed-for = أُودع طلب { $name }
requests-receipt-holder = اطبعوا هذا الوصل وسلموه إلى { $name }. الرقم السري أُرسل إليه وحده:
requests-writer-refused = لا يمكنكم الإيداع نيابة عن غيركم
requests-writer-people = الأشخاص وتوكيلاتهم
requests-writer-nobody = لا توكيل بعد
requests-writer-nobody-text = سجلوا التوكيل المكتوب أولا، ثم ابدؤوا طلب صاحبه.
requests-writer-filed = ما أودعتموه
requests-writer-drafts = طلبات لم تكتمل
requests-writer-begin = بدء طلب
requests-paper-new = تسجيل توكيل مكتوب
requests-paper-lead = لا يبدأ أي طلب دون توكيل موقع من صاحبه. يُخبَر برسالة كلما أُودع شيء باسمه.
requests-paper-name = صاحب الطلب
requests-paper-contact = هاتفه أو بريده
requests-paper-contact-hint = هاتفه هو، لا هاتفكم: إليه يُرسل الرقم السري والأجوبة.
requests-paper-procedures = الخدمات التي يذكرها التوكيل
requests-paper-signed = وُقّع في
requests-paper-ends = صالح إلى غاية
requests-paper-scan = صورة التوكيل الموقع
requests-paper-scan-hint = صورة أو PDF، في حدود { $most } ميغابايت. وإلا فاكتبوا مرجعه أسفله.
requests-paper-reference = مرجع التوكيل
requests-paper-reference-hint = مثلا رقمه في سجلكم أو رقم المصادقة عليه
requests-paper-go = تسجيل
requests-paper-holds = ساري المفعول
requests-paper-over = انتهى
requests-paper-over-text = ما لم يُودع انتقل إلى صاحبه، وما أُودع يتتبعه بنفسه.
requests-said-paper = سُجل التوكيل.
requests-under-title = أُودع بتوكيل مكتوب
requests-under-holder = أُودع من طرف
requests-under-signed = وُقّع في
requests-under-until = صالح إلى غاية
requests-under-proof = المرجع
requests-under-scan = فتح التوكيل الموقع
requests-under-ended = انتهى هذا التوكيل.
# What the citizen sees with the code of the message
requests-mandate = ما يُودع باسمكم
requests-mandate-lead = ينوب عنكم في إيداع الطلبات، بتوكيل مكتوب: { $name }.
requests-mandate-over = انتهت نيابة { $name } عنكم، ولن يُودع شيء باسمكم بعد الآن.
requests-mandate-object = لم أطلب ذلك، أو أريد إنهاءه
requests-mandate-object-text = يتوقف فورا، ويصير ما لم يُودع بعد لكم وحدكم.
requests-mandate-object-go = إنهاء التوكيل الآن
requests-mandate-object-sure = هل تنهون هذا التوكيل الآن؟
requests-mandate-drafts = ما بُدئ ولم يُودع
requests-mandate-drafts-text = هو لكم الآن: أكملوه، أو اتركوه فيُمحى وحده.
requests-mandate-filed = ما أُودع
requests-mandate-filed-text = افتحوا الملف لتتبعه أو للكتابة إلى المصلحة إن لم تطلبوه.
requests-mandate-journal = ما جرى
requests-mandate-ask = هل أودع أحد طلبا باسمكم؟
requests-mandate-ask-lead = اكتبوا الرمز الذي توصلتم به في رسالة الجماعة.
requests-mandate-code = الرمز
requests-mandate-go = عرض
requests-no-such-mandate = لا يوافق هذا الرمز أي توكيل. تحققوا منه، أو اسألوا في الشباك.
requests-said-mandate-ended = انتهى التوكيل.
# The kiosk. $days is a number
requests-kiosk-title = أودعوا طلبكم هنا
requests-kiosk-lead = المسوا لغتكم للبدء. لا يحتفظ هذا الجهاز بأي شيء بعدكم.
requests-kiosk-what = ماذا تريدون؟
requests-kiosk-none = لا خدمة مفتوحة في هذا الجهاز. الشبابيك تستقبلكم.
requests-kiosk-others = خدمات أخرى تتطلب وثائق: من هاتفكم، أو في الشباك.
requests-kiosk-end = إنهاء ومسح
requests-kiosk-code =
    دونوا هذا الرمز إن أردتم المتابعة من هاتفكم أو من جهاز آخر. يُحفظ ما كتبتم { $days ->
        [one] يوما واحدا
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يوما
       *[other] { $days } يوم
     }.
requests-kiosk-still = هل ما زلتم هنا؟
requests-kiosk-still-text = تُمحى الشاشة بعد ثوان:
requests-kiosk-stay = نعم، سأكمل
requests-kiosk-ticket = خذوا التذكرة: عليها رمز الملف والرقم السري. تُمحى هذه الشاشة وحدها.
requests-kiosk-follow = امسحوا الرمز المربع بهاتفكم لتتبع الملف. احتفظوا بهذه الورقة: من يملكها يطلع على الملف.
requests-kiosk-no-print = إن لم تُطبع التذكرة، فصوروا الشاشة بهاتفكم أو دونوا رمز الملف والرقم السري قبل الإنهاء.
requests-kiosk-done = أخذت التذكرة، إنهاء
requests-kiosk-over = انتهت الجلسة ومُسحت الشاشة
requests-kiosk-over-text = لم يبق هنا أي شيء مما كُتب. من دوّن رمز طلبه يتابعه من أي جهاز.
requests-kiosk-again = البدء
requests-order = الأمر بالأداء رقم { $number }
requests-receipt-a5 = الوصل بصيغة PDF (A5)
requests-receipt-roll = الوصل بصيغة PDF (80 ملم)
requests-receipt-withdrawn = سُحب الطلب يوم { $day }.
requests-receipt-over = أجيب عن هذا الطلب يوم { $day }، والجواب في صفحة التتبع.
requests-owed = الباقي للأداء:
requests-pay-filing = عند الإيداع
requests-pay-grant = قبل القرار
requests-pay-delivery = عند التسليم
requests-forget = البدء من جديد
requests-forget-text = سيُمحى ما كتبتموه وما أرفقتموه من ملفات.
requests-forget-do = المحو والبدء من جديد
requests-said-forgotten = مُحيت المسودة. يمكنكم البدء من جديد.
requests-your-answers = ما أجبتم به
# An opinion corrected, or copied from paper
requests-opinion-give-again = صححوا الرأي
requests-opinion-copy = انقلوا الرأي الوارد على الورق
requests-opinion-copy-again = صححوا ما نُقل
requests-opinion-source = من وقعه، ومرجعه أو تاريخه
requests-opinion-source-hint = يبقى الرأي رأي المصلحة التي بعثته، ويُذكر اسمكم بصفتكم من نقله.
requests-opinion-signed = ورد على الورق:
requests-opinion-copied = نقله { $name }
requests-opinion-source-if = إذا كان الرأي صادرا عن جهة أخرى أو واردا على الورق.
# On the person's own page
requests-own-draft = طلب لم تودعوه بعد: { $title }
requests-own-kept = نحتفظ بما كتبتموه إلى غاية { $day }
# Requests of companies and associations: $name is its name
requests-acts-for = باسم من تتقدمون بالطلب؟
requests-acts-for-hint = تظهر هنا المقاولات والجمعيات التي تمثلونها.
requests-acts-for-me = باسمي
requests-whose = صاحب الطلب
requests-whose-by = أودعه
requests-whose-name = طلب باسم { $name }
requests-whose-told = يرى هذا الطلب كل من يمثلها، وإليها تكتب الجماعة.
requests-of-organisations = ملفات من أمثلهم
requests-of-organisations-draft = طلب قيد الإعداد
# وثيقة من الملف الرقمي لمن يوجد أمام الشباك
requests-take-for = وثيقة من الملف الرقمي للمرتفق
requests-take-why = المرتفق حاضر أو على الهاتف: يتوصل برمز يقول له ما الذي يفتحه، ويمليه عليكم. لا يفتح الرمز ملفه إلا لهذا الطلب ولمدة عشرين دقيقة.
requests-take-contact = هاتف المرتفق أو بريده كما أكده في حسابه
requests-take-code = الرمز الذي أملاه عليكم
requests-take-open = افتحوا ملفه
requests-take-read = اقرؤوا عليه نص الموافقة، ولا تضعوا العلامة إلا إذا وافق
requests-take-written = اطلاعكم مسجل، ويراه المرتفق في صفحته.
requests-take-nobody = لا يوجد حساب بهذا الهاتف أو البريد. يمكنكم أخذ الوثيقة منه مباشرة.
requests-take-gone = انتهت العشرون دقيقة. اطلبوا رمزا آخر.
# rights that a key of a program may hold
requests-right-requests-file = إيداع طلبات الخدمات
