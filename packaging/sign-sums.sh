#!/usr/bin/env bash
# Writes SHA256SUMS over all that is handed out, signs it, and looks whether the signature is right.
# Usage: sign-sums.sh FOLDER. RLS_SUMS_KEY is the file of minisign's secret key, which has no password
# (`minisign -G -W`), RLS_SUMS_PUBLIC the public key that people verify with.
set -euo pipefail
if [ $# -ne 1 ] || [ ! -d "$1" ]; then
    echo "usage: sign-sums.sh FOLDER" >&2
    exit 64
fi
: "${RLS_SUMS_KEY:?}" "${RLS_SUMS_PUBLIC:?}"

cd "$1"
rm -f SHA256SUMS SHA256SUMS.minisig
files=(*)
if [ ! -f "${files[0]}" ]; then
    echo "sign-sums.sh: there is nothing in $1" >&2
    exit 66
fi
sha256sum -- "${files[@]}" >SHA256SUMS
minisign -S -s "$RLS_SUMS_KEY" -t "rls-wizard: $(wc -l <SHA256SUMS) files" -m SHA256SUMS </dev/null
minisign -V -q -P "$RLS_SUMS_PUBLIC" -m SHA256SUMS
sha256sum --check --quiet SHA256SUMS
