"""Spoils bytes and texts as disks, mail programs, editors and pranksters do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

ODD_BYTES = [
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\r\n", b"\n",
    b"\\", b'"', b"\xe2\x80\xae", b"\xf0\x9f\xa6\x80", b"\x1b[31m", b"-", b"9" * 30, b"9" * 5_000,
    b"%s",
]  # fmt: skip
ODD_TEXTS = [
    "", " ", "\0", "\ufeff", "\u202eabc", "\ud800", "\uffff", "\U0001f469\u200d\U0001f467", "a\nb",
    "\u2028", "\x85", "e\u0301" * 40, "x" * 90, "x" * 3_000, "{0}", "{country.urgent}", "%s",
    "<b>&", "yes", "no", "NaN", "null", "../../etc/passwd", "\u0663", "\xb2", "\x1b[31m",
    "2026-02-30", "0000",
]  # fmt: skip
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
_NUMBERS = [
    b"0",
    b"-1",
    b"1e999",
    b"1e308",
    b"4294967295",
    b"-0.0",
    b"9" * 20,
    b"0.1",
    b"65536",
    b"00",
]
_ENCODINGS = ["utf-16", "utf-16-be", "utf-32", "latin-1", "utf-7", "cp037"]


def spoil_bytes(raw: bytes, dice: Random, other: bytes = b"") -> bytes:
    """Return bytes that were damaged in a few places; `other` is what may be spliced in."""
    for _ in range(dice.choice([1, 1, 1, 2, 3, 8, 40])):
        raw = dice.choice(_WAYS)(raw, dice, other or raw)
    return raw


def spoil_text(text: str, dice: Random) -> str:
    """Return a text with something odd in it, or another."""
    if dice.random() < 0.4:
        return dice.choice(ODD_TEXTS)
    at, odd = dice.randint(0, len(text)), dice.choice(ODD_TEXTS)
    return text[:at] + odd + text[at + dice.choice([0, 0, 1, 5]) :]


def _flip(raw: bytes, dice: Random, _: bytes) -> bytes:
    if not raw:
        return raw
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]


def _put(raw: bytes, dice: Random, _: bytes) -> bytes:
    at = dice.randint(0, len(raw))
    odd = dice.choice([*ODD_BYTES, dice.randbytes(dice.randint(1, 8))])
    return raw[:at] + odd + raw[at + dice.choice([0, 0, 1, len(odd)]) :]


def _cut(raw: bytes, dice: Random, _: bytes) -> bytes:
    at = dice.randint(0, len(raw))
    return raw[:at] + raw[at + dice.choice([1, 2, 16, 200, len(raw)]) :]


def _repeat(raw: bytes, dice: Random, _: bytes) -> bytes:
    start, length = dice.randint(0, len(raw)), dice.choice([1, 4, 30, 300])
    part = raw[start : start + length]
    return raw[:start] + part * dice.choice([2, 3, 20]) + raw[start + length :]


def _splice(raw: bytes, dice: Random, other: bytes) -> bytes:
    return raw[: dice.randint(0, len(raw))] + other[dice.randint(0, len(other)) :]


def _number(raw: bytes, dice: Random, _: bytes) -> bytes:
    found = list(_NUMBER.finditer(raw, 0, 200_000))
    if not found:
        return raw
    one = dice.choice(found)
    return raw[: one.start()] + dice.choice(_NUMBERS) + raw[one.end() :]


def _line(raw: bytes, dice: Random, _: bytes) -> bytes:
    lines = raw.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(3):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _encode(raw: bytes, dice: Random, _: bytes) -> bytes:
    if dice.random() < 0.9:
        return raw
    return raw.decode(errors="replace").encode(dice.choice(_ENCODINGS), errors="replace")


_WAYS = [_flip, _flip, _put, _put, _cut, _repeat, _splice, _number, _number, _line, _encode]
