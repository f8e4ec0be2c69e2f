"""Every page, where most can go wrong: on the smallest window, at the smallest and largest text.

`make gallery` looks at all the others, too.
"""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from rls_wizard.i18n import PSEUDO
from rls_wizard.ui import theme
from rls_wizard.ui.answers.framed import Framed
from tests.gallery.contrast import low_contrast
from tests.gallery.geometry import ROOM, faults, room_for_the_page
from tests.gallery.scenes import scenes

COLOURED = (
    "welcome.filled", "safety.opened", "legs.gaps", "feelings.filled-1", "how_strong.filled-1",
    "medicines_page.opened", "check.1", "urgent.1", "strip", "review.gaps", "result.opened",
    "summary.print-choosing", "settings", "cover",
)  # fmt: skip
"""Between them they have every kind of control."""


@pytest.mark.parametrize("look", [("en", theme.LIGHT, 100), (PSEUDO, theme.LIGHT, 300)])
def test_nothing_is_cut_overlaps_or_stands_outside(look, stage):
    found = []
    for scene in scenes():
        shown = stage(scene.name, *look)
        found += [f"{scene.name}: {kind}: {said}" for kind, said in faults(shown.window)]
        if not shown.covered and (room := room_for_the_page(shown.window)) < ROOM:
            found.append(f"{scene.name}: {room:.0%} of the window is left for the page")
    assert found == []


@pytest.mark.parametrize("name", theme.NAMES)
def test_all_can_be_read_and_found_in_every_theme(name, stage):
    found = []
    for scene in COLOURED:
        shown = stage(scene, "en", name, 200)
        found += [f"{scene}: {said}" for _, said in low_contrast(shown.window)]
    assert found == []


def test_these_pages_have_every_kind_of_control(stage):
    met, all_kinds = set(), set()
    for scene in scenes():
        shown = stage(scene.name)
        seen = {type(w) for w in shown.window.findChildren(QWidget) if w.isVisible()}
        kinds = {kind for kind in seen if issubclass(kind, QAbstractButton | Framed)}
        all_kinds |= kinds
        met |= kinds if scene.name in COLOURED else set()
    assert all_kinds - met == set()
