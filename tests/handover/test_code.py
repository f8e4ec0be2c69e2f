"""Answers as digits: what comes back is what was told, or is said to be missing."""

import random
from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import CASE_DAY, response_of
from rls_wizard.domain.codebook import CodeBook
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent, Then
from rls_wizard.domain.values import accept
from rls_wizard.handover.answer_file import as_object, read
from rls_wizard.handover.code import decode, encode
from rls_wizard.handover.code.writing import Writing
from rls_wizard.handover.digits import MOST, framed, said
from rls_wizard.handover.earlier import EarlierError
from rls_wizard.handover.earlier.digits import from_digits
from rls_wizard.handover.memory import memory
from tests import people

WORDS = i18n.load("en")
TODAY = CASE_DAY


@pytest.fixture
def load(content):
    return lambda digits: from_digits(digits, content, TODAY, WORDS)


def coded(content, response):
    """Return a response as a code can hold it: without words, and ticks in the order of options."""

    def value(item, given):
        if isinstance(given, Absent):
            return given
        if item.type is ItemType.TEXT:
            return None
        if item.type is ItemType.GROUP:
            return tuple(row(item, one) for one in given)
        if item.repeats and not item.options_from:
            return tuple(option.code for option in item.options if option.code in given)
        return given

    def row(group, told):
        found = {i.link_id: value(i, told[i.link_id]) for i in group.items if i.link_id in told}
        return {link_id: one for link_id, one in found.items() if one is not None}

    items = content.questionnaire.by_id
    answers = {link_id: value(items[link_id], one) for link_id, one in response.answers.items()}
    return {link_id: one for link_id, one in answers.items() if one is not None}


def assert_comes_back(content, load, response):
    found = load(memory(content, response).digits)
    told = read(memory(content, response).answers, content, TODAY)
    assert found.response.answers == coded(content, told)
    assert found.response.model_copy(update={"answers": {}}) == told.model_copy(
        update={"answers": {}}
    )
    return found


def test_every_case_comes_back(content, cases, load):
    for case in cases.values():
        assert_comes_back(content, load, response_of(case, cases, content))


def test_people_come_back(content, load):
    for seed in range(25):
        for kind in people.KINDS:
            assert_comes_back(content, load, people.response(kind(seed)))


ROWS = (0, 1, 2, 3, 3, 30)


def anything(item, dice):
    """Return any answer that an item can have, plain."""
    free = [option.code for option in item.options if option.offered and not option.exclusive]
    reasons = list(Absent) if item.private else [Absent.UNKNOWN]
    kinds = {
        ItemType.GROUP: lambda: [some_of(item, dice) for _ in range(dice.choice(ROWS))],
        ItemType.CHOICE: lambda: dice.choice(free),
        ItemType.INTEGER: lambda: dice.randint(item.minimum, item.maximum),
        ItemType.DECIMAL: lambda: round(
            dice.uniform(item.minimum, item.maximum), dice.randint(0, 4)
        ),
        ItemType.DATE: lambda: some_day(dice)[: dice.choice([4, 7, 10])],
        ItemType.TEXT: lambda: "words of one's own " * dice.randint(1, 5),
    }
    if dice.random() < 0.1:
        return {"absent": dice.choice(reasons).value}
    if item.repeats and free:
        return dice.sample(free, dice.randint(1, min(len(free), 12)))
    return kinds[item.type]()


def some_of(group, dice):
    return {i.link_id: anything(i, dice) for i in group.items if dice.random() < 0.9}


def some_day(dice):
    return f"{dice.randint(1900, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def anybody(content, seed):
    dice = random.Random(f"anybody {seed}")
    response = people.response(people.adult(0)).model_copy(update={"answers": {}})
    for item in content.questionnaire.asked:
        if dice.random() < 0.8:
            response = response.record(item.link_id, accept(item, anything(item, dice), TODAY))
    for link_id in dice.sample(["rf.01", "rf.03", "rf.11"], dice.randint(0, 3)):
        if response.get(link_id) != "yes":
            response = response.take_back(link_id)
    return response


def test_hostile_answers_come_back_but_for_rows_that_are_counted(content, load):
    for seed in range(400):
        response = anybody(content, seed)
        digits = memory(content, response).digits
        assert 0 < len(digits) <= MOST
        kept = {link_id: had for link_id, (had, _) in decode(digits, content.codebook).rows.items()}
        for link_id, rows in kept.items():
            assert rows < len(response.answers[link_id])
            response = response.record(link_id, response.answers[link_id][:rows])
        told = read(memory(content, response).answers, content, TODAY)
        found = load(digits)
        assert found.response.answers == coded(content, told)
        assert len([line for line in found.lost if "There was no room" in line]) == len(kept)


def test_what_is_not_in_the_code_is_told(content, load, visit):
    rows = tuple({"medicines.name": f"word {n}", "medicines.class": "other"} for n in range(2))
    found = load(memory(content, visit({"own_words": "It pulls", "medicines": rows})).digits)
    (line,) = found.lost
    assert "none of your own words" in line
    assert "In your own words" in line or content.questionnaire.by_id["own_words"].label in line
    assert "Name (2)" in line
    assert "pulls" not in line


