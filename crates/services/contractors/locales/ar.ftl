contractors-title = المتعهدون
contractors-menu = المتعهدون
contractors-lead = ما أسند إلى المتعهدين، وما أثبتوه، وما تأخروا فيه.
contractors-menu-work = أشغالي
contractors-work-title = أشغال للإنجاز
contractors-work-lead = كل ما أسندته الجماعة إلى شركتكم، الأقدم أولا.
contractors-work-none = لا شيء في الانتظار
contractors-work-none-text = يظهر هنا كل بلاغ جديد يسند إليكم.
contractors-tab-open = الجارية
contractors-to-do = ما ينتظر إنجازكم
contractors-with-commune = ما ينتظر جواب الجماعة
contractors-tab-ended = المنتهية
contractors-until = قبل { $time }
contractors-task = المطلوب
contractors-open-map = فتح الخريطة
contractors-given = أسند يوم
contractors-due = أجل الإنجاز
contractors-planned = مبرمج ليوم
contractors-proofs = صور الإنجاز
contractors-history = ما جرى
contractors-is-late = متأخر
contractors-late = تجاوز الأجل: { $time }
contractors-accept = أتكفل بهذا البلاغ
contractors-prove = أنجز العمل
contractors-prove-text = التقطوا الصورة في عين المكان: المكان والساعة جزء من الإثبات.
contractors-photo-before = قبل الإنجاز
contractors-photo-after = بعد الإنجاز
contractors-photo-of-report = صورة البلاغ
contractors-here = أنا في عين المكان
contractors-done-words = ملاحظة
contractors-prove-go = إرسال الإثبات
contractors-plan = برمجة ليوم آخر
contractors-plan-day = اليوم
contractors-plan-go = برمجة
contractors-refuse = ليس من اختصاصنا
contractors-refuse-words = لماذا؟
contractors-refuse-hint = تقرأه المصلحة ثم تقرر. لا تحتسب المدة ضدكم في انتظار جوابها.
contractors-refuse-go = إرسال
contractors-proved-waits = الإثبات في انتظار المصلحة أو صاحب البلاغ
contractors-proved-waits-text = لا تحتسب المدة ضدكم إلى أن ينظر فيه.
contractors-refused-waits = الاعتذار في انتظار المصلحة
contractors-penalties = الغرامات
contractors-penalties-none = لا غرامة.
contractors-contest = الاعتراض
contractors-contest-until = يمكن الاعتراض إلى غاية { $time }
contractors-contest-words = لماذا لا تستحق هذه الغرامة؟
contractors-contest-go = إرسال الاعتراض
contractors-look = في انتظار المصلحة
contractors-look-none = لا شيء في الانتظار
contractors-look-none-text = تظهر هنا الإثباتات والاعتذارات وما لم يصل.
contractors-contested = غرامات معترض عليها
contractors-drafts = مشاريع غرامات
contractors-drafts-text = انقضى الأجل ولم يثبت الإنجاز. لا تسري الغرامة إلا بعد توقيعها.
contractors-contracts = العقود
contractors-contracts-none = لا عقد بعد
contractors-contracts-none-text = بدون عقد لا آجال ولا غرامات: أضيفوا عقد كل متعهد.
contractors-new = عقد جديد
contractors-runs = سار
contractors-runs-not = غير سار
contractors-open-count = { $count ->
    [0] لا شيء جار
    [one] بلاغ واحد جار
    [two] بلاغان جاريان
    [few] { $count } بلاغات جارية
    [many] { $count } بلاغا جاريا
   *[other] { $count } بلاغ جار
 }
contractors-in-hand = بين يدي المتعهدين
contractors-dead = لم يصل الطلب إلى المتعهد بعد { $count ->
    [one] محاولة واحدة
    [two] محاولتين
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
 }
