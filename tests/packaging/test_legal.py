"""The table of terms is sound: texts, expressions, the lock; and what it must refuse is refused."""

import re
import sys

import pytest
from installers import notices
from installers.about import PACKAGING
from installers.licences import (
    SYSTEMS,
    Component,
    gpl_only,
    look,
    system_of,
    table,
    texts_of,
    words_of,
)
from installers.versions import READERS, version_of
from safety.soup import locked

ELF, DLL = b"\x7fELF\x02\x01\x01\x00", b"MZ\x90\x00\x03\x00\x00\x00"
QT = "_internal/PySide6/Qt/lib"
FROZEN_ONLY = {"pyinstaller", "pyinstaller-hooks-contrib"}
"""In build/venv, not in the environment of the tests."""
ABOUT_OTHERS = {"FTL", "LGPL-2.1-only"}
"""Texts that end with how others can use them."""
SPDX = re.compile(r"[A-Za-z0-9.+-]+( WITH [A-Za-z0-9.-]+)?(( AND | OR )[A-Za-z0-9.+-]+)*")


def here():
    return [one for one in table() if one.package not in FROZEN_ONLY]


@pytest.fixture
def tree(tmp_path):
    """A small tree of files of which all is known."""
    for path in (f"{QT}/libQt6Core.so.6", f"{QT}/libicudata.so.73", "_internal/libffi.so.8"):
        put(tmp_path, path)
    put(tmp_path, "_internal/rls_wizard/resources/content/about.toml", b"[about]")
    put(tmp_path, "_internal/reportlab/lib/units.py", b"inch = 72.0")
    return tmp_path


@pytest.fixture
def windows(tmp_path):
    """One for Windows: in that there is nothing of PyInstaller, which tests do without."""
    for path in ("rls-wizard.exe", "packages/PySide6/Qt6Core.dll"):
        put(tmp_path, path, DLL)
    return tmp_path


def put(tree, path, data=ELF):
    file = tree / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_every_package_of_the_lock_has_an_entry():
    entries = {one.package.lower() for one in table() if one.package}
    assert entries - FROZEN_ONLY == locked().keys()


def test_every_component_says_who_made_it_and_where_its_source_is():
    for one in here():
        own = one.package and texts_of(one)
        assert own or one.copyright, one.title
        assert one.source or one.package or one.inside or one.always or "Microsoft" in one.title


@pytest.mark.parametrize("one", here(), ids=lambda one: one.title)
def test_every_licence_has_its_text(one):
    texts = texts_of(one)
    assert texts
    for file in texts:
        words = words_of(file)
        assert len(words.split()) > 8, file
        ours = file.parent == PACKAGING / "licences" and file.stem not in ABOUT_OTHERS
        assert not ours or not re.search("<(year|owner|copyright.*|name.*)>", words), file


def test_every_name_and_expression_is_well_formed():
    names = [one.title for one in table()]
    assert len(names) == len(set(names))
    for one in here():
        assert SPDX.fullmatch(one.terms), f"{one.title}: {one.terms}"
        assert set(one.systems) <= set(SYSTEMS)
        assert not one.inside or one.inside in names
        assert one.version.partition(":")[0] in {"", *READERS}


def test_no_text_of_ours_is_left_over():
    used = {file for one in here() for file in texts_of(one)}
    ours = set((PACKAGING / "licences").glob("*.txt"))
    # These have texts of their own where the licence is only stated by its package.
    assert {file.stem for file in ours - used} <= {"MIT-CMU", "bzip2-1.0.6"}


def test_nothing_that_can_be_shipped_is_under_the_gpl_only():
    assert not [one.title for one in here() if gpl_only(one.terms)]


