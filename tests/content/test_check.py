"""Every fault that an editor can make is named, in the editor's words."""

import json
from datetime import date
from pathlib import Path

import pytest

from rls_wizard.content.check import faults
from tests.content.conftest import CIRCLE, SILENT_RULE

TODAY = date(2026, 11, 22)

Q, R, C = "questionnaire/1.toml", "rules/rules.toml", "cases/cases.toml"
ADVICE_SOURCE = 'source = ["S1"]\ngrade = "C"'
SECOND_LEG = """
[[item]]
link_id = "leg"
type = "text"
text = "Again?"
"""
NEVER = """
[[item]]
link_id = "never"
type = "text"
text = "Never?"
enable_when = [{ question = "leg", answer = "yes" }, { question = "leg", answer = "no" }]
"""

FAULTS = {
    "unknown question": (R, 'question = "days"', 'question = "dayz"', "asks for 'dayz', which is"),
    "unknown finding": (R, 'finding = "often"', 'finding = "ofen"', "'ofen', which nothing"),
    "an answer never offered": (R, 'answer = "yes"', 'answer = "jes"', "expects 'jes' for 'leg'"),
    "a choice compared by size": (
        Q,
        'enable_when = [{ question = "leg", answer = "yes" }]',
        'enable_when = [{ question = "leg", operator = ">", answer = 1 }]',
        "compares 'leg' by size, but it is a choice",
    ),
    "a number out of range": (R, "answer = 4", "answer = 40", "'days' with 40, out of its range"),
    "a condition on a later question": (
        Q,
        'question = "leg", answer = "yes"',
        'question = "secret", answer = "yes"',
        "item 'days' depends on 'secret', which is asked later",
    ),
    "a rule that no case fires": (R, "[[advice]]", SILENT_RULE + "[[advice]]", "'CAU-X' (block 2)"),
    "a topic that is not there": (
        R,
        "[[advice]]",
        SILENT_RULE.replace('topic = "health"', 'topic = "helth"') + "[[advice]]",
        "caution 'CAU-X' has the topic 'helth', which about.toml does not have",
    ),
    "a missing source": (R, ADVICE_SOURCE, 'grade = "C"', "'ADV-WALK': source: is missing"),
    "an empty source": (R, ADVICE_SOURCE, 'source = []\ngrade = "C"', "every rule names at least"),
    "a source that is not there": (R, ADVICE_SOURCE, 'source = ["S9"]\ngrade = "C"', "'S9', which"),
    "a missing grade": (R, 'grade = "C"', "", "'ADV-WALK': grade: is missing"),
    "a grade that does not exist": (R, 'grade = "C"', 'grade = "E"', "'ADV-WALK': grade: "),
    "a missing date": (R, "reviewed_on = 2026-11-22\n", "", "'rf.01': reviewed_on: is missing"),
    "a date that does not exist": (R, "2026-11-22", "2026-02-30", "a date is not in the calendar"),
    "a duplicate link_id": (Q, "[[item]]", SECOND_LEG + "\n[[item]]", "'leg' is used 2 times"),
    "a duplicate advice": (
        R,
        "[[advice]]",
        SILENT_RULE.replace("caution", "advice")
        .replace("CAU-X", "ADV-WALK")
        .replace('topic = "health"\n', "")
        + "[[advice]]",
        "advice 'ADV-WALK' is used 2 times",
    ),
    "one id for two kinds": (
        R,
        'id = "often"',
        'id = "rf.01"',
        "the id of a finding and a red_flag",
    ),
    "an id the program decides": (R, 'id = "often"', 'id = "stage.none"', "decides this itself"),
    "a warning sign that lasts": (
        Q,
        'link_id = "leg"',
        'link_id = "leg"\nlasts = true',
        "'leg': lasts is not for a warning sign",
    ),
    "something private that lasts": (
        Q,
        "private = true",
        "private = true\nlasts = true",
        "'secret': lasts is not for what is private",
    ),
    "a permission that lasts": (
        Q,
        'link_id = "paper.private"',
        'link_id = "paper.private"\nlasts = true',
        "lasts is not for a permission",
    ),
    "weeks that last": (
        Q,
        "maximum = 7\n",
        'maximum = 7\nlasts = true\ntimeline = { text = "T", ago = "weeks" }\n',
        "'days': lasts is not for a number of weeks",
    ),
    "a line of a list that lasts": (
        Q,
        'text = "Name" }',
        'text = "Name", lasts = true }',
        "a list lasts as a whole",
    ),
    "a text that lasts": (
        Q,
        '[[item]]\nlink_id = "leg"',
        '[[item]]\nlink_id = "d"\ntype = "display"\ntext = "D"\nlasts = true\n\n'
        '[[item]]\nlink_id = "leg"',
        "lasts is only for what is asked",
    ),
    "a wrong type": (Q, "maximum = 7", 'maximum = "many"', "item 'days' maximum"),
    "a number without a range": (Q, "maximum = 7", "", "a number needs minimum and maximum"),
    "a field that is not known": (
        Q,
        "required = true",
        "requierd = true",
        "'leg' requierd: is not",
    ),
    "a kind of rule that is not known": (R, "[[advice]]", "[[advise]]", "[[advise]] is no kind"),
    "not TOML": (R, "[[finding]]", "[[finding", "(at line"),
    "a key that stands twice": (
        R,
        'title = "Leg"',
        'title = "L"\ntitle = "L"',
        "a field stands twice in one block",
    ),
    "a circle": (R, "[[red_flag]]", CIRCLE + "[[red_flag]]", "finding 'a' goes in a circle"),
    "a number of a source that is not there": (
        "countries/all.toml",
        'source = ["S1"]',
        'source = ["S9"]',
        "country 'other' names the source 'S9', which is not in sources.toml",
    ),
    "a number without a source": (
        "countries/all.toml",
        'source = ["S1"]',
        "source = []",
        "country 'other': every country names at least one source",
    ),
    "a number without a line for poisons": (
        "countries/all.toml",
        'poisons = "call the poison centre"',
        "",
        "country 'other': poisons: is missing",
    ),
    "a review before the last one": (
        "countries/all.toml",
        "next_review = 2027-11-22",
        "next_review = 2026-11-22",
        "country 'other': next_review must come after reviewed_on",
    ),
    "a rule's review before the last one": (
        R,
        'grade = "A"\nreviewed_on = 2026-11-22',
        'grade = "A"\nreviewed_on = 2026-11-22\nnext_review = 2026-11-22',
        "red_flag 'rf.01': next_review must come after reviewed_on",
    ),
    "a review of the whole before the last one": (
        "about.toml",
        "next_review = 2027-11-22",
        "next_review = 2026-11-21",
        "about.toml: next_review must come after reviewed_on",
    ),
    "a field that nothing fills where the day of review stands": (
        "about.toml",
        '"OL {day}"',
        '"OL {date}"',
        "about.toml overdue_line has {date} in its text, which nothing can fill",
    ),
    "a date to come": (R, "2026-11-22", "2062-11-22", "reviewed_on is in the future: 2062-11-22"),
    "a date in quotes": (R, "2026-11-22", '"2026-11-22"', "a date like 2026-11-22 is expected"),
    "a yes in quotes": (Q, "required = true", 'required = "true"', "true or false is expected"),
    "a quotation mark left open": (R, 'title = "Leg"', 'title = "Leg', "a quotation mark is not"),
    "True": (Q, "required = true", "required = True", "true or false in small letters"),
    "one bracket too few": (
        R,
        "[[advice]]",
        "[finding]\n[[advice]]",
        "write its name in two brackets",
    ),
    "a broken field": (R, "{country.urgent}", "{country.urgent", "a single brace in its text"),
    "a flag without a condition": (
        R,
        'when = [{ question = "leg", answer = "yes" }, { finding = "often" }]',
        "when = []",
        "when has no condition",
    ),
    "a stage without a text": (
        R,
        '"incomplete", "not-for-this-tool"',
        '"incomplete"',
        "the stage 'not-for-this-tool' has no part",
    ),
    "a range upside down": (Q, "minimum = 0", "minimum = 9", "minimum is more than maximum"),
    "a row question outside its list": (
        R,
        "[[red_flag]]",
        '[[finding]]\nid = "d"\nmeaning = "d"\n'
        'when = [{ question = "drug.name", operator = "exists", '
        "answer = true }]\n\n[[red_flag]]",
        "asks for 'drug.name', which stands inside a list; use any_row",
    ),
    "a finding that is not put in words": (
        R,
        'meaning = "provisional"',
        "",
        "finding 'provisional' is not put in words: one of its blocks needs text or meaning",
    ),
    "a question outside a list in any_row": (
        R,
        "[[red_flag]]",
        '[[finding]]\nid = "d"\nmeaning = "d"\n'
        'any_row = [{ question = "leg", answer = "yes" }]\n\n[[red_flag]]',
        "has 'leg' in any_row, which is no question of a list",
    ),
    "a secret that is not private": (
        Q,
        'link_id = "secret"\ntype = "choice"\nprivate = true',
        'link_id = "rf.11"\ntype = "choice"',
        "item 'rf.11' must be private",
    ),
    "a case that expects what does not exist": (
        C,
        'advice = ["ADV-WALK"]',
        'advice = ["ADV-WALK"]\nno_advice = ["ADV-WALKING"]',
        "names the advice 'ADV-WALKING', which does not exist",
    ),
    "a question never asked": (
        Q,
        '[[item]]\nlink_id = "secret"',
        NEVER + '\n[[item]]\nlink_id = "secret"',
        "item 'never' can never be asked",
    ),
    "a flag that rests on the stage": (
        R,
        '{ finding = "often" }]',
        '{ finding = "stage.none" }]',
        "rests on 'stage.none', which is decided only afterwards",
    ),
    "a text nothing can fill": (
        R,
        "{country.urgent}",
        "{country.doctor}",
        "{country.doctor} in its",
    ),
    "an urgent flag without a number": (
        R,
        "Go today: {country.urgent}.",
        "Go today.",
        "red_flag 'rf.01' is urgent, but its text names no number",
    ),
    "a flag question that may be skipped": (Q, "required = true\n", "", "so it must be required"),
    "a private question paper forgets": (
        Q,
        '{ question = "private_answers", answer = "yes" }',
        '{ question = "leg", answer = "yes" }',
        "item 'paper.private' must be asked when 'private_answers' is yes",
    ),
    "a stage table without an end": (
        R,
        'stage = "initial"\n',
        'stage = "initial"\nwhen = [{ finding = "often" }]\n',
        "the stage table can end without a stage",
    ),
    "a point of the text without a place": (R, '"T7", ', "", "point T7 of the text has no place"),
    "removed by what may be skipped": (
        R,
        ADVICE_SOURCE,
        'remove = ["often"]\n' + ADVICE_SOURCE,
        "is removed by 'often', but 'days' may be skipped: make it required",
    ),
    "removed by what has no words": (
        R,
        ADVICE_SOURCE,
        'remove = ["provisional"]\n' + ADVICE_SOURCE,
        "removed by 'provisional', which has no text",
    ),
    "other words for what has no words": (
        R,
        ADVICE_SOURCE,
        'gentle = [{ for = ["provisional"], text = "G." }]\n' + ADVICE_SOURCE,
        "has other words for 'provisional', which has no text",
    ),
    "a broken sentence of what not to do": (
        R,
        'title = "Leg"',
        'title = "Leg"\navoid = "{country.nope}"',
        "has {country.nope} in its text, which nothing can fill",
    ),
    "a broken general text": (
        R,
        ADVICE_SOURCE,
        'general = "Call {country.nope}"\n' + ADVICE_SOURCE,
        "has {country.nope} in its text, which nothing can fill",
    ),
    "a chapter of nothing": (
        "about.toml",
        'stages = ["initial"]',
        'stages = ["initial"]\nparts = ["part.nope"]',
        "names the part 'part.nope', which is not there",
    ),
    "an advice without a chapter": (
        R,
        ADVICE_SOURCE,
        'stages = ["worsening"]\n' + ADVICE_SOURCE,
        "advice 'ADV-WALK' has no chapter",
    ),
    "an advice that only makes sense with answers": (
        R,
        ADVICE_SOURCE,
        'general = "You have it on {days} days."\n' + ADVICE_SOURCE,
        "speaks of the answer {days}, so it needs a general text",
    ),
    "a paper section of nothing": ("paper.toml", '"leg"', '"arm"', "names 'arm', which is no"),
    "a paper name of nothing": (
        "paper.toml",
        'items = ["leg"]',
        'items = ["leg"]\n[names.questions]\narm = "arm"',
        "the names of the paper have 'arm', which is no question",
    ),
    "a paper name of no answer": (
        "paper.toml",
        'items = ["leg"]',
        'items = ["leg"]\n[names.options.leg]\nmaybe = "maybe"',
        "the names of the paper have 'maybe', which 'leg' does not offer",
    ),
    "a case that is wrong": (
        C,
        'stage = "initial"',
        'stage = "none"',
        "stage is initial, expected",
    ),
    "a case with a wrong answer": (C, 'leg = "no"', 'leg = "nay"', "'nay' is not offered"),
    "a case like no other": (C, 'name = "today"', 'name = "today"\nlike = "loud"', "'loud', which"),
    "no sample visit": (C, "A sample visit", "Some visit", "there is no case 'A sample visit'"),
    "two cases of one name": (C, 'name = "today"', 'name = "A sample visit"', "more than once"),
    "no country asked": (Q, 'link_id = "country"', 'link_id = "land"', "no question 'country'"),
    "a broken sentence for not sure": (
        R,
        'title = "Leg"',
        'title = "Leg"\nunsure = "{country.nope}"',
        "has {country.nope} in its text, which nothing can fill",
    ),
    "a broken sentence for all": ("about.toml", "L {reasons}", "L {why}", "has {why} in its text"),
    "a number in a question": (Q, "How often?", "How often {country.urgent}?", "has a brace in"),
    "a brace where nothing is filled": (Q, "How often?", "How often {x}?", "has a brace in its"),
    "more than there are": (
        R,
        'id = "often"\n',
        'id = "often"\nof = ["provisional"]\nat_least = 2\n',
        "at_least must lie between 1 and 1",
    ),
}


