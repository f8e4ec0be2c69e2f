"""Whether this checkout may be released: python -m installers.ready. RELEASE.md says what else."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

import tomli

from installers.about import ROOT, VERSION

if TYPE_CHECKING:
    from pathlib import Path

_RESERVED = re.compile(r"\bexample\.(org|com|net)\b|\.(example|invalid|test)\b")
"""Names that RFC 2606 keeps for what is no real address."""
_HASH = re.compile("[0-9a-f]{64}")
_LOOSE = re.compile(r"uses: (\S+@(?![0-9a-f]{40}\b)\S+)")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
PYTHON = "windows/python.toml"
"""Which Python a release takes from its maker: address and hash stand under [release]."""
RUNTIME = "linux/appimage-runtime.sha256"
"""Of what starts an AppImage; nothing but zeros as long as none was looked at."""


class Ready(NamedTuple):
    """What speaks against a release."""

    faults: list[str]
    """It must not be made."""
    doubts: list[str]
    """It may, and says so of itself."""


def ready(root: Path = ROOT) -> Ready:
    """Return what speaks against releasing this checkout."""
    faults = [
        *_maker(root / "packaging" / "maker.toml"),
        *_python(root / "packaging" / PYTHON),
        *_runtime(root / "packaging" / RUNTIME),
        *_changes((root / "CHANGELOG.md").read_text(encoding="utf-8"), VERSION),
        *_workflow(root / ".ci" / "release.yml", root / ".github" / "workflows" / "release.yml"),
        *_checkout(root),
    ]
    return Ready(faults, _content(root / "resources" / "content"))


def _maker(file: Path) -> list[str]:
    said = tomli.loads(file.read_text(encoding="utf-8"))
    reserved = [name for name, value in said.items() if _RESERVED.search(value)]
    faults = [f"maker.toml: {name} is a reserved name: {said[name]}" for name in reserved]
    if not said["signed_by"]:
        faults.append("maker.toml: signed_by is empty: nobody could tell that the files are ours")
    unsafe = (name for name in ("home", "source") if not said[name].startswith("https://"))
    return faults + [f"maker.toml: {name} is no address of https" for name in unsafe]


def _python(file: Path) -> list[str]:
    """Return what is not pinned: a release takes nothing that was not looked at."""
    if not file.is_file():
        return [f"{PYTHON} is not there"]
    pins = tomli.loads(file.read_text(encoding="utf-8")).get("release", {})
    faults = [f"{PYTHON}: {field} is empty" for field, value in pins.items() if not value]
    if not _HASH.fullmatch(str(pins.get("sha256", ""))):
        faults.append(f"{PYTHON}: no sha256 of what a release takes")
    return faults


def _runtime(file: Path) -> list[str]:
    pin = file.read_text(encoding="utf-8").split()[0] if file.is_file() else ""
    return [] if _HASH.fullmatch(pin) and pin.strip("0") else [f"{RUNTIME} pins nothing"]


def _changes(text: str, version: str) -> list[str]:
    """Return what is wrong with the newest part of the list of changes."""
    newest = re.search(r"(?m)^## (\S+) \((.+)\)$", text)
    if not _VERSION.fullmatch(version):
        return [f"{version} is no version of three numbers"]
    if newest is None or newest[1] != version:
        return [f"CHANGELOG.md does not begin with {version}"]
    try:
        day = date.fromisoformat(newest[2])
    except ValueError:
        return [f"CHANGELOG.md: {version} has no date, but: {newest[2]}"]
    tomorrow = day > datetime.now(UTC).date()
    return [f"CHANGELOG.md: {version} is of a day to come, {day}"] if tomorrow else []


def _workflow(ours: Path, used: Path) -> list[str]:
    """Return what of others the workflow runs without a look: a tag may be moved to anything."""
    text = ours.read_text(encoding="utf-8")
    loose = sorted(set(_LOOSE.findall(text)))
    faults = [f"release.yml: {action} is not pinned to a commit" for action in loose]
    if used.is_file() and used.read_text(encoding="utf-8") != text:
        faults.append("release.yml in .github is another than the one in .ci")
    return faults


def _checkout(root: Path) -> list[str]:
    """Return whether what is packed is what is committed, and has the name of this version."""
    changed = _git(root, "status", "--porcelain", "--untracked-files=normal")
    faults = [f"not committed: {line[3:]}" for line in changed.splitlines()]
    tag = f"v{VERSION}"
    if tag not in _git(root, "tag", "--points-at", "HEAD").split():
        faults.append(f"the commit has no tag {tag}")
    return faults


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _content(folder: Path) -> list[str]:
    """Return what the program says of its own texts: nobody must be surprised by it."""
    about = tomli.loads((folder / "about.toml").read_text(encoding="utf-8"))
    review = about["clinical_review"]
    doubts = []
    if review.get("state") != "reviewed":
        doubts.append("no clinician has reviewed the texts: about, paper and welcome say so")
    if about["next_review"] <= datetime.now(UTC).date():
        doubts.append(f"the texts were due to be checked again by {about['next_review']}")
    countries = tomli.loads((folder / "countries" / "countries.toml").read_text(encoding="utf-8"))
    unchecked = [one["name"] for one in countries["country"] if not one["checked"]]
    if unchecked:
        doubts.append(f"numbers to call not checked: {', '.join(unchecked)}")
    return doubts


def main() -> int:
    """Print what speaks against a release; return 0 if nothing forbids it."""
    faults, doubts = ready()
    for fault in faults:
        print(f"FAULT {fault}")
    for doubt in doubts:
        print(f"doubt {doubt}")
    print(f"{VERSION} " + ("must not be released." if faults else "may be released."))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
