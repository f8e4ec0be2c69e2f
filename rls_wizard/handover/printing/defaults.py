"""What the user has chosen for all printing: the printer, how it prints, and where CUPS listens.

The files are those of libcups, described in lpoptions(1) and client.conf(5). A CUPS on another
computer is not used: this program never uses a network.
"""

from __future__ import annotations

import os
import re
import shlex
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rls_wizard.handover.printing.ipp import Attribute, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_SYSTEM = Path("/etc/cups")
_ENUMS = {"finishings", "orientation-requested", "print-quality"}
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_OURS = (
    "copies", "page-ranges", "job-name", "job-hold-until", "printer-", "device-", "marker-",
    "auth-info",
)  # fmt: skip
"""Options that are chosen here, or say what a printer is."""
_LOCAL = re.compile(r"/.+|(localhost|127\.0\.0\.1)(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Defaults:
    """The printer that is meant unless another is named, and options by the name of a printer."""

    printer: str = ""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, name: str) -> list[Attribute]:
        """Return the options of a printer, as a job takes them."""
        chosen = self.options.get(name, {}).items()
        return [_attribute(*one) for one in chosen if not one[0].startswith(_OURS)]


def defaults(environment: Mapping[str, str]) -> Defaults:
    """Return what the user has chosen."""
    printer = ""
    options: dict[str, dict[str, str]] = {}
    # The user's own file counts more than the system's, and what is in the environment most.
    for folder in (_SYSTEM, _own_folder(environment)):
        for kind, name, chosen in _lines(folder / "lpoptions"):
            options[name] = chosen
            printer = name if kind == "default" else printer
    named = environment.get("LPDEST") or environment.get("PRINTER") or printer
    return Defaults(named.partition("/")[0], options)


def service(environment: Mapping[str, str]) -> str:
    """Return the socket of the printing service: a file, or "localhost:port"."""
    for named in (environment.get("CUPS_SERVER", ""), *_named(_own_folder(environment), _SYSTEM)):
        if _LOCAL.fullmatch(named):
            return named
    return next(filter(os.path.exists, _SOCKETS), _SOCKETS[0])


def _named(*folders: Path) -> Iterator[str]:
    for folder in folders:
        for line in _read(folder / "client.conf"):
            word, _, name = line.partition(" ")
            if word.lower() == "servername":
                yield name.strip()


def _own_folder(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME", "/")) / ".cups"


def _lines(file: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the kind of each line, its printer, and its options; a variant of a printer is none."""
    for line in _read(file):
        with suppress(ValueError):
            kind, name, *words = shlex.split(line)
            pairs = (word.partition("=") for word in words)
            yield kind.lower(), name, {option: value for option, _, value in pairs}


def _read(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _attribute(name: str, value: str) -> Attribute:
    if value.lower() in _BOOLEANS:
        return Attribute(name, Tag.BOOLEAN, [_BOOLEANS[value.lower()]])
    if value.isascii() and value.isdigit():
        return Attribute(name, Tag.ENUM if name in _ENUMS else Tag.INTEGER, [int(value)])
    return Attribute(name, Tag.KEYWORD, value.split(","))
