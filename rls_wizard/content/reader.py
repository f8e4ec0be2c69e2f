"""Reads content files and their blocks, and gathers every fault in the editor's words."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from rls_wizard.i18n import Catalogue

Table = dict[str, Any]
BlockModel = TypeVar("BlockModel", bound=BaseModel)
LARGEST_FILE = 1_000_000

# Fields whose text a person reads, so that a translator sees them.
_TEXTS = {
    "answered_by", "answers", "causes_intro", "crisis", "driving", "emergency", "flags_denied",
    "flags_label", "flags_open", "grades", "help", "intro", "left_out", "left_out_unsure",
    "maternity", "name", "options", "overdue", "private_withheld", "provisional", "purpose",
    "self_reported", "short", "stage_intro", "text", "title", "unit", "unsure", "unsure_flag",
    "urgent", "why", "you_means",
}  # fmt: skip


class Reader:
    """Reads files and blocks, and gathers their faults instead of stopping at the first."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        """Take the content folder and the language."""
        self.faults: list[str] = []
        self._root = root
        self._catalogue = catalogue

    def tables(self, folder: str) -> Iterator[tuple[str, Table]]:
        """Yield the path and the content of every TOML file of a folder, in order of names."""
        place = self._root / folder
        if not place.is_dir():
            self.faults.append(f"{folder}: there is no such folder")
            return
        for file in sorted(place.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                yield f"{folder}/{file.name}", self._read(file, f"{folder}/{file.name}")

    def table(self, name: str) -> Table:
        """Return the content of one file, empty if it cannot be read."""
        file = self._root / name
        if not file.is_file():
            self.faults.append(f"{name}: there is no such file")
            return {}
        return self._read(file, name)

    def block(self, model: type[BlockModel], place: str, block: object) -> BlockModel | None:
        """Return one block as a model, or None and a fault that names it."""
        try:
            return model.model_validate(self._translated(block, place))
        except ValidationError as error:
            self.faults += [f"{place}: {_in_words(fault, block)}" for fault in error.errors()]
            return None

    def blocks(self, model: type[BlockModel], place: str, blocks: object) -> tuple[BlockModel, ...]:
        """Return the blocks of one table that can be used."""
        if not isinstance(blocks, list):
            self.faults.append(f"{place}: write this as [[...]] blocks")
            return ()
        named = ((f"{place} {block_name(block)}", block) for block in blocks)
        found = (self.block(model, where, block) for where, block in named)
        return tuple(block for block in found if block is not None)

    def _read(self, file: Path, name: str) -> Table:
        try:
            raw = file.read_bytes()
            if len(raw) > LARGEST_FILE:
                self.faults.append(f"{name}: the file has more than {LARGEST_FILE} bytes")
                return {}
            return tomllib.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            self.faults.append(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8")
        except tomllib.TOMLDecodeError as error:
            self.faults.append(f"{name}: {error}")
        except OSError as error:
            self.faults.append(f"{name}: cannot be read: {error.strerror}")
        except RecursionError:
            self.faults.append(f"{name}: the values are nested too deeply")
        return {}

    def _translated(self, value: object, context: str, *, is_text: bool = False) -> object:
        if isinstance(value, dict):
            own = value.get("link_id") or value.get("id") or context
            # Options from elsewhere were translated where they stand.
            done = {"options": value["options"]} if "options_from" in value else {}
            return {
                key: self._translated(inner, f"{own}.{key}", is_text=is_text or key in _TEXTS)
                for key, inner in value.items()
            } | done
        if isinstance(value, list):
            return [
                self._translated(v, f"{context}.{n}", is_text=is_text) for n, v in enumerate(value)
            ]
        if is_text and isinstance(value, str):
            return self._catalogue.text(context, value)
        return value


def block_name(block: object) -> str:
    """Return what an editor calls a block: its id, or its name in a case."""
    if not isinstance(block, dict):
        return "block"
    return repr(block.get("link_id") or block.get("id") or block.get("name") or "without an id")


def _in_words(fault: ErrorDetails, block: object) -> str:
    """Return a fault as "item 'core.urge' options: what is wrong"."""
    where: list[str] = []
    for step in fault["loc"]:
        block = _inside(block, step)
        named = isinstance(step, int) and isinstance(block, dict)
        where.append(block_name(block) if named else str(step))
    message = _PLAINER.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    return f"{' '.join(where)}: {message}" if where else message


def _inside(block: object, step: int | str) -> object:
    if isinstance(block, dict):
        return block.get(step)
    if isinstance(block, list | tuple) and isinstance(step, int) and step < len(block):
        return block[step]
    return None


_PLAINER = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that this kind of block has",
}
