"""georeport lists, reads and finds: georeport_reads.py BASE JURISDICTION FORMAT NUMBER..."""

import sys

from georeport import GeoReport

base, jurisdiction, form, *numbers = sys.argv[1:]
client = GeoReport(base, jurisdiction=jurisdiction, output_format=form)


def items(answer):
    """JSON gives the list; xmltodict gives {'request': one or several}, as the client passes it on."""
    if isinstance(answer, dict):
        answer = answer.get("request", answer)
    return answer if isinstance(answer, list) else [answer]


services = client.get_service_list()
codes = [service["service_code"] for service in services]
assert "pothole" in codes and len(codes) > 30, codes
definition = client.get_service_definition("street-lamp-out")
assert definition["service_code"] == "street-lamp-out", definition

published = items(client.get_service_requests(status="open"))
assert published and all(item["status"] == "open" for item in published), published
assert all(item["service_code"] in codes for item in published), published

found = items(client.get_service_requests(service_request_id=",".join(numbers)))
assert sorted(item["service_request_id"] for item in found) == sorted(numbers), found
for number in numbers:
    (one,) = items(client.get_service_request(number))
    assert one["service_request_id"] == number and one["status"] == "open", one
print(f"clients: georeport {form}: {len(codes)} services, {len(published)} open requests, found {', '.join(numbers)}")
