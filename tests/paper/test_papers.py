"""Real papers, as checkers, a screen reader and other programs find them; `make paper` has all."""

import json
import os
import subprocess
import sys

import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, response_of
from rls_wizard.handover.answer_file import write
from rls_wizard.report.pdf.document import make_document
from tests.paper import odd, papers, reading
from tests.report.test_document import SAMPLE as DOCUMENT

VARIED = ("P03", "P06", "P08", "P09", "P10", "P16", "P20")


@pytest.fixture(scope="module")
def visits(content, cases):
    named = {name.split(":")[0]: case for name, case in cases.items()}
    return {name: response_of(named[name], cases, content) for name in (SAMPLE, *VARIED)}


@pytest.mark.parametrize("name", VARIED)
def test_a_paper_is_for_everybody(content, visits, name):
    assert papers.wrong(papers.paper(content, visits[name])) == {}


def test_a_paper_in_large_print_is_for_everybody(content, visits):
    assert papers.wrong(papers.paper(content, visits[SAMPLE], large=True)) == {}


def test_a_paper_in_another_language_is_for_everybody(content, visits):
    assert papers.wrong(papers.paper(content, visits[SAMPLE], language=i18n.PSEUDO)) == {}


LONG_LIST = 2172
"""Somebody whose table of medicines goes on over pages, with its head again on each."""


@pytest.mark.parametrize("seed", [*range(4), LONG_LIST])
def test_no_words_of_a_person_break_the_paper(content, seed):
    (response,) = odd.people(content, seed, 1)
    made = papers.paper(content, response)
    assert papers.wrong(made) == {}
    assert papers.paper(content, response) == made


def test_a_document_is_for_everybody():
    assert reading.faults(make_document(DOCUMENT, i18n.load("en"))) == []


def test_every_process_makes_the_same_bytes(visits):
    answers = write(visits[SAMPLE])
    assert summary(answers, PYTHONHASHSEED="1") == summary(answers, PYTHONHASHSEED="2")


def test_what_may_not_be_on_paper_is_not_in_it_either(visits):
    told = visits[SAMPLE].record("mood", "low")
    for permission, carried in (("yes", "low"), ("no", {"absent": "asked-declined"})):
        data = summary(write(told.record("paper.private", permission)))
        ((name, file),) = reading.attachments(data).items()
        assert name == "answers.json"
        assert json.loads(file)["answers"]["mood"] == carried


def summary(answers, **environment):
    """Return what the command makes of an answer file."""
    return subprocess.run(
        [sys.executable, "-m", "rls_wizard", "summary", "-", "-o", "-"],
        input=answers,
        env=os.environ | environment,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
