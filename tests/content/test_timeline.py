"""Faults of what is put on the time line."""

import pytest

Q = "questionnaire/1.toml"
ANCHOR = '[[item]]\nlink_id = "secret"'
DATE = """
[[item]]
link_id = "since"
type = "date"
text = "Since when?"
"""
WEEKS = """
[[item]]
link_id = "weeks"
type = "integer"
minimum = 0
maximum = 40
text = "For how many weeks?"
"""
TEXT = """
[[item]]
link_id = "words"
type = "text"
text = "How?"
"""
SPAN = 'timeline = "Since"\ntimeline_else = '


@pytest.mark.parametrize(
    "good",
    [
        DATE + 'timeline = "Since"\n',
        DATE + 'timeline = "Since, {leg}"\n',
        DATE + SPAN + '{ question = "leg", months = { yes = [0, 3], no = [3] } }\n',
        WEEKS + 'timeline = "Weeks"\nago = "weeks"\n',
    ],
)
def test_what_can_be_there(plant, good):
    assert plant(Q, ANCHOR, good + ANCHOR) == []


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (TEXT + 'timeline = "T"\n', "only a date is on the time line"),
        (WEEKS + 'timeline = "T"\n', "only a date is on the time line"),
        (WEEKS + 'ago = "weeks"\n', "ago is for a whole number on the time line"),
        (
            WEEKS.replace("40", "6000") + 'timeline = "T"\nago = "weeks"\n',
            "ago counts from 0 to 5200 weeks",
        ),
        (DATE + 'timeline = "T"\nago = "weeks"\n', "ago is for a whole number"),
        (DATE + 'timeline = "{nothing}"\n', "{nothing} in its timeline, which nothing can fill"),
        (DATE + 'timeline = "{drug.name}"\n', "{drug.name} of another list in its timeline"),
        (DATE + 'timeline = "{T"\n', "a single brace in its timeline"),
        (
            DATE + 'timeline_else = { question = "leg", months = { yes = [3] } }\n',
            "timeline_else is for a date on the time line",
        ),
        (
            DATE + SPAN + '{ question = "gone", months = { yes = [3] } }\n',
            "'gone' in timeline_else",
        ),
        (
            DATE + SPAN + '{ question = "leg", months = { odd = [3] } }\n',
            "'odd' in timeline_else, which is no option of 'leg'",
        ),
        (
            DATE + SPAN + '{ question = "leg", months = { yes = [3, 1] } }\n',
            "the smaller one first",
        ),
        (DATE + SPAN + '{ question = "leg", months = { yes = [] } }\n', "one number of months"),
    ],
)
def test_what_cannot_be_there(plant, bad, expected):
    (fault,) = plant(Q, ANCHOR, bad + ANCHOR)
    assert expected in fault
    assert fault.startswith(Q)
