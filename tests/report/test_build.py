"""What the report says, before anybody draws it."""

from datetime import date

import pytest

from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper, build_report

TODAY = date(2026, 11, 22)


def asked(report):
    """Return what the box says about all warning signs that were asked."""
    (section,) = (s for s in report.box if s.title == "Warning signs")
    return [answer.answer for answer in section.answers if answer.link_id == "flags"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Asked: no to all"),
        ({"bother": None}, "Asked: no to all"),
        ({"rf.01": None}, "Not all of them were answered"),
        ({"rf.11": Absent.DECLINED}, "Not all of them were answered"),
        ({"rf.11": "yes", "paper.private": "no"}, "Not all of them were answered"),
        ({"rf.11": "yes"}, "Asked: no to all others"),
        ({"rf.02": "yes", "rf.11": None}, "Not all of them were answered"),
    ],
)
def test_no_to_all_is_only_said_when_it_was(content, visit, changes, said):
    assert asked(build_paper(content, visit(changes), TODAY)) == [said]


def changed(visit, **more):
    return visit({"rf.01": "no", "rf.11": "no", **more}).take_back("rf.01").take_back("rf.11")


SWOLLEN = "One leg newly swollen, painful, warm or changed in colour"
NODDED = "Nodded off while driving or using machines"


def box(report):
    """Return the lines of the box about warning signs."""
    return [(a.question, a.answer) for s in report.box if s.title == "Warning signs"
            for a in s.answers]  # fmt: skip


def test_a_flag_that_was_changed_is_named(content, visit):
    report = build_paper(content, visit({"rf.01": "no"}).take_back("rf.01"), TODAY)
    assert box(report) == [
        ("First answered yes, then changed to no", SWOLLEN),
        ("Warning signs", "Asked: no to all others"),
    ]


def test_a_flag_that_was_changed_is_named_beside_one_that_was_not(content, visit):
    report = build_paper(content, visit({"rf.02": "yes"}).take_back("rf.01"), TODAY)
    assert box(report) == [
        ("Warning signs", "Chest pain, breathlessness, coughing blood, collapse"),
        ("First answered yes, then changed to no", SWOLLEN),
        ("Warning signs", "Asked: no to all others"),
    ]


def test_all_answers_tell_what_was_changed(content, visit):
    report = build_paper(content, visit({"rf.01": "no"}).take_back("rf.01"), TODAY)
    told = {a.link_id: a.answer for s in report.answers for a in s.answers}
    assert (told["rf.01"], told["rf.03"]) == ("No (first answered yes)", "No")


def test_a_private_change_is_on_paper_only_if_allowed(content, visit):
    private = build_paper(content, changed(visit, **{"paper.private": "no"}), TODAY)
    assert [a.link_id for a in private.changed] == ["rf.01"]
    assert "first answered yes" not in "".join(
        a.answer for s in (*private.box, *private.clinician, *private.answers)
        for a in s.answers if a.link_id == "rf.11"
    )  # fmt: skip
    assert box(private)[-1] == ("Warning signs", "Not all of them were answered")
    allowed = build_paper(content, changed(visit, **{"paper.private": "yes"}), TODAY)
    assert [a.question for a in allowed.changed] == [SWOLLEN, NODDED]


@pytest.mark.parametrize("now", ["yes", Absent.UNKNOWN, Absent.DECLINED])
def test_what_is_not_a_no_now_is_not_told_as_one(content, visit, now):
    response = visit().take_back("rf.11").record("rf.11", now)
    assert build_report(content, response, TODAY).changed == ()


def test_what_was_denied_is_told_in_the_words_as_asked(content, visit):
    report = build_report(content, visit({"rf.02": "yes"}).take_back("rf.03"), TODAY)
    denied = {a.link_id: (a.question, a.answer) for a in report.denied}
    assert denied["rf.01"] == (SWOLLEN, "No")
    gone = "Last 24 hours: sudden weakness, or trouble speaking, seeing or balancing, now gone"
    assert denied["rf.04.past"] == (gone, "No")
    assert {"rf.02", "rf.03", "rf.18.severe"}.isdisjoint(denied)


def test_what_is_missing_is_no_reason(content, visit):
    report = build_report(content, visit({"days_per_week": None}), TODAY)
    assert [a.link_id for a in report.missing] == ["days_per_week"]
    assert report.stage_because == ()


def test_what_is_missing_is_a_question_on_the_screen_and_short_on_paper(content, visit):
    response = visit({"bother": None})
    (asked,) = build_report(content, response, TODAY).missing
    (short,) = build_paper(content, response, TODAY).missing
    assert asked.question == "On a day when you have it, how much does it bother you?"
    assert short.question == "Bother on a day with it, 0 to 10"


