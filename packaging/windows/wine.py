"""A Windows to run what is made for it: wine, in a folder of its own.

It compiles byte code with the very Python that is packed, and the tests install into it. What
Debian's wine lacks, small libraries in winetest/ pretend; these lie in its folder and are never
packed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from installers.run import run

if TYPE_CHECKING:
    from collections.abc import Mapping

WINE, SERVER = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64"
LACKS = {"bcryptprimitives": "-ladvapi32", "icuuc": "", "mscms": "", "winrterr": ""}
"""Libraries that are pretended, and what each is linked with."""
_RT_ERROR = "api-ms-win-core-winrt-error-l1-1-1"
_COMPILER = "x86_64-w64-mingw32-gcc"
_SECONDS = 300


class Wine:
    """A Windows in a folder."""

    def __init__(self, prefix: Path) -> None:
        """Take the folder; `create` makes it."""
        self.prefix = prefix
        self.drive = prefix / "drive_c"

    def create(self) -> None:
        """Make it anew: a computer on which nothing was ever installed."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        self.run("wineboot", "--init")
        system = self.drive / "windows" / "system32"
        for name, linked in LACKS.items():
            source = Path(__file__).parent / "winetest" / f"{name}.c"
            file = system / f"{_RT_ERROR if name == 'winrterr' else name}.dll"
            file.unlink(missing_ok=True)
            run(_COMPILER, "-shared", "-O1", "-s", "-o", file, source, *filter(None, [linked]))
        # Qt asks for Windows 10, and gets the native dialogs of that.
        self.run("winecfg", "-v", "win10")

    def run(
        self, *command: str | Path, more: Mapping[str, str] | None = None, data: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program of Windows to its end; return how it ended and what it printed.

        `more` is added to its environment, `data` is what it reads.
        """
        words = [WINE, *map(str, command)]
        # Through pipes: Python for Windows cannot use a file of Linux as its output.
        return subprocess.run(
            words,
            check=False,
            env=self.environment() | dict(more or {}),
            timeout=_SECONDS,
            capture_output=True,
            **({"stdin": subprocess.DEVNULL} if data is None else {"input": data}),
        )

    def environment(self) -> dict[str, str]:
        """Return the environment of its programs; wine hands on no variable of Qt by its name."""
        return {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            # No mono or browser to be fetched, no questions about the processor, which end in
            # a part that is missing; no window about a crash, which would wait for somebody.
            "WINEDLLOVERRIDES": "mscoree,mshtml,wbemprox,winedbg.exe=;mscms=n,b",
            # The style of Windows 11 asks for parts that wine does not have, and aborts.
            "WINEQT_STYLE_OVERRIDE": "fusion",
        }

    def end(self) -> None:
        """End all that runs in it."""
        subprocess.run([SERVER, "-k"], check=False, env=self.environment())

    def path(self, file: Path) -> PureWindowsPath:
        """Return how its programs call a file of Linux."""
        try:
            return PureWindowsPath("C:/") / file.relative_to(self.drive)
        except ValueError:
            return PureWindowsPath(f"Z:{file}")
