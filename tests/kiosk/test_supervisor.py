"""What the supervisor does with each way in which a visit can end."""

import json
import os
import signal as signals
import socket
import sys
from pathlib import Path

import pytest

from rls_wizard.supervisor.rests import LONGEST, Rests
from rls_wizard.supervisor.service import Service
from tests.kiosk.machine import PIN, Machine, lives, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signals are those of POSIX")


@pytest.fixture
def run(tmp_path):
    """Return what runs a kiosk until staff leave it."""

    def run_it(*plan, **given):
        with Machine(tmp_path, *plan, "end 11", **given) as machine:
            assert machine.ends() == 0, machine.said
            return machine

    return run_it


def reasons(machine):
    return [(begun["closed"], begun["seconds"]) for begun in machine.begun]


def test_one_visit_follows_another_until_staff_leave(run):
    # What is no line of ours does no harm.
    machine = run("end 0", "end 10", "babble")
    assert reasons(machine) == [("", 0)] * 4
    assert len({begun["pid"] for begun in machine.begun}) == 4
    assert machine.said == ""


def test_after_one_crash_the_next_visit_begins_at_once(run):
    machine = run("kill 9", "end 0", "end 1")
    assert reasons(machine) == [("", 0)] * 4
    assert machine.said.count("a visit ended with") == 2


def test_after_more_crashes_people_are_sent_to_the_desk_for_a_while(run):
    machine = run("kill 11", "end 1", "end 0", "kill 6", "end 0")
    assert reasons(machine) == [("", 0), ("", 0), ("crashed", 1), ("", 0), ("crashed", 2), ("", 0)]


def test_where_not_even_the_calm_page_stands_it_waits_quietly(run):
    machine = run("end 1", "end 1", "end 1")
    assert reasons(machine) == [("", 0), ("", 0), ("crashed", 1), ("", 0)]


def test_rests_grow_to_a_minute_and_a_visit_that_went_well_ends_them():
    rests = Rests()
    assert [rests.after(1, crashed=True) for _ in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, LONGEST]
    assert rests.after(1, crashed=False) == 0
    assert rests.after(1, crashed=True) == 0
    assert rests.after(1, crashed=True) == 1
    assert rests.after(600, crashed=True) == 0


def test_a_visit_that_gives_no_sign_of_life_is_ended(run):
    machine = run("silent", silent=1)
    assert "a visit ended with -9" in machine.said
    assert reasons(machine) == [("", 0)] * 2


def test_what_is_overdue_or_broken_closes_it(run):
    machine = run("end 12", "end 0", "fault age.toml: item 'age': is missing", "end 0")
    assert [begun["closed"] for begun in machine.begun] == ["", "expired", "", "setup", ""]
    assert machine.begun[3]["faults"] == ["age.toml: item 'age': is missing"]
    assert "age.toml: item 'age': is missing" in machine.said


def test_settings_that_cannot_be_used_are_told_and_taken_once_they_are_mended(tmp_path):
    with Machine(tmp_path, "stay", settings="country = 5\n") as machine:
        (told,) = until(lambda: machine.begun)
        assert (told["site"], told["closed"]) == (None, "setup")
        assert any("country" in fault for fault in told["faults"])
        assert "country" in machine.said
        machine.set_up()
        # As if the minute was over.
        (tmp_path / "plan").write_text("end 11\n")
        end(told["pid"])
        assert machine.ends() == 0
        assert (machine.begun[-1]["closed"], machine.begun[-1]["site"]["country"]) == ("", "gb")


def test_pins_are_counted_from_visit_to_visit(run):
    wrong = ["pin 111111"] * 4
    machine = run(*wrong, f"pin {PIN}", *wrong, "pin 222222", f"pin {PIN}")
    gates = [json.loads(line) for line in (machine.folder / "gates").read_text().splitlines()]
    assert [gate["left"] for gate in gates] == [4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 0]
    assert [gate["right"] for gate in gates].count(True) == 1
    assert gates[-1]["seconds"] > 890


def test_what_a_visit_started_ends_with_it_and_what_it_wrote_goes(run):
    machine = run("leave")
    assert not lives(int((machine.folder / "left").read_text()))
    assert not Path(machine.begun[0]["place"]).exists()


@pytest.mark.parametrize("signal", ["TERM", "HUP"])
def test_an_end_of_the_supervisor_ends_the_visit(tmp_path, signal):
    with Machine(tmp_path) as machine:
        (visit,) = until(lambda: machine.begun)
        end(machine.process.pid, f"SIG{signal}")
        assert machine.ends() == 0
        assert not lives(visit["pid"])
        assert not Path(visit["place"]).exists()


def test_a_supervisor_that_is_killed_takes_its_child_along(tmp_path):
    with Machine(tmp_path) as machine:
        (visit,) = until(lambda: machine.begun)
        machine.process.kill()
        until(lambda: not lives(visit["pid"]))


def test_systemd_is_told_and_the_visit_does_not_know(tmp_path):
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(place))
        line.settimeout(20)
        with Machine(tmp_path, NOTIFY_SOCKET=str(place)) as machine:
            heard = [line.recv(99)]
            while heard.count(b"WATCHDOG=1") < 3:
                heard.append(line.recv(99))
            assert heard.count(b"READY=1") == 1
            assert not machine.begun[0]["notifies"]


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_who_does_not_listen_is_not_waited_for(tmp_path):
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(place))
        line.settimeout(20)
        service = Service({"NOTIFY_SOCKET": str(place)})
        # More than a line can hold.
        for _ in range(1_000):
            service.lives(ready=False)
        service.lives(ready=True)
        heard = [line.recv(99)]
        service.lives(ready=True)
        while heard[-1] != b"READY=1":
            heard.append(line.recv(99))
        assert set(heard[:-1]) == {b"WATCHDOG=1"}


def end(process, name="SIGTERM"):
    os.kill(process, getattr(signals, name))
