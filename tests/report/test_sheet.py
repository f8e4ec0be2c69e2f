"""The sheet for clinicians: complete, in words, and about the very content that runs."""

import re
import shutil
import subprocess
import sys
import unicodedata

import pypdfium2
import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, assess_case, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.domain.condition import Condition
from rls_wizard.paths import own_content
from rls_wizard.report.build import build_paper
from rls_wizard.report.document import Heading, Link, Listing, Paragraph, Small, Table
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.sheet import build_sheet
from rls_wizard.report.sheet.in_words import InWords

ENGLISH = i18n.load("en")


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "rls_wizard", *arguments],
        check=False,
        capture_output=True,
        timeout=60,
        **options,
    )


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def squeezed(text):
    """Return a text without what a line's end on paper does to it."""
    return re.sub(r"\s+|\ufffe", "", unicodedata.normalize("NFKC", text))


def stands(text, paper):
    """Tell whether a text is on paper; the end of a page may divide it once."""
    text = squeezed(text)
    most = max(n for n in range(len(text) + 1) if text[:n] in paper)
    return text[most:] in paper


@pytest.fixture(scope="module")
def content():
    return load_content(own_content(), ENGLISH)


@pytest.fixture(scope="module")
def cases():
    return {case.name: case for case in read_cases(Reader(own_content(), ENGLISH))}


@pytest.fixture(scope="module")
def says(content):
    return InWords(content, ENGLISH)


@pytest.fixture(scope="module")
def document(content, cases):
    assessed = {name: assess_case(case, cases, content) for name, case in cases.items()}
    return build_sheet(content, assessed, ENGLISH)


@pytest.fixture(scope="module")
def printed():
    made = command("review", "-o", "-")
    assert made.returncode == 0, made.stderr
    return text_of(made.stdout)


@pytest.fixture(scope="module")
def on_paper(printed):
    return squeezed(printed)


def test_every_question_is_in_it(content, says, on_paper):
    for item in content.questionnaire.by_id.values():
        beside = any(i.about is item for i in content.questionnaire.by_id.values())
        wanted = [] if beside else [item.text, *(other.text for other in item.wording)]
        for text in filter(None, (*wanted, item.help, item.why)):
            assert stands(says.filled(text), on_paper), item.link_id


def test_every_rule_is_in_it_with_all_that_it_may_say(content, says, on_paper):
    rules = content.rules
    for rule in (*rules.sourced, *rules.urgency, *rules.stages):
        said = [
            rule.text,
            *(getattr(rule, field, None) for field in ("unsure", "avoid", "general")),
        ]
        said += [variant.text for variant in getattr(rule, "variants", ())]
        for text in filter(None, said):
            assert stands(says.filled(text), on_paper), rule.id


def test_every_finding_and_every_case_is_in_it(content, cases, on_paper):
    for meaning in content.rules.meanings.values():
        assert stands(meaning, on_paper)
    for name in cases:
        assert stands(name, on_paper)


def test_it_says_who_reviewed_and_leaves_room_for_a_pen(printed):
    cover = printed.split("Contents")[0]
    assert "not yet reviewed by a clinician" in cover
    for asked in ("Name", "Role", "Date", "Signature"):
        assert asked in cover


