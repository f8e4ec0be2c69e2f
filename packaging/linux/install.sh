#!/usr/bin/env bash
# Installs packages of the system, or says what is missed without them, and how to get them. Never fails.
# Usage: install.sh "WHAT IS MISSED, AND: TO GET IT" PACKAGE...
set -euo pipefail
missed=$1
shift

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "== apt-get install $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true  # a broken source may be one that is not needed
    said=$(apt-get install -y --no-install-recommends -qq "$@" 2>&1 </dev/null) || echo "$said" >&2
else
    echo "$missed: sudo apt-get install $*" >&2
fi
