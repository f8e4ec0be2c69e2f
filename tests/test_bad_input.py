"""Odd answers, broken content and any person: a right result or a plain refusal, never a fault."""

import json
import random
import re
import shutil
from datetime import date

import pypdfium2
import pytest

from rls_wizard import i18n
from rls_wizard.content.check import check
from rls_wizard.content.medicines import Finder
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.timeline import VISIT, timeline
from rls_wizard.handover.answer_file import AnswerFileError, read, write
from rls_wizard.paths import resources
from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.plain import assessment
from tests import people
from tests.content.conftest import FILES

TODAY = date(2026, 11, 22)
HIDDEN = {"id", "link_id", "language", "stage", "urgency"}
CODE = re.compile(
    r"[{}]|\b[a-z]+_[a-z]\w*|\b(19|20)\d\d-\d\d\b|\basked-|\bAbsent\b|\bNone\b(?!,| of)"
)
DOI = re.compile(r"doi:\S+")

ODD = [
    None, True, False, 0, -1, 0.18, 7, 20_000, 10**30, 1e308, 5e-324, -0.0, "", " ", "yes", "no",
    "NaN", "x" * 100, "x" * 2001, "\0", "\x1b[31m", "\u202eabc", "\u05e9\u05dc\u05d5\u05dd",
    "\U0001f469\u200d\U0001f467", "\ud800", "\uffff", "a\nb", "<b>&</b>", "{country.urgent}", "%s",
    "2019", "0000", "2099", "2026-11", "2026-11-23", "2020-02-29", [], [[]], [{}], [None], ["yes"],
    ["none"], ["diphenhydramine"], {}, {"a": 1}, {"absent": "asked-unknown"}, {"absent": []},
    {"absent": "on-paper"}, [{}] * 101,
]  # fmt: skip


def texts(thing):
    """Yield every text of a report that is to be read."""
    if isinstance(thing, str):
        yield DOI.sub("", thing)
    elif isinstance(thing, tuple):
        named = getattr(thing, "_fields", ("",) * len(thing))
        for name, part in zip(named, thing, strict=True):
            if name not in HIDDEN:
                yield from texts(part)


def everybody(number):
    """Return so many people of each kind."""
    return [people.response(kind(seed)) for kind in people.KINDS for seed in range(number)]


# Answers -----------------------------------------------------------------------------------------


class Prankster:
    """Puts odd values into the answers of somebody."""

    def __init__(self, seed, items):
        self._dice = random.Random(seed)
        self._items = items

    def changed(self, answers):
        odd = {item.link_id: self._value(item) for item in self._dice.sample(self._items, 2)}
        return answers | odd

    def _value(self, item):
        if self._dice.random() < 0.3:
            return self._dice.choice(ODD)
        if item.type is ItemType.GROUP:
            rows = range(self._dice.choice([0, 1, 2, 30]))
            return [{child.link_id: self._value(child) for child in item.items} for _ in rows]
        if item.type is ItemType.CHOICE:
            codes = [option.code for option in item.options]
            several = self._dice.sample(codes, self._dice.randint(1, len(codes)))
            return several if item.repeats else several[0]
        if item.type in {ItemType.INTEGER, ItemType.DECIMAL}:
            return self._dice.randint(item.minimum, item.maximum)
        kinds = {ItemType.DATE: ("2019", "2026-03"), ItemType.TEXT: ("x", "\u202e{0}\x07")}
        return self._dice.choice(kinds[item.type])


def test_odd_answers_are_refused_in_one_line_or_come_to_the_paper(content):
    prankster = Prankster(1, list(content.questionnaire.asked))
    catalogue = i18n.load("en")
    papers = []
    for response in everybody(15):
        answers = json.loads(write(response))["answers"]
        raw = json.dumps({"format": 1, "answers": prankster.changed(answers)}).encode()
        refused, odd = taken(raw, content)
        assert len(refused.splitlines()) == (odd is None)
        if odd is None:
            continue
        assert read(write(odd), content, TODAY) == odd
        json.dumps(assessment(content, assess(content, odd)), ensure_ascii=False).encode()
        build_report(content, odd, TODAY)
        papers.append(build_paper(content, odd, TODAY))
    assert len(papers) > 15
    for paper in papers[::10]:
        make_pdf(paper, catalogue)


def taken(raw, content):
    """Return why an answer file is refused, empty if it is not, and the response."""
    try:
        return "", read(raw, content, TODAY)
    except AnswerFileError as error:
        return str(error), None


# People ------------------------------------------------------------------------------------------


def test_no_text_shows_a_code(content):
    for response in everybody(12):
        for report in (build_report, build_paper):
            shown = [text for text in texts(report(content, response, TODAY)) if CODE.search(text)]
            assert shown == []


