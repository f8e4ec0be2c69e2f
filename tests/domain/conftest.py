import pytest

from rls_wizard.domain.definitions import Definitions
from rls_wizard.domain.item import Item
from rls_wizard.domain.questionnaire import Page, Questionnaire
from rls_wizard.domain.response import Response
from rls_wizard.domain.rules import RuleBook

TODAY = "2026-11-22"


@pytest.fixture
def define():
    """Return definitions of a few items and rules, written as in a content file."""

    def build(items, lists=None, **tables):
        blocks = [{"type": "choice", "text": i["link_id"], "options": YES_NO, **i} for i in items]
        for block in blocks:
            if block["type"] != "choice":
                del block["options"]
        items = [Item.model_validate(block, context=lists) for block in blocks]
        page = Page(id="page", title="Page", item=items)
        rules = RuleBook.model_validate(tables)
        return Definitions(questionnaire=Questionnaire(pages=(page,)), rules=rules)

    return build


@pytest.fixture
def answer():
    """Return a response with these answers."""

    def respond(answers=None, **header):
        return Response(answered_on=TODAY, answers=answers or {}, **header)

    return respond


YES_NO = {"yes": "Yes", "no": "No"}
