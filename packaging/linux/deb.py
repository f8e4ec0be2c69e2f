"""The package of the program for Debian and Ubuntu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.about import NAME, SUMMARY
from linux import nfpm
from linux.debian import documents, make_deb, scripts
from linux.depends import wanted_by
from linux.freeze import make_tree
from linux.share import fresh, in_menu, manual

if TYPE_CHECKING:
    from pathlib import Path

MORE = """\
It asks about legs, sleep and health, one page at a time. Then it shows the
advice that fits, says what may lie underneath and how soon to see someone,
and makes a summary to take to a doctor, nurse or pharmacist. It needs no
network and sends nothing anywhere.

It informs. It does not diagnose, names no dose, and never tells anyone to
start or stop a medicine."""

RECOMMENDS = ["cups", "speech-dispatcher", "speech-dispatcher-espeak-ng"]
"""Printing, and a voice."""


def make() -> list[Path]:
    """Make the package in dist/."""
    tree = make_tree()
    wanted = wanted_by(tree)
    folder = fresh("deb")
    placed = [*in_menu(), manual(), *documents(NAME, folder)]
    settings = nfpm.about(NAME, SUMMARY, MORE) | {
        "arch": "amd64",
        "section": "misc",
        "depends": wanted.depends,
        "recommends": [*wanted.recommends, *RECOMMENDS],
        "contents": [*nfpm.program(tree), *nfpm.contents(placed), nfpm.notices()],
        "scripts": scripts(NAME, folder),
    }
    return [make_deb(NAME, "amd64", settings)]
