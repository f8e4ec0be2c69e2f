"""What is spooled for a printed page: row 9."""

from rls_wizard.handover.printing.talk import Act, Job, Order
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests.bench.sample import WORDS, content, sample
from tests.bench.table import Row, Unmeasured
from tests.printing.service import CUPSD, LPADMIN, running_service
from tests.printing.window import Window


def rows():
    """Yield the bytes that a real printing service hands to a printer, to those of the PDF."""
    what = "bytes printed to those of PDF"
    if CUPSD is None or LPADMIN is None:
        yield Unmeasured("9", what, "cupsd and lpadmin are not installed")
        return
    response = sample()
    pdf = make_pdf(build_paper(content(), response, response.answered_on), WORDS)
    with running_service() as service:
        window = Window(service.environment)
        window.wants(Order(Act.PRINT, "/printers/office", 0, pdf))
        window.waits_for(lambda news: isinstance(news, Job) and news.over)
        window.close()
        same = service.paper == pdf
        spooled = len(service.paper)
    yield Row("9", what, spooled / 1000, 1.0, len(pdf) / 1000, unit="kB")
    yield Row("9", "the printed bytes differ", int(not same), 0, unit="")
