"""The command `rls-wizard kiosk`."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from rls_wizard.supervisor.say import say

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run the kiosk, or one of its tools; return the exit code."""
    parser = argparse.ArgumentParser(prog="rls-wizard kiosk", description="The kiosk of a clinic.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="another kiosk.toml")
    parser.add_argument("--check", action="store_true", help="test this kiosk, step by step")
    parser.add_argument("--set-pin", action="store_true", help="make the hash of a PIN for staff")
    parser.add_argument("-o", "--output", metavar="OUT.pdf", help="where --check saves its sheet")
    given = parser.parse_args(arguments)
    if given.set_pin:
        return _set_pin()
    from functools import partial

    from rls_wizard.supervisor.loop import Supervisor
    from rls_wizard.supervisor.site_file import read_site, system_place

    if given.check:
        return _check(given.settings or system_place(), given.output)
    return Supervisor(partial(read_site, given.settings or system_place())).run()


def _check(file: Path, output: str | None) -> int:
    """Have a window lead staff through all that makes a good kiosk; return 1 if anything fails."""
    import subprocess

    from rls_wizard.handover.child import check_command
    from rls_wizard.kiosk.talk import Begin, pack_begin
    from rls_wizard.supervisor.site_file import SiteError, read_site

    try:
        begin = Begin(read_site(file))
    except SiteError as error:
        begin = Begin(None, faults=tuple(error.faults))
    for fault in begin.faults:
        say(fault)
    return subprocess.run(check_command(output), input=pack_begin(begin), check=False).returncode


def _set_pin() -> int:
    from rls_wizard.kiosk.pin import hash_of

    # Where nobody sits, as in a script, the PIN comes in a line.
    ask = getpass if sys.stdin.isatty() else _read
    first = ask("A PIN for staff, 6 digits or more: ")
    if sys.stdin.isatty() and ask("Once more: ") != first:
        say("These are two different PINs.")
        return 2
    try:
        line = hash_of(first)
    except ValueError as error:
        say(str(error))
        return 2
    print(f'pin_hash = "{line}"')  # noqa: T201
    return 0


def _read(_prompt: str) -> str:
    return sys.stdin.readline().strip()
