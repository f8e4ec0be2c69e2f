"""What a paper carries is what stands on its pages."""

import json

import pytest

from rls_wizard.domain.response import Absent
from rls_wizard.handover.memory import memory

DARK = {"rf.09": "yes", "rf.09.safe": "safe", "rf.since.mood": "August"}
QUIET = {"rf.09": "no", "rf.09.safe": None, "rf.since.mood": None}
URGES = {"rf.10": "yes", "rf.10.danger": "no", "rf.since.urges": "May"}


@pytest.fixture
def carried(content, visit):
    """Return what the paper of a visit carries."""

    def carry(changes, **options):
        return memory(content, visit(changes), **options)

    return carry


@pytest.mark.parametrize(
    "told", [DARK, DARK | {"rf.09.safe": "not_safe"}, {"rf.09": Absent.UNKNOWN}]
)
def test_what_follows_from_a_private_answer_does_not_tell_it_by_being_there(carried, told):
    permission = {"paper.private": "no"}
    assert carried(QUIET | told | permission) == carried(QUIET | permission)
    allowed = {"paper.private": "yes"}
    digits = carried(QUIET | told | allowed, kiosk=True).digits
    assert digits == carried(QUIET | allowed, kiosk=True).digits


def test_what_no_longer_applies_is_not_carried(carried):
    once = {"pregnancy": "no", "pregnancy.weeks": 30, "rf.12": "yes"}
    assert carried(once) == carried(once | {"pregnancy.weeks": None, "rf.12": None})


def test_of_a_list_only_what_was_asked_in_an_entry_is_carried(carried):
    row = {"medicines.name": "A tablet", "medicines.class": "other"}
    once = row | {"medicines.start": "2026-05"}
    any_ = {"medicines.any": "yes"}
    assert carried(any_ | {"medicines": (once,)}) == carried(any_ | {"medicines": (row,)})


def test_answers_that_were_asked_are_carried(carried):
    answers = json.loads(carried(DARK | {"paper.private": "yes"}).answers)["answers"]
    assert {name: answers[name] for name in DARK} == DARK
