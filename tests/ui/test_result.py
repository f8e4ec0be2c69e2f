import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.domain.rules import Urgency
from rls_wizard.report.build import build_report
from rls_wizard.report.model import Line
from rls_wizard.ui import style
from rls_wizard.ui.order import controls
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.urgent_page import UrgentPage
from tests.ui.seen import reads

ENGLISH = i18n.load("en")
MILD = "mild adult"
PREGNANT = "pregnant, 30 weeks, legs strong"


@pytest.fixture
def report_of(content, visit):
    """Return the report of a case."""

    def build(case, country="gb", **changes):
        response = visit({"country": country}, case=case)
        return build_report(content, response, response.answered_on)._replace(**changes)

    return build


@pytest.fixture
def show(qtbot):
    """Show a page as wide as the window's column."""

    def shown(page):
        qtbot.addWidget(page)
        page.resize(style.column_width(), 600)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return shown


@pytest.fixture
def result(show, report_of):
    return lambda case, **changes: show(ResultPage(report_of(case, **changes), ENGLISH))


@pytest.fixture
def urgent(show, report_of, content):
    """Show the urgent page of a case in a country."""

    def shown(case, country="gb"):
        return show(UrgentPage(report_of(case, country), content.country(country), ENGLISH))

    return shown


def named(page, name):
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(page, name):
    named(page, name).click()


def chapters(page):
    found = [x for x in page.findChildren(QWidget) if x.objectName().startswith("chapter.")]
    return [x.objectName().removeprefix("chapter.") for x in sorted(found, key=lambda x: x.y())]


def test_how_soon_comes_first(result):
    page = result(PREGNANT)
    texts = reads(page)
    assert texts[:3] == [
        "Your result",
        "Please make an appointment soon.",
        "Tell your midwife or doctor within 1 week or sooner.",
    ]


def test_nobody_is_told_that_nothing_is_urgent(result):
    page = result("mild adult, iron tested, nothing else: no urgency at all")
    assert "Not urgent" not in reads(page)
    assert "Read below when to see someone anyway." in reads(page)


def test_how_soon_is_not_said_twice(result):
    texts = reads(result("A sample visit"))
    assert texts[1] == "Please talk to a clinician about this at your next chance."
    assert "At the next chance" not in texts


def test_where_answers_are_missing_how_soon_cannot_be_told_yet(result):
    text = "Read below when to see someone anyway."
    case = "a safety question not answered: no stage"
    page = result(case, urgency=Urgency.NONE, urgency_text=text)
    texts = reads(page)
    assert texts[:2] == ["Your result", "We cannot tell yet. Some answers are missing."]
    assert text not in texts
    assert texts[2] == "Still to be answered"
    assert texts.index("Still to be answered") < texts.index("On this page")
    assert chapters(page)[0] == "missing"
    assert "contents.missing" not in [x.objectName() for x in page.findChildren(QWidget)]


def test_what_is_missing_is_listed_where_how_soon_can_be_told(result):
    page = result("a safety question not answered: no stage", urgency=Urgency.SOON)
    assert "We cannot tell yet. Some answers are missing." not in reads(page)
    assert named(page, "contents.missing")


def test_what_is_for_soon_stands_before_the_list_of_contents(result):
    texts = reads(result("rf.24: two falls"))
    assert texts.index("Please do this first") < texts.index("On this page")
    assert texts.index("Two or more falls, or newly unsteady") < texts.index("On this page")


def test_chapters_have_an_order_and_when_to_see_someone_is_last(result):
    order = ["points", "part", "do", "tell", "timeline", "ask", "left_out", "know", "safety"]
    assert chapters(result(PREGNANT)) == order


def test_contents_name_the_chapters_and_lead_there(result, qtbot):
    page = result(PREGNANT)
    for name in chapters(page):
        with qtbot.waitSignal(page.wanted) as led:
            press(page, f"contents.{name}")
        assert led.args[0] is named(page, f"chapter.{name}")


