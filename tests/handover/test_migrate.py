"""A format that is no more, planted, and one that is to come: through every door alike."""

import json

import pytest

from rls_wizard import i18n
from rls_wizard.domain.codebook import CodeBook
from rls_wizard.handover import answer_file, migrate
from rls_wizard.handover.answer_file import AnswerFileError, as_object, take, write
from rls_wizard.handover.earlier import EarlierError, unpack
from rls_wizard.handover.earlier.digits import from_digits
from rls_wizard.handover.earlier.pdf import from_pdf
from rls_wizard.handover.memory import memory
from tests.conftest import TODAY
from tests.handover.carrier import pdf_with

WORDS = i18n.load("en")
THEN = {"format": 1, "answered_on": "2026-11-22", "said": {"age": 40}}
"""A file of the planted format 1, in which answers were called something else."""


def second(file):
    """Return a file of format 2, in which the answers stand one deeper."""
    return {name: value for name, value in file.items() if name != "said"} | {
        "told": {"now": file.get("said")}
    }


def third(file):
    """Return a file of format 3, which is as today's."""
    told = file.get("told")
    answers = told.get("now") if isinstance(told, dict) else told
    return {name: value for name, value in file.items() if name != "told"} | {"answers": answers}


@pytest.fixture
def planted(monkeypatch):
    """Make today's format the third."""
    monkeypatch.setattr(migrate, "FORMAT", 3)
    monkeypatch.setattr(migrate, "STEPS", {1: second, 2: third})


def through_a_file(raw, content):
    return answer_file.read(raw, content, TODAY)


def through_a_pdf(raw, content):
    return from_pdf(pdf_with(raw), content, TODAY, WORDS).response


def through_a_child(raw, content):
    return unpack(b'{"answers": %s, "lost": []}' % raw, content, TODAY).response


DOORS = [through_a_file, through_a_pdf, through_a_child]


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "old",
    [
        THEN,
        {"format": 2, "answered_on": "2026-11-22", "told": {"now": {"age": 40}}},
        {"format": 3, "answered_on": "2026-11-22", "answers": {"age": 40}},
    ],
)
def test_every_format_comes_to_the_same_answers(door, old, content):
    before = json.dumps(old)
    assert door(before.encode(), content).answers == {"age": 40}
    taken = take(old, content, TODAY)
    assert (taken.response.answers, json.dumps(old)) == ({"age": 40}, before)
    assert json.loads(write(taken.response))["format"] == 3


@pytest.mark.usefixtures("planted")
def test_of_an_older_format_and_older_content_the_format_is_migrated_first(content):
    book = CodeBook(retired=[{"question": "years", "became": "age", "short": "Age"}])
    later = content.model_copy(update={"read_codebook": lambda: book})
    old = THEN | {"content_version": "2025.1", "said": {"years": 40}}
    assert take(old, later, TODAY).response.answers == {"age": 40}


@pytest.mark.usefixtures("planted")
def test_damage_in_an_older_format_is_refused(content):
    for damaged in (THEN | {"said": 7}, {"format": 1}, {"format": 2, "told": 1}):
        with pytest.raises(AnswerFileError):
            take(damaged, content, TODAY)


def test_a_code_made_when_the_format_was_older_is_read(content, visit, monkeypatch):
    """A code is of a format of its own: what it says is a file of format 1, for ever."""
    digits = memory(content, visit()).digits
    today = from_digits(digits, content, TODAY, WORDS).response
    monkeypatch.setattr(migrate, "FORMAT", 2)
    monkeypatch.setattr(migrate, "STEPS", {1: lambda file: file | {"language": "de"}})
    assert from_digits(digits, content, TODAY, WORDS).response == today.model_copy(
        update={"language": "de"}
    )


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("later", [2, 3, 99, 10**4_000])
def test_a_format_to_come_is_refused_with_what_to_do(door, later, content, visit):
    raw = json.dumps(as_object(visit()) | {"format": later}).encode()
    with pytest.raises((AnswerFileError, EarlierError), match="from a newer program") as caught:
        door(raw, content)
    assert "newest one" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("door", DOORS)
def test_newer_content_is_refused_only_where_it_holds_what_is_not_known(door, content, visit):
    newer = visit(content_version="2099.1")
    assert door(write(newer), content) == newer
    raw = write(newer.record("age", 400))
    with pytest.raises((AnswerFileError, EarlierError), match="from a newer program"):
        door(raw, content)


def test_an_answer_file_that_cannot_be_taken_over_whole_is_refused(content):
    book = CodeBook(
        retired=[
            {"question": "years", "became": "age", "short": "Age"},
            {"question": "nap", "short": "Sleeps by day"},
        ]
    )
    later = content.model_copy(update={"read_codebook": lambda: book})
    old = {"format": 1, "content_version": "2025.1", "answers": {"years": 40}}
    assert through_a_file(json.dumps(old).encode(), later).answers == {"age": 40}
    raw = json.dumps(old | {"answers": {"years": 40, "nap": "yes"}}).encode()
    with pytest.raises(AnswerFileError, match=r"older content.*Sleeps by day"):
        through_a_file(raw, later)


def test_what_is_of_today_does_not_have_the_code_book_read(content, visit):
    def read_codebook():
        raise AssertionError("reading it takes time that the paper does not have")

    lazy = content.model_copy(update={"read_codebook": read_codebook})
    for response in (visit(), visit(content_version=content.about.version)):
        assert through_a_file(write(response), lazy) == response
