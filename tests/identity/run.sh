#!/usr/bin/env bash
# Signing in through a provider that others wrote (npm oidc-provider), honest and lying: run.sh URL of a running demonstration that
# was started with JAMAA_DEMO_IDENTITY=http://127.0.0.1:9400. Exit 0 passed, 1 failed, 77 skipped.
set -euo pipefail

url=${1:?usage: run.sh URL, such as http://127.0.0.1:8080}
url=${url%/}
port=${IDENTITY_PORT:-9400}
here=$(cd "$(dirname "$0")" && pwd)
log=$(mktemp)
provider=''
trap '[ -z "$provider" ] || kill "$provider" 2>/dev/null || true; rm -f "$log"' EXIT

skip() { echo "identity: skipped, $1"; exit 77; }
fail() { echo "identity: FAILED, $1"; exit 1; }

for tool in node npm curl; do command -v "$tool" >/dev/null || skip "$tool is not here"; done
curl -fsS "$url/fr/account/sign-in" | grep -q 'sign-in\(/\|&#x2f;\)with' || skip "the demonstration offers no provider: JAMAA_DEMO_IDENTITY"
(cd "$here" && npm ci --no-audit --no-fund >"$log" 2>&1) || skip "npm cannot install oidc-provider"
if ! curl -fsS "http://127.0.0.1:$port/.well-known/openid-configuration" >/dev/null 2>&1; then
    node "$here/provider.mjs" --port "$port" >"$log" 2>&1 &
    provider=$!
    for _ in $(seq 50); do
        curl -fsS "http://127.0.0.1:$port/.well-known/openid-configuration" >/dev/null 2>&1 && break
        kill -0 "$provider" 2>/dev/null || { cat "$log"; fail "the provider does not start"; }
        sleep 0.2
    done
fi
node "$here/check.mjs" "$url" "http://127.0.0.1:$port" || fail "see above"
echo "identity: passed"