contractors-again = إعادة الإرسال
contractors-is-it-done = هل أنجز العمل؟
contractors-claimed = صرح المتعهد بالإنجاز يوم { $time }
contractors-judge-words = كلمة تضاف
contractors-judge-hint = تلزم عند عدم القبول. عند القبول يقرأها صاحب البلاغ مع الجواب.
contractors-insist-hint = تلزم إذا بقي البلاغ عند المتعهد.
contractors-approve = نعم، أنجز
contractors-reject = لا، لم ينجز
contractors-is-it-his = هل البلاغ من اختصاصه؟
contractors-take-back = تسترجعه المصلحة
contractors-insist = يبقى عنده
contractors-delivery = التبليغ
contractors-delivery-waiting = في الطريق
contractors-delivery-sent = وصل
contractors-delivery-seen = اطلع عليه المتعهد
contractors-delivery-failed = لم يصل بعد
contractors-delivery-dead = لم يصل
contractors-next-try = المحاولة المقبلة: { $time }
contractors-way = طريقة التبليغ
contractors-way-inbox = في فضائه على المنصة
contractors-way-email = برسالة إلكترونية فيها رابط
contractors-trouble-no-email = ليس في العقد عنوان إلكتروني.
contractors-trouble-refused = رفضت الرسالة أو تعذر إرسالها.
contractors-state-given = جديد
contractors-state-accepted = متكفل به
contractors-state-planned = مبرمج
contractors-state-proved = إثبات للمراجعة
contractors-state-refused = اعتذار للمراجعة
contractors-state-done = أنجز
contractors-state-returned = استرجع
contractors-state-withdrawn = سحب
contractors-step-give = أسند إلى المتعهد
contractors-step-accept = تكفل به المتعهد
contractors-step-plan = برمجه المتعهد
contractors-step-prove = أرسل المتعهد إثبات الإنجاز
contractors-step-refuse = اعتذر المتعهد
contractors-step-approve = قبل الإثبات
contractors-step-reject = لم يقبل الإثبات
contractors-step-take-back = استرجعته المصلحة
contractors-step-insist = بقي عند المتعهد
contractors-step-withdraw = سحب من المتعهد
contractors-doubt-elsewhere = التقطت بعيدا عن المكان
contractors-doubt-earlier = التقطت قبل إسناد البلاغ
contractors-doubt-no-place = بدون مكان
contractors-doubt-no-time = بدون ساعة
contractors-penalty-draft = مشروع
contractors-penalty-signed = موقعة
contractors-penalty-contested = معترض عليها
contractors-penalty-upheld = مؤكدة
contractors-penalty-dropped = ملغاة
contractors-penalty-final = نهائية
contractors-penalty-of = غرامة قدرها
contractors-why = الأساس
contractors-rule-words = يستحق بعد { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
 } من وصول الطلب؛ بلاغات التجهيز نفسه أو على بعد { $radius } متر تعد واحدا في اليوم.
contractors-for-day = عن يوم
contractors-ran-out = انقضى الأجل
contractors-signed-on = وقعت
contractors-may-contest = الاعتراض ممكن إلى غاية
contractors-contested-on = تاريخ الاعتراض
contractors-decided-on = تاريخ القرار
contractors-in-statement = في كشف شهر
contractors-grounds = { $count ->
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغا
   *[other] { $count } بلاغ
 } لغرامة واحدة
contractors-contest-said = ما يقوله المتعهد
contractors-decision-said = جواب المصلحة
contractors-sign = توقيع الغرامة
contractors-sign-text = يبدأ من التوقيع أجل الاعتراض المنصوص عليه في العقد.
contractors-sign-go = أوقع
contractors-drop = إلغاء المشروع
contractors-drop-go = إلغاء
contractors-reason = التعليل
contractors-decide = الجواب على الاعتراض
contractors-stands = الغرامة قائمة
contractors-falls = تلغى الغرامة
contractors-edit = تعديل البنود
contractors-terms = البنود
contractors-from = من
contractors-to = إلى
contractors-covers = يشمل
contractors-contest-window = أجل الاعتراض
contractors-contest-days-working = { $count ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
    [many] { $count } يوم عمل
   *[other] { $count } يوم عمل
 }
