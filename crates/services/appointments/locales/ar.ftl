# حجز موعد: اختيار الغرض والمقر واليوم والساعة
appointments-menu = المواعيد
appointments-title = حجز موعد
appointments-lead = اختاروا الغرض من زيارتكم. لا حاجة إلى حساب: يكفي هاتف محمول.
appointments-minutes = { $count ->
    [one] المدة: دقيقة واحدة
    [two] المدة: دقيقتان
    [few] المدة: { $count } دقائق
   *[other] المدة: { $count } دقيقة
  }
appointments-none = لا يوجد أي غرض يمكن حجز موعد له حاليا.
appointments-find = لدي موعد وأريد الاطلاع عليه أو تغييره
appointments-step-matter = الغرض
appointments-step-site = المقر
appointments-step-day = اليوم
appointments-step-hour = الساعة
appointments-step-name = الاسم
appointments-people = عدد الأشخاص
appointments-people-hint = إذا جئتم معا للغرض نفسه يحجز لكم وقت يكفي الجميع.
appointments-people-count = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
    }
appointments-way = طريقة الموعد
appointments-way-visit = بالحضور
appointments-way-phone = عبر الهاتف
appointments-way-phone-text = عبر الهاتف: يتصل بكم الموظف في هذا الوقت.
appointments-show = اعرضوا المواعيد
appointments-bring = ما يجب إحضاره
appointments-bring-sheet = الوثائق المطلوبة
appointments-where = أين؟
appointments-first-free = أقرب موعد: { $day }
appointments-steps = توجد درجات عند المدخل
appointments-free = { $count ->
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدا
   *[other] { $count } موعد
    }
appointments-full = لا مواعيد
appointments-any-site = أي مقر
appointments-any-site-hint = أقرب موعد في أي مقر كان
appointments-nowhere = لا يوجد حاليا مقر يتكفل بهذا الغرض.
appointments-other-site = مقر آخر
appointments-nearest = أقرب المواعيد المتاحة
appointments-hold = احجزوا هذا الوقت
appointments-hold-hint = نحتفظ لكم به عشر دقائق ريثما تكتبون اسمكم.
appointments-hour = الساعة
appointments-day = اليوم
appointments-week = أسبوع { $day }
appointments-day-full = لم يبق موعد في هذا اليوم
appointments-day-full-text = اختاروا يوما آخر أو سجلوا أنفسكم في لائحة الانتظار.
appointments-all-full = لا توجد مواعيد متاحة حاليا
appointments-all-full-text = تضاف أيام جديدة كل صباح، ويمكنكم التسجيل في لائحة الانتظار.
appointments-wait = لائحة الانتظار
appointments-wait-text = إذا ألغي موعد في هذه الأيام احتفظنا لكم به ساعة وأخبرناكم برسالة قصيرة.
appointments-wait-from = من يوم
appointments-wait-to = إلى يوم
appointments-wait-go = سجلوني في اللائحة

# الاسم ورمز التأكيد
appointments-name-title = لمن هذا الموعد؟
appointments-wait-title = من ينتظر؟
appointments-held-until = نحتفظ لكم بهذا الوقت إلى الساعة { $hour }.
appointments-lapsed = انتهت مدة الاحتفاظ بهذا الوقت
appointments-lapsed-text = اكتبوا اسمكم: إذا كان الوقت ما زال متاحا حجز لكم، وإلا اقترحنا عليكم أقرب المواعيد.
appointments-name = الاسم الكامل
appointments-name-hint = كما هو مكتوب في بطاقة التعريف الوطنية.
appointments-phone = الهاتف المحمول
appointments-phone-hint = نرسل إليه رمز التأكيد ثم التذكير بالموعد.
appointments-cin = رقم بطاقة التعريف الوطنية
appointments-cin-hint = حروف ثم أرقام، مثلا AB123456.
appointments-name-go = أرسلوا لي رمز التأكيد
appointments-name-correct = تصحيح الاسم أو رقم الهاتف
appointments-bound = الموعد شخصي: يقارن الاسم والرقم بالبطاقة في الشباك، ولا يمكن التنازل عنه لغيركم.
appointments-code = رمز التأكيد
appointments-code-text = أرسلنا رمزا من ستة أرقام إلى الهاتف:
appointments-confirm = أكدوا الموعد
appointments-code-again = لم يصلني الرمز: أرسلوه مرة أخرى
appointments-code-sent = أرسلنا إليكم رمزا جديدا.
appointments-let-go-act = لا أريد هذا الوقت
appointments-let-go = لم يعد هذا الوقت محجوزا لكم.

