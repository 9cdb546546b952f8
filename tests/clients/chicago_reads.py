"""chicagorequests reads days in bulk, page by page: chicago_reads.py BASE."""

import datetime
import sys

from chicagorequests import Downloader

Downloader.BASE_URL = f"{sys.argv[1]}/requests.json"
today = datetime.datetime.combine(datetime.date.today(), datetime.time.max)
start = datetime.datetime.combine(datetime.date.today() - datetime.timedelta(days=80), datetime.time.min)
found = Downloader()((start, today))
numbers = [item["service_request_id"] for item in found]
assert found and len(numbers) == len(set(numbers)), len(found)
assert all(item["extended_attributes"] and item["notes"] for item in found)
print(f"clients: chicagorequests: {len(found)} requests of eighty days")
