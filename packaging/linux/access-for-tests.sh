#!/usr/bin/env bash
# A screen nobody sees, and the bus on which screen readers listen, for the tests that use both.
# Quick and silent where they are there. Without them these tests are skipped, and say so.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0
listens() { /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null; }
there() { for name; do command -v "$name" >/dev/null || return 1; done; }
there Xvfb xrandr dbus-run-session jwm && [ -x /usr/libexec/at-spi-bus-launcher ] && listens && exit 0

exec "${BASH_SOURCE%/*}/install.sh" "Tests with a screen reader are skipped. To run them" \
    xvfb x11-xserver-utils jwm dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0
