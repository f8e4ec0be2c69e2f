"""The fewest people who meet everything of a kind, chosen from the worked cases."""

from functools import cache

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flow import path
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.values import MOST_ROWS
from tests.gallery.stage import cases, spoken, told


@cache
def assessed():
    """Return what the answers of each case amount to, by its name."""
    content, _ = spoken("en")
    return {name: assess(content, told(name)) for name in cases()}


def people_for(things):
    """Return names of cases: the fewest, roughly, whose things make up all there are."""
    chosen, open_ = [], set().union(*things.values())
    while open_:
        name = max(things, key=lambda name: len(things[name] & open_))
        chosen.append(name)
        open_ -= things[name]
    return chosen


def complete():
    """Return the names of the cases in which nothing is missing."""
    return [name for name, found in assessed().items() if found.complete]


@cache
def people_on(page_id):
    """Return names of cases that are asked everything on a page."""
    content, _ = spoken("en")
    page = next(page for page in content.pages if page.id == page_id)
    links = {item.link_id for item in walk(page.items)}
    things = {}
    for name, found in assessed().items():
        facts = found.logic.facts
        rows = {
            f"{group}: {link}"
            for group in links & facts.keys()
            for row in facts[group].rows[:MOST_ROWS]
            for link in row
        }
        on_the_way = page in path(content.questionnaire, facts)
        things[name] = (links & facts.keys()) | rows if on_the_way else set()
    return people_for(things)
