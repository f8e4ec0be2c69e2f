import sys

import pytest

from rls_wizard import crash

CANARY = "canary-7391"


@pytest.fixture
def hook(monkeypatch):
    """Install the hook for one test; return it and what the person was told."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []
    crash.install(told.append)
    return sys.excepthook, told


def fail():
    answer = CANARY
    raise ValueError(f"cannot use {answer}")


def caught():
    try:
        fail()
    except ValueError:
        return sys.exc_info()


def test_a_fault_is_reported_with_its_place(hook, capsys):
    hook[0](*caught())
    assert "ValueError at" in capsys.readouterr().err
    assert "in fail" in hook[1][0]


def test_a_report_tells_no_answer(hook, capsys):
    hook[0](*caught())
    assert CANARY not in capsys.readouterr().err + hook[1][0]


def test_the_person_is_told_once(hook):
    hook[0](*caught())
    hook[0](*caught())
    assert len(hook[1]) == 1


def test_an_interrupt_is_no_fault(hook):
    hook[0](KeyboardInterrupt, KeyboardInterrupt(), None)
    assert hook[1] == []


def test_a_program_without_standard_error_tells_the_person(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "stderr", None)
    told = []
    crash.install(told.append)
    sys.excepthook(*caught())
    assert len(told) == 1
