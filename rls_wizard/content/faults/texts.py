"""Every text that a person reads, and where an editor finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rls_wizard.content.reader import TEXTS
from rls_wizard.content.wording import block_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.reader import Reader, Table

_FOLDERS = ("countries", "questionnaire", "rules")
# Sources, the headings of paper, and the stage table in words are written for clinicians, who know
# their own words and look them up by these.
_FOR_CLINICIANS = {"stage"}
# Names are names, units stand as on the slip of the laboratory; meanings are for clinicians, too;
# a word that is explained may be hard.
_AS_IT_IS = {"forms", "meaning", "name", "unit", "who", "word"}


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text, with its file, block and field."""

    place: str
    text: str


def read_texts(reader: Reader) -> Iterator[ReadText]:
    """Yield all texts of a folder that people read, whether they are sick, well or a parent."""
    yield from texts_of(reader, "about.toml")
    for folder in _FOLDERS:
        for name, table in reader.tables(folder):
            yield from _texts(_for_people(table), name)


def texts_of(reader: Reader, name: str) -> Iterator[ReadText]:
    """Yield the texts of one file that people read."""
    yield from _texts(reader.table(name) or {}, name)


def _for_people(table: Table) -> Table:
    return {key: value for key, value in table.items() if key not in _FOR_CLINICIANS}


def _texts(
    value: object, block: str, field: str = "", *, is_text: bool = False
) -> Iterator[ReadText]:
    """Yield the texts inside a value; a block inside a block is named by its own id."""
    if isinstance(value, str):
        if is_text:
            yield ReadText(f"{block} {field}", value)
        return
    for key, inner in _inside(value):
        if key in _AS_IT_IS:
            continue
        own = _named(inner, block)
        path = "" if own != block else f"{field}.{key}".lstrip(".")
        yield from _texts(inner, own, path, is_text=is_text or key in TEXTS)


def _inside(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, dict):
        return value.items()
    return [(str(n), inner) for n, inner in enumerate(value, 1)] if isinstance(value, list) else ()


def _named(value: object, block: str) -> str:
    name = block_name(value, unnamed="")
    return f"{block.split(maxsplit=1)[0]} {name}" if name else block
