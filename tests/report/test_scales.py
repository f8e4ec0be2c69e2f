"""Scales and clock, read back from pixels: a mark is where the number is, and nothing judges it."""

from io import BytesIO
from math import atan2, degrees, hypot

import pypdfium2
import pytest

from rls_wizard.i18n import load
from rls_wizard.report.model import Measure, Section
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.pdf.canvas import TaggedCanvas
from rls_wizard.report.pdf.clock import RADIUS, Clock
from rls_wizard.report.pdf.fonts import register
from rls_wizard.report.pdf.scales import Scale
from tests.report.reports import answer, ordinary

ENGLISH = load("en")
LEFT, BOTTOM, PAGE = 50, 50, 300
ZOOM = 8
DARK = 0x30
"""Darker than ticks and lines, which are grey."""
HOURS = tuple(f"{n}:00" for n in range(24))


def marked(figure, width=200):
    """Return the points of a figure that are as dark as its mark, from its lower left corner."""
    register()
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(PAGE, PAGE))
    figure.wrap(width, 0)
    canvas.tags.begin_part()
    figure.drawOn(canvas, LEFT, BOTTOM)
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    image = document[0].render(scale=ZOOM).to_pil().convert("L")
    document.close()
    data = image.tobytes()
    spots = (n for n, shade in enumerate(data) if shade < DARK)
    return [(n % image.width / ZOOM - LEFT, PAGE - n // image.width / ZOOM - BOTTOM) for n in spots]


def measure(value, most=10, **more):
    return Measure("bother", "Bother", str(value), value=value, most=most, **more)


@pytest.mark.parametrize(("value", "most"), [(0, 10), (3, 10), (10, 10), (0, 7), (5, 7), (7, 7)])
def test_a_mark_is_where_the_number_is(value, most):
    spots = marked(Scale(measure(value, most), ENGLISH, 12))
    middle = sum(x for x, _ in spots) / len(spots)
    ends = [
        sum(x for x, _ in found) / len(found)
        for found in (marked(Scale(measure(end, most), ENGLISH, 12)) for end in (0, most))
    ]
    assert middle == pytest.approx(ends[0] + (ends[1] - ends[0]) * value / most, abs=0.2)
    assert ends[1] - ends[0] > 150


@pytest.mark.parametrize("hour", [0, 3, 6, 13, 22])
def test_the_clock_fills_the_told_hour_and_no_other(hour):
    clock = Clock(measure(hour, 0, hours=HOURS), ENGLISH)
    width, height = clock.wrap(0, 0)
    spots = [(x - width / 2, y - height / 2) for x, y in marked(clock)]
    # From midnight at the top, with the clock; measured from the told hour, to be clear of 24.
    turned = [(degrees(atan2(x, y)) - hour * 15 + 180) % 360 - 180 for x, y in spots]
    assert min(turned) == pytest.approx(-7.5, abs=1)
    assert max(turned) == pytest.approx(7.5, abs=1)
    assert max(hypot(*spot) for spot in spots) == pytest.approx(RADIUS, abs=0.5)


def test_figures_say_the_same_in_words():
    assert Scale(measure(7), ENGLISH, 12).alt == "7 on a scale from 0 to 10"
    hour = measure(22, 0, hours=HOURS)._replace(answer="10 pm")
    assert Clock(hour, ENGLISH).alt == "A clock of 24 hours, filled in at 10 pm"


NUMBERS = (
    Measure("days_per_week", "Days a week", "5", value=5, most=7),
    Measure("bother", "Bother, 0 to 10", "not sure", most=10),
    Measure("start_hour", "Usual start", "10 pm", value=22, hours=HOURS),
    Measure("trend_3m", "Over 3 months", "About the same"),
)
STRENGTH = Section("How strong", (answer("Days a week", "5"),), scales=True)


def printed(**changes):
    """Return the words of the section with the numbers."""
    report = ordinary(**{"clinician": (STRENGTH,), "numbers": NUMBERS} | changes)
    document = pypdfium2.PdfDocument(make_pdf(report, ENGLISH))
    reader = document[0].get_textpage()
    text = " ".join(reader.get_text_range().split())
    reader.close()
    document.close()
    return text[text.index("How strong") : text.index("Part shown")]


def test_what_is_no_number_is_in_words_and_has_no_scale():
    text = printed()
    assert "Days a week 5 0 7" in text
    assert "Bother, 0 to 10 not sure Usual start 10 pm" in text
    assert "Over 3 months About the same" in text


def test_no_word_says_what_is_much():
    text = printed().lower()
    judging = ("mild", "moderate", "severe", "low", "high", "normal", "average", "score", "band")
    assert [word for word in judging if word in text.split()] == []


def test_an_earlier_visit_stands_beside_this_one_as_it_was_told():
    then = ("3", "6", "9 pm", "Better")
    numbers = tuple(m._replace(then=t) for m, t in zip(NUMBERS, then, strict=True))
    part = printed(numbers=numbers, then_on="3 May 2026")
    words = "How strong 22 November 2026 3 May 2026 Days a week 5 3 0 7 Bother, 0 to 10 not sure 6"
    assert part.startswith(words)
    assert "Usual start 10 pm 9 pm Over 3 months About the same Better" in part
    compared = ("higher", "lower", "more", "less", "difference", "improved", "since")
    assert [word for word in compared if word in part.lower().split()] == []
    assert not set("↑↓→+%") & set(part)


def test_long_words_leave_room_for_the_scales():
    long = tuple(m._replace(question="How " * 30, then="not answered " * 3) for m in NUMBERS)
    assert "How How" in printed(numbers=long, then_on="3 May 2026")
