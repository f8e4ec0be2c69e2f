"""What the state machine and the monkey found, in as few steps as show it."""

from datetime import timedelta

import pytest

from rls_wizard.handover.earlier import Earlier, pack
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
