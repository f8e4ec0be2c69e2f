"""Reads `kiosk.toml`, and says what is wrong with it in the words of who looks after the kiosk."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from rls_wizard.content.reader import FileError, read_toml
from rls_wizard.content.wording import block_fault
from rls_wizard.kiosk.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "kiosk.toml"
_LARGEST = 100_000


class SiteError(Exception):
    """Settings that cannot be used: one line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        """Take every fault found."""
        self.faults = faults
        super().__init__("\n".join(faults))


def system_place(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where a system's configuration management puts the file."""
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA", r"C:\ProgramData")) / "rls-wizard" / NAME
    if platform == "darwin":
        return Path("/Library/Application Support/rls-wizard") / NAME
    return Path("/etc/rls-wizard") / NAME


def read_site(file: Path) -> Site:
    """Return the settings. Raises SiteError with every fault that keeps them from being used."""
    try:
        plain = read_toml(file, _LARGEST)
    except FileError as error:
        raise SiteError([f"{file}: {error}"]) from error
    try:
        return Site.model_validate(plain)
    except ValidationError as error:
        faults = [f"{file}: {block_fault(fault, plain)}" for fault in error.errors()]
        raise SiteError(faults) from error
