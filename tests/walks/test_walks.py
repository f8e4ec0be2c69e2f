"""Invented people walk from the first page to a saved summary, by mouse and by keys."""

import sys
import threading
from functools import partial

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from rls_wizard import crash, i18n
from rls_wizard.domain.response import Absent
from rls_wizard.domain.values import accept
from rls_wizard.ui.answers.choice import ChoiceAnswer
from rls_wizard.ui.apology import Apology
from rls_wizard.ui.pages import Pages
from rls_wizard.ui.route import Stop
from tests.conftest import TODAY
from tests.walks.hands import Keyboard
from tests.walks.visitors import DARK_THOUGHTS, MILD_ADULT, OLDER, SWOLLEN_LEG, VISITORS

CANARY = "canary-7391"
MIDDLE = {
    "legs": lambda walker: walker.there_and_back(pages=2),
    "how_strong": lambda walker: walker.choose_setting("theme.dark"),
    "health": lambda walker: walker.press_often("larger", 4),
    "iron_page": lambda walker: walker.press_often("smaller", 4),
    "medicines_page": lambda walker: walker.choose_setting("language.qps"),
    "habits": lambda walker: walker.choose_setting("language.en"),
    "tried": lambda walker: walker.there_and_back(pages=4),
    "your_questions": lambda walker: walker.choose_setting("theme.light"),
}
"""What a person does once such a page is answered. None of it may change an answer."""


@pytest.fixture
def save(qtbot, file):
    """Save the summary; return its words, page by page."""

    def press_save(walker):
        walker.hand.press("save")
        qtbot.waitUntil(lambda: walker.hand.offered("message"), timeout=20_000)
        document = pypdfium2.PdfDocument(file)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return [" ".join(page.replace("\ufffe", "").split()) for page in pages]

    return press_save


@pytest.fixture
def languages(monkeypatch):
    """Offer a language that nobody speaks."""
    monkeypatch.setattr(i18n, "languages", lambda: ("en", "qps"))


def recorded(visitor, content):
    """Return what a visit holds once this person has answered everything."""
    items = content.questionnaire.by_id

    def plain(value):
        absent = isinstance(value, str) and value in list(Absent)
        return {"absent": value} if absent else value

    return {q: accept(items[q], plain(v), TODAY) for q, v in visitor.answers.items()}


def for_the_person(pages):
    """Return the pages that are not for the clinician, and not the list of answers."""
    first = next(n for n, page in enumerate(pages) if "For you: what to do" in page)
    last = next(n for n, page in enumerate(pages) if "All answers" in page)
    return " ".join(pages[first:last])


@pytest.mark.usefixtures("languages")
@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.name)
def test_a_person_walks_to_the_saved_summary(visitor, hand, arrive, save, content, display):
    walker = arrive(visitor, hand)
    walker.begin()
    walker.meanwhile = {page: partial(act, walker) for page, act in MIDDLE.items()}
    walker.walk_to(Stop.REVIEW)
    assert walker.meanwhile == {}
    assert (display.settings.theme, display.settings.text_size) == ("light", 100)
    assert walker.answers == recorded(visitor, content)

    link_id, other = visitor.change
    walker.change(link_id, other)
    assert walker.answers != recorded(visitor, content)
    walker.change(link_id, visitor.answers[link_id])
    assert walker.answers == recorded(visitor, content)

    walker.walk_to(Stop.SUMMARY)
    pages = save(walker)
    whole, own = " ".join(pages), for_the_person(pages)
    assert [told for told in visitor.paper if told not in whole] == []
    assert [advice for advice in visitor.gets if advice not in own] == []
    assert [advice for advice in visitor.never if advice in own] == []
    assert [told for told in visitor.private if told in whole] == []

    walker.hand.press("done")
    assert walker.place.stop is Stop.WELCOME
    assert walker.answers == {}


def test_shift_and_tab_lead_the_same_way_back(arrive):
    walker = arrive(OLDER, Keyboard)
    walker.begin()
    while walker.place.stop is not Stop.REVIEW:
        first, *rest = walker.hand.stops(Qt.Key.Key_Tab)
        assert len(rest) > 5
        assert walker.hand.stops(Qt.Key.Key_Backtab) == [first, *reversed(rest)]
        walker.pass_page()


def test_dark_thoughts_are_met_with_help_and_told_to_nobody(arrive, save):
    walker = arrive(DARK_THOUGHTS)
    walker.begin()
    walker.walk_to(Stop.URGENT)
    help_now = walker.hand.find("urgent").accessibleName()
    assert "Samaritans" in help_now
    assert "112 or 999" in help_now
    walker.walk_to(Stop.SUMMARY)
    words = " ".join(save(walker))
    assert [told for told in DARK_THOUGHTS.paper if told not in words] == []
    assert [hidden for hidden in DARK_THOUGHTS.never if hidden in words] == []


def test_who_gets_seen_today_has_only_that_on_the_paper(hand, arrive, save):
    walker = arrive(SWOLLEN_LEG, hand)
    walker.begin()
    walker.walk_to(Stop.SUMMARY)
    assert walker.visit.has_been_urgent
    pages = save(walker)
    own = pages[1].partition("What to do now")[2]
    assert own.startswith(" Today Please get help today")
    assert "Get seen today: call your GP" in own
    assert "All answers" in pages[2]
    assert [told for told in SWOLLEN_LEG.paper if told not in " ".join(pages)] == []
    assert [advice for advice in SWOLLEN_LEG.never if advice in own] == []


# Faults ------------------------------------------------------------------------------------------


@pytest.fixture
def watch(monkeypatch, display):
    """Take faults in a visit, and tell the person, as the program does; return the trails."""
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    trails = []

    def watch_over(visit):
        apology = Apology(visit.parent(), display, None, lambda: visit)

        def take(fault):
            trails.append(fault.trail)
            apology.take(fault)

        crash.install(take)
        return trails

    return watch_over


def fails_once(real, *, at):
    """Return a function that fails the first time it comes to something, then does its work."""
    left = [at]

    def fail_or_do(self, what):
        if left and left[0](self, what):
            left.clear()
            answers = CANARY
            raise RuntimeError(f"planted, with {answers}")
        return real(self, what)

    return fail_or_do


def build_fails(page):
    return Pages, "build", lambda _self, at: at.place.page == page


def choice_fails(link_id):
    return ChoiceAnswer, "_picked", lambda self, _number: self.item.link_id == link_id


@pytest.mark.parametrize(
    "planted",
    [build_fails("sleep"), choice_fails("caffeine")],
    ids=["building a page", "taking an answer"],
)
def test_a_fault_is_reported_and_the_visit_goes_on(
    planted, hand, arrive, save, watch, capsys, monkeypatch, content
):
    owner, name, at = planted
    monkeypatch.setattr(owner, name, fails_once(getattr(owner, name), at=at))
    walker = arrive(MILD_ADULT, hand)
    trails = watch(walker.visit)
    walker.begin()
    walker.walk_to(Stop.REVIEW)
    assert walker.apologies == len(trails) == 1
    assert "RuntimeError at" in trails[0]
    assert CANARY not in trails[0] + capsys.readouterr().err
    assert walker.answers == recorded(MILD_ADULT, content)
    walker.walk_to(Stop.SUMMARY)
    assert "A daily walk" in for_the_person(save(walker))
