"""Holds the window against the model."""

from rls_wizard.ui.welcome_page import WelcomePage
from tests.model.seen import as_chosen, at, wanted
from tests.model.values import CANARY


def same(shown, meant, what):
    """Raise AssertionError that says what differs."""
    if isinstance(shown, set):
        assert shown == meant, f"{what}: {shown - meant} too many, {meant - shown} missing"
    assert shown == meant, f"{what}: {shown!r} and not {meant!r}"


def agree(model, visit, seen):
    """Raise AssertionError where what is shown or held is not what must be."""
    place = visit.place
    same((place.stop.name.lower(), place.page), (model.stop, model.page), "place")
    same(visit.response.answers, model.response.answers, "answers")
    same(visit.response, model.response, "response")
    same(visit.is_aside, bool(model.aside), "page beside the way")
    assert not [text for text in seen.private() if CANARY in text], "words are in a name or title"
    if model.covered:
        same(seen.pressable(), ["lift"], "what can be pressed before the cover")
        return
    urgent_page = model.stop in {"urgent", "result"} and not model.aside
    same(bool(seen.named("alert")), model.warned and not urgent_page, "strip")
    if not model.aside:
        _page(model, visit, seen)


def _page(model, visit, seen):
    if model.definition:
        _questions(model, seen)
    elif model.stop == "check":
        same(set(seen.questions()), set(model.unchecked()), "questions to look at again")
        for link_id in model.unchecked():
            same(seen.chosen(link_id), {model.said.get(link_id)} - {None}, link_id)
    elif model.stop == "review":
        _review(model, seen)
    elif model.stop == "urgent":
        same(seen.offered("go_on"), model.may_go_on, "a way on from the urgent page")
        _titles(model.found.red_flags, visit, seen)
    elif model.stop == "result":
        _result(model, visit, seen)


def _questions(model, seen):
    questions = set(seen.questions())
    same(questions, wanted(model, seen), "questions")
    if isinstance(seen.page, WelcomePage):
        same(seen.page.choice(), model.who, "who answers")
    lists = [group for group in model.groups("ticks") if seen.is_list(group)]
    for group in lists:
        ticks = model.ticked(group)
        same({link: bool(seen.chosen(link)) for link in ticks}, ticks, group.link_id)
        none = all(model.response.get(link) == "no" for link in ticks)
        same(bool(seen.chosen(group.link_id)), none, f"none of {group.link_id}")
    listed = {child.link_id for group in lists for child in group.items}
    for field in model.fields():
        gone = field.item.found_by and field.name not in questions
        if field.item.link_id not in listed and not gone:
            same(at(field, seen), as_chosen(field, model), field.name)
    for group in model.lists():
        same(seen.rows(group), len(model.rows(group)), f"rows of {group.link_id}")


def _review(model, seen):
    """Whatever was told can be changed, and whatever is missing can be answered."""
    inside = model.content.questionnaire.told_inside
    groups = [i for p in model.content.pages for i in p.items if i.appearance == "ticks"]
    # What was denied in a list stands together, with one way to change it.
    lines = {child.link_id for group in groups for child in group.items}
    answers = {link: model.response.get(link) for link in model.facts.keys() - inside}
    told = {q for q, a in answers.items() if a is not None and not (q in lines and a == "no")}
    same(told - set(seen.names(".change")), set(), "answers that cannot be changed")
    # Who is not sure has answered.
    missing = {q for q in model.found.missing if model.response.get(q) is None} - inside
    same(missing - set(seen.names(".missing")), set(), "gaps that are not listed")


def _result(model, visit, seen):
    """All advice that fits is there, and none beside what cannot wait."""
    if not model.found.urgency.urgent:
        _titles(model.found.advice, visit, seen)
    elif visit.pages.catalogue.is_source:
        told = seen.reads()
        rules = model.content.rules.advice
        same([rule.id for rule in rules if rule.title and rule.title in told], [], "advice")


def _titles(conclusions, visit, seen):
    """Hold what is concluded against what can be read, where it stands in the source's words."""
    if visit.pages.catalogue.is_source:
        told = seen.reads()
        missing = [c.rule.id for c in conclusions if c.rule.title and c.rule.title not in told]
        same(missing, [], "what is not told")
