"""Tells one state of the content from every other, so that a review can name what was reviewed."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from hashlib import sha256
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ABOUT = "about.toml"
_REVIEW = "clinical_review"
_GROUP = 8


def fingerprint(root: Path) -> str:
    """Return 64 digits, in groups so that they can be read aloud, over all files of a folder.

    Left out is what a review adds: it could else not name what was reviewed.
    """
    whole = sha256()
    for name, file in _files(root):
        raw = file.read_bytes().removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
        body = _without_review(raw) if name == _ABOUT else raw
        whole.update(f"{name}\n{sha256(body).hexdigest()}\n".encode())
    digits = whole.hexdigest()
    return " ".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield all that is content, by names that are the same on every system."""
    found = {file.relative_to(root): file for file in root.rglob("*.toml")}
    shown = {
        name.as_posix(): file
        for name, file in found.items()
        if not any(part.startswith(".") for part in name.parts)
    }
    yield from sorted(shown.items())


def _without_review(raw: bytes) -> bytes:
    table = tomli.loads(raw.decode())
    table.pop(_REVIEW, None)
    # A date is written as it is told apart from a text that looks like one.
    return json.dumps(table, default=repr).encode()
