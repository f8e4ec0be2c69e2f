"""Documents beside a visit's report, on paper."""

import pypdfium2
import pytest

from rls_wizard import i18n
from rls_wizard.report.document import (
    Blanks,
    Document,
    Heading,
    Link,
    Listing,
    Paragraph,
    Table,
    TableRow,
)
from rls_wizard.report.pdf.document import make_document

MANY = tuple(TableRow((f"hazard {n}", "what is done", ("See", Link("rule", "rule"))))
             for n in range(80))  # fmt: skip
SAMPLE = Document(
    title="A document",
    foot="rls-wizard 1, content 2",
    blocks=(
        Paragraph("What this is."),
        Blanks(("Name", "Date")),
        Heading("Hazards", anchor="hazards"),
        Heading("All of them", level=2),
        Table(("Hazard", "Mitigation", "Where"), MANY),
        Heading("Rules"),
        Heading("A rule", level=3, anchor="rule", mark="ADV-RULE"),
        Table((), (TableRow(("Text", "Walk a little."), anchor="text"),)),
        Blanks(("change",), ticks=("agree",)),
        Listing(("first", "inside"), (0, 1)),
        Paragraph("Nothing is lost: <b> & ж.", quiet=True),
    ),
)


@pytest.fixture(scope="module")
def file():
    return make_document(SAMPLE, i18n.load("en"))


@pytest.fixture(scope="module")
def pages(file):
    pdf = pypdfium2.PdfDocument(file)
    return [page.get_textpage().get_text_bounded() for page in pdf]


def test_the_same_document_gives_the_same_bytes(file):
    assert make_document(SAMPLE, i18n.load("en")) == file


def test_chapters_begin_a_page_and_each_page_has_its_foot(pages):
    first, last = pages[0], pages[-1]
    assert "What this is." in first
    assert "hazard 0" not in first
    assert "Walk a little." in last
    assert "hazard" not in last
    for number, page in enumerate(pages, 1):
        assert "rls-wizard 1, content 2" in page
        assert f"Page {number} of {len(pages)}" in page


def test_the_head_of_a_table_stands_on_each_page(pages):
    broken = [page for page in pages if "what is done" in page]
    assert len(broken) > 1
    assert all("Mitigation" in page for page in broken)


def test_the_contents_name_the_pages_of_headings(pages):
    listed = pages[0].split("Contents")[1].splitlines()
    assert "Rules" in listed
    assert str(len(pages)) in listed
    assert "A rule" not in listed


def test_what_cannot_be_markup_is_printed(pages):
    assert "Nothing is lost: <b> & ж." in pages[-1]
    assert "ADV-RULE" in pages[-1]


def test_headings_are_the_readers_list(file):
    pdf = pypdfium2.PdfDocument(file)
    listed = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    assert listed == [
        (0, "A document", 0),
        (1, "Contents", 0),
        (0, "Hazards", 1),
        (1, "All of them", 1),
        (0, "Rules", len(pdf) - 1),
        (1, "A rule", len(pdf) - 1),
    ]


def test_a_link_leads_to_its_heading(file):
    assert file.count(b"/Subtype /Link") >= len(MANY)


def test_a_link_to_nothing_is_plain_words():
    table = Table((), (TableRow(("Rule", (Link("gone", "nowhere"),))),))
    made = make_document(Document("Title", "foot", (table,)), i18n.load("en"))
    assert "gone" in pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded()
