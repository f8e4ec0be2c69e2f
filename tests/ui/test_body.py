"""Where it is felt: a figure to press, and a list that gives the same answer."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from rls_wizard import i18n
from rls_wizard.domain.conditions import Logic
from rls_wizard.domain.item import BODY_PARTS, Item
from rls_wizard.ui.answers.base import Asking
from rls_wizard.ui.answers.figure import HEIGHT, PARTS, WIDTH, Figure
from rls_wizard.ui.answers.make import make_answer
from rls_wizard.ui.order import controls

CODES = ("both_legs", "one_leg", "feet", "arms", "trunk", "elsewhere")
WHERE = Item.model_validate(
    {
        "link_id": "where",
        "type": "choice",
        "repeats": True,
        "appearance": "body",
        "options": {code: code.replace("_", " ") for code in CODES},
        "text": "Where do you feel it?",
    }
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def said():
    return {}


@pytest.fixture
def where(qtbot, little, days, said):
    """Return the question, as wide as on a small window."""
    asking = Asking(
        i18n.load("en"), days[-1], said.get, Logic({}, {}), dates=little.about.dates
    )  # fmt: skip
    widget = make_answer(WHERE, asking)
    qtbot.addWidget(widget)
    widget.answered.connect(said.update)
    widget.resize(630, 500)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def figure(where):
    return where.findChild(Figure)


def on_screen(figure, point):
    """Return where a point of the drawing is on the screen."""
    x, y = (value * figure.width() / WIDTH for value in point)
    return QPoint(round(figure.width() - x if figure.isRightToLeft() else x), round(y))


def press(figure, part):
    QTest.mouseClick(figure, LEFT, pos=on_screen(figure, PARTS[part].ticks[0]))


def lit(figure):
    """Return the parts whose every piece has the accent beside its tick, and a tick in it."""
    image, palette = figure.grab().toImage(), figure.palette()
    accent = palette.color(QPalette.ColorRole.Highlight)
    tick = palette.color(QPalette.ColorRole.HighlightedText)

    def shows(colour, x, y, reach):
        around = range(-reach, reach + 1)
        spots = (on_screen(figure, (x + a, y + b)) for a in around for b in around)
        return any(image.pixelColor(spot) == colour for spot in spots)

    return {
        code
        for code, part in PARTS.items()
        if all(shows(accent, x, y, 7) and shows(tick, x, y, 7) for x, y in part.ticks)
    }


def ticked(where):
    return {c for c in CODES if where.findChild(QAbstractButton, f"where.{c}").isChecked()}


def test_the_figure_has_the_parts_that_content_may_name():
    assert set(PARTS) == BODY_PARTS == set(CODES)


@pytest.mark.parametrize("part", CODES)
def test_a_part_pressed_is_a_tick_and_lights_up_alone(where, figure, said, part):
    assert lit(figure) == set()
    press(figure, part)
    assert said == {"where": (part,)}
    assert ticked(where) == lit(figure) == {part}
    QTest.mouseClick(figure, LEFT, pos=on_screen(figure, PARTS[part].ticks[-1]))
    assert said == {"where": None}
    assert ticked(where) == lit(figure) == set()


def test_a_tick_lights_up_the_part_and_both_ways_make_one_answer(where, figure, said):
    where.findChild(QAbstractButton, "where.feet").click()
    assert lit(figure) == {"feet"}
    press(figure, "arms")
    assert said == {"where": ("feet", "arms")}
    assert lit(figure) == {"feet", "arms"}


def test_an_answer_given_before_is_shown(qtbot, where, said):
    said["where"] = ("trunk",)
    again = make_answer(WHERE, where.asking)
    qtbot.addWidget(again)
    again.resize(630, 500)
    again.grab()
    assert lit(again.findChild(Figure)) == {"trunk"}


def test_the_head_is_somewhere_else_and_does_not_light_up(figure, said):
    before = figure.grab().toImage().pixelColor(on_screen(figure, (100, 38)))
    QTest.mouseClick(figure, LEFT, pos=on_screen(figure, (100, 38)))
    assert said == {"where": ("elsewhere",)}
    assert figure.grab().toImage().pixelColor(on_screen(figure, (100, 38))) == before


@pytest.mark.parametrize("part", CODES)
def test_every_part_is_large_enough_for_a_finger(figure, part):
    x, y = PARTS[part].ticks[0]
    scale = figure.width() / WIDTH
    across = [figure.part_at(QPointF(n * scale, y * scale)) for n in range(WIDTH)]
    down = [figure.part_at(QPointF(x * scale, n * scale)) for n in range(HEIGHT)]
    assert min(across.count(part), down.count(part)) * scale >= 44


def test_a_finger_that_leaves_the_part_chooses_nothing(figure, said):
    QTest.mousePress(figure, LEFT, pos=on_screen(figure, PARTS["arms"].ticks[0]))
    QTest.mouseRelease(figure, LEFT, pos=on_screen(figure, PARTS["feet"].ticks[0]))
    QTest.mouseClick(figure, LEFT, pos=QPoint(2, 2))
    assert said == {}


def test_only_the_button_that_presses_everything_chooses(figure, said):
    spot = on_screen(figure, PARTS["arms"].ticks[0])
    QTest.mouseClick(figure, Qt.MouseButton.RightButton, pos=spot)
    assert said == {}


def test_two_quick_presses_are_one(figure, said):
    spot = on_screen(figure, PARTS["arms"].ticks[0])
    QTest.mouseClick(figure, LEFT, pos=spot)
    QTest.mouseDClick(figure, LEFT, pos=spot)
    QTest.mouseRelease(figure, LEFT, pos=spot)
    assert said == {"where": ("arms",)}


def test_keys_and_screen_readers_have_the_list(where, figure, said):
    stops = [control.objectName() for control in controls(where)]
    assert stops == [f"where.{code}" for code in CODES]
    assert figure.focusPolicy() == Qt.FocusPolicy.NoFocus
    tick = where.findChild(QAbstractButton, "where.trunk")
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert said == {"where": ("trunk",)}
    assert lit(figure) == {"trunk"}


def test_the_list_stays_where_the_figure_has_no_room(where, figure):
    where.resize(420, 500)
    where.grab()
    assert not figure.isVisible()
    assert where.findChild(QAbstractButton, "where.feet").width() == 420


def test_the_figure_is_mirrored_with_the_page(where, figure, said):
    where.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    where.grab()
    assert figure.x() == 0
    press(figure, "one_leg")
    assert said == {"where": ("one_leg",)}
    assert lit(figure) == {"one_leg"}


def test_the_real_question_has_the_figure(content):
    assert content.questionnaire.by_id["body.where"].appearance == "body"
