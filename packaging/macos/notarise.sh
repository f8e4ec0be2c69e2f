#!/usr/bin/env bash
# Has Apple look at an application, disk image or package, and fastens the ticket to it, so that it
# opens without a warning on a computer without network. Usage: notarise.sh FILE
# In the environment, of a key for App Store Connect: RLS_MAC_NOTARY_KEY (its file), RLS_MAC_NOTARY_KEY_ID and
# RLS_MAC_NOTARY_ISSUER.
set -euo pipefail
if [ "$(uname -s)" != Darwin ]; then
    echo "notarise.sh: notarytool is on a Mac only" >&2
    exit 69
fi
if [ $# -ne 1 ] || [ ! -e "${1:-}" ]; then
    echo "usage: notarise.sh FILE" >&2
    exit 64
fi
: "${RLS_MAC_NOTARY_KEY:?}" "${RLS_MAC_NOTARY_KEY_ID:?}" "${RLS_MAC_NOTARY_ISSUER:?}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
file=$1
sent=$file
if [ -d "$file" ]; then
    sent=$work/application.zip
    ditto -c -k --keepParent "$file" "$sent"
fi

keys=(--key "$RLS_MAC_NOTARY_KEY" --key-id "$RLS_MAC_NOTARY_KEY_ID" --issuer "$RLS_MAC_NOTARY_ISSUER")
# It exits with 0 also when Apple refuses: the answer says whether it did.
xcrun notarytool submit "$sent" "${keys[@]}" --wait --timeout 30m --output-format plist >"$work/answer.plist"
status=$(plutil -extract status raw "$work/answer.plist")
if [ "$status" != Accepted ]; then
    xcrun notarytool log "$(plutil -extract id raw "$work/answer.plist")" "${keys[@]}" >&2 || true
    echo "notarise.sh: $file: $status" >&2
    exit 1
fi
xcrun stapler staple "$file"
xcrun stapler validate "$file"
