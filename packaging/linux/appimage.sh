#!/usr/bin/env bash
# Makes the AppImage of a release: fetches the runtime that appimage-runtime.sha256 pins, and puts the
# program behind it. Not for `make installers`: what that needs comes from registries of packages only.
# Usage: APPIMAGE_RUNTIME_URL=https://... packaging/linux/appimage.sh
# The address is that of `runtime-x86_64` in a release of AppImage/type2-runtime, with a date in it:
# "continuous" changes. RELEASE.md says how to look at its signature, and where the pin comes from.
set -euo pipefail
cd "${BASH_SOURCE%/*}/../.."
: "${APPIMAGE_RUNTIME_URL:?Say where the runtime is: APPIMAGE_RUNTIME_URL=https://...}"
pin=$PWD/packaging/linux/appimage-runtime.sha256
if grep -q '^0\{64\}' "$pin"; then
    echo "appimage-runtime.sha256 pins nothing yet: see packaging/RELEASE.md" >&2
    exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl --fail --location --silent --show-error --proto '=https' --output "$folder/runtime-x86_64" \
    "$APPIMAGE_RUNTIME_URL"
(cd "$folder" && sha256sum --check --quiet "$pin")
APPIMAGE_RUNTIME=$folder/runtime-x86_64 build/venv/bin/python packaging/build.py appimage
