"""A number in one of several units: what it is in another, and how it is written."""

import pytest
from pydantic import ValidationError

from rls_wizard.domain.item import Item
from rls_wizard.domain.units import Measured, said

FERRITIN = {"ng_ml": 1, "ug_l": 1, "pmol_l": 2.247}
HAEMOGLOBIN = {"g_dl": 1, "g_l": 10, "mmol_l": 0.6206}


def measured(equal):
    return Measured(by="unit", equal=equal, source=("S",))


@pytest.mark.parametrize(
    ("equal", "unit", "number", "other", "converted"),
    [
        (FERRITIN, "pmol_l", 40, "ng_ml", "18"),
        (FERRITIN, "pmol_l", 40.0, "ng_ml", "18"),
        (FERRITIN, "pmol_l", 40.5, "ng_ml", "18"),
        (FERRITIN, "pmol_l", 168.5, "ng_ml", "74.99"),
        (FERRITIN, "pmol_l", 674, "ng_ml", "300"),
        (FERRITIN, "pmol_l", 5, "ng_ml", "2.2"),
        (FERRITIN, "pmol_l", 0, "ng_ml", "0"),
        (FERRITIN, "pmol_l", 0.5, "ng_ml", "0.22"),
        (FERRITIN, "pmol_l", 0.0001, "ng_ml", "0.000045"),
        (FERRITIN, "pmol_l", 20000, "ng_ml", "8900.8"),
        (FERRITIN, "ug_l", 18, "ng_ml", "18"),
        (FERRITIN, "ug_l", 12.34, "ng_ml", "12.34"),
        (FERRITIN, "ng_ml", 12.5, "ug_l", "12.5"),
        (HAEMOGLOBIN, "g_l", 118, "g_dl", "11.8"),
        (HAEMOGLOBIN, "g_dl", 11.8, "g_l", "118"),
        (HAEMOGLOBIN, "g_dl", 9, "g_l", "90"),
        (HAEMOGLOBIN, "mmol_l", 7.3, "g_dl", "12"),
    ],
)
def test_a_number_is_converted_no_more_exactly_than_it_was_told(
    equal, unit, number, other, converted
):
    kinds = measured(equal)
    assert kinds.other(unit) == other
    assert kinds.converted(number, unit, other) == converted


def test_a_unit_that_compares_with_none_has_no_other():
    assert measured(FERRITIN).other("other") is None
    assert measured(FERRITIN).other("asked-unknown") is None


def test_only_equal_numbers_are_the_same():
    assert measured(FERRITIN).same("ng_ml", "ug_l")
    assert not measured(FERRITIN).same("pmol_l", "ng_ml")


@pytest.mark.parametrize(("number", "text"), [(18, "18"), (18.0, "18"), (18.5, "18.5"), (0, "0")])
def test_a_number_is_said_as_people_write_it(number, text):
    assert said(number) == text


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ({"unit": "g"}, "has one unit, but not both"),
        ({"calculated": {"formula": "body-mass-index", "of": ["a"]}}, "a calculated number is not"),
        ({"measured": {"by": "u", "equal": {"g": 1}, "source": ["S"]}}, "at least 2"),
        ({"measured": {"by": "u", "equal": {"g": 1, "kg": 0}, "source": ["S"]}}, "greater than 0"),
    ],
)
def test_what_cannot_be_measured_is_refused(block, fault):
    whole = {
        "link_id": "n",
        "type": "decimal",
        "text": "How much?",
        "minimum": 0,
        "maximum": 9,
        "measured": {"by": "u", "equal": {"g": 1, "kg": 0.001}, "source": ["S"]},
    }
    with pytest.raises(ValidationError, match=fault):
        Item.model_validate(whole | block)
