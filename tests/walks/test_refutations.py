"""What a proof finds is what a person would meet: its answers, given in the real window.

For each proof one fault that switches it off (`tests/proofs/planted.toml`).
"""

import json

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.fixed import WAY
from rls_wizard.domain.response import Absent
from rls_wizard.ui.route import Stop
from tests.proofs import properties
from tests.proofs.outcomes import seen
from tests.proofs.planting import loaded, planted
from tests.proofs.properties import refuted
from tests.proofs.world import build
from tests.walks.hands import Mouse
from tests.walks.visitors import Visitor
from tests.walks.walker import Walker

PROOFS = {bad.__name__: bad for bad in properties.PROPERTIES}
FIRST = {fault.caught_by: fault for fault in reversed(planted()) if fault.caught_by in PROOFS}


def visitor(refutation):
    """Return somebody who gives these answers."""
    response = refutation.response
    answers = json.loads(json.dumps({k: _told(v) for k, v in response.answers.items()}))
    return Visitor(refutation.wrong, response.answered_by.value, answers, (), (), ())


def _told(value):
    return value.value if isinstance(value, Absent) else value


def words(window):
    """Return all that stands on the page."""
    page = window.page
    found = [label.text() for label in page.findChildren(QLabel)]
    found += [button.text() for button in page.findChildren(QAbstractButton)]
    found += [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    return "\n".join(found)


def test_every_proof_is_met_in_the_window():
    assert FIRST.keys() == PROOFS.keys()


@pytest.mark.parametrize("fault", FIRST.values(), ids=str)
def test_a_refutation_is_met_in_the_window(fault, tmp_path, open_visit, qtbot):
    broken = loaded(fault.in_folder(tmp_path))
    refutation = refuted(build(broken), PROOFS[fault.caught_by])
    visit = open_visit(broken)
    qtbot.waitActive(visit.parent())
    if way := refutation.response.get(WAY):
        # As a kiosk presets it.
        visit.record({WAY: way})
    walker = Walker(Mouse(qtbot, visit.parent()), visit, visitor(refutation))
    walker.begin()
    walker.walk_to(Stop.REVIEW)
    walker.hand.go_on()
    assert walker.place.stop is Stop.RESULT
    met = seen(broken, assess(broken, visit.response))
    assert met == seen(broken, assess(broken, refutation.response))
    page = words(visit.parent())
    assert fault.sees in page
    assert not fault.lacks or fault.lacks not in page
