"""Numbers to call, copied once more by hand: a wrong digit costs the most here."""

import re

import pytest

NUMBERS = {
    "gb": {"emergency": "999", "urgent": "111", "crisis": "116 123", "poisons": "111"},
    "ie": {"emergency": "112 999", "urgent": "", "crisis": "116 123", "poisons": "01 809 2166"},
    "us": {"emergency": "911", "urgent": "", "crisis": "988", "poisons": "1-800-222-1222"},
    "ca": {
        "emergency": "911",
        "urgent": "",
        "crisis": "988",
        "poisons": "1-844-764-7669 1-800-463-5060",
    },
    "au": {
        "emergency": "000",
        "urgent": "1800MEDICARE 1800 022 222",
        "crisis": "13 11 14",
        "poisons": "13 11 26",
    },
    "nz": {
        "emergency": "111",
        "urgent": "0800 611 116",
        "crisis": "1737",
        "poisons": "0800 764 766",
    },
    "in": {"emergency": "112", "urgent": "", "crisis": "14416", "poisons": "112"},
    "eu": {"emergency": "112", "urgent": "", "crisis": "", "poisons": "112"},
    "other": {"emergency": "", "urgent": "", "crisis": "", "poisons": ""},
}
HOURS = r"\(8 am to 10 pm;"


def digits(text):
    return re.sub(r"\D", "", re.sub(HOURS, "", text))


@pytest.mark.parametrize("name", NUMBERS)
def test_the_numbers_are_these_and_no_others(content, name):
    country = content.country(name)
    assert country.id == name
    for field, numbers in NUMBERS[name].items():
        told = getattr(country, field)
        assert digits(told) == digits(numbers), (field, told)


def test_every_country_is_looked_at_by_hand(content):
    assert {country.id for country in content.countries} == set(NUMBERS)


def test_a_country_has_a_source_and_a_day_of_review(content):
    for country in content.countries:
        assert all(source in content.source for source in country.source), country.id
        assert country.owner
        assert country.reviewed_on < country.next_review


def test_numbers_that_nobody_owns_count_as_unchecked(content):
    for country in content.countries:
        assert not country.checked or country.owner != "not yet named", country.id


def test_northern_ireland_has_neither_the_line_nor_the_agency_of_great_britain(content):
    country = content.country("gb")
    for text in (country.urgent, country.poisons):
        assert "in Northern Ireland your GP or the GP out-of-hours service" in text
    assert "DVLA" in country.driving
    assert "In Northern Ireland, DVA must be told" in country.driving


def test_a_text_can_name_whom_to_call_about_poisons(content):
    said = content.country("us").fill("Please {country.poisons}.")
    assert said == "Please call Poison Help on 1-800-222-1222."
