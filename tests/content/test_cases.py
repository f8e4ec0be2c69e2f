import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases, run
from rls_wizard.content.reader import Reader
from rls_wizard.paths import resources

NAMES = [case.name for case in read_cases(Reader(resources() / "content", i18n.load("en")))]


@pytest.mark.parametrize("name", NAMES)
def test_case(content, cases, name):
    assert run(cases[name], assess_case(cases[name], cases, content)) == []


def test_there_are_enough(cases):
    assert len(cases) >= 120


def test_each_case_leads_to_a_next_step(content, cases):
    for case in cases.values():
        found = assess_case(case, cases, content)
        assert found.red_flags or found.advice or found.parts, case.name
