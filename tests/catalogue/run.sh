#!/usr/bin/env bash
# The catalogue of procedures as programs read it: run.sh URL, of a running program; or run.sh FOLDER, with files that the
# tests of the module left there. Exit 0 passed, 1 failed, 77 skipped.
set -euo pipefail

given=${1:?usage: run.sh URL, such as http://127.0.0.1:8080, or run.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() { echo "catalogue: skipped, $1"; exit 77; }
fail() { echo "catalogue: FAILED, $1"; exit 1; }

command -v python3 >/dev/null || skip "python3 is not here"
python=${CATALOGUE_PYTHON:-}
if [ -z "$python" ]; then
    python3 -m venv "$work/venv" >"$work/log" 2>&1 || skip "python3 cannot make a virtual environment"
    python=$work/venv/bin/python
    "$python" -m pip install --quiet -r "$here/requirements.txt" >"$work/log" 2>&1 || skip "pip cannot install pyshacl and rdflib"
fi

check() { "$python" "$here/check.py" "$here/cpsv-ap-SHACL.ttl" "$@"; }

if [ -d "$given" ]; then
    check "$given" || fail "the files of $given"
    echo "catalogue: passed"
    exit 0
fi

command -v curl >/dev/null || skip "curl is not here"
url=${given%/}

mkdir "$work/files"
# Downloads a file and says whether its type is the expected one.
get() {
    local kind
    kind=$(curl --silent --show-error --fail --output "$work/files/$1" --write-out '%{content_type}' "$url/$1") || fail "$url/$1 does not answer"
    [ "${kind%%;*}" = "$2" ] || fail "$1 is sent as $kind"
}
get procedures.ttl text/turtle
get procedures.jsonld application/ld+json
get procedures.json application/json

# Every sheet, in one language each, for its block of data.
mkdir "$work/files/sheets"
"$python" - "$work/files/procedures.json" >"$work/sheets" <<'PY'
import itertools, json, sys
languages = itertools.cycle(["ar", "fr", "en", "zgh"])
for procedure, language in zip(json.load(open(sys.argv[1]))["procedures"], languages):
    print(procedure["id"], language)
PY
while read -r procedure language; do
    curl --silent --show-error --fail --output "$work/files/sheets/$procedure.html" "$url/$language/procedures/$procedure" \
        || fail "the sheet of $procedure does not answer"
done <"$work/sheets"

check "$work/files" || fail "see above"
echo "catalogue: passed"
