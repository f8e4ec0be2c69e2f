"""The hazard log names what is there, and every rule; people are not kept from content by it."""

from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.check import check, unfit
from rls_wizard.content.folder import chosen_content
from rls_wizard.content.hazards import named
from tests.content.conftest import HAZARD

TODAY = date(2026, 11, 22)
H, R = "hazards.toml", "rules/rules.toml"
URGENCY = """
[[urgency]]
id = "soon.leg"
level = "soon"
text = "Go soon."
when = [{ question = "leg", answer = "yes" }]

[[advice]]"""
FIRST, LAST = HAZARD.format(number=1), HAZARD.format(number=20)

FAULTS = {
    "a hazard of the evidence that is gone": (H, LAST, "", "hazard 'H20' is missing"),
    "two hazards of one id": (H, LAST, LAST + LAST, "hazard 'H20' is used 2 times"),
    "no rules": (
        H,
        FIRST,
        FIRST.replace('["ADV-*", "row.*"]', "[]").replace('["rf.*", "part.*"]', "[]"),
        "hazard 'H1' has no rules, nor rules it arises from",
    ),
    "nothing that reduces it": (
        H,
        FIRST,
        FIRST.replace('["rf.*", "part.*"]', "[]"),
        "hazard 'H1' has no rules or controls that reduce it",
    ),
    "no screens": (H, '["page", "result-page"]', "[]", "hazard 'H1' has no screens"),
    "no tests": (H, '["tests/test_x.py::test_x"]', "[]", "hazard 'H1' has no tests"),
    "a rule that is not there": (H, '"row.*"', '"row.9"', "'row.9', which nothing defines"),
    "a pattern that names none": (H, '"row.*"', '"raw.*"', "'raw.*', which nothing defines"),
    "a pattern for all": (H, '"row.*"', '"*"', "arises_from number 2: has a letter or sign"),
    "a screen that is not there": (H, '"page", "r', '"pge", "r', "names the screen 'pge', which"),
    "a severity that is none": (H, '"major"', '"bad"', "hazard 'H1': severity: "),
    "a severity without a meaning": (H, 'minor = "1", ', "", "'minor' is not explained in"),
    "a test that is no test": (H, "test_x.py::", "test_x.py:", "tests number 1: has a letter"),
    "a rule that no hazard names": (
        R,
        "[[advice]]",
        URGENCY,
        "rules/rules.toml: urgency 'soon.leg': no hazard names it",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_in_the_hazard_log_is_named(plant, kind):
    name, old, new, said = FAULTS[kind]
    found = plant(name, old, new)
    assert any(said in fault for fault in found), found


def test_a_folder_without_a_hazard_log_is_for_people_but_its_editor_is_told(folder):
    (folder / H).unlink()
    assert unfit(folder, TODAY) == []
    assert chosen_content(str(folder), i18n.load("en"), TODAY).folder == str(folder)
    (told,) = check(folder, TODAY)
    assert told.startswith("hazards.toml: cannot be read")


def test_a_fault_in_the_hazard_log_keeps_nobody_from_the_content(folder):
    (folder / H).write_text("owner = 1\n", encoding="utf-8")
    assert unfit(folder, TODAY) == []
    assert check(folder, TODAY)


def test_a_pattern_names_how_ids_begin():
    ids = ["CAU-MED-X", "CAU-IRON", "rf.01", "CAU-MED-Y"]
    assert named(["CAU-MED-*", "rf.01"], ids) == ("CAU-MED-X", "rf.01", "CAU-MED-Y")
    assert named(["CAU-MED"], ids) == ()
