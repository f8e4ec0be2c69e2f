"""An earlier summary, as somebody may bring it: ours, another's, damaged, or made to do harm."""

import json
import random
import zlib
from datetime import date

import pikepdf
import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import response_of
from rls_wizard.domain.privacy import for_paper
from rls_wizard.handover import answer_file
from rls_wizard.handover.answer_file import write
from rls_wizard.handover.earlier import Earlier, EarlierError, pack, unpack
from rls_wizard.handover.earlier.pdf import LARGEST, from_pdf
from rls_wizard.handover.memory import memory
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests import people
from tests.handover.carrier import flood, pdf_with, pdf_with_others, pdf_with_stream

TODAY = date(2026, 11, 22)
WORDS = i18n.load("en")


@pytest.fixture
def read(content):
    return lambda data: from_pdf(data, content, TODAY, WORDS)


@pytest.fixture
def answers(visit, content):
    return write(visit(content_version=content.about.version))


def test_the_answers_come_back(read, answers, visit, content):
    expected = Earlier(visit(content_version=content.about.version))
    assert read(pdf_with(answers)) == expected
    assert read(pdf_with_others(answers)) == expected


def asked(content, response):
    """Return the answered questions that stand on the pages."""
    return response.answers.keys() & content.logic(response).facts.keys()


def test_everybody_comes_back(read, content, cases):
    everybody = [response_of(case, cases, content) for case in cases.values()]
    everybody += [people.response(kind(seed)) for seed in range(25) for kind in people.KINDS]
    for response in everybody:
        carried = memory(content, response)
        told = answer_file.read(carried.answers, content, TODAY)
        assert told.answers.keys() == asked(content, for_paper(content.questionnaire, response))
        assert read(pdf_with(carried.answers)) == Earlier(told)


@pytest.mark.parametrize("permission", ["yes", "no"])
def test_the_answers_come_back_from_a_real_paper(read, content, visit, permission):
    response = visit({"paper.private": permission, "mood": "low", "own_words": "\U0001f980 \u05d0"})
    data = make_pdf(build_paper(content, response, TODAY), WORDS, memory(content, response))
    told = for_paper(content.questionnaire, response)
    expected = {name: told.get(name) for name in asked(content, told)}
    changes = {"content_version": "2026.11", "answers": expected}
    assert read(data) == Earlier(told.model_copy(update=changes))


def test_what_the_child_prints_is_read_by_the_window(visit, content):
    earlier = Earlier(visit(), ("One thing.", "Another."))
    assert unpack(pack(earlier), content, TODAY) == earlier


ONCE, TWICE = pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode] * 2)
LOCKED = pikepdf.Encryption(owner="o", user="u")
OPENS_ALONE = pikepdf.Encryption(owner="o", user="")
REFUSED = {
    "no PDF": (lambda answers: answers, "no PDF"),
    "nothing": (lambda answers: b"", "no PDF"),
    "too large": (lambda answers: b"%PDF-1.7" + b" " * LARGEST, "too large"),
    "a flood": (lambda answers: pdf_with_stream(flood(100), ONCE), "too large"),
    "a flood in a flood": (
        lambda answers: pdf_with_stream(zlib.compress(flood(100)), TWICE),
        "too large",
    ),
    "too large an attachment": (lambda answers: pdf_with(b" " * 1_000_001), "damaged"),
    "cut": (lambda answers: pdf_with(answers)[:300], "damaged"),
    "nothing attached": (lambda answers: pdf_with(), "no answers in this PDF"),
    "two visits": (lambda answers: pdf_with(answers, answers), "several visits"),
    "a password": (lambda answers: pdf_with(answers, encryption=LOCKED), "password"),
    "a lock": (lambda answers: pdf_with(answers, encryption=OPENS_ALONE), "password"),
    "an empty attachment": (lambda answers: pdf_with(b""), "damaged"),
    "no answer file": (lambda answers: pdf_with(b"[]"), "damaged"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_a_reason_and_what_to_do(read, answers, what):
    make, reason = REFUSED[what]
    with pytest.raises(EarlierError, match=reason) as caught:
        read(make(answers))
    assert "\n" not in str(caught.value)
    assert "hoose" in str(caught.value) or "Try another copy" in str(caught.value)


def changed(data, dice):
    """Return data that was damaged somewhere."""
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 1, 2, 5, 50])):
        if len(data) < 200:
            break
        place = dice.randrange(len(data))
        match dice.randrange(5):
            case 0:
                data[place] = dice.randrange(256)
            case 1:
                data[place] ^= 1 << dice.randrange(8)
            case 2:
                del data[place : place + dice.choice([1, 2, 100])]
            case 3:
                data[place:place] = bytes(dice.choices(range(256), k=dice.choice([1, 2, 100])))
            case 4 if dice.random() < 0.2:
                del data[max(1, place) :]
    return bytes(data)


@pytest.mark.parametrize("packed", [True, False])
def test_damage_is_refused_or_harms_nothing(read, answers, packed):
    whole = pdf_with(answers, compress_streams=packed)
    expected, dice, ends = read(whole), random.Random(packed), set()
    for _ in range(1_000):
        try:
            earlier = read(changed(whole, dice))
        except EarlierError as error:
            ends.add(str(error))
        else:
            assert earlier == expected
    assert len(ends) >= 4


def odd_value(dice):
    return dice.choice([None, True, -1, 1e300, 7, "", "yes", "x" * 3000, [], ["none"], {}, [{}]])


def tampered(file, dice):
    """Return an answer file in which somebody changed a thing or two."""
    file = json.loads(json.dumps(file))
    for _ in range(dice.choice([1, 1, 2, 5])):
        inside = dice.choice([file, file["answers"], file["answers"], file["answers"]])
        if not isinstance(inside, dict) or not inside:
            break
        name = dice.choice([*inside, "x", "rf.99", "medicines", "then", "changed", "format"])
        inside[name] = odd_value(dice)
        if not isinstance(file.get("answers"), dict):
            break
    return file


@pytest.mark.parametrize("version", ["2026.11", "2020.1", "2031.1"])
def test_whatever_somebody_makes_of_the_answers_it_ends_in_answers_or_a_reason(
    read, answers, version
):
    dice, ends = random.Random(version), set()
    file = json.loads(answers) | {"content_version": version}
    for _ in range(700):
        raw = json.dumps(tampered(file, dice)).encode()
        raw = changed(raw, dice) if dice.random() < 0.3 else raw
        try:
            assert isinstance(read(pdf_with(raw)), Earlier)
        except EarlierError as error:
            ends.add(str(error))
    assert ends
    assert all("\n" not in end and len(end) < 300 for end in ends)
