"""Of each red flag and removal, two people show that it fires, and that it just does not."""

from datetime import date

import pytest

from rls_wizard.content.check import faults

TODAY = date(2026, 11, 22)
Q, R, C = "questionnaire/1.toml", "rules/rules.toml", "cases/cases.toml"
ADVICE = 'source = ["S1"]\ngrade = "C"'
NO_MISS = "red flag 'rf.01' (same-day, block 1): no case just misses it"
REMOVED = """
[[case]]
name = "removed"
answers = { leg = "yes", days = 2, secret = "yes" }
stage = "initial"
left_out = ["ADV-WALK"]
"""


def near(found):
    assert all("just misses" in fault for fault in found), found
    return found


def test_a_question_that_comes_with_the_answer_is_no_difference(folder):
    # "A sample visit" is not asked for the days of "today", and just misses its flag.
    assert near(faults(folder, TODAY)) == []


@pytest.mark.parametrize(
    "answers", ['{ leg = "no", "core.urge" = "yes" }', '{ leg = "yes" }'], ids=["two", "open"]
)
def test_a_flag_that_no_case_just_misses_is_named(plant, answers):
    old = 'answers = { leg = "no" }'
    (fault,) = near(plant(C, old, f"answers = {answers}"))
    assert NO_MISS in fault
    assert "add one that is like 'today', but for one answer" in fault


@pytest.fixture
def removal(folder, plant):
    """Content where a private yes removes the walk, as one case shows, and one more case."""

    def with_case(answers):
        page = folder / Q
        asked = 'link_id = "secret"\n'
        page.write_text(page.read_text().replace(asked, f"{asked}required = true\n", 1))
        rules = folder / R
        private = '[[finding]]\nid = "secretive"\ntext = "a secret"\n'
        private += 'when = [{ question = "secret", answer = "yes" }]\n\n[[advice]]'
        text = rules.read_text().replace("[[advice]]", private, 1)
        rules.write_text(text.replace(ADVICE, f'remove = ["secretive"]\n{ADVICE}', 1))
        cases = folder / C
        cases.write_text(cases.read_text().replace("{ leg", '{ secret = "no", leg'))
        other = f'\n[[case]]\nname = "other"\nanswers = {answers}\nstage = "initial"\n'
        return near(plant(C, "\n[[case]]", f"{REMOVED}{other}\n[[case]]"))

    return with_case


def test_a_removal_that_no_case_just_misses_is_named(removal):
    (fault,) = removal('{ leg = "no", secret = "no" }')
    assert "advice 'ADV-WALK' removed by 'secretive': no case just misses it" in fault


def test_one_answer_that_brings_the_advice_back_is_enough(removal):
    assert removal('{ leg = "yes", days = 2, secret = "no" }') == []
