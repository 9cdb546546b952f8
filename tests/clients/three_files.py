"""three discovers, files with a photo, and finds it: three_files.py BASE JURISDICTION KEY PHOTO."""

import itertools
import sys

itertools.ifilter = filter  # the client is of the time of Python 2
from three import Three  # noqa: E402

base, jurisdiction, key, photo = sys.argv[1:]
client = Three(base, jurisdiction=jurisdiction, api_key=key)

endpoints = client.discovery()["endpoints"]
assert endpoints[0]["url"].endswith("/open311/v2"), endpoints
assert any(service["service_code"] == "pothole" for service in client.services())
assert client.services("pothole")["attributes"]
with open(photo, "rb") as media:
    (answer,) = client.post(
        "pothole", lat="34.0389", long="-6.8225", name="Amina Idrissi", phone="0612345678",
        description="Trou dans la chaussée", media=media,
    )
number = answer["service_request_id"]
assert client.request(number)[0]["status"] == "open"
assert client.token(number)[0]["service_request_id"] == number
assert len(client.requests(count=1)) == 1
(refused,) = Three(base, api_key="wrong").post("pothole", lat="34.0389", long="-6.8225")
assert refused["code"] == 403 and refused["description"], refused
print(f"clients: three: filed {number}")
