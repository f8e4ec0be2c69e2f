import logging

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.privacy import for_paper, private_answers
from rls_wizard.domain.response import Absent

CANARY = "canary-7391"


def test_an_answer_is_in_no_repr(visit, caplog):
    caplog.set_level(logging.DEBUG)
    response = visit({"own_words": CANARY})
    logging.getLogger("rls_wizard").debug("state: %r %s", response, response)
    assert CANARY not in caplog.text


def test_a_logic_tells_no_answer(content, visit):
    logic = content.logic(visit({"own_words": CANARY}))
    assert CANARY not in repr(logic)


def test_only_a_yes_lets_private_answers_through(content, visit):
    for permission in ("no", None, Absent.UNKNOWN):
        response = visit({"rf.11": "yes", "paper.private": permission})
        assert for_paper(content.questionnaire, response).get("rf.11") is Absent.DECLINED
    allowed = visit({"rf.11": "yes", "paper.private": "yes"})
    assert for_paper(content.questionnaire, allowed).get("rf.11") == "yes"


def test_what_is_private_is_known(content, visit):
    found = private_answers(content.questionnaire, visit())
    assert found == ("rf.11", "mood", "rf.09", "rf.22")


def test_neither_a_dark_thought_nor_what_follows_from_it_reaches_paper(content, visit):
    told = {"mood": "low", "rf.09": "yes", "rf.09.safe": "safe", "rf.since.mood": CANARY}
    paper = for_paper(content.questionnaire, visit({**told, "paper.private": "no"}))
    assert {paper.get(link_id) for link_id in told} == {Absent.DECLINED}
    found = assess(content, paper)
    assert found.red_flags == ()
    assert "rf.09.safe" not in found.logic.facts
    assert "rf.since.mood" not in found.logic.facts


def test_a_change_of_a_private_answer_is_private_too(content, visit):
    for permission in ("no", None, Absent.UNKNOWN):
        response = visit({"paper.private": permission}).take_back("rf.01").take_back("rf.11")
        assert for_paper(content.questionnaire, response).changed == ("rf.01",)
    allowed = visit({"paper.private": "yes"}).take_back("rf.11")
    assert for_paper(content.questionnaire, allowed).changed == ("rf.11",)


def test_what_was_changed_is_in_no_repr(visit):
    assert "rf.01" not in repr(visit().take_back("rf.01"))
