"""The first pages over real AT-SPI. A whole visit is made by `make access`."""

import pytest

from tests.access.desk import missing, run

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"there is no {missing()}")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What a screen reader found on the first pages."""
    return run(tmp_path_factory.mktemp("home"), "short.py")


def test_all_that_takes_the_focus_has_a_name_and_a_role(found):
    assert found["pages"] == ["Restless legs: prepare your visit", "About you"]
    assert found["faults"] == []


def test_the_focus_goes_to_the_heading_with_the_step(found):
    assert "* About you, heading, Step 1 of 13" in found["heard"]


def test_an_option_is_told_with_its_question_and_its_place(found):
    option = "I answer for myself, radio button, not chosen, 1 of 3"
    assert f"* Who is answering?; {option}" in found["heard"]


def test_a_field_is_told_with_its_unit(found):
    assert "    How old are you?, edit, empty, years. from 0 to 120" in found["heard"]


def test_what_is_written_without_keys_brings_the_next_question(found):
    assert found["announced"] == ["One more question has come up below."]
