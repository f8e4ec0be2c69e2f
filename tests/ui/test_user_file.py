"""The file in which settings are kept: what earlier releases wrote, and what cannot be read."""

import os
import resource
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from rls_wizard.ui.places import own_data
from rls_wizard.ui.user_file import UserFile


@pytest.fixture
def file(tmp_path):
    """The place of the settings of somebody who never had any."""
    (tmp_path / "home").mkdir()
    scope = QSettings.Scope
    before = {each: _folder(each) for each in (scope.UserScope, scope.SystemScope)}
    # Qt looks into the environment only once.
    _move(scope.UserScope, tmp_path / "home" / ".config")
    _move(scope.SystemScope, tmp_path / "all")
    yield tmp_path / "home" / ".config" / "rls-wizard" / "rls-wizard.ini"
    for each, folder in before.items():
        _move(each, folder)


def _folder(scope):
    return Path(QSettings(QSettings.Format.IniFormat, scope, "rls-wizard").fileName()).parent


def _move(scope, folder):
    QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))


def write(file, data):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_what_is_kept_is_read_again_and_is_for_this_user_only(file):
    assert UserFile().write({"theme": "dark", "country": ""})
    assert UserFile().read() == {"theme": "dark", "country": ""}
    assert UserFile().place == str(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(file.parent) == [file.name]


def test_what_earlier_releases_wrote_is_read(file):
    scope = QSettings.Scope.UserScope
    written = {"theme": "night", "text_size": "200", "window": "01d9d0cb" * 16, "large_print": ""}
    earlier = QSettings(QSettings.Format.IniFormat, scope, "rls-wizard", "rls-wizard")
    for name, text in written.items():
        earlier.setValue(name, text)
    earlier.sync()
    assert earlier.fileName() == str(file)
    assert UserFile().read() == written


def test_what_another_release_keeps_there_stays(file):
    write(file, b"[General]\r\nfrom_later=yes\r\ntheme = dark \r\n; a word\r\n")
    assert UserFile().write({"theme": "light"})
    assert UserFile().read() == {"from_later": "yes", "theme": "light"}


def test_a_site_can_set_something_for_all_its_users(file, tmp_path):
    write(
        tmp_path / "all" / "rls-wizard" / "rls-wizard.ini", b"[General]\noverdue=refuse\ntheme=dark"
    )
    write(file, b"[General]\ntheme=light\n")
    assert UserFile().read() == {"overdue": "refuse", "theme": "light"}


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 500, b"theme=a b\n=\ntheme", b"theme=dark\n" * 6_000, b"\xff\xfetheme=\xe9"],
)
def test_of_rubbish_nothing_is_read_and_the_next_choice_heals_it(file, data):
    write(file, data)
    assert UserFile().read() == {}
    assert UserFile().write({"theme": "dark"})
    assert file.read_bytes() == b"[General]\ntheme=dark\n"


def test_a_pipe_in_its_place_keeps_nobody_waiting(file):
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    assert UserFile().read() == {}


def test_on_a_full_disk_the_old_file_stays_whole(file):
    before = b"[General]\n" + b"theme=dark\n" * 20
    write(file, before)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        kept = UserFile().write({"window": "a" * 300})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not kept
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def test_a_program_on_a_stick_keeps_all_beside_itself(file, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    monkeypatch.setattr("sys.executable", str(stick / "rls-wizard.exe"))
    beside = stick / "rls-wizard-data"
    beside.mkdir(parents=True)
    # A Python may stand beside anything.
    assert UserFile().place == str(file)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert UserFile().write({"theme": "dark"})
    assert (beside / "rls-wizard.ini").read_text() == "[General]\ntheme=dark\n"
    assert own_data() == beside
    assert not file.exists()


def test_a_portable_program_without_its_folder_is_as_any_other(file, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.executable", str(tmp_path / "rls-wizard.exe"))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert UserFile().place == str(file)
    assert own_data().name == "rls-wizard"
