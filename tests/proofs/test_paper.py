"""The real paper of two people who differ only in private answers that may not be on it."""

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper
from tests.proofs.search import Search
from tests.proofs.strangers import DAY, Strangers

PAIRS = 120


def test_papers_are_alike_but_for_the_sentence(content, world):
    """The proof speaks of rules; this holds what the program makes of them against it."""
    private = [item for item in content.questionnaire.asked if item.private]
    plain = Search(world).find(world.complete, simple=True)
    noted = 0
    for stranger in Strangers(content, seed=9).draw(PAIRS):
        other = plain
        for item in private:
            other = other.record(item.link_id, stranger.get(item.link_id))
        if not _answered_alike(content, plain, other) or _boxes(other) != _boxes(plain):
            continue
        papers = [build_paper(content, one, DAY) for one in (plain, other)]
        noted += bool(papers[1].private_note)
        if not papers[1].private_note:
            assert papers[0] == papers[1]
        else:
            # Only that something was withheld, and what to ask for.
            assert papers[1].advice == papers[1].parts == papers[1].flags == ()
            same = {
                "answers",
                "box",
                "clinician",
                "denied",
                "changed",
                "timeline",
                "points",
                "help",
                "not_asked",
            }
            for name in same:
                assert getattr(papers[0], name) == getattr(papers[1], name)
    assert noted >= 1


def _answered_alike(content, one, other):
    """Tell whether both left nothing open: who has an open question is asked it again."""
    return assess(content, one).complete and assess(content, other).complete


def _boxes(response):
    """Return what somebody wants to answer with a pen: the box is printed for who asked for it."""
    return {link_id for link_id, told in response.answers.items() if told is Absent.ON_PAPER}
