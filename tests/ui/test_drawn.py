"""Printing where the system takes no PDF: pictures of the pages, sharp, and painted in strips."""

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtPrintSupport import QPrinter

from rls_wizard import i18n
from rls_wizard.handover.child import draw_command
from rls_wizard.handover.printing.talk import Act, Job, Order, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.printing.drawn import STRIPS, Drawn, open_printer
from tests.conftest import TODAY

OFFICE = Printer("Office", "Office printer", default=True)


@pytest.fixture(scope="module")
def pdf(visit, content):
    return make_pdf(build_paper(content, visit(), TODAY), i18n.load("en"))


@pytest.fixture
def file(tmp_path):
    """Where the printer prints to."""
    return tmp_path / "out.pdf"


@pytest.fixture
def printer(file):
    """A printer that writes a file, as sharp as most are."""
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    made.setResolution(600)
    return made


@pytest.fixture
def drawn(qapp, printer):
    owner = QObject()
    service = Drawn(draw_command(), owner, lambda: [OFFICE], lambda name: printer)
    yield service
    service.stop()
    owner.deleteLater()


@pytest.fixture
def news(qtbot, drawn):
    """Give an order, and return what is told of it."""

    def take(order):
        with qtbot.waitSignal(drawn.told, timeout=60_000) as told:
            drawn.take(order)
        return told.args[0]

    return take


def test_the_printers_of_the_system_are_told(news):
    assert news(Order(Act.LOOK)) == Printers((OFFICE,))


def test_that_there_is_none_is_told(qtbot, drawn):
    service = Drawn(draw_command(), drawn, list)
    with qtbot.waitSignal(service.told) as told:
        service.take(Order(Act.LOOK))
    assert told.args == [Printers(trouble=Trouble.NO_PRINTERS)]


def test_a_printer_that_is_gone_is_told(drawn, qtbot, pdf):
    service = Drawn(draw_command(), drawn, list, open_printer)
    with qtbot.waitSignal(service.told) as told:
        service.take(Order(Act.PRINT, "no such printer", 0, pdf))
    assert told.args == [Job(over=True, trouble=Trouble.REMOVED)]


def test_a_file_that_cannot_be_drawn_is_told(news):
    assert news(Order(Act.PRINT, "Office", 0, b"%PDF")) == Job(over=True, trouble=Trouble.FAILED)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_told(news, printer, pdf):
    printer.setOutputFileName("/no/such/folder/out.pdf")
    order = Order(Act.PRINT, "Office", 1, pdf)
    assert news(order) == Job(over=True, trouble=Trouble.FAILED)


def test_every_page_is_printed_as_it_looks(news, file, pdf):
    assert news(Order(Act.PRINT, "Office", 0, pdf)) == Job(over=True)
    with pypdfium2.PdfDocument(pdf) as told, pypdfium2.PdfDocument(file) as printed:
        assert len(printed) == len(told)
        for number in (0, 1, len(told) - 1):
            page, other, paper = told[number], told[(number + 1) % 3], printed[number]
            assert paper.get_size() == pytest.approx(page.get_size(), abs=1)
            assert difference(page, paper) < difference(other, paper) / 2


def difference(one, other):
    """Return how much the ink of two pages differs at the sharpness of print, as a share of all."""
    sharp = 300 / 72
    first, second = (page.render(scale=sharp, grayscale=True).to_pil() for page in (one, other))
    box = (0, 0, min(first.width, second.width), min(first.height, second.height))
    apart = ImageChops.difference(first.crop(box), second.crop(box))
    return ImageStat.Stat(apart).mean[0] / 255


def test_it_is_drawn_at_the_sharpness_of_print(news, file, pdf):
    news(Order(Act.PRINT, "Office", 1, pdf))
    with pypdfium2.PdfDocument(file) as printed:
        widths = {image.get_px_size()[0] for image in printed[0].get_objects()}
    assert widths == {2481}


def test_the_first_pages_alone_can_be_printed(news, file, pdf):
    news(Order(Act.PRINT, "Office", 2, pdf))
    with pypdfium2.PdfDocument(file) as printed:
        assert len(printed) == 2


def test_a_page_is_made_to_fit_on_other_paper_and_stands_in_its_middle(news, file, pdf):
    assert news(Order(Act.PRINT, "Office", 1, pdf, "Letter")) == Job(over=True)
    with pypdfium2.PdfDocument(pdf) as told, pypdfium2.PdfDocument(file) as printed:
        (page, paper), (wide, high) = (told[0], printed[0]), (612, 792)
        assert paper.get_size() == pytest.approx((wide, high), abs=1)
        images = [one.get_bounds() for one in paper.get_objects()]
        left, right = min(one[0] for one in images), max(one[2] for one in images)
        bottom, top = min(one[1] for one in images), max(one[3] for one in images)
        share = high / page.get_height()
        assert (right - left, top - bottom) == pytest.approx(
            (share * page.get_width(), high), abs=1
        )
        assert left == pytest.approx(wide - right, abs=1)


def test_the_title_tells_nothing(news, file, pdf):
    news(Order(Act.PRINT, "Office", 1, pdf))
    with pypdfium2.PdfDocument(file) as printed:
        assert printed.get_metadata_value("Title") == "Summary"


def test_cancel_ends_the_child_and_tells_nothing(drawn, qtbot, pdf):
    drawn.take(Order(Act.PRINT, "Office", 0, pdf))
    qtbot.waitUntil(lambda: drawn.findChild(PictureJob) is not None)
    job = drawn.findChild(PictureJob)
    qtbot.waitUntil(lambda: job.running)
    drawn.take(Order(Act.CANCEL))
    assert not job.running
    with qtbot.assertNotEmitted(drawn.told, wait=50):
        QCoreApplication.processEvents()


def test_no_picture_is_so_large_that_the_window_waits(drawn, qtbot, pdf):
    strips = []
    with qtbot.waitSignal(drawn.told, timeout=60_000):
        drawn.take(Order(Act.PRINT, "Office", 2, pdf))
        qtbot.waitUntil(lambda: drawn.findChild(PictureJob) is not None)
        drawn.findChild(PictureJob).drawn.connect(lambda *told: strips.append(told[2]))
    assert len(strips) == 2 * STRIPS
    assert max(strip.sizeInBytes() for strip in strips) < 2_000_000
