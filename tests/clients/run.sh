#!/usr/bin/env bash
# Foreign Open311 clients against a running demonstration: run.sh URL. Exit 0 passed, 1 failed, 77 skipped.
set -euo pipefail

url=${1:?usage: run.sh URL, such as http://127.0.0.1:8080}
url=${url%/}
key=${JAMAA_API_KEY:-demo}
jurisdiction=${JAMAA_JURISDICTION:-sale}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() { echo "clients: skipped, $1"; exit 77; }
fail() { echo "clients: FAILED, $1"; exit 1; }

command -v curl >/dev/null || skip "curl is not here"
command -v python3 >/dev/null || skip "python3 is not here"
python3 -m venv "$work/venv" >"$work/log" 2>&1 || skip "python3 cannot make a virtual environment"
"$work/venv/bin/pip" install --quiet -r "$here/requirements.txt" >"$work/log" 2>&1 || skip "pip cannot install the clients"

curl --silent --show-error --fail --output /dev/null "$url/open311/discovery.json" || fail "$url does not answer"

# Files a request with curl and prints its number.
file() {
    local answer
    answer=$(curl --silent --show-error --fail-with-body "$@") || fail "a request was refused: $answer"
    python3 -c 'import json, sys; print(json.loads(sys.argv[1])[0]["service_request_id"])' "$answer"
}

python3 "$here/photo.py" "$work/photo.png"
with_photo=$(file "$url/open311/v2/requests.json" \
    -F "api_key=$key" -F "jurisdiction_id=$jurisdiction" -F service_code=street-lamp-out \
    -F lat=34.0389 -F long=-6.8225 -F 'attribute[how-many]=one' \
    -F "description=Lampe éteinte devant l'école" -F "media=@$work/photo.png;type=image/png")
echo "clients: multipart with a photo: $with_photo"
in_query=$(file "$url/open311/v2/requests.json?jurisdiction_id=$jurisdiction" \
    --data-urlencode "api_key=$key" --data-urlencode service_code=pothole \
    --data-urlencode lat=34.0389 --data-urlencode long=-6.8225 \
    --data-urlencode 'description=حفرة وسط الزنقة')
echo "clients: jurisdiction in the query: $in_query"

for form in json xml; do
    "$work/venv/bin/python" "$here/georeport_reads.py" "$url/open311/v2" "$jurisdiction" "$form" "$with_photo" "$in_query" \
        || fail "georeport, $form"
done
"$work/venv/bin/python" "$here/three_files.py" "$url/open311/v2" "$jurisdiction" "$key" "$work/photo.png" || fail "three"
"$work/venv/bin/python" "$here/chicago_reads.py" "$url/open311/v2" || fail "chicagorequests"
echo "clients: passed"
