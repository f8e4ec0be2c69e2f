"""Names, version, maker and time, each from its one place."""

from __future__ import annotations

import subprocess
from functools import cache
from os import environ
from pathlib import Path
from typing import NamedTuple

import tomli

from rls_wizard import APP_ID
from rls_wizard import __version__ as VERSION  # noqa: N812

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build" / "installers"
"""Where things are made; may be removed at any time."""
DIST = ROOT / "dist"
"""What is handed out, and nothing else."""
NAME = "rls-wizard"
TITLE = "Restless legs wizard"
"""As people see it in menus."""
SUMMARY = "History, advice that fits and a summary, for people with restless legs"
__all__ = ["APP_ID", "BUILD", "DIST", "NAME", "PACKAGING", "ROOT", "SUMMARY", "TITLE", "VERSION"]


class Maker(NamedTuple):
    """Who makes the program."""

    name: str
    contact: str
    home: str
    source: str
    """Where the source of the program, and of Qt as it is shipped, can be had."""
    signed_by: str
    """The public key that the hashes are signed for."""


@cache
def maker() -> Maker:
    """Return what packaging/maker.toml says."""
    return Maker(**tomli.loads((PACKAGING / "maker.toml").read_text(encoding="utf-8")))


@cache
def epoch() -> int:
    """Return the time that is put on everything made: of the commit, so that two builds are equal.

    Seconds since 1970. SOURCE_DATE_EPOCH goes first: a source that is no checkout has no commit.
    """
    if said := environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
