"""Lets somebody do anything at the window, and holds it against the model.

python -m tests.model.run [STEPS] [SEED]
"""

import os
import random
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from tests.model.machine import Visits

STEPS, A_VISIT = 20_000, 40


def budget(steps, **more):
    """Return how long hypothesis goes on: so many steps, forty for each computer."""
    return settings(
        max_examples=max(1, steps // A_VISIT),
        stateful_step_count=A_VISIT,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        **more,
    )


def main(steps=STEPS, chance=None):
    """Do so many steps; return 1 if any was a fault."""
    chance = random.SystemRandom().randrange(1_000_000) if chance is None else chance
    print(f"seed {chance}, {steps} steps", flush=True)  # noqa: T201
    began = time.monotonic()
    try:
        run_state_machine_as_test(seed(chance)(Visits), settings=budget(steps))
    finally:
        print(f"{Visits.steps} steps in {time.monotonic() - began:.0f} s", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    app = QApplication(["rls-wizard", *style.ARGUMENTS])
    style.prepare(app)
    sys.exit(main(*map(int, sys.argv[1:])))
