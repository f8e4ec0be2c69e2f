"""Lets somebody do anything at the window, and holds it against the model.

python -m tests.model.run [STEPS] [SEED]
"""

import faulthandler
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

STEPS, OFTEN = 20_000, 1_000
RULES, COMES_OF = 40, 60
"""How many rules are applied before one computer, and how many steps come of them, about."""


def budget(steps, **more):
    """Return how long hypothesis goes on, for about so many steps."""
    return settings(
        max_examples=max(1, steps // COMES_OF),
        stateful_step_count=RULES,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        **more,
    )


class Loud(Visits):
    """Says now and then how far it is."""

    said = 0

    def teardown(self):
        super().teardown()
        done = self.seen_at.total()
        if done // OFTEN > Loud.said:
            Loud.said = done // OFTEN
            print(f"{done} steps", flush=True)  # noqa: T201


def main(steps=STEPS, chance=None):
    """Do so many steps; return 1 if any was a fault."""
    chance = random.SystemRandom().randrange(1_000_000) if chance is None else chance
    print(f"seed {chance}, {steps} steps", flush=True)  # noqa: T201
    began = time.monotonic()
    try:
        # What comes of the rules is not known beforehand, so there may have to be another round.
        while (left := steps - Visits.seen_at.total()) > 0:
            run_state_machine_as_test(seed(chance)(Loud), settings=budget(left))
            chance += 1
    finally:
        done, seconds = Visits.seen_at.total(), time.monotonic() - began
        print(f"{done} steps in {seconds:.0f} s; they ended at:")  # noqa: T201
        print(*(f"{n} {place}" for place, n in Visits.seen_at.most_common()), sep=", ")  # noqa: T201
    return 0


if __name__ == "__main__":
    # Qt may end the process: then this is all that tells where.
    faulthandler.enable()
    app = QApplication(["rls-wizard", *style.ARGUMENTS])
    style.prepare(app)
    sys.exit(main(*map(int, sys.argv[1:])))
