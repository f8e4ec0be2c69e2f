#!/usr/bin/env bash
# What makes and tries the installers, for `make installers` and `make installers-test`.
# Quick and silent where it is there.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0
there() { for name; do command -v "$name" >/dev/null || return 1; done; }
there dpkg-shlibdeps lintian rpm mksquashfs makensis wixl msiinfo x86_64-w64-mingw32-gcc debootstrap \
    desktop-file-validate appstreamcli qemu-system-x86_64 mkfs.ext4 Xvfb 7z osslsigncode strip \
    patchelf shellcheck plistutil minisign && [ -x /usr/lib/wine/wine64 ] && exit 0

exec "${BASH_SOURCE%/*}/install.sh" "Installers cannot be made and tried. To do so" \
    binutils dpkg-dev lintian rpm squashfs-tools nsis wixl msitools gcc-mingw-w64-x86-64 debootstrap \
    desktop-file-utils appstream qemu-system-x86 e2fsprogs xvfb xauth p7zip-full osslsigncode \
    patchelf shellcheck libplist-utils minisign wine64
