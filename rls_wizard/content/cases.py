"""Worked cases: invented people, and what their answers must lead to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import Field

from rls_wizard.domain.assessment import Assessment, assess
from rls_wizard.domain.model import Model, Text
from rls_wizard.domain.response import AnsweredBy, Response
from rls_wizard.domain.rules import Stage, Urgency
from rls_wizard.domain.values import AnswerError, accept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.content.reader import Reader
    from rls_wizard.domain.definitions import Definitions

SAMPLE = "A sample visit"
"""The case that stands for a visit where nobody can answer, as on a machine without a screen."""
CASE_DAY = date(2026, 11, 22)
"""The day on which all cases are answered, so that they never age."""


class Case(Model):
    """One invented person. What is not named is not looked at; lists marked exact are whole."""

    name: Text
    like: str | None = None
    """The case whose answers this one begins with."""
    answered_by: AnsweredBy | None = None
    answers: dict[str, Any] = Field(default_factory=dict)
    without: tuple[str, ...] = ()
    """Answers of the other case that this person did not give."""
    stage: Stage
    urgency: Urgency | None = None
    provisional: bool = False
    complete: bool = True
    red_flags: tuple[str, ...] = ()
    """Exact."""
    cautions: tuple[str, ...] | None = None
    """Exact, if named."""
    population: tuple[str, ...] | None = None
    """Exact, if named."""
    advice: tuple[str, ...] = ()
    no_advice: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    parts: tuple[str, ...] | None = None
    """Exact, if named."""


def read_cases(reader: Reader) -> tuple[Case, ...]:
    """Return the cases of all files; faults stay with the reader."""
    return tuple(
        case
        for name, table in reader.tables("cases")
        for case in reader.blocks(Case, f"{name} case", table.get("case", []))
    )


def response_of(case: Case, cases: Mapping[str, Case], definitions: Definitions) -> Response:
    """Return the answers of a case. Raises AnswerError for an answer that cannot be."""
    answered_by, plain = _answers(case, cases, ())
    asked = {item.link_id: item for item in definitions.questionnaire.asked}
    answers: dict[str, Any] = {}
    for link_id, value in plain.items():
        if link_id not in asked:
            raise AnswerError(f"{link_id}: this is no question")
        answers[link_id] = accept(asked[link_id], value, CASE_DAY)
    return Response(answered_on=CASE_DAY, answered_by=answered_by, answers=answers)


def run(case: Case, found: Assessment) -> list[str]:
    """Return what differs from what the case expects, in words."""
    differences = [
        *_unequal("stage", found.stage, case.stage),
        *_unequal("provisional", found.provisional, case.provisional),
        *_unequal("complete", found.complete, case.complete),
        *_unequal("red_flags", _ids(found.red_flags), sorted(case.red_flags)),
    ]
    if case.parts is not None:
        differences += _unequal("parts", _ids(found.parts), sorted(case.parts))
    if case.urgency is not None:
        differences += _unequal("urgency", found.urgency, case.urgency)
    if case.cautions is not None:
        differences += _unequal("cautions", _ids(found.cautions), sorted(case.cautions))
    if case.population is not None:
        differences += _unequal("population", sorted(found.population), sorted(case.population))
    given, left_out = _ids(found.advice), _ids(found.left_out)
    differences += [f"does not get {a}" for a in case.advice if a not in given]
    differences += [f"gets {a}" for a in case.no_advice if a in given]
    differences += [f"is not told that {a} is left out" for a in case.left_out if a not in left_out]
    return differences


def unknown_names(case: Case, definitions: Definitions) -> list[str]:
    """Return what a case expects that no content defines: such an expectation guards nothing."""
    rules = definitions.rules
    known = {
        "flag": ({flag.id for flag in rules.red_flags}, case.red_flags),
        "caution": ({caution.id for caution in rules.cautions}, case.cautions or ()),
        "part": ({part.id for part in rules.parts}, case.parts or ()),
        "group of people": ({p.id for p in rules.populations}, case.population or ()),
        "advice": (
            {advice.id for advice in rules.advice},
            (*case.advice, *case.no_advice, *case.left_out),
        ),
    }
    return [
        f"names the {kind} {name!r}, which does not exist"
        for kind, (defined, named) in known.items()
        for name in named
        if name not in defined
    ]


def inherited(case: Case, cases: Mapping[str, Case]) -> list[str]:
    """Return the names of the cases whose answers a case begins with, the nearest first."""
    found: list[str] = []
    while case.like in cases and case.like not in found:
        found.append(str(case.like))
        case = cases[str(case.like)]
    return found


def assess_case(case: Case, cases: Mapping[str, Case], definitions: Definitions) -> Assessment:
    """Return the assessment of a case. Raises AnswerError for an answer that cannot be."""
    return assess(definitions, response_of(case, cases, definitions))


def _answers(
    case: Case, cases: Mapping[str, Case], seen: tuple[str, ...]
) -> tuple[AnsweredBy, dict[str, Any]]:
    if case.name in seen:
        raise AnswerError(f"'like' goes in a circle: {' - '.join((*seen, case.name))}")
    answered_by = AnsweredBy.SELF
    plain: dict[str, Any] = {}
    if case.like is not None:
        if case.like not in cases:
            raise AnswerError(f"'like' names {case.like!r}, which is no case")
        answered_by, plain = _answers(cases[case.like], cases, (*seen, case.name))
    left = {link_id: value for link_id, value in plain.items() if link_id not in case.without}
    return case.answered_by or answered_by, left | case.answers


def _ids(found: Iterable[Any]) -> list[str]:
    return sorted(conclusion.rule.id for conclusion in found)


def _unequal(what: str, found: object, expected: object) -> list[str]:
    return [] if found == expected else [f"{what} is {found!s}, expected {expected!s}"]
