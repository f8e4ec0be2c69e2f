"""A few pages look as they did: no change is an accident.

After one that is meant: `python tests/gallery/make.py --reference`, and look at what it wrote.
"""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.gallery.reference import FOLDER, KEPT, SIZE, differs, kept, shown

SMALL = 60_000
"""How large a picture may be, in bytes."""
BUTTON = (878, 549, 1004, 595)
"""Where Next is."""
CLOCK, SIGN = (312, 146, 350, 184), (16, 74, 40, 98)
"""Where the signs of how soon, and of what is urgent, are."""


@pytest.mark.parametrize("name", KEPT)
def test_a_page_looks_as_it_did(name):
    assert differs(kept(name), shown(name)) == ""


def test_nothing_else_is_kept_and_nothing_large():
    files = list(FOLDER.glob("*.png"))
    assert sorted(file.stem for file in files) == sorted(KEPT)
    assert [file.name for file in files if file.stat().st_size > SMALL] == []


@pytest.fixture
def page():
    """A page with answers and a button."""
    return kept("how_strong.filled-1")


def test_letters_that_are_drawn_a_little_differently_are_the_same(page):
    assert differs(page, page) == ""
    assert differs(page, page.filter(ImageFilter.GaussianBlur(0.6))) == ""
    assert differs(page, ImageChops.offset(page, 1, 0)) == ""


@pytest.mark.parametrize("by", [(24, 0), (0, 12), (-16, -8)])
def test_a_button_that_was_moved_is_seen(page, by):
    button, other = page.crop(BUTTON), page.copy()
    other.paste(page.getpixel((BUTTON[0] - 5, BUTTON[1])), BUTTON)
    other.paste(button, (BUTTON[0] + by[0], BUTTON[1] + by[1]))
    assert differs(page, other)


@pytest.mark.parametrize(("name", "box"), [("result.1", CLOCK), ("strip", SIGN)])
def test_a_mark_that_is_missing_is_seen(name, box):
    whole = kept(name)
    other = whole.copy()
    other.paste(whole.getpixel(box[:2]), box)
    assert differs(whole, other)


def test_a_colour_that_changed_is_seen(page):
    other = page.copy()
    ImageDraw.Draw(other).rectangle(BUTTON, fill="#4f5268")
    assert differs(page, other)
    assert differs(page, ImageChops.add(page, Image.new("RGB", SIZE, (0, 30, 0))))


def test_a_window_of_another_size_is_seen(page):
    assert differs(page, page.resize((1024, 610)))
