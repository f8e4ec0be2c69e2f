"""Invented people who come with their legs: what they answer, and what has to be on their paper.

Answers by link id, written as in an answer file. `paper` is what they told, as their paper says it;
`gets` and `never` are titles and words of advice.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Visitor:
    """One person, who answers in the order in which the pages ask."""

    name: str
    who: str
    answers: dict[str, Any]
    paper: tuple[str, ...]
    gets: tuple[str, ...]
    never: tuple[str, ...]
    change: tuple[str, str | int] = ("caffeine", "none")
    """An answer that they change on the review, and change back."""
    private: tuple[str, ...] = ()
    """What they told and do not want on their paper."""


def no_to_all(*link_ids: str) -> dict[str, Any]:
    """Return a no to each of these signs."""
    return dict.fromkeys(link_ids, "no")


NO_SIGNS = no_to_all(
    "rf.01", "rf.03", "rf.17", "rf.18", "rf.19", "rf.02", "rf.04", "rf.04.past", "rf.05",
    "rf.05.legs", "rf.08", "rf.08.little", "rf.16", "rf.16.weight", "rf.16.sweats", "rf.16.bruises",
    "rf.16.lump", "rf.26",
)  # fmt: skip
NO_SIGNS_IN_ADULTS = no_to_all("rf.06", "rf.09")
NO_SIGNS_IN_A_CHILD = no_to_all("rf.14", "rf.14.joint", "rf.16.child")
NO_SIGNS_IN_PREGNANCY = no_to_all(
    "rf.12", "rf.12.more", "rf.12.fit", "rf.13", "rf.13.severe", "rf.13.movement"
)
RESTLESS = {
    "core.urge": "yes",
    "core.rest": "yes",
    "core.relief": "yes",
    "core.evening": "yes",
}

MILD_ADULT = Visitor(
    name="mild adult",
    who="self",
    answers={
        **NO_SIGNS,
        **NO_SIGNS_IN_ADULTS,
        **RESTLESS,
        "country": "ie",
        "age": 44,
        "pregnancy": "no",
        "rx_now": "no",
        "onset": "under_1_year",
        "body.where": ["both_legs", "feet"],
        "own_words": "A pulling deep in the calves",
        "mimics": ["none"],
        "days_per_week": 1,
        "bother": 3,
        "day_impact": 2,
        "sleep_nights": 1,
        "start_hour": 22,
        "trend_3m": "same",
        "kicks": "no",
        "apnoea_signs": "no",
        "rf.11": "no",
        "mood": "good",
        "family": "yes",
        "conditions": ["none"],
        "falls": "no",
        "iron.signs": ["donation"],
        "iron.test": "never",
        "medicines.any": "no",
        "caffeine": "later",
        "smoking": "yes",
        "alcohol": "some_days",
        "exercise": 2,
        "tried": ["nothing"],
        "selfcare_weeks": 0,
        "wishes": ["cause", "listened"],
        "paper.private": "yes",
    },
    paper=("44", "A pulling deep in the calves", "10 pm", "I gave blood in the last year"),
    gets=(
        "A daily walk",
        "Warm and cool water in turn",
        "Less caffeine",
        "Smoking",
        "Alcohol",
        "A blood test for iron",
    ),
    never=("Keep taking them as you do", "Compression", "Vibration pads", "Body weight", "midwife"),
)

PREGNANT = Visitor(
    name="pregnant",
    who="self",
    answers={
        **NO_SIGNS,
        **NO_SIGNS_IN_ADULTS,
        **NO_SIGNS_IN_PREGNANCY,
        **RESTLESS,
        "country": "gb",
        "age": 31,
        "pregnancy": "pregnant",
        "pregnancy.weeks": 30,
        "breastfeeding": "no",
        "rx_now": "no",
        "onset": "under_3_months",
        "body.where": ["both_legs"],
        "mimics": ["cramp"],
        "days_per_week": 6,
        "bother": 7,
        "day_impact": 5,
        "sleep_nights": 5,
        "start_hour": 20,
        "trend_3m": "worse",
        "apnoea_signs": "asked-unknown",
        "rf.11": "no",
        "mood": "good",
        "conditions": ["none"],
        "falls": "no",
        "iron.signs": ["diet"],
        "iron.test": "result",
        "iron.ferritin": 14.5,
        "iron.ferritin.unit": "ng_ml",
        "iron.date": "2026-10",
        "medicines.any": "yes",
        "medicines": [
            {
                "medicines.name": "Pregnancy vitamins",
                "medicines.class": "other",
                "medicines.from": "shop",
            },
        ],
        "caffeine": "morning",
        "smoking": "no",
        "alcohol": "never",
        "exercise": 4,
        "tried": ["walk", "massage"],
        "selfcare_weeks": 3,
        "tried_words": "Rubbing helps a little",
        "wishes": ["sleep"],
        "wishes_words": "Will it go away after the birth?",
        "paper.private": "no",
    },
    paper=(
        "Weeks pregnant 30",
        "14.5",
        "October 2026",
        "Pregnancy vitamins",
        "Will it go away after the",
    ),
    gets=("Stretching", "Rubbing the legs", "Yoga or tai chi", "Food with iron"),
    never=(
        "let warm and cool water run",
        "A cold pack for",
        "Vibration pads",
        "Compression",
        "Body weight",
    ),
    change=("bother", 9),
    private=("Nodded off while driving or using machines No",),
)

CHILD = Visitor(
    name="child with a parent",
    who="parent",
    answers={
        **NO_SIGNS,
        **NO_SIGNS_IN_A_CHILD,
        **RESTLESS,
        "country": "nz",
        "age": 8,
        "rx_now": "no",
        "onset": "over_1_year",
        "body.where": ["both_legs"],
        "own_words": "Ants in my legs",
        "mimics": ["jerk"],
        "days_per_week": 4,
        "bother": 5,
        "day_impact": 3,
        "sleep_nights": 3,
        "start_hour": 19,
        "trend_3m": "same",
        "kicks": "yes",
        "apnoea_signs": "no",
        "family": "yes",
        "conditions": ["none"],
        "falls": "no",
        "iron.signs": ["diet"],
        "iron.test": "no_result",
        "medicines.any": "no",
        "caffeine": "later",
        "smoke_at_home": "yes",
        "exercise": 7,
        "tried": ["massage", "busy"],
        "selfcare_weeks": 10,
        "wishes": ["blood_test", "work"],
    },
    paper=("8 years", "Ants in my legs", "7 pm", "Kicks in sleep"),
    gets=("Rubbing the legs", "Food with iron", "Full sleep"),
    never=(
        "Alcohol",
        "If you drink",
        "Think of a stop-smoking service",
        "When self-care is not enough",
        "let warm and cool water run",
    ),
)

OLDER = Visitor(
    name="older person with a carer",
    who="carer",
    answers={
        **NO_SIGNS,
        **NO_SIGNS_IN_ADULTS,
        **RESTLESS,
        "country": "us",
        "age": 84,
        "observer.can_tell": "yes",
        "rx_now": "yes",
        "core.relief": "used_to",
        "onset": "over_1_year",
        "body.where": ["both_legs", "arms"],
        "mimics": ["numb", "swollen_ankles"],
        "days_per_week": 2,
        "days_before_treatment": 7,
        "bother": 3,
        "day_impact": 2,
        "sleep_nights": 1,
        "start_hour": 18,
        "trend_3m": "better",
        "apnoea_signs": "yes",
        "rf.11": "no",
        "mood": "good",
        "conditions": ["neuropathy", "high_bp", "heart_failure", "blood_thinner", "frail"],
        "falls": "yes",
        "rf.20": "no",
        "rf.20.stand": "no",
        "rf.24": "yes",
        "iron.signs": ["none"],
        "iron.test": "result",
        "iron.ferritin": 62,
        "iron.ferritin.unit": "ug_l",
        "iron.date": "2026-03",
        "iron.date.about": "yes",
        "medicines.any": "yes",
        "medicines": [
            {
                "medicines.name": "Furosemide 40 mg",
                "medicines.contains": ["furosemide"],
            },
            {
                "medicines.name": "Mirtazapin",
                "medicines.contains": ["mirtazapine"],
                "medicines.near_onset": "yes",
            },
            {
                "medicines.name": "Sleep well drops",
                "medicines.class": "antihistamine",
                "medicines.from": "shop",
            },
        ],
        "rx_kinds": ["dopamine"],
        "rx_names": "Pramipexole 88 microgram, one in the evening",
        "rx_weeks": 60,
        "rx_effect": "works",
        "aug.earlier": "no",
        "aug.more": "no",
        "aug.stronger": "no",
        "aug.spread": "no",
        "rf.10": "no",
        "rf.25": "no",
        "rf.27": "no",
        "rx_stopped": "None",
        "caffeine": "none",
        "smoking": "no",
        "alcohol": "never",
        "exercise": 1,
        "weight.wants": "no",
        "tried": ["warm", "sleep"],
        "selfcare_weeks": 52,
        "wishes": ["medicines"],
        "paper.private": "yes",
    },
    paper=("84", "Mirtazapin", "Sleep well drops", "March 2026", "Pramipexole 88 microgram", "62"),
    gets=(
        "Ask for an appointment this week: falls",
        "Keep taking Mirtazapin as prescribed",
        "Things that make you sleepy",
        "A look at everything you take",
    ),
    never=(
        "A warm bath",
        "let warm and cool water run",
        "Do not buy compression",
        "If you think of a vibration pad",
        "Body weight",
    ),
    change=("rx_now", "asked-unknown"),
)

VISITORS = (MILD_ADULT, PREGNANT, CHILD, OLDER)

SWOLLEN_LEG = Visitor(
    name="one leg newly swollen",
    who="self",
    answers={**MILD_ADULT.answers, "rf.01": "yes", "rf.since": "Since Friday"},
    paper=("One leg newly swollen, painful, warm or changed in colour", "Since Friday"),
    gets=(),
    never=(*MILD_ADULT.gets, "A diary", "Full sleep"),
)

DARK_THOUGHTS = Visitor(
    name="dark thoughts that are not for paper",
    who="self",
    answers={
        **MILD_ADULT.answers,
        "mood": "low",
        "rf.09": "yes",
        "rf.09.safe": "safe",
        "rf.since.mood": "Since the winter",
        "paper.private": "no",
    },
    paper=("Please ask me what I was told to do today",),
    gets=(),
    never=(
        "Low on most days",
        "Since the winter",
        "Safe right now",
        "Thoughts of ending life or of self-harm Yes",
    ),
)
