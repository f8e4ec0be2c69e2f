"""Row 11: how long a visit is, counted over invented people who walk the real questions."""

import statistics
from collections import Counter

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.facts import State
from rls_wizard.domain.fixed import WAY, WELCOME
from rls_wizard.domain.flow import path
from rls_wizard.domain.item import Appearance
from rls_wizard.domain.questionnaire import walk
from tests import people
from tests.bench.table import Row

ADULTS = 2_000
OTHERS = 200
AROUND = 4
"""Screens besides the questions: welcome, review, result and summary."""
_UNANSWERED = {State.NOT_ASKED, State.PENDING}


def rows():
    """Yield how long the visits of adults are; only they have targets."""
    adults = Lengths(people.adult, ADULTS)
    yield Row("11", "answers", adults.median_answers(), 50, unit="")
    yield Row("11", "answers, 95 % of people", adults.most_answers(), 75, unit="")
    yield Row("11", "screens", adults.median_screens(), 25, unit="")
    hurried = Lengths(people.in_a_hurry, ADULTS)
    yield Row("11", "answers, short way of a kiosk", hurried.median_answers(), 32, unit="")


def others():
    """Yield how long the visits of others are, in words, and which pages ask most."""
    for kind in (
        people.adult,
        people.in_a_hurry,
        people.pregnant,
        people.parent_of_child,
        people.older_with_carer,
    ):
        found = Lengths(kind, OTHERS)
        yield (
            f"{kind.__name__}: {found.median_answers():.0f} answers, 95 % at most "
            f"{found.most_answers():.0f}, {found.median_screens():.0f} screens; answers a page: "
            f"{found.longest_pages()}"
        )


class Lengths:
    """What the visits of many people of one kind came to."""

    def __init__(self, kind, number):
        self.answers, self.screens = [], []
        self.by_page = Counter()
        """All answers of all people, by the id of the page."""
        for seed in range(number):
            self._add(kind(seed))
        self.number = number

    def _add(self, person):
        content = people.content()
        assessment = assess(content, people.response(person))
        if not assessment.complete:
            raise SystemExit(f"a person left {assessment.missing} open")
        facts = assessment.logic.facts
        told = people.PRESET if WAY in facts else ()
        pages = path(content.questionnaire, facts)
        items = {page.id: (i for i in page.items if i.link_id not in told) for page in pages}
        counted = {page: sum(_count(i, facts) for i in those) for page, those in items.items()}
        self.by_page.update(counted)
        # Who answers is asked, too, on the welcome page.
        self.answers.append(1 + sum(counted.values()))
        asking = sum(page.id != WELCOME for page in pages)
        self.screens.append(asking + AROUND + _stops_by_the_way(pages, assessment.red_flags))

    def median_answers(self):
        return statistics.median(self.answers)

    def most_answers(self):
        """Return the 95th centile."""
        return statistics.quantiles(self.answers, n=20)[-1]

    def median_screens(self):
        return statistics.median(self.screens)

    def longest_pages(self, shown=6):
        """Return the pages that ask most of a person on average, in words."""
        found = self.by_page.most_common(shown)
        return ", ".join(f"{page} {count / self.number:.1f}" for page, count in found)


def _count(item, facts):
    """Return how often a person answers; a list of ticks is one answer, however long."""
    known = facts.get(item.link_id)
    if known is None:
        return 0
    if known.rows:
        return sum(_count(child, row) for row in known.rows for child in item.items)
    inside = sum(_count(child, facts) for child in item.items)
    if _one_list(item, facts):
        return min(1, inside)
    answered = known.state not in _UNANSWERED and not known.follows
    return inside + (item.asks and answered)


def _one_list(item, facts):
    """Tell whether it was answered as one list: "not sure about one" opens them one by one."""
    states = {facts[child.link_id].state for child in item.items if child.link_id in facts}
    return item.appearance is Appearance.TICKS and State.UNKNOWN not in states


def _stops_by_the_way(pages, flags):
    """Count "check your answer" once a page that calls for it, and the urgent page after it."""
    urgent = {link for flag in flags if flag.level.urgent for link in flag.because}
    unsure = {link for flag in flags if flag.unsure for link in flag.because}
    asked = [{item.link_id for item in walk(page.items)} for page in pages]
    return sum(bool(links & (urgent | unsure)) + bool(links & urgent) for links in asked)
