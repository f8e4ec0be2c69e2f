"""Printing with a real cupsd: what it gets, what it tells, and what is left there."""

import pytest

from rls_wizard import i18n
from rls_wizard.handover.printing.talk import Act, Job, Order, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests.conftest import TODAY

OFFICE, AWAY, CABLE = (f"/printers/{name}" for name in ("office", "away", "cable"))
LOOK = Order(Act.LOOK)


@pytest.fixture(scope="module")
def pdf(visit, content):
    """The summary of a visit."""
    return make_pdf(build_paper(content, visit(), TODAY), i18n.load("en"))


@pytest.fixture
def on(pdf):
    """Return the order to print on a printer."""
    return lambda path, pages=0: Order(Act.PRINT, path, pages, pdf)


def over(news):
    return isinstance(news, Job) and news.over


def troubled(news):
    return news.trouble is not None


def test_the_printer_gets_the_very_bytes_of_the_pdf(service, window, on, pdf):
    assert window.wants(on(OFFICE)).waits_for(over) == Job(over=True)
    assert service.paper == pdf


def test_nothing_of_a_printed_job_is_left(service, window, on):
    window.wants(on(OFFICE)).waits_for(over)
    assert window.close() == 0
    assert service.left == []


def test_the_title_tells_nothing_and_all_pages_are_printed_once(service, window, on):
    window.wants(on(OFFICE)).waits_for(over)
    title, options = service.told
    assert title == "Summary"
    assert not [option for option in options if option.startswith(("page-ranges", "copies"))]


def test_the_first_two_pages_can_be_chosen(service, window, on):
    window.wants(on(OFFICE, pages=2)).waits_for(over)
    assert "page-ranges=1-2" in service.told[1]


def test_what_the_user_has_chosen_for_a_printer_is_kept(service, window, on):
    file = service.root / "home" / ".cups" / "lpoptions"
    file.write_text("Default office sides=two-sided-long-edge media=A5 number-up=2 copies=9\n")
    window.wants(on(OFFICE)).waits_for(over)
    options = service.told[1]
    assert {"sides=two-sided-long-edge", "media=A5", "number-up=2"} <= set(options)
    assert "copies=9" not in options


def test_pages_are_fitted_to_the_paper_that_is_in_the_printer(service, window, pdf):
    file = service.root / "home" / ".cups" / "lpoptions"
    file.write_text("Default office media=A5 number-up=2 sides=one-sided\n")
    window.wants(Order(Act.PRINT, OFFICE, 0, pdf, "Letter")).waits_for(over)
    options = set(service.told[1])
    assert {"media=na_letter_8.5x11in", "print-scaling=fit", "sides=one-sided"} <= options
    assert not {"media=A5", "number-up=2"} & options


# What there is to choose from ---------------------------------------------------------------------


def found(window):
    return {printer.path: printer for printer in window.wants(LOOK).hears().found}


def test_printers_are_told_by_the_names_that_people_give_them(service, window):
    titles = {path: printer.title for path, printer in found(window).items()}
    assert titles == {
        OFFICE: "Office printer",
        AWAY: "Network printer",
        CABLE: "Cable printer",
    }


def test_the_printer_that_is_meant_stands_first(service, window):
    service.run("lpadmin", "-d", "office")
    first, *others = window.wants(LOOK).hears().found
    assert (first.path, first.default) == (OFFICE, True)
    assert not any(printer.default for printer in others)


def test_the_users_own_choice_counts_more(service, open_window):
    service.run("lpadmin", "-d", "office")
    (service.root / "home" / ".cups" / "lpoptions").write_text("Default cable\n")
    assert found(open_window())[CABLE].default


def test_a_printer_that_is_stopped_or_takes_nothing_says_so(service, window):
    service.run("cupsdisable", "office")
    service.run("cupsreject", "cable")
    troubles = {path: printer.trouble for path, printer in found(window).items()}
    assert troubles == {OFFICE: Trouble.STOPPED, AWAY: None, CABLE: Trouble.REJECTING}


def test_that_there_is_no_printer_is_not_that_the_service_is_down(service, window):
    for name in ("office", "away", "cable"):
        service.run("lpadmin", "-x", name)
    assert window.wants(LOOK).hears() == Printers(trouble=Trouble.NO_PRINTERS)
    service.stop()
    assert window.hears() == Printers(trouble=Trouble.NO_SERVICE)


def test_a_service_that_comes_back_is_seen(service, window):
    service.stop()
    assert window.wants(LOOK).hears().trouble is Trouble.NO_SERVICE
    service.start()
    assert window.hears().found


# What keeps a page from coming out ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "trouble"),
    [
        ("STATE: +media-empty-error", Trouble.PAPER),
        ("STATE: +media-empty-warning", Trouble.PAPER),
        ("STATE: +media-needed", Trouble.PAPER),
        ("STATE: +media-jam-error", Trouble.JAM),
        ("STATE: +door-open", Trouble.DOOR),
        ("STATE: +cover-open-error", Trouble.DOOR),
        ("STATE: +toner-empty-error", Trouble.INK),
        ("STATE: +marker-supply-empty-error", Trouble.INK),
        ("STATE: +offline-report", Trouble.UNREACHABLE),
    ],
)
def test_what_the_printer_says_is_told(service, window, on, says, trouble):
    service.does("hang", says)
    assert window.wants(on(OFFICE)).waits_for(troubled) == Job(trouble=trouble)


