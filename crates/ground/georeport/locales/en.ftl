# Why another house's Open311 server could not be used. detail: what that server said, often in its own language.
georeport-address = The address { $detail } is no address of an Open311 server. It begins with https://.
georeport-inside = This address leads into a network that must not be called from here. Use the public address of the server.
georeport-unreachable = The server cannot be reached ({ $detail }). It will be tried again.
georeport-insecure = The secure connection to the server failed ({ $detail }). Its keeper must renew its certificate.
georeport-slow = The server did not answer in time. It will be tried again.
georeport-cut = The connection broke in the middle ({ $detail }). It will be tried again.
georeport-busy = The server cannot take it now: { $detail }. It will be tried again.
georeport-broken = The server failed: { $detail }. It will be tried again.
georeport-key = The server does not accept our key: { $detail }
georeport-absent = The server knows no such thing: { $detail }
georeport-refused = The server refuses: { $detail }
georeport-moved = The server sends us to another address: { $detail }. Write that one if it is right.
georeport-page = The server answered with a page for people ({ $detail }) instead of data. The address is probably not that of its Open311 door.
georeport-kind = The server answered with something that is neither JSON nor XML ({ $detail }).
georeport-unreadable = The answer of the server cannot be read: { $detail }
georeport-large = The answer of the server is too large.
georeport-other = The server answered about something else: { $detail }. Nothing was changed here.
georeport-unsure = An earlier try of { $detail } may have arrived, and the server cannot say. Ask its keeper, then mark it as sent or send it again.

# What was mended while reading an export.
georeport-repair-encoding = another encoding than announced
georeport-repair-mark = a byte order mark
georeport-repair-signs = signs that the format does not allow
georeport-repair-null = the word "null" for nothing
georeport-repair-twice = the same name twice
georeport-repair-zero = a point at 0, 0
georeport-repair-point = a place that is none
georeport-repair-naive = a date without a time zone
georeport-repair-order = a date whose day and month may be exchanged
georeport-repair-date = an unreadable date
georeport-repair-status = a status that is neither open nor closed
georeport-repair-name = a field under another name
georeport-repair-row = a row of another length