@pytest.mark.parametrize(("text_size", "columns"), [(1.0, 2), (2.0, 2), (3.0, 1)])
def test_contents_stand_in_two_columns_where_there_is_room(text_size, columns, qapp, result):
    usual = qapp.font()
    qapp.setFont(style.base_font(text_size))
    try:
        page = result(PREGNANT)
        page.resize(min(984, style.column_width()), 600)
        qapp.processEvents()
        rows = [named(page, f"contents.{name}") for name in chapters(page)]
        assert len({row.x() for row in rows}) == columns
        assert [(row.y(), row.x()) for row in rows] == sorted((r.y(), r.x()) for r in rows)
        for row in rows:
            assert row.height() >= max(44, row.heightForWidth(row.width())), row.text()
            assert row.geometry().right() <= row.parentWidget().width()
        assert [x for x in controls(page) if x in rows] == rows
    finally:
        qapp.setFont(usual)


def test_every_point_is_listed_with_its_answer(result):
    texts = reads(result("relief and evening that used to be there count as yes"))
    point = texts.index("Need to move the legs")
    assert texts[point + 1] == "Yes"
    assert any(text.startswith("It used to") for text in texts)


def test_nobody_is_told_of_a_stage_or_a_score(result):
    for case in (MILD, PREGNANT, "row 2: it wears off"):
        told = " ".join(reads(result(case))).lower()
        assert "your stage" not in told
        assert "score" not in told
        assert "refractory" not in told
        assert "part of our text for people who answered like this" in told


def test_where_no_part_fits_none_is_said_to_fit(result):
    texts = reads(result("the urge not sure: cannot tell"))
    assert "We cannot tell from this which part fits you" in texts
    assert "The part of our text that fits" not in texts


def test_our_text_is_judged_not_the_person(result):
    assert "The part of our text that fits" in reads(result(MILD))


def test_a_line_opens_to_its_reasons(result):
    page = result("A sample visit")
    press(page, "line.ADV-CAFFEINE.why")
    texts = reads(page)
    assert "Because you answered:" in texts
    assert any(text.startswith("Source: ") for text in texts)
    sure = "experts agree on it, or it was seen in people, without a trial"
    assert f"How sure: {sure} (grade C)" in texts
    assert "Last checked by the makers on 22 November 2026" in texts


def test_every_line_opens_and_says_what_it_belongs_to(result):
    page = result("row 2: it wears off")
    lines = [x for x in page.findChildren(QWidget) if x.objectName().startswith("line.")]
    toggles = {x.objectName(): x for x in lines if isinstance(x, QAbstractButton)}
    entries = [x for x in lines if not isinstance(x, QAbstractButton)]
    assert len(entries) > 10
    for entry in entries:
        assert f"{entry.objectName()}.why" in toggles
    assert "A daily walk" in toggles["line.ADV-WALK.why"].accessibleName()


def test_what_is_left_out_is_told_once_for_a_reason(result):
    texts = reads(result(PREGNANT))
    left_out = [text for text in texts if text.startswith("Left out because of pregnancy")]
    assert len(left_out) == 1


def test_what_is_missing_leads_to_its_question(result, qtbot):
    page = result("a safety question not answered: no stage")
    with qtbot.waitSignal(page.change) as led:
        press(page, "rf.05.missing")
    assert led.args == ["rf.05"]


def test_what_is_missing_is_asked_as_on_its_page(result):
    page = result("conditions not answered: the stage stands, unsafe advice is held back")
    assert named(page, "conditions.missing").text() == "Health problems: Do you have any of these?"


def test_a_parent_reads_whom_you_means(result):
    assert "\u201cYou\u201d and \u201cI\u201d always mean your child." in reads(
        result("child of 8 with a parent")
    )


def test_an_urgent_result_says_only_what_to_do(result):
    page = result("rf.01: one leg newly swollen")
    assert named(page, "urgent")
    texts = reads(page)
    assert texts[0] == "Your result"
    assert texts[-1] == (
        "Other advice waits until this has been looked at. Your answers are in your summary."
    )
    assert not chapters(page)
    assert "On this page" not in reads(page)
    assert not page.findChildren(QAbstractButton)


def test_of_several_signs_for_today_each_says_what_to_do(result):
    texts = reads(
        result("P19: stopped drinking three days ago and shakes, stopped ropinirole as well")
    )
    assert any(text.startswith("Drinking less all at once can be dangerous.") for text in texts)
    assert any(text.startswith("This can come from stopping suddenly.") for text in texts)


