"""An unfinished visit as it is kept: read back whole, or refused with a reason."""

import json
from datetime import UTC, date, datetime

import pytest

from rls_wizard import i18n
from rls_wizard.domain.codebook import CodeBook
from rls_wizard.handover import answer_file
from rls_wizard.handover.unfinished import Unfinished, UnfinishedError, pack, sum_of, unpack
from tests.conftest import TODAY

WORDS = i18n.load("en")
AT = datetime(2026, 11, 22, 3, 12, tzinfo=UTC)


@pytest.fixture
def kept(visit):
    response = visit(answered_on=TODAY, content_version="2026.11")
    return Unfinished(
        response, AT, stop="QUESTIONS", page="legs", who_told=True, has_been_urgent=True
    )


@pytest.fixture
def read(content):
    return lambda raw, today=TODAY, content=content: unpack(raw, content, today, WORDS)


def altered(raw, **fields):
    """Return a file with other fields, and the sum that belongs to them."""
    found = json.loads(raw)["kept"] | fields
    return json.dumps({"sum": sum_of(found), "kept": found}).encode()


def test_it_comes_back_as_it_was(kept, content, read):
    assert read(pack(kept, content)) == kept


def test_the_answers_are_an_answer_file(kept, content):
    inside = json.loads(pack(kept, content))["kept"]["visit"]
    assert answer_file.take(inside, content, TODAY) == answer_file.Taken(kept.response)


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9, 0.999])
def test_one_that_was_cut_is_refused(kept, content, read, share):
    raw = pack(kept, content)
    with pytest.raises(UnfinishedError, match="cut short or changed"):
        read(raw[: int(len(raw) * share)])


def test_one_that_was_changed_is_refused(kept, content, read):
    raw = pack(kept, content)
    with pytest.raises(UnfinishedError, match="cut short or changed"):
        read(raw.replace(b'"page":"legs"', b'"page":"mood"'))


@pytest.mark.parametrize(
    "field", [{"at": "noon"}, {"page": 3}, {"who_told": "yes"}, {"asked": None}, {"format": 0}]
)
def test_one_that_says_what_cannot_be_is_refused(kept, content, read, field):
    with pytest.raises(UnfinishedError, match="cut short or changed"):
        read(altered(pack(kept, content), **field))


def test_one_of_a_newer_program_is_refused(kept, content, read):
    with pytest.raises(UnfinishedError, match="newer program"):
        read(altered(pack(kept, content), format=2, more="?"))
    newer = json.loads(pack(kept, content))["kept"]["visit"] | {"format": 99}
    with pytest.raises(UnfinishedError, match="newer program"):
        read(altered(pack(kept, content), visit=newer))


def test_a_clock_that_was_set_back_does_not_matter(kept, content, read):
    assert read(pack(kept, content), today=date(2020, 1, 1)) == kept


def test_what_is_another_in_the_content_is_listed(kept, content, read):
    raw = altered(pack(kept, content), texts="0", asked=["age", "urge"])
    changes = read(raw).changes
    assert changes[0].startswith("New questions: ")
    assert content.questionnaire.by_id["country"].label in changes[0]
    assert content.questionnaire.by_id["age"].label + ";" not in changes[0]
    assert changes[1].startswith("Words of the questions or of the advice were changed.")


def test_what_can_no_longer_be_told_is_listed(kept, content, read):
    book = CodeBook(retired=[{"question": "naps", "short": "Sleeps by day"}])
    about = content.about.model_copy(update={"version": "2027.2"})
    later = content.model_copy(update={"about": about, "read_codebook": lambda: book})
    inside = json.loads(pack(kept, content))["kept"]["visit"]
    inside["answers"]["naps"] = "yes"
    found = read(altered(pack(kept, content), visit=inside), content=later)
    assert any("Sleeps by day" in line for line in found.changes)
    assert found.response.answers == kept.response.answers
