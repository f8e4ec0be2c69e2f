"""What somebody hears who cannot see the paper, and what programs find in the file."""

import json
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageChops, ImageCms
from reportlab.platypus.doctemplate import PageBreak

from rls_wizard import i18n
from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.fonts import register
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.paragraphs import Label
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.sheet import Place, Sheet, printed
from rls_wizard.report.pdf.styles import NORMAL, WIDTH
from tests.paper import reading

ENGLISH = i18n.load("en")
HALF = WIDTH / 2
LONG = "It begins in the evening and goes on until four. " * 90


@pytest.fixture
def pen():
    register()
    return Pen(ENGLISH, NORMAL.answers)


def made(*story, **sheet):
    register()
    told = Sheet(title="Legs & <rest>", program="1", language="en", foot="foot", **sheet)
    return printed(list(story) or [Pen(ENGLISH, NORMAL.answers).write("A text.")], told, ENGLISH)


def tree(data):
    """Return the elements as nested lists: role, own text, and what is inside."""
    outline = []
    for role, depth, text, _ in reading.nodes(data):
        outline.append("  " * depth + f"{role} {text}".rstrip())
    return outline


def test_a_title_a_text_and_a_foot(pen):
    assert tree(made(pen.heading("Title", 1), pen.write("A text of two words."))) == [
        "Document", "  Sect", "    H1 Title", "    P A text of two words.",
    ]  # fmt: skip


def test_each_title_of_a_part_begins_a_part_and_no_level_is_left_out(pen):
    levels = [(1, "One"), (3, "deep"), (3, "deep too"), (1, "Two"), (2, "next"), (3, "below")]
    data = made(*(pen.heading(text, level) for level, text in levels))
    assert tree(data) == [
        "Document",
        "  Sect", "    H1 One", "    H2 deep", "    H3 deep too",
        "  Sect", "    H1 Two", "    H2 next", "    H3 below",
    ]  # fmt: skip
    listed = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(data).get_toc()]
    assert listed == [
        (0, "One"), (1, "deep"), (2, "deep too"), (0, "Two"), (1, "next"), (2, "below"),
    ]  # fmt: skip


def test_a_paragraph_that_a_pages_end_breaks_is_one(pen):
    data = made(pen.write("first"), pen.write(LONG * 2))
    assert len(reading.shown(data)) > 1
    assert tree(data) == ["Document", "  P first", f"  P {(LONG * 2).strip()}"]


def test_a_title_that_a_pages_end_breaks_is_one_and_listed_once(pen):
    title = f"Title {LONG * 2}".strip()
    data = made(pen.heading("Part", 1), pen.heading(title, 2))
    assert len(reading.shown(data)) > 1
    assert tree(data) == ["Document", "  Sect", "    H1 Part", f"    H2 {title}"]
    assert [mark.level for mark in pypdfium2.PdfDocument(data).get_toc()] == [0, 1]


def test_a_word_that_is_too_long_for_a_line_is_not_divided_when_heard(pen):
    for text in ("x" * 300, "Leg" * 900, f"see {'-' * 400} there"):
        for story in ([pen.write(text)], [pen.set(f"{pen.bold('Own words')} {text} ·")]):
            (_, heard) = reading.elements(made(*story))[-1]
            assert text in heard


def test_typed_lines_are_words_apart(pen):
    assert reading.heard(made(pen.write("one\ntwo\n\nthree"))).split() == ["one", "two", "three"]


def table(pen, rows, **look):
    cells = [tuple((pen.write(text),) for text in row) for row in rows]
    return Grid([Row(row) for row in cells], Look((HALF, HALF), kind=Kind.TABLE, **look))


def test_a_table_names_its_columns(pen):
    data = made(table(pen, [("Question", "Answer"), ("Age", "66")], repeat=True))
    assert tree(data) == [
        "Document", "  Table",
        "    TR", "      TH", "        P Question", "      TH", "        P Answer",
        "    TR", "      TD", "        P Age", "      TD", "        P 66",
    ]  # fmt: skip
    assert scopes(data) == ["Column", "Column"]


