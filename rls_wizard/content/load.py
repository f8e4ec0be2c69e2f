"""Turns the content files into definitions, in one language."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from pydantic import PrivateAttr

from rls_wizard.content.reader import Reader
from rls_wizard.domain.definitions import Definitions
from rls_wizard.domain.medicines import Brand, Medicine, Medicines
from rls_wizard.domain.questionnaire import AnswerOption, OptionList, Page, Questionnaire
from rls_wizard.domain.reference import About, Country, PaperSection, Source
from rls_wizard.domain.rules import (
    Advice,
    Caution,
    Finding,
    Part,
    Population,
    RedFlag,
    RuleBook,
    StageRow,
    UrgencyRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue

# The tables of a rules file, and the fields of the rule book that they fill.
TABLES: dict[str, tuple[str, type[BaseModel]]] = {
    "finding": ("findings", Finding),
    "population": ("populations", Population),
    "red_flag": ("red_flags", RedFlag),
    "stage": ("stages", StageRow),
    "part": ("parts", Part),
    "urgency": ("urgency", UrgencyRow),
    "caution": ("cautions", Caution),
    "advice": ("advice", Advice),
}


class ContentError(Exception):
    """Content that cannot be used: one line for each fault, naming file, block and problem."""

    def __init__(self, faults: list[str]) -> None:
        """Take every fault found."""
        super().__init__("\n".join(faults))
        self.faults = faults


class Content(Definitions):
    """Everything the files say."""

    about: About
    sources: tuple[Source, ...]
    countries: tuple[Country, ...]
    paper: tuple[PaperSection, ...]
    folder: str = ""
    """Where it was read from, if it is not the content that came with the program."""
    _read_medicines: Callable[[], Medicines] = PrivateAttr(default=Medicines)

    @cached_property
    def medicines(self) -> Medicines:
        """The medicines that can be found by name, read when they are first asked for.

        Raises ContentError if their file cannot be used.
        """
        return self._read_medicines()

    def read_all(self) -> None:
        """Read now what else is read when it is first needed. Raises ContentError."""
        for item in self.questionnaire.by_id.values():
            item.options  # noqa: B018 - to read them is the point

    def read_lists_by(self, read_medicines: Callable[[], Medicines]) -> None:
        """Give the questions whose options are another list's blocks their options."""
        self._read_medicines = read_medicines
        lists: Mapping[str, OptionList] = {
            "countries": lambda: tuple(
                AnswerOption(code=country.id, text=country.name) for country in self.countries
            ),
            "medicines": lambda: tuple(
                AnswerOption(code=medicine.id, text=medicine.name, groups=medicine.classes)
                for medicine in self.medicines.medicines
            ),
        }
        for item in self.questionnaire.by_id.values():
            item.take_options(lists)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    def country(self, answer: Value | None) -> Country:
        """Return the country that was answered, or the one that stands for all others ("other")."""
        known = {country.id: country for country in self.countries}
        return known.get(str(answer), known["other"])

    def country_of(self, region: str) -> str:
        """Return the country for a computer that is set to a region; empty if none is known."""
        return next((country.id for country in self.countries if region in country.regions), "")


def load_content(root: Path, catalogue: Catalogue, *, chosen: bool = False) -> Content:
    """Read all content below a folder, which somebody chose in place of the program's own or not.

    Raises ContentError with every fault that keeps a block from being used. Faults between
    blocks are found by `rls_wizard.content.check`.
    """
    reader = Reader(root, catalogue)
    content = read_content(reader, str(root) if chosen else "")
    if content is None or reader.faults:
        raise ContentError(reader.faults)
    return content


def read_content(reader: Reader, folder: str = "") -> Content | None:
    """Return the content as far as it can be read; faults stay with the reader."""
    about = reader.table("about.toml")
    sources = reader.table("sources.toml")
    paper = reader.table("paper.toml")
    countries = tuple(
        country
        for name, table in reader.tables("countries")
        for country in reader.blocks(Country, f"{name} country", table.get("country", []))
    )
    questionnaire = Questionnaire(pages=_pages(reader))
    rules = RuleBook.model_validate(_rules(reader))
    if about is None or sources is None or paper is None:
        return None
    if not any(country.id == "other" for country in countries):
        reader.faults.append("countries: there is no country 'other'")
    particulars = reader.block(About, "about.toml", about)
    if particulars is None:
        return None
    content = Content(
        questionnaire=questionnaire,
        rules=rules,
        about=particulars,
        sources=reader.blocks(Source, "sources.toml", sources.get("source", [])),
        countries=countries,
        paper=reader.blocks(PaperSection, "paper.toml", paper.get("section", [])),
        folder=folder,
    )
    content.read_lists_by(partial(_medicines, reader.again()))
    return content


def _pages(reader: Reader) -> tuple[Page, ...]:
    pages = (reader.block(Page, name, table) for name, table in reader.tables("questionnaire"))
    return tuple(page for page in pages if page is not None)


def _medicines(reader: Reader) -> Medicines:
    table = reader.table("medicines.toml") or {}
    found = Medicines(
        medicines=reader.blocks(Medicine, "medicines.toml", table.get("medicine", [])),
        brands=reader.blocks(Brand, "medicines.toml", table.get("brand", [])),
    )
    if reader.faults:
        raise ContentError(reader.faults)
    return found


def _rules(reader: Reader) -> dict[str, tuple[BaseModel, ...]]:
    found: dict[str, tuple[BaseModel, ...]] = {field: () for field, _ in TABLES.values()}
    for name, file in reader.tables("rules"):
        for table, blocks in file.items():
            if table not in TABLES:
                reader.faults.append(f"{name}: [[{table}]] is no kind of rule")
                continue
            field, model = TABLES[table]
            found[field] += reader.blocks(model, f"{name} {table}", blocks)
    return found
