# صفحات التراب والأحياء والحدود، خاصة بالموظفين
places-menu = التراب
places-title = التراب الجماعي والأحياء
places-areas = الوحدات الترابية
places-name = الاسم
places-kind = النوع
places-kind-commune = جماعة
places-kind-arrondissement = مقاطعة
places-code = رمز المندوبية السامية للتخطيط
places-population = عدد السكان (2024)
places-boundary = الحدود
places-drawn = معروفة
places-not-drawn = غير معروفة
places-quarters = الأحياء
places-quarter = الحي
places-arrondissement = المقاطعة
places-arrondissement-hint = إذا حددتم نقطة الحي عرفت المقاطعة تلقائيا.
places-point = النقطة
places-all = الكل
places-without = بدون مقاطعة
places-no-quarter = لا يوجد أي حي هنا بعد
places-add-quarter = أضيفوا حيا
places-name-ar = الاسم بالعربية
places-name-fr = الاسم بالفرنسية
places-name-en = الاسم بالإنجليزية
places-lat = خط العرض
places-lon = خط الطول
places-save = احفظوا

# رسم الجماعة واستيراد حدودها
places-map = الجماعة ومقاطعاتها
places-nothing-drawn = لا نتوفر بعد على أي حدود
places-nothing-drawn-text = إلى ذلك الحين يحتفظ البلاغ بنقطته دون أن تعرف مقاطعته.
places-boundaries = الحدود
places-boundaries-lead = ملف GeoJSON بالدرجات (WGS 84): مضلع لكل وحدة ترابية، ورمزها في الخاصية « code ». يمكن أن يضم الملف الجماعات المجاورة، فتنسب إليها نقطها.
places-file = ملف GeoJSON
places-file-hint = الوحدات التي لا يذكرها الملف تحتفظ بحدودها.
places-import = استوردوا الحدود

# إشعارات بعد التغيير
places-quarter-added = تمت إضافة الحي.
places-quarter-changed = تم حفظ الحي.
places-boundaries-imported = تم استيراد الحدود.

# أسباب الرفض، بجانب الخانة؛ $code رمز وحدة ترابية
places-commune-unknown = لا توجد في البلاد جماعة رمزها { $code }.
places-arrondissement-unknown = هذه المقاطعة لا تنتمي إلى جماعتنا.
places-name-wrong = اكتبوا اسما. العدد الأقصى للحروف: { $most }.
places-point-wrong = اكتبوا الإحداثيتين بالدرجات، مثلا 34.0389 و -6.8225.
places-point-outside = هذه النقطة خارج تراب الجماعة.
places-file-absent = اختاروا ملفا.
places-file-unreadable = هذا الملف ليس بصيغة GeoJSON.
places-file-empty = لا توجد أي وحدة ترابية في هذا الملف.
places-file-without-codes = في هذا الملف وحدة ترابية تنقصها الخاصية « code ».
places-code-twice = الرمز { $code } مكرر في الملف.
places-code-unknown = لا توجد جماعة ولا مقاطعة رمزها { $code }.
places-shape-missing = الوحدة الترابية { $code } بدون مضلع.
places-shape-abroad = الوحدة الترابية { $code } خارج المغرب. هل الإحداثيات بالدرجات، وخط الطول أولا؟
places-shape-crossed = حدود { $code } تتقاطع مع نفسها. صححوها في برنامج الخرائط ثم استوردوها من جديد.

# المعطيات المفتوحة: عناوين المجموعات والأعمدة
places-data-areas = الوحدات الترابية
places-data-areas-about = الجماعة ومقاطعاتها مع رموزها وعدد سكانها حسب إحصاء 2024.
places-data-quarters = الأحياء
places-data-quarters-about = أسماء الأحياء المتداولة مع مقاطعتها حين تكون مؤكدة.
places-column-code = رمز المندوبية السامية للتخطيط
places-column-kind = نوع الوحدة الترابية
places-column-parent = رمز الوحدة الأعلى
places-column-id = المعرف
places-column-arrondissement = رمز المقاطعة
places-column-name-ar = الاسم بالعربية
places-column-name-fr = الاسم بالفرنسية
places-column-population = عدد السكان سنة 2024
places-column-lat = خط العرض
places-column-lon = خط الطول
