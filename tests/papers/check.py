"""Makes papers, signs them, and asks programs that are not ours. Arguments: examples folder, work folder, class path."""

import datetime
import json
import pathlib
import shutil
import subprocess
import sys

import pikepdf
import pikepdf.pdfa

EXAMPLES, WORK, CLASSES = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "crates/ground/papers/samples"
WHEN = datetime.datetime(2026, 3, 12, 9, 0, tzinfo=datetime.timezone.utc)
OUT = WORK / "out"
results = []


def check(what, holds, detail=""):
    results.append(bool(holds))
    print(("ok      " if holds else "FAILED  ") + what + ("" if holds else "\n" + str(detail)[-1500:]))


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, errors="replace")
    return done.returncode, done.stdout + done.stderr


def bench(*words):
    return run(EXAMPLES / "bench", *words)


def must(*words):
    code, text = bench(*words)
    if code != 0:
        raise SystemExit(f"bench {words[0]} failed: {text}")


def pyhanko(pdf):
    return run(WORK / "venv/bin/pyhanko", "sign", "validate", "--trust", OUT / "root.crt", "--trust-replace",
               "--no-revocation-check", pdf)


def ours(pdf):
    return bench("verify", pdf, OUT / "root.pem")


def is_pdfa(pdf):
    """Preflight decides; pikepdf must find no violation (it does not judge forms)."""
    code, text = run("java", "-cp", CLASSES, "Preflight", pdf)
    check(f"{pdf.name}: PDF/A-1b by Preflight", code == 0, text)
    with pikepdf.open(pdf) as opened:
        wrong = [found for found in pikepdf.pdfa.check(opened, "1b").findings if found.kind == "violation"]
    check(f"{pdf.name}: no violation of PDF/A-1b found by pikepdf", not wrong, wrong)
    code, text = run("qpdf", "--check", pdf)
    check(f"{pdf.name}: sound by qpdf", code == 0 and "WARNING" not in text, text)


def is_signed(pdf, count, stamped):
    code, text = run("pdfsig", "-nocert", pdf)
    valid = text.count("Signature is Valid")
    check(f"{pdf.name}: {count} valid by pdfsig, the last over all", code == 0 and valid == count and text.count("- Total document signed") == 1, text)
    code, text = pyhanko(pdf)
    lines = [line for line in text.splitlines() if ":INTACT:TRUSTED" in line]
    check(f"{pdf.name}: {count} intact and trusted by pyHanko", code == 0 and len(lines) == count and "ILLEGAL" not in text, text)
    stamps = sum("TIMESTAMP_TOKEN<INTACT:TRUSTED>" in line for line in lines)
    check(f"{pdf.name}: {count if stamped else 0} time stamps by pyHanko", stamps == (count if stamped else 0), text)
    code, text = ours(pdf)
    check(f"{pdf.name}: holds by our own check", code == 0, text)


def papers():
    code, text = run(EXAMPLES / "print", OUT)
    check("every shipped template prints", code == 0, text)
    made = sorted(OUT.glob("*.??.pdf"))
    check("ten templates in two languages", len(made) == 20, made)
    for pdf in made:
        is_pdfa(pdf)
    for name in ("permit.ar", "receipt.fr", "receipt-80mm.ar"):
        run("pdftoppm", "-r", "150", "-singlefile", "-png", OUT / f"{name}.pdf", OUT / name)
        expected = json.loads((SAMPLES / "common.json").read_text("utf-8"))[name[-2:]]["qr"]
        code, text = run("zbarimg", "-q", "--raw", OUT / f"{name}.png")
        check(f"{name}: the QR code says its text", text.splitlines()[:1] == [expected], text)
    code, text = run("pdftotext", OUT / "order-of-payment.ar.pdf", "-")
    for words in ("28 000,00", "42 600,00", "10.20.30.11", "BC-2026/031", "007 000 0000000000000000 00"):
        check(f"“{words}” is not turned round inside Arabic", words in text, text)


def signatures():
    must("make", OUT)
    run("openssl", "x509", "-in", OUT / "root.pem", "-out", OUT / "root.crt")
    fresh, tsa = OUT / "permit.ar.pdf", OUT / "tsa.pem"
    for name, stamp in (("plain", []), ("stamped", [tsa])):
        once, twice = OUT / f"{name}-1.pdf", OUT / f"{name}-2.pdf"
        must("sign", fresh, once, "president", OUT / "president.pem", *stamp)
        must("sign", once, twice, "director", OUT / "director.pem", *stamp)
        check(f"{name}: each signature only appends", twice.read_bytes().startswith(once.read_bytes()) and once.read_bytes().startswith(fresh.read_bytes()))
        for count, pdf in ((1, once), (2, twice)):
            is_signed(pdf, count, bool(stamp))
            is_pdfa(pdf)
    return OUT / "plain-2.pdf"


def late():
    """Two signatures made while the authority was away: the last gets its stamp later, in the room left for it."""
    once, twice, stamped = OUT / "late-1.pdf", OUT / "late-2.pdf", OUT / "late-3.pdf"
    must("open", OUT / "permit.ar.pdf", once, "president", OUT / "president.pem")
    must("open", once, twice, "director", OUT / "director.pem")
    is_signed(twice, 2, False)
    must("augment", twice, stamped, "director", OUT / "tsa.pem")
    check("late: the stamp changes no length", len(stamped.read_bytes()) == len(twice.read_bytes()))
    code, text = run("pdfsig", "-nocert", stamped)
    check("late: both signatures valid by pdfsig", code == 0 and text.count("Signature is Valid") == 2, text)
    code, text = pyhanko(stamped)
    lines = [line for line in text.splitlines() if ":INTACT:TRUSTED" in line]
    check("late: both intact and the last stamped by pyHanko", code == 0 and len(lines) == 2 and text.count("TIMESTAMP_TOKEN<INTACT:TRUSTED>") == 1, text)
    code, text = ours(stamped)
    check("late: holds by our own check", code == 0, text)
    is_pdfa(stamped)


