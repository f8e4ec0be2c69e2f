"""The code book: `check` keeps it complete, and nothing that was released in it ever changes."""

import hashlib
import json
from datetime import date

import pytest

from rls_wizard.content.check import faults
from rls_wizard.domain.codebook import CodeBook, Kind, kind_of
from rls_wizard.handover.code import decode

TODAY = date(2026, 11, 22)
BOOK = """
[[line]]
question = "country"
kind = "one"
options = ["other"]
[[line]]
question = "leg"
kind = "one"
options = ["yes"]
[[line]]
question = "days"
kind = "number"
[[line]]
question = "secret"
kind = "one"
options = ["yes", "no"]
[[line]]
question = "core.urge"
kind = "one"
options = ["yes", "no"]
[[line]]
question = "core.rest"
kind = "one"
options = ["yes", "no"]
[[line]]
question = "core.relief"
kind = "one"
options = ["yes", "no"]
[[line]]
question = "core.evening"
kind = "one"
options = ["yes", "no"]
[[line]]
question = "drug"
kind = "rows"
[[line]]
question = "drug.name"
kind = "words"
within = "drug"
[[line]]
question = "leg"
options = ["no"]
[[line]]
question = "paper.private"
kind = "one"
options = ["yes", "no"]
"""
NAPS = '\n[[line]]\nquestion = "naps"\nkind = "number"\n'
TEA = '\n[[line]]\nquestion = "leg"\noptions = ["tea"]\n'
RETIRED = '\n[[retired]]\nquestion = "{}"\nshort = "S"\n{}\n'
SOUND = {
    "as it is": BOOK,
    "a question that was retired": BOOK + NAPS + RETIRED.format("naps", 'became = "days"'),
    "an option that was retired": BOOK
    + TEA
    + RETIRED.format("leg", 'option = "tea"\nbecame = "no"'),
}
FAULTS = {
    "a question without a line": (
        BOOK.replace('[[line]]\nquestion = "days"\nkind = "number"\n', ""),
        "questionnaire/1.toml: question 'days' is not in codebook.toml; add a [[line]] with "
        'question = "days", kind = "number" at its end',
    ),
    "a question in a row without a line": (
        BOOK.replace('[[line]]\nquestion = "drug.name"\nkind = "words"\nwithin = "drug"\n', ""),
        'question = "drug.name", kind = "words", within = "drug" at its end',
    ),
    "an option without a line": (
        BOOK.replace('options = ["no"]', 'options = ["yes"]'),
        "options of 'leg' are not in codebook.toml; add a [[line]] with question = \"leg\", "
        'options = ["no"] at its end',
    ),
    "an option twice": (
        BOOK.replace('options = ["no"]', 'options = ["no", "yes"]'),
        "'leg' has the option 'yes' 2 times",
    ),
    "another kind": (
        BOOK.replace('"days"\nkind = "number"', '"days"\nkind = "words"'),
        "question 'days' is answered in another way than codebook.toml says",
    ),
    "a question nobody asks": (BOOK + NAPS, "'naps' is no question; if it once was"),
    "an option nobody offers": (BOOK + TEA, "'leg' has no option 'tea'; if it once had"),
    "retired, but asked": (BOOK + RETIRED.format("days", ""), "'days' is still asked"),
    "retired, but offered": (BOOK + RETIRED.format("leg", 'option = "no"'), "no' is still asked"),
    "retired, but never there": (BOOK + RETIRED.format("naps", ""), "'naps' is in no line"),
    "became nothing": (
        BOOK + NAPS + RETIRED.format("naps", 'became = "sleep"'),
        "became 'sleep', which is not asked today",
    ),
    "no kind": (BOOK + '\n[[line]]\nquestion = "naps"\n', "line 13: 'naps' needs a kind"),
    "a kind twice": (BOOK + '\n[[line]]\nquestion = "leg"\nkind = "one"\n', "'leg' needs a kind"),
    "a row of nothing": (
        BOOK + '\n[[line]]\nquestion = "naps"\nkind = "date"\nwithin = "leg"\n',
        "line 13: 'leg' is no list that stands before it",
    ),
    "another field": (
        BOOK + "\n[[line]]\nx = 1\n",
        "codebook.toml: line number 13 x: is not a field",
    ),
    "broken": ("[[line]", "codebook.toml: the brackets around the name"),
    "empty": ("", "codebook.toml: holds nothing"),
}


