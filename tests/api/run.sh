#!/usr/bin/env bash
# The API as its description and its guide tell it: run.sh URL of a running demonstration. The OpenAPI document is judged by a
# validator of others, a request is filed by it with every answer held against its schema, and the commands of
# docs/integrate/requests.md and portal.md are run as they are written. Exit 0 passed, 1 failed, 77 skipped.
set -euo pipefail

url=${1:?usage: run.sh URL, such as http://127.0.0.1:8080}
url=${url%/}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() { echo "api: skipped, $1"; exit 77; }
fail() { echo "api: FAILED, $1"; exit 1; }

for tool in curl jq python3; do command -v "$tool" >/dev/null || skip "$tool is not here"; done
python=${API_PYTHON:-}
if [ -z "$python" ]; then
    python3 -m venv "$work/venv" >"$work/log" 2>&1 || skip "python3 cannot make a virtual environment"
    python=$work/venv/bin/python
    "$python" -m pip install --quiet -r "$here/requirements.txt" >"$work/log" 2>&1 || skip "pip cannot install the validators"
fi

"$python" "$here/check.py" "$url" || fail "see above"

# The blocks of commands of a guide, one after the other, as a reader pastes them.
for name in requests portal; do
    sed -n '/^```sh$/,/^```$/p' "$here/../../docs/integrate/$name.md" | grep -v '^```' >"$work/$name.sh"
    grep -q 'curl' "$work/$name.sh" || fail "the guide $name has no commands"
    (cd "$work" && SITE=$url bash -o pipefail "$name.sh") || fail "the commands of the guide $name"
done
echo "api: passed"