# الموعد
appointments-one = الموعد
appointments-code-name = رمز الموعد
appointments-matter = الغرض
appointments-when = الموعد
appointments-site = المقر
appointments-counter = الشباك { $label }
appointments-card = أحضروا بطاقة التعريف الوطنية، وتعالوا قبل الموعد بخمس دقائق.
appointments-state-held = محجوز مؤقتا
appointments-state-booked = مؤكد
appointments-state-waiting = في لائحة الانتظار
appointments-state-offered = موعد معروض عليكم
appointments-state-arrived = حضر صاحبه
appointments-state-done = تم
appointments-state-no_show = لم يحضر صاحبه
appointments-state-cancelled = ملغى
appointments-waiting-text = أنتم في لائحة الانتظار. سنخبركم برسالة قصيرة كلما توفر موعد يناسبكم.
appointments-waiting-days = من { $from } إلى { $to }
appointments-offer = توفر هذا الموعد، وهو محفوظ لكم إلى الساعة { $hour }.
appointments-offer-over = انتهت المدة المخصصة لقبول هذا الموعد.
appointments-accept = أقبل هذا الموعد
appointments-ics = أضيفوه إلى تقويمكم
appointments-move = تغيير الموعد
appointments-move-text = يبقى موعدكم الحالي محفوظا إلى أن تختاروا موعدا آخر.
appointments-move-go = غيروا الموعد
appointments-to-phone = أفضل عبر الهاتف
appointments-cancel = إلغاء الموعد
appointments-leave = مغادرة اللائحة
appointments-cancel-sure = هل تريدون إلغاء هذا الموعد؟
appointments-cancel-yes = نعم، ألغوه
appointments-cancel-no = لا، احتفظوا به
appointments-cancel-text = سيستفيد منه شخص آخر. شكرا لأنكم أخبرتمونا.
appointments-another = حجز موعد جديد
appointments-find-text = اكتبوا رمز الموعد ورقم الهاتف الذي حجزتم به.
appointments-find-go = اعرضوا موعدي

# إشعارات
appointments-booked = تم تأكيد موعدكم.
appointments-cancelled = تم إلغاء الموعد.
appointments-moved = تم تغيير الموعد.
appointments-by-phone = سيتصل بكم الموظف في وقت الموعد.

# أسباب الرفض
appointments-way-not = لا يمكن حجز موعد لهذا الغرض بهذه الطريقة.
appointments-people-wrong = العدد الأقصى للأشخاص في زيارة واحدة: { $most }.
appointments-time-not = هذا الوقت غير متاح للحجز.
appointments-time-missing = اختاروا ساعة.
appointments-slot-taken = حجز شخص آخر هذا الوقت قبلكم بلحظات. هذه أقرب المواعيد.
appointments-days-missing = اكتبوا يومين.
appointments-days-reversed = اليوم الأخير يسبق اليوم الأول.
appointments-name-missing = اكتبوا الاسم الكامل.
appointments-name-long = الاسم طويل: { $max } حرفا على الأكثر.
appointments-phone-wrong = اكتبوا رقم هاتف محمول مغربي، مثلا ⁦06 12 34 56 78⁩.
appointments-cin-wrong = اكتبوا رقم بطاقة التعريف الوطنية كما هو في البطاقة.
appointments-too-fast = انتظروا بضع ثوان ثم أعيدوا الإرسال.
appointments-twice = لهذا الشخص موعد آخر لنفس الغرض أو في نفس الوقت. غيروه أو ألغوه أولا.
appointments-counter-only = لم يحضر صاحب هذا الاسم إلى موعدين. الحجز له يتم في الشباك إلى غاية { $day }.
appointments-phone-full = بلغ هذا الهاتف العدد الأقصى للمواعيد الجارية: { $most }.
appointments-codes-many = أرسلت رموز كثيرة إلى هذا الهاتف. حاولوا بعد ساعة.
appointments-code-wrong = الرمز غير صحيح. المحاولات المتبقية: { $left }.
appointments-code-spent = جرب هذا الرمز مرات كثيرة. اطلبوا رمزا جديدا.
appointments-hold-over = انتهت مدة الاحتفاظ بهذا الوقت. اكتبوا اسمكم من جديد لنرى إن كان متاحا.
appointments-begun = فات وقت هذا الموعد ولا يمكن تغييره.
appointments-not-begun = لم يحن وقت هذا الموعد بعد.
appointments-not-live = لم يعد هذا الموعد قائما.
appointments-marked-already = سبق تسجيل حضور صاحب هذا الموعد أو غيابه.
appointments-not-found = لم نجد موعدا بهذا الرمز وهذا الهاتف.

# رسائل قصيرة
appointments-sms-code = رمز التأكيد: { $code }. لا تسلموه لأي أحد.
appointments-sms-booked = تم تأكيد موعدكم ({ $matter }): { $when }، { $site }. الرمز { $code }. للتغيير أو الإلغاء: { $link }
appointments-sms-moved = تغير موعدكم ({ $matter }): { $when }، { $site }. { $link }
appointments-sms-cancelled = ألغي موعدكم ({ $matter })، الرمز { $code }.
appointments-sms-waits = سجلناكم في لائحة الانتظار ({ $matter }). نخبركم فور توفر موعد. { $link }
appointments-sms-offered = توفر موعد ({ $matter }): { $when }، { $site }. هو محفوظ لكم إلى الساعة { $until }: { $link }
appointments-sms-counter-only = لم تحضروا إلى موعدين. يمكنكم الحجز في الشباك فقط إلى غاية { $until }.
appointments-sms-shifted = نعتذر: المقر مغلق في موعدكم ({ $was }). الموعد الجديد: { $when }، { $site }. إن لم يناسبكم: { $link }
appointments-sms-shifted-waits = نعتذر: المقر مغلق في موعدكم ({ $was }) ولم نجد وقتا آخر. أنتم أول من نتصل به فور توفر موعد. { $link }
appointments-sms-reminder = تذكير بموعدكم ({ $matter }): { $when }، { $site }. أحضروا البطاقة الوطنية. إن تعذر الحضور: { $link }
appointments-sms-reminder-phone = تذكير: يتصل بكم الموظف ({ $matter }) { $when }. إن تعذر ذلك: { $link }

