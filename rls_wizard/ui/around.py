"""What is around a visit: the menu and its pages.

A part of its own, so that the first question is on the screen before all this is imported.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rls_wizard.handover.child import speak_command
from rls_wizard.settings import SIZES
from rls_wizard.ui.again import Again
from rls_wizard.ui.aloud.reader import Aloud
from rls_wizard.ui.aloud.voice import ChildVoice
from rls_wizard.ui.announce import announce
from rls_wizard.ui.beside import Beside
from rls_wizard.ui.earlier_page import choose_earlier
from rls_wizard.ui.keeping import Keeping
from rls_wizard.ui.menu import Command, CommandMenu, shortcuts
from rls_wizard.ui.menu_page import MenuPage
from rls_wizard.ui.offer import Offer
from rls_wizard.ui.parting import Parting
from rls_wizard.ui.screens import Screens, bring_into_view
from rls_wizard.ui.settings_page import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.again import OpenFile
    from rls_wizard.ui.aloud.voice import MakeVoice, Voice
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit

    Speak = Callable[[str], tuple[Content, Catalogue]]

_LEAVE = ("Esc", "Backspace", "Back")
"""In a field, Backspace stays its own."""
_QUIETER, _LOUDER = ("Volume Down",), ("Volume Up",)


class Around(QObject):
    """Opens pages beside the way, and lets the window follow what the person chooses there."""

    def __init__(
        self,
        visit: Visit,
        desk: Desk,
        speak: Speak,
        open_file: OpenFile | None = choose_earlier,
        make_voice: MakeVoice | None = None,
    ) -> None:
        """Take a visit, how to get the content in another language, and how to ask for a file."""
        super().__init__(visit)
        self._visit = visit
        self._window = desk.window
        self._display = desk.display
        self._site = site = desk.site
        self._speak = speak
        header = self._window.header
        header.larger.connect(partial(self._resize, 1))
        header.smaller.connect(partial(self._resize, -1))
        header.menu.connect(self._open_menu)
        beside = self._beside = Beside(visit, desk, self._keys)
        visit.read_advice.connect(beside.advice)
        Again(visit, desk.today, open_file if site is None else None)
        self._aloud = Aloud(visit, desk, make_voice or _find_voice)
        self._display.changed.connect(self._display_changed)
        self._display.follow_system()
        screens = Screens(self)
        screens.changed.connect(partial(bring_into_view, self._window))
        screens.changed.connect(self._display.fit_screen)
        keeping = Keeping(visit, desk, desk.folder) if desk.folder else None
        self._parting = Parting(visit, self._window, keeping, closes=site is None)
        visit.give_up.connect(self._parting.start_again)
        if site is None:
            self._window.closing.connect(self._remember_window)
        self._menu = self._make_menu()
        if keeping is not None:
            Offer(visit, desk, keeping).begin()

    @property
    def _catalogue(self) -> Catalogue:
        return self._visit.pages.catalogue

    # The menu ------------------------------------------------------------------------------------

    def _make_menu(self) -> CommandMenu:
        return CommandMenu(self._window, self._catalogue("Menu"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        _, beside = self._catalogue, self._beside
        plus, minus = ("Ctrl++", "Ctrl+="), ("Ctrl+-",)
        return (
            Command("advice", _("Read all advice"), beside.advice),
            Command("words", _("Words explained"), beside.words),
            Command("settings", _("Settings"), beside.settings, ("Ctrl+,",)),
            *self._of_sound(),
            Command("hide", _("Hide now"), self._window.hide_now, ("F9",), apart=True),
            *self._of_a_room(),
            Command("larger", _("Larger text"), partial(self._resize, 1), plus),
            Command("smaller", _("Smaller text"), partial(self._resize, -1), minus),
            Command("normal", _("Normal text size"), self._normal_size, ("Ctrl+0",), listed=False),
            Command("back", _("Back"), self._window.press_back, ("Alt+Left",), listed=False),
            Command(
                "next", _("Next"), self._window.press_next, ("Alt+Right", "Ctrl+Return"),
                listed=False,
            ),
            Command(
                "leave", _("Close a help text, or go back"), self._leave, _LEAVE,
                listed=False,
            ),
            Command(
                "meaning", _("What this question means, or help"), self._meaning, ("F1", "Help"),
                listed=False,
            ),
            Command("restart", _("Delete my answers"), self._parting.start_again, apart=True),
            Command("help", _("Help"), beside.help, apart=True),
            Command("about", _("About this program"), beside.about),
            *self._of_home(),
        )  # fmt: skip

    def _of_sound(self) -> tuple[Command, ...]:
        _, aloud = self._catalogue, self._aloud
        if not aloud.sound.on:
            return ()
        read = (
            Command("aloud", _("Read aloud, or stop"), aloud.toggle, ("F8",)),
            Command("again", _("Read again"), aloud.again, ("F7",), listed=False),
        )
        if not aloud.sound.has_volume:
            return read
        return (
            *read,
            Command("quieter", _("Quieter"), partial(aloud.louder, -1), _QUIETER, listed=False),
            Command("louder", _("Louder"), partial(aloud.louder, 1), _LOUDER, listed=False),
        )

    def _of_a_room(self) -> tuple[Command, ...]:
        if self._site is None:
            return ()
        return (Command("walk", self._catalogue("I need to walk"), self._window.header.walk.emit),)

    def _of_home(self) -> tuple[Command, ...]:
        if self._site is not None:
            return ()
        return (Command("close", self._catalogue("Close"), self._window.close, ("Ctrl+Q",)),)

    def _open_menu(self) -> None:
        # On a kiosk, too, it is a page: nothing lies over the window there.
        if self._site is None and self._menu.fits():
            self._menu.open_below(self._window.header.menu_button)
        else:
            self._visit.open_aside(self._make_menu_page)

    def _make_menu_page(self) -> QWidget:
        return MenuPage(self._catalogue("Menu"), self._menu.commands)

    def _leave(self) -> None:
        # The key is for the voice first: whoever wants silence does not want to leave.
        if not self._aloud.hush():
            self._window.step_back()

    def _meaning(self) -> None:
        if not self._window.show_meaning():
            self._beside.help()

    # What the program looks like -----------------------------------------------------------------

    def _resize(self, steps: int) -> None:
        self._display.take(self._display.settings.with_step(steps, self._display.sizes))

    def _normal_size(self) -> None:
        self._display.change(text_size=SIZES[0])

    def _display_changed(self) -> None:
        language = self._display.settings.language
        if language != self._catalogue.language:
            self._aloud.stop()  # the voice speaks the other language
            self._visit.set_content(*self._speak(language))
            self._menu.withdraw()
            self._menu = self._make_menu()
        self._window.restyle()
        self._visit.rebuild()
        announce(self._window, in_words(self._display, self._catalogue))

    def _remember_window(self) -> None:
        kept = self._window.kept_place()
        self._display.keep(self._display.settings._replace(window=kept))

    def _keys(self) -> list[tuple[str, str]]:
        """Return the keys and what they do; none where there are no keys."""
        has_keys = self._site is None or self._site.keyboard
        return shortcuts(self._menu.commands) if has_keys else []


def _find_voice(language: str, parent: QObject) -> Voice:
    return ChildVoice(speak_command(language), parent)
