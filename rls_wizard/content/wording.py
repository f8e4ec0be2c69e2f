"""Faults of files and blocks in the words of somebody who edits them and does not program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tomli
    from pydantic_core import ErrorDetails

_LONGEST = 600
"""Of a line that tells a fault: what a file holds may be as long as the file."""
_DAY = "a date like 2026-11-22 is expected, without quotation marks or time"
_BLOCK = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that this kind of block has",
    "tuple_type": "a list in [ ] is expected",
    "string_type": "a text in quotation marks is expected",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "has a letter or sign that an id cannot have",
    "bool_type": "true or false is expected, without quotation marks",
    "int_type": "a whole number is expected, without quotation marks",
    "date_type": _DAY,
    "date_from_datetime_inexact": _DAY,
    "date_from_datetime_parsing": _DAY,
    "model_type": "fields in { } are expected",
    "dict_type": "fields in { } are expected",
}
_TWICE = "a field stands twice in one block"
_FILE = {
    "Illegal character '\\n'": "a quotation mark is not closed",
    "Illegal character": "a sign that cannot be seen stands here",
    "Unterminated string": "a quotation mark is not closed",
    "Unescaped '\\'": "a backslash stands here: write it twice",
    "Invalid hex value": "a backslash stands here: write it twice",
    "Unclosed array": "a square bracket is not closed",
    "Unclosed inline table": "a curly bracket is not closed",
    "Invalid statement": "a line begins with what is neither a field nor a block",
    "Invalid initial character for a key part": "the name of a field is missing, or is none",
    "Expected newline or end of document": "something stands behind what the line ends with",
    "Expected ']": "the brackets around the name of a block are not closed",
    "Invalid value": "a value is not written right: straight quotation marks for a text, "
    "true or false in small letters",
    "Cannot declare": "a block stands here twice: write its name in two brackets, [[like_this]]",
    "Cannot overwrite a value": _TWICE,
    "Cannot mutate": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Expected '=' after a key": "an equals sign or a bracket is missing",
    "Invalid date": "a date is not in the calendar",
}


def file_fault(error: tomli.TOMLDecodeError) -> str:
    """Return what is wrong with a file that is not TOML, and where."""
    said = str(error)
    known = (words for start, words in _FILE.items() if said.startswith(start))
    place = said[said.rfind("(") :] if said.endswith(")") else ""
    return f"{next(known, said.removesuffix(place).strip())} {place}"


def block_fault(fault: ErrorDetails, block: object) -> str:
    """Return a fault as "item 'core.urge' options: what is wrong"."""
    where: list[str] = []
    for step in fault["loc"]:
        block = _inside(block, step)
        where.append(step if isinstance(step, str) else block_name(block, f"number {step + 1}"))
    said = fault["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    message = _BLOCK.get(fault["type"], said)
    return f"{' '.join(where)}: {message}" if where else message


def one_line(fault: str) -> str:
    """Return a fault as a line to read: its place at the front and what is wrong at the end."""
    line = "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in fault)
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]} ... {line[-half:]}"


def block_name(block: object, unnamed: str = "without an id") -> str:
    """Return what an editor calls a block: its id, or its name in a case."""
    if not isinstance(block, dict):
        return unnamed
    name = block.get("link_id") or block.get("id") or block.get("name")
    return repr(name) if isinstance(name, str) and name else unnamed


def _inside(block: object, step: int | str) -> object:
    if isinstance(block, dict):
        return block.get(step)
    if isinstance(block, list | tuple) and isinstance(step, int) and step < len(block):
        return block[step]
    return None
