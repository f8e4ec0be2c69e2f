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
SINCE = 'timeline.text = "Since"\n'
COUNTED = SINCE + 'timeline.ago = "weeks"\n'
SPAN = SINCE + "timeline.unknown = "


@pytest.mark.parametrize(
    "good",
    [
        DATE + SINCE,
        DATE + 'timeline.text = "Since, {leg}"\n',
        DATE + SPAN + '{ question = "leg", months = { yes = [0, 3], no = [3] } }\n',
        WEEKS + COUNTED,
    ],
)
def test_what_can_be_there(plant, good):
    assert plant(Q, ANCHOR, good + ANCHOR) == []


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (TEXT + 'timeline.text = "T"\n', "timeline is only for date and integer"),
        (WEEKS + 'timeline.text = "T"\n', "a whole number, and nothing else, needs ago"),
        (WEEKS + 'timeline.ago = "weeks"\n', "timeline text: is missing"),
        (WEEKS.replace("40", "6000") + COUNTED, "ago counts from 0 to 5200 weeks"),
        (DATE + COUNTED, "a whole number, and nothing else, needs ago"),
        (DATE + 'timeline.text = "{nothing}"\n', "{nothing} in its timeline, which nothing can"),
        (DATE + 'timeline.text = "{drug.name}"\n', "{drug.name} of another list in its timeline"),
        (DATE + 'timeline.text = "{T"\n', "a single brace in its timeline"),
        (
            WEEKS + COUNTED + 'timeline.unknown = { question = "leg", months = { yes = [3] } }\n',
            "unknown is for a date on the time line",
        ),
        (
            DATE + SPAN + '{ question = "gone", months = { yes = [3] } }\n',
            "'gone' in its timeline",
        ),
        (
            DATE + SPAN + '{ question = "leg", months = { odd = [3] } }\n',
            "'odd' in its timeline, which is no option of 'leg'",
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
