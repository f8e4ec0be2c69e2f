"""A document in the browser: all is in it, links lead somewhere, nothing is fetched or runs."""

from html.parser import HTMLParser

import pytest

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
from rls_wizard.report.html import html

EMPTY_TAGS = {"meta", "col"}
DOCUMENT = Document(
    title="A <log> & more",
    foot="Version 1",
    blocks=(
        Heading("First"),
        Paragraph("Strong", strong=True),
        Paragraph("Quiet", quiet=True),
        Listing(("one", "below one", "two"), (0, 1, 0)),
        Heading("Second", anchor="second"),
        Heading("Below", level=2, anchor="below", mark="ID-1"),
        Blanks(("Name",), ("Agreed",)),
        Table((), (TableRow(("Cause", "A slip")),)),
        Table(
            ("Name", "What"),
            (
                TableRow(("a", ("text", Link("to below", "below"))), anchor="row-a"),
                TableRow((("b", Link("to a", "row-a")), "<script>alert(1)</script>")),
            ),
            shares=(1, 3),
        ),
    ),
)


class Reading(HTMLParser):
    """Gathers what a browser would: tags with what they stand in, text, anchors, links."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.text = [], [], [], [], {}

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in EMPTY_TAGS:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if data.strip():
            self.text.setdefault(self.open[-1], []).append(data.strip())


@pytest.fixture
def seen():
    reading = Reading()
    reading.feed(html(DOCUMENT, "en"))
    assert reading.open == []
    return reading


def test_every_word_is_there_as_text(seen):
    assert seen.text["title"] == ["A <log> & more"]
    assert seen.text["h1"] == ["A <log> & more"]
    assert seen.text["h2"] == ["First", "Second"]
    assert seen.text["h3"] == ["Below"]
    assert seen.text["small"] == ["ID-1"]
    assert {"Agreed", "Name"} <= set(seen.text["p"])
    assert seen.text["li"] == ["one", "below one", "two"]
    assert "<script>alert(1)</script>" in seen.text["td"]


def test_every_link_leads_somewhere_and_no_anchor_stands_twice(seen):
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert "#below" in seen.links
    assert "#second" in seen.links


def test_heads_of_tables_say_what_they_are_heads_of(seen):
    scopes = [attrs.get("scope") for tag, attrs in seen.tags if tag == "th"]
    assert scopes == ["row", "col", "col", "row", "row"]


def test_nothing_is_fetched_and_nothing_runs(seen):
    tags = {tag for tag, _ in seen.tags}
    assert not tags & {"script", "img", "link", "iframe", "object"}
    assert "http" not in html(DOCUMENT, "en")
    assert "url(" not in html(DOCUMENT, "en")


def test_the_language_is_told(seen):
    assert ("html", {"lang": "en"}) in seen.tags


def test_a_deep_list_is_closed():
    reading = Reading()
    reading.feed(html(Document("T", "F", (Listing(("a", "b", "c"), (0, 1, 1)),)), "en"))
    assert reading.open == []
    assert reading.text["li"] == ["a", "b", "c"]