def attacks(signed):
    replaced = OUT / "replaced.pdf"
    must("replace", signed, replaced)
    code, text = run("pdfsig", "-nocert", replaced)
    check("a page replaced by an increment: the digests still match (pdfsig is content)", text.count("Signature is Valid") == 2, text)
    code, text = pyhanko(replaced)
    check("a page replaced by an increment: refused by pyHanko", code != 0 and "ILLEGAL_MODIFICATIONS" in text, text)
    code, text = ours(replaced)
    check("a page replaced by an increment: refused by us", code != 0 and "Forbidden" in text, text)
    flipped = bytearray(signed.read_bytes())
    flipped[2000] ^= 1
    (OUT / "flipped.pdf").write_bytes(flipped)
    check("a flipped bit: refused by pyHanko", pyhanko(OUT / "flipped.pdf")[0] != 0)
    check("a flipped bit: refused by us", ours(OUT / "flipped.pdf")[0] != 0)


def signed_elsewhere():
    """A first signature by pyHanko, a second by us: each accepts the other."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    run("openssl", "pkey", "-in", OUT / "director.pem", "-out", OUT / "director.key")
    run("openssl", "x509", "-in", OUT / "director.pem", "-out", OUT / "director.crt")
    signer = signers.SimpleSigner.load(OUT / "director.key", OUT / "director.crt", ca_chain_files=[OUT / "root.crt"])
    first, second = OUT / "elsewhere-1.pdf", OUT / "elsewhere-2.pdf"
    with open(OUT / "permit.ar.pdf", "rb") as source, open(first, "wb") as target:
        meta = signers.PdfSignatureMetadata(field_name="director", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")
        signers.sign_pdf(IncrementalPdfFileWriter(source), meta, signer=signer, output=target)
    code, text = ours(first)
    check("a signature by pyHanko holds by our own check", code == 0, text)
    must("sign", first, second, "president", OUT / "president.pem")
    code, text = ours(second)
    check("ours after pyHanko's: the first is intact and unchanged", text.count("intact: true") == 2 and "Forbidden" not in text, text)
    code, text = pyhanko(second)
    check("ours after pyHanko's: accepted by pyHanko", text.count(":INTACT:") == 2 and "ILLEGAL" not in text, text)


def stamped_elsewhere():
    """A signature with a time stamp, and a document time stamp, by pyHanko with an RSA authority: we read both."""
    from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers, timestamps

    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Elsewhere", "-keyout",
        OUT / "far.key", "-out", OUT / "far.crt", "-addext", "keyUsage=critical,digitalSignature",
        "-addext", "extendedKeyUsage=critical,timeStamping")
    roots = OUT / "roots.pem"
    roots.write_text((OUT / "root.pem").read_text() + (OUT / "far.crt").read_text())
    far = timestamps.DummyTimeStamper(load_cert_from_pemder(OUT / "far.crt"), load_private_key_from_pemder(OUT / "far.key", None))
    signer = signers.SimpleSigner.load(OUT / "director.key", OUT / "director.crt", ca_chain_files=[OUT / "root.crt"])
    signed, stamped = OUT / "far-1.pdf", OUT / "far-2.pdf"
    meta = signers.PdfSignatureMetadata(field_name="director", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")
    with open(OUT / "permit.ar.pdf", "rb") as source, open(signed, "wb") as target:
        signers.sign_pdf(IncrementalPdfFileWriter(source), meta, signer=signer, timestamper=far, output=target)
    code, text = bench("verify", signed, roots)
    check("pyHanko's signature with a time stamp reaches B-T by our own check", code == 0 and "level: BT" in text, text)
    with open(OUT / "permit.ar.pdf", "rb") as source, open(stamped, "wb") as target:
        signers.PdfTimeStamper(far).timestamp_pdf(IncrementalPdfFileWriter(source), "sha256", None, output=target)
    code, text = bench("verify", stamped, roots)
    check("pyHanko's document time stamp holds by our own check", code == 0 and "level: DocumentStamp" in text, text)


def time_stamps():
    data, query, answer = OUT / "stamp.txt", OUT / "stamp.tsq", OUT / "stamp.tsr"
    data.write_text("نص")
    run("openssl", "ts", "-query", "-data", data, "-sha256", "-cert", "-out", query)
    must("answer", query, answer, OUT / "tsa.pem")
    when = str(int(WHEN.timestamp()) + 120)
    code, text = run("openssl", "ts", "-verify", "-queryfile", query, "-in", answer, "-CAfile", OUT / "root.crt", "-attime", when)
    check("our time stamp is verified by OpenSSL", code == 0 and "Verification: OK" in text, text)
    data.write_text("نص آخر")
    code, text = run("openssl", "ts", "-verify", "-data", data, "-in", answer, "-CAfile", OUT / "root.crt", "-attime", when)
    check("our time stamp is refused by OpenSSL for other words", code != 0, text)


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
papers()
attacks(signatures())
late()
signed_elsewhere()
stamped_elsewhere()
time_stamps()
print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
sys.exit(0 if all(results) else 1)
