"""The software that the program is built on and did not make: what for, and what if it fails."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from typing import TYPE_CHECKING

import tomli

from rls_wizard.domain.model import Model, Text
from rls_wizard.ui.components import licence_of
from safety.guards import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILE = ROOT / "packaging" / "safety" / "soup.toml"
LOCK = ROOT / "packaging" / "requirements-speech.lock"
_LOCKED = re.compile(r"(?m)^([a-z0-9-]+)==(\S+)")


class Package(Model):
    """One package of the lock, as the makers looked at it."""

    name: str
    purpose: Text
    failure: Text
    """What happens if it fails."""
    hazards: tuple[str, ...]
    known: Text
    """Known problems that were looked at."""

    @property
    def licence(self) -> str:
        """What the package itself states."""
        return licence_of(distribution(self.name))


def packages(file: Path = FILE) -> tuple[Package, ...]:
    """Return the entries of the list."""
    blocks = tomli.loads(file.read_text(encoding="utf-8"))["package"]
    return tuple(Package.model_validate(block) for block in blocks)


def locked(file: Path = LOCK) -> dict[str, str]:
    """Return the version of each package that is shipped."""
    return dict(_LOCKED.findall(file.read_text(encoding="utf-8")))


def gaps(listed: tuple[Package, ...], versions: dict[str, str], hazards: set[str]) -> list[str]:
    """Return packages without an entry, entries without a package, and hazards that are none."""
    names = [package.name for package in listed]
    return [
        *(f"{name}: in the lock, not in soup.toml" for name in versions if name not in names),
        *(f"{name}: in soup.toml, not in the lock" for name in names if name not in versions),
        *(
            f"{package.name} names the hazard {name}, which is not there"
            for package in listed
            for name in package.hazards
            if name not in hazards
        ),
    ]