def test_a_table_may_name_its_rows(pen):
    data = made(table(pen, [("Age", "66"), ("Legs", "both")], named=True))
    assert scopes(data) == ["Row", "Row"]


def test_a_cell_that_takes_the_rest_of_a_row_says_so(pen):
    data = made(table(pen, [("all of it",), ("Age", "66")]))
    spans = [attributes.get("ColSpan") for *_, attributes in reading.nodes(data)]
    assert [span for span in spans if span] == [2]


def scopes(data):
    found = [attributes.get("Scope") for *_, attributes in reading.nodes(data)]
    return [scope for scope in found if scope]


def test_the_head_of_a_table_that_breaks_is_heard_once(pen):
    rows = [("Question", "Answer"), *((f"Number {n}", "yes") for n in range(120))]
    data = made(table(pen, rows, repeat=True))
    pages = reading.shown(data)
    assert len(pages) > 1
    assert all("Question" in page for page in pages)
    told = reading.elements(data)
    assert [role for role, _ in told].count("Table") == 1
    assert [text for _, text in told].count("Question") == 1
    assert [text for role, text in told if role == "P"][2::2] == [f"Number {n}" for n in range(120)]


@pytest.mark.parametrize("kind", Kind)
def test_a_row_that_a_pages_end_breaks_is_one_and_its_cells_are_heard_one_by_one(pen, kind):
    sides = "left", "right"
    head = Row(tuple((pen.write(side),) for side in sides))
    row = Row(tuple(tuple(pen.write(f"{side} {n} {LONG}") for n in range(3)) for side in sides))
    data = made(Grid([head, row], Look((HALF, HALF), kind=kind, repeat=kind is Kind.TABLE)))
    assert len(reading.shown(data)) > 1
    told = [text.split()[:2] for role, text in reading.elements(data) if role == "P"]
    assert told == [["left"], ["right"], *([side, str(n)] for side in sides for n in range(3))]
    assert reading.faults(data) == []


def test_a_list_has_its_dots_beside_what_they_stand_for(pen):
    rows = [Row(((), (Label("\u2022", NORMAL.answers.body),), (pen.write(text),))) for text in "ab"]
    data = made(Grid(rows, Look((0, 10, WIDTH - 10), gap=0, kind=Kind.LIST)))
    entries = [["    LI", "      Lbl \u2022", "      LBody", f"        P {text}"] for text in "ab"]
    assert tree(data) == ["Document", "  L", *entries[0], *entries[1]]


def test_points_are_a_list_over_a_pages_end_too(pen):
    texts = [f"{n} {LONG}".strip() for n in range(5)]
    data = made(Grid([Row((tuple(pen.points(texts)),))], Look((WIDTH,))))
    assert len(reading.shown(data)) > 1
    entries = [["    LI", "      Lbl \u2022", f"      LBody {text}"] for text in texts]
    assert tree(data) == ["Document", "  L", *(line for entry in entries for line in entry)]
    assert "".join(reading.shown(data)).count("\u2022") == len(texts)


class Bar(Figure):
    def __init__(self, alt):
        super().__init__()
        self.alt = alt

    def wrap(self, width, height):
        del width, height
        return 100, 10

    def draw(self):
        self.canv.rect(0, 0, 100, 10)
        self.canv.setFont("Paper", 8)
        self.canv.drawString(0, 0, "7")


def test_a_figure_tells_in_words_and_where_it_stands(pen):
    data = made(pen.write("above"), Bar("Bother: 7 of 10 \u2014 \u2713"))
    (_, figure) = [node for node in reading.nodes(data) if node[0] in {"P", "Figure"}]
    assert figure[0] == "Figure"
    left, bottom, right, top = (float(edge) for edge in figure[3]["BBox"])
    assert (right - left, top - bottom) == (100, 10)
    with Pdf.open(BytesIO(data)) as file:
        elements = [o for o in file.objects if isinstance(o, type(file.Root)) and "/Alt" in o]
        assert [str(element.Alt) for element in elements] == ["Bother: 7 of 10 \u2014 \u2713"]


