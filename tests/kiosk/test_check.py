"""Staff try a kiosk step by step, and get a sheet of what they found."""

import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.handover.printing.talk import Act, Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.talk import Begin, unpack_begin
from rls_wizard.report.acceptance import Finding, Outcome, build_acceptance, passed
from rls_wizard.report.pdf.document import make_document
from rls_wizard.supervisor.run import main as kiosk_command
from rls_wizard.ui.kiosk import check_steps, trial
from rls_wizard.ui.kiosk.check import SiteCheck
from rls_wizard.ui.kiosk.check_end import EndPage
from rls_wizard.ui.kiosk.check_screen import ScreenCheck, TargetCheck
from rls_wizard.ui.kiosk.check_steps import SoundCheck, TrialCheck, idle, lock
from rls_wizard.ui.kiosk.size import GUESSED, MEASURED, Scale
from rls_wizard.ui.kiosk.trial import Trial
from rls_wizard.ui.printing.service import Service
from rls_wizard.ui.window import WizardWindow
from tests.gallery.stage import settle
from tests.kiosk.rooms import PIN, SITE
from tests.kiosk.targets import PANELS, kiosk

DAY = date(2026, 11, 22)
ENGLISH = i18n.load("en")
PICTURE = QSize(1920, 1080)
READ = "import sys; sys.stdin.readline(); "


def words_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join("\n".join(p.get_textpage().get_text_bounded() for p in pages).split())


def reads(widget):
    parts = (*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton))
    return "\n".join(part.text() for part in parts if part.isVisibleTo(widget))


def press(widget, *names):
    for name in names:
        widget.findChild(QAbstractButton, name).click()


@pytest.fixture
def owner(qtbot, our_font):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


# The screen ---------------------------------------------------------------------------------------


def screen(owner, qtbot, scale, taken=None, picture=PICTURE):
    page = ScreenCheck(ENGLISH, scale, picture, taken or scale)
    qtbot.addWidget(page)
    return page


def test_a_card_as_large_as_a_real_one_tells_how_wide_the_screen_is(owner, qtbot):
    page = screen(owner, qtbot, Scale(1920 / 476, MEASURED))
    assert page.card.sizeHint() == QSize(345, 218)
    assert "width_mm = 476" in reads(page)
    press(page, "card.10", "card.1", "card.-1")
    assert page.card.sizeHint().width() == 355
    assert page.width_mm == pytest.approx(1920 / 355 * 85.6, abs=0.1)
    assert page.line in reads(page)


def test_a_screen_as_the_settings_say_passes_once_staff_say_so(owner, qtbot):
    page = screen(owner, qtbot, Scale(1920 / 476, MEASURED))
    assert page.finding.outcome is Outcome.NOT_TRIED
    press(page, "check.yes")
    assert page.finding.outcome is Outcome.YES
    assert "476 x 268 mm, 21.5 inches." in page.finding.told
    press(page, "card.1")
    assert page.finding.outcome is Outcome.NOT_TRIED


@pytest.mark.parametrize(
    ("width", "taken", "said"),
    [
        (200, 200, "The screen is too small"),
        (476, 344, "The kiosk takes it for 344 mm."),
    ],
)
def test_a_screen_that_is_too_small_or_another_one_fails(owner, qtbot, width, taken, said):
    page = screen(owner, qtbot, Scale(1920 / width, MEASURED), Scale(1920 / taken, MEASURED))
    press(page, "check.yes")
    assert page.finding.outcome is Outcome.NO
    assert said in page.finding.told
    assert said in reads(page)


def test_a_screen_that_tells_nothing_has_to_be_measured(owner, qtbot):
    page = screen(owner, qtbot, Scale(5, GUESSED))
    assert page.finding.outcome is Outcome.NO


# A real page --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("true", "outcome"), [(1, Outcome.YES), (1.1, Outcome.NO)])
def test_a_page_is_measured_by_the_true_millimetres(qtbot, our_font, true, outcome):
    panel = PANELS[2]
    with kiosk(panel) as stage:
        stage.tell("A sample visit")
        stage.page("about_you")
        scale = Scale(true * panel.scale.dots, MEASURED)
        page = TargetCheck(ENGLISH, scale, lambda: stage.window)
        qtbot.addWidget(page)
        assert page.finding.outcome is outcome
        assert "Smallest button: " in page.finding.told
        assert ("are needed" in page.finding.told) is (outcome is Outcome.NO)


