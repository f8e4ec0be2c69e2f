"""A number and the choice that says its unit belong together, and the check says so."""

import pytest

Q = "questionnaire/1.toml"
DAYS = 'link_id = "days"\ntype = "integer"\n'
MEASURED = 'measured = {{ by = "{by}", equal = {{ {equal} }}, source = ["{source}"] }}\n'
SOUND = {"by": "leg", "equal": "yes = 1, no = 2", "source": "S1"}
FAULTS = [
    ({"by": "nowhere"}, "'nowhere', which is no choice of one answer"),
    ({"by": "drug.name"}, "'drug.name', which is no choice of one answer"),
    ({"by": "secret"}, "'secret', which is told together with it: both are private, or none"),
    ({"equal": "yes = 1, maybe = 2"}, "'leg', which does not offer 'maybe'"),
    ({"equal": "yes = 1"}, "at least 2"),
    ({"source": "S9"}, "names the source 'S9', which is not in sources.toml"),
]


def test_a_number_may_be_measured(plant):
    assert plant(Q, DAYS, DAYS + MEASURED.format(**SOUND)) == []


@pytest.mark.parametrize(("change", "fault"), FAULTS)
def test_what_cannot_say_a_unit_is_named(plant, change, fault):
    found = plant(Q, DAYS, DAYS + MEASURED.format(**SOUND | change))
    assert [line for line in found if fault in line], found


def test_the_unit_of_a_row_stands_in_the_row(plant):
    row = '{ link_id = "drug.name", type = "text", text = "Name" }'
    dose = MEASURED.format(**SOUND).strip().replace("\n", "")
    number = 'type = "decimal", minimum = 0, maximum = 9, text = "Dose"'
    more = f', {{ link_id = "drug.dose", {number}, {dose} }}'
    found = plant(Q, row, row + more)
    assert [line for line in found if "'leg', which does not stand in the same list" in line], found
