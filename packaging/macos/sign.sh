#!/usr/bin/env bash
# Signs an application from the inside out, as Apple asks; `codesign --deep` would sign in any order.
# Usage: sign.sh APP. RLS_MAC_IDENTITY is who signs; without, it is signed ad hoc, to try it here.
set -euo pipefail
if [ "$(uname -s)" != Darwin ]; then
    echo "sign.sh: codesign is on a Mac only" >&2
    exit 69
fi
if [ $# -ne 1 ] || [ ! -d "${1:-}/Contents" ]; then
    echo "usage: sign.sh APP" >&2
    exit 64
fi

app=$1
here=$(cd "$(dirname "$0")" && pwd)
identity=${RLS_MAC_IDENTITY:--}
options=(--force --sign "$identity")
# The hardened runtime takes only libraries of the same signer, and one ad hoc is nobody's.
[ "$identity" = - ] || options+=(--timestamp --options runtime)

# A download mark, or what the Finder left, would make the signature invalid.
xattr -cr "$app"

# What is machine code by its content: names differ. The program itself comes last, with the bundle.
find "$app/Contents" -type f ! -path "$app/Contents/MacOS/*" -print0 |
    while IFS= read -r -d '' file; do
        case "$(file -b "$file")" in
            Mach-O*) codesign "${options[@]}" "$file" ;;
        esac
    done

# Frameworks as a whole, the deepest first.
find "$app/Contents" -depth -type d -name '*.framework' -print0 |
    while IFS= read -r -d '' framework; do
        codesign "${options[@]}" "$framework"
    done

codesign "${options[@]}" --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
