"""What is left out is told once, for its reasons; on paper in a few lines."""

from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper, build_report

TODAY = date(2026, 11, 22)
WORSE = "row 5: worse in spite of 6 weeks of self-care"
A_LOT = ("neuropathy", "diabetic_foot", "pad", "raynaud", "wound", "skin", "high_bp", "ms")
FEW = 6
LINE = 70
"""How many characters a line of the person's page has, about."""


def all_conditions(content):
    options = content.questionnaire.by_id["conditions"].options
    return tuple(option.code for option in options if not option.exclusive)


def answered(content, response):
    """Answer what more is asked, with no or the last answer."""
    while missing := assess(content, response).missing:
        for link_id in missing:
            item = content.questionnaire.by_id[link_id]
            codes = [option.code for option in item.offered]
            code = "no" if "no" in codes else codes[-1]
            response = response.record(link_id, (code,) if item.repeats else code)
    return response


def told(lines):
    return [title for line in lines for title in line.title.split("; ")]


@pytest.fixture
def worst(content, visit):
    return answered(content, visit({"conditions": all_conditions(content)}, case=WORSE))


def test_what_has_the_same_reasons_stands_in_one_line(content, visit):
    report = build_report(content, visit({"conditions": ("neuropathy",)}), TODAY)
    (line,) = report.left_out
    titles = "Warm water or a heat pad; Warm and cool water in turn; A cold pack"
    assert line.text.startswith(f"Left out because of numb feet: {titles}; ")


def test_reasons_are_joined_in_one_order(content, visit):
    report = build_report(content, visit({"conditions": A_LOT}, case=WORSE), TODAY)
    reasons = [frozenset(line.text.split(": ")[0].split(", ")) for line in report.left_out]
    assert len(set(reasons)) == len(reasons)


def test_each_is_left_out_once_on_screen_and_on_paper(content, worst):
    found = [c.rule.title for c in assess(content, worst).left_out]
    assert len(found) > FEW
    for report in (build_report(content, worst, TODAY), build_paper(content, worst, TODAY)):
        assert sorted(told(report.left_out)) == sorted(found)


def test_every_point_of_the_old_text_that_is_left_out_is_named(content, worst):
    seed = [c.rule.title for c in assess(content, worst).left_out if c.rule.seed]
    text = " ".join(line.text for line in build_paper(content, worst, TODAY).left_out)
    assert seed
    assert all(title in text for title in seed)


def test_on_paper_it_takes_a_few_lines(content, worst):
    lines = build_paper(content, worst, TODAY).left_out
    assert sum(-(-len(line.text) // LINE) for line in lines) <= FEW


def test_a_short_line_says_that_there_is_more(content, worst):
    lines = build_paper(content, worst, TODAY).left_out
    assert lines
    assert all(", and other things you told us: " in line.text for line in lines)


def test_what_is_short_already_is_the_same_on_paper(content, visit):
    response = visit({"conditions": ("neuropathy", "epilepsy")}, case=WORSE)
    response = answered(content, response)
    screen, paper = build_report(content, response, TODAY), build_paper(content, response, TODAY)
    assert [line.text for line in paper.left_out] == [line.text for line in screen.left_out]


def test_who_was_not_sure_is_told_so(content, visit):
    report = build_paper(content, visit({"conditions": Absent.UNKNOWN}), TODAY)
    unsure = "Left out to be safe, because you were not sure about "
    assert report.left_out
    assert all(line.text.startswith(unsure) for line in report.left_out)


def test_nothing_is_left_out_that_the_stage_does_not_show(content, visit):
    mild = visit({"conditions": A_LOT}, case="mild adult")
    shown = {c.rule.id for c in assess(content, mild).left_out}
    assert "ADV-PNS" not in shown
    assert "ADV-NUTRITION" not in shown


def test_the_persons_page_names_the_reasons_alone(content, visit):
    report = build_paper(content, visit({"conditions": ("neuropathy",)}), TODAY)
    assert report.left_out_short == "Some advice is left out because of numb feet."
    healthy = build_paper(content, visit({"conditions": ("none",)}), TODAY)
    assert (healthy.left_out, healthy.left_out_short) == ((), "")


def test_a_reason_that_is_not_sure_is_named_as_such(content, visit):
    response = answered(content, visit({"conditions": Absent.UNKNOWN}))
    assert "(not sure)" in build_paper(content, response, TODAY).left_out_short


def test_very_many_reasons_take_few_words(content, worst):
    report = build_paper(content, worst, TODAY)
    assert "and other things you told us" in report.left_out_short
    assert len(report.left_out_short) <= 4 * LINE
