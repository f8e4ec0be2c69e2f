"""An earlier summary, as somebody may bring it: ours, another's, damaged, or made to do harm."""

from datetime import date

import pikepdf
import pytest

from rls_wizard import i18n
from rls_wizard.handover.answer_file import write
from rls_wizard.handover.earlier import Earlier, EarlierError, pack, unpack
from rls_wizard.handover.earlier.pdf import LARGEST, from_pdf
from tests.handover.carrier import pdf_with, pdf_with_others

TODAY = date(2026, 11, 22)
WORDS = i18n.load("en")


@pytest.fixture
def read(content):
    return lambda data: from_pdf(data, content, TODAY, WORDS)


@pytest.fixture
def answers(visit, content):
    return write(visit(content_version=content.about.version))


def test_the_answers_come_back(read, answers, visit, content):
    expected = Earlier(visit(content_version=content.about.version))
    assert read(pdf_with(answers)) == expected
    assert read(pdf_with_others(answers)) == expected


def test_what_the_child_prints_is_read_by_the_window(visit, content):
    earlier = Earlier(visit(), ("One thing.", "Another."))
    assert unpack(pack(earlier), content, TODAY) == earlier


LOCKED = pikepdf.Encryption(owner="o", user="u")
OPENS_ALONE = pikepdf.Encryption(owner="o", user="")
REFUSED = {
    "no PDF": (lambda answers: answers, "no PDF"),
    "nothing": (lambda answers: b"", "no PDF"),
    "too large": (lambda answers: b"%PDF-1.7" + b" " * LARGEST, "too large"),
    "cut": (lambda answers: pdf_with(answers)[:300], "damaged"),
    "nothing attached": (lambda answers: pdf_with(), "no answers in this PDF"),
    "two visits": (lambda answers: pdf_with(answers, answers), "several visits"),
    "a password": (lambda answers: pdf_with(answers, encryption=LOCKED), "password"),
    "a lock": (lambda answers: pdf_with(answers, encryption=OPENS_ALONE), "password"),
    "an empty attachment": (lambda answers: pdf_with(b""), "damaged"),
    "no answer file": (lambda answers: pdf_with(b"[]"), "damaged"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_a_reason_and_what_to_do(read, answers, what):
    make, reason = REFUSED[what]
    with pytest.raises(EarlierError, match=reason) as caught:
        read(make(answers))
    assert "\n" not in str(caught.value)
    assert "hoose" in str(caught.value) or "Try another copy" in str(caught.value)
