"""What `rules.md` says, once more by hand and in terms of plain answers.

The proofs hold the content against this: a finding that lost a row, or a table that lost a finding,
differs from it. Names of situations are ours; numbers in brackets are sections of `rules.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.rules import Stage, Urgency
from tests.proofs.answers import every, some
from tests.proofs.body_mass import BodyMass

if TYPE_CHECKING:
    from tests.proofs.world import World

# Red flags (6) -----------------------------------------------------------------------------------

FLAGS = {
    Urgency.EMERGENCY: "rf.02 rf.03 rf.04 rf.05 rf.05.legs rf.06 rf.06.stopped rf.07 rf.08.severe "
    "rf.12.fit rf.13.severe rf.18.severe rf.20.severe rf.20.stand",
    Urgency.SAME_DAY: "rf.01 rf.04.past rf.08 rf.09 rf.10.danger rf.12 rf.12.more rf.13 "
    "rf.13.movement rf.14 rf.14.joint rf.17 rf.18 rf.19 rf.20 rf.22 rf.25.unbearable "
    "rf.26.unwell rf.27",
    Urgency.SOON: "rf.08.little rf.10 rf.11 rf.16 rf.16.weight rf.16.sweats rf.16.bruises "
    "rf.16.lump rf.16.child rf.23 rf.24 rf.25 rf.26",
}
"""The question that raises a flag by its "yes", at this level or a higher one."""
EVERYBODY = (
    "rf.01 rf.02 rf.03 rf.04 rf.04.past rf.05 rf.05.legs rf.08 rf.17 rf.18 rf.19 rf.16 "
    "rf.16.weight rf.16.sweats rf.16.bruises rf.16.lump rf.26 falls"
)


class Plain:
    """Says what plain answers are."""

    def __init__(self, world: World) -> None:
        """Take the world in which they are given."""
        self.world = world

    def is_(self, question: str, *codes: str) -> z3.BoolRef:
        """One of these was answered."""
        asked, found = self.world.fact(question)
        return every([asked, found.given, some(found.options[code] for code in codes)])

    def unsure(self, *questions: str) -> z3.BoolRef:
        """One of these was asked, and answered "not sure"."""
        facts = map(self.world.fact, questions)
        return some(every([asked, found.unknown]) for asked, found in facts)

    def may_be(self, question: str, *codes: str) -> z3.BoolRef:
        """One of these was answered, or "not sure"."""
        return some([self.is_(question, *codes), self.unsure(question)])

    def number(self, question: str, least: int, most: int = 10_000) -> z3.BoolRef:
        """A number in these bounds was answered."""
        asked, found = self.world.fact(question)
        return every([asked, found.given, found.number >= least, found.number <= most])

    def told(self, question: str) -> z3.BoolRef:
        """The question was not asked, or has a value."""
        asked, found = self.world.fact(question)
        return some([z3.Not(asked), found.given])


# Situations that remove or soften advice (4, 7) --------------------------------------------------


def situations(world: World) -> dict[str, z3.BoolRef]:
    """Return each situation of the tables, "not sure" counted as rules.md 7 says."""
    p = Plain(world)
    group = "age.group"
    falls = some([p.may_be("falls", "yes"), p.may_be("conditions", "frail")])
    over_65 = some([p.number("age", 65), p.may_be(group, "to_74", "from_75")])
    old = [p.number("age", 75), p.may_be(group, "from_75"), every([over_65, falls])]
    carer = world.answers.answered_by.options["carer"]
    (height_asked, height), (weight_asked, weight) = world.fact("height"), world.fact("weight")
    heavy = [height_asked, height.given, weight_asked, weight.given]
    flags_16 = [code for code in FLAGS[Urgency.SOON].split() if code.startswith("rf.16")]
    found = {
        "pregnant": p.may_be("pregnancy", "pregnant", "maybe"),
        "after birth": p.may_be("pregnancy", "after_birth"),
        "breastfeeding": some([
            p.is_("pregnancy", "breastfeeding"), p.may_be("breastfeeding", "yes"),
        ]),
        "under 18": some([p.number("age", 0, 17), p.may_be(group, "to_12", "to_17")]),
        "child": some([p.number("age", 0, 12), p.may_be(group, "to_12")]),
        "older": some([*old, every([over_65, carer])]),
        "falls": falls,
        "numb feet": some([p.may_be("conditions", "neuropathy"), p.may_be("mimics", "numb")]),
        "poor circulation": some([
            p.may_be("conditions", "pad"), p.may_be("mimics", "walking_pain"),
        ]),
        "walking pain": p.may_be("mimics", "walking_pain"),
        "one leg swollen": some([
            p.may_be("conditions", "one_leg_swollen"), p.may_be("rf.01", "yes"),
        ]),
        "heart disease": p.may_be("conditions", "heart_disease", "heart_failure"),
        "kidney failure": p.may_be("conditions", "kidney_failure"),
        "dialysis": p.may_be("dialysis", "yes"),
        "weight low or unknown": z3.Not(
            every([*heavy, BodyMass(height.number, weight.number) >= 30])
        ),
        "a sign to be looked at": some(p.may_be(code, "yes") for code in flags_16),
        "dozing at the wheel": p.may_be("rf.11", "yes"),
    }  # fmt: skip
    return found | {name: p.may_be("conditions", code) for name, code in _CONDITIONS.items()}


_CONDITIONS = {
    "diabetic foot": "diabetic_foot",
    "doubts about the legs": "unsure_legs",
    "raynaud": "raynaud",
    "wound": "wound",
    "skin": "skin",
    "clot": "clot",
    "ms": "ms",
    "high blood pressure": "high_bp",
    "heart failure": "heart_failure",
    "epilepsy": "epilepsy",
    "bipolar": "bipolar",
    "eating disorder": "eating_disorder",
    "haemochromatosis": "haemochromatosis",
    "osteoporosis": "osteoporosis",
    "blood thinner": "blood_thinner",
    "operation": "surgery",
}

_DEVICE = (
    "clot, wound, skin, one leg swollen, kidney failure, numb feet, heart failure, "
    "poor circulation, doubts about the legs"
)
REMOVED = {
    "ADV-CONTRAST": "falls, numb feet, diabetic foot, poor circulation, doubts about the legs, "
    "raynaud, wound, ms, heart disease, high blood pressure",
    "ADV-WARMTH": "numb feet, diabetic foot, poor circulation, doubts about the legs, wound",
    "ADV-COLD": "numb feet, poor circulation, doubts about the legs, raynaud, wound",
    "ADV-MASSAGE": "clot, wound, skin, one leg swollen",
    "ADV-MASSAGE-DEVICE": _DEVICE,
    "ADV-VIBRATION": _DEVICE,
    "ADV-COMPRESSION": _DEVICE,
    "ADV-NIR": _DEVICE,
    "ADV-WEIGHT": "weight low or unknown, kidney failure, eating disorder, a sign to be looked at",
    "ADV-NUTRITION": "kidney failure, haemochromatosis, eating disorder",
    "ADV-VITAMINS": "kidney failure, haemochromatosis, eating disorder",
    "ADV-IRON-TEST": "dialysis",
    "ADV-PNS": "epilepsy, skin, wound",
}
"""What the body removes (7)."""
_GROWN_UP = (
    "CONTRAST MASSAGE-DEVICE VIBRATION COMPRESSION NIR WEIGHT VITAMINS PNS ALCOHOL DOCTOR-MAY"
)
FILTERED = {
    "pregnant": "CONTRAST COLD MASSAGE-DEVICE VIBRATION COMPRESSION NIR WEIGHT VITAMINS PNS",
    "breastfeeding": "WEIGHT",
    "under 18": _GROWN_UP,
    "child": f"{_GROWN_UP} COLD CBTI",
}
"""What a group of people is never given (4, 7)."""
SOFTENED = {
    "pregnant": "WARMTH MASSAGE EXERCISE YOGA ALCOHOL MAGNESIUM ACUPUNCTURE DOCTOR-MAY",
    "after birth": "EXERCISE",
    "breastfeeding": "ALCOHOL MAGNESIUM DOCTOR-MAY",
    "under 18": "MAGNESIUM ACUPUNCTURE",
    "child": "WARMTH MASSAGE EXERCISE SLEEP ALERTING CAFFEINE SMOKING NUTRITION IRON-TEST",
    "older": "WARMTH MASSAGE EXERCISE YOGA",
    "falls": "WARMTH EXERCISE WALK YOGA",
    "kidney failure": "MASSAGE EXERCISE MAGNESIUM",
}
"""What a group of people is given in other words than the usual ones (4, 7)."""
ASK_FIRST = {
    "ADV-MASSAGE": "poor circulation, blood thinner, numb feet, doubts about the legs",
    "ADV-EXERCISE": "heart disease, operation, kidney failure",
    "ADV-WALK": "walking pain, dialysis",
    "ADV-CBTI": "dozing at the wheel, epilepsy, bipolar",
    "ADV-ALCOHOL": "pregnant, breastfeeding",
}
"""What is only said as "ask first" (7)."""


# The stage (3) -----------------------------------------------------------------------------------

_NEEDED = (
    "age age.group pregnancy observer.can_tell rx_now core.urge core.rest core.relief core.evening "
    "onset days_per_week bother day_impact sleep_nights trend_3m rx_kinds rx_weeks rx_effect "
    "aug.earlier aug.more aug.stronger aug.spread selfcare_weeks"
)
STAGE_QUESTIONS = tuple(_NEEDED.split())


def stages(world: World) -> dict[Stage, z3.BoolRef]:
    """Return the stage of rules.md 3, for who answered every question of it with a value."""
    found: dict[Stage, list[z3.BoolRef]] = {stage: [] for stage in Stage}
    earlier: list[z3.BoolRef] = []
    for stage, when in _stage_rows(world):
        found[stage].append(every([when, *map(z3.Not, earlier)]))
        earlier.append(when)
    return {stage: some(rows) for stage, rows in found.items()}


def _stage_rows(world: World) -> list[tuple[Stage, z3.BoolRef]]:
    p = Plain(world)
    treated, worse = p.is_("rx_now", "yes"), p.is_("trend_3m", "worse")
    persistent, significant = _persistent(p), _significant(p)
    often = every([persistent, significant])
    steady = p.number("selfcare_weeks", 6)
    unseen = every([p.is_("core.urge", "no"), _observer(p)])
    no = [p.is_(f"core.{point}", "no") for point in ("rest", "relief", "evening")]
    no.append(every([p.is_("core.urge", "no"), z3.Not(_observer(p))]))
    young = some([p.number("age", 0, 17), p.is_("age.group", "to_12", "to_17")])
    return [
        (Stage.WITHHELD, world.urgent),
        (Stage.NOT_FOR_THIS_TOOL, p.number("age", 0, 1)),
        (Stage.NONE, every([z3.Not(treated), some(no)])),
        (Stage.INCOMPLETE, unseen),
        (Stage.WORSENING, every([treated, _failing(p)])),
        (Stage.SUPPORTIVE_ON_TREATMENT, treated),
        (Stage.INITIAL, some([p.is_("pregnancy", "pregnant", "after_birth"), young])),
        (Stage.WORSENING, every([worse, often, steady])),
        (Stage.SUPPORTIVE_SEE_CLINICIAN, often),
        (Stage.SUPPORTIVE_SEE_CLINICIAN, every([persistent, steady, worse])),
        (Stage.SUPPORTIVE_SELF_CARE, every([persistent, steady])),
        (Stage.INITIAL, z3.BoolVal(True)),
    ]


def _observer(p: Plain) -> z3.BoolRef:
    """A child under 13 for whom somebody answers, or an adult who cannot tell (1)."""
    who = p.world.answers.answered_by.options
    child = some([p.number("age", 0, 12), p.is_("age.group", "to_12")])
    return some([every([child, z3.Not(who["self"])]), p.is_("observer.can_tell", "no")])


def _persistent(p: Plain) -> z3.BoolRef:
    return every([p.number("days_per_week", 2), z3.Not(p.is_("onset", "under_4_weeks"))])


def _significant(p: Plain) -> z3.BoolRef:
    least = {"bother": 4, "day_impact": 4, "sleep_nights": 3}
    return some(p.number(question, number) for question, number in least.items())


def _failing(p: Plain) -> z3.BoolRef:
    kinds = p.world.fact("rx_kinds")[1].options
    others = some(chosen for code, chosen in kinds.items() if code != "iron")
    long_enough = [p.number("rx_weeks", 12), every([p.number("rx_weeks", 4), others])]
    augmentation = (f"aug.{sign}" for sign in ("earlier", "more", "stronger", "spread"))
    return some(
        [
            *(p.is_(question, "yes") for question in augmentation),
            p.is_("rx_effect", "wearing_off", "never_helped", "side_effects_limit_it"),
            every([some(long_enough), _persistent(p), _significant(p)]),
        ]
    )


# How soon (5) ------------------------------------------------------------------------------------


def soon(world: World) -> dict[str, z3.BoolRef]:
    """Return who needs a definite appointment."""
    p = Plain(world)
    none, significant = world.stages[Stage.NONE], _significant(p)
    child = some([p.number("age", 0, 12), p.is_("age.group", "to_12")])
    feet = some([p.is_("conditions", "neuropathy"), p.is_("mimics", "numb")])
    iron = p.is_("iron.signs", "periods", "donation", "bleeding", "bowel", "ice")
    told = [p.told(question) for question in STAGE_QUESTIONS]
    return {
        "failing treatment": every([p.is_("rx_now", "yes"), _failing(p), *told]),
        "strong in pregnancy or after birth": every([
            significant, p.is_("pregnancy", "pregnant", "after_birth")
        ]),
        "strong in a child": every([significant, child]),
        "strong on dialysis": every([significant, p.is_("dialysis", "yes")]),
        "strong with a loss of iron": every([significant, iron]),
        "numb feet without the pattern": every([none, feet]),
        "diabetes without the pattern": every([
            none, p.is_("conditions", "diabetes", "diabetic_foot")
        ]),
    }  # fmt: skip


def routine(world: World) -> dict[str, z3.BoolRef]:
    """Return who should talk to a clinician at the next chance."""
    stages_ = ("none", "supportive-see-clinician", "supportive-on-treatment", "worsening")
    found = {f"stage {name}": world.stages[Stage(name)] for name in stages_}
    any_caution = some(holds for _, holds in world.cautions)
    return found | {"strong": _significant(Plain(world)), "a caution": any_caution}
