"""What the window itself reads: settings, and where it stood."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from rls_wizard import settings
from rls_wizard.settings import Settings
from rls_wizard.ui import user_file
from rls_wizard.ui.screens import restore_place
from rls_wizard.ui.window import WizardWindow
from rls_wizard.ui.words import discard
from tests.fuzz import world
from tests.fuzz.qt import app, watched
from tests.fuzz.spoil import spoil_bytes, spoil_text
from tests.fuzz.target import Target, must

if TYPE_CHECKING:
    from random import Random

_LEAST_SEEN = 40
"""Pixels of a window that a hand can take hold of."""


def targets() -> list[Target]:
    """Return these readers."""
    return [
        Target("settings", _settings, _spoil_settings, _take_settings, budget=300),
        Target("settings file", _files, spoil_bytes, _read_file, budget=200),
        Target("place of the window", _places, _spoil_place, _take_place, slowest=10, budget=40),
    ]


# Settings ----------------------------------------------------------------------------------------


@cache
def _settings() -> list[bytes]:
    made = (
        Settings(),
        Settings("en", "gb", "night", 200, "yes", "01d9", "fast", "no", "refuse"),
    )
    return [json.dumps(settings.plain(one)).encode() for one in made]


def _spoil_settings(raw: bytes, dice: Random) -> bytes:
    found = json.loads(raw)
    for name in dice.sample(list(found), dice.randint(1, 4)):
        found[name] = dice.choice([spoil_text(found[name], dice), *found.values()])
    return json.dumps(found).encode()


def _take_settings(raw: bytes) -> bool:
    try:
        given = json.loads(raw)
    except ValueError:
        return False
    if not isinstance(given, dict):
        return False
    made = settings.read({name: text for name, text in given.items() if isinstance(text, str)})
    must(made.text_size in settings.SIZES, "a size that is not offered")
    must(made.theme in settings.THEMES and made.speech in settings.SPEEDS, "no theme, or no speed")
    must({made.keep} <= {"yes", "no"} and made.overdue in settings.OVERDUE, "keep, or overdue")
    must(settings.read(settings.plain(made)) == made, "what is kept of them comes back otherwise")
    must(-1 <= made.speech_rate <= 1 and made.prints_large in {True, False}, "rate, or print")
    must(made.with_step(1).with_speech(-1), "a step")
    return settings.plain(made) == given


@cache
def _files() -> list[bytes]:
    kept = [json.loads(raw).items() for raw in _settings()]
    lines = ["".join(f"{name}={text}\n" for name, text in one) for one in kept]
    return [f"[General]\n{text}".encode() for text in lines]


def _read_file(raw: bytes) -> bool:
    """Read a file where the system keeps settings, write it, and read it again."""
    with tempfile.TemporaryDirectory() as folder:
        with mock.patch.object(user_file, "_file", lambda scope: Path(folder, scope.name, "a.ini")):
            store = user_file.UserFile()
        place = Path(store.place)
        place.parent.mkdir(parents=True)
        place.write_bytes(raw)
        made = settings.read(store.read())
        must(store.write(settings.plain(made)), "it could not be written")
        must(settings.read(store.read()) == made, "what was kept comes back otherwise")
    return made != Settings()


# Where the window stands --------------------------------------------------------------------------


@cache
def _places() -> list[bytes]:
    app()
    window = WizardWindow(world.WORDS)
    window.show()
    normal = window.kept_place()
    window.showMaximized()
    large = window.kept_place()
    window.hide()
    return [normal.encode(), large.encode()]


def _spoil_place(raw: bytes, dice: Random) -> bytes:
    """Return a place with other numbers in it: it is a row of numbers of 16 and 32 bits."""
    found = bytearray.fromhex(raw.decode())
    for _ in range(dice.choice([1, 1, 2, 6])):
        at = dice.randrange(4, len(found) - 4) & ~1
        number = dice.choice([0, 1, -1, 5, 4_000, -4_000, 30_000, 2**31 - 1, -(2**31)])
        found[at : at + 4] = number.to_bytes(4, "big", signed=True)
    spoilt = found.hex().encode()
    return spoil_bytes(spoilt, dice) if dice.random() < 0.2 else spoilt


def _take_place(raw: bytes) -> bool:
    """See that a window can be seen and held, wherever it was said to be."""
    kept = settings.read({"window": raw.decode(errors="replace")}).window
    with watched():
        window = WizardWindow(world.WORDS)
        restore_place(window, kept)
        window.show()
        app().processEvents()
        seen = [screen.availableGeometry() & window.geometry() for screen in app().screens()]
        place = window.geometry()
        discard(window)
    held = any(min(part.width(), part.height()) >= _LEAST_SEEN for part in seen)
    must(held, f"out of reach: {place}")
    most = app().primaryScreen().virtualSize()
    must(place.width() <= most.width() and place.height() <= most.height(), f"large: {place}")
    return bool(kept)
