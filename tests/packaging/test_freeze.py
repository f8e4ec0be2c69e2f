"""What goes along into the frozen program, and what the check of its folder sees."""

import os
import shutil

import pytest
from installers.about import NAME, epoch
from linux import freeze

from tests.packaging import equal, frozen_tree

LOCK = frozen_tree.ROOT / "packaging" / "requirements-speech.lock"


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", False),
        ("PySide6/Qt/lib/libQt6SvgWidgets.so.6", False),
        ("PySide6/QtSvg.abi3.so", True),
        ("PySide6/QtSvgWidgets.abi3.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/texttospeech/libqtexttospeech_mock.so", False),
        ("PySide6/Qt/plugins/elsewhere/libqxcb.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("libpython3.11.so.1.0", True),
        ("libgtk-3.so.0", False),
        ("libstdc++.so.6", False),
        ("pillow.libs/libavif-c6062d5f.so.16.4.2", False),
        ("rls_wizard/resources/licences/LGPL-3.0.txt", True),
        ("segno-1.6.6.dist-info/METADATA", True),
        ("segno-1.6.6.dist-info/licenses/LICENSE", True),
        ("rls_wizard-0.1.0.dist-info/direct_url.json", False),
        ("charset_normalizer-3.5.2.dist-info/METADATA", False),
    ],
)
def test_what_is_listed_goes_along(name, goes):
    assert freeze.wanted(name) is goes


def test_without_speech_its_libraries_stay_behind(tree):
    (only,) = freeze.for_speech(tree)
    assert only.name == "libQt6TextToSpeech.so.6"


def test_all_that_is_needed_is_listed_by_about():
    locked = dict(frozen_packages())
    assert {name.lower() for name in freeze.BUILT_ON} <= locked.keys()


def frozen_packages():
    for line in LOCK.read_text().splitlines():
        if "==" in line and line[0].isalnum():
            name, _, version = line.rstrip(" \\").partition("==")
            yield name, version


@pytest.fixture
def tree(tmp_path):
    """A folder as it should be, but for what makes a program of it."""
    tree = tmp_path / NAME
    inside = tree / freeze.INSIDE
    for name in ("PySide6/Qt/lib/libQt6TextToSpeech.so.6", "shiboken6/libshiboken6.abi3.so.6.11"):
        put(inside / name, b"\x7fELF")
    put(inside / "segno" / "encoder.pyc")
    put(inside / "segno-1.6.6.dist-info" / "METADATA")
    put(tree / NAME, b"\x7fELF")
    freeze.settle(tree)
    return tree


def put(file, contents=b"x"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(contents)


def not_listed(tree):
    return [fault for fault in frozen_tree.foreign(tree) if fault.startswith("not listed")]


def test_nothing_is_wrong_with_it(tree):
    for look in (not_listed, frozen_tree.strangers, frozen_tree.unsettled, frozen_tree.told_places):
        assert [*look(tree)] == []


def test_a_library_that_is_not_listed_is_seen(tree):
    put(tree / freeze.INSIDE / "libgtk-3.so.0", b"\x7fELF")
    assert not_listed(tree) == ["not listed: libgtk-3.so.0"]


def test_a_library_that_is_missing_is_seen(tree):
    assert "listed, but not there: Core" in frozen_tree.foreign(tree)


def test_a_package_that_about_does_not_list_is_seen(tree):
    put(tree / freeze.INSIDE / "defusedxml" / "common.pyc")
    assert [*frozen_tree.strangers(tree)] == ["About does not list defusedxml"]


def test_a_file_that_anybody_may_change_is_seen(tree):
    file = tree / freeze.INSIDE / "segno" / "encoder.pyc"
    file.chmod(0o666)
    assert [*frozen_tree.unsettled(tree)] == [f"mode 100666: {file}"]


def test_a_file_of_now_is_seen(tree):
    os.utime(tree / NAME)
    assert [*frozen_tree.unsettled(tree)] == [f"another time: {tree / NAME}"]


def test_a_place_of_the_builder_is_seen(tree):
    put(tree / freeze.INSIDE / "segno" / "place.pyc", str(frozen_tree.ROOT).encode())
    (told,) = frozen_tree.told_places(tree)
    assert "place.pyc" in told


def test_a_package_lists_what_is_there_of_it(tree):
    freeze.tidy_particulars(tree / freeze.INSIDE)
    record = tree / freeze.INSIDE / "segno-1.6.6.dist-info" / "RECORD"
    assert record.read_text() == (
        "segno-1.6.6.dist-info/METADATA,,\nsegno-1.6.6.dist-info/RECORD,,\n"
    )


def test_two_folders_that_differ_in_one_time_are_not_equal(tree, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(tree, other)
    assert [*equal.different(tree, other)] == []
    os.utime(other / NAME, (epoch() + 1, epoch() + 1))
    (told,) = equal.different(tree, other)
    assert told.startswith(f"{NAME}: ")


def test_a_file_more_is_not_equal(tree, tmp_path):
    other = tmp_path / "dist"
    shutil.copytree(tree, other)
    put(other / "more")
    os.utime(other, (epoch(), epoch()))
    assert any(told.startswith("more: not there") for told in equal.different(tree, other))
