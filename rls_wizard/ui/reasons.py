"""Why a line is there: the answers behind it, its source, its grade, its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.points import BULLET, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Line


def why(line: Line, catalogue: Catalogue) -> Disclosure | None:
    """Return a toggle that shows why a line is there; None where there is nothing to show."""
    texts = reasons(line, catalogue)
    told = catalogue("Why am I told this?")
    title = told if line.because else catalogue("Where does this come from?")
    return fold(title, f"line.{line.id}.why", texts, line.title) if texts else None


def fold(title: str, name: str, texts: list[str], about: str = "") -> Disclosure:
    """Return a toggle that shows small texts; `about` tells a screen reader what it belongs to."""

    def build() -> QWidget:
        made = QWidget()
        column = column_in(made, style.HAIR)
        for text in texts:
            column.addWidget(paragraph(text, style.SMALL))
        return made

    made = Disclosure(title, name, build)
    if about:
        made.belong_to(about)
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
