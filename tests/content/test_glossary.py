"""Hard words are explained where they stand, and an editor hears what is wrong with that."""

from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.check import check, faults, unfit
from rls_wizard.content.error import ContentError
from rls_wizard.content.load import load_content
from rls_wizard.domain.glossary import Glossary, Term
from rls_wizard.report.document import Table
from rls_wizard.report.sheet import build_sheet

TODAY = date(2026, 11, 22)
TERM = """
[[term]]
id = "{id}"
word = "{word}"
forms = [{forms}]
says = "{says}"
source = ["{source}"]
reviewed_on = {reviewed_on}
"""
SOUND = {
    "id": "legs", "word": "legs", "forms": "", "says": "What you walk on.",
    "source": "S", "reviewed_on": "2026-11-22",
}  # fmt: skip


@pytest.fixture
def write(folder):
    """Write a glossary of these terms, each but for the fields given as the sound one."""

    def terms(*changed):
        text = "".join(TERM.format(**SOUND | change) for change in changed)
        (folder / "glossary.toml").write_text(text, encoding="utf-8")
        return folder

    return terms


def used(content, *texts):
    return [term.word for term in content.glossary.used(texts)]


def test_a_folder_needs_no_glossary(folder):
    assert load_content(folder, i18n.load("en")).glossary.terms == ()


@pytest.fixture
def source(folder):
    return load_content(folder, i18n.load("en")).sources[0].id


@pytest.fixture
def word(folder):
    """A word that a text of the small folder has."""
    return load_content(folder, i18n.load("en")).questionnaire.asked[0].text.split()[-1].strip("?.")


def test_a_sound_glossary_has_no_fault(write, source, word):
    assert faults(write({"word": word, "source": source}), TODAY) == []


def test_what_is_wrong_is_said(write, source, word):
    def found(*changes):
        return faults(write(*({"word": word, "source": source} | c for c in changes)), TODAY)

    where = "glossary.toml: term 'legs'"
    assert found({"source": "NOBODY"}) == [
        f"{where} names the source 'NOBODY', which is not in sources.toml"
    ]
    assert found({}, {"word": "other"})[0] == (f"{where} is used 2 times; ids are never used again")
    assert found({}, {"id": "b", "word": "other", "forms": f'"{word.upper()}"'}) == [
        f"glossary.toml: term 'b' has the form {word.upper()!r}, as 'legs' has, too"
    ]
    assert found({"word": "xylophone"}) == [
        f"{where} explains 'xylophone', which no text has: take it out"
    ]
    assert found({"says": "Take 5 mg."}) == [f"{where} names a dose: '5 mg'"]
    assert found({"says": "Call {this}."}) == [
        f"{where} has {{this}} in its text, which nothing can fill"
    ]
    assert found({"reviewed_on": "2026-11-23"}) == [
        f"{where}: reviewed_on is in the future: 2026-11-23"
    ]
    assert found({"says": ""}) == ["glossary.toml term 'legs': says: is empty"]


def test_a_word_that_no_text_has_keeps_nothing_from_people(write, source):
    assert unfit(write({"word": "xylophone", "source": source}), TODAY) == []


def test_a_word_is_found_as_a_whole_in_any_case(content):
    assert used(content, "Ferritin, and the STATINS.") == ["ferritin", "statin"]
    assert used(content, "The patient is static.") == []


def test_the_longer_word_is_the_one_that_is_meant(content):
    assert used(content, "A blood clot") == ["blood clot"]
    assert used(content, "CBT for insomnia") == ["CBT", "insomnia"]


@pytest.mark.parametrize("words", [("blood", "blood clot"), ("blood clot", "blood")])
def test_in_whatever_order_they_stand_the_longer_word_is_meant(words):
    more = {"says": "S", "source": ["S"], "reviewed_on": TODAY}
    terms = [Term(id=f"t{n}", word=word, **more) for n, word in enumerate(words)]
    found = Glossary(terms=terms).used(["A blood clot. Blood."])
    assert [term.word for term in found] == ["blood clot", "blood"]


def test_a_word_of_every_page_is_not_explained_beside_texts(content):
    assert used(content, "Ask your clinician.") == ["clinician"]
    assert content.glossary.beside(["Ask your clinician."]) == ()


def test_words_are_read_when_first_asked_for(write, source):
    content = load_content(write({"source": source, "says": ""}), i18n.load("en"))
    with pytest.raises(ContentError, match="says: is empty"):
        content.glossary  # noqa: B018 - asking is what is tried


def test_the_review_sheet_has_every_word(content):
    sheet = build_sheet(content, {}, i18n.load("en"))
    cells = {row.cells[0][0] for b in sheet.blocks if isinstance(b, Table) for row in b.rows}
    assert {term.word for term in content.glossary.terms} <= cells


def test_a_word_past_its_review_is_told_to_the_editor(write, source, word):
    folder = write(
        {"word": word, "source": source, "reviewed_on": "2026-01-01\nnext_review = 2026-06-01"}
    )
    (told,) = check(folder, TODAY)
    assert "term 'legs': next_review has passed: 2026-06-01" in told
