"""What somebody has to press and to write to give an answer, by the names of the controls."""

from collections.abc import Iterator
from typing import Any

from rls_wizard.domain.item import Appearance, Item, ItemType

Step = tuple[str, str | None]
"""A control to press, or a field and what to write in it."""


def steps(item: Item, answers: dict[str, Any], suffix: str = "") -> Iterator[Step]:
    """Yield what gives the answer to a question; nothing if there is none."""
    name, value = item.link_id + suffix, answers.get(item.link_id)
    if item.appearance is Appearance.TICKS:
        yield from _ticks(item, answers)
    elif value is None:
        return
    elif item.type is ItemType.GROUP:
        yield from _rows(item, value)
    elif str(value).startswith("asked-"):
        yield f"{name}.{value}", None
    elif item.type is ItemType.DATE:
        yield from _month(item, name, answers)
    elif _is_typed(item):
        yield f"{name}.value", str(value)
    else:
        yield from ((f"{name}.{code}", None) for code in _codes(value))


def _is_typed(item: Item) -> bool:
    tiles = item.appearance in {Appearance.SCALE, Appearance.HOUR}
    return item.type in {ItemType.TEXT, ItemType.DECIMAL, ItemType.INTEGER} and not tiles


def _codes(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _ticks(group: Item, answers: dict[str, Any]) -> Iterator[Step]:
    ticked = [child.link_id for child in group.items if answers.get(child.link_id) == "yes"]
    yield from ((f"{link_id}.yes", None) for link_id in ticked)
    if not ticked:
        yield f"{group.link_id}.none", None


def _rows(group: Item, rows: list[dict[str, Any]]) -> Iterator[Step]:
    for number, row in enumerate(rows):
        yield f"{group.link_id}.add", None
        for child in group.items:
            yield from steps(child, row, f".{number}")
        yield f"{group.link_id}.{number}.done", None


def _month(item: Item, name: str, answers: dict[str, Any]) -> Iterator[Step]:
    year, *month = answers[item.link_id].split("-")
    yield from ((f"{name}.month.{int(number)}", None) for number in month)
    yield f"{name}.value", year
    if item.about and item.about.link_id in answers:
        yield f"{item.about.link_id}.yes", None
