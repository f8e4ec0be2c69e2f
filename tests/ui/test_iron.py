"""An iron result is typed in as it stands on the paper."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

PAGE = "Your iron result"


@pytest.fixture
def wizard(open_visit, content):
    return open_visit(content)


@pytest.fixture
def at_iron(person, wizard, visit):
    """A visit on the page that asks for the iron result, which is not told yet."""
    person.choose("answered_by", "self")
    taken = ("iron.ferritin", "iron.ferritin.unit", "iron.date")
    wizard.record(visit(dict.fromkeys(taken)).answers)
    wizard.rebuild()
    person.go_to(PAGE)
    return wizard.parent()


def fault(window, link_id):
    return window.findChild(QWidget, f"{link_id}.fault").text()


def test_the_unit_is_asked_once_there_is_a_number(person, at_iron):
    assert not person.offered("iron.ferritin.unit")
    person.enter("iron.ferritin", "40")
    assert person.offered("iron.ferritin.unit")
    person.press("iron.ferritin.asked-unknown")
    assert not person.offered("iron.ferritin.unit")


def test_rare_numbers_are_asked_only_where_wanted(person, at_iron):
    rare = ["iron.tsat", "iron.haemoglobin", "iron.range", "iron.earlier"]
    assert not any(person.offered(name) for name in rare)
    for code in ("tsat", "haemoglobin", "range", "earlier"):
        person.choose("iron.more", code)
    assert all(person.offered(name) for name in rare)


def test_a_fraction_is_no_per_cent_and_kindly_said(person, at_iron):
    person.choose("iron.more", "tsat")
    person.enter("iron.tsat", "0.18")
    assert "If your paper says 0.18, write 18." in fault(at_iron, "iron.tsat")
    person.enter("iron.tsat", "18")
    assert not fault(at_iron, "iron.tsat")


def test_a_number_stands_there_as_it_was_typed(person, at_iron):
    person.enter("iron.ferritin", "18")
    person.press("back")
    person.press("next")
    assert person.entered("iron.ferritin") == "18"


def test_an_older_result_folds_to_a_line_in_words(person, at_iron):
    person.choose("iron.more", "earlier")
    person.press("iron.earlier.add")
    person.press("iron.earlier.date.0.month.3")
    person.enter("iron.earlier.date.0", "2025")
    person.enter("iron.earlier.ferritin.0", "12.5")
    person.choose("iron.earlier.unit.0", "ng_ml")
    at_iron.findChild(QAbstractButton, "iron.earlier.0.done").click()
    assert "Date: March 2025 · Ferritin: 12.5 ng/mL" in person.reads()
