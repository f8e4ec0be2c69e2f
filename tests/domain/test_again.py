"""A new visit from an earlier one: what is filled in, what is only shown, what is gone."""

from datetime import date, timedelta

import pytest

from rls_wizard.domain.again import begin_again, carried, go_on
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.response import Absent, Then
from tests import people
from tests.conftest import TODAY

LATER = date(2027, 11, 29)
SIX = ("days_per_week", "bother", "day_impact", "sleep_nights", "start_hour", "trend_3m")


@pytest.fixture(scope="module")
def again(content):
    return lambda earlier, today=LATER: begin_again(content, earlier, today)


def test_on_the_same_day_everything_stands(again, visit):
    earlier = visit({"paper.private": "yes"}).take_back("rf.01")
    assert again(earlier, TODAY) == earlier


def test_what_was_kept_off_the_paper_is_asked_again_on_the_same_day(content, again, visit):
    told = visit({"rf.11": "yes", "paper.private": "no"})
    loaded = again(for_paper(content.questionnaire, told), TODAY)
    assert loaded.get("rf.11") is None
    assert "rf.11" in assess(content, loaded).missing
    assert loaded.get("bother") == told.get("bother")


def test_what_lasts_is_filled_in(again, visit):
    medicines = ({"medicines.name": "ramipril", "medicines.class": "other"},)
    earlier = visit({"family": "yes", "medicines": medicines, "height": 170})
    new = again(earlier)
    assert new.answered_on == LATER
    assert {k: new.get(k) for k in ("family", "medicines", "height", "country")} == {
        "family": "yes",
        "medicines": medicines,
        "height": 170,
        "country": earlier.get("country"),
    }


def test_what_belongs_to_its_time_is_asked_again_and_shown(again, visit):
    treated = {"rx_now": "yes", "rx_weeks": 12}
    earlier = visit({"age": 58, "pregnancy": "no", "start_hour": 21} | treated)
    new = again(earlier)
    for link_id in (*SIX, "age", "pregnancy", "rx_now", "rx_weeks", "conditions", "core.urge"):
        assert new.get(link_id) is None, link_id
        assert new.then.answers.get(link_id) == earlier.get(link_id), link_id
    assert new.then.answered_on == TODAY


def test_nothing_tells_that_there_was_a_warning_sign(again, visit):
    signs = {"rf.01": "yes", "rf.since": "since Monday", "rf.09": "yes", "rf.since.mood": "May"}
    calm = {"rf.01": "no", "rf.since": None, "rf.09": "no", "rf.since.mood": None}
    assert again(visit(signs)) == again(visit(calm))


def test_not_sure_does_not_last(again, visit):
    assert again(visit({"family": Absent.UNKNOWN})).get("family") is None


def test_only_the_last_visit_is_remembered(again, visit):
    earlier = visit(then=Then(answered_on=date(2020, 1, 1), answers={"bother": 1}))
    assert again(earlier).then.answers["bother"] == earlier.get("bother")


def test_neither_a_warning_sign_nor_anything_private_comes_along(content, again, visit):
    told = {"rf.01": "yes", "rf.11": "yes", "mood": "low", "rf.since.nod": "May", PERMISSION: "yes"}
    new = again(visit(told))
    assert told.keys() & (new.answers.keys() | new.then.answers.keys()) == set()
    assert not flag_questions(content.rules) & new.then.answers.keys()


@pytest.mark.parametrize("permission", ["yes", "no", None])
def test_no_permission_of_today_lets_an_old_private_answer_through(content, visit, permission):
    then = Then(answered_on=date(2026, 1, 1), answers={"mood": "low", "bother": 3})
    paper = for_paper(content.questionnaire, visit({PERMISSION: permission}, then=then))
    assert paper.then.answers == {"bother": 3}


def test_the_earlier_visit_is_in_no_repr(visit):
    then = Then(answered_on=date(2026, 1, 1), answers={"own_words": "canary-7391"})
    assert "canary-7391" not in f"{then!r} {visit(then=then)!r}"


def test_what_is_still_as_it_was_taken_over_is_known(content, again, visit):
    new = again(visit({"family": "yes", "bother": 5}))
    assert {"family", "tried"} <= carried(content, new)
    changed = new.record("family", "no").record("bother", 5)
    assert {"family", "bother"} & carried(content, changed) == set()


def test_at_a_first_visit_nothing_is_taken_over(content, visit):
    assert carried(content, visit()) == set()


@pytest.mark.parametrize("kind", people.KINDS)
@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_concluded_from_an_earlier_visit(content, kind, seed):
    now = people.response(kind(seed))
    other = people.response(kind(seed + 100))
    then = Then(answered_on=date(2026, 1, 1), answers=other.answers)
    alone, beside = (assess(content, now.model_copy(update={"then": t})) for t in (None, then))
    assert _told(alone) == _told(beside)


def _told(found):
    """Return all that an assessment says; the logic itself holds only facts of today."""
    names = [name for name in found._fields if name != "logic"]
    return {name: getattr(found, name) for name in names} | {"facts": dict(found.logic.facts)}


def test_a_clock_set_back_in_between_makes_no_earlier_visit_of_a_later_one(again, visit):
    earlier = visit()
    assert again(earlier, date(2026, 11, 21)) == earlier


# A visit that was broken off ----------------------------------------------------------------------


@pytest.fixture
def broken_off(visit):
    """Return a visit with signs asked and denied, and something that is not told."""
    return visit({"rf.01": "no", "rf.11": Absent.DECLINED, "own_words": "at night"})


def after(days):
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize("days", [0, -1, -2_000])
def test_on_its_day_or_with_the_clock_set_back_a_visit_goes_on_as_it_was(content, broken_off, days):
    assert go_on(content, broken_off, after(days)) == broken_off


@pytest.mark.parametrize("days", [1, 7])
def test_within_a_week_only_the_warning_signs_are_asked_again(content, broken_off, days):
    new = go_on(content, broken_off, after(days))
    signs = flag_questions(content.rules)
    assert new.answered_on == after(days)
    assert new.then is None
    assert not signs & set(new.answers)
    assert signs & set(broken_off.answers)
    rest = {link: value for link, value in broken_off.answers.items() if link not in signs}
    assert new.answers == rest
    assert "rf.01" in assess(content, new).missing


def test_after_a_week_a_visit_begins_again(content, broken_off):
    new = go_on(content, broken_off, after(8))
    assert new == begin_again(content, broken_off, after(8))
    assert new.then is not None
    assert new.get("bother") is None