def test_in_an_emergency_nothing_less_urgent_is_said(result):
    texts = "\n".join(reads(result("two flags: the higher one counts")))
    assert "Get seen today" not in texts


# The urgent page -------------------------------------------------------------------------------


def test_it_says_whom_to_call_what_to_do_and_what_not_to_do(urgent):
    texts = reads(urgent("rf.02: chest pain"))
    assert texts[:2] == ["This needs help now.", "Call 999"]
    assert "Please call 999 now, and sit down." in texts[2]
    assert texts[3] == "Do not walk or drive to get help. Let help come to you."


@pytest.mark.parametrize(("country", "number"), [("us", "Call 911"), ("au", "Call 000")])
def test_the_number_is_that_of_the_country(country, number, urgent):
    assert named(urgent("rf.02: chest pain", country), "number").text() == number


def test_pregnant_people_are_sent_to_whom_the_text_names_first(urgent):
    page = urgent("rf.12: headache and swelling at 30 weeks")
    assert named(page, "number").text() == "Phone your maternity unit"


def test_every_urgent_flag_names_whom_to_call(urgent, cases):
    urgent_cases = [c for c in cases.values() if c.stage == "withheld" and c.red_flags]
    assert len(urgent_cases) > 10
    for case in urgent_cases:
        page = urgent(case.name)
        number = named(page, "number").text()
        assert number, case.name
        assert (number == "Call 999") is (case.urgency == "emergency"), case.name


def test_what_is_for_today_lets_the_person_go_on(urgent, qtbot):
    page = urgent("rf.01: one leg newly swollen")
    with qtbot.waitSignal(page.go_on):
        press(page, "go_on")


def test_an_emergency_offers_nothing_else(urgent):
    assert not urgent("rf.02: chest pain").findChildren(QAbstractButton)


def test_of_other_flags_only_the_titles_are_told(urgent):
    texts = "\n".join(reads(urgent("two flags: the higher one counts")))
    assert "\u2022 One leg newly swollen" in texts
    assert "This could be a blood clot" not in texts


def test_who_was_not_sure_reads_so(urgent):
    texts = reads(urgent("rf.01 not sure: still today, still withheld"))
    assert texts[2].startswith("You were not sure about this. Have the leg looked at today: ")
    assert "Do not rub, exercise or squeeze the leg." in texts


@pytest.mark.parametrize("text_size", [1.0, 2.0, 3.0])
def test_nothing_is_clipped_at_any_size(text_size, qapp, show, report_of, content):
    usual = qapp.font()
    qapp.setFont(style.base_font(text_size))
    try:
        country = content.country("us")
        for case in ("rf.02: chest pain", "rf.12: headache and swelling at 30 weeks"):
            page = UrgentPage(report_of(case, "us"), country, ENGLISH)
            page.setFixedWidth(984)
            page = show(page)
            page.resize(984, page.heightForWidth(984))
            qapp.processEvents()
            assert page.minimumSizeHint().width() <= 984
            for label in page.findChildren(QLabel):
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    finally:
        qapp.setFont(usual)


def cautions(number):
    """Return so many cautions, half of them under each of two headings."""
    return tuple(
        Line(f"CAU-{n}", f"Title {n}", "Text", topic="Iron" if n < number / 2 else "Medicines")
        for n in range(number)
    )


def test_many_things_to_tell_stand_under_headings(result):
    texts = reads(result(MILD, cautions=cautions(6)))
    told = texts[texts.index("Iron") :]
    assert told.index("Title 2") < told.index("Medicines") < told.index("Title 3")


def test_few_things_to_tell_need_no_headings(result):
    texts = reads(result(MILD, cautions=cautions(5)))
    assert {"Title 0", "Title 4"} <= set(texts)
    assert not {"Iron", "Medicines"} & set(texts)


def test_what_stands_in_a_list_hangs_beside_its_point(result):
    line = Line("CAU-X", "Tests", "Ask about:", points=("Sugar", "Sleep"))
    texts = reads(result(MILD, cautions=(line,)))
    first = texts.index("Ask about:")
    assert sorted(texts[first + 1 : first + 5]) == ["Sleep", "Sugar", "•", "•"]
