"""The tables of rules.md, copied once more by hand: a row that is lost from the content is seen."""

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flow import wording
from rls_wizard.domain.response import Absent, AnsweredBy
from rls_wizard.domain.rules import Stage, Urgency

# rules.md 7. legs_unsure stands for "not sure about blood flow or feeling", which the table calls
# unsure; under_18 where the table says child and a device or a product is meant; PNS is ours, and
# so are the gentle words on warmth with multiple sclerosis, on exercise after birth, on iron known
# to be tested, and on what a child eats.
REMOVE = {
    "ADV-CONTRAST": "pregnancy under_18 falls_or_frail numb_feet diabetic_foot pad legs_unsure "
    "raynaud wound ms heart_disease high_bp",
    "ADV-WARMTH": "numb_feet diabetic_foot pad legs_unsure wound",
    "ADV-COLD": "numb_feet pad legs_unsure raynaud wound pregnancy child",
    "ADV-MASSAGE": "clot wound skin_trouble one_sided_swelling",
    "ADV-VIBRATION": "clot wound skin_trouble one_sided_swelling pregnancy under_18 kidney "
    "numb_feet heart_failure pad legs_unsure",
    "ADV-COMPRESSION": "pregnancy under_18 numb_feet pad legs_unsure clot skin_trouble wound "
    "one_sided_swelling heart_failure kidney",
    "ADV-MASSAGE-DEVICE": "clot wound skin_trouble one_sided_swelling pregnancy under_18 kidney "
    "numb_feet heart_failure pad legs_unsure",
    "ADV-NIR": "pregnancy under_18 numb_feet pad legs_unsure clot skin_trouble wound "
    "one_sided_swelling heart_failure kidney",
    "ADV-WEIGHT": "bmi_under_30_or_unknown pregnancy breastfeeding under_18 kidney eating_disorder "
    "needs_a_check",
    "ADV-NUTRITION": "kidney haemochromatosis eating_disorder",
    "ADV-VITAMINS": "kidney haemochromatosis eating_disorder pregnancy under_18",
    "ADV-CBTI": "child",
    "ADV-PNS": "pregnancy under_18 epilepsy skin_trouble wound",
}
ASK = {
    "ADV-MASSAGE": "pad blood_thinner numb_feet legs_unsure",
    "ADV-EXERCISE": "kidney heart_disease recent_surgery",
    "ADV-WALK": "claudication dialysis",
    "ADV-CBTI": "dozing_at_the_wheel epilepsy bipolar",
    "ADV-ALCOHOL": "pregnancy breastfeeding sedating_medicine",
    "ADV-ACUPUNCTURE": "pregnancy blood_thinner under_18",
    "ADV-MAGNESIUM": "kidney kidney_mild pregnancy breastfeeding under_18",
    "ADV-NUTRITION": "blood_thinner",
}
GENTLE = {
    "ADV-WARMTH": "child pregnancy ms older falls_or_frail",
    "ADV-MASSAGE": "kidney child pregnancy older osteoporosis",
    "ADV-EXERCISE": "child after-birth pregnancy falls_or_frail older",
    "ADV-WALK": "falls_or_frail numb_feet legs_unsure stage.none",
    "ADV-YOGA": "pregnancy falls_or_frail older",
    "ADV-CAFFEINE": "child",
    "ADV-SMOKING": "child",
    "ADV-ALERTING": "child",
    "ADV-SLEEP": "child",
    "ADV-ALCOHOL": "drinks_never",
    "ADV-DOCTOR-MAY": "pregnancy breastfeeding",
    "ADV-IRON-TEST": "child iron_result_told iron_result_not_known",
    "ADV-NUTRITION": "child",
}
# Said only to who uses it: magnesium, acupuncture, valerian, cannabis; devices where the legs fit.
RECORDED = "MAGNESIUM ACUPUNCTURE VALERIAN CANNABIS"
NONE = (
    f"WALK STRETCH SMOKING SLEEP SLEEP-SHIFTS MED-REVIEW FOOT-CARE NUTRITION SAFETY-NET {RECORDED}"
)
INITIAL = (
    "APPROACHES WALK EXERCISE STRETCH MASSAGE WARMTH CONTRAST COLD YOGA CAFFEINE SMOKING ALCOHOL "
    "SLEEP SLEEP-SHIFTS ALERTING DIARY IRON-TEST MED-REVIEW NUTRITION SAFETY-NET "
    f"MASSAGE-DEVICE NIR {RECORDED}"
)
SELF_CARE = f"{INITIAL} DOCTOR-MAY CBTI"
SEE_CLINICIAN = f"{SELF_CARE} VIBRATION COMPRESSION"
BY_STAGE = {
    Stage.NONE: NONE,
    Stage.INITIAL: INITIAL,
    Stage.SUPPORTIVE_SELF_CARE: SELF_CARE,
    Stage.SUPPORTIVE_SEE_CLINICIAN: SEE_CLINICIAN,
    Stage.SUPPORTIVE_ON_TREATMENT: f"{SEE_CLINICIAN} FULLER-CHECK",
    Stage.WORSENING: f"{SEE_CLINICIAN} FULLER-CHECK WEIGHT VITAMINS PNS DONT-STOP",
    Stage.INCOMPLETE: f"NUTRITION SAFETY-NET {RECORDED}",
    Stage.NOT_FOR_THIS_TOOL: "SAFETY-NET",
}


