"""Makes the pages beside the way: settings, all advice, words explained, help, about."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject

from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.handover.reports import reports_in
from rls_wizard.paths import program
from rls_wizard.report.glossary import build_glossary
from rls_wizard.report.library import build_library
from rls_wizard.ui.about_page import AboutPage, Places
from rls_wizard.ui.advice_page import AllAdvicePage
from rls_wizard.ui.glossary_page import GlossaryPage
from rls_wizard.ui.help_page import HelpPage
from rls_wizard.ui.notice_page import NoticePage
from rls_wizard.ui.places import in_words
from rls_wizard.ui.settings_page import SettingsPage, offered_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.notice_page import Choice
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit


class Beside(QObject):
    """Opens one at a time; Back leads to where the person was."""

    def __init__(self, visit: Visit, desk: Desk, keys: Callable[[], list[tuple[str, str]]]) -> None:
        """Take a visit, and what tells which keys do what."""
        super().__init__(visit)
        self._visit, self._window, self._display = visit, desk.window, desk.display
        self._today, self._folder, self._site = desk.today, desk.folder, desk.site
        self._keys = keys

    @property
    def _catalogue(self) -> Catalogue:
        return self._visit.pages.catalogue

    def settings(self) -> None:
        """Show what can be chosen."""
        self._visit.open_aside(self._make_settings)

    def _make_settings(self) -> QWidget:
        pages = self._visit.pages
        asking = pages.asking(self._visit.response)
        page = SettingsPage(
            pages.content.questionnaire,
            asking,
            self._display,
            offered_in(self._site, keeps=self._folder is not None),
        )
        page.answered.connect(partial(self._chosen, page))
        page.rearranged.connect(self._window.reorder)
        return page

    def _chosen(self, page: SettingsPage, answers: Mapping[str, Value | None]) -> None:
        if rest := page.apply(answers):
            self._visit.record(rest)

    def advice(self) -> None:
        """Show all advice."""
        self._visit.open_aside(self._make_advice)

    def _make_advice(self) -> QWidget:
        _ = self._catalogue
        if self._visit.has_been_urgent:
            return NoticePage(
                _("Advice is closed for now"),
                _(
                    "Something you told us needs help sooner than restless legs do. "
                    "Please get that help first. Your answers are still here."
                ),
                picture="lifebuoy",
            )
        country = self._visit.response.get(COUNTRY)
        page = AllAdvicePage(build_library(self._visit.pages.content, self._today(), country), _)
        page.wanted.connect(self._window.bring)
        return page

    def words(self) -> None:
        """Show hard words, explained."""
        self._visit.open_aside(self._make_words)

    def _make_words(self) -> QWidget:
        page = GlossaryPage(
            build_glossary(self._visit.pages.content, self._today()), self._catalogue
        )
        page.wanted.connect(self._window.bring)
        return page

    def about(self) -> None:
        """Show what the program is."""
        self._visit.open_aside(self._make_about)

    def help(self) -> None:
        """Show how it works."""
        self._visit.open_aside(self._make_help)

    def _make_help(self) -> QWidget:
        said: tuple[str, ...] = ()
        if self._site is not None:
            from rls_wizard.ui.kiosk.helping import room_help  # noqa: PLC0415

            said = room_help(self._site, self._catalogue)
        return HelpPage(self._catalogue, self._keys(), self._more_help(), said)

    def _more_help(self) -> tuple[Choice, ...]:
        """Return where more can be read."""
        _ = self._catalogue
        return (
            ("help.words", _("Words explained"), self.words),
            ("help.advice", _("Read all advice"), self.advice),
            ("help.about", _("About this program"), self.about),
        )

    def _make_about(self) -> QWidget:
        content = self._visit.pages.content
        places = Places(
            self._display.place,
            str(self._folder or ""),
            reports_in(self._folder),
            *(str(in_words(folder)) for folder in (program(), Path(PySide6.__file__).parent)),
        )
        page = AboutPage(
            content,
            self._catalogue,
            self._today(),
            places if self._site is None else None,
            self._keys(),
        )
        page.rearranged.connect(self._window.reorder)
        return page
