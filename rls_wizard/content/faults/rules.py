"""Faults of single rules, and of the content as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rls_wizard.content.faults.fields import field_faults
from rls_wizard.content.faults.names import editors_name, unknown_findings, unknown_sources
from rls_wizard.content.faults.never_said import never_said
from rls_wizard.content.faults.order import questions_behind
from rls_wizard.domain.condition import Condition
from rls_wizard.domain.fixed import ALWAYS_PRIVATE, COUNTRY, PERMISSION, POINTS
from rls_wizard.domain.flow import PRIVATE_ANSWERS
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.model import FIELD
from rls_wizard.domain.reference import Country
from rls_wizard.domain.rules import (
    PROVISIONAL,
    Advice,
    Caution,
    RedFlag,
    Rule,
    Stage,
    stage_outcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item

_COUNTRY_FIELDS = "|".join(Country.model_fields)
SEED_POINTS = tuple(f"T{n}" for n in range(1, 14))
"""The points of the text that the mission starts from."""


def rule_faults(content: Content) -> Iterator[str]:
    """Yield the faults of each rule, then those of the whole."""
    for rule in content.rules.sourced:
        yield from _rule(content, rule)
    yield from _other_texts(content)
    yield from _chapters(content)
    yield from _handed(content)
    yield from _countries(content)
    yield from _whole(content)
    yield from _private(content)
    yield from _paper(content)
    yield from _flags(content)


def _rule(content: Content, rule: Rule) -> Iterator[str]:
    who = editors_name(rule)
    yield from unknown_sources(content, who, rule.source)
    for point in rule.seed:
        if point not in SEED_POINTS:
            yield f"{who} names the point {point!r}, which the text does not have"
    for text in _texts(rule):
        yield from _fields(content, who, text, own=("title",) if isinstance(rule, RedFlag) else ())
        yield from never_said(who, text)
    yield from _filters(content, who, rule)


def _texts(rule: Rule) -> Iterator[str]:
    yield from filter(None, (rule.text, rule.general))
    if isinstance(rule, Advice | Caution):
        yield from (variant.text for variant in rule.variants)
    elif isinstance(rule, RedFlag):
        yield from filter(None, (rule.unsure, rule.avoid))


def _fields(content: Content, who: str, text: str, own: tuple[str, ...] = ()) -> Iterator[str]:
    country = (f"{COUNTRY}.{name}" for name in Country.model_fields)
    yield from field_faults(who, text, {*country, *content.questionnaire.by_id, *own})


def _other_texts(content: Content) -> Iterator[str]:
    """Yield faults of the texts that stand outside rules: few have fields, the others no braces."""
    about = content.about
    yield from _fields(content, "about.toml unsure_flag", about.unsure_flag, ("title",))
    for name, text in (("left_out", about.left_out), ("left_out_unsure", about.left_out_unsure)):
        yield from _fields(content, f"about.toml {name}", text, ("reasons", "titles"))
    yield from _fields(content, "about.toml left_out_more", about.left_out_more, ("reasons",))
    for name, text in (("overdue", about.overdue), ("overdue_line", about.overdue_line)):
        yield from field_faults(f"about.toml {name}", text, ("day",))
    for name, text in about.units:
        yield from _fields(content, f"about.toml units.{name}", text, ("number", "told", "other"))
    rules = content.rules
    plain = [(f"stage row {row.id!r}", row.text) for row in rules.stages]
    plain += [(f"urgency row {row.id!r}", row.text or "") for row in rules.urgency]
    for item in content.questionnaire.by_id.values():
        plain += [(f"item {item.link_id!r}", text) for text in _plain_texts(item)]
    for who, text in plain:
        if set("{}") & set(text):
            yield f"{who} has a brace in its text, but nothing is filled in there"


def _plain_texts(item: Item) -> Iterator[str]:
    """Yield the texts of an item in which nothing is filled in.

    A text that is only shown may name a country's numbers. A question may not: it is read on the
    review and on paper, too, just as it is written.
    """
    options = (option.text for option in item.own_options)
    yield from filter(None, (item.short, item.help, item.why, *options))
    for text in (item.text, *(wording.text for wording in item.wording)):
        shown = item.type is ItemType.DISPLAY
        yield re.sub(rf"{{{COUNTRY}\.({_COUNTRY_FIELDS})}}", "", text) if shown else text


def _filters(content: Content, who: str, rule: Rule) -> Iterator[str]:
    if isinstance(rule, Caution):
        if rule.topic not in content.about.topics:
            yield f"{who} has the topic {rule.topic!r}, which about.toml does not have"
        names = (name for variant in rule.variants for name in variant.for_)
        yield from unknown_findings(content, who, names)
    elif isinstance(rule, Advice):
        yield from unknown_findings(content, who, rule.filters)
        told = {stage_outcome(s) for chapter in content.about.chapters for s in chapter.stages}
        for name in rule.filters:
            what = "is removed by" if name in rule.remove else "has other words for"
            if name not in content.rules.words and name not in told:
                yield f"{who} {what} {name!r}, which has no text to say so"
            for question in _may_be_skipped(content, name):
                yield f"{who} {what} {name!r}, but {question!r} may be skipped: make it required"


def _may_be_skipped(content: Content, name: str) -> list[str]:
    """Return the optional questions behind a finding.

    As long as one of them is open, advice that it filters is held back, so who skips it would
    silently get less.
    """
    known = content.questionnaire.by_id
    behind = sorted(questions_behind(content, [Condition(finding=name)]) & known.keys())
    return [link_id for link_id in behind if known[link_id].asks and not known[link_id].required]


def _chapters(content: Content) -> Iterator[str]:
    """Yield what "Read all advice" could not show, or not to who has answered nothing."""
    chapters, rules = content.about.chapters, content.rules
    known = {part.id for part in rules.parts}
    for chapter in chapters:
        for name in set(chapter.parts) - known:
            yield f"about.toml chapter {chapter.id!r} names the part {name!r}, which is not there"
    told = {stage for chapter in chapters for stage in chapter.stages}
    for advice in rules.advice:
        if advice.stages and not told & set(advice.stages):
            yield f"{editors_name(advice)} has no chapter in about.toml that names its stages"
    for rule in (*rules.advice, *rules.parts, *rules.cautions):
        who = editors_name(rule)
        for name in FIELD.findall(rule.general or rule.text):
            if not name.startswith(f"{COUNTRY}."):
                yield f"{who} speaks of the answer {{{name}}}, so it needs a general text"


def _handed(content: Content) -> Iterator[str]:
    """Yield the faults of what stands on the person's page beside the rules."""
    about, rules = content.about, content.rules
    country = [f"{COUNTRY}.{name}" for name in Country.model_fields]
    for line in about.help:
        who = editors_name(line)
        yield from unknown_sources(content, who, line.source)
        yield from field_faults(who, line.sign, ())
        yield from field_faults(who, line.whom, country)
    known = {rule.id for rule in (*rules.advice, *rules.cautions)}
    for slip in about.slips:
        who = editors_name(slip)
        yield from unknown_sources(content, who, slip.source)
        yield from unknown_findings(content, who, slip.never)
        for text in (slip.title, slip.intro, slip.text, *slip.ticks, *slip.blanks):
            yield from field_faults(who, text, ())
            yield from never_said(who, text)
        for name in slip.beside:
            if name not in known:
                yield f"{who} goes with {name!r}, which is no advice and no caution"


