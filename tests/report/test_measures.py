"""The six numbers, each with the scale that it stands on."""

from datetime import date

import pytest

from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper

TODAY = date(2026, 11, 22)
SIX = ["days_per_week", "bother", "day_impact", "sleep_nights", "start_hour", "trend_3m"]


@pytest.fixture
def numbers(content, visit):
    """Return the numbers of a visit, by question."""

    def of(**changes):
        report = build_paper(content, visit(changes), TODAY)
        return {measure.link_id: measure for measure in report.numbers}

    return of


def test_there_are_six_in_the_order_of_the_rules(numbers):
    assert list(numbers()) == SIX


def test_a_scale_goes_from_the_least_to_the_most_that_can_be_told(numbers):
    found = numbers(bother=7, sleep_nights=0)
    ends = [(m.least, m.most) for m in found.values()]
    assert ends == [(0, 7), (0, 10), (0, 10), (0, 7), (0, 0), (0, 0)]
    assert (found["bother"].value, found["bother"].answer) == (7, "7")
    assert found["sleep_nights"].value == 0
    assert found["bother"].high == "the worst you can think of"


def test_an_hour_is_for_a_clock_and_in_words(numbers):
    hour = numbers(start_hour=22)["start_hour"]
    assert (hour.clock, hour.value, hour.answer) == (True, 22, "10 pm")
    assert [link_id for link_id, m in numbers().items() if m.clock] == ["start_hour"]


def test_a_change_is_only_a_word(numbers):
    change = numbers(trend_3m="worse")["trend_3m"]
    assert (change.value, change.answer) == (None, "Worse")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bother": Absent.UNKNOWN}, "not sure"),
        ({"bother": Absent.DECLINED}, "not answered"),
        ({"bother": None}, "no answer yet"),
    ],
)
def test_what_is_no_number_is_told_in_words(numbers, changes, said):
    bother = numbers(**changes)["bother"]
    assert (bother.value, bother.answer) == (None, said)


def test_what_may_be_left_out_is_not_answered(numbers):
    hour = numbers(start_hour=None)["start_hour"]
    assert (hour.value, hour.answer) == (None, "not answered")
