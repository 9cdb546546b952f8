"""Files a request as a visitor without scripts does, and verifies its receipt with nothing of ours."""

import base64
import html
import json
import re
import subprocess
import sys
import urllib.parse
import urllib.request

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

site, work, program = sys.argv[1:4]
ANSWERS = {
    "pests": "rats", "where": "street", "visit_phone": "0612345678",
    "place_words": "زنقة وادي الذهب 12", "quarter": "tabriquet", "as": "person", "applicant.name": "ليلى بنعيسى", "applicant.card": "AB123456",
    "contact_how": "none",
}


def send(path, fields=None):
    data = urllib.parse.urlencode(fields, doseq=True).encode() if fields is not None else None
    with urllib.request.urlopen(urllib.request.Request(site + path, data=data)) as answer:
        return answer.geturl().removeprefix(site), answer.read()


def file_request():
    address, _ = send("/ar/procedures/pest-control/start", {})
    draft = re.match(r"/ar/drafts/[^/]+", address)[0]
    for _ in range(12):
        address, _ = send(draft)
        if address.endswith("/check"):
            break
        send(address, ANSWERS)
    else:
        sys.exit("the form never ended")
    address, page = send(draft + "/check", {})
    assert "/receipt?k=" in address, address
    return address, page.decode()


def of_picture(name, path):
    _, pdf = send(path)
    with open(f"{work}/{name}.pdf", "wb") as file:
        file.write(pdf)
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", f"{work}/{name}.pdf", f"{work}/{name}"], check=True)
    read = subprocess.run(["zbarimg", "-q", "--raw", f"{work}/{name}.png"], check=True, capture_output=True, text=True)
    return read.stdout.strip().rsplit("/", 1)[1]


def verified(sealed, key):
    text, signature = sealed.rsplit(".", 1)
    raw = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    Ed25519PublicKey.from_public_bytes(base64.b64decode(key + "=" * (-len(key) % 4))).verify(raw, text.encode())
    return text


address, page = file_request()
code, query = re.search(r"/requests/([^/]+)/receipt\?(k=\w+)", address).groups()
key = json.loads(send(f"/cases/{code}/receipt.json?{query}")[1])["public_key"]
on_page = re.search(r"/verify/(J1\.[\w.-]+)", html.unescape(page))[1]
printed = {name: of_picture(name, f"/requests/{code}/receipt.pdf?{query}{more}") for name, more in {"a5": "", "roll": "&paper=80mm"}.items()}
assert set(printed.values()) == {on_page}, (on_page, printed)
text = verified(on_page, key)
assert code in text, text
try:
    verified(on_page.replace(code, "SAL-0000-0000-0"), key)
    sys.exit("a forged receipt was accepted")
except InvalidSignature:
    pass
if program:
    subprocess.run([program, "verify", on_page, "--key", key], check=True)
    forged = subprocess.run([program, "verify", on_page.replace(code, "SAL-0000-0000-0"), "--key", key], capture_output=True)
    assert forged.returncode == 1, forged
print(f"receipts: {code} verified from A5, from 80 mm and on the page")
