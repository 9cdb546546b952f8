#!/usr/bin/env bash
# Papers and signatures, judged by programs that are not ours: Apache PDFBox Preflight and pikepdf (PDF/A-1b), poppler's
# pdfsig, pyHanko, qpdf, OpenSSL (time stamps), zbar (QR codes). Ends with 77 when they cannot be installed.
# PROFILE=release tests/papers/run.sh uses the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
work="$target/papers-outside"
profile="${PROFILE:-dev}"
folder="$([ "$profile" = dev ] && echo debug || echo "$profile")"
mkdir -p "$work"

skip() { echo "skipped: $1"; exit 77; }

packages=(poppler-utils qpdf zbar-tools openssl libpdfbox2-java libactivation-java libjaxb-api-java default-jdk-headless)
if ! command -v pdfsig qpdf zbarimg openssl javac >/dev/null || [ ! -e /usr/share/java/preflight.jar ]; then
  { apt-get -o DPkg::Lock::Timeout=300 update && apt-get -o DPkg::Lock::Timeout=300 install -y "${packages[@]}"; } \
    >"$work/apt.log" 2>&1 || skip "the Debian packages ${packages[*]} cannot be installed"
fi
if [ ! -x "$work/venv/bin/pyhanko" ]; then
  { python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q -r tests/papers/requirements.txt; } \
    >"$work/pip.log" 2>&1 || skip "pyHanko and pikepdf cannot be installed"
fi

jars="$(printf '%s:' /usr/share/java/{preflight,pdfbox2,xmpbox,fontbox2,commons-logging,commons-io,javax.activation,jaxb-api}.jar)"
[ "$work/Preflight.class" -nt tests/papers/Preflight.java ] || javac -cp "$jars" -d "$work" tests/papers/Preflight.java

# The whole workspace, so that typst is built once, with the features that the program gives it.
cargo build --locked --workspace --profile "$profile" --example print --example bench
exec "$work/venv/bin/python" tests/papers/check.py "$target/$folder/examples" "$work" "$jars$work"
