"""All advice, for readers who have answered nothing: each measure with those it is not for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.domain.model import FIELD
from rls_wizard.domain.rules import stage_outcome
from rls_wizard.report.lines import line_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.reference import Chapter
    from rls_wizard.domain.response import Value
    from rls_wizard.domain.rules import Advice, Caution, Rule
    from rls_wizard.report.model import Line


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, and what has to be read with it."""

    line: Line
    not_for: tuple[str, ...]
    """For whom it is not, also if they are not sure: "an open wound", ..."""
    others: tuple[tuple[str, str], ...]
    """Whom other words are for, and those words; the strictest first."""


@dataclass(frozen=True, slots=True)
class LibraryChapter:
    """A part of the text, and the measures that first come with it."""

    id: str
    title: str
    parts: tuple[Line, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything, in the order in which it is read."""

    intro: str
    safety: tuple[Line, ...]
    """What holds for everybody: it comes first."""
    chapters: tuple[LibraryChapter, ...]
    unchecked: str = ""
    """The country whose numbers stand here, if nobody has checked them yet."""
    overdue: str = ""
    """A sentence once the review date of the whole has passed, else empty."""
    numbers_due: str = ""
    """The day, in words, by which the numbers were to be checked again, once it has passed."""


def build_library(content: Content, today: date, country: Value | None = None) -> Library:
    """Return all advice with the numbers of a country, or in words that fit any."""
    return _Librarian(content, today, country).library()


class _Librarian:
    def __init__(self, content: Content, today: date, country: Value | None) -> None:
        self._content = content
        self._today = today
        self._country = content.country(country)
        self._asked = country is not None
        chapters = content.about.chapters
        self._words = dict(content.rules.words) | {
            stage_outcome(stage): chapter.title for chapter in chapters for stage in chapter.stages
        }

    def library(self) -> Library:
        rules, about = self._content.rules, self._content.about
        every = [advice for advice in rules.advice if not advice.stages]
        chapters = about.chapters
        due = self._country.overdue_since(self._today)
        return Library(
            intro=about.library_intro,
            safety=tuple(self._line(advice) for advice in every),
            chapters=tuple(self._chapter(c, chapters[:n]) for n, c in enumerate(chapters)),
            unchecked=self._country.name if self._asked and not self._country.checked else "",
            overdue=about.told_overdue(about, self._today),
            numbers_due=about.dates.in_words(due) if due and self._asked else "",
        )

    def _chapter(self, chapter: Chapter, before: Iterable[Chapter]) -> LibraryChapter:
        rules = self._content.rules
        told = {stage for earlier in before for stage in earlier.stages}
        here = [a for a in rules.advice if set(a.stages) & set(chapter.stages)]
        new = [advice for advice in here if not set(advice.stages) & told]
        return LibraryChapter(
            id=chapter.id,
            title=chapter.title,
            parts=tuple(self._line(p) for p in rules.parts if p.id in chapter.parts),
            measures=(*map(self._measure, new), *(self._cautions() if chapter.cautions else ())),
        )

    def _cautions(self) -> Iterator[Measure]:
        """Yield each caution in the words of its first block, which speak for all of them."""
        first: dict[str, Caution] = {}
        for caution in self._content.rules.cautions:
            first.setdefault(caution.id, caution)
        topics = list(self._content.about.topics)
        for caution in sorted(first.values(), key=lambda c: topics.index(c.topic)):
            yield Measure(self._line(caution), (), ())

    def _measure(self, advice: Advice) -> Measure:
        others = (
            (self._named(variant.for_), self._fill(variant.text)) for variant in advice.variants
        )
        # What is only for those without a finding is as little for those who have it.
        wanted_not = [c.finding for c in advice.when if c.finding and not c.is_]
        without = dict.fromkeys((*advice.remove, *wanted_not))
        return Measure(
            line=self._line(advice),
            not_for=tuple(self._words[name] for name in without if name in self._words),
            others=tuple((whom, text) for whom, text in others if whom),
        )

    def _named(self, names: Iterable[str]) -> str:
        return "; ".join(self._words[name] for name in names if name in self._words)

    def _line(self, rule: Rule) -> Line:
        return line_of(self._content, rule, self._fill(rule.general or rule.text), self._today)

    def _fill(self, text: str) -> str:
        def value(field: re.Match[str]) -> str:
            return str(getattr(self._country, field.group(1).removeprefix(f"{COUNTRY}.")))

        return FIELD.sub(value, text)