@pytest.mark.parametrize("what", SOUND)
def test_a_complete_book_is_sound(folder, what):
    (folder / "codebook.toml").write_text(SOUND[what], encoding="utf-8")
    assert faults(folder, TODAY) == []


@pytest.mark.parametrize("what", FAULTS)
def test_what_is_missing_or_too_much_is_said(folder, what):
    text, fault = FAULTS[what]
    (folder / "codebook.toml").write_text(text, encoding="utf-8")
    found = faults(folder, TODAY)
    assert [line for line in found if fault in line], found


def test_a_version_that_no_answers_can_name_is_said(plant):
    (fault,) = plant("about.toml", 'version = "1"', 'version = "1 of ours"')
    assert fault.startswith("about.toml: version: ")


def test_the_program_has_a_book(content):
    assert content.codebook.lines


def test_a_folder_without_a_book_has_none(content, folder, tmp_path):
    del content
    assert faults(folder, TODAY) == []


# Once released, a line stays for ever: papers are read by it. New ones come behind, and this test
# keeps all those that were there. After a release: the new count, and its digest.
RELEASED = 150, "2ec55b6b14747083eac44f24ec98a7c36a43e68f8abba7d632dd7d7b1ee4c605"
A_CODE = (
    "01210146568154586115296609264342386122986976428379183887452206697457388058099545"
    "02876680775652099911334902258483310937589172863695097786144157439850761882572015"
    "20346578411257384301007768809240908462614278594885"
)
ITS_ANSWERS = {
    "format": 1,
    "answered_on": "2026-11-22",
    "answered_by": "carer",
    "language": "en",
    "content_version": "2026.11",
    "answers": {
        "country": "gb",
        "age": 75,
        "relation": "partner",
        "core.evening": "used_to",
        "mimics": ["veins", "back"],
        "bother": {"absent": "asked-unknown"},
        "mood": {"absent": "on-paper"},
        "iron.ferritin": 29.8,
        "iron.ferritin.unit": "ug_l",
        "iron.date": "2026-03-14",
        "medicines": [
            {"medicines.contains": ["sertraline", "zolpidem"], "medicines.start": "2019"}
        ],
    },
    "changed": ["rf.01"],
}


@pytest.mark.parametrize(
    ("link_id", "kind"),
    [
        ("core.urge", Kind.ONE),
        ("conditions", Kind.SEVERAL),
        ("medicines.contains", Kind.LISTED),
        ("bother", Kind.NUMBER),
        ("iron.ferritin", Kind.NUMBER),
        ("iron.date", Kind.DATE),
        ("own_words", Kind.WORDS),
        ("medicines", Kind.ROWS),
    ],
)
def test_an_answer_is_coded_as_its_question_asks(content, link_id, kind):
    assert kind_of(content.questionnaire.by_id[link_id]) is kind


@pytest.mark.parametrize(
    ("lines", "told"),
    [(1, [("q", ("a",))]), (2, [("q", ("a", "b"))]), (None, [("q", ("a", "b", "c"))])],
)
def test_a_code_is_read_by_the_lines_of_its_day(lines, told):
    line = {"question": "q", "options": ["a"], "kind": Kind.ONE}
    more = [{"question": "q", "options": [code]} for code in "bc"]
    book = CodeBook.model_validate({"lines": [line, *more]})
    assert [(q.link_id, q.options) for q in book.questions(lines)] == told


def test_no_line_that_was_released_changed(content):
    count, digest = RELEASED
    lines = [
        [line.question, line.kind, line.within, list(line.options)]
        for line in content.codebook.lines[:count]
    ]
    assert hashlib.sha256(json.dumps(lines).encode()).hexdigest() == digest


def test_a_code_on_an_old_paper_is_read(content):
    assert decode(A_CODE, content.codebook).file == ITS_ANSWERS
