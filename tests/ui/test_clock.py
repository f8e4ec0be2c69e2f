"""The clock of the computer is wrong, is set back during a visit, or passes midnight."""

import sys
from datetime import date, timedelta

import pytest

from rls_wizard.domain.response import Response
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.ui import loading
from tests.ui.conftest import TODAY

DAY = timedelta(days=1)
WRONG = "That cannot be right."
TELL_DAY = """
import sys
answers = sys.stdin.buffer.read()
begun, = [given for given in sys.argv if given.startswith("--begun=")]
sys.stdout.buffer.write(b"%PDF " + begun.encode() + answers)
"""


@pytest.mark.parametrize("day", [date(1970, 1, 1), TODAY - 2 * DAY])
def test_a_clock_before_the_texts_were_written_is_told_before_any_question(
    open_visit, content, meet, days, day
):
    days.append(day)
    person = meet(open_visit(content))
    assert WRONG in person.reads()
    assert "Have its date set right before you begin" in person.reads()


def test_the_day_is_said_in_words(open_visit, content, meet, days):
    days.append(date(1970, 1, 1))
    assert "today is 1 January 1970." in meet(open_visit(content)).reads()


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY, date(2027, 1, 1), date(2100, 12, 31)])
def test_of_any_other_day_nothing_is_said(open_visit, content, meet, days, day):
    days.append(day)
    assert WRONG not in meet(open_visit(content)).reads()


@pytest.mark.parametrize("start", [date(1970, 1, 1), TODAY, date(2100, 12, 31)])
def test_a_visit_is_of_the_day_on_which_it_began(
    open_visit, little, meet, days, child, tmp_path, qtbot, start
):
    child(TELL_DAY)
    days.append(start)
    person = meet(open_visit(little))
    person.begin()
    days.append(date(1999, 12, 31))
    person.go_to("Save the summary")
    person.press("save")
    qtbot.waitUntil(lambda: person.offered("message"), timeout=10_000)
    saved = (tmp_path / "summary.pdf").read_text()
    assert f"--begun={start}" in saved
    assert f'"answered_on": "{start}"' in saved


@pytest.fixture
def finds(monkeypatch, person, qtbot):
    """Let the person open an earlier summary of a day, before which something happens."""

    def find(day, meanwhile):
        told = Response(answered_on=day, answers={"urge": "yes", "kicks": "yes"})
        code = f"import sys; sys.stdin.read(); sys.stdout.buffer.write({pack(Earlier(told))!r})"
        monkeypatch.setattr(
            loading, "earlier_command", lambda *_, **__: [sys.executable, "-c", code]
        )
        person.press("earlier")
        meanwhile()
        person.press("earlier.open")
        qtbot.waitUntil(lambda: person.offered("earlier.use"), timeout=10_000)
        return person

    return find


@pytest.fixture(autouse=True)
def _a_file(tmp_path):
    (tmp_path / "earlier.pdf").write_bytes(b"%PDF")


def test_a_summary_of_after_midnight_is_read_where_the_page_was_open_before(finds, days, wizard):
    days.append(TODAY - DAY)
    person = finds(TODAY, lambda: days.append(TODAY))
    person.press("earlier.use")
    assert wizard.response.get("urge") == "yes"


def test_a_clock_set_back_after_reading_makes_no_visit_of_the_future(finds, days, wizard):
    person = finds(TODAY, lambda: None)
    days.append(TODAY - DAY)
    person.press("earlier.use")
    assert wizard.response.answered_on == TODAY
    assert wizard.response.then is None
    assert wizard.response.get("urge") == "yes"