def test_a_source_from_memory_says_so(content, visit):
    report = build_report(content, visit({"rf.24": None, "rf.23": None}), TODAY)
    (cold,) = [line for line in report.advice if line.id == "ADV-COLD"]
    assert cold.sources[1].endswith("(from memory, to be checked)")


def test_past_the_review_date_it_is_said(content, visit):
    assert build_report(content, visit(), TODAY).origin.overdue == ""
    assert build_report(content, visit(), date(2027, 11, 23)).origin.overdue


def test_answers_of_one_row_only(content, visit):
    report = build_report(content, visit(), TODAY)
    (caution,) = [line for line in report.cautions if line.id == "CAU-MED-ANTIHISTAMINE-SHOP"]
    assert [a.answer.split(" (")[0] for a in caution.because] == ["Night-time cold tablets"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"iron.date": "2019"}, "2019"),
        ({"iron.date": "2026-03"}, "March 2026"),
        ({"iron.date": "2026-03-04"}, "4 March 2026"),
        ({"iron.date": "2026-03", "iron.date.about": "yes"}, "about March 2026"),
        ({"iron.date": Absent.UNKNOWN, "iron.date.about": "yes"}, "not sure"),
        ({"start_hour": 21}, "9 pm"),
        ({"start_hour": 0}, "Midnight"),
        ({"medicines": ()}, "none"),
    ],
)
def test_dates_and_hours_are_said_in_words(content, visit, changes, said):
    report = build_report(content, visit(changes), TODAY)
    told = {a.link_id: a.answer for s in report.answers for a in s.answers}
    assert told[next(iter(changes))] == said
    assert "iron.date.about" not in told


def test_a_date_in_a_text_is_said_in_words(content, visit):
    changes = {"iron.date": "2026-03", "iron.date.about": "yes"}
    report = build_report(content, visit(changes), TODAY)
    (caution,) = [line.text for line in report.cautions if "ferritin result" in line.text]
    assert "is from about March 2026." in caution


@pytest.mark.parametrize("certain", ["rf.03", "rf.05"])
def test_of_two_flags_of_one_level_the_certain_one_speaks(content, visit, certain):
    report = build_report(content, visit({"rf.02": Absent.UNKNOWN, certain: "yes"}), TODAY)
    assert [flag.id for flag in report.flags] == [certain, "rf.02"]


def test_an_entry_whose_name_is_not_known_is_told_by_its_number(content, visit):
    row = {"medicines.class": "antidepressant", "medicines.near_onset": "yes"}
    rows = ({"medicines.name": Absent.UNKNOWN, **row}, {"medicines.name": "Sertraline", **row})
    report = build_report(content, visit({"medicines.any": "yes", "medicines": rows}), TODAY)
    said = next(line.text for line in report.cautions if line.id == "CAU-MED-ANTIDEPRESSANT")
    assert said.startswith("Keep taking Medicine 1, Sertraline as prescribed.")


MANY = ("neuropathy", "high_bp", "kidney_mild")


def test_of_several_answers_only_those_that_matter_are_the_reason(content, visit):
    report = build_report(content, visit({"conditions": MANY}), TODAY)
    (feet,) = (line for line in report.cautions if line.id == "CAU-FEET")
    item = content.questionnaire.by_id["conditions"]
    assert [answer.answer for answer in feet.because] == [item.option("neuropathy").text]


def test_what_removes_advice_is_the_reason_for_leaving_it_out(content, visit):
    report = build_report(content, visit({"conditions": (*MANY, "raynaud")}), TODAY)
    reasons = {a.answer for line in report.left_out for a in line.because}
    item = content.questionnaire.by_id["conditions"]
    assert any(item.option("raynaud").text in reason for reason in reasons)
    assert not any(item.option("kidney_mild").text in reason for reason in reasons)


STOPPED = {"rf.26": "yes", "rf.26.unwell": "yes", "rf.06.stopped": "no", "paper.private": "no"}
DRANK_LESS = {"alcohol": "stopped", "rf.22": "yes", "rf.22.severe": "no"}


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({}, ""),
        (DRANK_LESS, "Please ask me what I was told to do today."),
        (DRANK_LESS | {"paper.private": "yes"}, ""),
    ],
)
def test_an_urgent_sign_beside_a_private_one_does_not_hide_that_there_is_more(
    content, visit, changes, note
):
    paper = build_paper(content, visit(STOPPED | changes), TODAY)
    assert "rf.26" in [flag.id for flag in paper.flags]
    assert paper.private_note == note
