"""A page can be pressed and read on every screen; the rest is measured by `make kiosk-test`."""

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from rls_wizard.settings import SIZES
from rls_wizard.ui import style
from rls_wizard.ui.answers.scale import ScaleAnswer
from rls_wizard.ui.kiosk import size
from tests.gallery.scenes import scenes
from tests.gallery.stage import settle
from tests.kiosk.targets import PANELS, kiosk, measure, unseen

SHOWN = {scene.name: scene.show for scene in scenes()}
BY_NAME = {panel.name: panel for panel in PANELS}


@pytest.fixture(params=PANELS, ids=[panel.name for panel in PANELS])
def panel(request):
    return request.param


@pytest.fixture
def look(qapp):
    """Return what brings a kiosk to a page, and measures it."""

    def bring(panel, scene, text_size=100):
        with kiosk(panel, text_size) as stage:
            SHOWN[scene](stage)
            settle()
            found = measure(stage.window, panel.scale, large=text_size >= size.LARGE)
            return found.wrong, unseen(stage.window)

    return bring


def test_everything_is_large_enough(look, panel):
    wrong, _ = look(panel, "medicines_page.opened")
    assert wrong == []


@pytest.mark.parametrize("scene", ["about_you.filled-2", "sleep.filled-1"])
def test_the_first_question_and_its_first_answer_are_seen_at_once(look, panel, scene):
    assert look(panel, scene) == ([], [])


def test_large_text_is_large_enough_to_be_read_from_60_cm(look, panel):
    wrong, _ = look(panel, "about_you.filled-2", size.LARGE)
    assert wrong == []


def test_what_is_too_small_or_too_near_is_found(qapp):
    panel = PANELS[0]
    with kiosk(panel) as stage:
        SHOWN["about_you.filled-2"](stage)
        button = stage.find("next", QAbstractButton)
        button.setFixedHeight(round(18 * panel.scale.dots))
        near = QWidget.findChild(stage.window, QAbstractButton, "larger")
        near.move(near.x() - round(2 * panel.scale.dots), near.y())
        stage.find("age.value", QLineEdit).setFont(style.font(0.5))
        said = "\n".join(measure(stage.window, panel.scale).wrong)
        assert "small: PushButton next" in said
        assert "near: PushButton smaller" in said
        assert "low: Line age.value" in said


def test_one_press_makes_the_text_large(qapp, panel):
    with kiosk(panel) as stage:
        SHOWN["about_you.filled-2"](stage)
        stage.press("larger")
        assert stage.display.settings.text_size == size.LARGE
        assert panel.scale.mm(stage.window.fontMetrics().capHeight()) >= size.LARGE_CAPITAL - 0.2
        stage.press("smaller", "smaller")
        assert stage.display.settings.text_size == SIZES[0]


@pytest.mark.parametrize(
    ("name", "rows"),
    [('15.6" wide', 1), ('21.5" wide', 1), ('21.5" upright', 2), ('10.1" wide', 2)],
)
def test_from_0_to_10_takes_two_rows_on_a_narrow_screen(qapp, name, rows):
    with kiosk(BY_NAME[name]) as stage:
        SHOWN["how_strong.opened"](stage)
        asked = [a for a in stage.window.findChildren(ScaleAnswer) if len(a.tiles) == 11]
        assert asked
        tiles = asked[0].tiles.values()
        assert len({tile.y() for tile in tiles}) == rows


def test_back_and_next_are_within_reach_in_the_largest_text(qapp, panel):
    with kiosk(panel) as stage:
        SHOWN["about_you.filled-2"](stage)
        for _ in SIZES:
            stage.press("larger")
        assert stage.window.size() == QSize(panel.width, panel.height)
        view = stage.window.findChild(QScrollArea)
        assert view.viewport().height() >= 0.3 * panel.height
        for name in ("back", "next", "menu", "smaller"):
            button = stage.find(name)
            place = button.rect().translated(button.mapTo(stage.window, button.rect().topLeft()))
            assert stage.window.rect().contains(place), name


def test_at_home_nothing_is_changed_by_it(qapp):
    assert _sizes() == (17, 46, False)
    with kiosk(PANELS[0]):
        assert _sizes() == (44, 118, True)
    assert _sizes() == (17, 46, False)


def _sizes():
    return style.BODY_PIXELS, style.TARGET, style.LOW


FULL_HD = QSize(1920, 1080)


def test_what_staff_measured_counts_more_than_what_the_screen_says():
    found = size.scale_of(476, FULL_HD, QSizeF(344, 194))
    assert found.how == size.MEASURED
    assert round(found.dots, 2) == 4.03
    assert size.scale_of(None, FULL_HD, QSizeF(344, 194)) == (1920 / 344, size.TOLD)


@pytest.mark.parametrize(
    "told",
    [(0, 0), (16, 9), (160, 90), (1600, 90), (344, 300), (20_000, 11_250), (-1, -1)],
)
def test_a_screen_that_says_nonsense_is_not_believed(told):
    found = size.scale_of(None, FULL_HD, QSizeF(*told))
    assert found.how == size.GUESSED
    assert 4 < found.dots < 7
