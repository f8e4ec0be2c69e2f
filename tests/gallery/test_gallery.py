"""Every page, where most can go wrong: on the smallest window, at the smallest and largest text.

`make gallery` looks at all the others, too.
"""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from rls_wizard.i18n import PSEUDO
from rls_wizard.ui import theme
from rls_wizard.ui.answers.framed import Framed
from tests.gallery.contrast import low_contrast
from tests.gallery.geometry import crowded, faults
from tests.gallery.scenes import most

COLOURED = (
    "welcome.opened", "safety.opened", "legs.gaps", "feelings.opened", "how_strong.opened",
    "medicines_page.opened", "check.1", "urgent.1", "strip", "review.gaps", "result.1",
    "result.opened", "summary.print-choosing", "settings", "cover", "menu", "apology",
)  # fmt: skip
"""Between them they have every kind of control."""


def test_nothing_is_cut_overlaps_or_stands_outside(stage):
    met, all_kinds, found = set(), set(), []
    for scene in most():
        shown = stage(scene.name)
        found += wrong(scene.name, shown)
        kinds = {type(w) for w in shown.window.findChildren(QWidget) if w.isVisible()}
        kinds = {kind for kind in kinds if issubclass(kind, QAbstractButton | Framed)}
        all_kinds |= kinds
        met |= kinds if scene.name in COLOURED else set()
    assert found == []
    assert all_kinds - met == set()


def test_nor_where_the_text_is_three_times_as_large_long_and_mirrored(stage):
    looks = (PSEUDO, theme.LIGHT, 300)
    assert [w for s in most() for w in wrong(s.name, stage(s.name, *looks))] == []


def wrong(scene, stage):
    """Return what is wrong with where things stand, in words."""
    found = [fault for shown in stage.shown for fault in faults(shown)]
    found += crowded(stage.window, (1024, 600))
    return [f"{scene}: {kind}: {said}" for kind, said in found]


@pytest.mark.parametrize("name", theme.NAMES)
def test_all_can_be_read_and_found_in_every_theme(name, stage):
    found = []
    for scene in COLOURED:
        for shown in stage(scene, "en", name, 200).shown:
            found += [f"{scene}: {said}" for _, said in low_contrast(shown)]
    assert found == []