contractors-contest-days-calendar = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
 }
contractors-days-working = أيام عمل
contractors-days-calendar = أيام متتالية
contractors-cap = السقف
contractors-cap-of = سقف { $percent } % من الفاتورة
contractors-invoice = فاتورة الشهر (درهم)
contractors-repeat-once = مرة واحدة
contractors-repeat-daily = عن كل يوم
contractors-edition = الصيغة { $number } من البنود
contractors-data = المعطيات الواجب تسليمها
contractors-data-last = آخر تسليم: { $day }
contractors-data-rows = { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطر
 }
contractors-data-never = لم تسلم قط
contractors-data-due = قبل { $day }
contractors-data-none = لا يلزم العقد بتسليم أي معطيات.
contractors-data-note = تدوين تسليم
contractors-data-which = المعطيات
contractors-data-day = تاريخ التسليم
contractors-data-count = عدد الأسطر
contractors-data-go = تدوين
contractors-months = كشوف الأشهر
contractors-month-signed = موقع
contractors-statement = كشف الغرامات
contractors-counted = ما يحتسب في هذا الشهر
contractors-counted-none = لا غرامة نهائية في هذا الشهر.
contractors-not-counted = ما لا يحتسب بعد
contractors-not-counted-text = المشاريع وما لم ينقض أجل الاعتراض عليه وما هو معترض عليه: يحتسب في كشف لاحق إن ثبت.
contractors-report = البلاغ
contractors-state = الحالة
contractors-amount = المبلغ
contractors-total = المجموع
contractors-payable = المستحق
contractors-print = طباعة
contractors-sign-month = توقيع الكشف
contractors-sign-month-text = بعد التوقيع لا يتغير هذا الشهر، ولا تحتسب أي غرامة مرتين.
contractors-sign-month-go = أوقع الكشف
contractors-month-runs = لم ينته الشهر بعد: يوقع الكشف بعد نهايته.
contractors-hand-service = توقيع المصلحة
contractors-hand-contractor = توقيع المتعهد
contractors-author-title = هل حل المشكل؟
contractors-author-asks = هل أنجز العمل فعلا؟
contractors-author-text = يقول المتعهد إن العمل أنجز. أنتم أعلم بالمكان.
contractors-author-yes = نعم، أنجز
contractors-author-no = لا، لم ينجز
contractors-author-words = ما الذي بقي؟
contractors-author-said = سجل الجواب. شكرا.
contractors-author-panel = صور الإنجاز
contractors-author-look = النظر والجواب
contractors-author-photos = رؤية الصور
contractors-file = عند المتعهد
contractors-file-look = مراجعة ما أرسله
contractors-file-open = تتبع
contractors-form-title = عقد متعهد
contractors-form-lead = المنصة تطبق ما يكتب هنا: ما يشمله العقد وآجاله وغراماته.
contractors-form-who = الطرفان
contractors-form-unit = المتعهد
contractors-form-title-ar = العنوان بالعربية
contractors-form-title-fr = العنوان بالفرنسية
contractors-form-reference = رقم العقد
contractors-form-email = العنوان الإلكتروني للمتعهد
contractors-form-email-hint = لا بد منه إذا كانت الطلبات تصل بالبريد الإلكتروني.
contractors-form-lang = لغة الرسائل
contractors-form-lang-hint = بها تكتب رسائل الطلبات إلى المتعهد.
contractors-form-categories = أصناف البلاغات
contractors-form-areas = المقاطعات
contractors-form-areas-hint = بدون اختيار: الجماعة كلها.
contractors-form-rules = الغرامات
contractors-form-rules-text = مبالغ العقد وآجاله كما وقعت، لا غيرها.
contractors-form-rule = القاعدة { $number }
contractors-form-hours = الأجل بالساعات
contractors-form-amount = المبلغ بالدرهم
contractors-form-repeat = التكرار
contractors-form-radius = مسافة البلاغ نفسه بالمتر
contractors-form-of = الأصناف المعنية
contractors-form-limits = الاعتراض والسقف
contractors-form-contest = أيام الاعتراض
contractors-form-contest-kind = نوع الأيام
contractors-form-cap = سقف الشهر
contractors-form-invoice = فاتورة الشهر المعتادة
contractors-form-data-text = البند الذي يلزم المتعهد بتسليم معطياته، وما يسلمه.
contractors-form-clause-ar = نص البند بالعربية
contractors-form-clause-fr = نص البند بالفرنسية
contractors-form-duty-ar = معطيات (بالعربية)
contractors-form-duty-fr = معطيات (بالفرنسية)
contractors-form-every = كل كم شهر
contractors-form-go = حفظ العقد
contractors-said-noted = سجل.
contractors-said-contested = سجل الاعتراض، وتجيب عليه المصلحة.
contractors-said-signed = وقعت الغرامة.
contractors-said-dropped = ألغي المشروع.
contractors-said-decided = سجل القرار.
contractors-said-agreed = حفظ العقد.
contractors-said-received = دون التسليم.
contractors-said-month-signed = وقع الكشف.
contractors-said-again = يعاد الإرسال الآن.
contractors-said-thanks = شكرا على جوابكم.
contractors-not-from-here = لم يعد هذا ممكنا في الحالة الراهنة.
contractors-needs-words = اكتبوا السبب.
contractors-words-long = لا يتجاوز النص { $most } حرف.
contractors-needs-photo = أضيفوا صورة بعد الإنجاز.
contractors-day-wrong = اختاروا يوما صحيحا.
contractors-needs-title = اكتبوا عنوان العقد.
contractors-needs-reference = اكتبوا رقم العقد.
contractors-needs-categories = اختاروا صنفا واحدا على الأقل.
contractors-days-wrong = عدد الأيام بين 0 و60.
contractors-percent-wrong = نسبة بين 1 و100.
contractors-cap-needs-invoice = السقف يحتاج إلى مبلغ الفاتورة.
contractors-hours-wrong = عدد الساعات بين 1 و2160.
contractors-amount-wrong = اكتبوا مبلغا بالدرهم، مثلا 1500 أو 1500,50.
contractors-radius-wrong = مسافة بين 0 و500 متر.
contractors-rule-categories = اختاروا للقاعدة أصنافا يشملها العقد.
contractors-rule-twice = صنف واحد في قاعدتين: لا يعرف أيهما تطبق.
contractors-months-wrong = عدد الأشهر بين 1 و60.
contractors-ends-before = ينتهي العقد قبل أن يبدأ.
contractors-unit-unknown = اختاروا المتعهد.
contractors-needs-email = اكتبوا العنوان الإلكتروني الذي تصل إليه الطلبات.
contractors-email-wrong = العنوان الإلكتروني غير صحيح.
contractors-category-unknown = صنف غير معروف.
contractors-covered-already = عقد آخر للمتعهد نفسه يشمل الصنف نفسه في المدة نفسها.
contractors-contest-late = انقضى أجل الاعتراض.
contractors-month-open = يوقع الكشف مرة واحدة، بعد نهاية الشهر.
contractors-rows-wrong = اكتبوا عددا صحيحا.
contractors-answer-done = أنجزت الأشغال، وصور الإنجاز في صفحة بلاغكم.
contractors-sms-proved = يقول المتعهد إن المشكل { $code } حل. انظروا الصور وأجيبوا: { $proof }
contractors-mail-subject = { $title }: { $code }
contractors-mail = بلاغ جديد أسند إليكم: { $title }، { $code }.
    التفاصيل والجواب: { $url }
