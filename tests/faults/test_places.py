"""A few of the places; `python -m tests.faults` goes through all of them."""

import os

import pytest

from tests.faults.places import PLACES, faults_of

_HERE = {"a home that is not there", "a home that cannot be changed", "a full disk"}


@pytest.mark.skipif(os.name != "posix", reason="these are homes and permissions of Unix")
@pytest.mark.parametrize(
    "place", [place for place in PLACES if place.name in _HERE], ids=lambda place: place.name
)
def test_a_visit_ends_in_a_summary_or_it_is_said_what_to_do(place, tmp_path):
    assert list(faults_of(place, tmp_path)) == []
