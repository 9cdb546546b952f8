#!/usr/bin/env bash
# The receipt of a request, verified by programs that are not ours: run.sh URL of a running demonstration. A request is filed,
# its receipt printed on A5 and on 80 mm, the QR code read by zbarimg, the signature checked by another Ed25519 library with
# the published key alone, and by `jamaa verify` when JAMAA names the program. Exit 0 passed, 1 failed, 77 skipped.
set -euo pipefail

url=${1:?usage: run.sh URL, such as http://127.0.0.1:8080}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() { echo "receipts: skipped, $1"; exit 77; }

for tool in zbarimg pdftoppm python3; do command -v "$tool" >/dev/null || skip "$tool is not here"; done
python3 -m venv "$work/venv" >"$work/log" 2>&1 || skip "python3 cannot make a virtual environment"
"$work/venv/bin/pip" install --quiet 'cryptography==46.*' >"$work/log" 2>&1 || skip "pip cannot install cryptography"
"$work/venv/bin/python" "$here/check.py" "${url%/}" "$work" "${JAMAA:-}"
