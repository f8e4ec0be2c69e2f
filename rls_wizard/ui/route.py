"""The way through a visit: where one is, what comes next. Worked out from the answers each time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.questionnaire import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.flow import Facts
    from rls_wizard.domain.questionnaire import Page


class Stop(IntEnum):
    """The kinds of page, in order."""

    WELCOME = auto()
    QUESTIONS = auto()
    REVIEW = auto()
    RESULT = auto()
    SUMMARY = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is. A page by its id: an index would slip when the path changes."""

    stop: Stop
    page: str = ""


START = Place(Stop.WELCOME)


def after(definitions: Definitions, facts: Facts, place: Place) -> Place:
    """Return the place that follows, or the same at the end."""
    rank = _rank(definitions, place)
    places = _places(definitions, facts)
    return next((p for p in places if _rank(definitions, p) > rank), place)


def before(definitions: Definitions, facts: Facts, place: Place) -> Place:
    """Return the place that comes before, or the same at the start."""
    rank = _rank(definitions, place)
    places = reversed(list(_places(definitions, facts)))
    return next((p for p in places if _rank(definitions, p) < rank), place)


def first_gap(definitions: Definitions, facts: Facts) -> Place | None:
    """Return the first page on which an answer is missing."""
    pages = path(definitions.questionnaire, facts)
    return next((Place(Stop.QUESTIONS, page.id) for page in pages if missing(page, facts)), None)


def page_of(definitions: Definitions, link_id: str) -> Page | None:
    """Return the page on which a question stands."""
    for page in definitions.pages:
        if any(item.link_id == link_id for item in walk(page.items)):
            return page
    return None


def number_of(definitions: Definitions, facts: Facts, place: Place) -> tuple[int, int]:
    """Return which of how many pages of questions this is."""
    pages = [page.id for page in path(definitions.questionnaire, facts)]
    return (pages.index(place.page) + 1 if place.page in pages else 1), len(pages)


def _places(definitions: Definitions, facts: Facts) -> Iterator[Place]:
    yield START
    for page in path(definitions.questionnaire, facts):
        yield Place(Stop.QUESTIONS, page.id)
    for stop in (Stop.REVIEW, Stop.RESULT, Stop.SUMMARY):
        yield Place(stop)


def _rank(definitions: Definitions, place: Place) -> tuple[int, int]:
    ids = [page.id for page in definitions.pages]
    return place.stop, (ids.index(place.page) if place.page in ids else -1)
