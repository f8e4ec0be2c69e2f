"""What must not be released is not: each thing that speaks against it is found by itself."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from installers import ready
from installers.about import PACKAGING, ROOT, VERSION

MAKER = """
name = "A practice"
contact = "it@practice.nhs.uk"
home = "https://practice.nhs.uk/rls"
source = "https://practice.nhs.uk/rls/source"
signed_by = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
"""
PIN = f'[release]\nurl = "https://www.python.org/ftp/a.zip"\nsha256 = "{"a1" * 32}"\n'
# By its path: there is a package of the same name.
_SPEC = spec_from_file_location("build_installers", PACKAGING / "build.py")
build = module_from_spec(_SPEC)
_SPEC.loader.exec_module(build)
TODAY = datetime.now(UTC).date()


@pytest.fixture
def checkout(tmp_path):
    """A checkout that may be released."""
    for path, text in {
        "packaging/maker.toml": MAKER,
        f"packaging/{ready.PYTHON}": PIN,
        f"packaging/{ready.RUNTIME}": f"{'b2' * 32}  runtime-x86_64\n",
        ".ci/release.yml": f"steps:\n  - uses: actions/checkout@{'0a' * 20} # v5\n",
        "CHANGELOG.md": f"# Changes\n\n## {VERSION} ({TODAY})\n\n## 0.0.1 (2026-01-01)\n",
        "resources/content/about.toml": (ROOT / "resources/content/about.toml").read_text(),
        "resources/content/countries/countries.toml": '[[country]]\nname = "A"\nchecked = true\n',
    }.items():
        write(tmp_path, path, text)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    git(tmp_path, "tag", f"v{VERSION}")
    return tmp_path


def write(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def git(root, *words):
    author = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *author, *words], check=True, capture_output=True)


def commit(root):
    git(root, "add", "--all")
    git(root, "commit", "-qm", "all")


def test_one_that_may_be_released_has_no_fault(checkout):
    assert ready.ready(checkout).faults == []


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        ("packaging/maker.toml", "it@practice.nhs.uk", "rls@example.org", "contact is a reserved"),
        ("packaging/maker.toml", "practice.nhs.uk/rls/", "a.example/", "source is a reserved"),
        ("packaging/maker.toml", 'signed_by = "RWQ', 'signed_by = "" # "', "signed_by is empty"),
        ("packaging/maker.toml", 'https://practice.nhs.uk/rls"', 'http://a.uk"', "no address of"),
        ("packaging/windows/python.toml", "https://www.python.org/ftp/a.zip", "", "url is empty"),
        ("packaging/windows/python.toml", "a1" * 32, "", "sha256 is empty"),
        ("packaging/windows/python.toml", "a1" * 32, "a1", "no sha256 of what"),
        ("packaging/windows/python.toml", "[release]", "[test]", "no sha256 of what"),
        ("packaging/linux/appimage-runtime.sha256", "b2" * 32, "0" * 64, "pins nothing"),
        (".ci/release.yml", "0a" * 20, "v5", "actions/checkout@v5 is not pinned"),
        ("CHANGELOG.md", f"({TODAY})", "(not released)", "has no date"),
        ("CHANGELOG.md", f"({TODAY})", f"({TODAY + timedelta(days=2)})", "of a day to come"),
        ("CHANGELOG.md", f"## {VERSION}", "## 99.0.0", f"does not begin with {VERSION}"),
    ],
)
def test_each_fault_is_named(checkout, path, old, new, fault):
    text = (checkout / path).read_text()
    assert old in text
    write(checkout, path, text.replace(old, new))
    commit(checkout)
    git(checkout, "tag", "--force", f"v{VERSION}")
    faults = ready.ready(checkout).faults
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize(
    ("pin", "fault"), [(ready.PYTHON, "is not there"), (ready.RUNTIME, "pins nothing")]
)
def test_a_pin_that_is_gone_is_a_fault(checkout, pin, fault):
    (checkout / "packaging" / pin).unlink()
    assert f"{pin} {fault}" in ready.ready(checkout).faults


def test_the_workflow_that_runs_is_the_one_that_was_looked_at(checkout):
    write(checkout, ".github/workflows/release.yml", (checkout / ".ci/release.yml").read_text())
    commit(checkout)
    git(checkout, "tag", "--force", f"v{VERSION}")
    assert ready.ready(checkout).faults == []
    write(checkout, ".github/workflows/release.yml", "steps: []\n")
    assert "release.yml in .github is another" in ready.ready(checkout).faults[0]


def test_what_is_not_committed_is_a_fault(checkout):
    write(checkout, "new.txt", "a")
    assert ready.ready(checkout).faults == ["not committed: new.txt"]


def test_a_commit_without_the_tag_is_a_fault(checkout):
    git(checkout, "tag", "--delete", f"v{VERSION}")
    assert ready.ready(checkout).faults == [f"the commit has no tag v{VERSION}"]


def test_a_version_of_two_numbers_is_a_fault(checkout, monkeypatch):
    monkeypatch.setattr(ready, "VERSION", "1.0rc1")
    assert "1.0rc1 is no version of three numbers" in ready.ready(checkout).faults


def test_texts_that_nobody_reviewed_are_a_doubt(checkout):
    assert "no clinician has reviewed" in ready.ready(checkout).doubts[0]
    path = "resources/content/about.toml"
    text = (checkout / path).read_text()
    write(checkout, path, text.replace('state = "none"', 'state = "reviewed"'))
    assert ready.ready(checkout).doubts == []


def test_texts_that_are_overdue_and_numbers_that_nobody_checked_are_doubts(checkout):
    text = (checkout / "resources/content/about.toml").read_text()
    late = text.replace("next_review = 2027-11-22", f"next_review = {TODAY}")
    write(checkout, "resources/content/about.toml", late)
    path = "resources/content/countries/countries.toml"
    write(checkout, path, '[[country]]\nname = "Nowhere"\nchecked = false\n')
    _, overdue, unchecked = ready.ready(checkout).doubts
    assert "due to be checked again" in overdue
    assert "Nowhere" in unchecked


def test_what_is_made_for_a_release_is_not_made_with_a_fault(monkeypatch, capsys):
    monkeypatch.setattr(ready, "ready", lambda: ready.Ready(["a fault"], ["a doubt"]))
    assert ready.main() == 1
    printed = capsys.readouterr().out
    assert "FAULT a fault" in printed
    assert "doubt a doubt" in printed
    assert f"{VERSION} must not be released." in printed
    monkeypatch.setattr(ready, "ready", lambda: ready.Ready([], ["a doubt"]))
    assert ready.main() == 0


@pytest.fixture
def dist(tmp_path, monkeypatch):
    """What is handed out, with the hashes and the signature of an earlier time."""
    monkeypatch.setattr(build, "DIST", tmp_path)
    (tmp_path / f"a_{VERSION}.deb").write_bytes(b"a")
    (tmp_path / "SHA256SUMS").write_text("old")
    (tmp_path / "SHA256SUMS.minisig").write_text("old")
    return tmp_path


def test_hashes_are_of_what_is_there_and_an_old_signature_goes(dist):
    sums = build.write_sums(dist)
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert sums.read_text() == f"{digest}  a_{VERSION}.deb\n"
    assert {file.name for file in dist.iterdir()} == {f"a_{VERSION}.deb", "SHA256SUMS"}


def test_a_release_has_files_of_one_version_only(dist, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["build.py", "--release", "sbom"])
    monkeypatch.setattr(build, "check_ready", lambda: 0)
    (dist / "a_0.0.1.deb").write_bytes(b"a")
    with pytest.raises(SystemExit, match=r"another version, in dist/: a_0\.0\.1\.deb"):
        build.main()
    monkeypatch.setattr(build, "check_ready", lambda: 1)
    with pytest.raises(SystemExit, match="Nothing was made"):
        build.main()
