"""The safety case: every link leads somewhere, every rule is traced, and it can be read."""

import subprocess
import sys
from dataclasses import replace
from os import environ
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from safety.guards import lost, naming
from safety.links import trace
from safety.matrix import traced_both_ways
from safety.soup import FILE, Package, gaps, locked, packages
from safety.write import write

from rls_wizard import i18n
from rls_wizard.content.hazards import read_hazards
from rls_wizard.content.reader import Reader
from rls_wizard.paths import resources

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("hazard-log", "trace-matrix")


@pytest.fixture(scope="module")
def found():
    return trace(resources() / "content")


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    out = tmp_path_factory.mktemp("safety")
    write(found, out)
    return out


def hazards():
    log = read_hazards(Reader(resources() / "content", i18n.load("en")))
    return {hazard.id: hazard for hazard in log.hazards}


@pytest.mark.parametrize("name", hazards())
def test_every_test_that_a_hazard_names_is_there(name):
    assert lost(hazards()[name].tests) == []


def test_every_screen_that_a_hazard_names_is_there(found):
    for screen in found.log.screens:
        assert (ROOT / "rls_wizard" / screen.module).is_file(), screen.id


def test_every_screen_is_named_by_a_hazard(found):
    named = {name for hazard in found.log.hazards for name in hazard.screens}
    assert {screen.id for screen in found.log.screens} <= named


def test_every_rule_is_traced_both_ways(found):
    assert traced_both_ways(found) == f"100.0% of {len(found.lines)} rules are traced both ways"
    for line in found.lines:
        assert line.cases, line.id
        assert line.hazards, line.id
        assert line.sources or not line.needs_a_source, line.id


def test_a_test_or_screen_that_is_gone_is_a_gap(found, tmp_path):
    gone = trace(resources() / "content", tmp_path).gaps
    assert f"no such test: {next(iter(hazards().values())).tests[0]}" in gone
    assert "no such screen: ui/urgent_page.py (urgent-page)" in gone


@pytest.mark.parametrize("what", ["sources", "cases", "hazards"])
def test_a_rule_without_a_link_is_a_gap(found, what):
    first, *others = found.lines
    torn = replace(found, lines=(replace(first, **{what: ()}), *others))
    assert f"{first.id}: no {what.removesuffix('s')}" in torn.gaps
    assert not traced_both_ways(torn).startswith("100")


def test_a_test_is_looked_for_by_its_function(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_a.py").write_text('def test_one():\n    assert "rf.01"\n')
    names = ["tests/test_a.py::test_one", "tests/test_a.py::test_two", "tests/test_b.py::test_one"]
    assert lost(names, tmp_path) == names[1:]
    assert naming(["rf.01", "rf.0"], tmp_path) == {"rf.01": ("tests/test_a.py",), "rf.0": ()}


def test_every_package_has_its_entry_and_every_entry_its_package():
    assert gaps(packages(), locked(), set(hazards())) == []


def test_a_package_without_an_entry_is_named():
    entry = Package(name="old", purpose="P", failure="F", hazards=("H0",), known="K")
    assert gaps((entry,), {"new": "1"}, {"H1"}) == [
        "new: in the lock, not in soup.toml",
        "old: in soup.toml, not in the lock",
        "old names the hazard H0, which is not there",
    ]


def test_versions_are_not_written_twice():
    assert not [v for v in locked().values() if v in FILE.read_text(encoding="utf-8")]


def test_every_package_states_its_licence():
    assert all(package.licence for package in packages())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_hazard_is_in_every_document(written, document):
    text = (written / f"{document}.html").read_text(encoding="utf-8")
    for hazard in hazards().values():
        assert f'id="hazard-{hazard.id}"' in text
        assert hazard.title in text


def test_the_log_says_what_the_program_is_not_and_who_answers_for_it(written):
    text = (written / "hazard-log.html").read_text(encoding="utf-8")
    assert "It is not for diagnosis or monitoring" in text
    assert "Clinical safety officer: not yet named" in text
    assert "not yet reviewed by a clinician" in text


def test_the_matrix_names_every_rule(written, found):
    text = (written / "trace-matrix.html").read_text(encoding="utf-8")
    for line in found.lines:
        assert f'id="rule-{line.id}"' in text


def test_it_is_written_from_the_command_line(tmp_path, found):
    env = environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}"}
    command = [sys.executable, "-m", "safety.write", str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    assert done.returncode == bool(found.gaps), done.stderr
    assert traced_both_ways(found) in done.stdout
    names = {f"{document}.{kind}" for document in DOCUMENTS for kind in ("html", "pdf")}
    assert {file.name for file in tmp_path.iterdir()} == names


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paper_names_every_hazard(written, document):
    with PdfDocument(written / f"{document}.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    words = " ".join(text.split())
    for hazard in hazards().values():
        assert hazard.title in words
    assert "Safety officer: not yet named" in words
