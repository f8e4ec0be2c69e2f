"""Each kind of answer, on the page where the little content asks it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from rls_wizard import i18n
from rls_wizard.domain.conditions import Logic
from rls_wizard.domain.item import Item
from rls_wizard.domain.response import Absent, Response
from rls_wizard.ui.answers.base import Asking
from rls_wizard.ui.answers.make import make_answer

FLAGS, NUMBERS, LISTS = "Is any of this new?", "How old are you?", "Where do you feel it?"


COUNTRY = Item.model_validate(
    {
        "link_id": "country",
        "type": "choice",
        "required": True,
        "appearance": "folded",
        "more": "Choose another country",
        "options": {"gb": "United Kingdom", "ie": "Ireland", "other": "Another country"},
        "text": "Which country are you in?",
    }
)


@pytest.fixture
def ask(qtbot, little, days):
    """Return the widget that asks one question, and what it says is answered."""

    def build(link_id, value=None, offered=()):
        said = {} if value is None else {link_id: value}
        item = COUNTRY if link_id == "country" else little.questionnaire.by_id[link_id]

        def follow(new):
            said.update(new)
            for name in [name for name, answer in said.items() if answer is None]:
                del said[name]
            widget.follow(logic())

        def logic():
            response = Response(answered_on=days[-1], answers={"urge": "yes", **said})
            found = little.logic(response)
            return found.among({**found.facts, "country": found.fact("urge")})

        asking = Asking(
            i18n.load("en"), days[-1], said.get, logic(),
            offered=dict(offered), dates=little.about.dates,
        )  # fmt: skip
        widget = make_answer(item, asking)
        qtbot.addWidget(widget)
        widget.answered.connect(follow)
        widget.follow(logic())
        return widget, said

    return build


def name_of(window, name):
    widget = window.findChild(QWidget, name)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_one_of_several(person, answers):
    person.begin()
    assert not person.chosen("urge", "yes")
    person.choose("urge", "yes")
    person.choose("urge", "no")
    assert answers() == {"urge": "no"}


def test_not_sure_is_an_answer(person, answers):
    person.begin()
    person.choose("urge", "asked-unknown")
    assert answers() == {"urge": Absent.UNKNOWN}


def test_only_private_questions_may_be_declined(at):
    person = at(LISTS)
    assert person.offered("mood.asked-declined")
    assert not person.offered("where.asked-declined")


def test_several_answers(at, answers):
    person = at(LISTS)
    person.choose("where", "left")
    person.choose("where", "right")
    assert answers()["where"] == ("left", "right")
    person.choose("where", "left")
    person.choose("where", "right")
    assert "where" not in answers()


@pytest.mark.parametrize("alone", ["nowhere", "asked-unknown"])
def test_an_exclusive_answer_stands_alone(at, answers, alone):
    person = at(LISTS)
    person.choose("where", "left")
    person.choose("where", alone)
    assert answers()["where"] in {alone, (alone,)}
    person.choose("where", "right")
    assert answers()["where"] == ("right",)
    assert not person.chosen("where", alone)


def test_a_scale_starts_without_a_number(at, answers):
    person = at(NUMBERS)
    assert "bother" not in answers()
    person.choose("bother", "0")
    assert answers()["bother"] == 0


def test_a_scale_and_not_sure_replace_each_other(at, answers):
    person = at(NUMBERS)
    person.choose("bother", "7")
    person.choose("bother", "asked-unknown")
    assert answers()["bother"] is Absent.UNKNOWN
    assert not person.chosen("bother", "7")
    person.choose("bother", "7")
    assert answers()["bother"] == 7
    assert not person.chosen("bother", "asked-unknown")


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ("age", "0", 0),
        ("age", " 57 ", 57),
        ("ferritin", "4,5", 4.5),
        ("ferritin", "18", 18.0),
    ],
)
def test_what_is_typed_becomes_a_value(at, answers, question, typed, value):
    at(NUMBERS).enter(question, typed)
    assert answers()[question] == value


@pytest.mark.parametrize(
    ("question", "typed", "message"),
    [
        ("age", "121", "Please write a whole number from 0 to 120."),
        ("age", "old", "Please write a whole number from 0 to 120."),
        ("age", "4.5", "Please write a whole number from 0 to 120."),
        ("ferritin", "nan", "Please write a number from 0 to 5000."),
    ],
)
def test_what_cannot_be_is_said_and_not_recorded(at, answers, question, typed, message):
    person = at(NUMBERS)
    person.enter(question, "1")
    person.enter(question, typed)
    assert question not in answers()
    assert message in person.reads()


def test_an_optional_answer_is_taken_back_by_pressing_it_again(at, answers, window, qtbot):
    person = at(LISTS)
    person.choose("kicks", "yes")
    person.choose("kicks", "yes")
    assert "kicks" not in answers()
    assert not person.chosen("kicks", "yes")
    for expected in ("no", None):
        qtbot.keyClick(window.findChild(QAbstractButton, "kicks.no"), Qt.Key.Key_Space)
        assert answers().get("kicks") == expected


def test_a_required_answer_stays_when_it_is_pressed_again(at, answers):
    person = at(LISTS)
    person.choose("mood", "good")
    person.choose("mood", "good")
    assert answers()["mood"] == "good"
    assert person.chosen("mood", "good")


def test_a_number_of_a_scale_is_taken_back_too(at, answers):
    person = at(NUMBERS)
    person.choose("start", "21")
    assert answers()["start"] == 21
    person.choose("start", "21")
    assert "start" not in answers()


def test_numbers_say_what_they_mean(at, window):
    person = at(NUMBERS)
    assert "10: the worst" in person.reads()
    names = [name_of(window, name) for name in ("bother.0", "bother.5", "start.21", "start.0")]
    assert names == ["0, not at all", "5", "9 pm, Evening", "Midnight, Night"]


def test_a_month_and_a_year_are_a_date(at, answers):
    person = at(NUMBERS)
    person.press("since.month.3")
    assert "since" not in answers()
    person.enter("since", "2026")
    assert answers()["since"] == "2026-03"
    person.press("since.month.4")
    assert answers()["since"] == "2026-04"


def test_a_year_alone_is_a_date_too(at, answers):
    person = at(NUMBERS)
    person.enter("since", "2019")
    assert answers()["since"] == "2019"
    assert "\u26a0" not in person.reads()
    person.press("since.month.4")
    assert answers()["since"] == "2019-04"
    person.press("since.month.4")
    assert answers()["since"] == "2019"


def test_a_late_year_is_one_press_and_the_field_says_the_same(at, answers, window):
    person = at(NUMBERS)
    person.press("since.year.2025")
    assert (answers()["since"], person.entered("since")) == ("2025", "2025")
    person.press("since.month.4")
    person.press("since.year.2026")
    assert answers()["since"] == "2026-04"
    person.press("since.year.2026")
    assert "since" not in answers()
    assert person.entered("since") == ""
    person.enter("since", "2024")
    assert person.chosen("since", "year.2024")
    person.enter("since", "1999")
    assert not person.chosen("since", "year.2024")


def test_a_late_year_with_a_month_to_come_is_said(at, answers):
    person = at(NUMBERS)
    person.press("since.month.12")
    person.press("since.year.2026")
    assert "since" not in answers()
    assert "This month has not come yet." in person.reads()


def test_a_year_that_was_given_is_shown(ask):
    widget, _ = ask("since", "2019")
    assert widget.fault() == ""
    assert widget.findChild(QLineEdit, "since.value").text() == "2019"
    widget, _ = ask("since", "2025")
    assert widget.findChild(QAbstractButton, "since.year.2025").isChecked()


@pytest.mark.parametrize(
    ("month", "year", "message"),
    [
        ("3", "2027", "Please write a year from 1900 to 2026."),
        ("3", "1899", "Please write a year from 1900 to 2026."),
        ("3", "26", "Please write a year from 1900 to 2026."),
        ("3", "last", "Please write a year from 1900 to 2026."),
        ("12", "2026", "This month has not come yet."),
    ],
)
def test_a_date_that_cannot_be_is_said_and_not_recorded(at, answers, month, year, message):
    person = at(NUMBERS)
    person.press(f"since.month.{month}")
    person.enter("since", year)
    assert "since" not in answers()
    assert message in person.reads()


def test_half_a_date_keeps_the_page(at):
    person = at(NUMBERS)
    person.choose("bother", "3")
    person.enter("age", "57")
    person.press("since.month.3")
    person.press("next")
    assert "Please write the year too" in person.reads()
    person.press("since.month.3")
    person.press("next")
    assert LISTS in person.reads()


def test_a_date_may_be_about_right(at, answers):
    person = at(NUMBERS)
    person.press("since.month.3")
    person.enter("since", "2026")
    person.choose("since.about", "yes")
    assert answers()["since.about"] == "yes"
    person.go_to("Check your answers")
    assert "about march 2026" in person.reads().casefold()
    assert "Only about right" not in person.reads()


def test_no_date_is_not_about_right_either(at, answers):
    person = at(NUMBERS)
    person.press("since.month.3")
    person.enter("since", "2026")
    person.choose("since.about", "yes")
    person.enter("since", "2025")
    assert answers()["since.about"] == "yes"
    person.press("since.month.3")
    person.enter("since", "\b")
    assert "since.about" not in answers()


def test_a_day_is_kept_until_it_is_changed(ask):
    widget, said = ask("since", "2026-03-14")
    assert "The day you gave: 14 March 2026" in [x.text() for x in widget.findChildren(QLabel)]
    assert widget.fault() == ""
    widget.findChild(QAbstractButton, "since.month.4").click()
    assert said == {"since": "2026-04"}


def test_the_likely_answer_stands_first_and_is_not_chosen(ask):
    widget, said = ask("country", offered={"country": "gb"})
    likely, other = (widget.findChild(QAbstractButton, f"country.{c}") for c in ("gb", "other"))
    assert not likely.isChecked()
    assert likely.isVisibleTo(widget)
    assert not other.isVisibleTo(widget)
    widget.findChild(QAbstractButton, "country.more").click()
    assert other.isVisibleTo(widget)
    other.click()
    assert said == {"country": "other"}


def test_the_answer_given_stands_first_and_without_an_offer_all_do(ask):
    given, _ = ask("country", "other", offered={"country": "gb"})
    assert given.findChild(QAbstractButton, "country.other").isVisibleTo(given)
    assert not given.findChild(QAbstractButton, "country.gb").isVisibleTo(given)
    open_, _ = ask("country")
    assert open_.findChild(QAbstractButton, "country.gb").isVisibleTo(open_)
    assert open_.findChild(QAbstractButton, "country.more") is None


def half_typed(name, text):
    def act(widget):
        field = widget.findChild(QLineEdit, name)
        field.setText(text)
        field.textEdited.emit(text)

    return act


def pressed(*names):
    def act(widget):
        for name in names:
            widget.findChild(QAbstractButton, name).click()

    return act


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("age", half_typed("age.value", "old")),
        ("age", pressed("age.keys")),
        ("ferritin", pressed("ferritin.keys")),
        ("since", pressed("since.keys", "since.month.3")),
        ("since", pressed("since.month.3")),
        ("since", half_typed("since.value", "20")),
        ("words", lambda widget: widget.findChild(QPlainTextEdit).setPlainText("x" * 2001)),
        ("urge", pressed("urge.help")),
        ("country", pressed("country.more")),
        ("start", pressed("start.list")),
        ("flags", pressed("flags.unsure")),
        ("pills", pressed("pills.add", "pills.0.remove")),
    ],
)
def test_what_is_no_answer_yet_outlives_a_new_page(ask, question, act):
    offered = {"country": "gb"}
    old, _ = ask(question, offered=offered)
    assert old.draft() is None
    act(old)
    draft = old.draft()
    new, _ = ask(question, offered=offered)
    new.restore(draft)
    assert new.draft() == draft
    assert new.fault() == old.fault()


def test_a_field_shows_where_typing_goes_to_everybody(at, window):
    at(NUMBERS)
    field = window.findChild(QWidget, "age.value")
    frame = field.parentWidget()
    window.findChild(QWidget, "next").setFocus()
    before = frame.grab().toImage()
    field.setFocus()
    assert frame.grab().toImage() != before


def test_a_fault_is_told_at_the_field(at, window):
    at(NUMBERS).enter("age", "121")
    description = QAccessible.Text.Description
    field = QAccessible.queryAccessibleInterface(window.findChild(QWidget, "age.value"))
    assert field.text(description) == "Please write a whole number from 0 to 120."


def test_a_number_and_not_sure_replace_each_other(at, answers):
    person = at(NUMBERS)
    person.enter("age", "57")
    person.choose("age", "asked-unknown")
    assert person.entered("age") == ""
    assert answers()["age"] is Absent.UNKNOWN
    person.enter("age", "58")
    assert not person.chosen("age", "asked-unknown")
    assert answers()["age"] == 58


def test_own_words(at, answers):
    person = at(LISTS)
    person.enter("words", "like <b>ants</b> & bees")
    assert answers()["words"] == "like <b>ants</b> & bees"
    person.enter("words", " ")
    assert "words" not in answers()


def test_own_words_that_are_too_long_are_not_cut_but_refused(at, answers, window):
    person = at(LISTS)
    window.findChild(object, "words.value").setPlainText("x" * 2001)
    assert "words" not in answers()
    assert "at most 2000 characters" in person.reads()


def test_a_note_comes_with_the_answer_it_belongs_to(person):
    person.begin()
    assert "Many people have this." not in person.reads()
    person.choose("urge", "yes")
    assert "Many people have this." in person.reads()


def test_words_fit_who_answers(person):
    person.begin("parent")
    person.choose("urge", "yes")
    assert "Does it begin when your child rests?" in person.reads()


def test_help_is_shown_when_asked_for(person):
    person.begin()
    assert "A feeling that only moving relieves." not in person.reads()
    person.press("urge.help")
    assert "A feeling that only moving relieves." in person.reads()
    person.press("urge.help")
    assert "A feeling that only moving relieves." not in person.reads()


def test_own_words_on_too_many_lines_are_refused(at, answers, window):
    person = at(LISTS)
    window.findChild(object, "words.value").setPlainText("x\n" * 61)
    assert "words" not in answers()
    assert "at most 60 lines" in person.reads()
    person.choose("where", "left")
    person.choose("mood", "good")
    person.press("next")
    assert person.offered("words.gap")


def test_no_fault_leaves_no_sign(person, window):
    person.begin()
    assert window.findChild(QLabel, "urge.fault").text() == ""
    person.press("next")
    person.choose("urge", "no")
    assert window.findChild(QLabel, "urge.fault").text() == ""


def labels(widget):
    return [x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget)]


@pytest.mark.parametrize("question", ["kicks", "words", "ferritin", "start", "since"])
def test_what_may_be_left_out_says_so_to_everybody(ask, question):
    widget, _ = ask(question)
    assert labels(widget).count("You can leave this out.") == 1
    assert widget.accessibleDescription() == "You can leave this out."
    widget.show_fault("Wrong.")
    assert widget.accessibleDescription() == "Wrong."
    widget.show_fault("")
    assert widget.accessibleDescription() == "You can leave this out."


@pytest.mark.parametrize("question", ["urge", "urge.note", "age", "where", "flags", "pills"])
def test_nothing_else_says_so(ask, question):
    widget, _ = ask(question)
    assert "You can leave this out." not in labels(widget)
    assert widget.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("words", "You can leave this out."),
        ("ferritin", "a number, like 4.5. You can leave this out."),
        ("age", "years. from 0 to 120"),
    ],
)
def test_a_field_says_so_too(ask, question, told):
    field = ask(question)[0].findChild(QWidget, f"{question}.value")
    assert field.accessibleDescription() == told


def test_the_last_gap_closed_is_thanked_for_and_nothing_moves(person, window):
    person.begin()
    person.press("next")
    window.grab()
    thanks = "\u2713 Thank you. You can go on."
    question, box = window.findChild(QWidget, "urge"), window.findChild(QWidget, "gaps")
    before = question.mapTo(window.page, QPoint()), box.height()
    assert thanks not in person.reads()
    person.choose("urge", "no")
    window.grab()
    assert thanks in person.reads()
    assert "Before you go on" not in person.reads()
    assert (question.mapTo(window.page, QPoint()), box.height()) == before
    assert box.accessibleName() == "Thank you. You can go on."


def test_a_text_to_read_names_the_numbers_of_the_country(qtbot, little, days):
    item = Item(link_id="note", type="display", text="Then {country.emergency} now.")
    country = little.country("gb")
    asking = Asking(
        i18n.load("en"), days[-1], {}.get, Logic({}, {}),
        fill=country.fill, dates=little.about.dates,
    )  # fmt: skip
    widget = make_answer(item, asking)
    qtbot.addWidget(widget)
    widget.follow(Logic({}, {}))
    (shown,) = [label.text() for label in widget.findChildren(QLabel) if label.text()]
    assert shown == f"Then {country.emergency} now."