def test_a_printer_that_is_low_on_something_prints(service, window, on):
    service.does("print", "STATE: +toner-low-warning,media-low-warning")
    assert window.wants(on(OFFICE)).waits_for(over) == Job(over=True)


def test_a_printer_of_the_network_that_does_not_answer_is_told(service, window, on):
    assert window.wants(on(AWAY)).waits_for(troubled) == Job(trouble=Trouble.UNREACHABLE)


def test_a_cable_that_is_not_in_is_told(service, window, on):
    service.does("hang", "INFO: Waiting for printer to become available.")
    assert window.wants(on(CABLE)).waits_for(troubled) == Job(trouble=Trouble.UNPLUGGED)


def test_a_stopped_printer_is_told_and_prints_when_it_is_started(service, window, on, pdf):
    service.run("cupsdisable", "office")
    assert window.wants(on(OFFICE)).waits_for(troubled) == Job(trouble=Trouble.STOPPED)
    service.run("cupsenable", "office")
    assert window.waits_for(over) == Job(over=True)
    assert service.paper == pdf


def test_a_printer_that_takes_nothing_is_told(service, window, on):
    service.run("cupsreject", "office")
    assert window.wants(on(OFFICE)).hears() == Job(over=True, trouble=Trouble.REJECTING)
    assert service.left == []


def test_a_printer_that_is_not_there_is_told(service, window, on):
    assert window.wants(on("/printers/none")).hears() == Job(over=True, trouble=Trouble.REMOVED)


def test_a_printer_that_is_removed_meanwhile_is_told(service, window, on):
    service.run("cupsdisable", "office")
    window.wants(on(OFFICE)).waits_for(troubled)
    service.run("lpadmin", "-x", "office")
    assert window.hears() == Job(over=True, trouble=Trouble.REMOVED)


def test_a_service_that_is_down_is_told(service, window, on):
    service.stop()
    assert window.wants(on(OFFICE)).hears() == Job(over=True, trouble=Trouble.NO_SERVICE)


def test_a_service_that_goes_down_meanwhile_is_told_and_prints_when_it_is_back(
    service, window, on, pdf
):
    service.run("cupsdisable", "office")
    window.wants(on(OFFICE)).waits_for(troubled)
    service.stop()
    assert window.hears() == Job(trouble=Trouble.NO_SERVICE)
    service.start()
    service.run("cupsenable", "office")
    assert window.waits_for(over) == Job(over=True)
    assert service.paper == pdf


def test_a_held_page_is_told(service, window, on):
    service.run("lpadmin", "-p", "office", "-o", "job-hold-until-default=indefinite")
    assert window.wants(on(OFFICE)).waits_for(troubled) == Job(trouble=Trouble.HELD)


def test_a_printer_that_fails_is_told(service, window, on):
    service.does("fail")
    assert window.wants(on(OFFICE)).waits_for(troubled) == Job(trouble=Trouble.FAILED)


def test_a_page_that_was_given_up_is_told(service, window, on):
    service.run("lpadmin", "-p", "office", "-o", "printer-error-policy=abort-job")
    service.does("fail")
    assert window.wants(on(OFFICE)).waits_for(over) == Job(over=True, trouble=Trouble.FAILED)
    assert service.left == []


def test_a_user_who_may_not_print_there_is_told(service, window, on):
    service.run("lpadmin", "-p", "office", "-u", "allow:nobody")
    assert window.wants(on(OFFICE)).hears() == Job(over=True, trouble=Trouble.FORBIDDEN)


# Nothing is left ----------------------------------------------------------------------------------


def on_a_stopped_printer(service):
    service.run("cupsdisable", "office")


def in_the_middle(service):
    service.does("hang", "STATE: +media-empty-error")


def held(service):
    service.run("lpadmin", "-p", "office", "-o", "job-hold-until-default=indefinite")


STUCK = [on_a_stopped_printer, in_the_middle, held]


@pytest.mark.parametrize("stuck", STUCK)
def test_a_page_that_is_stuck_can_be_cancelled(service, window, on, stuck):
    stuck(service)
    window.wants(on(OFFICE)).waits_for(troubled)
    assert service.left != []
    window.wants(Order(Act.CANCEL))
    # It answers only after that.
    window.wants(LOOK).hears()
    assert service.left == []
    assert service.paper == b""


@pytest.mark.parametrize("stuck", STUCK)
def test_nothing_is_left_when_the_window_is_gone(service, window, on, stuck):
    stuck(service)
    window.wants(on(OFFICE)).waits_for(troubled)
    assert window.close() == 0
    assert service.left == []


def test_nothing_is_left_when_the_session_ends(service, window, on):
    service.run("cupsdisable", "office")
    window.wants(on(OFFICE)).waits_for(troubled)
    assert window.is_told_to_end() == 0
    assert service.left == []


def test_another_printer_takes_over(service, window, on, pdf):
    service.run("cupsdisable", "office")
    window.wants(on(OFFICE)).waits_for(troubled)
    window.wants(on(CABLE)).waits_for(over)
    assert service.paper == pdf
    assert service.left == []
