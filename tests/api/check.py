"""Judges /openapi.json and files a request by it: check.py URL. Prints what is wrong; exit 1 when anything is."""

import copy
import json
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

site = sys.argv[1]
faults = []
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
ANSWERS = {
    "nature": "front", "description": "صباغة الواجهة", "starts": "2026-12-15", "scaffold": False, "owner": "tenant", "as": "person",
    "applicant": {"name": "ليلى بنعيسى", "card": "AB123456"}, "contact_how": "none",
    "place": {"quarter": "tabriquet"}, "place_words": "زنقة 12",
}


def fault(text):
    faults.append(text)
    print(f"api: {text}", file=sys.stderr)


def fetch(method, path, body=None, headers=()):
    request = urllib.request.Request(site + path, data=body, method=method, headers=dict(headers))
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


document = json.loads(fetch("GET", "/openapi.json")[2])


def document_is_valid():
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        fault(f"the document at {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    # A judge that never objects is no judge.
    broken = copy.deepcopy(document)
    del broken["paths"]["/api/drafts/{code}"]["get"]["responses"]
    broken["paths"]["/api/drafts/{code}/filing"]["post"]["parameters"] = []
    found = " ".join(error.message for error in OpenAPIV31SpecValidator(broken).iter_errors())
    if "code" not in found and "responses" not in found:
        fault(f"the validator does not find what was broken: {found}")


def holds(schema, value, what):
    whole = {**schema, "components": document["components"]}
    for error in list(Draft202012Validator(whole).iter_errors(value))[:5]:
        fault(f"{what} at {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")


seen = set()


def call(method, template, expected=200, body=None, headers=(), query="", **names):
    """Calls an operation of the document and holds request and answer against it."""
    operation = document["paths"][template][method.lower()]
    headers = dict(headers)
    if isinstance(body, (dict, list)):
        holds(operation["requestBody"]["content"]["application/json"]["schema"], body, f"the body of {template}")
        body, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    path = template.format(**{name: urllib.parse.quote(value) for name, value in names.items()})
    status, got, content = fetch(method, path + query, body, headers)
    what = f"{method} {path}"
    if status != expected:
        fault(f"{what}: {status} and not {expected}: {content[:300]}")
        return {}
    kind = got["content-type"].split(";")[0]
    told = operation["responses"]["200" if status == 200 else "default"]["content"]
    if kind not in told:
        fault(f"{what} is sent as {kind}, the document says {list(told)}")
        return {}
    value = json.loads(content)
    holds(told[kind]["schema"], value, what)
    seen.add((method, template))
    return value


def form(fields, files):
    """A multipart form."""
    mark = uuid.uuid4().hex
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    for name, content in files.items():
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="x.pdf"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{mark}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={mark}"}


def give(draft, piece):
    body = urllib.parse.urlencode({"piece": piece, "size": len(PDF)}).encode()
    upload = call("POST", "/drafts/{code}/uploads", body=body, code=draft)
    half = len(PDF) // 2
    for at, part in ((0, PDF[:half]), (half, PDF[half:])):
        body, headers = form({"at": at, "name": "bail.pdf"}, {"part": part})
        upload = call("POST", "/drafts/{code}/uploads/{upload}", body=body, headers=headers, code=draft, upload=upload["id"])
        if not upload["done"]:
            call("GET", "/drafts/{code}/uploads/{upload}", code=draft, upload=upload["id"])
    if not upload["done"]:
        fault("the upload never ended")


def walk():
    call("GET", "/procedures.json")
    for words in ("", "?q=" + urllib.parse.quote("رخصة الاصلاح"), "?q=permi+refection", "?audience=citizen"):
        call("GET", "/api/procedures", query=words)
    every = call("GET", "/api/procedures")["procedures"]
    for procedure in every:
        call("GET", "/api/procedures/{id}", id=procedure["id"])
    once = {"Idempotency-Key": str(uuid.uuid4()), "Accept-Language": "fr"}
    code = call("POST", "/api/procedures/{id}/drafts", headers=once, id="repair-permit")["code"]
    call("POST", "/api/drafts/{code}/answers", body={"starts": "hier", "nature": "other"}, code=code)
    call("POST", "/api/drafts/{code}/answers", body={"moon": 1}, expected=422, code=code)
    call("POST", "/api/drafts/{code}/filing", body={}, expected=422, code=code)
    call("POST", "/api/drafts/{code}/answers", body=ANSWERS, code=code)
    give(code, "lease")
    draft = call("GET", "/api/drafts/{code}", code=code)
    file = next(piece for piece in draft["pieces"] if piece["id"] == "lease")["files"][0]
    call("POST", "/api/drafts/{code}/files/{file}/remove", code=code, file=file["id"])
    give(code, "lease")
    call("POST", "/api/drafts/{code}/filing", body={"total": 1}, expected=422, code=code)
    filed = call("POST", "/api/drafts/{code}/filing", body={"total": draft["total"]}, code=code)
    key = "?k=" + filed["key"]
    receipt = call("GET", "/api/requests/{code}/receipt", query=key, code=filed["code"])
    call("GET", "/api/requests/{code}", query=key, code=filed["code"])
    call("GET", "/api/requests/{code}", query="?k=0", expected=404, code=filed["code"])
    opened = call("POST", "/api/requests/{code}/key", body={"pin": receipt["pin"]}, code=filed["code"])
    if opened.get("key") != filed["key"]:
        fault("the PIN gives another key")
    body, headers = form({"words": "ها هي"}, {"piece-consent": PDF})
    given = call("POST", "/api/requests/{code}/pieces", query=key, body=body, headers=headers, code=filed["code"])
    if given.get("state") != "filed" or given.get("lacking"):
        fault(f"the file is not complete: {given}")
    again = call("POST", "/api/procedures/{id}/drafts", headers=once, id="repair-permit")
    if again.get("code") != code or again["filed"]["code"] != filed["code"]:
        fault("the same key gave another draft")
    call("GET", "/api/verify/{code}", code=receipt["sealed"])
    call("GET", "/verify/{code}/result.json", code=receipt["sealed"])
    call("GET", "/api/verify/{code}", code=receipt["sealed"][:-4] + "AAAA", expected=404)
    body, headers = form({}, {"file": PDF})
    call("POST", "/api/verify", body=body, headers=headers)


def nothing_was_left_out():
    doors = ("/api/procedures", "/api/drafts", "/api/requests", "/api/verify", "/verify/{code}/result.json")
    for path, methods in document["paths"].items():
        for method in methods:
            if path.startswith(doors) and (method.upper(), path) not in seen:
                fault(f"{method.upper()} {path} was never called")


document_is_valid()
walk()
nothing_was_left_out()
print(f"api: {len(document['paths'])} addresses described, {len(seen)} operations called, {len(faults)} faults")
sys.exit(1 if faults else 0)
