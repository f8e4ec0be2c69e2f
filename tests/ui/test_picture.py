"""Pictures beside words: in the colours of the theme, sharp, and silent."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from rls_wizard import ui
from rls_wizard.content.check import faults, unfit
from rls_wizard.paths import resources
from rls_wizard.ui import style, theme
from rls_wizard.ui.components import components
from rls_wizard.ui.picture import Picture, pictured

TODAY = date(2026, 11, 22)
UI = Path(ui.__file__).parent
ADVICE = "rules/advice.toml"


@pytest.fixture
def shown(qtbot):
    def show(name="walk", name_of_theme=theme.LIGHT, direction=Qt.LayoutDirection.LeftToRight):
        made = Picture(name)
        made.setPalette(theme.palette(name_of_theme))
        made.setLayoutDirection(direction)
        made.setAutoFillBackground(True)
        made.resize(made.sizeHint())
        qtbot.addWidget(made)
        return made.grab().toImage()

    return show


def colours(image):
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def names():
    return sorted(file.stem for file in (resources() / "pictures").glob("*.svg"))


@pytest.mark.parametrize("name", theme.NAMES)
def test_it_has_the_colour_of_the_theme(shown, name):
    accent = theme.palette(name).color(QPalette.ColorRole.Highlight).name()
    assert accent in colours(shown(name_of_theme=name))


@pytest.mark.parametrize("name", names())
def test_each_file_can_be_drawn(shown, name):
    assert len(colours(shown(name))) > 1


def test_where_people_read_from_the_right_the_walker_walks_on(shown):
    there = shown(direction=Qt.LayoutDirection.RightToLeft)
    assert shown() != there
    turned = there.flipped(Qt.Orientation.Horizontal)
    places = [(x, y) for x in range(48) for y in range(48)]
    here = shown()
    dark = [at for at in places if here.pixelColor(*at).lightness() < 100]
    assert dark
    assert all(turned.pixelColor(*at).lightness() < 160 for at in dark)


def test_it_grows_with_the_text_and_leaves_room_for_it(qapp):
    sizes = []
    for size in (1.0, 2.0, 3.0):
        qapp.setFont(style.base_font(size))
        sizes.append(Picture("walk").sizeHint())
    qapp.setFont(style.base_font())
    assert sizes == [QSize(48, 48), QSize(95, 95), QSize(96, 96)]


def test_a_screen_reader_passes_it_over():
    picture = Picture("walk")
    assert picture.accessibleName() == ""
    assert picture.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_without_a_name_the_words_stand_alone():
    words = QLabel("words")
    assert pictured("", words) is words


def test_all_that_is_drawn_states_its_licence():
    (icons,) = (one for one in components() if one.name == "Tabler Icons")
    assert icons.licence == "MIT"
    assert "Permission is hereby granted" in icons.texts[0].read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(resources() / "content", tmp_path / "content")


def changed(copy, old, new):
    file = copy / ADVICE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def test_each_file_is_drawn_somewhere(content):
    beside_advice = {advice.picture for advice in content.rules.advice}
    code = "".join(file.read_text(encoding="utf-8") for file in UI.rglob("*.py"))
    assert [name for name in names() if name not in beside_advice and f'"{name}"' not in code] == []


def test_a_picture_that_is_not_there_is_told(copy):
    assert faults(changed(copy, '"bath"', '"bathtub"'), TODAY) == [
        "rules/advice.toml: advice 'ADV-WARMTH' names the picture 'bathtub', which is not in "
        "resources/pictures"
    ]


def test_advice_without_a_picture_is_told_to_the_editor_only(copy):
    changed(copy, 'picture = "bath"\n', "")
    assert faults(copy, TODAY) == [
        "rules/advice.toml: advice 'ADV-WARMTH' has no picture: name one of resources/pictures"
    ]
    assert unfit(copy, TODAY) == []


def test_advice_stands_beside_its_picture(open_visit, content, meet):
    visit = open_visit(content)
    meet(visit).opens("advice")
    shown = [picture.name for picture in visit.parent().findChildren(Picture)]
    assert shown[:2] == ["directions", "walk"]
