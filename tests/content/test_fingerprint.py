"""What tells one state of the content from every other, and the review that names it."""

import shutil
from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.check import unfit
from rls_wizard.content.fingerprint import fingerprint
from rls_wizard.content.load import load_content
from rls_wizard.paths import own_content

TODAY = date(2026, 11, 22)
NONE = '[clinical_review]\nstate = "none"\n'


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(own_content(), tmp_path / "content")


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def reviewed(folder, digits, on="2026-11-20"):
    claimed = (
        f'state = "reviewed"\nwho = "A. Body, neurologist"\non = {on}\nfingerprint = "{digits}"'
    )
    edit(folder / "about.toml", NONE, f"[clinical_review]\n{claimed}\n")


def test_it_is_64_digits_in_groups(folder):
    groups = fingerprint(folder).split(" ")
    assert [len(group) for group in groups] == [8] * 8
    assert fingerprint(folder) == fingerprint(own_content())


def test_a_word_of_a_rule_changes_it(folder):
    before = fingerprint(folder)
    edit(folder / "rules" / "advice.toml", "bed", "cot")
    assert fingerprint(folder) != before


def test_a_word_of_the_standing_sentences_changes_it(folder):
    before = fingerprint(folder)
    edit(folder / "about.toml", "Not a diagnosis", "A diagnosis")
    assert fingerprint(folder) != before


def test_a_file_under_another_name_changes_it(folder):
    before = fingerprint(folder)
    (folder / "rules" / "urgency.toml").rename(folder / "rules" / "soon.toml")
    assert fingerprint(folder) != before


def test_line_ends_and_what_systems_leave_do_not_change_it(folder):
    before = fingerprint(folder)
    for file in folder.rglob("*.toml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (folder / "rules" / "._advice.toml").write_bytes(b"\0")
    (folder / ".editor").mkdir()
    (folder / ".editor" / "copy.toml").write_text("x = 1")
    assert fingerprint(folder) == before


def test_a_review_that_names_what_was_reviewed_is_told_with_who_and_when(folder):
    reviewed(folder, fingerprint(folder))
    assert unfit(folder, TODAY) == []
    about = load_content(folder, i18n.load("en")).about
    assert about.review == "reviewed by A. Body, neurologist on 20 November 2026"


def test_a_review_of_other_words_is_refused(folder):
    reviewed(folder, fingerprint(folder))
    edit(folder / "rules" / "advice.toml", "bed", "cot")
    (fault, *_) = unfit(folder, TODAY)
    assert "the content has changed since it was reviewed" in fault
    assert fingerprint(folder) in fault


def test_a_review_to_come_is_refused(folder):
    reviewed(folder, fingerprint(folder), on="2026-12-24")
    assert any("lies in the future" in fault for fault in unfit(folder, TODAY))


@pytest.mark.parametrize("written", ['state = "reviewed"', 'state = "none"\nwho = "A. Body"'])
def test_half_a_review_is_refused(folder, written):
    edit(folder / "about.toml", NONE, f"[clinical_review]\n{written}\n")
    (fault,) = unfit(folder, TODAY)
    assert "clinical_review" in fault
