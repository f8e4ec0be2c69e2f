"""What keeps a visit beside the program's own work."""

import threading

import pytest

from rls_wizard.handover import slot
from rls_wizard.handover.keeper import Keeper
from rls_wizard.handover.slot import Slot


@pytest.fixture
def told():
    return []


@pytest.fixture
def keeper(tmp_path, told):
    made = Keeper(tmp_path, told.append)
    yield made
    made.end()


@pytest.fixture
def stands(tmp_path):
    """Return what stands on the disk, by its name."""
    return lambda: {path.name: path.read_bytes() for path in tmp_path.glob("*.json*")}


def test_the_newest_is_what_stands(keeper, stands):
    for number in range(100):
        keeper.keep(lambda number=number: b"%d" % number)
    assert keeper.finish()
    assert stands() == {"visit-1.json": b"99"}


def test_nobody_waits_for_the_disk(keeper, stands):
    slow, begun = threading.Event(), threading.Event()

    def write_slowly():
        begun.set()
        slow.wait()
        return b"first"

    keeper.keep(write_slowly)
    begun.wait()
    keeper.keep(lambda: b"second")
    assert not keeper.finish(0)
    slow.set()
    assert keeper.finish()
    assert stands() == {"visit-1.json": b"second"}


def test_forgetting_comes_after_what_is_being_written(keeper, stands, tmp_path):
    slow, begun = threading.Event(), threading.Event()

    def write_slowly():
        begun.set()
        slow.wait()
        return b"answers"

    keeper.keep(write_slowly)
    begun.wait()
    keeper.forget()
    slow.set()
    assert keeper.finish()
    assert list(tmp_path.iterdir()) == []


def test_what_it_keeps_stays_when_the_program_ends(keeper, stands, tmp_path):
    keeper.keep(lambda: b"answers")
    keeper.end()
    assert [path.name for path in tmp_path.iterdir()] == ["visit-1.json"]


def test_it_goes_on_in_the_place_of_one_that_was_broken_off(keeper, stands, tmp_path):
    old = Slot.free(tmp_path)
    old.write(b"broken off")
    keeper.keep(lambda: b"begun")
    assert keeper.finish()
    keeper.adopt(old)
    keeper.keep(lambda: b"gone on")
    assert keeper.finish()
    assert stands() == {"visit-1.json": b"gone on"}


def test_what_goes_wrong_is_told_and_that_it_is_well_again(keeper, stands, told, monkeypatch):
    def fail(_):
        raise OSError("full")

    keeper.keep(lambda: b"old")
    assert keeper.finish()
    with monkeypatch.context() as patch:
        patch.setattr(slot.os, "fsync", fail)
        keeper.keep(lambda: b"new")
        assert keeper.finish()
    assert [str(one) for one in told] == ["full"]
    assert stands() == {"visit-1.json": b"old"}
    keeper.keep(lambda: b"new")
    assert keeper.finish()
    assert told[1:] == [None]
    assert stands() == {"visit-1.json": b"new"}


def test_a_fault_of_the_program_keeps_nobody_waiting_and_what_is_kept_can_be_forgotten(
    keeper, stands, told, monkeypatch
):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)

    def fail():
        raise RuntimeError("planted")

    keeper.keep(lambda: b"old")
    assert keeper.finish()
    keeper.keep(fail)
    assert keeper.finish(2)
    assert [str(one.exc_value) for one in heard] == ["planted"]
    assert [type(one) for one in told] == [OSError]
    assert stands() == {"visit-1.json": b"old"}
    keeper.forget()
    assert keeper.finish(2)
    assert stands() == {}
