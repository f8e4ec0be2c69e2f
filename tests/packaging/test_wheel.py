"""A wheel, the installed package and the checkout find the same resources."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rls_wizard.paths import resources

ROOT = Path(__file__).parents[2]
FROM_THE_WHEEL = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from rls_wizard import app, paths
print(paths.resources(), flush=True)
app.main(["check"])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy of the checkout, so that nothing is left in it."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for name in ("rls_wizard", "resources"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, copy / name, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return next(out.iterdir())


def listed(folder):
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_the_wheel_lists_the_checkouts_resources(wheel):
    prefix = "rls_wizard/resources/"
    names = zipfile.ZipFile(wheel).namelist()
    packed = sorted(name.removeprefix(prefix) for name in names if name.startswith(prefix))
    assert packed == listed(ROOT / "resources")


def test_the_checkout_finds_its_own(content):
    assert listed(Path(str(resources()))) == listed(ROOT / "resources")
    assert content.about.version


def test_the_program_runs_from_the_wheel(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    command = [sys.executable, "-I", "-c", FROM_THE_WHEEL, str(tmp_path)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    place, verdict, *_ = result.stdout.splitlines()
    assert place == str(tmp_path / "rls_wizard" / "resources")
    assert verdict == "No faults."