def test_a_visit_before_is_not_in_the_code_and_that_is_told(content, load, visit):
    then = Then(answered_on=date(2026, 5, 2), answers={"bother": 9})
    found = load(memory(content, visit(then=then)).digits)
    assert found.response.then is None
    assert any("the visit before that one" in line for line in found.lost)
    assert not any("visit before" in line for line in load(memory(content, visit()).digits).lost)


def test_of_long_lists_the_first_are_kept(content, load, visit):
    codes = [option.code for option in content.questionnaire.by_id["medicines.contains"].options]
    rows = tuple({"medicines.contains": tuple(codes[n : n + 8])} for n in range(100))
    found = load(memory(content, visit({"medicines": rows})).digits)
    kept = found.response.answers["medicines"]
    assert kept == rows[: len(kept)]
    assert 20 <= len(kept) < 100
    label = content.questionnaire.by_id["medicines"].label
    assert found.lost[-1].endswith(f"{label}: {len(kept)} of 100 are in it.")


def test_thirty_medicines_fit(content, load, visit):
    row = {
        "medicines.name": "x", "medicines.contains": ("sertraline",), "medicines.start": "2019-03",
        "medicines.class": "antidepressant", "medicines.near_onset": "no",
    }  # fmt: skip
    response = visit({"medicines": (row,) * 30})
    assert len(assert_comes_back(content, load, response).response.answers["medicines"]) == 30


def test_no_words_and_nothing_private_is_in_the_digits_of_a_kiosk(content, load, visit):
    private = {"paper.private": "yes", "rf.11": "no", "rf.22": "no", "mood": "good"}
    response = visit(private).take_back("rf.11")
    at_home = load(memory(content, response).digits).response
    in_a_clinic = load(memory(content, response, kiosk=True).digits).response
    asked = {item.link_id: item for item in content.questionnaire.asked}
    assert at_home.get("mood") == "good"
    assert (at_home.changed, in_a_clinic.changed) == (("rf.11",), ())
    assert in_a_clinic.answers == {
        link_id: Absent.DECLINED if asked[link_id].private else value
        for link_id, value in at_home.answers.items()
    }
    assert memory(content, response, kiosk=True).answers == memory(content, response).answers


def test_private_answers_are_in_neither_unless_allowed(content, load, visit):
    carried = memory(content, visit({"paper.private": "no", "rf.11": "yes"}))
    assert read(carried.answers, content, TODAY).get("rf.11") is Absent.DECLINED
    assert load(carried.digits).response.get("rf.11") is Absent.DECLINED


def test_damaged_digits_never_give_other_answers(content, load, visit):
    digits = memory(content, visit()).digits
    dice = random.Random(2)
    for _ in range(2_000):
        wrong = list(digits)
        for _ in range(dice.choice([1, 1, 2, 3, 20])):
            place = dice.randrange(len(wrong))
            match dice.randrange(4):
                case 0:
                    wrong[place] = dice.choice("0123456789")
                case 1:
                    wrong.insert(place, dice.choice("0123456789&é x\n"))
                case 2:
                    del wrong[place:]
                    wrong.append("0")
                case 3:
                    wrong[place:] = wrong[place:][::-1]
        text = "".join(wrong)
        if "".join(text.split()) == digits:
            continue
        with pytest.raises(EarlierError):
            load(text)


def test_whatever_says_of_itself_that_it_is_whole_gives_an_answer_or_a_reason(content, load):
    """Somebody who knows the check digits can make any code."""
    dice = random.Random(3)
    found = set()
    for _ in range(2_000):
        body = dice.randrange(10 ** dice.randint(1, 900))
        begun = _begun(content.codebook, body)
        try:
            found.add(type(load(framed(str(dice.choice([body, begun]))))))
        except EarlierError as error:
            found.add(str(error))
    assert len(found) >= 3
    assert not any("\n" in str(each) for each in found)


def _begun(book, rest):
    """Return a number that begins as a code of this book does."""
    write = Writing(0)
    write.count(len(book.lines))
    write.below(book.sum(len(book.lines)), 2**32)
    write.below(rest, 10**900)
    return write.number


def test_a_code_of_a_later_format_or_book_is_refused(content, load, visit, monkeypatch):
    _, body = said(memory(content, visit()).digits)
    lines = [line.model_dump() for line in content.codebook.lines]
    more = CodeBook(lines=[*lines, {"question": "naps", "kind": "number"}])
    other = CodeBook(lines=[*lines[:-1], lines[-1] | {"options": ("no", "yes")}])
    file = as_object(visit())
    with pytest.raises(EarlierError, match="newer program"):
        load(encode(file, more))
    with pytest.raises(EarlierError, match="with other questions"):
        load(encode(file, other))
    monkeypatch.setattr("rls_wizard.handover.digits.FORMAT", 2)
    with pytest.raises(EarlierError, match="newer program"):
        load(framed(body))


def test_a_code_of_an_older_book_is_read(content, visit):
    """Lines and options that came later change nothing of what was written before."""
    lines = [line.model_dump() for line in content.codebook.lines]
    shorter = CodeBook(lines=lines[:40])
    file = as_object(visit())
    digits = encode(file, shorter)
    longer = CodeBook(
        lines=[
            *lines[:40],
            {"question": "country", "options": ["atlantis"]},
            {"question": "naps", "kind": "number"},
        ],
    )
    assert decode(digits, longer) == decode(digits, shorter)


def test_there_is_no_code_without_a_book(content, visit):
    assert encode(as_object(visit()), CodeBook()) == ""
