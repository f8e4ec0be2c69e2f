"""The hardest rules of each section of rules.md, carried by the content format as it is."""

from datetime import date
from pathlib import Path

import pytest

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flow import wording
from rls_wizard.domain.response import Absent, Response
from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.words import Words

TODAY = date(2026, 11, 22)
BASE = {"country": "gb", "age": 40, "rx_now": "no", "urge": "yes", "conditions": ("none",)}


@pytest.fixture(scope="module")
def hardest():
    return load_content(Path(__file__).parent / "hardest", i18n.load("en"))


def person(answered_by="self", **answers):
    given = {name.replace("__", "."): value for name, value in answers.items()}
    return Response(answered_on=TODAY, answered_by=answered_by, answers=BASE | given)


def drug(kind, name="X", where="prescribed", near="no"):
    row = {"medicines.name": name, "medicines.class": kind, "medicines.from": where}
    return row | ({} if kind == "other" else {"medicines.near_onset": near})


def said(content, response, kind):
    found = assess(content, response)
    words = Words(content, found.logic)
    return {c.rule.id: words.text(c) for c in getattr(found, kind)}


def stage(content, response):
    return assess(content, response).stage.value


def test_1_what_an_observer_does_not_see_is_not_a_no(hardest):
    assert stage(hardest, person(urge="no")) == "none"
    assert stage(hardest, person("parent", age=8, urge="no")) == "incomplete"


def test_1_a_private_question_may_be_declined(hardest):
    declined = person(mood="low", rf__09=Absent.DECLINED)
    assert stage(hardest, declined) == "initial"
    assert stage(hardest, person(mood="low", rf__09=Absent.UNKNOWN)) == "withheld"


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (person(), "Do you feel the urge?"),
        (person(rx_now="yes"), "The urge, now or before treatment?"),
        (person("parent", age=8), "Do you see rubbing or pacing?"),
    ],
)
def test_2_the_words_change_with_the_person(hardest, response, words):
    item = hardest.questionnaire.by_id["urge"]
    assert wording(item, hardest.logic(response)) == words


def test_3_treated_with_a_no_is_provisional(hardest):
    found = assess(hardest, person(rx_now="yes", urge="no"))
    assert (found.stage.value, found.provisional) == ("initial", True)


def test_5_urgency_rests_on_the_stage(hardest):
    numb = {"conditions": ("numb",)}
    assert assess(hardest, person(urge="no", **numb)).urgency.value == "soon"
    assert assess(hardest, person(**numb)).urgency.value == "none"


def test_6_a_flag_is_asked_only_for_the_class_concerned(hardest):
    calm = person(medicines=(drug("other"),), rf__25="yes")
    restless = person(medicines=(drug("antipsychotic", "Olanzapine"),), rf__25="yes")
    assert said(hardest, calm, "red_flags") == {}
    flags = said(hardest, restless.record("rf.25.unbearable", "no"), "red_flags")
    assert "rf.25" in flags


def test_6_unbearable_asks_for_dark_thoughts(hardest):
    response = person(medicines=(drug("antipsychotic"),), rf__25="yes", rf__25__unbearable="yes")
    assert "rf.09" in assess(hardest, response).missing


def test_6_an_emergency_only_flag_that_is_not_sure(hardest):
    flags = said(hardest, person(mood="low", rf__09=Absent.UNKNOWN), "red_flags")
    assert flags["rf.09"] == "Not sure about Dark thoughts: call 111; if now, call 999."


def test_7_remove_ask_gentle(hardest):
    ask = person(conditions=("pad",))
    unsure = person(conditions=Absent.UNKNOWN)
    assert said(hardest, ask, "advice")["ADV-MASSAGE"] == "Ask first."
    assert "ADV-MASSAGE" in said(hardest, unsure, "left_out")
    assert said(hardest, person(urge="no"), "advice")["ADV-WALK"] == "Walk gently."


@pytest.mark.parametrize(("weight", "given"), [(95, True), (72, False), (Absent.UNKNOWN, False)])
def test_7_weight_only_by_a_number_that_is_known(hardest, weight, given):
    response = person(height=170, weight=weight)
    assert ("ADV-WEIGHT" in said(hardest, response, "advice")) is given


@pytest.mark.parametrize(
    ("answers", "fires"),
    [
        ({"medicines": (drug("opioid"),), "alcohol": "most_days"}, True),
        ({"medicines": (drug("opioid"), drug("antihistamine"))}, True),
        ({"medicines": (drug("opioid"),)}, False),
        ({"medicines": (drug("opioid"),), "age": 65}, True),
        ({"alcohol": "most_days", "conditions": ("apnoea",)}, True),
    ],
)
def test_8_two_sedatives_or_one_with_a_risk(hardest, answers, fires):
    assert ("CAU-SEDATIVES" in said(hardest, person(**answers), "cautions")) is fires


def test_8_only_the_rows_that_fire_are_named(hardest):
    rows = (drug("antihistamine", "Night", "shop"), drug("antihistamine", "Day"), drug("other"))
    texts = said(hardest, person(medicines=rows), "cautions")
    assert texts["CAU-MED-ANTIHISTAMINE-SHOP"] == "Ask a pharmacist before you take Night again."


def test_8_an_iron_result_is_repeated_never_judged(hardest):
    response = person(iron__value=18, iron__date="2026-08")
    texts = said(hardest, response, "cautions")
    assert texts["CAU-IRON-ASK"] == "Your result of 18 µg/L is from August 2026."
    kidney = said(hardest, response.record("conditions", ("kidney",)), "cautions")
    assert "your team uses other numbers" in kidney["CAU-IRON-ASK"]


def test_9_a_private_answer_that_may_not_be_on_paper(hardest):
    response = person(mood="low", rf__09="yes", paper__private="no")
    screen, paper = (build(hardest, response, TODAY) for build in (build_report, build_paper))
    assert [flag.id for flag in screen.flags] == ["rf.09"]
    assert (paper.flags, paper.advice, paper.private_note) == ((), (), "Please ask me.")
    answers = {a.link_id: a.answer for section in paper.answers for a in section.answers}
    assert answers["mood"] == "not answered"
    assert "rf.09" not in answers


def test_11_what_was_started_near_the_onset(hardest):
    rows = (drug("opioid", "Codeine", near="yes"), drug("antihistamine", "Day"))
    box = build_paper(hardest, person(medicines=rows), TODAY).box
    (section,) = [s for s in box if s.title == "Started near the onset"]
    assert [answer.answer.split()[0] for answer in section.answers] == ["Codeine"]


def test_13_another_country_has_no_numbers_of_its_own(hardest):
    response = person(mood="low", rf__09=Absent.UNKNOWN).record("country", None)
    assert "your local emergency number" in said(hardest, response, "red_flags")["rf.09"]
