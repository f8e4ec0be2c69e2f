"""Nothing of a visit is found after it: a few ways to end; `tests.kiosk.canary` goes them all."""

import os
import signal
import sys

import pytest

from rls_wizard.supervisor.jobs import sweep
from tests.kiosk import canary
from tests.printing.service import running_service

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux shows")
needs_root = pytest.mark.skipif(not canary.CAN_READ, reason="only root reads what is hidden")


@needs_root
def test_what_is_planted_is_found():
    found = canary.planted()
    for place in ("home/planted", "run/rls-wizard-", "stderr", "next: memory"):
        assert any(place in where for where in found), place


@needs_root
def test_a_visit_that_was_killed_is_gone():
    assert list(canary.after_each(["legs die"])) == [("legs die", [])]


@needs_root
def test_a_killed_supervisor_takes_the_visit_along():
    assert canary.after_an_end_of_the_supervisor(signal.SIGKILL) == []


def test_a_fault_on_the_way_keeps_the_answers_and_tells_nothing_of_them():
    with canary.room("first crash", "stay") as made:
        made.machine.goes_on(0)
        assert [note["same"] for note in made.machine.notes("went on")] == [True]
        assert "ValueError at" in made.machine.said
        assert made.word not in made.machine.said


def test_jobs_of_ours_are_removed_and_no_others(monkeypatch):
    with running_service() as service:
        monkeypatch.setattr(os, "environ", service.environment)
        service.run("cupsdisable", "office")
        job = service.cups.create("/printers/office", [])
        service.cups.send(job, b"%PDF-1.4 ours")
        other = service.root / "other.txt"
        other.write_text("a letter")
        service.run("lp", "-d", "office", "-t", "Letter", str(other))
        assert service.cups.mine() == [job]
        sweep()
        assert service.cups.mine() == []
        assert [name[0] for name in service.left].count("d") == 1
