"""What the person looks at again before the result."""

from datetime import date

import pytest

from rls_wizard.domain.response import Absent, AnsweredBy
from rls_wizard.report.build import build_paper, build_report

TODAY = date(2026, 11, 22)


@pytest.fixture
def review(content, visit):
    def build(changes=None, taken_back=(), **header):
        response = visit(changes, **header)
        for link_id in taken_back:
            response = response.take_back(link_id)
        return build_report(content, response, TODAY).review

    return build


def checks(found):
    return {c.link_id: c for section in found.sections for c in section.checks}


def test_every_answer_is_there_once_and_in_order(content, visit, review):
    found = review()
    order = [item.link_id for item in content.questionnaire.asked]
    single = [c.link_id for s in found.sections for c in s.checks if not c.denied]
    assert single == sorted(single, key=order.index)
    denied = [text for c in checks(found).values() if c.denied for text in c.answers]
    in_lists = {"rf.01", "rf.02", "rf.03", "rf.04", "rf.04.past", "rf.05", "rf.05.legs", "rf.08",
                "rf.17", "rf.18", "rf.19", "rf.06", "rf.16", "rf.16.weight", "rf.16.sweats",
                "rf.16.bruises", "rf.16.lump", "rf.08.little", "rf.26"}  # fmt: skip
    inside = content.questionnaire.told_inside
    asked = {a.link_id for s in build_report(content, visit(), TODAY).answers for a in s.answers}
    given = {link for link in visit().answers if link not in inside} & asked
    assert {*single} == given - in_lists
    assert len(denied) == len(in_lists)


def test_a_list_that_was_denied_is_one_thing(review):
    found = checks(review())["rf.01"]
    assert found.denied
    assert found.question.startswith("In your legs")
    assert found.answers[0] == "One leg newly swollen, painful, warm or changed in colour"


@pytest.mark.parametrize("value", ["yes", Absent.UNKNOWN])
def test_a_warning_sign_stands_out_of_its_list(review, value):
    (section,) = [s for s in review({"rf.03": value}).sections if s.title == "Safety first"]
    first, denied, *_ = section.checks
    assert (first.link_id, first.alarming) == ("rf.03", True)
    assert (denied.link_id, denied.denied, len(denied.answers)) == ("rf.01", True, 4)


def test_warning_signs_of_all_lists_stand_above_them(review):
    (section,) = [s for s in review({"rf.02": "yes"}).sections if s.title == "Safety first"]
    assert [c.link_id for c in section.checks] == ["rf.02", "rf.01", "rf.04"]


def test_a_changed_warning_sign_stands_out_too(review):
    found = checks(review({"rf.01": "no"}, taken_back=["rf.01"]))
    assert (found["rf.01"].answers, found["rf.01"].alarming) == (("No (first answered yes)",), True)
    assert found["rf.03"].denied


def test_a_warning_sign_outside_of_a_list_does_so_as_well(review):
    assert not checks(review())["rf.11"].alarming
    assert checks(review({"rf.11": "yes"}))["rf.11"].alarming


def test_rows_are_lines(review):
    assert len(checks(review())["medicines"].answers) == 2


def test_what_has_to_be_answered_is_apart_from_what_may_be_skipped(review):
    found = review({"bother": None, "kicks": None})
    assert [a.link_id for a in found.gaps] == ["bother"]
    assert "kicks" in [a.link_id for a in found.skipped]
    assert {"bother", "kicks"}.isdisjoint(checks(found))


def test_not_sure_is_no_gap(review):
    found = review({"core.urge": Absent.UNKNOWN, "core.rest": Absent.UNKNOWN})
    assert found.gaps == ()
    assert checks(found)["core.urge"].answers == ("Not sure",)


def test_a_gap_inside_of_a_row_is_named(review):
    found = review({"medicines": ({"medicines.name": "X"},)})
    assert {a.link_id.partition(".")[0] for a in found.gaps} == {"medicines"}
    asked = {a.question for a in found.gaps}
    assert "Medicines: What is it for, or what is in it?" in asked


def test_a_gap_is_asked_in_the_words_that_fit_the_person(review):
    (gap,) = review({"rx_now": None}, answered_by=AnsweredBy.PARENT).gaps
    assert gap.question.startswith("Does your child now take or use anything for the legs")


def test_private_answers_are_known(review):
    private = [c.link_id for c in checks(review()).values() if c.private]
    assert private == ["rf.11", "mood", "rf.09"]
    assert [review({"paper.private": said}).allowed for said in ("yes", "no", None)] == [
        True, False, False,
    ]  # fmt: skip
    assert review(dict.fromkeys(private, Absent.DECLINED)).allowed is None


def test_pages_of_one_step_stand_together(content, review):
    titles = [section.title for section in review().sections]
    assert len(titles) == len(set(titles))
    steps = {page.step or page.title for page in content.pages}
    assert len(titles) <= len(steps)


def test_paper_has_none(content, visit):
    assert build_paper(content, visit(), TODAY).review.sections == ()


def test_each_of_several_answers_stands_by_itself(review):
    found = checks(review({"conditions": ("neuropathy", "adhd")}))
    assert found["conditions"].answers == ("Nerve damage, or less feeling in feet or legs", "ADHD")
