"""Reads content files and their blocks, and gathers every fault in the editor's words."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

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
    "answered_by", "answers", "avoid", "blanks", "causes_intro", "crisis", "dates", "driving",
    "emergency", "first_yes", "flags_changed", "flags_denied", "flags_label", "flags_open",
    "flags_others", "forms", "general", "grades", "head", "help", "high", "intro", "left_out",
    "left_out_more", "left_out_short", "left_out_unsure", "library_intro", "low", "maternity",
    "meaning", "more", "name", "names", "neutral", "note", "nothing", "options", "overdue",
    "overdue_line",
    "owner", "poisons", "private_withheld", "provisional", "questions", "review_says", "row",
    "says", "self_reported", "short", "sign", "stage_intro", "step", "text", "ticks", "title",
    "topics", "unasked", "unit", "units", "unseen", "unsure", "unsure_flag", "urgency_says",
    "urgent", "visit", "who", "whom", "why", "word", "wrong", "you_means",
}  # fmt: skip


class FileError(Exception):
    """What is wrong with a file, in words that follow its name."""


class Block(NamedTuple):
    """A block of a file, yet to be validated."""

    place: str
    """What faults call it."""
    written: object
    translated: object


class Reader:
    """Reads files and blocks, and gathers their faults instead of stopping at the first."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        """Take the content folder and the language."""
        self.faults: list[str] = []
        self.root = root
        self._catalogue = catalogue
        self._read_blocks: list[tuple[str, str, object]] = []

    def tables(self, folder: str) -> Iterator[tuple[str, Table]]:
        """Yield the path and the content of every TOML file of a folder, in order of names.

        Any other file is a fault, unless it is hidden.
        """
        try:
            files = sorted((self.root / folder).iterdir(), key=lambda file: file.name)
        except OSError as error:
            self.faults.append(f"{folder}: cannot be read: {error.strerror}")
            return
        # Systems and editors leave hidden files of their own, such as .DS_Store on a Mac.
        for file in (file for file in files if not file.name.startswith(".")):
            name = f"{folder}/{file.name}"
            if not file.name.endswith(".toml") or file.is_dir():
                self.faults.append(
                    f"{name}: is not read; content stands in files that end in .toml"
                )
            elif table := self._read(file, name):
                yield name, table

    def table(self, name: str) -> Table | None:
        """Return the content of one file, or None and a fault if it cannot be read."""
        return self._read(self.root / name, name)

    def block(
        self, model: type[BlockModel], place: str, block: object, context: object = None
    ) -> BlockModel | None:
        """Return one block as a model, or None and a fault that names it.

        `context` is what validators of the model are told beside the block.
        """
        return self._validated(model, self._gathered(place, block), context)

    def blocks(self, model: type[BlockModel], place: str, blocks: object) -> tuple[BlockModel, ...]:
        """Return the blocks of one table that can be used."""
        return self.usable(model, self.gathered(place, blocks))

    def gathered(self, place: str, blocks: object) -> list[Block]:
        """Return the blocks of one table in the language, yet to be validated."""
        if not isinstance(blocks, list):
            self.faults.append(f"{place}: write this as [[...]] blocks")
            return []
        return [
            self._gathered(f"{place} {block_name(block, f'number {number}')}", block)
            for number, block in enumerate(blocks, 1)
        ]

    def usable(self, model: type[BlockModel], blocks: list[Block]) -> tuple[BlockModel, ...]:
        """Return the blocks that can be used; the others leave faults that name them."""
        found = (self._validated(model, block) for block in blocks)
        return tuple(block for block in found if block is not None)

    def _gathered(self, place: str, block: object) -> Block:
        file, kind, *_ = *place.split(maxsplit=2), ""
        self._read_blocks.append((file, kind, block))
        return Block(place, block, self._translated(block, place))

    def _validated(
        self, model: type[BlockModel], block: Block, context: object = None
    ) -> BlockModel | None:
        try:
            return model.model_validate(block.translated, context=context)
        except ValidationError as error:
            faults = (block_fault(fault, block.written) for fault in error.errors())
            self.faults += [f"{block.place}: {fault}" for fault in faults]
            return None

    def located(self, fault: str) -> str:
        """Return a fault between blocks with the file of the block that it names first."""
        named = re.search(r"(\w* ?)'([^']+)'", fault)
        kind, name = named.groups() if named else ("", "")
        # A red flag and its question may have one id.
        place = self._places.get((kind.strip(), name)) or self._places.get(("", name))
        return f"{place}: {fault}" if place else fault

    def let_go(self) -> None:
        """Hold no blocks any more: without faults between them nobody asks for their files."""
        self._read_blocks.clear()

    @cached_property
    def _places(self) -> dict[tuple[str, str], str]:
        """The file in which each id or name stands first: of any kind, and of its own."""
        places: dict[tuple[str, str], str] = {}
        for file, kind, block in self._read_blocks:
            for name in _names(block):
                places.setdefault(("", name), file)
                places.setdefault((kind, name), file)
        return places

    def _read(self, file: Path, name: str) -> Table | None:
        try:
            table = read_toml(file)
        except FileError as error:
            self.faults.append(f"{name}: {error}")
            return None
        if not table:
            self.faults.append(f"{name}: holds nothing")
        return table or None

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


def read_toml(file: Path, largest: int = LARGEST_FILE) -> Table:
    """Return what stands in a file. Raises FileError if it cannot be used."""
    try:
        raw = file.read_bytes()
        if len(raw) <= largest:
            return tomli.loads(raw.decode("utf-8-sig"))
        fault = f"has more than {largest} bytes"
    except UnicodeDecodeError as error:
        fault = f"byte {error.start} is not UTF-8; save the file as UTF-8"
    except tomli.TOMLDecodeError as error:
        fault = file_fault(error)
    except OSError as error:
        fault = f"cannot be read: {error.strerror}"
    except RecursionError:
        fault = "the values are nested too deeply"
    except ValueError:  # a number of thousands of digits
        fault = "a number in it is too long"
    raise FileError(fault)


def _names(block: object) -> Iterator[str]:
    """Yield the ids and names of a block and of the items inside it."""
    if isinstance(block, list):
        for inner in block:
            yield from _names(inner)
    elif isinstance(block, dict):
        yield from (block[k] for k in ("link_id", "id", "name") if isinstance(block.get(k), str))
        for key in ("item", "items"):
            yield from _names(block.get(key))
