"""Why a line is there: the answers behind it, its source, its grade, its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Disclosures
from rls_wizard.ui.meanings import meanings
from rls_wizard.ui.points import BULLET, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Line
    from rls_wizard.ui.link import Shown


def behind(line: Line, catalogue: Catalogue) -> Disclosures | None:
    """Return what shows why a line is there, and what its words mean; None where nothing does."""
    name = f"line.{line.id}"
    texts = reasons(line, catalogue)
    told = catalogue("Why am I told this?")
    title = told if line.because else catalogue("Where does this come from?")
    shown = [(title, f"{name}.why", Small(tuple(texts)))] if texts else []
    return _about([*shown, *meanings(line.terms, name, catalogue)], line.title)


def explained(line: Line, catalogue: Catalogue) -> Disclosures | None:
    """Return what shows what the words of a line mean; None where there are none."""
    return _about(meanings(line.terms, f"line.{line.id}", catalogue), line.title)


@dataclass(frozen=True, slots=True)
class Small:
    """Makes small texts, one below the other, when it is called."""

    texts: tuple[str, ...]

    def __call__(self) -> QWidget:
        """Return the texts."""
        made = QWidget()
        column = column_in(made, style.HAIR)
        for text in self.texts:
            column.addWidget(paragraph(text, style.SMALL))
        return made


def _about(shown: Sequence[Shown], title: str) -> Disclosures | None:
    """Return lines that show more, of which a screen reader says what they are about."""
    made = Disclosures(shown) if shown else None
    if made and title:
        made.belong_to(title)
    return made


def reasons(line: Line, catalogue: Catalogue) -> list[str]:
    """Return the answers that led to the line, and where it comes from."""
    _ = catalogue
    found = because(line.because, catalogue)
    if line.sources:
        found.append(_("Source: {sources}").format(sources="; ".join(line.sources)))
    if line.grade:
        said = _("How sure: {meaning} (grade {letter})")
        found.append(said.format(meaning=line.grade.meaning, letter=line.grade.letter))
    if line.reviewed_on:
        said = _("Last checked by the makers on {day}")
        found.append(said.format(day=line.reviewed_on))
    return found


def because(answers: Iterable[Answer], catalogue: Catalogue) -> list[str]:
    """Return answers as reasons, if there are any."""
    lines = [f"{BULLET}{answer.question}: {answer.answer}" for answer in answers]
    return [catalogue("Because you answered:"), *lines] if lines else []
