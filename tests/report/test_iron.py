"""An iron result is told with its unit, in another one too, and never judged."""

import random
from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper, build_report

TODAY = date(2026, 11, 22)
UNITS = ("ng_ml", "ug_l", "pmol_l", "other", Absent.UNKNOWN)
PEOPLE = (
    "mild adult",
    "pregnant, 30 weeks, legs strong",
    "child of 8 with a parent",
    "teenager of 15",
    "on dialysis",
    "woman of 80, steady",
)


def iron(number, unit, **more):
    answers = {"iron.test": "result", "iron.ferritin": number, "iron.ferritin.unit": unit}
    return answers | {"iron.date": "2026-08"} | {f"iron.{k}": v for k, v in more.items()}


def told(sections):
    return {answer.link_id: answer.answer for part in sections for answer in part.answers}


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (18, "ng_ml", "18 ng/mL (the same as 18 µg/L)"),
        (18.0, "ug_l", "18 µg/L (the same as 18 ng/mL)"),
        (40, "pmol_l", "40 pmol/L (18 ng/mL)"),
        (18, "other", "18 (unit not known)"),
        (18, Absent.UNKNOWN, "18 (unit not known)"),
        (18, None, "18 (unit not known)"),
    ],
)
def test_a_result_is_told_in_both_units_everywhere(content, visit, number, unit, text):
    response = visit(iron(number, unit))
    paper, screen = build_paper(content, response, TODAY), build_report(content, response, TODAY)
    assert told(paper.clinician)["iron.ferritin"] == f"{text}; August 2026"
    assert told(paper.answers)["iron.ferritin"] == text
    (caution,) = [c for c in screen.cautions if c.id == "CAU-IRON-ASK"]
    assert caution.text.startswith(f"Your ferritin result of {text} is from August 2026. Ask")
    (check,) = [c for s in screen.review.sections for c in s.checks if c.link_id == "iron.ferritin"]
    assert check.answers == (text,)


def test_the_unit_is_told_with_its_number_only(content, visit):
    paper = build_paper(content, visit(iron(18, "ug_l")), TODAY)
    assert "iron.ferritin.unit" not in told(paper.answers)


def test_a_unit_still_to_be_told_is_asked_for(content, visit):
    report = build_report(content, visit(iron(18, None)), TODAY)
    assert "iron.ferritin.unit" in {answer.link_id for answer in report.review.gaps}


def test_the_clinician_reads_all_that_was_told_of_the_test(content, visit):
    more = {"sample": ("morning", "ill"), "more": ("tsat", "haemoglobin", "range", "earlier")}
    numbers = {"tsat": 18.0, "haemoglobin": 118, "haemoglobin.unit": "g_l", "range": "30 to 400"}
    earlier = (
        {
            "iron.earlier.date": "2025-03",
            "iron.earlier.ferritin": 40,
            "iron.earlier.unit": "pmol_l",
        },
        {"iron.earlier.date": "2024-03", "iron.earlier.ferritin": 12.5},
    )
    answers = iron(18, "ug_l", **more, **numbers, earlier=earlier)
    paper = build_paper(content, visit(answers), TODAY)
    iron_told, results = [s for s in paper.clinician if s.title.startswith("Iron")]
    assert [answer.answer for answer in iron_told.answers][-2:] == [
        "Morning; while ill or feverish",
        "30 to 400",
    ]
    assert results.head == ("Test", "Result, as told", "Date")
    assert [answer.cells for answer in results.answers] == [
        ("Ferritin", "18 µg/L (the same as 18 ng/mL)", "August 2026"),
        ("Transferrin saturation", "18 %", "August 2026"),
        ("Haemoglobin", "118 g/L (11.8 g/dL)", "August 2026"),
        ("Ferritin, older", "40 pmol/L (18 ng/mL)", "March 2025"),
        ("Ferritin, older", "12.5 (unit not known)", "March 2024"),
    ]


@pytest.mark.parametrize("case", PEOPLE)
def test_every_result_leads_to_the_same_but_for_the_number(content, visit, case):
    dice = random.Random(case)
    numbers = [
        18,
        300,
        0,
        74.9,
        75,
        75.1,
        20000,
        *(round(dice.uniform(0, 900), 1) for _ in "12345"),
    ]
    seen = set()
    for number in numbers:
        for unit in UNITS:
            more = {"more": ("tsat", "haemoglobin"), "tsat": dice.choice([5, 19, 20, 45, 60])}
            blood = {"haemoglobin": dice.choice([7, 12, 180]), "haemoglobin.unit": "g_dl"}
            response = visit(iron(number, unit, **more, **blood), case=case)
            seen.add(outcome(content, response))
    assert len(seen) == 1


def outcome(content, response):
    """Return all that the program says, without the number that it repeats."""
    found, report = assess(content, response), build_report(content, response, TODAY)
    number = told(report.answers)["iron.ferritin"]
    lines = (*report.cautions, *report.advice, *report.questions, *report.knowledge, *report.parts)
    texts = [line.text.replace(number, "#") for line in (*lines, *report.left_out, *report.flags)]
    return found.stage, found.urgency, found.missing, report.appointments, tuple(texts)


def test_no_rule_compares_a_number_of_the_blood(content):
    pages = {"iron_result_page"}
    items = [i for p in content.pages if p.id in pages for i in walk(p.items)]
    measured = {item.link_id for item in items if item.type == "decimal"}
    rules = content.rules
    tables = (*rules.named, *rules.sourced, *rules.stages, *rules.urgency)
    conditions = [c for rule in tables for c in (*rule.when, *getattr(rule, "any_row", ()))]
    asked = [c for c in conditions if c.question in measured]
    assert {c.operator for c in asked} == {"exists"}


TEST_SLIP = "leave out iron tablets the day before, and whether to eat"


@pytest.mark.parametrize("case", PEOPLE)
@pytest.mark.parametrize("test", ["never", "result", "told_low"])
def test_who_may_be_tested_is_told_how_to_get_ready(content, visit, case, test):
    answers = iron(18, "ug_l") | {"iron.test": test}
    report = build_report(content, visit(answers, case=case), TODAY)
    (ask,) = [line.text for line in report.cautions if line.id == "CAU-IRON-ASK"]
    assert TEST_SLIP in ask
    assert "If you use insulin or are pregnant, do not fast unless told." in ask


@pytest.mark.parametrize("case", PEOPLE[1:5])
@pytest.mark.parametrize("test", ["never", "result", "told_low"])
def test_who_has_other_numbers_is_told_so(content, visit, case, test):
    answers = iron(18, "ug_l") | {"iron.test": test}
    report = build_report(content, visit(answers, case=case), TODAY)
    (ask,) = [line.text for line in report.cautions if line.id == "CAU-IRON-ASK"]
    assert "They use other numbers for you." in ask
    assert "75" not in ask


def test_who_was_told_of_low_iron_is_told_to_look_for_the_cause(content, visit):
    report = build_report(content, visit(iron(18, "ug_l") | {"iron.test": "told_low"}), TODAY)
    (low,) = [line.text for line in report.cautions if line.id == "CAU-IRON-LOW"]
    assert "In men and after the menopause, the cause" in low
