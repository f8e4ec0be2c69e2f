"""The way through a visit: where one is, what comes next. Worked out from the answers each time."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.fixed import WELCOME
from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.questionnaire import walk
from rls_wizard.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.flow import Facts
    from rls_wizard.domain.questionnaire import Page


class Stop(IntEnum):
    """The kinds of page, in order."""

    WELCOME = auto()
    QUESTIONS = auto()
    CHECK = auto()
    """A look at an answer that calls for help: a stop by the way, after its page."""
    URGENT = auto()
    """What to do at once: the other stop by the way."""
    REVIEW = auto()
    RESULT = auto()
    SUMMARY = auto()


class Place(NamedTuple):
    """Where one is. A page by its id: an index would slip when the path changes."""

    stop: Stop
    page: str = ""


START = Place(Stop.WELCOME, WELCOME)
BY_THE_WAY = (Stop.CHECK, Stop.URGENT)


def named(stop: str, page: str) -> Place:
    """Return a place by the name of its kind; the start for one that is unknown."""
    return Place(Stop[stop], page) if stop in Stop.__members__ else START


def after(definitions: Definitions, facts: Facts, place: Place) -> Place:
    """Return the place that follows, or the same at the end."""
    place = on_the_way(place)
    rank = _rank(definitions, place)
    places = _places(definitions, facts)
    return next((p for p in places if _rank(definitions, p) > rank), place)


def before(definitions: Definitions, facts: Facts, place: Place) -> Place:
    """Return the place that comes before, or the same at the start.

    From a stop by the way that is the page which led to it.
    """
    if place.stop in BY_THE_WAY:
        return on_the_way(place)
    rank = _rank(definitions, place)
    places = reversed(list(_places(definitions, facts)))
    return next((p for p in places if _rank(definitions, p) < rank), place)


def on_the_way(place: Place) -> Place:
    """Return the place itself, or where a stop by the way branched off."""
    if place.stop not in BY_THE_WAY:
        return place
    if place.page == WELCOME:
        return START
    return Place(Stop.QUESTIONS, place.page) if place.page else Place(Stop.REVIEW)


def first_gap(definitions: Definitions, facts: Facts) -> Place | None:
    """Return the first page on which an answer is missing."""
    pages = path(definitions.questionnaire, facts)
    return next((place_of(page) for page in pages if missing(page, facts)), None)


def reached(definitions: Definitions, facts: Facts, place: Place) -> Place:
    """Return a place, or what stands before it where an answer is missing or it is gone."""
    place = on_the_way(place)
    gap = first_gap(definitions, facts)
    if gap is not None and _rank(definitions, gap) < _rank(definitions, place):
        return gap
    places = tuple(_places(definitions, facts))
    return place if place in places else before(definitions, facts, place)


def place_of(page: Page) -> Place:
    """Return where a page of questions is asked."""
    return START if page.id == WELCOME else Place(Stop.QUESTIONS, page.id)


def page_of(definitions: Definitions, link_id: str) -> Page | None:
    """Return the page on which a question stands."""
    for page in definitions.pages:
        if any(item.link_id == link_id for item in walk(page.items)):
            return page
    return None


def steps(
    definitions: Definitions, facts: Facts, place: Place, last: tuple[str, ...], *, reviewed: bool
) -> Steps:
    """Return the steps of the way for these answers, and which of them a place belongs to.

    `last` names those after the questions: review, result, summary. A step is done if the person
    has been past it and nothing is missing there.
    """
    pages = [p for p in path(definitions.questionnaire, facts) if p.id != WELCOME]
    step_of = {page.id: page.step or page.title for page in pages}
    titles = tuple(dict.fromkeys((*step_of.values(), *last)))
    place = on_the_way(place)
    if place.stop is Stop.QUESTIONS:
        here = step_of.get(place.page, titles[0])
    else:
        here = dict(zip((Stop.REVIEW, Stop.RESULT, Stop.SUMMARY), last, strict=True))[place.stop]
    at = titles.index(here)
    open_ = {step_of[page.id] for page in pages if missing(page, facts)}
    past = len(titles) - len(last) if reviewed else 0
    done = tuple(
        title not in open_ and number < max(at, past) for number, title in enumerate(titles)
    )
    return Steps(titles, at, done)


def _places(definitions: Definitions, facts: Facts) -> Iterator[Place]:
    yield START
    for page in path(definitions.questionnaire, facts):
        if page.id != WELCOME:
            yield place_of(page)
    for stop in (Stop.REVIEW, Stop.RESULT, Stop.SUMMARY):
        yield Place(stop)


def _rank(definitions: Definitions, place: Place) -> tuple[int, int]:
    ids = [page.id for page in definitions.pages]
    return place.stop, (ids.index(place.page) if place.page in ids else -1)
