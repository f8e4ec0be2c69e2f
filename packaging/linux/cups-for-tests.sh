#!/usr/bin/env bash
# A printing service for the tests, which start it by themselves, with folders of its own.
# Quick and silent where it is there. Without it these tests are skipped, and say so.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0
PATH=$PATH:/usr/sbin:/sbin
command -v cupsd >/dev/null && command -v lpadmin >/dev/null && exit 0

packages="cups-daemon cups-client"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "== apt-get install $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true  # a broken source may be one that is not needed
    said=$(apt-get install -y --no-install-recommends -qq $packages 2>&1 </dev/null) || echo "$said" >&2
else
    echo "Tests of printing are skipped. To run them: sudo apt-get install $packages" >&2
fi
