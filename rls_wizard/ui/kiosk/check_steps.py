"""What staff try with their own hands and ears: printer, sound, the lock, and being left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rls_wizard.handover.child import speak_command
from rls_wizard.kiosk.codes import Ended
from rls_wizard.report.acceptance import Outcome
from rls_wizard.ui.aloud.voice import ChildVoice
from rls_wizard.ui.kiosk.check_page import CheckPage
from rls_wizard.ui.kiosk.printer_test import print_test_page
from rls_wizard.ui.kiosk.trial import QUIET, WARNING, Trial
from rls_wizard.ui.words import button

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.aloud.talk import Trouble
    from rls_wizard.ui.aloud.voice import Voice
    from rls_wizard.ui.kiosk.printer_test import PrinterTest

_SOFT = 0.2
_NORMAL_SPEED = 0.0


class PrinterCheck(CheckPage):
    """Prints a test page."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        """Offer to print it."""
        _ = catalogue
        super().__init__(_, _("Printer"), [_("Print a test page, and fetch it.")])
        self._site = site
        self._test: PrinterTest | None = None
        self.column.addWidget(button(_("Print a test page"), "check.print", self._print))
        self.ask(_("Did the page come out, whole and straight?"))

    def stop(self) -> None:
        """Give up what is not printed."""
        if self._test is not None:
            self._test.stop()
            self._test = None

    def _print(self) -> None:
        self.stop()
        self._test = print_test_page(self._site, self._catalogue, self, self._hear)

    def _hear(self, text: str, _over: bool) -> None:
        self.say(text)


class SoundCheck(CheckPage):
    """Says a sentence, softly and as loudly as visits begin."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        """Offer both."""
        _ = catalogue
        texts = [_("Listen where people will sit, or with the headphones on.")]
        super().__init__(_, _("Sound"), texts)
        self._language = site.languages[0]
        self._voice: Voice | None = None
        for name, words, volume in (
            ("soft", _("Say it softly"), _SOFT),
            ("usual", _("Say it as loudly as usual"), site.sound.volume / 100),
        ):
            self.column.addWidget(button(words, f"check.{name}", partial(self._speak, volume)))
        self.ask(_("Can it be understood, and is it not too loud for the room?"))

    def stop(self) -> None:
        """Be silent."""
        if self._voice is not None:
            self._voice.stop()
            self._voice = None

    def _speak(self, volume: float) -> None:
        self.stop()
        _ = self._catalogue
        self.say(_("Looking for a voice."))
        self._voice = voice = ChildVoice(speak_command(self._language), self)
        text = _("This is how loud the kiosk reads to people.")
        voice.ready.connect(lambda: self._begin(voice, text, volume))
        voice.ended.connect(lambda: self.say(_("It was said.")))
        voice.failed.connect(self._failed)
        voice.start()

    def _begin(self, voice: Voice, text: str, volume: float) -> None:
        self.say(text)
        voice.volume = volume
        voice.say(text, _NORMAL_SPEED)

    def _failed(self, _trouble: Trouble) -> None:
        self.conclude(Outcome.NO, self._catalogue("Nothing can be read aloud on this computer."))


class TrialCheck(CheckPage):
    """Opens a real visit; how it ends tells the first half, and staff the other."""

    def __init__(self, catalogue: Catalogue, site: Site, kind: TrialKind) -> None:
        """Offer to open it."""
        super().__init__(catalogue, kind.title, kind.texts)
        self._site, self._kind = site, kind
        self._trial: Trial | None = None
        self.column.addWidget(button(catalogue("Open a visit"), "check.open", self._open))
        self.ask(kind.question)

    def stop(self) -> None:
        """End the visit."""
        if self._trial is not None:
            self._trial.stop()
            self._trial = None

    def _open(self) -> None:
        self.stop()
        self._trial = Trial(self._site, self)
        self._trial.ended.connect(self._ended)
        self._trial.start()

    def _ended(self, code: int) -> None:
        self._trial = None
        if code == self._kind.ends:
            self.say(self._kind.well)
            return
        _ = self._catalogue
        self.conclude(Outcome.NO, _("The visit ended in another way ({code}).").format(code=code))


class TrialKind:
    """What is tried in a visit."""

    def __init__(
        self, title: str, texts: tuple[str, ...], ends: Ended, well: str, question: str
    ) -> None:
        """Take its words, and how the visit has to end."""
        self.title, self.texts, self.ends = title, texts, ends
        self.well, self.question = well, question


def lock(_: Catalogue) -> TrialKind:
    """Return how to try whether people are held in."""
    return TrialKind(
        _("Lock and staff menu"),
        (
            _("A visit opens. Try to get out of it: nothing may happen."),
            _("Press Alt+F4, Ctrl+Q, F11, Escape, Alt+Tab, the Windows key, Ctrl+Alt+Delete."),
            _("Swipe in from each edge. Press long on the page. Press with two fingers."),
            _("Then leave by the staff menu and your PIN."),
        ),
        Ended.STAFF,
        _("Staff left it with the PIN."),
        _("Was the PIN the only way out?"),
    )


def idle(_: Catalogue) -> TrialKind:
    """Return how to try what happens when somebody walks away."""
    return TrialKind(
        _("When somebody walks away"),
        (
            _("A visit opens, with short times. Answer a question, then touch nothing."),
            _("After {quiet} seconds it warns. After {warning} more it forgets everything.").format(
                quiet=QUIET, warning=WARNING
            ),
        ),
        Ended.IDLE,
        _("It warned, and ended by itself."),
        _("Did it warn first, and count down?"),
    )


def wipe(_: Catalogue) -> TrialKind:
    """Return how to try whether anything is left."""
    return TrialKind(
        _("Nothing left"),
        (
            _("Another visit opens. Go to the question that you answered before."),
            _("Nothing may be filled in. Then leave by the staff menu and your PIN."),
        ),
        Ended.STAFF,
        _("Staff left it with the PIN."),
        _("Was everything empty?"),
    )
