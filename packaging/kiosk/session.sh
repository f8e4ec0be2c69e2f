#!/bin/sh
# Starts a program under cage, and ends as it did: cage itself ends with 0 however that was, and systemd
# is to know whether staff have left the kiosk.
set -u
code="$XDG_RUNTIME_DIR/code"
rm -f "$code"
# -d: no decoration. Without -s, no key leads to another console.
cage -d -- /bin/sh -c '"$@"; echo $? > "$0"' "$code" "$@"
# Without it cage ended first.
[ -f "$code" ] || exit 1
read -r ended < "$code"
exit "$ended"
