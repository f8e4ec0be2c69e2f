import io
import subprocess

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from rls_wizard.handover.child import draw_command
from rls_wizard.handover.drawing import serve
from rls_wizard.handover.pictures import COUNT, HEAD, LENGTH, ORDER, SIZE


@pytest.fixture
def pdf():
    """A PDF of two pages, the second one lying."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 300))
    canvas.drawString(20, 200, "First page, naïve")
    canvas.showPage()
    canvas.setPageSize((300, 200))
    canvas.drawString(20, 100, "Second page")
    canvas.save()
    return file.getvalue()


def asked(pdf, *orders):
    """Return what the child answers to a PDF and orders."""
    out = []
    orders = b"".join(ORDER.pack(*order) for order in orders)
    serve(io.BytesIO(LENGTH.pack(len(pdf)) + pdf + orders), out.append)
    return out


def test_every_page_has_a_size(pdf):
    (answer,) = asked(pdf)
    assert COUNT.unpack(answer[: COUNT.size]) == (2,)
    assert list(SIZE.iter_unpack(answer[COUNT.size :])) == [(200, 300), (300, 200)]


def test_pages_are_drawn_as_ordered(pdf):
    _, lying, standing = asked(pdf, (1, 2.0, 0, 1), (0, 0.5, 0, 1))
    assert HEAD.unpack(lying[: HEAD.size])[:2] == (600, 400)
    assert HEAD.unpack(standing[: HEAD.size])[:2] == (100, 150)


def test_a_picture_comes_with_the_text_of_its_page(pdf):
    _, first = asked(pdf, (0, 1.0, 0, 1))
    width, height, text = HEAD.unpack(first[: HEAD.size])
    assert first[-text:].decode() == "First page, naïve"
    drawn = PdfDocument(pdf)[0].render(prefer_bgrx=True)
    assert first[HEAD.size : -text] == bytes(drawn.buffer)
    assert (width, height) == (drawn.width, drawn.height)


@pytest.mark.parametrize("strips", [2, 7, 300])
def test_strips_below_each_other_are_the_whole(pdf, strips):
    _, whole = asked(pdf, (0, 1.3, 0, 1))
    _, *parts = asked(pdf, *((0, 1.3, n, strips) for n in range(strips)))
    assert b"".join(map(pixels, parts)) == pixels(whole)


def pixels(answer):
    return answer[HEAD.size : -HEAD.unpack(answer[: HEAD.size])[2]]


@pytest.mark.parametrize("given", [b"", b"\0"])
def test_it_ends_quietly_when_nothing_is_asked(given):
    result = subprocess.run(draw_command(), input=given, capture_output=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
