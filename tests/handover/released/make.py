"""Writes what a commit's program hands over, by that program itself.

    git worktree add /tmp/old COMMIT && cd /tmp/old
    PYTHONPATH=. python .../tests/handover/released/make.py .../tests/handover/released/NAME

A new format, or new content, gets a folder of its own before it is released; none is ever changed.
All invented people of that commit are rolled into one, who gave nearly every answer there was.
"""

import json
import sys
from datetime import date
from pathlib import Path

from rls_wizard import i18n
from rls_wizard.content.cases import CASE_DAY, SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.domain.response import Response
from rls_wizard.handover.answer_file import write
from rls_wizard.paths import resources

try:
    from rls_wizard.handover.code import decode
    from rls_wizard.handover.memory import memory
    from rls_wizard.report.build import build_paper
    from rls_wizard.report.pdf import make_pdf
except ImportError:  # before there was a code on the paper
    memory = None

TODAY = date(2026, 11, 22)


def everybody(cases, content):
    """Return one person with the answers of all, and a sign that was taken back."""
    answers = {}
    for case in cases.values():
        answers |= response_of(case, cases, content).answers
    response = Response(answered_on=CASE_DAY, answers=answers | {"paper.private": "yes"})
    if hasattr(response, "take_back"):
        response = response.record("rf.01", "no").take_back("rf.01")
    return response


def on_paper(content, response, words):
    """Return the PDF, the digits of its code, and what both hold; nothing before there were any."""
    if memory is None:
        return {}, {}
    carried = memory(content, response)
    pdf = make_pdf(build_paper(content, response, TODAY), words, carried)
    held = {
        "summary.pdf": json.loads(carried.answers)["answers"],
        "code.txt": decode(carried.digits, content.codebook).file["answers"],
    }
    return {"summary.pdf": pdf, "code.txt": carried.digits.encode() + b"\n"}, held


def make(out):
    """Write the answer file and what a paper carries, and beside them the answers they hold."""
    root, words = resources() / "content", i18n.load("en")
    content = load_content(root, words)
    cases = {case.name: case for case in read_cases(Reader(root, words))}
    raw = write(everybody(cases, content))
    response = response_of(cases[SAMPLE], cases, content)
    files, held = on_paper(content, response.record("paper.private", "yes"), words)
    held |= {"answers.json": json.loads(raw)["answers"]}
    files |= {"answers.json": raw, "held.json": json.dumps(held, indent=1).encode() + b"\n"}
    out.mkdir()
    for name, data in files.items():
        (out / name).write_bytes(data)


make(Path(sys.argv[1]))