def test_sound_content_has_no_fault(folder):
    assert faults(folder, TODAY) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(plant, fault):
    file, old, new, message = FAULTS[fault]
    found = plant(file, old, new)
    assert [line for line in found if message in line], found


def test_a_fault_names_its_file(plant):
    (found,) = plant(R, 'grade = "C"', 'grade = "E"')
    assert found.startswith("rules/rules.toml advice 'ADV-WALK': grade")


def test_a_flag_and_its_question_of_one_id_are_told_apart(plant, folder):
    file = folder / Q
    file.write_text(file.read_text().replace('"leg"', '"rf.01"'), encoding="utf-8")
    old = "Go today: {country.urgent}."
    (found,) = [line for line in plant(R, old, "Go today.") if "names no number" in line]
    assert found.startswith("rules/rules.toml: red_flag 'rf.01'")


BROKEN_LINES = {
    'id = "x': "a quotation mark is not closed",
    'when = ["x"': "a square bracket is not closed",
    'when = { x = "x"': "a curly bracket is not closed",
    "= 1": "a line begins with what is neither a field nor a block",
    "id = 1 2": "something stands behind what the line ends with",
    "[[finding]": "the brackets around the name of a block are not closed",
    "id = 1\nid = 2": "a field stands twice in one block",
    "a = 1": "'a' stands in no block: a line like [[finding]] is missing above it",
    "[[a]]\nb = 1": "[[a]] is no kind of rule",
    "[[finding]]\nwhen = []": "finding number 1: id: is missing",
    '[[finding]]\nid = "x"\nof = ["y", 7]': "'x': of number 2: a text in",
    "[[finding]]\nid = 7": "finding number 1: id: a text in quotation marks is expected",
}


