"""The application for macOS: what it says about itself, and what goes into it.

Nothing of this has run on a Mac yet. `tests/packaging/mac.py` checks what can be without one.
"""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import tomli
from installers.about import APP_ID, BUILD, PACKAGING, ROOT, TITLE, VERSION, maker
from installers.icons import write_icns
from installers.licences import TREES
from installers.notices import write_notices
from installers.run import run

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = PACKAGING / "macos"
SPEC = FOLDER / "rls-wizard.spec"
PLACE = BUILD / "macos"
APP = TREES["macos"]
ICON = PLACE / "rls-wizard.icns"
IDENTIFIER = APP_ID.replace("_", "-")
"""Apple takes letters, digits, dots and hyphens only."""
OLDEST = "14.0"
"""Qt's wheels of 6.11 start on 13, those of 6.12 on 14; for 13 Apple mends no holes any more."""
SHIPPED = tomli.loads((FOLDER / "shipped.toml").read_text(encoding="utf-8"))
_PLUGIN = re.compile(r"PySide6/Qt/plugins/(.+)\.dylib$")
_FRAMEWORK = re.compile(r"(?:^|/)(Qt\w*)\.framework/")
_MODULE = re.compile(r"PySide6/(Qt\w+)\.abi3\.so$")
_NUMBER = re.compile(r"\d+(\.\d+){0,2}")


def make_app() -> Path:
    """Make the application anew, unsigned; return it. A Mac makes it for its own processor."""
    only_on_a_mac("The application")
    PLACE.mkdir(parents=True, exist_ok=True)
    write_icns(ICON)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
        *("--distpath", PLACE, "--workpath", PLACE / "work", SPEC),
        # Not where the checkout is: it must find the installed program, with its resources.
        cwd=PLACE,
        more={"PYTHONPATH": str(PACKAGING)},
    )
    write_notices(APP)
    return APP


def only_on_a_mac(what: str) -> None:
    """End with what is needed, where this is no Mac."""
    if sys.platform != "darwin":
        sys.exit(
            f"{what} is made on a Mac with macOS {OLDEST} or newer, Python of python.org and the "
            "command line tools of Xcode: packaging/macos/README.md says how."
        )


def info() -> dict[str, object]:
    """Return what Info.plist says. It asks for nothing: no camera, microphone or place."""
    number = _NUMBER.match(VERSION)
    shown = number[0] if number else VERSION
    return {
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": shown,
        "CFBundleVersion": shown,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleAllowMixedLocalizations": True,
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        # Dark colours are the program's own.
        "NSRequiresAquaSystemAppearance": False,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSHumanReadableCopyright": f"Copyright {maker().name}. Apache License 2.0.",
    }


def wanted(name: str) -> bool:
    """Tell whether a file of this name, counted from Contents/Frameworks, goes along."""
    if plugin := _PLUGIN.search(name):
        return plugin[1] in SHIPPED["plugins"]
    if framework := _FRAMEWORK.search(name):
        return framework[1] in SHIPPED["qt"]
    if module := _MODULE.search(name):
        return module[1] in SHIPPED["modules"]
    path = PurePosixPath(name)
    if path.suffix in {".so", ".dylib"} or path.name == "Python":
        return name.startswith(tuple(SHIPPED["others"])) or "__mypyc." in path.name
    return "translations" not in path.parts and "reportlab/fonts" not in name


def start() -> Path:
    """Return what the program begins with: the same as on Linux."""
    return ROOT / "packaging" / "linux" / "start.py"
