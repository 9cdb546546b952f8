dashboard-menu = لوحة القيادة
dashboard-title = لوحة القيادة
dashboard-empty = لا ملفات بعد
dashboard-empty-text = تظهر المؤشرات هنا مع أول ملف تتوصل به المصالح التي تتابعونها.
dashboard-periods = المدة
dashboard-period = { $days ->
    [one] يوم واحد
    [two] آخر يومين
    [few] آخر { $days } أيام
    [many] آخر { $days } يوما
   *[other] آخر { $days } يوم
 }
dashboard-nowhere = مكان غير محدد
# الأرقام الرئيسية
dashboard-tile-open = ملفات مفتوحة
dashboard-tile-open-note = الآن
dashboard-tile-late = متأخرة
dashboard-tile-late-note = تجاوزت أجلها ولم يُجب عنها بعد
dashboard-tile-service = أجيب عنها في الموعد الذي حددته الجماعة
dashboard-tile-service-note = { $part } من { $whole }
dashboard-tile-answer = أجيب عنها داخل الأجل القانوني
dashboard-tile-answer-note = { $part } من { $whole }
dashboard-tile-median = المدة الوسيطة للجواب (بالأيام)
dashboard-tile-median-note = { $whole ->
    [0] لا جواب في هذه المدة
    [one] جواب واحد
    [two] جوابان
    [few] { $whole } أجوبة
    [many] { $whole } جوابا
   *[other] { $whole } جواب
 }
dashboard-tile-mark = رضا المواطنين من 5
dashboard-tile-mark-note = { $whole ->
    [0] لا تقييم في هذه المدة
    [one] تقييم واحد
    [two] تقييمان
    [few] { $whole } تقييمات
    [many] { $whole } تقييما
   *[other] { $whole } تقييم
 }
# الرسوم
dashboard-chart-months = ما ورد كل شهر: السنة الأخيرة
dashboard-chart-months-before = ما ورد كل شهر: السنة التي قبلها
dashboard-chart-units = أجيب عنها في الموعد، حسب المصلحة
dashboard-chart-categories = ما ورد حسب الصنف
dashboard-chart-areas = ما ورد حسب المقاطعة
dashboard-chart-reopened = أعيد فتحها، حسب الصنف
dashboard-chart-empty = لا شيء يُعرض في هذه المدة.
dashboard-count-months = المجموع: { $whole }
dashboard-count-months-before = المجموع: { $whole }
dashboard-count-units = { $part } من { $whole } في الموعد الذي حددته الجماعة
dashboard-count-categories = المجموع: { $whole }. تظهر الأصناف العشرة الأولى.
dashboard-count-areas = المجموع: { $whole }
dashboard-count-reopened = { $part } من { $whole } ({ $share }) لم يرض أصحابها بالجواب الأول
dashboard-month-1 = يناير
dashboard-month-2 = فبراير
dashboard-month-3 = مارس
dashboard-month-4 = أبريل
dashboard-month-5 = ماي
dashboard-month-6 = يونيو
dashboard-month-7 = يوليوز
dashboard-month-8 = غشت
dashboard-month-9 = شتنبر
dashboard-month-10 = أكتوبر
dashboard-month-11 = نونبر
dashboard-month-12 = دجنبر
# الجداول
dashboard-table-units = المؤشرات حسب المصلحة
dashboard-table-categories = المؤشرات حسب الصنف
dashboard-table-areas = المؤشرات حسب المقاطعة
dashboard-table-months = المؤشرات شهرا بشهر
dashboard-table-reopened = الملفات التي أعيد فتحها
dashboard-first-units = المصلحة
dashboard-first-categories = الصنف
dashboard-first-areas = المقاطعة
dashboard-first-months = الشهر
dashboard-first-reopened = الصنف
dashboard-column-received = وردت
dashboard-column-open = مفتوحة الآن
dashboard-column-late = متأخرة الآن
dashboard-column-answered = أجيب عنها
dashboard-column-service = في موعد الجماعة
dashboard-column-answer = في الأجل القانوني
dashboard-column-median = المدة الوسيطة (بالأيام)
dashboard-column-mark = الرضا من 5
dashboard-column-settled = وردت وأجيب عنها
dashboard-column-reopened = أعيد فتحها
dashboard-column-share = النسبة
# كيف حُسبت
dashboard-how = كيف حُسبت هذه الأرقام؟
dashboard-how-reach = كل واحد يرى أرقام الملفات التي تشملها صلاحياته، ولا تظهر هنا أسماء ولا نصوص.
dashboard-how-open = المفتوحة والمتأخرة كما هي الآن. والباقي خلال المدة المختارة، واليوم داخل فيها.
dashboard-how-kept = يُحسب كل أجل توقف خلال المدة: في وقته أو بعده. والملف الذي أعيد فتحه يحتفظ بحكم أجله الأول.
dashboard-how-median = المدة الوسيطة: نصف الأجوبة أسرع منها ونصفها أبطأ، من يوم التوصل إلى آخر جواب.
dashboard-how-mark = الرضا معدل ما أعطاه المواطنون من 1 إلى 5، وتُحسب فيه أيضا آراء من أعادوا فتح ملفاتهم.
dashboard-how-reopened = نسبة المعاد فتحها: من بين الملفات الواردة خلال المدة التي أجيب عنها مرة على الأقل.
dashboard-how-left-out = ما سحبه أصحابه وما ضُم إلى ملف آخر لا يدخل في الأجوبة ولا في الآجال.