@pytest.mark.parametrize("line", BROKEN_LINES)
def test_a_file_that_is_not_written_right_is_told_so_in_words(folder, line):
    (folder / "rules" / "a.toml").write_text(line, encoding="utf-8")
    found = [fault for fault in faults(folder, TODAY) if fault.startswith("rules/a.toml")]
    assert BROKEN_LINES[line] in "\n".join(found), found


def test_every_id_and_option_of_the_first_version_is_still_there(content):
    ids = json.loads((Path(__file__).parent / "ids.json").read_text(encoding="utf-8"))
    items = content.questionnaire.by_id
    for link_id, codes in ids.items():
        assert set(codes) <= {option.code for option in items[link_id].options}


def test_bad_encoding_is_named(folder):
    (folder / R).write_bytes(b'[[finding]]\nid = "\xff"\n')
    assert any(
        "byte 18 is not UTF-8; save the file as UTF-8" in line for line in faults(folder, TODAY)
    )


def test_a_missing_file_is_named(folder):
    (folder / "about.toml").unlink()
    assert "about.toml: cannot be read: No such file or directory" in faults(folder, TODAY)


def test_every_fault_is_told_at_once(plant, folder):
    plant(R, 'grade = "C"', 'grade = "E"')
    found = plant(Q, 'text = "How often?"', "")
    assert [line.split()[0].rstrip(":") for line in found] == [Q, R]


def test_a_step_does_not_come_back(folder):
    page = 'id = "{0}"\ntitle = "T"\nstep = "{1}"\nitem = [{{ link_id = "{0}.i", {2} }}]\n'
    for name, step in (("p1", "One"), ("p2", "Two"), ("p3", "Two"), ("p4", "One")):
        file = folder / "questionnaire" / f"{name}.toml"
        file.write_text(page.format(name, step, 'type = "text", text = "T"'))
    assert [fault for fault in faults(folder, TODAY) if "belongs to the step" in fault] == [
        "questionnaire/p4.toml: page 'p4' belongs to the step 'One', but does not stand beside it"
    ]
