# فهرس البيانات المفتوحة
open_data-menu = البيانات
open_data-title = البيانات المفتوحة
open_data-lead = ما تعرفه الجماعة ويمكنها أن تعرضه على الجميع، دون طلب ولا تسجيل: للقراءة والتحقق وإعادة الاستعمال.
open_data-licence = إعادة الاستعمال حرة مع ذكر المصدر والتاريخ (القانون 31.13 المادة 6). الرخصة، في انتظار تأكيد الجماعة:
open_data-catalogue = الفهرس الموجه للبرامج (DCAT)
open_data-rows = { $count ->
    [0] لا أسطر بعد
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطر
    }
open_data-none = لا ملف منشور بعد
open_data-preview = الأسطر الأولى
open_data-preview-of = { $count ->
    [one] سطر واحد في المجموع.
    [two] سطران في المجموع.
    [few] { $count } أسطر في المجموع: حملوا الملف لتحصلوا عليها كلها.
    [many] { $count } سطرا في المجموع: حملوا الملف لتحصلوا عليها كلها.
   *[other] { $count } سطر في المجموع: حملوا الملف لتحصلوا عليها كلها.
    }
open_data-rows-more = أكثر من { $count } سطر
open_data-preview-of-more = أكثر من { $count } سطر: حملوا الملف لتحصلوا عليها كلها.
open_data-columns = الأعمدة
open_data-column = مثال لعمود
open_data-download = حملوا الملف
open_data-excel = ملف CSV لبرنامج الجداول (Excel)
open_data-count = الأسطر
open_data-updated = تاريخ القراءة
open_data-often = التحيين
open_data-often-text = مستمر
open_data-empty = ما زال فارغا
open_data-empty-text = تظهر الأسطر حالما يكون لدى الجماعة ما تنشره.
