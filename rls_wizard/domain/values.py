"""What an answer may be: from the plain values of an answer file to those of a response."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from rls_wizard.domain.response import Row, Value

LONGEST_TEXT = 2_000
MOST_LINES = 60
MOST_ROWS = 100
MOST_DECIMALS = 4
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
EARLIEST_YEAR = 1900
_LONGEST_SHOWN = 40
_MOST_SHOWN = 40


class AnswerError(ValueError):
    """An answer that cannot be: the message says what is wrong, in the user's words."""


def accept(item: Item, plain: object, today: date) -> Value:
    """Return the value of a plain JSON answer.

    Raises AnswerError with a message that starts with the link id.
    """
    try:
        return _accept(item, plain, today)
    except AnswerError as fault:
        raise AnswerError(f"{item.link_id}: {fault}") from None


def text_given(value: object) -> str:
    """Return an answer that is a text, a date or a code; empty if it is none of these."""
    return value if isinstance(value, str) and not isinstance(value, Absent) else ""


def plain(value: Value) -> object:
    """Return a value as it is written to an answer file."""
    if isinstance(value, Absent):
        return {"absent": value.value}
    if isinstance(value, tuple):
        return [_plain_row(v) if isinstance(v, Mapping) else v for v in value]
    return value


def _plain_row(row: Row) -> dict[str, Any]:
    return {link_id: plain(value) for link_id, value in row.items()}


def _accept(item: Item, plain: object, today: date) -> Value:
    if isinstance(plain, dict) and "absent" in plain:
        return _absent(item, plain)
    if item.repeats:
        return _several(item, plain, today)
    match item.type:
        case ItemType.CHOICE:
            return _code(item, plain)
        case ItemType.INTEGER | ItemType.DECIMAL:
            return _number(item, plain)
        case ItemType.TEXT:
            return _text(item, plain)
        case ItemType.DATE:
            return _date(plain, today)
        case ItemType.GROUP | ItemType.DISPLAY:
            raise AnswerError("this is a heading, not a question, and takes no answer")


def _absent(item: Item, plain: dict[str, Any]) -> Absent:
    reasons = [absent.value for absent in Absent]
    if set(plain) != {"absent"} or plain["absent"] not in reasons:
        raise AnswerError(f"'absent' is one of {', '.join(reasons)}, and stands alone")
    absent = Absent(plain["absent"])
    if absent is not Absent.UNKNOWN and not item.private:
        raise AnswerError(f"{absent.value!r} is only for private questions")
    return absent


def _several(item: Item, plain: object, today: date) -> Value:
    if not isinstance(plain, list):
        raise AnswerError(f"a list is expected here, not {_shown(plain)}")
    if len(plain) > MOST_ROWS:
        raise AnswerError(f"{len(plain)} entries are more than {MOST_ROWS}")
    if item.type is ItemType.GROUP:
        return tuple(_row(item, row, today) for row in plain)
    codes = tuple(_code(item, code) for code in plain)
    if len(set(codes)) < len(codes):
        raise AnswerError("an answer is given twice")
    alone = [code for code in codes if (option := item.option(code)) and option.exclusive]
    if alone and len(codes) > 1:
        raise AnswerError(f"{alone[0]!r} cannot stand beside other answers")
    if not codes:
        raise AnswerError("the list is empty; leave the question out instead")
    # In the order of the list, however they came: a code has later options at its end.
    listed = [option.code for option in item.own_options]
    return tuple(sorted(codes, key=listed.index)) if listed else codes


def _row(item: Item, plain: object, today: date) -> Row:
    if not isinstance(plain, dict):
        raise AnswerError(f"each entry is an object, not {_shown(plain)}")
    children = {child.link_id: child for child in item.items}
    unknown = set(plain) - set(children)
    if unknown:
        raise AnswerError(f"{_shown(min(unknown))} is no question of this list")
    row: dict[str, Any] = {
        link_id: accept(children[link_id], answer, today) for link_id, answer in plain.items()
    }
    return row


def _code(item: Item, plain: object) -> str:
    if not isinstance(plain, str):
        raise AnswerError(f"one of the offered answers is expected, not {_shown(plain)}")
    option = item.option(plain)
    if option is None or not option.offered:
        codes = [option.code for option in item.offered]
        more = ", ..." if len(codes) > _MOST_SHOWN else ""
        offered = ", ".join(codes[:_MOST_SHOWN]) + more
        raise AnswerError(f"{_shown(plain)} is not offered; choose from {offered}")
    return plain


def _number(item: Item, plain: object) -> int | float:
    whole = item.type is ItemType.INTEGER
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise AnswerError(f"a number is expected, not {_shown(plain)}")
    if isinstance(plain, float) and not math.isfinite(plain):
        raise AnswerError("this is not a number that can be counted with")
    if whole and plain != int(plain):
        raise AnswerError(f"a whole number is expected, not {plain}")
    if item.minimum is not None and plain < item.minimum:
        raise AnswerError(f"{_shown(plain)} is less than {item.minimum}")
    if item.maximum is not None and plain > item.maximum:
        raise AnswerError(f"{_shown(plain)} is more than {item.maximum}")
    if plain != round(plain, MOST_DECIMALS):
        raise AnswerError(f"{plain} has more than {MOST_DECIMALS} digits after the point")
    return int(plain) if whole else plain


def _text(item: Item, plain: object) -> str:
    if not isinstance(plain, str):
        raise AnswerError(f"text in quotation marks is expected, not {_shown(plain)}")
    longest = item.maximum or LONGEST_TEXT
    if len(plain) > longest:
        raise AnswerError(f"the text has {len(plain)} characters; {longest} is the most")
    if len(plain.splitlines()) > MOST_LINES:
        raise AnswerError(f"the text has more than {MOST_LINES} lines")
    if any("\ud800" <= character <= "\udfff" for character in plain):
        raise AnswerError("the text has half a character in it")
    if not plain.strip():
        raise AnswerError("the text is empty; leave the question out instead")
    return plain


def _date(plain: object, today: date) -> str:
    found = _DATE.fullmatch(plain) if isinstance(plain, str) else None
    if found is None:
        raise AnswerError(
            f"a date like '2026', '2026-11' or '2026-11-22' is expected, not {_shown(plain)}"
        )
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        day_meant = date(year, month, day)
    except ValueError:
        raise AnswerError(f"{plain} is not in the calendar") from None
    if year < EARLIEST_YEAR:
        raise AnswerError(f"{plain} is too long ago")
    if day_meant > today:
        raise AnswerError(f"{plain} is in the future")
    return str(plain)


def _shown(plain: object) -> str:
    """Return what was found as JSON has it, short enough for one line."""
    if isinstance(plain, list | dict):
        return "a list" if isinstance(plain, list) else "an object"
    names = {None: "null", True: "true", False: "false"}
    written = repr if isinstance(plain, str) else str  # TOML knows dates, too
    shown = names[plain] if plain is None or isinstance(plain, bool) else written(plain)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 3]}..."
