# أخطاء الاستمارة، تظهر بجانب الخانة.
procedures-needed = المرجو ملء هذه الخانة.
procedures-too-long = النص طويل جدا. العدد الأقصى للحروف: { $max }.
procedures-not-offered = المرجو اختيار جواب من الأجوبة المقترحة.
procedures-not-a-number = المرجو كتابة عدد بالأرقام.
procedures-not-a-phone = رقم الهاتف غير صحيح. مثال: 0612345678.
procedures-not-an-email = عنوان البريد الإلكتروني غير صحيح. مثال: nom@exemple.ma.
procedures-answer-variable = لا يمكن ملء «{ $name }» تلقائيا. المسموح به بين معقوفتين: code وunit وdate وplace وreason.