def variants(content, field):
    found = {
        advice.id: {name for variant in getattr(advice, field) for name in variant.for_}
        for advice in content.rules.advice
    }
    return {name: names for name, names in found.items() if names}


def table(rows):
    return {name: set(names.split()) for name, names in rows.items()}


def test_what_removes_advice(content):
    found = {advice.id: set(advice.remove) for advice in content.rules.advice if advice.remove}
    assert found == table(REMOVE)


@pytest.mark.parametrize(("field", "rows"), [("ask", ASK), ("gentle", GENTLE)])
def test_what_softens_advice(content, field, rows):
    assert variants(content, field) == table(rows)


@pytest.mark.parametrize("stage", BY_STAGE)
def test_which_advice_a_stage_may_show(content, stage):
    found = {a.id for a in content.rules.advice if not a.stages or stage in a.stages}
    assert found == {f"ADV-{name}" for name in BY_STAGE[stage].split()}


CAUTIONS = (
    "IRON-ASK IRON-LOW IRON-LOSS DIET MED-ANTIHISTAMINE MED-ANTIHISTAMINE-SHOP MED-ANTISICKNESS "
    "MED-ANTISICKNESS-SHOP MED-ANTIPSYCHOTIC MED-ANTIDEPRESSANT MED-LITHIUM MED-OPIOID "
    "MED-OPIOID-SHOP SEDATIVES APNOEA RECENT MOOD AUGMENT PREG-RX CRAMP-MED B12 FEET EDEMA-BOTH "
    "KIDNEY-TEAM DIALYSIS-TIME ADHD NIGHT-FALLS TESTS ALCOHOL BREASTFEEDING WITH-PARENT "
    # The rows of clinical.md 1.5; neuropathy is FEET, leg oedema EDEMA-BOTH.
    "MIMIC-CRAMP MIMIC-POSITION MIMIC-TAPPING MIMIC-JOINT MIMIC-MUSCLE MIMIC-VEINS MIMIC-WALKING "
    "MIMIC-BACK MIMIC-WHOLE-BODY MIMIC-DIZZY MIMIC-TOES MIMIC-JERK MIMIC-WORRY MIMIC-KICKS "
    "MIMIC-GROWING"
)


def test_every_caution_of_the_table_is_there(content):
    found = {caution.id for caution in content.rules.cautions}
    assert found == {f"CAU-{name}" for name in CAUTIONS.split()}


def test_every_other_feeling_has_a_caution(content, visit):
    offered = content.questionnaire.by_id["mimics"].options
    for code in (option.code for option in offered if not option.exclusive):
        because = {
            q for c in assess(content, visit({"mimics": (code,)})).cautions for q in c.because
        }
        assert "mimics" in because, code


@pytest.mark.parametrize("code", ["cramp", "position", "whole_body", "worry", "toes"])
def test_another_feeling_does_not_take_the_stage_away(content, visit, code):
    assert assess(content, visit({"mimics": (code,)})).stage is Stage.SUPPORTIVE_SEE_CLINICIAN


SOON = {"CAU-SEDATIVES", "CAU-PREG-RX"}


def test_which_cautions_need_an_appointment_soon(content):
    cautions = content.rules.cautions
    assert {c.id for c in cautions if c.urgency is Urgency.SOON} == SOON
    assert {c.urgency for c in cautions} == {Urgency.SOON, Urgency.ROUTINE}


def test_medicines_of_a_prescriber_are_kept_on_first(content):
    named = [c for c in content.rules.cautions if "{medicines.name}" in c.text]
    prescribed = [c for c in named if not c.title.lower().startswith("shop-bought")]
    assert len(prescribed) >= 8
    for caution in prescribed:
        assert caution.text.startswith(
            "Keep taking {medicines.name} as prescribed. Stopping suddenly can be dangerous"
        )


