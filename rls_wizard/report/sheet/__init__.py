"""The sheet on which a clinician reviews all content without reading code.

Not the page "Check your answers", which is `report/review.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard import __version__
from rls_wizard.purpose import purpose
from rls_wizard.report.document import Blanks, Document, Listing, Paragraph, Table, TableRow
from rls_wizard.report.sheet.cases import case_chapter
from rls_wizard.report.sheet.decisions import decision_chapter, memory_chapter, source_chapter
from rls_wizard.report.sheet.evidence import Evidence
from rls_wizard.report.sheet.glossary import glossary_chapter
from rls_wizard.report.sheet.handed import handed_chapter
from rls_wizard.report.sheet.in_words import InWords
from rls_wizard.report.sheet.questions import question_chapter
from rls_wizard.report.sheet.rules import RuleCards
from rls_wizard.report.sheet.tables import (
    finding_chapter,
    population_chapter,
    stage_chapter,
    urgency_chapter,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block, Cell


def build_sheet(content: Content, assessed: Mapping[str, Assessment], words: Catalogue) -> Document:
    """Return the sheet; `assessed` says what comes out of each worked case, by its name."""
    says = InWords(content, words)
    cards = RuleCards(content, says, Evidence(content, assessed, words), words)
    rules = content.rules
    foot = words("Review sheet. rls-wizard {program}, content {content}; {review}").format(
        program=__version__, content=content.edition, review=content.about.review
    )
    blocks = (
        *_cover(content, words),
        *decision_chapter(content, says, words),
        *memory_chapter(content, words),
        *cards.red_flags(),
        *stage_chapter(rules, says, words),
        *urgency_chapter(rules, says, words),
        *population_chapter(rules, says, words),
        *cards.parts(),
        *cards.advice(),
        *cards.cautions(),
        *handed_chapter(content, says, words),
        *question_chapter(content.pages, says, words),
        *glossary_chapter(content, words),
        *finding_chapter(rules, says, words),
        *case_chapter(assessed, words),
        *source_chapter(content, words),
    )
    return Document(words("Restless legs: review sheet for clinicians"), foot, blocks)


def _cover(content: Content, words: Catalogue) -> Iterator[Block]:
    about = content.about
    checked, due = (about.dates.in_words(day) for day in (about.reviewed_on, about.next_review))
    yield Paragraph(
        words(
            "This is all that the program asks and says, and when: every question and every rule, "
            "in words. It is for clinicians who check whether that is right."
        )
    )
    facts: dict[str, Cell] = {
        words("Program"): f"rls-wizard {__version__}",
        words("Content"): about.version,
        words("Fingerprint"): content.fingerprint,
        words("Review"): about.review,
        words("Looked at by the makers"): checked,
        words("To be looked at before"): due,
        words("What it is for"): purpose(words),
    }
    if content.folder:
        facts[words("Origin")] = words(
            "This content is from another folder. It did not come with the program."
        )
    yield Table((), tuple(TableRow((name, told)) for name, told in facts.items()))
    yield Paragraph(words("How to read it"), strong=True)
    yield Listing(
        (
            words("Begin with \u201cNeeds your decision\u201d and \u201cWarning signs\u201d."),
            words("Tick \u201cagree\u201d beside a rule, or write what to change."),
            words("Small grey words are ids: name a rule by its id in a letter."),
            words("\u201cOnly if clear\u201d: \u201cnot sure\u201d does not count as this answer."),
            words(
                "Elsewhere \u201cnot sure\u201d raises a warning sign and removes advice, but "
                "gives no advice."
            ),
            words("Words in brackets are filled in: what the person answered."),
            words("The fingerprint changes with every word."),
            words("It must be the one that \u201cAbout this program\u201d shows."),
        )
    )
    yield Blanks((words("Name"), words("Role")))
    yield Blanks((words("Date"), words("Signature")))
