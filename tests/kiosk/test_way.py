"""The way of a person at a kiosk: short, private, clear."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.domain.again import begin_again
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.response import Absent
from rls_wizard.handover.answer_file import read, write
from rls_wizard.handover.unfinished import Unfinished
from rls_wizard.kiosk.site import Site
from rls_wizard.paths import own_content
from rls_wizard.report.build import build_paper
from rls_wizard.report.head import told_by
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.kiosk.greeting import greeting, site_faults
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.route import Place, Stop
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow
from tests import people
from tests.kiosk.rooms import PRESET, SITE

ENGLISH = i18n.load("en")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 42)


@pytest.fixture(scope="session")
def content():
    return load_content(own_content(), ENGLISH)


@dataclass
class Kiosk:
    """A visit, and what somebody does before its window."""

    visit: Visit

    @property
    def window(self):
        return self.visit.parent()

    def seen(self, kind=QWidget):
        return [w for w in self.window.findChildren(kind) if w.isVisibleTo(self.window)]

    def reads(self):
        found = [w.text() for w in (*self.seen(QLabel), *self.seen(QAbstractButton))]
        return "\n".join(found).replace("\u00a0", " ").replace("\u200b", "")

    def press(self, name):
        found = [w for w in self.seen(QAbstractButton) if w.objectName() == name]
        assert found, f"there is no {name!r}"
        found[0].click()

    def offers(self, name):
        return any(w.objectName() == name for w in self.seen(QAbstractButton))


@pytest.fixture
def at_desk(qtbot, our_font, content):
    """Open a visit; on a kiosk if a site is given."""

    def open_it(site: Site | None = SITE):
        window = WizardWindow(ENGLISH)
        qtbot.addWidget(window)
        said = greeting(site, ENGLISH) if site else None
        window.show_page(WelcomePage(ENGLISH, greeting=said), back=False)
        desk = Desk(
            window,
            Display(Memory(theme="light")),
            lambda: TODAY,
            lambda *told: Ending(*told, lambda *_: ""),
            Finder,
            None,
            site,
            lambda _: said,
        )
        return Kiosk(Visit(desk, content, ENGLISH))

    return open_it


@pytest.fixture
def kiosk(at_desk):
    return at_desk()


def go_to(kiosk, stop, page="", **answers):
    """Be somebody in a hurry who has these answers, at a place."""
    told = people.response(people.in_a_hurry(1))
    told = told.model_copy(update={"answers": {**told.answers, **answers}})
    kept = Unfinished(told, NOW, stop.name, page, who_told=True, reviewed=True)
    kiosk.visit.go_on(kept)


def go_on_to_what_is_urgent(kiosk, *confirmed):
    """Confirm what calls for help, and go on."""
    for name in confirmed:
        kiosk.press(name)
    kiosk.press("next")
    assert kiosk.visit.place.stop is Stop.URGENT


# The first page -----------------------------------------------------------------------------------


def test_the_first_page_says_when_it_forgets_and_what_staff_see(kiosk):
    said = kiosk.reads()
    assert "After 2 minutes without a touch, this screen asks whether you are still there." in said
    assert "After 1 minute more, it forgets everything." in said
    assert "You need not type anything." in said
    assert "The staff do not see your answers." in said
    assert "when you close it" not in said


def test_times_are_those_of_the_site(at_desk):
    times = SITE.times.model_copy(update={"quiet": 90, "warning": 30})
    said = at_desk(SITE.model_copy(update={"times": times})).reads()
    assert "After 90 seconds without a touch" in said
    assert "After 30 seconds more" in said


def test_the_clinic_greets_in_its_own_words(at_desk, tmp_path):
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "logo.png"))
    told = {"name": "Riverside", "text": "Welcome.", "logo": str(tmp_path / "logo.png")}
    clinic = SITE.clinic.model_copy(update=told)
    kiosk = at_desk(SITE.model_copy(update={"clinic": clinic}))
    assert "Riverside" in kiosk.reads()
    logo = kiosk.window.findChild(QLabel, "logo").pixmap()
    assert (logo.width(), logo.height()) == (144, 72)


@pytest.mark.parametrize("name", ["gone.png", "words.png"])
def test_without_a_picture_there_is_no_logo(at_desk, tmp_path, name):
    (tmp_path / "words.png").write_text("no picture")
    told = {"name": "Riverside", "logo": str(tmp_path / name)}
    kiosk = at_desk(SITE.model_copy(update={"clinic": SITE.clinic.model_copy(update=told)}))
    assert kiosk.window.findChild(QLabel, "logo") is None
    assert "Riverside" in kiosk.reads()


def test_country_and_way_are_chosen_and_stay_chosen(kiosk):
    assert kiosk.visit.response.answers == PRESET
    assert kiosk.visit.may_be_forgotten
    kiosk.press("way.short")
    kiosk.press("country.gb")
    assert kiosk.visit.response.answers == PRESET
    kiosk.press("way.whole")
    assert kiosk.visit.response.answers["way"] == "whole"


def test_at_home_nothing_is_chosen_and_everything_is_asked(at_desk):
    home = at_desk(None)
    assert home.visit.response.answers == {}
    assert "How much time do you have?" not in home.reads()


def test_a_country_that_nobody_knows_is_a_fault_of_the_site(content):
    assert list(site_faults(SITE, content)) == []
    (fault,) = site_faults(SITE.model_copy(update={"country": "xx"}), content)
    assert fault.startswith("country: 'xx' is not known; use one of ")
    assert " gb," in fault


# The short way ------------------------------------------------------------------------------------


def test_at_the_review_the_other_questions_can_be_answered_too(kiosk):
    go_to(kiosk, Stop.REVIEW)
    assert not kiosk.visit.pages.assess(kiosk.visit.response).missing
    kiosk.press("more")
    assert kiosk.visit.response.answers["way"] == "whole"
    assert kiosk.visit.place == Place(Stop.QUESTIONS, "mood_page")


def test_a_short_visit_goes_on_at_home_with_the_rest(content, at_desk):
    answers = people.response(people.in_a_hurry(1))
    earlier = read(write(answers), content, TODAY)
    home = at_desk(None)
    home.visit.take_up(earlier)
    assert home.visit.response.get("way") is None
    assert home.visit.response.get("bother") == answers.get("bother")
    assert "medicines.any" in home.visit.pages.assess(home.visit.response).missing


def test_on_a_later_day_the_short_way_does_not_last(content):
    told = people.response(people.in_a_hurry(1))
    later = begin_again(content, told, date(2026, 12, 24))
    assert later.get("way") is None


def test_paper_says_that_it_was_the_short_way_and_not_no(content):
    answers = people.response(people.in_a_hurry(1))
    report = build_paper(content, answers, TODAY)
    short = "This was the short way: what it leaves out was not asked."
    assert short in told_by(report, ENGLISH)
    not_asked = {a.question for section in report.not_asked for a in section.answers}
    assert {"Restless legs in the family", "Caffeine", "Takes medicines"} <= not_asked
    onset = next(section for section in report.box if section.title == "Begun before onset")
    assert [answer.answer for answer in onset.answers] == ["Not asked of these medicines"]
    whole = build_paper(content, people.response(people.adult(1)), TODAY)
    assert short not in told_by(whole, ENGLISH)


# Private questions --------------------------------------------------------------------------------

MOOD = (Stop.QUESTIONS, "mood_page")
FULL = "did you think of ending your life or of harming yourself?"
FEW = "Bad nights can bring dark thoughts. Were there any in the last 2 weeks?"


def test_a_private_question_tells_strangers_little_and_can_be_read_in_full(kiosk):
    go_to(kiosk, *MOOD)
    assert FEW in kiosk.reads()
    assert FULL not in kiosk.reads()
    kiosk.press("rf.09.whole")
    assert FULL in kiosk.reads()


def test_at_home_the_whole_question_stands_there(at_desk):
    home = at_desk(None)
    go_to(home, *MOOD)
    assert FULL in home.reads()
    assert not home.offers("rf.09.on-paper")


def test_a_private_answer_can_be_given_on_paper_instead(kiosk, content):
    go_to(kiosk, *MOOD)
    kiosk.press("rf.09.on-paper")
    response = kiosk.visit.response
    assert response.get("rf.09") is Absent.ON_PAPER
    assert "rf.09" not in assess(content, response).missing
    for allowed in ("yes", "no"):
        paper = build_paper(content, response.record("paper.private", allowed), TODAY)
        boxes = [a for s in paper.answers for a in s.answers if a.blank]
        assert [(a.link_id, a.answer) for a in boxes] == [("rf.09", "to be told on paper")]


def test_a_box_never_tells_what_was_answered_in_private(content):
    told = {"rx_now": "yes", "rx_kinds": ("dopamine",), "rf.10": "yes"}
    told |= {"rf.10.danger": Absent.ON_PAPER, "paper.private": "no"}
    answers = people.response(people.in_a_hurry(1))
    answers = answers.model_copy(update={"answers": dict(answers.answers) | told})
    assert for_paper(content.questionnaire, answers).get("rf.10") is Absent.DECLINED
    paper = build_paper(content, answers, TODAY)
    assert "rf.10.danger" not in {a.link_id for s in paper.answers for a in s.answers}


def test_the_review_covers_private_answers_until_they_are_asked_for(kiosk):
    go_to(kiosk, Stop.REVIEW, **{"rf.09": "no"})
    before = kiosk.reads()
    assert "Thoughts of ending life" not in before
    assert FEW in before
    kiosk.press("rf.09.show")
    assert "Thoughts of ending life or of self-harm" in kiosk.reads()
    names = [w.accessibleName() for w in kiosk.seen(QAbstractButton)]
    assert not [name for name in names if "ending life" in name]


# What is urgent -----------------------------------------------------------------------------------


def test_the_urgent_page_sends_to_the_staff_first_and_offers_to_stop(kiosk, qtbot):
    go_to(kiosk, Stop.REVIEW, **{"rf.01": "yes"})
    go_on_to_what_is_urgent(kiosk, "rf.01.yes")
    labels = [w.text().replace("\u00a0", " ") for w in kiosk.seen(QLabel)]
    page = [text for text in labels if "desk" in text or "help today" in text]
    assert page[0] == "Tell the staff at the desk now."
    with qtbot.waitSignal(kiosk.visit.give_up):
        kiosk.press("stop")
    assert kiosk.visit.response.get("rf.01") == "yes"


def test_the_urgent_page_names_no_private_sign(kiosk):
    go_to(kiosk, Stop.REVIEW, **{"rf.09": "yes", "rf.09.safe": "safe", "rf.01": "yes"})
    go_on_to_what_is_urgent(kiosk, "rf.01.yes", "rf.09.yes")
    said = kiosk.reads()
    assert "This is about:" in said
    assert "swollen" in said
    assert "Thoughts" not in said.split("This is about:")[1]


def test_at_home_there_are_no_staff(at_desk):
    home = at_desk(None)
    go_to(home, Stop.REVIEW, **{"rf.01": "yes"})
    go_on_to_what_is_urgent(home, "rf.01.yes")
    assert "staff" not in home.reads()
    assert not home.offers("stop")