def words_of(block):
    """Yield the words of a block, without the small ones, which may be ids."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Listing():
            yield from block.points
        case Table():
            yield from block.head
            for row in block.rows:
                for cell in row.cells:
                    yield from words_in(cell)


def words_in(piece):
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, Link):
        yield piece.text
    elif not isinstance(piece, Small):
        for inner in piece:
            yield from words_in(inner)


def test_no_code_stands_in_a_sentence(content, document):
    items = content.questionnaire.by_id.values()
    options = {option.code for item in items for option in item.own_options}
    codes = {*content.questionnaire.by_id, *content.rules.meanings, *options}
    # Cases are named for the sign that they show.
    telling = {code for code in codes if re.search("[_.]", code) and not code.startswith("rf.")}
    for block in document.blocks:
        for words in words_of(block):
            assert not telling & set(re.findall(r"[\w.-]*\w", words)), words


def test_every_link_leads_somewhere(document):
    anchors = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    tables = [block for block in document.blocks if isinstance(block, Table)]
    anchors |= {row.anchor for table in tables for row in table.rows}

    def links(piece):
        if isinstance(piece, Link):
            yield piece.to
        elif isinstance(piece, tuple):
            for inner in piece:
                yield from links(inner)

    for table in tables:
        assert {to for row in table.rows for to in links(row.cells)} <= anchors


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"question": "conditions", "answer": "adhd"}, "ADHD"),
        ({"question": "age", "operator": ">=", "answer": 65}, "Age: 65 years or more"),
        ({"question": "age", "operator": "<", "answer": 18}, "Age: less than 18 years"),
        ({"question": "core.urge", "answer": "asked-unknown"}, "not sure"),
        ({"question": "age", "operator": "exists", "answer": False}, "Age: no clear answer"),
        ({"question": "rx_now", "operator": "!=", "answer": "yes"}, "anything but \u201cYes"),
        ({"question": "answered_by", "answer": "carer"}, "Answered by: a carer"),
        ({"question": "private_answers", "answer": "yes"}, "a private question was answered"),
        ({"finding": "numb_feet"}, "numb feet"),
        ({"finding": "numb_feet", "is": False}, "not: numb feet"),
        ({"finding": "rf.02"}, "warning sign: Sudden breathlessness"),
        ({"finding": "stage.worsening"}, "the result is: getting worse"),
        ({"finding": "flags.open"}, "a question on a warning sign is not answered yet"),
    ],
)
def test_conditions_are_said_in_words(says, condition, said):
    (piece,) = says.run([Condition.model_validate(condition)])
    assert said in (piece.text if isinstance(piece, Link) else piece)


def test_an_answer_that_must_be_clear_is_said_so(says):
    clear = Condition(question="age", operator="exists", answer=True)
    old = Condition(question="age", operator=">=", answer=65)
    assert says.run([clear, old]) == ("Age: 65 years or more (only if clear)",)


def test_several_findings_are_counted(content, says):
    (two,) = [f for f in content.rules.findings if f.id == "sedating_two"]
    said = "".join(words_in(says.alternative(two)))
    assert said.startswith("at least 2 of: a gabapentinoid; an opioid")


def test_one_entry_must_meet_all(content, says):
    (shop,) = [f for f in content.rules.findings if f.id == "med.opioid.shop"]
    said = "".join(words_in(says.alternative(shop)))
    assert said.startswith("one and the same entry of the list: Kind: Strong painkiller")
    assert said.endswith("; and From: Bought without a prescription")


def test_the_same_fingerprint_stands_everywhere(content, cases, printed):
    digits = content.fingerprint
    assert digits in printed
    assert f"fingerprint {digits}\n" in command("--version", text=True).stdout
    response = response_of(cases[SAMPLE], cases, content)
    paper = make_pdf(build_paper(content, response, response.answered_on), ENGLISH)
    for page in pypdfium2.PdfDocument(paper):
        foot = page.get_textpage().get_text_bounded()
        assert f"({digits.split()[0]})" in foot


def test_another_folder_is_told_and_one_with_a_fault_is_refused(tmp_path):
    folder = shutil.copytree(own_content(), tmp_path / "content")
    out = tmp_path / "review.pdf"
    assert command("--content", folder, "review", "-o", out).returncode == 0
    assert "This content is from another folder." in text_of(out.read_bytes())
    out.unlink()
    findings = folder / "rules" / "findings.toml"
    text = findings.read_text(encoding="utf-8")
    findings.write_text(text.replace('meaning = "lithium"\n', ""), encoding="utf-8")
    refused = command("--content", folder, "review", "-o", out, text=True)
    assert refused.returncode == 2
    (line,) = refused.stderr.splitlines()
    assert "'med.lithium' is not put in words" in line
    assert not out.exists()


def test_it_can_be_made_in_another_language():
    made = command("review", "--lang", "qps", "-o", "-")
    assert made.returncode == 0, made.stderr
    assert "[" in text_of(made.stdout)
