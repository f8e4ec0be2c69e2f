"""What the supervisor says, on standard error: under systemd that is the journal."""

from __future__ import annotations

import sys


def say(*lines: str) -> None:
    """Say each line by itself. Never is anything in it about a person."""
    for line in lines:
        print(f"rls-wizard kiosk: {line}", file=sys.stderr, flush=True)  # noqa: T201
