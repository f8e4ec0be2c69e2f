"""The readers of what editors and translators write, and of a medicine's name that is typed."""

from __future__ import annotations

import re
import struct
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from rls_wizard import i18n
from rls_wizard.content.check import check
from rls_wizard.content.error import ContentError
from rls_wizard.content.folder import chosen_content
from rls_wizard.content.medicines import Finder
from tests.content.conftest import FILES
from tests.fuzz import world
from tests.fuzz.spoil import spoil_bytes, spoil_text
from tests.fuzz.target import Target, must, reason

if TYPE_CHECKING:
    from random import Random

_VALUE = re.compile(rb"(?m)= *(.+)$")
_ODD_VALUES = [
    b'""', b"[]", b"{}", b"true", b"-1", b"1e400", b"nan", b"2026-11-22", b"2026-11-22T00:00:00Z",
    b"07:32", b'["a", 1]', b'{ a = { b = "c" } }', b'"{country.urgent}"', b'"{x}"', b'"\\u0000"',
    b'"""a\nb"""', b"9" * 5_000, b"0x1F", b'"' + b"x" * 5_000 + b'"', b"[" * 2_000, b"''", b'" "',
    b'"\xe2\x80\xae"',
]  # fmt: skip
_MOST = 5
_PAGE = "Page {page} of {count}"
_PO = {
    "": "Content-Type: text/plain; charset=UTF-8\n",
    "Start": "Beginnen",
    _PAGE: "Seite {page} von {count}",
}


def targets() -> list[Target]:
    """Return these readers."""
    return [
        Target("content", _files, _spoil_content, _content, slowest=10, budget=40),
        Target("catalogue", _catalogues, _spoil_catalogue, _catalogue, budget=200),
        Target("medicine's name", _names, _spoil_name, _found, budget=100),
    ]


# Content: a line that names the file, and the file ------------------------------------------------


@cache
def _files() -> list[bytes]:
    return [f"{name}\n{text}".encode() for name, text in FILES.items()]


def _spoil_content(raw: bytes, dice: Random) -> bytes:
    name, text = raw.split(b"\n", 1)
    for _ in range(dice.choice([0, 1, 1, 2, 4])):
        values = list(_VALUE.finditer(text))
        if values:
            old, new = dice.choice(values), dice.choice(values)
            odd = dice.choice([*_ODD_VALUES, new.group(1)])
            text = text[: old.start(1)] + odd + text[old.end(1) :]
    if dice.random() < 0.4:
        text = spoil_bytes(text, dice, dice.choice(_files()))
    return name + b"\n" + text


def _content(raw: bytes) -> bool:
    """See that a spoiled file is told of in words, and that what is not refused can be used."""
    name, _, text = raw.partition(b"\n")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "content")
        for file, sound in FILES.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(sound, encoding="utf-8")
        if (file := name.decode(errors="replace")) in FILES:
            (root / file).write_bytes(text)
        faults = check(root, world.TODAY)
        for fault in faults:
            reason(fault.replace(str(root), ""))
        try:
            chosen_content(str(root), world.WORDS, world.TODAY)
        except ContentError as error:
            must(error.faults, "refused without a reason")
            for fault in error.faults:
                reason(fault.replace(str(root), ""))
            must(faults, f"check finds nothing, but it is refused: {error}")
            return False
    return True


# Catalogues --------------------------------------------------------------------------------------


@cache
def _catalogues() -> list[bytes]:
    return [_mo(_PO)]


def _mo(texts: dict[str, str]) -> bytes:
    """Return a compiled catalogue, as msgfmt writes it."""
    pairs = sorted((_utf8(source), _utf8(told)) for source, told in texts.items())
    at = 28 + 16 * len(pairs)
    tables, data = [b"", b""], b""
    for which in (0, 1):
        for pair in pairs:
            tables[which] += struct.pack("<II", len(pair[which]), at + len(data))
            data += pair[which] + b"\0"
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return head + tables[0] + tables[1] + data


def _utf8(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _spoil_catalogue(raw: bytes, dice: Random) -> bytes:
    if dice.random() < 0.3:
        return _mo({spoil_text(key, dice): spoil_text(text, dice) for key, text in _PO.items()})
    return spoil_bytes(raw, dice)


def _catalogue(raw: bytes) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "locale", "xx", "LC_MESSAGES", "messages.mo")
        file.parent.mkdir(parents=True)
        file.write_bytes(raw)
        with mock.patch.object(i18n, "resources", return_value=Path(folder)):
            words = i18n.load("xx")
    must(words("Start") and words.text("core.urge.text", "Start"), "no text")
    words(_PAGE).format(page=1, count=2)
    return not words.is_source


# Names of medicines ------------------------------------------------------------------------------


@cache
def _names() -> list[bytes]:
    known = world.content().medicines
    return [name.encode() for medicine in known.medicines[::5] for name in medicine.names]


@cache
def _finder() -> Finder:
    return Finder(world.content().medicines)


def _spoil_name(raw: bytes, dice: Random) -> bytes:
    text = raw.decode()
    for _ in range(dice.choice([1, 1, 2, 5])):
        text = spoil_text(text, dice)
    if dice.random() < 0.2:
        text = " ".join([text, *(one.decode() for one in dice.sample(_names(), 12))])
    return text[:2_000].encode(errors="surrogatepass")


def _found(raw: bytes) -> bool:
    known = {medicine.id for medicine in world.content().medicines.medicines}
    found = _finder().find(raw.decode(errors="replace"), "gb", most=_MOST)
    must(len(found) <= _MOST, "more than was asked for")
    must(all(set(one.codes) <= known for one in found), "a medicine that is not listed")
    return bool(found)
