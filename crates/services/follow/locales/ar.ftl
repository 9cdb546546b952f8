# تتبع البلاغات برسالة أو بخدمة Atom
follow-title = نخبركم بما يستجد
follow-lead = اختاروا ما تريدون تتبعه. لا حاجة إلى حساب، ولكم أن توقفوا الرسائل متى شئتم من الرابط الموجود في كل رسالة.
follow-back = العودة إلى البلاغات
follow-kind-report = بلاغ واحد
follow-kind-quarter = حي
follow-kind-category = نوع من المشاكل
follow-kind-asset = عمود إنارة أو حاوية أو شيء آخر له رقم
follow-which-report = رمز البلاغ
follow-which-quarter = أي حي؟
follow-which-category = أي نوع من المشاكل؟
follow-which-asset = الرقم المكتوب على الشيء
follow-which-asset-hint = مثلا TAB-0412
follow-next = متابعة
follow-unknown = لا يوجد ما يُتتبع بهذا الاسم. تحققوا منه أو اختاروا من القوائم.
follow-other = تتبع شيء آخر
follow-how-at-once = نخبركم كلما تقدم البلاغ، ولا نراسلكم أبدا بين التاسعة ليلا والثامنة صباحا.
follow-how-digest = رسالة واحدة في اليوم على الأكثر، في التاسعة صباحا، وفقط إذا استجد شيء.
follow-contact = رقم الهاتف المحمول أو البريد الإلكتروني
follow-contact-hint = نرسل إليه رمزا لنتأكد أنه لكم.
follow-send = أرسلوا لي الرمز
follow-promise = لا نستعمل رقمكم أو بريدكم إلا لهذا الغرض. نحفظه مشفرا ونمحوه بمجرد أن توقفوا التتبع.
follow-feed = التتبع بقارئ الأخبار (Atom) دون ترك رقم أو بريد
follow-contact-wrong = اكتبوا رقم هاتف محمول مثل 06 12 34 56 78 أو بريدا إلكترونيا مثل amina@example.ma.
follow-asked-often = أرسلنا اليوم عدة رموز إلى هذا العنوان. استعملوا آخرها أو عودوا غدا.
follow-too-many = يتتبع هذا العنوان { $most } موضوعا من قبل. أوقفوا أحدها من الرابط الموجود في رسائله.
# صفحة الرمز
follow-confirm = التأكيد
follow-confirm-lead = أرسلنا إليكم رمزا. اكتبوه هنا، وهو صالح يوما واحدا.
follow-confirm-link = تكفي ضغطة واحدة لنخبركم من الآن فصاعدا.
follow-confirm-go = أتتبع
follow-code = الرمز الذي توصلتم به
follow-code-wrong = ليس هذا هو الرمز. تحققوا من آخر رسالة توصلتم بها.
follow-code-gone = لم يعد هذا الرمز صالحا. اطلبوا رمزا جديدا.
follow-again = لم أتوصل بشيء: أبدأ من جديد
follow-said-begun = تم. سنخبركم بما يستجد.
# التوقيف
follow-stop = توقيف الرسائل
follow-stop-text = نمحو عنوانكم في الحال. ولكم أن تعودوا إلى التتبع متى شئتم.
follow-stop-all = أوقفوا أيضا كل الأحياء وأنواع المشاكل والأشياء التي يتتبعها هذا العنوان
follow-stop-go = توقيف
follow-said-stopped = توقفت الرسائل ومُحي عنوانكم.
# روابط في صفحات البلاغات
follow-this-report = أخبروني بما سيحدث
follow-this-quarter = أخبروني ببلاغات هذا الحي
follow-this-category = أخبروني بالبلاغات من هذا النوع
follow-this-asset = أخبروني بالبلاغات عن هذا الشيء
follow-something = أخبروني ببلاغات حي أو نوع أو شيء له رقم
# مراحل البلاغ في خدمة Atom
follow-step-filed = توصلنا بالبلاغ
follow-step-transferred = أُحيل إلى مصلحة أخرى
follow-step-clock-missed = مضى التاريخ المعلن
# الرسائل. $name: حي أو صنف أو رقم
follow-subject-code = رمز تتبع: { $name }
follow-message-code = الرمز { $code } لتتبع «{ $name }». أو أكدوا من هنا: { $link } إن لم تطلبوا شيئا فتجاهلوا هذه الرسالة.
follow-subject-report = { $title }: { $state }
follow-message-report = { $title } ({ $code }): { $state }. { $link } للتوقيف: { $stop }
follow-subject-digest = { $name }: ما استجد
follow-message-digest = { $name }: الجديد { $new }، والمعالج { $answered }. { $link } للتوقيف: { $stop }
follow-what-new = جديد
follow-what-answered = عولج
follow-what-reopened = أعيد فتحه
follow-sms-stopped = لن نرسل إليكم رسائل التتبع بعد الآن. الرسائل عن ملفاتكم أنتم تستمر.
follow-sms-nothing = لا تتتبعون شيئا من هذا الهاتف. الرسائل عن ملفاتكم أنتم تستمر.
