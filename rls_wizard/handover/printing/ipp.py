"""IPP messages as bytes: the part of RFC 8010 that printing on this computer needs."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from enum import IntEnum
from struct import Struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_VERSION = 0x0200
_HEAD = Struct(">HHI")
_LENGTH = Struct(">H")
_INTEGER = Struct(">i")
_RANGE = Struct(">ii")
_FIRST_VALUE = 0x10
"""Tags below it begin a group of attributes, or end the message."""
_TEXTS = range(0x40, 0x60)

Value = str | int | bool | tuple[int, int] | bytes


class Tag(IntEnum):
    """What follows in a message: a group, or a value of a kind."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RANGE = 0x33
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    FORMAT = 0x49


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name and its values, which are all of one kind."""

    name: str
    tag: Tag
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Group:
    """Attributes of one thing, by name."""

    tag: int
    values: dict[str, list[Value]] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """Return the first value of an attribute if it is a number, else 0."""
        return next((v for v in self.values.get(name, ()) if isinstance(v, int)), 0)

    def texts(self, name: str) -> list[str]:
        """Return the values of an attribute that are words."""
        return [value for value in self.values.get(name, ()) if isinstance(value, str)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, and groups of attributes."""

    status: int
    groups: tuple[Group, ...]

    def of(self, tag: Tag) -> list[Group]:
        """Return the groups of one kind."""
        return [group for group in self.groups if group.tag == tag]


class IppError(Exception):
    """Bytes that are no IPP message."""


def request(operation: int, groups: Iterable[tuple[Tag, Iterable[Attribute]]]) -> bytes:
    """Return a message that asks for an operation; a document may follow it."""
    parts = [_HEAD.pack(_VERSION, operation, 1)]
    for tag, attributes in groups:
        parts.append(bytes([tag]))
        parts += (_attribute(attribute) for attribute in attributes)
    return b"".join([*parts, bytes([Tag.END])])


def _attribute(attribute: Attribute) -> bytes:
    # Of several values only the first bears the name.
    names = [attribute.name, *[""] * (len(attribute.values) - 1)]
    return b"".join(
        bytes([attribute.tag]) + _counted(name.encode()) + _counted(_packed(value))
        for name, value in zip(names, attribute.values, strict=True)
    )


def _counted(data: bytes) -> bytes:
    return _LENGTH.pack(len(data)) + data


def _packed(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return _INTEGER.pack(value)
        case tuple():
            return _RANGE.pack(*value)
        case str():
            return value.encode()
        case _:
            return value


def answer(data: bytes) -> Answer:
    """Return what a message says. Raises IppError."""
    try:
        _, status, _ = _HEAD.unpack_from(data)
        return Answer(status, tuple(_groups(data)))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError("this is no answer of a printing service") from error


def _groups(data: bytes) -> list[Group]:
    groups: list[Group] = []
    at, name = _HEAD.size, ""
    while (tag := data[at]) != Tag.END:
        at += 1
        if tag < _FIRST_VALUE:
            groups.append(Group(tag))
            continue
        said, at = _take(data, at)
        raw, at = _take(data, at)
        name = said.decode() or name
        groups[-1].values.setdefault(name, []).append(_unpacked(tag, raw))
    return groups


def _take(data: bytes, at: int) -> tuple[bytes, int]:
    (length,) = _LENGTH.unpack_from(data, at)
    start = at + _LENGTH.size
    if start + length > len(data):
        raise IndexError(length)
    return data[start : start + length], start + length


def _unpacked(tag: int, raw: bytes) -> Value:
    if tag in {Tag.INTEGER, Tag.ENUM}:
        return int(_INTEGER.unpack(raw)[0])
    if tag == Tag.BOOLEAN:
        return raw != b"\0"
    return raw.decode() if tag in _TEXTS else raw