def _countries(content: Content) -> Iterator[str]:
    for country in content.countries:
        yield from unknown_sources(content, editors_name(country), country.source)


def _whole(content: Content) -> Iterator[str]:
    rules = content.rules
    for link_id in (COUNTRY, *POINTS):
        if link_id not in content.questionnaire.by_id:
            yield f"there is no question {link_id!r}, which the program itself needs"
    for stage in set(Stage) - {Stage.WITHHELD} - {s for part in rules.parts for s in part.stages}:
        yield f"the stage {stage.value!r} has no part: its people would read nothing"
    placed = {point for rule in rules.sourced for point in rule.seed}
    for point in SEED_POINTS:
        if point not in placed:
            yield f"point {point} of the text has no place: name it as seed in a part or advice"
    if PROVISIONAL not in {finding.id for finding in rules.findings}:
        yield f"there is no finding {PROVISIONAL!r}"
    if not rules.stages or rules.stages[-1].when:
        yield "the stage table can end without a stage: its last row must have no conditions"


def _private(content: Content) -> Iterator[str]:
    permission = content.questionnaire.by_id.get(PERMISSION)
    asked_for = permission.enable_when if permission else ()
    if [c.question for c in asked_for] != [PRIVATE_ANSWERS]:
        yield f"item {PERMISSION!r} must be asked when {PRIVATE_ANSWERS!r} is yes, and only then"
    for item in content.questionnaire.asked:
        if item.link_id in ALWAYS_PRIVATE and not item.private:
            yield f"item {item.link_id!r} must be private"


def _paper(content: Content) -> Iterator[str]:
    for section in content.paper:
        who = f"paper section {section.id!r}"
        for link_id in dict.fromkeys(section.asked):
            if link_id not in content.questionnaire.by_id:
                yield f"{who} names {link_id!r}, which is no question"
    names = content.paper_names
    for link_id in (*names.questions, *names.options):
        item = content.questionnaire.by_id.get(link_id)
        if item is None:
            yield f"the names of the paper have {link_id!r}, which is no question"
            continue
        for code in names.options.get(link_id, {}):
            if item.option(code) is None:
                yield f"the names of the paper have {code!r}, which {link_id!r} does not offer"


def _flags(content: Content) -> Iterator[str]:
    for flag in content.rules.red_flags:
        for condition in flag.when:
            item = content.questionnaire.by_id.get(condition.question or "")
            if item is not None and not item.required:
                yield f"item {item.link_id!r} raises a red flag, so it must be required"
        if flag.level.urgent and "{country." not in flag.text:
            who = editors_name(flag)
            yield f"{who} is urgent, but its text names no number: {{country.urgent}}"
