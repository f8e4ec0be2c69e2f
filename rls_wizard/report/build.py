"""From answers to the one report that screen and paper show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard import __version__
from rls_wizard.domain.assessment import Assessment, assess
from rls_wizard.domain.facts import FINAL
from rls_wizard.domain.fixed import POINTS, SHORT, WAY
from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.rules import Advice, RedFlag, Stage, Urgency
from rls_wizard.report.left_out import by_fewest, by_reasons
from rls_wizard.report.lines import Lines, line_of
from rls_wizard.report.measures import measures
from rls_wizard.report.model import Answer, Help, Line, Origin, Report, Section, Slip
from rls_wizard.report.paper import Paper
from rls_wizard.report.review import as_asked, review
from rls_wizard.report.signs import Signs
from rls_wizard.report.then import LastTime
from rls_wizard.report.timeline import told_timeline
from rls_wizard.report.topics import by_topic
from rls_wizard.report.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.domain.response import Response

_FEW_LINES = 420
"""How many characters about six lines of paper have."""


def build_report(content: Content, response: Response, today: date) -> Report:
    """Return the report that the person sees on the screen."""
    assessment = assess(content, response)
    report = _build(content, response, assessment, today)
    return report._replace(
        # The person has yet to answer these; on paper, the short names of questions do.
        missing=as_asked(content, assessment.logic, report.missing),
        review=review(content, response, assessment),
    )


def build_paper(content: Content, response: Response, today: date) -> Report:
    """Return the report for paper: nothing in it rests on private answers that are not allowed.

    If such an answer withheld the advice on the screen, paper withholds it too and says "please
    ask me" (`rules.md` 9), also beside an urgent sign that may be told.
    """
    allowed = for_paper(content.questionnaire, response)
    told = assess(content, allowed)
    whole = told if allowed == response else assess(content, response)
    if _urgent(whole) <= _urgent(told):
        report = _build(content, allowed, told, today)
        return report._replace(left_out=_short(content, told, today))
    report = _build(content, allowed, _withheld(told), today)
    return report._replace(private_note=content.about.private_withheld)


def _withheld(told: Assessment) -> Assessment:
    if told.stage is Stage.WITHHELD:
        return told
    return told._replace(
        stage=Stage.WITHHELD, row=None, parts=(), advice=(), left_out=(), stage_because=(),
        provisional=False,
    )  # fmt: skip


def _urgent(found: Assessment) -> frozenset[tuple[str, Urgency]]:
    """Return the signs that need help now or today, each with how soon."""
    levels = ((c.rule.id, c.rule.level) for c in found.red_flags if isinstance(c.rule, RedFlag))
    return frozenset((name, level) for name, level in levels if level.urgent)


def _build(content: Content, response: Response, found: Assessment, today: date) -> Report:
    words = Words(content, found.logic)
    lines = Lines(content, words, today)
    signs = Signs(content, response, found)
    paper = Paper(content, found.logic, signs)
    last_time = LastTime(content, response)
    about = content.about
    groups = by_reasons(content.rules.words, found.left_out)
    return Report(
        origin=_origin(content, response, today),
        language=response.language,
        short_way=found.logic.fact(WAY).value == SHORT,
        stage=found.stage,
        urgency=found.urgency,
        urgency_text=about.urgency_says[found.urgency.value],
        appointments=tuple(row.text for row in found.appointments if row.text),
        flags=lines.of(found.red_flags),
        private_note="",
        you_means=about.whom(response.answered_by),
        points=tuple(words.answers(POINTS)),
        stage_intro=about.stage_intro if found.stage.fits else "",
        # What makes a stage incomplete is told as missing, not as a reason.
        stage_because=tuple(words.answers(found.stage_because if found.row else ())),
        stage_row=found.row.text if found.row else "",
        provisional=about.provisional if found.provisional else "",
        parts=lines.of(found.parts),
        missing=tuple(words.answers(found.missing)),
        advice=lines.of(_of_kind(found, "do")),
        questions=lines.of(_of_kind(found, "ask")),
        knowledge=lines.of(_of_kind(found, "know")),
        cautions=lines.of(by_topic(found.cautions, content.about.topics)),
        causes_intro=about.causes_intro,
        left_out=lines.left_out(groups),
        left_out_short=words.left_out_short(groups),
        help=tuple(Help(line.sign, capital(words.fill(line.whom))) for line in about.help),
        slips=tuple(_slips(content, found, today)),
        box=tuple(signs.marked(paper.sections(box=True))),
        clinician=tuple(signs.marked(paper.sections(box=False))),
        answers=tuple(signs.marked(_sections(content, words.answers))),
        not_asked=tuple(_sections(content, words.not_asked)),
        denied=signs.denied,
        numbers=last_time.beside(measures(content, found.logic)),
        then_on=last_time.day,
        changed=signs.changed,
        timeline=told_timeline(content, found.logic, response.answered_on),
    )


def _origin(content: Content, response: Response, today: date) -> Origin:
    about = content.about
    return Origin(
        program_version=__version__,
        content_version=content.edition,
        review=about.review,
        overdue=about.told_overdue(about, today),
        answered_on=about.dates.in_words(response.answered_on),
        answered_by=about.answered_by[response.answered_by.value],
        self_reported=about.self_reported,
        other_content=bool(content.folder),
    )


def _of_kind(found: Assessment, kind: str) -> Iterable[Conclusion]:
    return (c for c in found.advice if isinstance(c.rule, Advice) and c.rule.kind == kind)


def _short(content: Content, found: Assessment, today: date) -> tuple[Line, ...]:
    """Return what is left out in a few lines: paper has no more room, nor for answers again."""
    lines = Lines(content, Words(content, found.logic), today)
    groups = by_reasons(content.rules.words, found.left_out)
    told = lines.left_out(groups)
    if sum(len(line.text) for line in told) > _FEW_LINES:
        told = lines.left_out(by_fewest(groups))
    return tuple(line._replace(because=()) for line in told)


def _sections(content: Content, told: Callable[[Iterable[str]], list[Answer]]) -> Iterable[Section]:
    """Yield what is told of the questions of each page, in the order in which they are asked."""
    inside = content.questionnaire.told_inside
    for page in content.pages:
        items = (item for item in walk(page.items) if item.link_id not in inside)
        answers = told(item.link_id for item in items if item.asks)
        if answers:
            yield Section(page.title, tuple(answers))


def _slips(content: Content, found: Assessment, today: date) -> Iterable[Slip]:
    """Yield what goes with something that was said, unless it is not for this person."""
    said = {conclusion.rule.id for conclusion in (*found.advice, *found.cautions)}
    for slip in content.about.slips:
        barred = any(found.logic.holds(name, FINAL) for name in slip.never)
        if said & set(slip.beside) and not barred and not found.urgency.urgent:
            line = line_of(content, slip, slip.text, today)
            yield Slip(line, slip.intro, slip.ticks, slip.blanks)
