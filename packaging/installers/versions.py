"""Versions of what is shipped, read from the libraries and packages themselves."""

from __future__ import annotations

import ctypes
import json
import re
import shutil
import subprocess
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from platform import python_version
from struct import unpack_from
from typing import TYPE_CHECKING

from installers.about import ROOT, VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from installers.licences import Component

_SONAME = re.compile(r"\.so\.(\d+(?:\.\d+)+)$")
_OPENSSL = re.compile(rb"OpenSSL (\d+\.\d+\.\d+)[a-z-]* +\d+ \w{3} \d{4}")
_PLACE_OF_REVISION = 4
"""Of the number in a font's table `head`, after that of the table."""


def version_of(component: Component, files: Sequence[Path] = ()) -> str:
    """Return the version of a component, of which these are the files; empty if none is known."""
    reader, _, about = component.version.partition(":")
    if reader:
        return READERS[reader](about, files)
    with suppress(PackageNotFoundError):
        return version(component.package) if component.package else ""
    return ""


def _program(_about: str, _files: Sequence[Path]) -> str:
    return VERSION


def _qt(_about: str, _files: Sequence[Path]) -> str:
    from PySide6.QtCore import qVersion  # noqa: PLC0415

    return qVersion()


def _icu(_about: str, files: Sequence[Path]) -> str:
    """Ask the library; where it is not there, as on Windows and before packing, say nothing."""
    library = next((file for file in files if "libicuuc" in file.name), None)
    if library is None:
        return ""
    major = library.name.partition(".so.")[2]
    # It is linked to its data, which lies beside it.
    ctypes.CDLL(str(library.with_name(f"libicudata.so.{major}")), mode=ctypes.RTLD_GLOBAL)
    numbers = (ctypes.c_uint8 * 4)()
    getattr(ctypes.CDLL(str(library)), f"u_getVersion_{major}")(numbers)
    return ".".join(str(number) for number in numbers[:2])


def _openssl(_about: str, files: Sequence[Path]) -> str:
    found = (_OPENSSL.search(file.read_bytes()) for file in files if "crypto" in file.name)
    return next((match[1].decode() for match in found if match), "")


def _python(_about: str, files: Sequence[Path]) -> str:
    """Return that of the DLL, where there is one: Windows has a Python of its own."""
    return _windows_file("", [file for file in files if file.suffix == ".dll"]) or python_version()


def _pdfium(_about: str, _files: Sequence[Path]) -> str:
    place = distribution("pypdfium2").locate_file("pypdfium2_raw/version.json")
    said = json.loads(Path(str(place)).read_text(encoding="utf-8"))
    return ".".join(str(said[part]) for part in ("major", "minor", "build", "patch"))


def _pillow(about: str, _files: Sequence[Path]) -> str:
    """Return what Pillow's own list of its libraries says of the one of this name."""
    bundled = next(c for c in bundled_in("pillow", "sboms/pillow-") if c["name"] == about)
    return str(bundled["version"])


def _soname(_about: str, files: Sequence[Path]) -> str:
    found = (_SONAME.search(file.name) for file in files)
    return next((match[1] for match in found if match), "")


def _system(_about: str, files: Sequence[Path]) -> str:
    """Return the version of the package of Debian that a library is of, or of Windows' file."""
    if read := _windows_file("", files):
        return read
    if not files or not shutil.which("dpkg-query"):
        return ""
    owner = _dpkg("--search", f"*/{files[0].name}").partition(":")[0]
    return _dpkg("--show", "--showformat=${source:Upstream-Version}", owner) if owner else ""


def _dpkg(*words: str) -> str:
    command = ["dpkg-query", *words]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def _windows_file(_about: str, files: Sequence[Path]) -> str:
    """Return the product version in the properties of the first file that has one."""
    key = "ProductVersion\0".encode("utf-16-le")
    for file in files:
        data = file.read_bytes()
        if data.startswith(b"MZ") and key in data:
            after = data[data.index(key) + len(key) :][:80].decode("utf-16-le", "ignore")
            return after.lstrip("\0").partition("\0")[0].strip()
    return ""


def _font(about: str, _files: Sequence[Path]) -> str:
    data = (ROOT / "resources" / "fonts" / about).read_bytes()
    tables = {data[at : at + 4]: unpack_from(">I", data, at + 8)[0] for at in _table_places(data)}
    whole, part = unpack_from(">hH", data, tables[b"head"] + _PLACE_OF_REVISION)
    return f"{whole + part / 65536:.3f}".rstrip("0").removesuffix(".")


def _table_places(data: bytes) -> range:
    count = unpack_from(">H", data, 4)[0]
    return range(12, 12 + 16 * count, 16)


def bundled_in(package: str, start: str) -> list[dict]:
    """Return the components in the list, of CycloneDX, that a package brings in its particulars."""
    files = distribution(package).files or ()
    file = next(f for f in files if f"dist-info/{start}" in f.as_posix() and f.suffix == ".json")
    place = Path(str(distribution(package).locate_file(file)))
    return json.loads(place.read_text(encoding="utf-8"))["components"]


READERS = {
    "program": _program,
    "qt": _qt,
    "icu": _icu,
    "openssl": _openssl,
    "python": _python,
    "pdfium": _pdfium,
    "pillow": _pillow,
    "soname": _soname,
    "system": _system,
    "windows_file": _windows_file,
    "font": _font,
}
