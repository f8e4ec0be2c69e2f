"""The gallery: every page in every theme, size and window, whole and as it is seen, and checked.

`make.py --out FOLDER` writes pictures, contact sheets and `index.html`, prints how many faults were
found, and ends with 1 if there are any; `--reference` writes tests/reference/ anew; `--only NAME`
takes the scenes whose name begins so.
"""

import argparse
import os
import shutil
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QScrollArea

from rls_wizard.i18n import PSEUDO
from rls_wizard.ui import style, theme
from tests.gallery import reference, sheets
from tests.gallery.contrast import low_contrast
from tests.gallery.geometry import KINDS, crowded, faults
from tests.gallery.scenes import scenes
from tests.gallery.stage import Stage, settle

SIZES = (100, 200, 300)
WINDOWS = ((1024, 600), (1280, 800), (1080, 1920))
SMALLEST = WINDOWS[0]
MEASURED = 200
"""The size of text at which contrast is measured, in per cent."""
_QUALITY = 75
_OF_A_SCREEN = ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI")


class Look(NamedTuple):
    """How a window looks, whatever page it shows."""

    theme: str
    text_size: int
    language: str = "en"

    def folder(self, size):
        """Return the name of the folder of its pictures."""
        return f"{self.theme}-{self.text_size}-{size[0]}x{size[1]}-{self.language}"


def looks():
    """Return all. Colours know no language: the other one is shown in one theme."""
    themed = [Look(name, size) for name in theme.NAMES for size in SIZES]
    return themed + [Look(theme.LIGHT, size, PSEUDO) for size in SIZES]


def checked(stage, look, size):
    """Return what is wrong with what a stage shows; each thing is looked at once."""
    found = []
    if look.theme == theme.LIGHT:
        found += [fault for shown in stage.shown for fault in faults(shown)]
        found += crowded(stage.window, size)
    if look.text_size == MEASURED and size == SMALLEST and look.language != PSEUDO:
        found += [fault for shown in stage.shown for fault in low_contrast(shown)]
    return found


def _begin():
    # Pictures are to look the same, whatever screen their maker has.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in _OF_A_SCREEN:
        os.environ.pop(name, None)
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([sys.argv[0], *style.ARGUMENTS])
    style.prepare(app)
    app.setCursorFlashTime(0)


def _show(number, out):
    """Show one scene in every look; return how many pictures there are, and what is wrong."""
    scene, pictures, found = scenes()[number], 0, []
    for look in looks():
        stage = Stage(look.language, look.theme, look.text_size, SMALLEST)
        scene.show(stage)
        for size in WINDOWS:
            stage.window.resize(*size)
            settle()
            place = look.folder(size)
            found += [(scene.name, place, fault) for fault in checked(stage, look, size)]
            # Lines break alike in every theme.
            whole = look.theme == theme.LIGHT or (look.text_size, size) == (SIZES[0], SMALLEST)
            pictures += _take(stage, out / place, scene.name, whole=whole)
        stage.close()
    return pictures, found


def _take(stage, folder, name, *, whole):
    """Write the window as it is seen, and, where it scrolls, the whole page; return how many."""
    taken = {f"{name}.jpg": stage.grab()}
    for area in stage.window.findChildren(QScrollArea) if whole else ():
        if area.isVisible() and area.verticalScrollBar().maximum():
            taken[f"{name}.whole.jpg"] = area.widget().grab()
    folder.mkdir(parents=True, exist_ok=True)
    for file, picture in taken.items():
        # Half the time of a PNG, and nothing is measured on it.
        picture.save(str(folder / file), "JPG", _QUALITY)
    return len(taken)


def _report(count, pictures, found):
    for name, place, fault in found:
        print(f"{fault.kind}: {name} in {place}: {fault.said}")  # noqa: T201
    kinds = Counter(fault.kind for _, _, fault in found)
    rows = {"scenes": count, "pictures": pictures, **{kind: kinds[kind] for kind in KINDS}}
    for title, number in rows.items():
        print(f"{title:14}{number:7}")  # noqa: T201


def main():
    """Make it all; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/gallery"))
    parser.add_argument("--only", default="")
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    given = parser.parse_args()
    if given.reference:
        _begin()
        reference.write()
        return 0
    shutil.rmtree(given.out, ignore_errors=True)
    chosen = [n for n, scene in enumerate(scenes()) if scene.name.startswith(given.only)]
    with ProcessPoolExecutor(given.jobs, get_context("spawn"), initializer=_begin) as pool:
        shown = list(pool.map(_show, chosen, [given.out] * len(chosen)))
        names = [scenes()[number].name for number in chosen]
        folders = sorted(folder for folder in given.out.iterdir() if folder.is_dir())
        made = list(pool.map(sheets.make, folders, [names] * len(folders)))
    sheets.index(given.out, made)
    found = [fault for _, faults_ in shown for fault in faults_]
    _report(len(chosen), sum(pictures for pictures, _ in shown), found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
