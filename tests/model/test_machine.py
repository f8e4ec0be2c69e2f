"""Some steps of the state machine at every change; `python -m tests.model.run` does many."""

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import Visits
from tests.model.run import budget

STEPS = 180


@pytest.mark.usefixtures("qapp")
def test_whatever_somebody_does_window_and_model_agree():
    run_state_machine_as_test(Visits, settings=budget(STEPS, derandomize=True))
    assert len(Visits.seen_at) > 5
