"""A whole visit, to a saved summary, by each way of using the window alone; `-rP` shows figures."""

from dataclasses import replace

import pypdfium2
import pytest

from rls_wizard.ui.route import Stop
from tests.walks.hands import Finger, Keyboard, Pad
from tests.walks.visitors import MILD_ADULT

SILENT = replace(
    MILD_ADULT, answers={q: a for q, a in MILD_ADULT.answers.items() if q != "own_words"}
)
"""Has no keyboard to write own words with: nobody has to."""


@pytest.fixture
def go(arrive, file, qtbot):
    """Walk to a saved summary; return the walker, and what stands on the paper."""

    def walk(hand):
        walker = arrive(SILENT, hand)
        walker.begin()
        walker.walk_to(Stop.SUMMARY)
        walker.hand.press("save")
        qtbot.waitUntil(lambda: walker.hand.offered("message"), timeout=20_000)
        document = pypdfium2.PdfDocument(file)
        words = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return walker, words

    return walk


def test_a_visit_by_keyboard_only(go):
    walker, words = go(Keyboard)
    assert "A daily walk" in words
    print(f"keyboard only: a visit of {len(walker.answers)} answers ends with a PDF")  # noqa: T201


def test_a_visit_by_five_keys_only(go):
    walker, words = go(Pad)
    assert "A daily walk" in words
    assert walker.answers["age"] == SILENT.answers["age"]
    told, keys = len(walker.answers), walker.hand.keys
    print(f"five keys only: a visit of {told} answers ends with a PDF after {keys} presses")  # noqa: T201


@pytest.fixture
def unhurried(qapp):
    """Let no two taps be as quick as a double click, without the time that takes."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("unhurried")
def test_a_visit_by_touch_only(go):
    walker, words = go(Finger)
    assert "A daily walk" in words
    told, taps, drags = len(walker.answers), walker.hand.taps, walker.hand.drags
    print(f"touch only: a visit of {told} answers ends with a PDF after {taps} taps, {drags} drags")  # noqa: T201
