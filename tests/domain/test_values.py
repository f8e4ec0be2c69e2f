from datetime import date

import pytest

from rls_wizard.domain.item import Item
from rls_wizard.domain.response import Absent
from rls_wizard.domain.values import AnswerError, accept, plain, text_given

TODAY = date(2026, 11, 22)

GOOD = [
    ("core.urge", "yes", "yes"),
    ("conditions", ["pad", "ms"], ("pad", "ms")),
    ("bother", 10, 10),
    ("bother", 4.0, 4),
    ("iron.ferritin", 18.5, 18.5),
    ("iron.ferritin", 74.1532, 74.1532),
    ("iron.date", "2026-08", "2026-08"),
    ("iron.date", "2024-02-29", "2024-02-29"),
    ("iron.date", "2019", "2019"),
    ("iron.date", "2026", "2026"),
    ("own_words", "<b>&", "<b>&"),
    ("bother", {"absent": "asked-unknown"}, Absent.UNKNOWN),
    ("rf.11", {"absent": "on-paper"}, Absent.ON_PAPER),
    ("medicines", [{"medicines.name": "X"}], ({"medicines.name": "X"},)),
    ("medicines", [{}] * 100, ({},) * 100),
    ("own_words", "x" * 2000, "x" * 2000),
    ("own_words", "x\n" * 60, "x\n" * 60),
    ("own_words", "\ue000\ud7ff", "\ue000\ud7ff"),
    ("bother", 0, 0),
    ("iron.date", "1900-01-01", "1900-01-01"),
    ("iron.date", "2026-11-22", "2026-11-22"),
    ("conditions", ["none"], ("none",)),
    ("iron.ferritin", {"absent": "asked-unknown"}, Absent.UNKNOWN),
]
BAD = [
    ("core.urge", "perhaps", "not offered"),
    ("core.urge", True, "offered answers is expected"),
    ("core.urge", ["yes"], "offered answers is expected"),
    ("conditions", "pad", "a list is expected"),
    ("conditions", ["pad", "pad"], "given twice"),
    ("conditions", ["none", "pad"], "cannot stand beside"),
    ("conditions", [], "empty"),
    ("bother", 11, "more than 10"),
    ("bother", -1, "less than 0"),
    ("bother", 4.5, "whole number"),
    ("bother", "4", "a number is expected"),
    ("bother", True, "a number is expected"),
    ("bother", float("nan"), "counted with"),
    ("iron.ferritin", float("inf"), "counted with"),
    ("bother", 10**400, "more than 10"),
    ("iron.ferritin", 0.1 + 0.2, "more than 4 digits after the point"),
    ("iron.ferritin", 1e-05, "more than 4 digits after the point"),
    ("iron.tsat", 0.18, "less than 1"),
    ("medicines", [{"medicines.contains": ["sugar"]}], "not offered"),
    ("medicines", [{"medicines.class": "recorded"}], "not offered"),
    ("iron.date", "0000", "not in the calendar"),
    ("iron.date", "2026-02-30", "not in the calendar"),
    ("iron.date", "2026-13", "not in the calendar"),
    ("iron.date", "2026-12", "in the future"),
    ("iron.date", "2027", "in the future"),
    ("iron.date", "19", "a date like"),
    ("iron.date", "0026-01", "too long ago"),
    ("iron.date", "August", "a date like"),
    ("iron.date", TODAY, "'2026-11-22' is expected, not 2026-11-22"),
    ("own_words", "x" * 2001, "2001 characters"),
    ("own_words", "x\n" * 61, "more than 60 lines"),
    ("own_words", " ", "empty"),
    ("own_words", "\ud800", "half a character"),
    ("own_words", 7, "text in quotation marks"),
    ("core.urge", {"absent": "lost"}, "'absent' is one of"),
    ("core.urge", {"absent": "asked-unknown", "x": 1}, "stands alone"),
    ("core.urge", {"absent": "asked-declined"}, "only for private"),
    ("medicines", [{"dose": 1}], "no question of this list"),
    ("medicines", ["X"], "each entry is an object"),
    ("medicines", [{}] * 101, "more than 100"),
    ("iron.date", "2026-11-23", "in the future"),
    ("iron.date", "1899", "too long ago"),
    ("own_words", "\udfff", "half a character"),
    ("own_words", "a\udc00", "half a character"),
    ("own_words", None, "not null$"),
    ("own_words", True, "not true$"),
    ("own_words", False, "not false$"),
    ("own_words", ["x"], "not a list$"),
    ("own_words", {"x": 1}, "not an object$"),
    ("core.urge", "x" * 38, f"'{'x' * 38}' is not offered"),
    ("core.urge", "x" * 39, f"'{'x' * 36}\\.\\.\\. is not offered"),
]


@pytest.mark.parametrize(("link_id", "given", "expected"), GOOD)
def test_accepted(content, link_id, given, expected):
    assert accept(content.questionnaire.by_id[link_id], given, TODAY) == expected


@pytest.mark.parametrize(("link_id", "given", "message"), BAD)
def test_refused_with_a_reason(content, link_id, given, message):
    with pytest.raises(AnswerError, match=message) as caught:
        accept(content.questionnaire.by_id[link_id], given, TODAY)
    assert str(caught.value).startswith(link_id)


@pytest.mark.parametrize(("link_id", "given", "_"), GOOD)
def test_written_as_it_was_read(content, link_id, given, _):
    item = content.questionnaire.by_id[link_id]
    value = accept(item, given, TODAY)
    assert accept(item, plain(value), TODAY) == value


@pytest.mark.parametrize("told", ["2026", "2026-01", "2026-01-01"])
def test_a_date_that_has_begun_is_not_in_the_future(content, told):
    item = content.questionnaire.by_id["iron.date"]
    assert accept(item, told, date(2026, 1, 1)) == told


def test_several_answers_stand_in_the_order_of_the_question(content):
    item = content.questionnaire.by_id["conditions"]
    codes = [option.code for option in item.own_options if not option.exclusive][:3]
    assert accept(item, codes[::-1], TODAY) == tuple(codes)


@pytest.mark.parametrize(
    "item",
    [
        {"type": "display"},
        {"type": "group", "items": [{"link_id": "in", "type": "text", "text": "In"}]},
    ],
)
def test_a_heading_takes_no_answer(item):
    item = Item.model_validate({"link_id": "head", "text": "Head"} | item)
    with pytest.raises(AnswerError, match="takes no answer"):
        accept(item, "x", TODAY)


@pytest.mark.parametrize(("many", "end"), [(40, "a39"), (41, r"a39, \.\.\.")])
def test_a_long_list_of_what_is_offered_is_told_up_to_forty(many, end):
    options = {f"a{number}": "A" for number in range(many)}
    item = Item.model_validate({"link_id": "q", "type": "choice", "text": "Q", "options": options})
    with pytest.raises(AnswerError, match=f"choose from a0, a1, .*, {end}$"):
        accept(item, "b", TODAY)


@pytest.mark.parametrize("value", [Absent.UNKNOWN, 7, ("yes",), None])
def test_what_is_no_text_gives_none(value):
    assert text_given(value) == ""
    assert text_given("21 May") == "21 May"
