#!/usr/bin/env bash
# What reading aloud takes from a Linux system. Quick and silent where it is there.
# Usage: voice.sh [library]. `library` stops at what Qt's part is linked to: the tests need no voice.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0

there=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p || true)
packages=()
[[ $there == *"libpulse.so.0 "* ]] || packages+=(libpulse0)
if [ "${1:-}" != library ]; then
    [[ $there == *"libspeechd.so.2 "* ]] || packages+=(libspeechd2)
    command -v speech-dispatcher >/dev/null || packages+=(speech-dispatcher speech-dispatcher-espeak-ng)
fi
[ ${#packages[@]} -gt 0 ] || exit 0
exec "${BASH_SOURCE%/*}/install.sh" "To read aloud" "${packages[@]}"
