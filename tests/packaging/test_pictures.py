"""The pictures of the README: all there, all used, small, and what the program looks like today."""

import re
import subprocess
import sys
from os import environ
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).parents[2]
FOLDER = "packaging/pictures"
LARGEST, LARGEST_TOGETHER = 80_000, 700_000
PICTURE = re.compile(r'<img src="([^"]+)" width="\d+%" alt="([^"]{20,})">')
THUMB = (64, 48)
MOST_APART = 5
"""Of 255, on the average of a small copy: any two pages are further apart, two fonts are not."""


@pytest.fixture(scope="module")
def kept():
    """The pictures in the checkout, by name."""
    return {file.name: file for file in (ROOT / FOLDER).glob("*.png")}


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """The pictures of the program as it is, by name."""
    out = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, str(ROOT / FOLDER / "take.py"), str(out)]
    env = environ | {"PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=env)
    assert done.returncode == 0, done.stderr
    return {file.name: file for file in out.iterdir()}


def look(file):
    """Return the size of a picture, and a small copy to compare loosely: fonts may differ."""
    with Image.open(file) as picture:
        return picture.size, picture.convert("L").resize(THUMB)


def test_the_readme_shows_every_picture_with_words_for_who_cannot_see_it(kept):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = [source for source, _words in PICTURE.findall(text)]
    assert sorted(shown) == sorted(f"{FOLDER}/{name}" for name in kept)
    assert text.count("<img") == len(shown)


def test_the_pictures_are_small(kept):
    sizes = [file.stat().st_size for file in kept.values()]
    assert max(sizes) < LARGEST
    assert sum(sizes) < LARGEST_TOGETHER


def test_the_pictures_show_the_program_as_it_is(kept, taken):
    assert taken.keys() == kept.keys()
    for name, file in kept.items():
        (size, small), (size_now, small_now) = look(file), look(taken[name])
        assert size == size_now, name
        apart = ImageStat.Stat(ImageChops.difference(small, small_now)).mean[0]
        assert apart < MOST_APART, f"{name} looks different now: make pictures"
