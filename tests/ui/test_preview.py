"""The preview: it shows the very bytes that are saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from reportlab.pdfgen.canvas import Canvas

from rls_wizard.ui import saving
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.sheets import Sheets

ROOT = Path(__file__).parents[2]
A4 = (595, 842)
PAGES = 12
GAP = 12
"""Round the paper."""
CANARY = "canary-5510"
BROKEN = "import sys; sys.stdin.buffer.read(4); sys.exit(3)"
PRINT = "import sys; sys.stdin.read(); sys.stdout.buffer.write(open({file!r}, 'rb').read())"


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """A PDF of many pages, each with its own words."""
    file = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    canvas = Canvas(str(file), pagesize=A4)
    for number in range(1, PAGES + 1):
        canvas.drawString(60, 760, f"{CANARY} on page {number}")
        canvas.circle(300, 400, 10 * number, fill=1)
        canvas.showPage()
    canvas.save()
    return file


@pytest.fixture
def reach(person, window, paper, child):
    """Bring the person to the summary, which is the paper above; return the preview."""

    def go(code=PRINT):
        child(code.format(file=str(paper)))
        person.begin()
        person.go_to("Save the summary")
        return window.findChild(Sheets, "preview")

    return go


@pytest.fixture
def preview(reach, drawn):
    """The preview, its first page shown."""
    sheets = reach()
    drawn(sheets)
    return sheets


@pytest.fixture
def drawn(qtbot):
    """Wait until all that is in the view is drawn."""
    return lambda sheets: qtbot.waitUntil(lambda: sheets.drawn, timeout=20_000)


@pytest.fixture
def key(qtbot, preview, drawn):
    """Press a key in the preview."""
    preview.setFocus()

    def press(*keys):
        for one in keys:
            qtbot.keyClick(preview, one)
        drawn(preview)

    return press


def test_what_is_seen_is_what_is_saved(preview, person, paper, tmp_path, draw):
    person.press("save")
    saved = tmp_path / "summary.pdf"
    assert saved.read_bytes() == paper.read_bytes()
    seen = preview.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    page = draw(saved, 0, (seen.width() - 2 * GAP) / A4[0])
    part = QRect(20, 20, page.width() - 40, 120)
    assert seen.copy(part.translated(GAP, GAP)) == page.copy(part)


@pytest.fixture
def draw():
    """Draw a page of a file at so many pixels a point, without the program."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    def picture(file, number, scale):
        found = PdfDocument(file)[number].render(scale=scale, prefer_bgrx=True)
        data = bytes(found.buffer)
        kind = QImage.Format.Format_RGB32
        return QImage(data, found.width, found.height, found.stride, kind).copy()

    return picture


def test_the_window_itself_never_loads_pdfium():
    code = "import sys, rls_wizard.ui.ending; print([m for m in sys.modules if 'pdfium' in m])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True
    )
    assert result.stdout == "[]\n"


def test_keys_go_through_the_pages(preview, person, key):
    assert f"Page 1 of {PAGES}" in person.reads()
    key(Qt.Key.Key_End)
    assert f"Page {PAGES} of {PAGES}" in person.reads()
    key(Qt.Key.Key_Home)
    assert f"Page 1 of {PAGES}" in person.reads()
    top = preview.verticalScrollBar().value()
    key(Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() > top
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Down)


