"""From answers to flags, the stage, cautions and advice. Nothing here is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.conclusion import conclude
from rls_wizard.domain.condition import wanted
from rls_wizard.domain.facts import FINAL, OPEN
from rls_wizard.domain.flags import open_flags, red_flags
from rls_wizard.domain.flow import missing
from rls_wizard.domain.rules import (
    FLAGS_OPEN,
    FLAGS_URGENT,
    PROVISIONAL,
    Advice,
    Caution,
    Part,
    Stage,
    StageRow,
    Urgency,
    UrgencyRow,
    Variant,
    stage_outcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.response import Response


class Assessment(NamedTuple):
    """What the answers amount to."""

    complete: bool
    missing: tuple[str, ...]
    stage: Stage
    row: StageRow | None
    stage_because: tuple[str, ...]
    provisional: bool
    population: tuple[str, ...]
    urgency: Urgency
    appointments: tuple[UrgencyRow, ...]
    """What the table of urgency asks for, with its texts."""
    red_flags: tuple[Conclusion, ...]
    parts: tuple[Conclusion, ...]
    cautions: tuple[Conclusion, ...]
    advice: tuple[Conclusion, ...]
    left_out: tuple[Conclusion, ...]
    logic: Logic
    """To ask what became of a question; holds the facts of this assessment."""


def assess(definitions: Definitions, response: Response) -> Assessment:
    """Apply every rule to one person's answers.

    In an order that matters: flags, the stage, then cautions and advice. What one of them decides
    is made known to the ones after it.
    """
    rules = definitions.rules
    logic = definitions.logic(response)
    gaps = tuple(link for page in definitions.pages for link in missing(page, logic.facts))

    flags = red_flags(rules.red_flags, logic)
    flag_gaps = open_flags(rules.red_flags, logic)
    logic.decide(FLAGS_URGENT, holds=any(flag.level.urgent for flag in flags))
    logic.decide(FLAGS_OPEN, holds=bool(flag_gaps))
    decision = _decide_stage(rules.stages, logic)
    for stage in Stage:
        logic.decide(stage_outcome(stage), holds=stage is decision.stage)
    because = {
        FLAGS_URGENT: tuple(q for flag in flags if flag.level.urgent for q in flag.because),
        FLAGS_OPEN: flag_gaps,
    }
    cautions = sorted(_cautions(rules.cautions, logic), key=lambda c: -c.level.rank)
    appointments = tuple(row for row in rules.urgency if logic.met(row.when))
    advice, left_out = _advice(rules.advice, decision, logic)
    return Assessment(
        complete=not gaps,
        missing=tuple(dict.fromkeys((*gaps, *flag_gaps, *decision.open))),
        stage=decision.stage,
        row=decision.row,
        stage_because=decision.because or _named(decision.row, because),
        provisional=logic.holds(PROVISIONAL) and decision.stage.fits,
        population=tuple(dict.fromkeys(p.id for p in rules.populations if logic.holds(p.id))),
        urgency=_urgency(flags, cautions, appointments),
        appointments=appointments,
        red_flags=flags,
        parts=tuple(_parts(rules.parts, decision, logic)),
        cautions=tuple(cautions),
        advice=advice,
        left_out=left_out,
        logic=logic,
    )


def _named(row: StageRow | None, because: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the answers behind the outcomes that a stage row names."""
    names = wanted(row.when) if row else ()
    return tuple(dict.fromkeys(link for name in names for link in because.get(name, ())))


# The stage ---------------------------------------------------------------------------------------


class _Decision(NamedTuple):
    stage: Stage
    row: StageRow | None
    because: tuple[str, ...]
    open: tuple[str, ...] = ()


def _decide_stage(table: Iterable[StageRow], logic: Logic) -> _Decision:
    """Return the first row that is true; incomplete if an open row before it could change that."""
    undecided: list[StageRow] = []
    for row in table:
        if logic.met(row.when):
            if all(other.stage is row.stage for other in undecided):
                because = dict.fromkeys((*logic.because(row.when), *row.because))
                return _Decision(row.stage, row, tuple(because) or logic.because_not(row.when))
            break
        if logic.met(row.when, OPEN):
            undecided.append(row)
    questions = [q for row in undecided for q in logic.open_questions(row.when)]
    found = tuple(dict.fromkeys(questions))
    return _Decision(Stage.INCOMPLETE, None, found, found)


def _parts(table: Iterable[Part], decision: _Decision, logic: Logic) -> Iterable[Conclusion]:
    for part in table:
        if decision.stage in part.stages and logic.met(part.when):
            yield conclude(part, logic, otherwise=decision.because)


# Urgency -----------------------------------------------------------------------------------------


def _urgency(
    flags: Iterable[Conclusion], cautions: Iterable[Conclusion], rows: Iterable[UrgencyRow]
) -> Urgency:
    """Return the highest level that a flag, a caution or a row of the table asks for."""
    levels = [flag.level for flag in flags]
    levels += [c.level for c in cautions]
    levels += [row.level for row in rows]
    return max(levels, key=lambda level: level.rank, default=Urgency.NONE)


# Cautions and advice -----------------------------------------------------------------------------


def _cautions(table: Iterable[Caution], logic: Logic) -> Iterable[Conclusion]:
    """Yield each caution once, in the words of its first block that holds."""
    said: set[str] = set()
    for caution in table:
        if caution.id not in said and logic.met(caution.when):
            said.add(caution.id)
            words = next(_fitting(caution.instead, logic), caution.text)
            points = tuple(_fitting(caution.lines, logic))
            found = conclude(caution, logic)
            yield found._replace(text=words, points=points, level=caution.urgency)


def _fitting(variants: Iterable[Variant], logic: Logic) -> Iterator[str]:
    return (v.text for v in variants if any(map(logic.holds, v.for_)))


def _advice(
    table: Iterable[Advice], decision: _Decision, logic: Logic
) -> tuple[tuple[Conclusion, ...], tuple[Conclusion, ...]]:
    """Return the advice that is given, and the advice that a contraindication removed."""
    given: list[Conclusion] = []
    left_out: list[Conclusion] = []
    for advice in table:
        if not _applies(advice, decision.stage, logic):
            continue
        found = conclude(advice, logic, otherwise=decision.because)
        reasons = tuple(f for f in advice.remove if logic.holds(f))
        doubts = tuple(f for f in advice.remove if f not in reasons and logic.holds(f, FINAL))
        if reasons or doubts:
            behind = (q for f in (*reasons, *doubts) for q in logic.behind(f, FINAL))
            why = tuple(dict.fromkeys(behind))
            left_out.append(found._replace(because=why, reasons=reasons, doubts=doubts))
        elif not any(logic.holds(f, OPEN) and not logic.holds(f, FINAL) for f in advice.filters):
            given.append(found._replace(text=_softened(advice, logic)))
    return tuple(given), tuple(left_out)


def _applies(advice: Advice, stage: Stage, logic: Logic) -> bool:
    fits = not advice.stages or stage in advice.stages
    return fits and stage is not Stage.WITHHELD and logic.met(advice.when)


def _softened(advice: Advice, logic: Logic) -> str:
    """Return the words for this person.

    The first variant that fits stands alone, "ask first" before a gentler way to do it: a second
    text after it would read like a permission, or contradict it.
    """
    for variant in advice.variants:
        if any(logic.holds(name, FINAL) for name in variant.for_):
            return variant.text
    return advice.text
