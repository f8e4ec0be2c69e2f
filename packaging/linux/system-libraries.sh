#!/usr/bin/env bash
# What the Qt wheels take from a Linux system, and what `python -m venv` needs on Debian.
# Usage: system-libraries.sh PYTHON. Quick and silent where nothing is missing.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0

# What `ldd` misses on a bare Debian for Qt's widgets and its platforms xcb and offscreen, with the
# package of each; libraries that these packages depend on are left out.
needed="
libEGL.so.1            libegl1
libGL.so.1             libgl1
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libglib-2.0.so.0       libglib2.0-0
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
libxkbcommon-x11.so.0  libxkbcommon-x11-0
"

there=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p || true)
libraries=() packages=()
while read -r library package; do
    if [[ -n $library && $there != *"$library "* ]]; then
        libraries+=("$library") packages+=("$package")
    fi
done <<<"$needed"

# Debian keeps the part of Python that puts pip into a new environment in a package of its own.
if ! "$1" -c "import ensurepip" 2>/dev/null; then
    libraries+=("Python's ensurepip")
    packages+=("$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
fi

[ ${#packages[@]} -gt 0 ] || exit 0

install="apt-get install -y --no-install-recommends ${packages[*]}"
if ! command -v apt-get >/dev/null; then
    # Not for this script to install, nor to know whether another loader finds them: go on.
    echo "This system seems to lack: ${libraries[*]}" >&2
elif [ "$(id -u)" != 0 ]; then
    echo "This system lacks ${#packages[@]} packages. Install them, then repeat: sudo $install" >&2
    exit 1
else
    echo "== $install"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true  # a broken source may be one that is not needed
    said=$($install -qq 2>&1 </dev/null) || { echo "$said" >&2; exit 1; }
fi
