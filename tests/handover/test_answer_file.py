import json
from datetime import date
from pathlib import Path

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import AnsweredBy, Then
from rls_wizard.handover.answer_file import AnswerFileError, read, write

TODAY = date(2026, 11, 22)


def file(answers=None, **fields):
    return json.dumps({"format": 1, "answers": answers or {}, **fields}).encode()


def test_what_was_written_is_read(content, visit):
    response = visit(answered_by=AnsweredBy.PARENT, language="de")
    assert read(write(response), content, TODAY) == response


def test_a_yes_that_was_taken_back_is_written_and_read(content, visit):
    response = visit().take_back("rf.01").take_back("rf.11")
    assert read(write(response), content, TODAY) == response


def test_nothing_taken_back_is_not_written(visit):
    assert "changed" not in json.loads(write(visit()))


def test_the_visit_before_is_written_and_read(content, visit):
    medicines = ({"medicines.name": "ramipril"},)
    then = Then(answered_on=date(2026, 1, 31), answers={"bother": 7, "medicines": medicines})
    response = visit(then=then)
    assert read(write(response), content, TODAY) == response
    assert "then" not in json.loads(write(visit()))


def test_the_day_is_today_unless_told(content):
    assert read(file(), content, TODAY).answered_on == TODAY


BAD = {
    "empty": (b"", "the file is empty"),
    "not JSON": (b"{", "this is not JSON"),
    "not text": (b"\xff\xfe{}", "is not UTF-8"),
    "a list": (b"[]", "an object with 'format'"),
    "a duplicate key": (
        b'{"format": 1, "answers": {"age": 1, "age": 2}}',
        "'age' stands in it twice",
    ),
    "NaN": (b'{"format": 1, "answers": {"age": NaN}}', "NaN is not a number"),
    "infinity": (b'{"format": 1, "answers": {"age": -Infinity}}', "-Infinity is not a number"),
    "a huge number": (b'{"format": 1, "answers": {"iron.ferritin": 1e999}}', "counted with"),
    "a number of many digits": (b'{"format": ' + b"1" * 5000 + b"}", "a number in it is too long"),
    "deep nesting": (b'{"format": 1, "answers": ' + b"[" * 100_000, "nested too deeply"),
    "too large": (b" " * 1_000_001, "more than 1,000,000 bytes"),
    "a later format": (file(format=2), "from a newer program than this one: get the newest one"),
    "format 0": (file(format=0), "'format' must be 1"),
    "a format that is true": (file(format=True), "'format' must be 1"),
    "no format": (b'{"answers": {}}', "'format' must be 1"),
    "no answers": (b'{"format": 1}', "'answers' must be an object"),
    "an unknown field": (file(name="Jo"), "'name' is not a field"),
    "an unknown question": (file({"shoe_size": 42}), "'shoe_size' is no question"),
    "a question of a list": (file({"medicines.name": "X"}), "inside the entries of 'medicines'"),
    "a sum": (file({"bmi": 30}), "takes no answer"),
    "a heading": (file({"flags.legs": "yes"}), "takes no answer"),
    "nobody": (file(answered_by="cat"), "'answered_by' must be one of self, parent, carer"),
    "a day that is not": (file(answered_on="2026-02-30"), "'answered_on' must be a date"),
    "a day to come": (file(answered_on="2027-01-01"), "in the future"),
    "a day long gone": (file(answered_on="0002-01-01"), "'answered_on' is too long ago"),
    "a day that is a number": (file(answered_on=20261122.5), "'answered_on' must be a date"),
    "a language that is a number": (file(language=7), "'language' must be a short name"),
    "half a character": (b'{"format": 1, "language": "\\ud800", "answers": {}}', "short name"),
    "changed, but no list": (file(changed="rf.01"), "'changed' must be a list of questions"),
    "changed, but no names": (file(changed=[1]), "'changed' must be a list of questions"),
    "changed, but unknown": (file(changed=["shoe_size"]), "'shoe_size' asks for no warning sign"),
    "changed, but no flag": (file(changed=["age"]), "'age' asks for no warning sign"),
    "changed, but still yes": (file({"rf.01": "yes"}, changed=["rf.01"]), "still answered yes"),
    "then, but no object": (file(then=[]), "'then' must be an object with"),
    "then, without answers": (file(then={"answered_on": "2026-01-01"}), "'then' must be an obj"),
    "then, today": (
        file(then={"answered_on": "2026-11-22", "answers": {}}),
        "'then' must be of a day before",
    ),
    "then, after an earlier day": (
        file(answered_on="2026-01-01", then={"answered_on": "2026-01-02", "answers": {}}),
        "in the future",
    ),
    "then, with a wrong answer": (
        file(then={"answered_on": "2026-01-01", "answers": {"bother": 11}}),
        "bother: 11 is more than 10",
    ),
    "a wrong answer": (file({"bother": 11}), "bother: 11 is more than 10"),
}


@pytest.mark.parametrize("kind", BAD)
def test_refused_in_one_line(content, kind):
    raw, message = BAD[kind]
    with pytest.raises(AnswerFileError, match=message) as caught:
        read(raw, content, TODAY)
    assert "\n" not in str(caught.value)


def test_answers_saved_by_the_first_version_are_read(content):
    raw = (Path(__file__).parent / "saved-by-0.json").read_bytes()
    response = read(raw, content, TODAY)
    assert {"alcohol", "iron.ferritin", "medicines"} <= set(response.answers)
    assert "iron.ferritin.unit" in assess(content, response).missing


LONG = "x" * 5000


@pytest.mark.parametrize(
    "raw",
    [
        file(**{LONG: 1}),
        b'{"format": 1, "answers": {"%s": 1, "%s": 2}}' % (LONG.encode(), LONG.encode()),
        file({LONG: 1}),
        file({"medicines": [{LONG: 1}]}),
        file({"iron.ferritin": LONG}),
        file(changed=[LONG]),
        file(answered_on=LONG),
        file(answered_by=LONG),
        file(language=LONG),
    ],
)
def test_what_is_refused_is_repeated_in_part(content, raw):
    with pytest.raises(AnswerFileError) as caught:
        read(raw, content, TODAY)
    assert len(str(caught.value)) < 200