# صفحات الموظفين
appointments-menu-desk = المواعيد
appointments-desk-title = مواعيد اليوم
appointments-desk-new = حجز موعد لشخص
appointments-desk-shifted = مواعيد غيرتها الجماعة
appointments-desk-shifted-text = غيرت هذه المواعيد بسبب عطلة أو إغلاق، وأخبر أصحابها برسالة قصيرة.
appointments-desk-nobody-shifted = لم يغير أي موعد
appointments-desk-was = الموعد الأول
appointments-desk-now = الموعد الحالي
appointments-desk-open = افتحوا
appointments-desk-no-code = لا يوجد في مقراتكم موعد بهذا الرمز.
appointments-desk-counter = الشباك
appointments-desk-state = الحالة
appointments-desk-acts = الإجراءات
appointments-desk-arrive = حضر
appointments-desk-done = انتهى
appointments-desk-no-show = لم يحضر
appointments-desk-nobody = لا مواعيد في هذا اليوم
appointments-desk-no-site = لا يوجد مقر ضمن تكليفكم
appointments-desk-compare = قارنوا الاسم والرقم بالبطاقة قبل تقديم الخدمة.
appointments-desk-forgotten = لم يعد الاسم محفوظا.
appointments-desk-why = السبب
appointments-desk-time = الوقت
appointments-desk-book = احجزوا
appointments-desk-feed = متابعة المواعيد في تقويم
appointments-desk-feed-text = يعرض هذا الرابط الغرض والرمز دون أسماء. لا تسلموه لمن لا يعمل في المقر.
appointments-noted = تم التسجيل.
appointments-why-missing = اكتبوا السبب.

# حين يأتي عدد كبير في وقت واحد
appointments-rush = عدد كبير من الناس يحجزون الآن
appointments-rush-before = { $count ->
    [zero] حان دوركم.
    [one] قبلكم شخص واحد.
    [two] قبلكم شخصان.
    [few] قبلكم { $count } أشخاص.
    [many] قبلكم { $count } شخصا.
   *[other] قبلكم { $count } شخص.
    }
appointments-rush-text = دوركم محفوظ في هذا الجهاز، وإعادة تحميل الصفحة لا تقدمه ولا تؤخره. انتظروا لحظات ثم تابعوا.
appointments-rush-again = تابعوا الحجز

# On the page of the person
appointments-own = موعد: { $matter }
appointments-own-come = ننتظركم: { $place }
appointments-own-offer = شغر موعد، أخبرونا هل تأخذونه: { $place }
appointments-own-waiting = أنتم في لائحة الانتظار: { $place }

# Rules of booking
appointments-policy = قواعد المواعيد
appointments-policy-lead = إلى أي حد يُحجز مسبقا، وما الذي يترتب عن عدم الحضور. يسري كل تغيير من الآن.
appointments-policy-days_ahead = عدد الأيام المفتوحة مسبقا
appointments-policy-misses = عدد المواعيد الفائتة التي لا يُحجز بعدها إلا في الشباك
appointments-policy-misses_in_days = خلال كم يوما تُحتسب
appointments-policy-counter_only_days = كم يوما لا يُحجز إلا في الشباك
appointments-policy-bounds = من { $least } إلى { $most }.
appointments-policy-never = 0: أبدا.
appointments-policy-save = احفظوا القواعد
appointments-policy-saved = حُفظت قواعد المواعيد.
appointments-policy-wrong = اكتبوا عددا صحيحا من { $least } إلى { $most }.
appointments-if-not = إن تعذر عليكم الحضور فألغوا الموعد ليستفيد منه غيركم.
appointments-if-missed = { $misses ->
    [one] بعد موعد فائت واحد
    [two] بعد موعدين فائتين
    [few] بعد { $misses } مواعيد فائتة
   *[other] بعد { $misses } موعدا فائتا
  } خلال { $within } يوما، لا تحجزون إلا في الشباك طيلة { $days } يوما.
appointments-let-go-wait = لا أريد الانتظار
appointments-waits = أنتم في لائحة الانتظار، وليس لكم موعد بعد.
appointments-not-today = هذا الموعد ليس ليومنا هذا.
appointments-sms-moved-why = تغير موعدكم ({ $matter }): { $when }، { $site }. السبب: { $why }. { $link }
appointments-sms-cancelled-why = ألغي موعدكم ({ $matter })، الرمز { $code }. السبب: { $why }. { $link }
