"""About the program: what it is for, who looked at it, what it is made of, under whose terms."""

from __future__ import annotations

from functools import partial
from platform import python_version
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, qVersion

from rls_wizard import __version__
from rls_wizard.paths import notices
from rls_wizard.purpose import purpose
from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.chapters import ChapterPage
from rls_wizard.ui.components import components
from rls_wizard.ui.help_page import key_list
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.plain_text import plain_text
from rls_wizard.ui.reports_box import ReportsBox
from rls_wizard.ui.words import heading, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from rls_wizard.content.load import Content
    from rls_wizard.domain.reference import About, Country, Dates
    from rls_wizard.handover.reports import Reports
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.components import Component


class Places(NamedTuple):
    """Where the program keeps what, for a person to find it; empty where it keeps none."""

    settings: str = ""
    visits: str = ""
    """Unfinished ones."""
    reports: Reports | None = None
    """Of faults."""
    program: str = ""
    """The program itself."""
    qt: str = ""
    """Its Qt, which somebody may replace (LGPL 3, section 4)."""


class AboutPage(ChapterPage):
    """Nothing on it leads out of the program."""

    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(
        self,
        content: Content,
        catalogue: Catalogue,
        today: date,
        places: Places | None,
        shortcuts: Sequence[tuple[str, str]],
    ) -> None:
        """Take where things are kept, None on a kiosk, and the keys, each with what it does."""
        super().__init__(catalogue)
        _, about = catalogue, content.about
        self.column.addWidget(heading(_("About this program")))
        self.chapter("purpose", _("What it is for"), [_text(purpose(_))])
        versions = [*_review(content, today, _), _lies(_, places)]
        self.chapter("versions", _("Versions and review"), [_text(versions)])
        numbers = [_number(country, about, today, _) for country in content.countries]
        self.chapter("numbers", _("Check of the phone numbers"), [_text(numbers)])
        told = _in_a_room(_) if places is None else _answers(_, places)
        self.chapter("answers", _("What happens to your answers"), [_text(told)])
        if places is not None:
            self.chapter("reports", _("Reports of faults"), [self._reports(places, about.dates)])
        if shortcuts:
            self.chapter("keys", _("Keys"), [key_list(shortcuts)])
        self.chapter("licences", _("Licences"), [_text(_terms(_)), self._licences()])
        self.column.addStretch()

    def _reports(self, places: Places, dates: Dates) -> QWidget:
        if places.reports is None:
            return _text([self.catalogue("None are kept on this computer.")])
        box = ReportsBox(places.reports, dates, self.catalogue)
        box.rearranged.connect(self.rearranged)
        return box

    def _licences(self) -> QWidget:
        card = Card()
        card.column.setSpacing(style.TIGHT)
        for component in components():
            said = " ".join(filter(None, (component.name, component.version)))
            title = f"{said}: {component.licence}" if component.licence else said
            card.add(_component(title, component))
        if (file := notices()) is not None:
            title = self.catalogue("What others ask to be said of their parts, all of it")
            card.add(Disclosure(title, "licence.all", partial(_whole, title, (file,))))
        return card


def _review(content: Content, today: date, _: Catalogue) -> list[str]:
    about = content.about
    checked, due = (about.dates.in_words(day) for day in (about.reviewed_on, about.next_review))
    return [
        _("Program: version {version}").format(version=__version__),
        _("Qt {qt}, Python {python}").format(qt=qVersion(), python=python_version()),
        _("Texts and questions: version {version}").format(version=about.version),
        _("Their fingerprint, which changes with every word: {digits}").format(
            digits=content.fingerprint
        ),
        _("They are from a folder chosen at the start. They did not come with the program.")
        if content.folder
        else "",
        _("Review of the texts: {review}").format(review=about.review),
        _("Last checked by the makers on {day}").format(day=checked),
        _("To be checked again before {day}").format(day=due),
        about.told_overdue(about, today),
    ]


def _lies(_: Catalogue, places: Places | None) -> str:
    """Return where the program is."""
    if places is None or not places.program:
        return ""
    said = _("The program lies in {program}. Its Qt lies in {qt}.")
    return said.format(program=places.program, qt=places.qt)


def _number(country: Country, about: About, today: date, _: Catalogue) -> str:
    """Return whether the numbers of a country were checked, and who looks after them."""
    if country.checked:
        said = _("{country}: checked on {day}. Who looks after them: {owner}.")
    else:
        said = _("{country}: not yet checked. Who looks after them: {owner}.")
    day = about.dates.in_words(country.reviewed_on)
    said = said.format(country=country.name, day=day, owner=country.owner)
    due = country.overdue_since(today)
    if due is None:
        return said
    late = _("They were due to be checked again by {day}.")
    return f"{said} {late.format(day=about.dates.in_words(due))}"


def _answers(_: Catalogue, places: Places) -> list[str]:
    kept = _(
        "Until you are done they are kept in {place}, so that you can go on after a break. Only "
        "this user of the computer can open it. You can switch that off in the settings."
    )
    settings = _("Settings, such as the size of the text, are kept in {place}. No answer is there.")
    return [
        _("Your answers stay on this computer. They are not sent anywhere."),
        kept.format(place=places.visits) if places.visits else "",
        _("Besides, they are written down only in the summary that you save, where you save it.")
        if places.visits
        else _("They are written down only in the summary that you save, where you save it."),
        _("When you press \u201cDone\u201d, or delete your answers, the program forgets them."),
        settings.format(place=places.settings) if places.settings else _("Settings are not kept."),
    ]


def _in_a_room(_: Catalogue) -> list[str]:
    return [
        _("Your answers stay on this computer. They are not sent anywhere."),
        _("They are written down only on the page that you print. No file is made of them."),
        _(
            "When you press \u201cDone\u201d, when you delete your answers, or when nobody is here "
            "any more, the program forgets them. The printer forgets them, too."
        ),
    ]


def _terms(_: Catalogue) -> list[str]:
    return [
        _(
            "This program is free software under the Apache License 2.0: you may use, change and "
            "share it. It comes without any warranty."
        ),
        _(
            "The window is drawn by Qt and PySide6, under the GNU LGPL 3. You may put a changed Qt "
            "in place of this one: it lies in files of its own. Its source is at download.qt.io."
        ),
    ]


def _text(sentences: Iterable[str]) -> QWidget:
    card = Card()
    for sentence in filter(None, sentences):
        card.add(label(sentence))
    return card


def _component(title: str, component: Component) -> QWidget:
    if not component.texts:
        return label(title, style.SMALL)
    name = f"licence.{component.name}"
    return Disclosure(title, name, partial(_whole, title, component.texts))


def _whole(title: str, files: Iterable[Path]) -> QWidget:
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in files)
    return plain_text(title, "\n\n".join(texts))
