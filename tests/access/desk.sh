#!/usr/bin/env bash
# Run a command at a desk of its own: a screen nobody sees, and a bus on which programs can be heard.
# Usage: desk.sh COMMAND...
set -euo pipefail
if [ "${1:-}" != inside ]; then
    exec dbus-run-session -- "$0" inside "$@"
fi
shift
number=$(mktemp)
# A portrait kiosk is not needed here: what is told does not depend on the size.
Xvfb -displayfd 9 -screen 0 1280x1024x24 -nolisten tcp 9>"$number" 2>/dev/null &
screen=$! manager=
/usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null &
bus=$!
trap 'kill $manager $screen $bus 2>/dev/null; rm -f "$number"' EXIT
until [ -s "$number" ]; do sleep 0.05; done
DISPLAY=:$(cat "$number")
export DISPLAY QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
jwm -f "$(dirname "$0")/jwmrc" &
manager=$!
"$@"
