"""The summary on a kiosk: what is offered, told and asked, and what never is."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QFileDialog, QWidget

from rls_wizard.domain.response import Absent
from rls_wizard.handover.earlier.digits import from_digits
from rls_wizard.handover.printing.talk import Act, Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.kiosk.code import Code
from rls_wizard.ui.kiosk.printer_words import marked, told
from tests.kiosk.paper_scenes import BREAKS
from tests.kiosk.rooms import InARoom, site

OFFICE = Printer("/printers/office", "Office printer", default=True)
DESK = Printer("/printers/the%20desk", "Desk printer", Trouble.PAPER)
BOTH = Printers((OFFICE, DESK))
DONE = Job(over=True)
ASKED = "Did your page come out?"


class Fakes(InARoom):
    """Its printers do what the test tells, and remember what was ordered."""

    def _service(self, parent):
        made = super()._service(parent)
        made.orders = []
        made.take = made.orders.append
        return made

    def tells(self, *news):
        for one in news:
            self.printer.told.emit(one)
        return self


@pytest.fixture
def open_room(qapp):
    rooms = []

    def open_it(**changes):
        rooms.append(Fakes(site(**changes)))
        return rooms[-1]

    yield open_it
    for room in rooms:
        room.close()


@pytest.fixture
def room(open_room):
    return open_room()


@pytest.fixture
def printing(room):
    room.at_the_summary().press("print")
    return room.tells(BOTH)


# What there is ------------------------------------------------------------------------------------


def test_nothing_can_be_saved_copied_or_chosen(room):
    room.at_the_summary()
    names = {one.objectName() for one in room.window.page.findChildren(QWidget)}
    assert not names & {"save", "copy", "preview", "print.few", "preview.fit"}
    assert not room.window.findChildren(QFileDialog)
    assert room.offered("print")


def test_the_page_goes_to_the_printer_of_the_clinic_on_its_paper(open_room):
    room = open_room(printing={"printer": "the desk", "paper": "Letter"})
    room.at_the_summary().press("print")
    room.tells(BOTH)
    room.wait(lambda: room.printer.orders[-1].act is Act.PRINT)
    order = room.printer.orders[-1]
    assert (order.path, order.pages, order.paper) == (DESK.path, 0, "Letter")
    assert order.pdf.startswith(b"%PDF")


def test_without_a_name_the_default_printer_is_meant(printing):
    printing.wait(lambda: printing.printer.orders[-1].act is Act.PRINT)
    assert printing.printer.orders[-1].path == OFFICE.path


def test_large_print_is_chosen_before_printing_only(room):
    room.at_the_summary()
    assert room.offered("large_print")
    room.press("print")
    assert not room.offered("large_print")


# The question whether it came out -----------------------------------------------------------------


def came_to(room, *news):
    room.wait(lambda: room.printer.orders[-1].act is Act.PRINT)
    return room.tells(*news)


def test_a_page_that_came_out_leads_to_done(printing):
    assert ASKED in came_to(printing, DONE).reads()
    printing.press("print.yes")
    assert "Take all pages. Nothing stays here." in printing.reads()
    printing.press("print.done")
    assert not printing.visit.has_begun


def test_who_presses_yes_twice_does_not_press_done(printing):
    came_to(printing, DONE)
    yes = printing.find("print.yes")
    top = yes.mapTo(printing.window, yes.rect().topLeft()).y()
    bottom = yes.mapTo(printing.window, yes.rect().bottomLeft()).y()
    printing.press("print.yes")
    done = printing.find("print.done")
    assert not top <= done.mapTo(printing.window, done.rect().center()).y() <= bottom


def test_a_page_that_did_not_come_out_is_printed_once_more_and_then_the_desk_helps(printing):
    came_to(printing, DONE)
    printing.press("print.no")
    assert len([o for o in printing.printer.orders if o.act is Act.PRINT]) == 2
    assert ASKED in printing.tells(DONE).reads()
    printing.press("print.no")
    assert "Please ask at the desk." in printing.reads()
    assert "Printer: please look" in printing.staff_see()
    assert printing.offered("code")
    # Nothing is lost before somebody says so.
    printing.press("done")
    assert "You have not printed your page. Forget your answers?" in printing.reads()
    assert printing.visit.has_begun


def test_a_printer_without_paper_is_told_to_the_person_and_to_staff(printing):
    came_to(printing, Job(trouble=Trouble.PAPER))
    assert "The printer has no paper.\nPlease tell the desk." in printing.reads()
    assert "Printer: paper" in printing.staff_see()
    printing.tells(Job())
    assert "Your page is being printed." in printing.reads()
    assert printing.staff_see() == ""


def test_done_asks_while_a_page_is_on_its_way(printing):
    came_to(printing, Job(trouble=Trouble.PAPER))
    printing.press("done")
    assert "Your page is not printed yet. Stop it, and forget your answers?" in printing.reads()
    printing.press("done.yes")
    assert not printing.visit.has_begun
    assert printing.staff_see() == ""


def test_a_summary_that_cannot_be_made_is_told(room):
    room.at_the_summary(BREAKS)
    room.waits_for("Your page could not be made. Please tell the desk.")
    assert not room.offered("print")


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_without_words_of_the_computer(trouble):
    assert "computer" not in told(trouble, str).replace("this computer's", "")
    assert marked(trouble, str).startswith("Printer: ")


# The code -----------------------------------------------------------------------------------------


def test_the_code_is_shown_only_while_somebody_wants_it(room):
    room.at_the_summary()
    assert not room.window.page.findChildren(Code)
    room.press("code")
    (code,) = room.window.page.findChildren(Code)
    assert code.isVisibleTo(room.window)
    room.press("code")
    assert not code.isVisibleTo(room.window)


def test_the_code_that_is_seen_is_read_and_holds_nothing_private(room):
    room.visit.record({"paper.private": "yes", "rf.09": "yes", "rf.09.safe": "safe"})
    room.at_the_summary()
    room.press("code")
    file = QBuffer()
    file.open(QBuffer.OpenModeFlag.WriteOnly)
    room.find("code.square").grab().save(file, "PNG")
    with Image.open(BytesIO(file.data().data())) as picture:
        (code,) = zxingcpp.read_barcodes(picture)
    read = from_digits(code.text, room.content, room.today, room.catalogue).response.answers
    assert read["bother"] == room.visit.response.answers["bother"]
    private = {item.link_id for item in room.content.questionnaire.asked if item.private}
    assert "rf.09" in private
    assert {read[name] for name in private & set(read)} <= {Absent.DECLINED}


def test_a_clinic_without_a_printer_has_the_code_alone(open_room):
    room = open_room(printing={"on": False}).at_the_summary()
    assert not room.offered("print")
    assert not room.offered("large_print")
    assert room.offered("code")


def test_a_clinic_may_want_no_code(open_room):
    room = open_room(printing={"code_on_screen": False}).at_the_summary()
    assert not room.offered("code")


# Seen from across the room ------------------------------------------------------------------------


def test_a_kiosk_that_nobody_has_touched_is_free(room):
    assert room.staff_see() == "\u2713 Free: please begin"
    room.press("answered_by.self")
    assert room.staff_see() == ""


def test_a_page_beside_the_way_is_no_free_kiosk(room):
    room.command("words")
    assert room.staff_see() == ""
    room.press("back")
    assert "Free" in room.staff_see()


def test_an_empty_printer_is_seen_before_somebody_needs_it(open_room):
    room = open_room(printing={"printer": "the desk"})
    room.across.look()
    assert [order.act for order in room.printer.orders] == [Act.LOOK]
    room.tells(BOTH)
    assert room.staff_see() == "\u26a0 Printer: paper"
    room.tells(Printers((OFFICE,)))
    assert room.staff_see() == "\u26a0 Printer: please look"


def test_the_band_covers_nothing(room):
    band, body = room.across.band, room.find("next").parentWidget()
    room.window.layout().activate()
    assert band.geometry().bottom() == room.window.rect().bottom()
    assert body.mapTo(room.window, body.rect().bottomLeft()).y() < band.geometry().top()
