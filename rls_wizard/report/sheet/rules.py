"""Every rule that speaks to a person, a card each: when, what is said, where it comes from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.domain.flags import level_when_unsure
from rls_wizard.report.document import Blanks, Heading, Paragraph, Table, TableRow
from rls_wizard.report.how_soon import word
from rls_wizard.report.sheet.in_words import anchor
from rls_wizard.report.sheet.standing import stage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.rules import Advice, Caution, Part, RedFlag, Rule, Stage, Variant
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block
    from rls_wizard.report.sheet.evidence import Evidence
    from rls_wizard.report.sheet.in_words import InWords


class RuleCards:
    """Writes the cards, one kind of rule a chapter."""

    def __init__(
        self, content: Content, says: InWords, evidence: Evidence, words: Catalogue
    ) -> None:
        """Take what puts conditions in words, and what adds sources and cases."""
        self._content = content
        self._says = says
        self._evidence = evidence
        self._words = words
        self._anchored: set[str] = set()

    def red_flags(self) -> Iterator[Block]:
        """Yield the warning signs."""
        words, rules = self._words, self._content.rules
        yield Heading(words("Warning signs"))
        yield Paragraph(
            words(
                "Of several cards with one id any one raises the sign; the most urgent counts, "
                "and of equal ones the first. As long as one for now or today stands, no advice "
                "is shown."
            )
        )
        for flag in rules.red_flags:
            same = [other for other in rules.red_flags if other.id == flag.id]
            yield from self._card(flag, flag.title, self._red_flag(flag, same))

    def parts(self) -> Iterator[Block]:
        """Yield the parts of the text."""
        yield Heading(self._words("Parts of the text"))
        for part in self._content.rules.parts:
            yield from self._card(part, part.title, self._part(part))

    def cautions(self) -> Iterator[Block]:
        """Yield what is worth telling a clinician, by topic."""
        words, topics = self._words, self._content.about.topics
        yield Heading(words("Worth telling a clinician"))
        yield Paragraph(words("Of several cards with one id the first that holds is said."))
        found = sorted(self._content.rules.cautions, key=lambda c: list(topics).index(c.topic))
        for topic, cautions in groupby(found, key=lambda caution: caution.topic):
            yield Heading(topics[topic], level=2)
            for caution in cautions:
                yield from self._card(caution, caution.title, self._caution(caution))

    def advice(self) -> Iterator[Block]:
        """Yield the advice."""
        words = self._words
        yield Heading(words("Advice"))
        yield Paragraph(
            words(
                "Advice is also left out if somebody was not sure about what removes it. Where "
                "other words fit, the first of them replace the usual ones."
            )
        )
        for advice in self._content.rules.advice:
            yield from self._card(advice, advice.title, self._advice(advice))

    def _card(self, rule: Rule, title: str, rows: Iterable[TableRow]) -> Iterator[Block]:
        words = self._words
        name = "" if rule.id in self._anchored else anchor(rule.id)
        self._anchored.add(rule.id)
        yield Heading(title, level=3, anchor=name, mark=rule.id)
        general: list[TableRow] = []
        if rule.general:
            label = words("In \u201cRead all advice\u201d")
            general.append(TableRow((label, self._says.filled(rule.general))))
        yield Table((), (*rows, *general, *self._evidence.rows(rule)))
        yield Blanks((words("change to"),), ticks=(words("agree"),))

    def _red_flag(self, flag: RedFlag, same: list[RedFlag]) -> Iterator[TableRow]:
        words, fill = self._words, self._says.filled
        soon = word(flag.level, words)
        unsure = word(level_when_unsure(flag, same), words)
        if unsure != soon:
            soon = words("{level}; where not sure: {other}").format(level=soon, other=unsure)
        yield TableRow((words("How soon"), soon))
        yield self._when(flag)
        yield TableRow((words("Says"), fill(flag.text)))
        if flag.avoid:
            yield TableRow((words("What not to do"), fill(flag.avoid)))
        usual = self._content.about.unsure_flag.replace("{title}", flag.title)
        yield TableRow((words("If not sure, says"), fill(flag.unsure or usual)))

    def _part(self, part: Part) -> Iterator[TableRow]:
        yield self._stages(part.stages)
        yield from [self._when(part)] if part.when else []
        yield TableRow((self._words("Says"), self._says.filled(part.text)))

    def _caution(self, caution: Caution) -> Iterator[TableRow]:
        words = self._words
        yield TableRow((words("How soon"), word(caution.urgency, words)))
        yield self._when(caution)
        yield TableRow((words("Says"), self._says.filled(caution.text)))
        yield from self._variants(words("Instead, for"), caution.instead)
        yield from self._variants(words("Below it, for"), caution.lines)

    def _advice(self, advice: Advice) -> Iterator[TableRow]:
        words = self._words
        kinds = {
            "do": words("to do oneself"),
            "ask": words("to ask a clinician about"),
            "know": words("to know"),
        }
        yield TableRow((words("Kind"), kinds[advice.kind]))
        yield self._stages(advice.stages)
        yield from [self._when(advice)] if advice.when else []
        yield TableRow((words("Says"), self._says.filled(advice.text)))
        if advice.short:
            yield TableRow((words("In a list of things to do"), advice.short))
        if advice.remove:
            lines = tuple(("\u2022 ", self._says.finding(name)) for name in advice.remove)
            yield TableRow((words("Removed by"), lines))
            yield self._evidence.cases(
                words("Cases without it"),
                lambda found: any(left.rule is advice for left in found.left_out),
            )
        yield from self._variants(words("Ask first, for"), advice.ask)
        yield from self._variants(words("Gentler, for"), advice.gentle)

    def _variants(self, label: str, variants: Iterable[Variant]) -> Iterator[TableRow]:
        for variant in variants:
            whom = self._says.findings(variant.for_)
            yield TableRow((label, ((*whom, ":"), self._says.filled(variant.text))))

    def _when(self, rule: Rule) -> TableRow:
        return TableRow((self._words("When"), self._says.lines(rule.when)))

    def _stages(self, stages: Iterable[Stage]) -> TableRow:
        words = self._words
        named = "; ".join(stage_words(stage, words) for stage in stages)
        every = words("every one in which advice is given")
        return TableRow((words("Shown if the result is"), named or every))