# Real visits --------------------------------------------------------------------------------------


@pytest.fixture
def visits(monkeypatch):
    """Put a few lines of Python in place of the visits that are opened."""

    def run(code):
        monkeypatch.setattr(trial, "visit_command", lambda: [sys.executable, "-S", "-c", code])

    return run


def test_a_visit_gets_the_shortest_times_and_answers_to_its_pin(qtbot, owner, tmp_path):
    said = tmp_path / "said"
    code = (
        "import sys, json\n"
        "begin = json.loads(sys.stdin.readline())\n"
        f"print(json.dumps({{'pin': '{PIN}', 'faults': []}}), flush=True)\n"
        "gate = json.loads(sys.stdin.readline())\n"
        f"open({str(said)!r}, 'w').write(json.dumps([begin['site']['times'], gate]))\n"
        f"sys.exit({int(Ended.STAFF)})\n"
    )
    one = Trial(SITE, owner, [sys.executable, "-S", "-c", code])
    with qtbot.waitSignal(one.ended, timeout=20_000) as ended:
        one.start()
    assert ended.args == [Ended.STAFF]
    told = said.read_text()
    assert '"quiet": 30, "warning": 20' in told
    assert '"right": true' in told


@pytest.mark.parametrize(
    ("code", "outcome"),
    [(int(Ended.IDLE), Outcome.YES), (int(Ended.DONE), Outcome.NO), (9, Outcome.NO)],
)
def test_a_visit_that_does_not_end_as_it_should_fails(qtbot, our_font, visits, code, outcome):
    visits(f"{READ}sys.exit({code})")
    page = TrialCheck(ENGLISH, SITE, idle(ENGLISH))
    qtbot.addWidget(page)
    press(page, "check.yes", "check.open")
    qtbot.waitUntil(lambda: page.finding.told != "", timeout=20_000)
    assert page.finding.outcome is outcome


def test_a_visit_does_not_outlive_its_step(qtbot, our_font, visits, tmp_path):
    here = tmp_path / "here"
    visits(f"{READ}import time; open({str(here)!r}, 'w').close(); time.sleep(600)")
    page = TrialCheck(ENGLISH, SITE, lock(ENGLISH))
    qtbot.addWidget(page)
    press(page, "check.open")
    qtbot.waitUntil(here.exists, timeout=20_000)
    running = page.findChild(Trial)
    page.stop()
    assert not running.running
    assert page.finding.outcome is Outcome.NOT_TRIED


def test_no_voice_is_a_fault_of_the_sound(qtbot, our_font, monkeypatch):
    command = [sys.executable, "-S", "-c", "print('no-voice', flush=True)"]
    monkeypatch.setattr(check_steps, "speak_command", lambda _language: command)
    page = SoundCheck(ENGLISH, SITE)
    qtbot.addWidget(page)
    press(page, "check.soft")
    qtbot.waitUntil(lambda: page.finding.outcome is Outcome.NO, timeout=20_000)
    assert "Nothing can be read aloud on this computer." in reads(page)


# The sheet ----------------------------------------------------------------------------------------

FOUND = (
    Finding("Settings", Outcome.YES, "The settings can be used."),
    Finding("Printer", Outcome.NO, "There is no paper."),
    Finding("Sound", Outcome.NOT_TRIED),
)


def test_the_sheet_has_what_was_found_a_date_and_room_for_a_name(our_font):
    sheet = build_acceptance(FOUND, {"Clinic": "Sleep clinic"}, "2026-11-22", ENGLISH)
    told = words_of(make_document(sheet, ENGLISH))
    for text in (
        "acceptance sheet", "2026-11-22", "Sleep clinic", "Printer No There is no paper.",
        "Settings Yes", "Sound Not tried", "Signature", "Something does not work yet",
    ):  # fmt: skip
        assert text in told
    assert not passed(FOUND)
    assert passed([FOUND[0], FOUND[2]])


