"""The clock was set back since the visit began: the paper goes by the day of the visit."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from rls_wizard.handover.answer_file import write


def summary(response, *options):
    return subprocess.run(
        [sys.executable, "-m", "rls_wizard", "summary", "-", "-o", "-", *options],
        input=write(response),
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("day", [date.today() + timedelta(days=1), date(2100, 12, 31)])
def test_a_paper_is_made_of_a_visit_that_began_later_than_now(visit, day):
    made = summary(visit(answered_on=day), f"--begun={day}")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith(b"%PDF")


def test_answers_from_the_future_are_refused_else(visit):
    made = summary(visit(answered_on=date(2100, 12, 31)))
    assert (made.returncode, made.stdout) == (2, b"")
    assert b"'answered_on' is in the future: 2100-12-31" in made.stderr