POPULATIONS = [
    ({"age": 12}, {"child"}),
    ({"age": 13}, {"teenager"}),
    ({"age": 17}, {"teenager"}),
    ({"age": 18}, set()),
    ({"age": 64, "falls": "yes"}, set()),
    ({"age": 65}, set()),
    ({"age": 65, "falls": "yes"}, {"older"}),
    ({"age": 65, "conditions": ("frail",)}, {"older"}),
    ({"age": 74}, set()),
    ({"age": 75}, {"older"}),
    ({"age": 40, "pregnancy": "maybe"}, {"pregnancy"}),
    ({"age": 40, "pregnancy": "planning"}, set()),
    ({"age": Absent.UNKNOWN, "age.group": "to_64"}, set()),
    ({"age": Absent.UNKNOWN, "age.group": "to_12"}, {"child"}),
    ({"age": Absent.UNKNOWN, "age.group": "from_75"}, {"older"}),
]


@pytest.mark.parametrize(("changes", "expected"), POPULATIONS)
def test_populations_on_both_sides_of_each_limit(content, visit, changes, expected):
    assert set(assess(content, visit(changes)).population) == expected


@pytest.mark.parametrize(("weeks", "asked"), [(15, set()), (16, {"rf.13.movement"})])
def test_movement_is_asked_once_it_can_be_felt(content, visit, weeks, asked):
    facts = content.logic(visit({"pregnancy": "pregnant", "pregnancy.weeks": weeks})).facts
    assert {"rf.13.movement"} & set(facts) == asked


@pytest.mark.parametrize(("weeks", "asked"), [(19, False), (20, True)])
def test_signs_of_late_pregnancy_from_20_weeks(content, visit, weeks, asked):
    facts = content.logic(visit({"pregnancy": "pregnant", "pregnancy.weeks": weeks})).facts
    assert all((link_id in facts) is asked for link_id in ("rf.12", "rf.12.more", "rf.12.fit"))


WORSE = {"trend_3m": "worse", "selfcare_weeks": 6, "weight.wants": "yes", "height": 100}


@pytest.mark.parametrize(("weight", "given"), [(29, False), (30, True)])
def test_weight_from_a_body_mass_index_of_30(content, visit, weight, given):
    advice = assess(content, visit({**WORSE, "weight": weight})).advice
    assert ("ADV-WEIGHT" in {c.rule.id for c in advice}) is given


@pytest.mark.parametrize("changes", [{"bother": 4}, {"day_impact": 4}, {"sleep_nights": 3}])
def test_each_number_alone_is_significant(content, visit, changes):
    calm = {"bother": 3, "day_impact": 3, "sleep_nights": 2}
    assert assess(content, visit(calm)).stage is Stage.INITIAL
    assert assess(content, visit(calm | changes)).stage is Stage.SUPPORTIVE_SEE_CLINICIAN


PRIVATE = {
    "mood", "rf.09", "rf.09.safe", "rf.10", "rf.10.danger", "rf.11", "rf.22", "rf.22.severe",
    "rf.23", "rf.since.mood", "rf.since.nod", "rf.since.urges", "rf.since.alcohol",
}  # fmt: skip


def test_what_is_private(content):
    assert {item.link_id for item in content.questionnaire.asked if item.private} == PRIVATE


@pytest.mark.parametrize("answer", ["yes", Absent.UNKNOWN])
def test_any_private_answer_asks_for_permission(content, visit, answer):
    declined = dict.fromkeys(("rf.11", "mood", "rf.09"), Absent.DECLINED)
    without = visit({**declined, "paper.private": None})
    assert "paper.private" not in content.logic(without).facts
    assert "paper.private" in content.logic(without.record("rf.11", answer)).facts


def test_own_words_come_before_ours(content):
    asked = [item.link_id for item in content.questionnaire.asked]
    assert asked.index("own_words") < asked.index("core.urge") < asked.index("mimics")


@pytest.mark.parametrize(
    ("age", "who", "told"),
    [
        (5, "parent", set()),
        (6, "parent", {"with_child"}),
        (12, "carer", {"with_child"}),
        (13, "parent", set()),
        (12, "self", {"with_parent"}),
        (13, "self", set()),
    ],
)
def test_a_child_and_a_grown_up_answer_together(content, visit, age, who, told):
    logic = content.logic(visit({"age": age}, answered_by=AnsweredBy(who)))
    items = content.questionnaire.by_id
    names = ("with_child", "with_parent")
    assert {name for name in names if logic.met(items[name].enable_when)} == told


@pytest.mark.parametrize(
    ("age", "who", "named"),
    [(15, "self", "Your parents"), (15, "parent", "Does your teenager agree"), (18, "self", "")],
)
def test_a_teenager_is_asked_what_the_parents_may_read(content, visit, age, who, named):
    logic = content.logic(visit({"age": age}, answered_by=AnsweredBy(who)))
    item = content.questionnaire.by_id["paper.private"]
    assert named in wording(item, logic)
    assert bool(named) is (wording(item, logic) != item.text)
