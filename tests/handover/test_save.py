import os
import stat

import pytest

from rls_wizard.handover.save import SaveError, emit, save


def test_a_file_is_written_whole_and_for_this_user_only(tmp_path):
    file = tmp_path / "a.pdf"
    save(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_the_old_file_is_replaced(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    save(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "no/such/folder/a.pdf"])
def test_what_cannot_be_written_is_said(tmp_path, name):
    with pytest.raises(SaveError, match="could not be saved"):
        save(tmp_path / name, b"new")
    assert os.listdir(tmp_path) == []


def test_a_link_is_followed_not_replaced(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    save(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="No space left on device"):
        save(file, b"new")
    assert (file.read_bytes(), os.listdir(tmp_path)) == (b"old", ["a.pdf"])


@pytest.mark.skipif(os.getuid() == 0, reason="root may change everything")
def test_a_file_that_may_not_be_changed_stays(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(SaveError, match="may not be changed"):
        save(file, b"new")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_device_is_said():
    with open("/dev/full", "wb", buffering=0) as full, pytest.raises(SaveError, match="space"):
        emit(b"data", full.fileno())


def test_where_a_file_needs_a_name_from_the_start_it_is_saved_too(tmp_path, monkeypatch):
    monkeypatch.setattr("rls_wizard.handover.save._OPEN_FILES", str(tmp_path / "none"))
    file = tmp_path / "a.pdf"
    for data in (b"old", b"new"):
        save(file, data)
        assert file.read_bytes() == data
    assert os.listdir(tmp_path) == ["a.pdf"]
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(SaveError):
        save(file, b"newest")
    assert (file.read_bytes(), os.listdir(tmp_path)) == (b"new", ["a.pdf"])


def test_where_the_system_has_no_nameless_files_it_is_saved_too(tmp_path, monkeypatch):
    monkeypatch.delattr("os.O_TMPFILE", raising=False)
    save(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1
