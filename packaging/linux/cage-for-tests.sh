#!/usr/bin/env bash
# What shows the kiosk as in a waiting room, for `make kiosk-test`: cage on a screen that nobody sees.
# Quick and silent where it is there. Without it that part is left out, and says so.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0
there() { for name; do command -v "$name" >/dev/null || return 1; done; }
there cage Xwayland grim Xvfb xdotool setpriv && exit 0

packages="cage xwayland grim xvfb xdotool util-linux"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "== apt-get install $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true  # a broken source may be one that is not needed
    said=$(apt-get install -y --no-install-recommends -qq $packages 2>&1 </dev/null) || echo "$said" >&2
else
    echo "The kiosk is not tried under cage. To do so: sudo apt-get install $packages" >&2
fi