@pytest.mark.parametrize(
    ("terms", "only"),
    [
        ("GPL-3.0-only", True),
        ("MIT AND GPL-2.0-or-later", True),
        ("AGPL-3.0-only OR GPL-2.0-only", True),
        ("FTL OR GPL-2.0-only", False),
        ("LGPL-3.0-only", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", False),
    ],
)
def test_the_gpl_alone_is_told_from_a_choice(terms, only):
    assert gpl_only(terms) is only


def test_a_tree_of_what_is_known_has_no_fault(tree):
    found = look(tree)
    assert found.faults == []
    assert {"Qt", "ICU", "PCRE2", "libffi"} <= {one.title for one in found.components}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (f"{QT}/libQt6VirtualKeyboard.so.6", "GPL only: an add-on"),
        (f"{QT}/libQt6Charts.so.6", "GPL only: an add-on"),
        (f"{QT}/../plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", "GPL only"),
        ("_internal/python3.11/lib-dynload/readline.cpython-311-x86_64-linux-gnu.so", "GPL only"),
        ("_internal/libgdbm.so.6", "GPL only"),
        ("_internal/reportlab/fonts/DarkGardenMK.pfb", "GPL only"),
        ("_internal/reportlab/fonts/Vera.ttf", "fonts of reportlab"),
        (f"{QT}/libavcodec.so.61", "FFmpeg"),
        (f"{QT}/libQt6Nfc.so.6", "no component"),
        ("_internal/libstrange.so.1", "no component"),
        ("_internal/reportlab/strange.so", "no component"),
        ("_internal/rls_wizard/resources/fonts/Strange.ttf", "no component"),
        ("_internal/strange/data.txt", "no component"),
    ],
)
def test_what_is_refused_or_unknown_is_a_fault(tree, path, why):
    put(tree, path, b"text" if path.endswith(".txt") else ELF)
    (fault,) = look(tree).faults
    assert why in fault
    assert path.rpartition("/")[2] in fault


def test_no_tree_is_a_fault_too(tmp_path):
    assert look(tmp_path / "lost").faults == [f"there is no {tmp_path / 'lost'}"]


def test_machine_code_is_known_by_how_it_begins(tree):
    put(tree, "_internal/reportlab/lib/innocent.py", DLL)
    assert len(look(tree).faults) == 1


def test_the_system_is_known_by_what_lies_in_its_tree(tmp_path):
    for path in ("linux/rls-wizard", "windows/rls-wizard.exe", "macos/Contents/Info.plist"):
        put(tmp_path, path, b"")
    assert [system_of(tmp_path / system) for system in SYSTEMS] == list(SYSTEMS)


def test_the_notices_tell_how_qt_can_be_changed(windows):
    text = notices.write_notices(windows).read_text(encoding="utf-8")
    words = " ".join(text.split())
    for said in (
        "used under the GNU Lesser General Public License, version 3",
        "You may change them, or put others in place of these",
        "On Windows: packages/PySide6 in the folder that the program is installed in",
        "to take the program apart to find faults in such changes",
        "The source of exactly these versions can be had at https://",
        "This version of the GNU Lesser General Public License incorporates the terms",
        "GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007",
        "Copyright (c) 1997-2007 University of Cambridge",
    ):
        assert said in words
    assert "PDFium" not in words
    assert look(windows).faults == []


def test_each_number_in_the_notices_leads_to_a_text(windows):
    text = notices.write_notices(windows).read_text(encoding="utf-8")
    told, _, texts = text.partition("Texts of licences")
    named = {int(number) for number in re.findall(r"\[(\d+)\]", told)}
    assert named == {int(number) for number in re.findall(r"(?m)^\[(\d+)\] ", texts)}
    assert named == set(range(1, len(named) + 1))


def test_versions_are_those_of_the_files(tmp_path):
    dll = tmp_path / "python313.dll"
    properties = "ProductVersion\0\0\x33\x2e\x31\x33\x2e\x32\0".encode("utf-16-le")
    dll.write_bytes(b"MZ" + bytes(60) + properties)
    crypto = tmp_path / "libcrypto.so.3"
    crypto.write_bytes(b"\x7fELF....OpenSSL 3.0.15 3 Sep 2024....")
    read = {one.title: one for one in table()}
    assert version_of(read["Python"], [dll]) == "3.13.2"
    assert version_of(read["Python"], [crypto]) == ".".join(map(str, sys.version_info[:3]))
    assert version_of(read["OpenSSL"], [crypto]) == "3.0.15"
    assert version_of(read["Zstandard"], [tmp_path / "libzstd-40ad5e7e.so.1.5.7"]) == "1.5.7"
    assert version_of(read["DejaVu Sans"]) == "2.37"
    assert version_of(read["ICU"], []) == ""


def test_a_component_has_no_other_fields():
    with pytest.raises(ValueError, match="licens"):
        Component.model_validate({"name": "a", "license": "MIT"})