def test_what_only_decorates_is_not_told(pen):
    assert tree(made(pen.write("above"), Bar(""))) == ["Document", "  P above"]


def test_a_link_is_told_with_its_words_wherever_it_breaks(pen):
    words = "a link of many words that does not fit into what is left of the line"
    text = pen.set(f'{"before " * 12}<a href="#there">{words}</a> between <a href="#there">x</a>')
    alone = pen.set('<a href="#there">alone</a>')
    data = made(text, alone, PageBreak(), Place("there"), pen.write("there"))
    links = [text.split() for role, text in reading.elements(data) if role == "Link"]
    assert links == [words.split(), ["x"], ["alone"]]
    with Pdf.open(BytesIO(data)) as file:
        spots = file.pages[0].Annots
        assert [str(spot.Contents) for spot in spots] == [words, words, "x", "alone"]
        assert file.pages[0].Tabs == Name.S
    assert reading.faults(data) == []


def test_a_link_in_a_head_that_stands_on_each_page_is_one(pen):
    linked = [pen.set(f'see <a href="#there">{n}</a>') for n in (1, 2)]
    rows = [Row(tuple((text,) for text in linked))]
    rows += [Row(((pen.write(f"{n}"),), (pen.write("yes"),))) for n in range(120)]
    data = made(Place("there"), Grid(rows, Look((HALF, HALF), kind=Kind.TABLE, repeat=True)))
    assert len(reading.shown(data)) > 1
    assert [role for role, _ in reading.elements(data)].count("Link") == len(linked)
    assert reading.faults(data) == []


def test_the_file_says_what_it_is_to_every_program():
    data = made()
    with Pdf.open(BytesIO(data)) as file:
        assert file.pdf_version == "1.7"
        assert file.Root.MarkInfo.Marked is True
        assert file.Root.Lang == "en"
        assert file.Root.ViewerPreferences.DisplayDocTitle is True
        with file.open_metadata() as told:
            assert told["dc:title"] == "Legs & <rest>"
            assert told["pdfuaid:part"] == "1"
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "B")
            assert told["dc:language"] == {"en"}
        assert "/Trans" not in file.pages[0]


def test_what_colours_mean_is_what_screens_take_them_for():
    with Pdf.open(BytesIO(made())) as file:
        (intent,) = file.Root.OutputIntents
        told = BytesIO(intent.DestOutputProfile.read_bytes())
    ours, screens = ImageCms.getOpenProfile(told), ImageCms.createProfile("sRGB")
    assert "use freely" in ours.profile.copyright
    inks = Image.new("RGB", (256, 1))
    inks.putdata([(n, 255 - n, n * 7 % 256) for n in range(256)])
    shown = ImageCms.profileToProfile(inks, ours, screens)
    assert max(high for _, high in ImageChops.difference(inks, shown).getextrema()) <= 1


def test_every_stream_ends_on_a_line_of_its_own():
    data = made()
    assert data.count(b"\nendstream\n") == data.count(b"endstream") > 0


def test_an_attachment_comes_back_byte_for_byte():
    answers = json.dumps({"own_words": "\U0001f600 \u05e9", "n": list(range(500))}).encode()
    data = made(answers=answers)
    assert reading.attachments(data) == {"answers.json": answers}
    with Pdf.open(BytesIO(data)) as file:
        (inner,) = file.Root.AF
        assert inner.AFRelationship == Name.Data
        assert inner.EF.F.Subtype == Name("/application/json")
        assert inner.EF.F.Params.Size == len(answers)
        assert "/ModDate" not in inner.EF.F.Params
    assert reading.faults(data) == []


def test_a_paper_without_answers_has_no_attachment():
    assert reading.attachments(made()) == {}


@pytest.mark.parametrize("width", range(90, 260, 10))
def test_a_number_to_call_is_never_broken(pen, width):
    text = pen.write("If you have dark thoughts, you are not alone: call 116 123, day or night.")
    text.wrap(width, 400)
    lines = [" ".join(words) for _, words in text.blPara.lines]
    assert any("116\u00a0123" in line for line in lines)
