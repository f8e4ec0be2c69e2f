"""Somebody who presses and types anything, anywhere; `python -m tests.model.monkey` does more."""

import pytest

from tests.model.monkey import run

EVENTS = 80


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("chance", [1, 2])
def test_nothing_that_is_pressed_or_typed_is_a_fault(chance):
    monkey = run(EVENTS, chance)
    assert len(monkey.seen) > 4