def test_keys_zoom(preview, key):
    fitted = preview.verticalScrollBar().maximum()
    key(Qt.Key.Key_Plus)
    larger = preview.verticalScrollBar().maximum()
    assert larger > fitted
    assert preview.horizontalScrollBar().maximum() > 0
    key(Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert preview.verticalScrollBar().maximum() < fitted
    key(Qt.Key.Key_0)
    assert preview.verticalScrollBar().maximum() == fitted


def test_who_zooms_in_begins_to_read_at_the_left(preview, key):
    key(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert preview.horizontalScrollBar().maximum() > 0
    assert preview.horizontalScrollBar().value() == 0


def test_the_keyboard_shows_that_it_is_in_the_preview(preview, window, qtbot):
    fit = window.findChild(QWidget, "preview.fit")
    fit.setFocus()
    plain = preview.grab().toImage()
    painted = Painted(preview.viewport())
    qtbot.keyClick(fit, Qt.Key.Key_Tab)
    assert preview.hasFocus()
    qtbot.waitUntil(lambda: painted.seen)
    assert preview.grab().toImage() != plain


class Painted(QObject):
    """Sees when a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):  # noqa: N802
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


def test_buttons_zoom(preview, person, drawn):
    fitted = preview.verticalScrollBar().maximum()
    person.press("preview.larger")
    drawn(preview)
    assert preview.verticalScrollBar().maximum() > fitted
    person.press("preview.fit")
    person.press("preview.smaller")
    assert preview.verticalScrollBar().maximum() < fitted


def test_zoom_has_an_end(preview, key):
    for direction in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        key(*[direction] * 30)
        before = preview.verticalScrollBar().maximum()
        key(direction)
        assert preview.verticalScrollBar().maximum() == before


def test_zooming_keeps_the_place(preview, key, person):
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value() / bar.maximum()
    key(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert bar.value() / bar.maximum() == pytest.approx(before, abs=0.01)


def turn(sheets, angle, modifiers):
    """Turn the mouse wheel over the preview."""
    middle = QPointF(sheets.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(sheets.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheets.viewport(), event)


def test_the_wheel_scrolls_and_with_control_it_zooms(preview):
    bar = preview.verticalScrollBar()
    fitted = bar.maximum()
    turn(preview, -120, Qt.KeyboardModifier.NoModifier)
    assert bar.value() > 0
    assert bar.maximum() == fitted
    for _ in range(2):  # half a step each, as a touch pad does
        turn(preview, 60, Qt.KeyboardModifier.ControlModifier)
    assert bar.maximum() > fitted
    turn(preview, -120, Qt.KeyboardModifier.ControlModifier)
    assert bar.maximum() == pytest.approx(fitted, abs=PAGES)


def test_a_screen_reader_is_told_page_and_text(preview, key):
    told = QAccessible.queryAccessibleInterface(preview).text
    assert told(QAccessible.Text.Name) == f"Preview of your summary, page 1 of {PAGES}"
    assert told(QAccessible.Text.Description) == f"{CANARY} on page 1"
    key(Qt.Key.Key_End)
    assert told(QAccessible.Text.Name) == f"Preview of your summary, page {PAGES} of {PAGES}"
    assert told(QAccessible.Text.Description) == f"{CANARY} on page {PAGES}"


def test_a_screen_with_more_pixels_gets_more_of_them(preview, qtbot, monkeypatch):
    asked = []
    preview.wanted.connect(asked.append)
    before = preview.viewport().width()
    monkeypatch.setattr(preview, "devicePixelRatioF", lambda: 2.0)
    preview.verticalScrollBar().setValue(1)
    (_, scale) = asked[-1][0]
    assert scale == pytest.approx(2 * (before - 24) / A4[0])


def test_pages_that_are_far_away_are_not_kept(preview, key):
    asked = []
    key(Qt.Key.Key_End)
    preview.wanted.connect(lambda orders: asked.extend(number for number, _ in orders))
    key(Qt.Key.Key_Home)
    assert 0 in asked
    assert PAGES - 1 not in asked


def test_no_picture_is_too_large(preview, wizard, key, monkeypatch):
    drawn = []
    wizard.findChild(PictureJob).drawn.connect(lambda *told: drawn.append(told[2].sizeInBytes()))
    monkeypatch.setattr(preview, "devicePixelRatioF", lambda: 3.0)
    key(*[Qt.Key.Key_Plus] * 30)
    assert 20_000_000 < max(drawn) < 25_000_000


def test_only_the_last_wish_is_drawn(preview, wizard, drawn, key):
    pictures = []
    wizard.findChild(PictureJob).drawn.connect(lambda *told: pictures.append(told[:2]))
    key(*[Qt.Key.Key_Plus] * 6)
    assert len(pictures) < 6


def test_a_page_built_anew_shows_the_same_pages(preview, person, window, wizard, drawn):
    children = wizard.findChildren(PictureJob)
    person.press("larger")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = window.findChild(Sheets, "preview")
    drawn(shown)
    assert f"Page 1 of {PAGES}" in person.reads()
    assert shown.accessibleDescription() == f"{CANARY} on page 1"
    assert wizard.findChildren(PictureJob) == children


def test_done_leaves_no_picture_and_no_text(preview, person, wizard, qtbot):
    job = wizard.findChild(PictureJob)
    person.press("done")
    person.press("done.yes")
    assert job.running is False
    assert not preview.drawn
    assert CANARY not in preview.accessibleDescription()
    assert preview.verticalScrollBar().maximum() == 0


def test_without_pictures_the_summary_can_be_saved(reach, person, qtbot, window, monkeypatch):
    monkeypatch.setattr(saving, "draw_command", lambda: [sys.executable, "-c", BROKEN])
    reach()
    qtbot.waitUntil(window.findChild(QLabel, "not_made").isVisible, timeout=10_000)
    assert "The preview cannot be shown." in person.reads()
    assert not person.offered("again")
    person.press("save")
    assert "Saved as" in person.reads()


def test_pictures_that_cannot_be_begun_are_told(reach, qtbot, window, person, monkeypatch):
    monkeypatch.setattr(saving, "draw_command", lambda: ["/no/such/program"])
    reach()
    qtbot.waitUntil(lambda: not person.offered("cancel"), timeout=10_000)
    assert "The preview cannot be shown." in person.reads()


def test_pictures_that_fail_early_do_not_hide_that_the_summary_is_made(
    reach, qtbot, person, wizard, monkeypatch
):
    monkeypatch.setattr(saving, "draw_command", lambda: [sys.executable, "-c", "pass"])
    hang = "import sys; sys.stdin.read(); import time; time.sleep(60)"
    reach(hang)
    qtbot.waitUntil(lambda: wizard.findChild(PictureJob).running, timeout=10_000)
    qtbot.waitUntil(lambda: not wizard.findChild(PictureJob).running, timeout=10_000)
    assert person.offered("cancel")
    assert not person.offered("not_made")


@pytest.mark.parametrize("size", [(700, 900), (1280, 800)])
def test_the_preview_takes_the_room_there_is(preview, window, drawn, size, qtbot):
    window.resize(*size)
    qtbot.waitUntil(lambda: preview.horizontalScrollBar().maximum() == 0)
    drawn(preview)
    save = window.findChild(QWidget, "save")
    beside = preview.mapTo(window, QPoint()).x() > save.geometry().right()
    assert beside is (size[0] > 1000)
