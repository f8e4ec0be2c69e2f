"""What stands around the program on Linux holds together; no tool of the system is needed."""

import configparser
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import tomli
from installers.about import APP_ID, NAME, ROOT, VERSION, maker
from linux import debian, kiosk, share, version

from rls_wizard.cli import _parser

SCRIPTS = sorted((ROOT / "packaging" / "linux" / "scripts").iterdir())


@pytest.fixture(autouse=True)
def _at_a_fixed_time(monkeypatch):
    share.epoch.cache_clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    yield
    share.epoch.cache_clear()


@pytest.mark.parametrize("file", sorted(share.TEXTS.iterdir()), ids=lambda file: file.name)
def test_every_text_is_filled_in(file):
    text = share.fill(file.name)
    assert "$" not in text
    assert not re.search(r"\b\d+\.\d+\.\d+\b", file.read_text()), "the version has one place"


def test_the_window_is_found_by_its_menu_entry():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read_string(share.fill("menu.desktop"))
    assert entry["Desktop Entry"]["Icon"] == APP_ID
    assert entry["Desktop Entry"]["Exec"] == NAME


def test_catalogues_name_the_same_program():
    root = ElementTree.fromstring(share.fill("metainfo.xml"))
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.find("releases/release").get("version") == VERSION
    assert root.find("releases/release").get("date") == "2023-11-14"


def test_the_manual_names_every_command():
    commands = {word for word in _commands() if word not in {"draw", "print"}}
    text = share.fill("manual.1")
    missing = {word for word in commands if not re.search(rf"^\.B\w*\s+{word}\b", text, re.M)}
    assert missing == set()
    assert "\n.BR kiosk" in text


def _commands():
    (group,) = _parser()._subparsers._group_actions  # noqa: SLF001
    return group.choices


@pytest.mark.parametrize(
    ("python", "packaged"),
    [("1.0.0", "1.0.0"), ("1.0rc1", "1.0~rc1"), ("1.0.dev3", "1.0~dev3"), ("2.1b2", "2.1~b2")],
)
def test_what_is_not_released_is_older_than_the_release(python, packaged):
    assert version.ordered(python) == packaged


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_scripts_stop_at_a_fault_and_name_their_package(script):
    lines = script.read_text().splitlines()
    assert lines[0] == "#!/bin/sh"
    assert "set -e" in lines
    assert script.stem in {NAME, kiosk.KIOSK, "both"}


@pytest.mark.parametrize("package", [NAME, kiosk.KIOSK])
def test_scripts_know_package_and_version(package, tmp_path):
    found = debian.scripts(package, tmp_path)
    text = Path(found["preinstall"]).read_text()
    assert f'gt "{version.IN_DEBIAN}"' in text
    assert f'echo "{package} $2 is' in text
    assert "@" not in text


@pytest.mark.parametrize(
    ("there", "count", "refused"),
    [
        ("1.2-1", 2, False),
        ("1.3-1", 2, True),
        ("1.10-1", 2, True),
        ("1.1.9-1", 2, False),
        ("1.2-2", 2, True),
        ("1.2~rc1-1", 2, False),
        ("1.3~rc1-1", 2, True),
        ("1.3-1", 1, False),
        (None, 2, False),
    ],
)
def test_rpm_refuses_an_older_one_only(there, count, refused, tmp_path):
    file = tmp_path / "version"
    if there:
        file.write_text(f"{there}\n")
    text = (SCRIPTS[0].parent / f"{NAME}.pre").read_text().replace("@VERSION@", "1.2-1")
    text = text.replace(f"/usr/lib/{NAME}/version", str(file))
    done = subprocess.run(
        ["sh", "-c", text, "pre", str(count)], check=False, capture_output=True, text=True
    )
    assert done.returncode == refused
    assert ("is the older 1.2-1" in done.stderr) == refused


def test_terms_name_the_maker_and_where_the_source_is(tmp_path):
    documents = debian.documents(NAME, tmp_path)
    (terms,) = (file.source for file in documents if file.place.endswith("/copyright"))
    text = terms.read_text()
    assert maker().source in text
    assert "License: LGPL-3" in text


def test_the_settings_of_a_kiosk_stay_as_the_site_changed_them(monkeypatch):
    made = {}
    monkeypatch.setattr(kiosk, "make_deb", lambda *given: made.update(given[2]))
    kiosk.make()
    types = {entry["dst"]: entry["type"] for entry in made["contents"]}
    assert types["/etc/rls-wizard/kiosk.toml"] == "config|noreplace"
    assert [place for place, kind in types.items() if kind != "file"] == [
        "/etc/rls-wizard/kiosk.toml"
    ]
    unit = (kiosk.SOURCE / f"{kiosk.KIOSK}.service").read_text()
    (start,) = re.findall(r"^ExecStart=(\S+)", unit, re.MULTILINE)
    assert start in types
    # Not "=": apt would remove it where only the program is upgraded.
    assert f"{NAME} (>= {version.IN_DEBIAN})" in made["depends"]
    assert made["deb"]["triggers"] == {"interest_noawait": [f"/usr/lib/{NAME}"]}
    tomli.loads((kiosk.SOURCE / "kiosk.toml").read_text())
