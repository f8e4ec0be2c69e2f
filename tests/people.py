"""Invented people with plausible answers, the same ones for the same seed.

`adult`, `pregnant`, `parent_of_child` and `older_with_carer` return who answers, and the answers as
a response holds them. Each person walks the real pages in order and answers what is asked, so every
set is complete and can be recorded, assessed and written down. What a question's answer usually is
stands in the tables below by its link id; a question that is not in them is answered by its type,
so that new content needs nothing here.

The shares are rough and on the safe side: more conditions, medicines and doubts than most people
have. They are no evidence of anything.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rls_wizard import i18n
from rls_wizard.content.load import Content, load_content
from rls_wizard.domain.fixed import COUNTRY, WAY
from rls_wizard.domain.flow import Facts, path
from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Absent, AnsweredBy, Response
from rls_wizard.domain.values import accept, plain
from rls_wizard.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.questionnaire import Page

TODAY = date(2026, 11, 22)
OLD = 65

Person = tuple[AnsweredBy, dict[str, Any]]
Likely = dict[str, float | dict[str, float]]
"""By link id: the share of "yes", or the shares of options; those not named share what is left."""

# How often ---------------------------------------------------------------------------------------

ANSWERS_AN_OPTIONAL_ONE = 0.5
FINDS_A_MEDICINE = 0.8
KNOWS_ONLY_THE_YEAR = 0.5
YEARS_AGO = 20
UNSURE = 0.02
UNSURE_OF_A_FLAG = 0.002
DECLINED = 0.03
A_FLAG = 0.004
YES = 0.25
A_TICK = 0.06
"""Of one option of a list, where nothing better is known."""
SURE = {"country", "age"}
PRESET = {WAY: "short", COUNTRY: "gb"}
"""What a kiosk has answered before anybody comes."""
FEW = {"rows": (1, 2, 3, 4, 5), "weights": (38, 27, 17, 11, 7)}

CONDITIONS = {
    "high_bp": 0.18,
    "diabetes": 0.06,
    "unsure_legs": 0.05,
    "apnoea": 0.05,
    "raynaud": 0.04,
    "heart_disease": 0.03,
    "neuropathy": 0.03,
    "lung": 0.03,
    "skin": 0.03,
    "blood_thinner": 0.03,
    "kidney_mild": 0.02,
    "osteoporosis": 0.02,
    "frail": 0.01,
    "pad": 0.01,
    "wound": 0.01,
    "clot": 0.01,
    "one_leg_swollen": 0.01,
    "surgery": 0.01,
    "epilepsy": 0.01,
    "bipolar": 0.01,
    "eating_disorder": 0.01,
    "heart_failure": 0.005,
    "kidney_failure": 0.005,
    "diabetic_foot": 0.005,
    "ms": 0.005,
    "haemochromatosis": 0.005,
    "adhd": 0.03,
    "other_long": 0.15,
}
OPTIONAL: dict[str, float] = {
    "onset.date.about": 0.2,
    "donation.date": 0.8,
    "birth.date": 0.9,
    "rx.events": 0.4,
    "rx.events.date": 0.8,
}
"""How many answer what they may leave out, where it is not about half of them."""

LIKELY: Likely = {
    "country": {"gb": 0.3},
    "pregnancy": {"no": 0.95, "pregnant": 0.02, "after_birth": 0.01, "maybe": 0.005},
    "breastfeeding": 0.02,
    "observer.can_tell": 0.7,
    "rx_now": 0.25,
    "core.urge": 0.93,
    "core.rest": 0.92,
    "core.relief": {"yes": 0.85, "used_to": 0.08},
    "core.evening": {"yes": 0.85, "used_to": 0.07},
    "onset": {"under_4_weeks": 0.05, "under_3_months": 0.1, "under_1_year": 0.2},
    "body.where": {"both_legs": 0.8, "one_leg": 0.1, "feet": 0.2, "arms": 0.15},
    "trend_3m": {"better": 0.1, "worse": 0.45},
    "kicks": 0.5,
    "apnoea_signs": 0.3,
    "rf.11": 0.04,
    "mood": {"good": 0.5, "mixed": 0.3},
    "rf.09": 0.02,
    "rf.09.safe": {"safe": 0.8},
    "family": 0.4,
    "dialysis": 0.3,
    "falls": 0.08,
    "rf.20": 0.05,
    "rf.20.stand": 0.02,
    "rf.24": 0.3,
    "iron.test": {"never": 0.5, "result": 0.15, "no_result": 0.25},
    "medicines.any": 0.6,
    "medicines.class": {"other": 0.68, "antidepressant": 0.1, "antihistamine": 0.06},
    "medicines.from": {"prescribed": 0.75},
    "medicines.near_onset": 0.15,
    "rx.events.kind": {"began": 0.3, "raised": 0.3, "infusion": 0.05},
    "rx_effect": {"works": 0.3, "helps_partly": 0.35, "wearing_off": 0.2},
    "iron.ferritin.unit": {"ng_ml": 0.45, "ug_l": 0.45, "pmol_l": 0.05},
    "iron.earlier.unit": {"ng_ml": 0.45, "ug_l": 0.45, "pmol_l": 0.05},
    "iron.haemoglobin.unit": {"g_dl": 0.45, "g_l": 0.45, "mmol_l": 0.05},
    "iron.sample": {"morning": 0.5, "fasting": 0.3, "no_tablets": 0.1, "tablets": 0.1},
    "iron.more": {"tsat": 0.2, "haemoglobin": 0.3, "range": 0.2, "earlier": 0.15},
    "rx_kinds": {"dopamine": 0.45, "gabapentinoid": 0.4, "iron": 0.2, "opioid": 0.08},
    "rf.10": 0.06,
    "rf.25": 0.01,
    "rf.25.unbearable": 0.2,
    "rf.26": 0.01,
    "rf.26.unwell": 0.4,
    "rf.06.stopped": 0.05,
    "caffeine": {"none": 0.15, "morning": 0.35},
    "smoking": 0.15,
    "alcohol": {"never": 0.4, "some_days": 0.48, "stopped": 0.01},
    "rf.22": 0.05,
    "rf.22.severe": 0.1,
    "rf.23": 0.03,
    "weight.wants": 0.3,
    "paper.private": 0.7,
    "conditions": CONDITIONS,
    "daily_life": {"drives": 0.08, "shifts": 0.1},
    "in_room": {"person": 0.8, "family": 0.2},
    "child.signs": {"growing": 0.2, "milk": 0.15, "mouth": 0.2, "school": 0.2},
    "tried": {"walk": 0.5, "stretch": 0.4, "massage": 0.4, "warm": 0.3, "magnesium": 0.3},
}
LIKELY_WHEN_OLD: Likely = {
    "falls": 0.25,
    "medicines.any": 0.88,
    "conditions": CONDITIONS
    | {"high_bp": 0.55, "diabetes": 0.18, "heart_disease": 0.15, "neuropathy": 0.12, "pad": 0.08}
    | {"osteoporosis": 0.15, "blood_thinner": 0.18, "frail": 0.12, "kidney_mild": 0.1, "lung": 0.1}
    | {"heart_failure": 0.06, "kidney_failure": 0.02, "unsure_legs": 0.1},
}
LIKELY_OF_A_CHILD: Likely = {
    "pregnancy": {"no": 1.0},
    "breastfeeding": 0.0,
    "rx_now": 0.05,
    "medicines.any": 0.25,
    "alcohol": {"never": 0.98, "some_days": 0.02},
    "smoking": 0.02,
    "falls": 0.02,
    "conditions": dict.fromkeys(CONDITIONS, 0.003),
}
NUMBERS: dict[str, tuple[float, float, float]] = {
    # The least, the most and the most common value.
    "days_per_week": (0, 7, 5),
    "bother": (0, 10, 6),
    "day_impact": (0, 10, 4),
    "sleep_nights": (0, 7, 4),
    "start_hour": (15, 23, 20),
    "iron.ferritin": (5, 300, 60),
    "iron.earlier.ferritin": (5, 300, 60),
    "iron.tsat": (5, 50, 22),
    "iron.haemoglobin": (8, 17, 13),
    "rx_weeks": (1, 300, 40),
    "selfcare_weeks": (0, 40, 0),
    "exercise": (0, 7, 3),
    "height": (150, 195, 170),
    "weight": (50, 120, 75),
}
WORDS: dict[str, tuple[str, ...]] = {
    "own_words": ("It pulls and tingles deep inside", "Like fizzy water in my legs"),
    "medicines.name": ("paracetamol", "sertraline", "ramipril", "cetirizine", "metformin"),
}
ANY_WORDS = ("I am not quite sure how to put it", "For about two weeks")


# Who they are ------------------------------------------------------------------------------------


@cache
def adult(seed: int) -> Person:
    """Return an adult of 18 to 90 years who answers for themselves."""
    return _visit(_Habits("adult", seed), AnsweredBy.SELF, age=(18, 90, 58))


@cache
def in_a_hurry(seed: int) -> Person:
    """Return an adult at a kiosk, who goes the short way."""
    return _visit(_Habits("adult", seed), AnsweredBy.SELF, age=(18, 90, 58), preset=PRESET)


@cache
def pregnant(seed: int) -> Person:
    """Return a pregnant person."""
    habits = _Habits("pregnant", seed)
    weeks = round(habits.dice.triangular(6, 40, 28))
    habits.fixed.update({"pregnancy": "pregnant", "pregnancy.weeks": weeks})
    return _visit(habits, AnsweredBy.SELF, age=(18, 44, 31))


@cache
def parent_of_child(seed: int) -> Person:
    """Return a child of 4 to 17 years for whom a parent answers."""
    habits = _Habits("child", seed)
    habits.likely.update(LIKELY_OF_A_CHILD)
    return _visit(habits, AnsweredBy.PARENT, age=(4, 17, 9))


@cache
def older_with_carer(seed: int) -> Person:
    """Return someone of 75 to 95 years for whom a carer answers."""
    return _visit(_Habits("older", seed), AnsweredBy.CARER, age=(75, 95, 82))


KINDS = (adult, pregnant, parent_of_child, older_with_carer)


def response(person: Person) -> Response:
    """Return the response that the window would hold."""
    who, answers = person
    return Response(answered_on=TODAY, answered_by=who, answers=answers)


@cache
def content() -> Content:
    """Return the content that is shipped."""
    return load_content(resources() / "content", i18n.load("en"))


# How they answer ---------------------------------------------------------------------------------


@dataclass
class _Habits:
    """What one person tends to answer."""

    kind: str
    seed: int
    fixed: dict[str, object] = field(default_factory=dict)
    likely: Likely = field(default_factory=lambda: dict(LIKELY))

    def __post_init__(self) -> None:
        self.dice = random.Random(f"{self.kind} {self.seed}")

    def answer(self, item: Item) -> object:
        """Return a plain answer as an answer file has it, or None for an optional one left out."""
        if item.link_id in self.fixed:
            return self.fixed[item.link_id]
        if not self.answers(item):
            return None
        return self._absence(item) or self._value(item)

    def answers(self, item: Item) -> bool:
        """Tell whether this person answers it, or goes on."""
        usual = FINDS_A_MEDICINE if item.found_by else ANSWERS_AN_OPTIONAL_ONE
        return item.required or self.dice.random() < OPTIONAL.get(item.link_id, usual)

    def rows(self) -> int:
        """Return how many rows of a list this person fills in."""
        return self.dice.choices(FEW["rows"], FEW["weights"])[0]

    def _absence(self, item: Item) -> object:
        unsure = UNSURE_OF_A_FLAG if item.link_id.startswith("rf.") else UNSURE
        drawn = self.dice.random()
        if item.required and item.link_id not in SURE and drawn < unsure:
            return plain(Absent.UNKNOWN)
        return plain(Absent.DECLINED) if item.private and drawn > 1 - DECLINED else None

    def _value(self, item: Item) -> object:
        match item.type:
            case ItemType.CHOICE:
                return self._codes(item) if item.repeats else self._code(item)
            case ItemType.INTEGER | ItemType.DECIMAL:
                return self._number(item)
            case ItemType.DATE:
                return self._date(item)
            case _:
                return self.dice.choice(WORDS.get(item.link_id, ANY_WORDS))[: item.maximum]

    def _date(self, item: Item) -> str:
        """Return a month of this year; of what may be left out, often only the year is known."""
        if not item.required and self.dice.random() < KNOWS_ONLY_THE_YEAR:
            return str(TODAY.year - self.dice.randint(0, YEARS_AGO))
        return f"{TODAY.year}-{self.dice.randint(1, TODAY.month):02}"

    def _code(self, item: Item) -> str:
        codes = [option.code for option in item.offered]
        known = self._shares(item)
        left = max(0.0, 1 - sum(known.values())) / max(1, len(set(codes) - set(known)))
        return self.dice.choices(codes, [known.get(code, left) for code in codes])[0]

    def _shares(self, item: Item) -> dict[str, float]:
        usual = A_FLAG if item.link_id.startswith("rf.") else YES
        likely = self.likely.get(item.link_id, usual)
        if isinstance(likely, dict):
            return likely
        return {"yes": likely} if item.option("yes") else {}

    def _codes(self, item: Item) -> list[str]:
        likely = self.likely.get(item.link_id, {})
        shares = likely if isinstance(likely, dict) else {}
        free = [option.code for option in item.offered if not option.exclusive]
        if item.found_by:
            return [self.dice.choice(free)]
        alone = [option.code for option in item.offered if option.exclusive]
        ticked = [code for code in free if self.dice.random() < shares.get(code, A_TICK)]
        return ticked or alone[:1] or [self.dice.choice(free)]

    def _number(self, item: Item) -> float:
        low, high = item.minimum or 0, item.maximum or 0
        least, most, usual = NUMBERS.get(item.link_id, (low, high, low))
        drawn = self.dice.triangular(least, most, usual)
        return round(drawn) if item.type is ItemType.INTEGER else round(drawn, 1)


class _Walk:
    """Takes one person through the pages."""

    def __init__(self, habits: _Habits, who: AnsweredBy, preset: Mapping[str, str]) -> None:
        self._habits = habits
        self._preset = preset
        self.response = Response(answered_on=TODAY, answered_by=who, answers=preset)
        self._seen: Facts | None = None

    def to_the_end(self) -> None:
        """Answer page after page, each as it stands after the answers before."""
        done: set[str] = set()
        while page := next((page for page in self._path() if page.id not in done), None):
            done.add(page.id)
            for item in page.items:
                self._answer(item)

    def _path(self) -> tuple[Page, ...]:
        return path(content().questionnaire, self._facts())

    def _facts(self) -> Facts:
        # Kept until the next answer, because working them out is most of the work.
        if self._seen is None:
            self._seen = content().logic(self.response).facts
        return self._seen

    def _asked(self, item: Item) -> bool:
        return item.link_id in self._facts()

    def _record(self, item: Item, answer: object) -> None:
        self.response = self.response.record(item.link_id, accept(item, answer, TODAY))
        self._seen = None

    def _answer(self, item: Item) -> None:
        if not self._asked(item) or item.link_id in self._preset:
            return
        if item.items and item.repeats:
            if self._habits.answers(item):
                self._fill_rows(item)
            return
        if item.asks and (answer := self._habits.answer(item)) is not None:
            self._record(item, answer)
        for child in item.items:
            self._answer(child)

    def _fill_rows(self, item: Item) -> None:
        rows: list[dict[str, object]] = []
        for _ in range(self._habits.rows()):
            rows.append({})
            for child in item.items:
                self._record(item, rows)
                if self._asked_in_last_row(item, child):
                    rows[-1] |= self._cell(child)
        self._record(item, rows)

    def _asked_in_last_row(self, item: Item, child: Item) -> bool:
        if not child.enable_when and not child.follows_from:
            return True
        known = self._facts()[item.link_id].rows[-1].get(child.link_id)
        return known is not None and not known.follows

    def _cell(self, child: Item) -> dict[str, object]:
        answer = self._habits.answer(child)
        return {} if answer is None else {child.link_id: answer}


def _visit(
    habits: _Habits,
    who: AnsweredBy,
    age: tuple[int, int, int],
    preset: Mapping[str, str] = MappingProxyType({}),
) -> Person:
    years = round(habits.dice.triangular(*age))
    habits.fixed["age"] = years
    if years >= OLD:
        habits.likely.update(LIKELY_WHEN_OLD)
    walk = _Walk(habits, who, preset)
    walk.to_the_end()
    return who, dict(walk.response.answers)
