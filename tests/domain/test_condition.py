"""How one comparison is written, and what of it cannot be meant."""

import pytest
from pydantic import ValidationError

from rls_wizard.domain.condition import Condition

Q = {"question": "days"}


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ({}, "name either a question or a finding"),
        ({"answer": 4}, "name either a question or a finding"),
        (Q | {"answer": 4, "finding": "often"}, "name either a question or a finding"),
        (Q, "a question needs an answer to compare with"),
        (Q | {"operator": "exists", "answer": "yes"}, "'exists' takes true or false"),
        (Q | {"operator": "exists", "answer": 1}, "'exists' takes true or false"),
        (Q | {"operator": ">", "answer": "4"}, "'>' needs a number"),
        (Q | {"operator": "<=", "answer": True}, "'<=' needs a number"),
        (Q | {"answer": 4, "is": False}, "'is' goes with a finding; a question has '!='"),
        ({"finding": "often", "operator": "!="}, "a finding is compared with nothing"),
        ({"finding": "often", "answer": "no"}, "a finding is compared with nothing"),
        ({"finding": "often", "answer": False}, "a finding is compared with nothing"),
    ],
)
def test_what_cannot_be_meant_is_refused(block, fault):
    with pytest.raises(ValidationError, match=fault):
        Condition.model_validate(block)


@pytest.mark.parametrize(
    "block",
    [
        Q | {"answer": 4},
        Q | {"answer": 0},
        Q | {"answer": "asked-unknown"},
        Q | {"operator": "exists", "answer": False},
        Q | {"operator": ">", "answer": 4.5},
        Q | {"operator": "!=", "answer": "yes"},
        {"finding": "often"},
        {"finding": "often", "is": False},
    ],
)
def test_what_can_be_meant_is_taken(block):
    told = Condition.model_validate(block).model_dump(by_alias=True, exclude_unset=True)
    assert told == block
