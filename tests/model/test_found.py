"""What the state machine and the monkey found, in as few steps as show it."""

from datetime import timedelta

import pytest

from rls_wizard.domain.response import Absent
from rls_wizard.handover.answer_file import read, write
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.ui.route import Stop
from tests.gallery.stage import TODAY, Stage, told

TELL = "import sys; sys.stdin.read(); sys.stdout.buffer.write({!r})"


@pytest.fixture
def stage(qapp):
    opened = Stage()
    _ = opened.visit
    yield opened
    opened.close()


@pytest.fixture
def came_back(stage):
    """Somebody goes on from a summary of two weeks ago."""
    earlier = told("A sample visit").model_copy(update={"answered_on": TODAY - timedelta(days=14)})
    stage.earlier(TELL.format(pack(Earlier(earlier))))
    stage.wait(lambda: stage.offered("earlier.use"))
    stage.press("earlier.use")
    return stage


def test_settings_open_after_an_earlier_summary_was_taken_over(came_back):
    # What was told at that visit was looked up for each setting, too: of none there is anything.
    came_back.command("settings")
    assert came_back.offered("settings.theme.dark")
    came_back.press("settings.theme.dark")
    assert came_back.display.settings.theme == "dark"


def test_a_tick_that_is_not_asked_for_any_more_denies_nothing(stage):
    # Its yes stood behind the list, so that taking back the only tick in view was a no to all.
    stage.press("answered_by.parent")
    stage.visit.record({"age": 9})
    stage.page("safety")
    stage.press("flags.body.unsure", "rf.14.yes")
    stage.visit.record({"age": 44})
    stage.page("safety")
    stage.press("rf.02.yes", "rf.02.yes")
    assert stage.visit.response.get("rf.02") is None
    assert not stage.find("flags.body.none").isChecked()


def test_who_was_not_sure_is_asked_once_more_with_the_answers_of_the_question(stage):
    # "Are you safe?" was asked again with yes and no, which are no answers to it: either was
    # written down, took the warning sign away, and made the whole summary unreadable. The page
    # itself offers no "not sure", but an answer file may have it.
    stage.tell("A sample visit")
    stage.visit.record({"rf.09": "yes", "rf.09.safe": Absent.UNKNOWN})
    stage.page("mood_page")
    stage.press("next")
    assert stage.visit.place.stop is Stop.CHECK
    assert not stage.offered("rf.09.safe.no")
    stage.press("rf.09.yes", "rf.09.safe.not_safe", "next")
    assert stage.visit.place.stop is Stop.URGENT
    told = stage.visit.response
    assert told.get("rf.09.safe") == "not_safe"
    assert read(write(told), stage.content, TODAY) == told
