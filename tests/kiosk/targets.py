"""Every page on the screens of kiosks: what is pressed and what is read, in millimetres.

`python -m tests.kiosk.targets` measures all of them and prints a table.
"""

import argparse
import sys
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
)

from rls_wizard.kiosk.pin import hash_of
from rls_wizard.kiosk.site import Site
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.kiosk import size
from rls_wizard.ui.kiosk.measure import measure as measured
from tests.gallery.geometry import CUT, OUTSIDE, OVERLAP, faults, named
from tests.gallery.scenes import most
from tests.gallery.stage import Stage, settle
from tests.kiosk.room_scenes import room_scenes

_AT_HOME = {
    "fault.own", "fault.chosen", "welcome.at-once", "about.reports", "about.reports-deleted",
    "crashed.told", "crashed.unfinished", "crashed.opened", "crashed.deleted",
    "settings.not-kept", "closing", "restart", "menu", "welcome.taken-over", "then-and-now",
}  # fmt: skip
"""Scenes that no kiosk shows: files of its own, or a window that lies over the other."""


class Panel(NamedTuple):
    """A screen that stands in a waiting room."""

    name: str
    width: int
    height: int
    width_mm: float

    @property
    def scale(self):
        return size.Scale(self.width / self.width_mm, size.MEASURED)

    @property
    def picture(self):
        return QSize(self.width, self.height)


PANELS = (
    Panel('10.1" wide', 1280, 800, 217),
    Panel('10.1" upright', 800, 1280, 136),
    Panel('15.6" wide', 1920, 1080, 344),
    Panel('21.5" wide', 1920, 1080, 476),
    Panel('21.5" upright', 1080, 1920, 268),
)


class Found(NamedTuple):
    """What a page was measured to be, in millimetres, and what is wrong with it."""

    side: float
    gap: float
    capital: float
    wrong: list[str]


def site(**own):
    """Return the settings of a kiosk."""
    return Site.model_validate({"country": "gb", "pin_hash": hash_of("738291")} | own)


@contextmanager
def kiosk(panel, text_size=100, language="en", theme="light"):
    """Give a stage that is a kiosk with such a screen."""
    before = style.fit(size.sizes(panel.scale, panel.picture))
    try:
        stage = Stage(
            language=language, theme=theme, text_size=text_size,
            size=(panel.width, panel.height), site=site(),
            sizes=size.text_sizes(panel.scale, panel.picture),
        )  # fmt: skip
        yield stage
        stage.close()
    finally:
        style.fit(before)
        QApplication.setFont(style.base_font())


def measure(window, scale, *, large=False):
    """Return what is pressed and read in a window, and what is too small, too near or cut."""
    found = measured(window, scale)
    least = size.LARGE_CAPITAL if large else size.CAPITAL
    wrong = [f"small: {named(w)}: {mm:.1f} mm" for w, mm in found.small.items()]
    wrong += [
        f"near: {named(one)} and {named(other)}: {mm:.1f} mm"
        for (one, other), mm in found.near.items()
    ]
    wrong += [f"low: {named(w)}: {mm:.2f} mm" for w, mm in found.low(least).items()]
    wrong += [f.said for f in faults(window) if f.kind in {CUT, OVERLAP, OUTSIDE}]
    least_of = [min(part.values(), default=inf) for part in found]
    return Found(*least_of, wrong)


def unseen(window):
    """Return what of the first question cannot be seen before somebody scrolls."""
    area = window.findChild(QScrollArea)
    view = QRect(QPoint(0, 0), area.viewport().size())
    asked = [w for w in window.page.findChildren(AnswerWidget) if w.isVisible()]
    wrong = []
    for question in asked[:1]:
        title = question.findChild(QLabel)
        first = next((w for w in question.findChildren(QAbstractButton) if w.isVisible()), title)
        for widget in (title, first):
            corner = widget.mapTo(area.viewport(), QPoint(0, 0))
            if not view.contains(QRect(corner, widget.size())):
                wrong.append(f"below the fold: {named(widget)}")
    if window.size() != window.minimumSize().expandedTo(window.size()):
        wrong.append("the window needs more room")
    return wrong


# All of it ----------------------------------------------------------------------------------------


def scenes():
    """Return the pages that a kiosk shows; at home the summary is another one."""
    shown = [
        s for s in most() if s.name not in _AT_HOME and s.kind not in {"unfinished", "earlier"}
    ]
    shown = [s for s in shown if s.kind != "summary" or s.name == "summary.waiting"]
    return [*shown, *room_scenes(site())]


def main():
    """Measure every page on every screen; print a table, and all that is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.targets", description=__doc__)
    parser.add_argument("--only", default="", help="pages whose name has this in it")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of what is wrong")
    given = parser.parse_args()
    app = QApplication.instance() or QApplication(["targets", *style.ARGUMENTS])
    style.prepare(app)
    every = [scene for scene in scenes() if given.only in scene.name]
    bad = 0
    _say(f"{'screen':16}{'text':>5}{'pages':>7}{'side':>8}{'gap':>8}{'capital':>9}  wrong")
    for panel in PANELS:
        for text_size in (100, size.LARGE):
            bad += _table_row(panel, text_size, every, given.pictures)
    return 1 if bad else 0


def _say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _table_row(panel, text_size, every, pictures):
    all_found, said = [], []
    for scene in every:
        with kiosk(panel, text_size) as stage:
            scene.show(stage)
            settle()
            found = measure(stage.window, panel.scale, large=text_size >= size.LARGE)
            all_found.append(found)
            said += [f"    {scene.name}: {text}" for text in found.wrong]
            if pictures and found.wrong:
                pictures.mkdir(parents=True, exist_ok=True)
                name = f"{panel.name.replace(chr(34), '')}-{text_size}-{scene.name}.png"
                stage.window.grab().save(str(pictures / name))
    side, gap, capital = (min(values) for values in list(zip(*all_found, strict=True))[:3])
    _say(
        f"{panel.name:16}{text_size:>5}{len(every):>7}"
        f"{side:>8.2f}{gap:>8.2f}{capital:>9.2f}  {len(said)}"
    )
    for line in said:
        _say(line)
    return len(said)


if __name__ == "__main__":
    sys.exit(main())
