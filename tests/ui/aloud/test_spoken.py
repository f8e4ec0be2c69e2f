"""How a text is said."""

import pytest

from rls_wizard import i18n
from rls_wizard.ui.aloud.spoken import Spoken, numbers_of

SAYINGS = {
    "Call 999": "Call 9 9 9.",
    "Samaritans: 116\u00a0123": "Samaritans: 1 1 6 1 2 3.",
    "call Poison Help on 1-800-222-1222": "call Poison Help on 1 8 0 0 2 2 2 1 2 2 2.",
    "It was 1999 then.": "It was 1999 then.",
    "0 \u2013 10, or 5\u20137": "0 to 10, or 5 to 7.",
    "\u26a0 Please answer this.": "Please answer this.",
    "\u2022": "",
    "\u2713 Thank you. You can go on.": "Thank you. You can go on.",
    "Choose \u201cNot sure\u201d.": "Choose Not sure.",
    "Iron \u00b7 Dose: 2 | Since: May": "Iron, Dose: 2, Since: May.",
    "Legs \u2013 and arms \u2014 too": "Legs, and arms, too.",
    "Documents \u203a Visit": "Documents, Visit.",
    "Is it worse at night?": "Is it worse at night?",
    "more \u2026": "more.",
    "half-typed words stay": "half-typed words stay.",
    "Verylongwordwithout\u200bbreaks": "Verylongwordwithoutbreaks.",
}


@pytest.fixture
def say():
    return Spoken(i18n.load("en"), {"999", "116 123", "1-800-222-1222"})


@pytest.mark.parametrize(("written", "said"), SAYINGS.items())
def test_a_text_is_said_without_signs_and_numbers_digit_by_digit(say, written, said):
    assert say(written) == said


def test_the_numbers_of_every_country_are_known(content):
    found = {country.id: numbers_of(country) for country in content.countries}
    assert found["gb"] == {"999", "111", "116 123"}
    assert {"000", "1800", "1800 022 222", "13 11 14", "13 11 26"} <= found["au"]
    # What is counted in words of a text is no number to call.
    assert not any(number in {"8", "10"} for numbers in found.values() for number in numbers)
