"""No check that cannot fail: each is shown to catch a fault that was planted for it."""

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.handover import answer_file
from rls_wizard.paths import own_content
from tests.proofs import properties
from tests.proofs.agreement import disagreements_about
from tests.proofs.planting import CHECKS, TODAY, loaded, planted
from tests.proofs.properties import refuted
from tests.proofs.world import build

FAULTS = planted()
PROOFS = {bad.__name__: bad for bad in properties.PROPERTIES}
PROVED = [fault for fault in FAULTS if fault.caught_by in PROOFS]


@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in PROVED], ids=str)
def test_a_planted_fault_is_caught(fault, tmp_path):
    found = CHECKS[fault.caught_by](fault.in_folder(tmp_path))
    assert any(fault.says in said for said in found), found


@pytest.mark.parametrize("fault", PROVED, ids=str)
def test_a_proof_fails_and_prints_answers_that_the_program_accepts(fault, tmp_path):
    content = loaded(fault.in_folder(tmp_path))
    world = build(content)
    refutation = refuted(world, PROOFS[fault.caught_by])
    assert fault.says in str(refutation)
    written = str(refutation).split("show it:\n")[1]
    response = answer_file.read(written.encode(), content, TODAY)
    assert response.answers == refutation.response.answers
    # The engine says of these answers what the formulas say.
    assert disagreements_about(world, [response]) == {}
    assert assess(content, response).complete


@pytest.mark.parametrize("check", sorted(CHECKS.keys() - PROOFS.keys() - {"can_happen"}))
def test_without_a_fault_the_check_is_silent(check):
    assert CHECKS[check](own_content()) == []


def test_every_check_is_shown_to_fail():
    assert {fault.caught_by for fault in FAULTS} == CHECKS.keys()
    assert len(FAULTS) >= 25
