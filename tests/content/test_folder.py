"""A folder that was chosen at start is for people only if nothing is wrong in it."""

import os
import shutil
from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.check import check
from rls_wizard.content.error import ContentError
from rls_wizard.content.folder import chosen_content
from tests.content.conftest import CIRCLE, SILENT_RULE

TODAY = date(2026, 11, 22)
LATER = date(2027, 11, 23)
R, Q, C = "rules/rules.toml", "questionnaire/1.toml", "cases/cases.toml"


def choose(folder, today=TODAY):
    return chosen_content(str(folder), i18n.load("en"), today)


def refused(folder):
    with pytest.raises(ContentError) as caught:
        choose(folder)
    return caught.value.faults


def rewrite(name, old, new):
    def change(folder):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def latin_1(folder):
    (folder / R).write_bytes('text = "\u00e9"'.encode("latin-1"))


BROKEN = {
    "a missing file": (
        lambda f: (f / "about.toml").unlink(),
        "about.toml: cannot be read: ",
    ),
    "a missing part": (lambda f: shutil.rmtree(f / "cases"), "cases: cannot be read: "),
    "not TOML": (rewrite(R, "[[finding]]", "[[finding"), f"{R}: "),
    "not UTF-8": (latin_1, f"{R}: byte 8 is not UTF-8"),
    "an unknown field": (
        rewrite(Q, "required = true", "requierd = true"),
        "item 'leg' requierd: is not a field",
    ),
    "a rule without a source": (
        rewrite(R, 'source = ["S1"]\ngrade = "C"', 'grade = "C"'),
        "advice 'ADV-WALK': source: is missing",
    ),
    "a source that is not there": (
        rewrite(R, 'source = ["S1"]\ngrade = "C"', 'source = ["S9"]\ngrade = "C"'),
        f"{R}: advice 'ADV-WALK' names the source 'S9'",
    ),
    "a circle": (
        rewrite(R, "[[advice]]", CIRCLE + "[[advice]]"),
        f"{R}: finding 'a' goes in a circle",
    ),
    "a case that fails": (
        rewrite(C, 'red_flags = ["rf.01"]', "red_flags = []"),
        "red_flags is ['rf.01'], expected []",
    ),
    "a number nobody looks after": (
        rewrite("countries/all.toml", 'owner = "the test"\n', ""),
        "country 'other': owner: is missing",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_folder_is_refused_with_file_block_and_reason(folder, kind):
    break_it, message = BROKEN[kind]
    break_it(folder)
    assert message in "\n".join(refused(folder))


def test_a_broken_list_of_medicines_is_found_at_once(folder):
    question = """
[[item]]
link_id = "contains"
type = "choice"
options_from = "medicines"
text = "What is in it?"
"""
    file = folder / Q
    file.write_text(file.read_text(encoding="utf-8") + question, encoding="utf-8")
    (folder / "medicines.toml").write_text('[[medicine]]\nid = "x"\n', encoding="utf-8")
    found = refused(folder)
    assert any(f.startswith("medicines.toml") and "name: is missing" in f for f in found), found


def test_a_folder_that_is_none_is_refused_in_one_line(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for name, reason in (
        ("nowhere", "there is no such folder"),
        ("empty", "the folder is empty"),
        ("file", "this is a file, not a folder"),
    ):
        assert refused(tmp_path / name) == [f"{tmp_path / name}: {reason}"]
    assert refused("") == ["'': there is no such folder"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_refused(folder):
    folder.chmod(0)
    assert refused(folder) == [f"{folder}: cannot be read: Permission denied"]
    folder.chmod(0o700)


def test_what_a_system_leaves_in_a_folder_is_no_fault(folder):
    for name in (".DS_Store", "._rules.toml"):
        (folder / "rules" / name).write_bytes(b"\0\xff")
    assert choose(folder).folder == str(folder)


def test_a_sound_folder_is_used_and_remembered(folder, content):
    assert choose(folder).folder == str(folder)
    assert content.folder == ""


def test_a_rule_that_no_case_shows_is_told_to_the_editor_but_kept_from_nobody(folder):
    rewrite(R, "[[advice]]", SILENT_RULE + "[[advice]]")(folder)
    assert choose(folder).folder
    unshown, unnamed = check(folder, TODAY)
    assert "'CAU-X' (block 2): no case fires it" in unshown
    assert "'CAU-X': no hazard names it" in unnamed


def test_what_is_past_its_review_is_told_to_the_editor_but_kept_from_nobody(folder):
    rewrite(R, 'grade = "C"', 'grade = "C"\nnext_review = 2026-12-01')(folder)
    assert check(folder, TODAY) == []
    rule = "rules/rules.toml: advice 'ADV-WALK': next_review has passed: 2026-12-01"
    (told,) = check(folder, date(2026, 12, 2))
    assert told.startswith(rule)
    assert choose(folder, LATER).folder
    whole, *others = check(folder, LATER)
    assert whole == "about.toml: next_review has passed: 2027-11-22; look at all texts again"
    assert others[0].startswith(rule)
    assert others[1].startswith(
        "countries/all.toml: country 'other': next_review has passed: 2027-11-22"
    )