contractors-mail-until = بلاغ جديد أسند إليكم: { $title }، { $code }. ينجز قبل { $until }.
    التفاصيل والجواب: { $url }
contractors-dataset-penalties = غرامات المتعهدين
contractors-dataset-penalties-about = كل غرامة وقعت أو ألغيت: عن أي يوم، وأي بلاغ، وكم بلاغا تمثل، ومبلغها ومآلها.
contractors-dataset-contracts = عقود المتعهدين
contractors-dataset-contracts-about = ما تعهدت به كل شركة: ما يشمله العقد وآجاله وغراماته وسقفها.
contractors-column-id = المعرف
contractors-column-contract = رقم العقد المعني
contractors-column-rule = القاعدة
contractors-column-reports = عدد البلاغات
contractors-column-area = المجال
contractors-column-contractor = اسم المتعهد
contractors-needs-system = اكتبوا عنوان نظام المتعهد.
contractors-system-inside = هذا العنوان داخل شبكة الجماعة. اكتبوا عنوانا على الأنترنت.
contractors-system-wrong = اكتبوا عنوانا كاملا يبدأ ب https://.
contractors-trouble-taken = أجاب نظامه بالرقم { $number }، وهو رقم بلاغ آخر.
contractors-way-open311 = في نظامه الخاص (Open311)
contractors-form-system = نظام المتعهد
contractors-form-system-text = إذا كان للمتعهد نظام يتكلم Open311، ترسل إليه البلاغات وتقرأ أخبارها كل ساعة.
contractors-form-system-url = عنوان النظام
contractors-form-system-jurisdiction = رمز المجال لديه (jurisdiction_id)
contractors-form-system-key = مفتاح الولوج
contractors-form-system-key-hint = لا يعرض بعد حفظه. اتركوه فارغا إن لم يتغير.
contractors-form-services = رموز الأصناف لديه
contractors-form-services-hint = سطر لكل صنف: رمزنا = رمزه. ما لم يكتب يبقى كما هو عندنا.
contractors-public-title = عقود المتعهدين وآجالها
contractors-public-lead = مع من تعاقدت الجماعة، وبماذا التزم، وهل أنجز في الأجل، وما ترتب عن التأخير.
contractors-public-hint = من تعاقدت معه الجماعة، وهل أنجز في الأجل، وما ترتب عن التأخير
contractors-public-work = شهرا بشهر: الأشغال
contractors-public-money = شهرا بشهر: غرامات التأخير
contractors-public-month = الشهر
contractors-public-given = ما أسند
contractors-public-in-time = أنجز في الأجل
contractors-public-late = تأخر
contractors-public-running = جار
contractors-public-penalties = الغرامات الموقعة
contractors-public-contested = المعترض عليها
contractors-public-dropped = الملغاة
contractors-public-payable = المستحق في كشف الشهر
contractors-public-terms = بنود العقد: ما يشمله وآجاله وغراماته
contractors-public-where = المجال
contractors-public-everywhere = تراب الجماعة كله
contractors-public-no-rules = لا ينص العقد على آجال ولا غرامات.
contractors-public-none = لا عقد سار اليوم
contractors-public-none-text = يظهر هنا كل عقد ابتداء من يوم سريانه.
contractors-public-how = كيف نحسب؟
contractors-public-how-text = يحسب الأجل من ساعة وصول الطلب إلى المتعهد إلى ساعة تصريحه بالإنجاز إن قبل الإثبات. ما استرجعته المصلحة أو سحب قبل انقضاء أجله لا يحتسب، وما انقضى أجله أو وقعت عنه غرامة يعد متأخرا. تحسب الغرامة في شهر التأخير، ولا تظهر إلا بعد توقيعها، ومنها ما هو معترض عليه؛ وما ألغي يحسب وحده. المستحق هو ما بقي بعد الاعتراضات والسقف يوم توقيع الكشف.
