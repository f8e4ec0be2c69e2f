"""The code on the paper, as a scanner sees it: drawn, rendered at 150 dots an inch, and read."""

import random

import pytest
import zxingcpp
from pypdfium2 import PdfDocument

from rls_wizard import i18n
from rls_wizard.content.cases import response_of
from rls_wizard.handover.digits import ROOM, framed
from rls_wizard.handover.memory import memory
from rls_wizard.handover.scanner import digits_of
from rls_wizard.report.build import build_paper
from rls_wizard.report.model import Memory
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.pdf.code import QrCode
from tests.conftest import TODAY

WORDS = i18n.load("en")
DPI = 150
INCH = 72


def codes(pdf):
    """Return what a scanner reads on each page."""
    with PdfDocument(pdf) as pages:
        pictures = [page.render(scale=DPI / INCH).to_pil() for page in pages]
    return [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]


def text(pdf):
    with PdfDocument(pdf) as pages:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def test_the_code_of_varied_people_is_read_from_their_paper(content, cases):
    for name in random.Random(1).sample(sorted(cases), 4):
        response = response_of(cases[name], cases, content)
        carried = memory(content, response)
        read = codes(make_pdf(build_paper(content, response, TODAY), WORDS, carried))
        assert [code for page in read for code in page] == [carried.digits], name


def test_what_it_is_for_stands_beside_it(content, visit):
    report = build_paper(content, visit(), TODAY)
    pdf = make_pdf(report, WORDS, memory(content, visit()))
    (page,) = (n for n, read in enumerate(codes(pdf)) if read)
    said = text(pdf)[page]
    assert said.index("All answers") < said.index("For your next visit") < said.index("Country")
    assert "let the scanner read this" in said
    assert "not your name, and none of your own words" in said


def test_without_digits_nothing_is_said_of_a_code(content, visit):
    pdf = make_pdf(build_paper(content, visit(), TODAY), WORDS, Memory())
    assert not any(codes(pdf))
    assert not any("For your next visit" in said for said in text(pdf))


@pytest.mark.parametrize("length", [1, 400, ROOM])
def test_the_least_and_the_most_digits_are_read(content, visit, length):
    digits = framed("9" * length)
    pdf = make_pdf(build_paper(content, visit(), TODAY), WORDS, Memory(digits=digits))
    assert [code for page in codes(pdf) for code in page] == [digits]
    assert digits_of(digits) == digits


def test_it_is_large_enough_with_white_around():
    """No module is below 0.45 mm; version 15, the largest, has 77 of them, and 4 white around."""
    side, height = QrCode(framed("9" * ROOM), "").wrap(0, 0)
    assert side == height
    assert side / INCH * 25.4 / (77 + 8) >= 0.45