class Paper(Service):
    """A printer that takes what it gets."""

    def __init__(self, parent):
        super().__init__(parent)
        self.orders = []

    def take(self, order):
        self.orders.append(order)

    def stop(self):
        pass


def test_the_sheet_is_printed_once(qtbot, our_font):
    services = []

    def make(parent):
        services.append(Paper(parent))
        return services[-1]

    page = EndPage(ENGLISH, FOUND, SITE, lambda: b"%PDF", make)
    qtbot.addWidget(page)
    assert "Printer: No. There is no paper." in reads(page)
    press(page, "check.sheet")
    (service,) = services
    service.told.emit(Printers(trouble=Trouble.NO_PRINTERS))
    assert "There is no paper." in reads(page)
    for _ in range(2):
        service.told.emit(Printers((Printer("/printers/one", "One", default=True),)))
    assert [order.act for order in service.orders] == [Act.LOOK, Act.PRINT]
    assert service.orders[1].pdf == b"%PDF"
    service.told.emit(Job(over=True))
    assert "The sheet is printed." in reads(page)


# All of it ----------------------------------------------------------------------------------------


@pytest.fixture
def walk(qtbot, our_font, tmp_path, capsys, monkeypatch):
    """Go through all steps with these settings, press names on some; return what comes of it."""
    codes = []
    monkeypatch.setattr("rls_wizard.ui.kiosk.check.QCoreApplication.exit", codes.append)

    def run(begin, presses=()):
        panel = PANELS[2]
        with kiosk(panel) as stage:
            stage.tell("A sample visit")
            stage.page("about_you")
            window = WizardWindow(ENGLISH)
            qtbot.addWidget(window)
            window.resize(panel.width, panel.height)
            window.show()
            file = tmp_path / "sheet.pdf"
            SiteCheck(window, begin, DAY, lambda: stage.window, file)
            while not codes:
                for name in presses:
                    if window.findChild(QAbstractButton, name):
                        press(window, name)
                settle()
                press(window, "next")
            return codes[0], words_of(file), capsys.readouterr().out

    return run


def test_staff_are_led_through_all_of_it(walk):
    site = SITE.model_copy(update={"sound": SITE.sound.model_copy(update={"way": "speaker"})})
    code, told, printed = walk(Begin(site), ["check.not_tried"])
    for title in (
        "Settings Yes", "Size of buttons and letters", "Printer Not tried", "Sound Not tried",
        "Lock and staff menu Not tried", "When somebody walks away Not tried", "Nothing left",
    ):  # fmt: skip
        assert title in told
    assert printed.startswith("width_mm = ")
    assert code in {0, 1}


def test_one_no_fails_the_whole(walk):
    code, told, _ = walk(Begin(SITE), ["check.no"])
    assert code == 1
    assert "Something does not work yet" in told


def test_settings_that_cannot_be_used_still_let_the_screen_be_measured(walk):
    fault = "kiosk.toml: [times] quiet: must be 30 or more"
    code, told, printed = walk(Begin(None, faults=(fault,)))
    assert code == 1
    assert fault in told
    assert "Lock and staff menu" not in told
    assert printed.startswith("width_mm = ")


def test_the_command_hands_on_the_settings_or_their_faults(tmp_path, monkeypatch, capsys):
    seen = []

    def run(command, *, input, check):  # noqa: A002
        seen.append((command, unpack_begin(input)))
        return SimpleNamespace(returncode=3)

    monkeypatch.setattr(subprocess, "run", run)
    file = tmp_path / "kiosk.toml"
    file.write_text(f'country = "gb"\npin_hash = "{SITE.pin_hash}"\n')
    assert kiosk_command(["--check", "--settings", str(file), "-o", "sheet.pdf"]) == 3
    file.write_text('country = "gb"\n')
    assert kiosk_command(["--check", "--settings", str(file)]) == 3
    (first, good), (second, bad) = seen
    assert first[-2:] == ["kiosk-check", "sheet.pdf"]
    assert second[-1] == "kiosk-check"
    assert good == Begin(SITE)
    assert bad.site is None
    assert "pin_hash" in bad.faults[0]
    assert "pin_hash" in capsys.readouterr().err
