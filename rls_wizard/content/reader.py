"""Reads content files and their blocks, and gathers every fault in the editor's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from rls_wizard.content.wording import block_fault, block_name, file_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rls_wizard.i18n import Catalogue

Table = dict[str, Any]
BlockModel = TypeVar("BlockModel", bound=BaseModel)
LARGEST_FILE = 1_000_000

# Fields whose text a person reads, so that a translator sees them.
TEXTS = {
    "answered_by", "answers", "avoid", "causes_intro", "crisis", "dates", "driving", "emergency",
    "first_yes", "flags_changed", "flags_denied", "flags_label", "flags_open", "flags_others",
    "general", "grades", "help", "high", "intro", "left_out", "left_out_more", "left_out_unsure",
    "library_intro", "low", "maternity", "more", "name", "names", "options", "overdue", "owner",
    "poisons", "private_withheld", "provisional", "purpose", "reviewed_by", "row", "self_reported",
    "short", "stage_intro", "step", "text", "timeline", "title", "unit", "units", "unseen",
    "unsure", "unsure_flag", "urgent", "why", "wrong", "you_means",
}  # fmt: skip


class Reader:
    """Reads files and blocks, and gathers their faults instead of stopping at the first."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        """Take the content folder and the language."""
        self.faults: list[str] = []
        self.places: dict[str, str] = {}
        """The file in which an id or name stands, for faults that are found only later."""
        self._root = root
        self._catalogue = catalogue

    def again(self) -> Reader:
        """Return a reader of the same folder and language that has found no fault so far."""
        return Reader(self._root, self._catalogue)

    def tables(self, folder: str) -> Iterator[tuple[str, Table]]:
        """Yield the path and the content of every TOML file of a folder, in order of names."""
        try:
            files = sorted((self._root / folder).iterdir(), key=lambda file: file.name)
        except OSError as error:
            self.faults.append(f"{folder}: cannot be read: {error.strerror}")
            return
        for file in files:
            name = f"{folder}/{file.name}"
            if not file.name.endswith(".toml") or file.is_dir():
                self.faults.append(
                    f"{name}: is not read; content stands in files that end in .toml"
                )
            elif table := self._read(file, name):
                yield name, table

    def table(self, name: str) -> Table | None:
        """Return the content of one file, or None and a fault if it cannot be read."""
        return self._read(self._root / name, name)

    def block(self, model: type[BlockModel], place: str, block: object) -> BlockModel | None:
        """Return one block as a model, or None and a fault that names it."""
        self._remember(block, place.split(maxsplit=1)[0])
        try:
            return model.model_validate(self._translated(block, place))
        except ValidationError as error:
            self.faults += [f"{place}: {block_fault(fault, block)}" for fault in error.errors()]
            return None

    def blocks(self, model: type[BlockModel], place: str, blocks: object) -> tuple[BlockModel, ...]:
        """Return the blocks of one table that can be used."""
        if not isinstance(blocks, list):
            self.faults.append(f"{place}: write this as [[...]] blocks")
            return ()
        named = ((f"{place} {block_name(block)}", block) for block in blocks)
        found = (self.block(model, where, block) for where, block in named)
        return tuple(block for block in found if block is not None)

    def located(self, fault: str) -> str:
        """Return a fault between blocks with the file of the block that it names first."""
        named = re.search(r"'([^']+)'", fault)
        place = self.places.get(named.group(1)) if named else None
        return f"{place}: {fault}" if place else fault

    def _remember(self, block: object, place: str) -> None:
        if isinstance(block, list):
            for inner in block:
                self._remember(inner, place)
        elif isinstance(block, dict):
            for key in ("link_id", "id", "name"):
                if isinstance(block.get(key), str):
                    self.places.setdefault(block[key], place)
            for key in ("item", "items"):
                self._remember(block.get(key), place)

    def _read(self, file: Path, name: str) -> Table | None:
        fault = "holds nothing"
        try:
            raw = file.read_bytes()
            if len(raw) > LARGEST_FILE:
                fault = f"has more than {LARGEST_FILE} bytes"
            elif table := tomli.loads(raw.decode("utf-8-sig")):
                return table
        except UnicodeDecodeError as error:
            fault = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        except tomli.TOMLDecodeError as error:
            fault = file_fault(error)
        except OSError as error:
            fault = f"cannot be read: {error.strerror}"
        except RecursionError:
            fault = "the values are nested too deeply"
        self.faults.append(f"{name}: {fault}")
        return None

    def _translated(self, value: object, context: str, *, is_text: bool = False) -> object:
        if self._catalogue.is_source:
            return value
        if isinstance(value, dict):
            own = value.get("link_id") or value.get("id") or context
            return {
                key: self._translated(inner, f"{own}.{key}", is_text=is_text or key in TEXTS)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [
                self._translated(v, f"{context}.{n}", is_text=is_text) for n, v in enumerate(value)
            ]
        if is_text and isinstance(value, str):
            return self._catalogue.text(context, value)
        return value
