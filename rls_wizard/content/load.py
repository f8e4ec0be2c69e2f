"""Turns the content files into definitions, in one language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rls_wizard.content.error import ContentError
from rls_wizard.content.reader import Block, Reader
from rls_wizard.domain.definitions import Definitions
from rls_wizard.domain.item import AnswerOption, OptionList
from rls_wizard.domain.paper import PaperNames, PaperSection
from rls_wizard.domain.questionnaire import Page, Questionnaire
from rls_wizard.domain.reference import About, Country, Source
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
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from pydantic import BaseModel

    from rls_wizard.domain.codebook import CodeBook
    from rls_wizard.domain.glossary import Glossary
    from rls_wizard.domain.medicines import Medicines
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


class Content(Definitions):
    """Everything the files say."""

    about: About
    sources: tuple[Source, ...]
    countries: tuple[Country, ...]
    paper: tuple[PaperSection, ...]
    paper_names: PaperNames
    folder: str = ""
    """Where it was read from, if it is not the content that came with the program."""
    read_fingerprint: Callable[[], str]
    """Works out once what tells this content from any other."""
    read_medicines: Callable[[], Any]
    """Reads the list of medicines once; raises ContentError if its file cannot be used."""
    read_codebook: Callable[[], Any]
    """Reads the code book once; raises ContentError if its file cannot be used."""
    read_glossary: Callable[[], Any]
    """Reads the glossary once; raises ContentError if its file cannot be used."""

    @property
    def fingerprint(self) -> str:
        """What tells this content from any other, worked out when it is first asked for."""
        return self.read_fingerprint()

    @property
    def edition(self) -> str:
        """The version, and the first digits of the fingerprint."""
        return f"{self.about.version} ({self.fingerprint.split()[0]})"

    @property
    def medicines(self) -> Medicines:
        """The medicines that can be found by name, read when they are first asked for.

        Raises ContentError if their file cannot be used.
        """
        found: Medicines = self.read_medicines()
        return found

    @property
    def codebook(self) -> CodeBook:
        """How answers become digits, read when it is first asked for; without lines: not at all.

        Raises ContentError if its file cannot be used.
        """
        found: CodeBook = self.read_codebook()
        return found

    @property
    def glossary(self) -> Glossary:
        """Hard words and what they mean, read when they are first asked for; perhaps none.

        Raises ContentError if their file cannot be used.
        """
        found: Glossary = self.read_glossary()
        return found

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    def country(self, answer: Value | None) -> Country:
        """Return the country that was answered, or the one that stands for all others ("other")."""
        known = {country.id: country for country in self.countries}
        return known.get(str(answer), known["other"])

    def overdue_since(self, today: date) -> date | None:
        """Return the first day of review that has passed, of the whole or of one rule."""
        blocks = (self.about, *self.about.handed, *self.rules.sourced)
        days = (block.overdue_since(today) for block in blocks)
        return min(filter(None, days), default=None)

    def country_of(self, region: str) -> str:
        """Return the country for a computer that is set to a region; empty if none is known."""
        return next((country.id for country in self.countries if region in country.regions), "")


def load_content(root: Path, catalogue: Catalogue) -> Content:
    """Read all content below a folder.

    Raises ContentError with every fault that keeps a block from being used. Faults between
    blocks are found by `rls_wizard.content.check`.
    """
    reader = Reader(root, catalogue)
    content = read_content(reader)
    if content is None or reader.faults:
        raise ContentError(reader.faults)
    reader.let_go()
    return content


def read_content(reader: Reader) -> Content | None:
    """Return the content as far as it can be read; faults stay with the reader."""
    about = reader.table("about.toml")
    sources = reader.table("sources.toml")
    paper = reader.table("paper.toml")
    countries = tuple(
        country
        for name, table in reader.tables("countries")
        for country in reader.blocks(Country, f"{name} country", table.get("country", []))
    )
    read_medicines = _later("medicines", reader)
    questionnaire = Questionnaire(pages=_pages(reader, _lists(countries, read_medicines)))
    rules = _rules(reader)
    if about is None or sources is None or paper is None:
        return None
    if not any(country.id == "other" for country in countries):
        reader.faults.append("countries: there is no country 'other'")
    particulars = reader.block(About, "about.toml", about)
    names = reader.block(PaperNames, "paper.toml names", paper.get("names", {}))
    if particulars is None or names is None:
        return None
    return Content(
        questionnaire=questionnaire,
        rules=rules,
        about=particulars,
        sources=reader.blocks(Source, "sources.toml", sources.get("source", [])),
        countries=countries,
        paper=reader.blocks(PaperSection, "paper.toml", paper.get("section", [])),
        paper_names=names,
        read_fingerprint=_later("fingerprint", reader),
        read_medicines=read_medicines,
        read_codebook=_later("codebook", reader),
        read_glossary=_later("glossary", reader),
    )


def _lists(
    countries: tuple[Country, ...], read_medicines: Callable[[], Medicines]
) -> Mapping[str, OptionList]:
    """Return what reads the options of questions whose options are another list's blocks."""
    return {
        "countries": lambda: tuple(
            AnswerOption(code=country.id, text=country.name) for country in countries
        ),
        "medicines": lambda: tuple(
            AnswerOption(code=medicine.id, text=medicine.name, groups=medicine.classes)
            for medicine in read_medicines().medicines
        ),
    }


def _pages(reader: Reader, lists: Mapping[str, OptionList]) -> tuple[Page, ...]:
    tables = reader.tables("questionnaire")
    pages = (reader.block(Page, name, table, context=lists) for name, table in tables)
    return tuple(page for page in pages if page is not None)


def _later(what: str, reader: Reader) -> Callable[[], Any]:
    """Return what reads something once, when it is first asked for, and imports how only then."""

    @cache
    def read() -> Any:  # noqa: ANN401
        return getattr(import_module("rls_wizard.content.later"), f"read_{what}")(reader)

    return read


def _rules(reader: Reader) -> RuleBook:
    """Return the rules that can be used.

    All are validated at once, for that takes half the time. Where one is wrong, each is by itself,
    to say which.
    """
    found: dict[str, list[Block]] = {field: [] for field, _ in TABLES.values()}
    for name, file in reader.tables("rules"):
        for table, blocks in file.items():
            if table not in TABLES:
                reader.faults.append(f"{name}: {_stray(table, blocks)}")
                continue
            field, _ = TABLES[table]
            found[field] += reader.gathered(f"{name} {table}", blocks)
    whole = {field: [block.translated for block in blocks] for field, blocks in found.items()}
    try:
        return RuleBook.model_validate(whole)
    except ValidationError:
        usable = {field: reader.usable(model, found[field]) for field, model in TABLES.values()}
        return RuleBook.model_validate(usable)


def _stray(table: str, blocks: object) -> str:
    """Return what is said of something that is no rule."""
    if isinstance(blocks, list):
        return f"[[{table}]] is no kind of rule"
    return f"{table!r} stands in no block: a line like [[finding]] is missing above it"