def test_what_is_left_out_is_nowhere_told_as_advice(content):
    for response in everybody(12):
        gone = {c.rule.id for c in assess(content, response).left_out}
        for build in (build_report, build_paper):
            report = build(content, response, TODAY)
            told = {line.id for line in report.advice + report.questions + report.knowledge}
            assert not told & gone


def test_a_private_answer_that_may_not_be_told_is_nowhere_on_paper(content):
    private = [item for item in content.questionnaire.asked if item.private]
    for response in everybody(12):
        answers = dict(response.answers) | {"paper.private": "no"}
        answers |= {item.link_id: "canary" for item in private if item.type is ItemType.TEXT}
        answers |= {item.link_id: "yes" for item in private if item.option("yes")}
        told = build_paper(content, response.model_copy(update={"answers": answers}), TODAY)
        assert "canary" not in " ".join(texts(told))
        known = {"not answered", content.about.answers["asked-declined"]}
        sections = [answer for section in told.answers for answer in section.answers]
        for line in told.flags + told.parts + told.cautions + told.advice + told.left_out:
            sections += line.because
        names = {item.link_id for item in private}
        assert {answer.answer for answer in sections if answer.link_id in names} <= known


def test_dates_stand_in_order_and_the_visit_last(content):
    for response in everybody(12):
        facts = content.logic(response).facts
        events = timeline(content.questionnaire, facts, response.answered_on)
        assert [event.begins for event in events] == sorted(event.begins for event in events)
        assert [event.link_id for event in events].index(VISIT) == len(events) - 1 if events else 1


def test_paper_names_every_flag_and_caution(content):
    catalogue = i18n.load("en")
    for response in everybody(3):
        paper = build_paper(content, response, TODAY)
        document = pypdfium2.PdfDocument(make_pdf(paper, catalogue))
        readers = [page.get_textpage() for page in document]
        printed = squeezed("".join(reader.get_text_range() for reader in readers))
        for reader in readers:
            reader.close()
        document.close()
        # An urgent paper asks for one thing only.
        told = paper.flags if paper.urgent else paper.flags + paper.cautions
        assert [line.title for line in told if squeezed(line.title) not in printed] == []


def squeezed(text):
    """Lines break where they must, also behind a hyphen."""
    return re.sub(r"[\s\u00ad-]+", "", text)


# Names -------------------------------------------------------------------------------------------


def test_whatever_is_typed_as_a_name_the_finder_answers(content):
    finder = Finder(content.medicines)
    names = [medicine.name for medicine in content.medicines.medicines]
    dice = random.Random(1)
    for number in range(600):
        typed = [
            "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randint(1, 30))),
            " ".join(dice.choices(names, k=dice.randint(1, 12))),
            "".join(dice.choices("aeioprstlnmd -'", k=dice.randint(1, 60))),
        ][number % 3]
        assert len(finder.find(typed, "gb", most=5)) <= 5


# Content -----------------------------------------------------------------------------------------


def broken(text, dice):
    """Return a file as it may look after a slip: a line or a sign gone, a value moved, cut off."""
    lines = text.splitlines()
    match dice.choice(["line", "lines", "sign", "end", "value"]):
        case "line":
            del lines[dice.randrange(len(lines))]
        case "lines":
            first = dice.randrange(len(lines))
            del lines[first : first + dice.randint(2, 9)]
        case "sign":
            at = dice.randrange(len(text))
            return text[:at] + dice.choice("\"'[]{}=#.\\\n\0x ") + text[at + 1 :]
        case "end":
            return text[: dice.randrange(len(text))]
        case "value":
            values = list(re.finditer(r"= (.+)", text))
            old, new = dice.choice(values), dice.choice(values)
            return text[: old.start(1)] + new.group(1) + text[old.end(1) :]
    return "\n".join(lines)


def small_content(folder):
    """Write content that has one block of a few kinds."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def shipped_content(folder):
    """Write the content that is shipped."""
    shutil.copytree(resources() / "content", folder)


@pytest.mark.parametrize(("put", "slips"), [(small_content, 200), (shipped_content, 2)])
def test_a_slip_in_the_content_is_told_in_words(tmp_path, put, slips):
    folder, dice = tmp_path / "content", random.Random(slips)
    put(folder)
    files = sorted(folder.rglob("*.toml"))
    for _ in range(slips):
        file = dice.choice(files)
        sound = file.read_text(encoding="utf-8")
        file.write_text(broken(sound, dice), encoding="utf-8")
        for fault in check(folder, TODAY):
            assert len(fault.splitlines()) == 1
            assert not re.search(r"Traceback|Error\b|object at|datetime\.", fault)
        file.write_text(sound, encoding="utf-8")
