my-title = ما بيني وبين الجماعة
my-signed-in = هذه صفحة
my-not-you = لست أنا: الخروج
my-yours = عليكم الآن
my-ours = ما هو آت
my-nothing-next = لا شيء ينتظركم
my-nothing-next-text = إذا احتجنا منكم شيئا أو اقترب موعد، ستجدونه هنا أولا.
my-doors = خدمات
my-door-request = طلب وثيقة أو رخصة
my-door-visit = احجزوا موعدا
my-door-account = معطياتي وحقوقي
my-lines = ما جرى
my-none = لا شيء هنا بعد
my-none-text = كل ما تبلغون عنه أو تطلبونه أو تؤدونه أو تحجزونه يظهر هنا، ومعه من اطلع على ملفكم.
my-kind-all = الكل
my-kind-cases = الملفات
my-kind-papers = الوثائق
my-kind-payments = الأداءات
my-kind-visits = المواعيد
my-kind-looks = من اطلع
my-visit-over = انتهت هذه الزيارة. اطلبوا من المعني بطاقته أو رمزا جديدا.
my-code-gone = لم يعد هذا الرمز صالحا. أرسلوا رمزا آخر.
my-visit-ended = أغلقت صفحة المرتفق.
my-served-title = صفحة المرتفق
my-served-back = البحث عن شخص
my-proof-card = عوينت بطاقته
my-proof-code = أدلى برمزه
my-visit-end = إنهاء الزيارة
my-served-lead = كل فتح لهذه الصفحة مسجل، والمعني يراه في صفحته.
my-served-until = تبقى مفتوحة لكم إلى الساعة { $hour }.
my-served-nothing-next = لا شيء ينتظر هذا الشخص
my-code-title = رمز المرتفق
my-code-lead = أرسلنا رمزا إلى
my-code = الرمز الذي أملاه عليكم
my-open = فتح الصفحة
my-card-title = خدمته الآن
my-card-lead = افتحوا صفحته كما يراها هو، وهو أمامكم أو معكم على الهاتف.
my-card-cin = رقم البطاقة الوطنية
my-card-cin-hint = كما هو على البطاقة التي أمامكم
my-card-code = بدون بطاقة: نرسل رمزا إلى هاتفه أو بريده المؤكد، ويمليه عليكم.
my-card-code-send = إرسال الرمز
# After “the code”: what it allows, in the SMS
my-proof-what = الذي يفتح صفحتكم لموظف الشباك
my-times = { $count ->
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
   *[other] { $count } مرة
  }
