"""A fault is noticed wherever it is, and what is written of it holds no answer."""

import inspect
import os
import re
import sys
import threading

import pytest
from pydantic import BaseModel

from rls_wizard import crash
from rls_wizard.crash import report
from rls_wizard.crash.report import Facts, header, report_of_dump
from rls_wizard.crash.trail import in_short, place, trail, trail_of_dump, trail_to
from rls_wizard.domain import values
from rls_wizard.handover.save import SaveError

CANARY = "canary-7391"
LINE = re.compile(
    r"(?:caused by |while dealing with |part of the group: )?[A-Z][A-Za-z]*(?: [A-Za-z]+)* at"
    r"|  rls_wizard/[a-z_/]+\.py:\d+ in [A-Za-z_<>]+"
    r"|  in [A-Za-z_]+|  elsewhere|  \d+ more|thread, the last call first"
)
"""All that a line of a trail can be."""
OWN = os.path.dirname(crash.__file__)


def grammar(text):
    """Return the lines of a trail that are not of its grammar."""
    return [line for line in text.splitlines() if not LINE.fullmatch(line)]


def raised(make):
    """Return what calling a function raises."""
    try:
        make()
    except Exception as error:
        return error
    raise AssertionError("it does not fail")


def fail():
    answer = CANARY
    raise ValueError(f"cannot use {answer}")


def own_fault():
    """Fail in a line of the program, with an answer in message and local values."""
    values.accept(CANARY, CANARY, CANARY)


class StrangeError(KeyError):
    """Its module is none that is known."""


# The trail ---------------------------------------------------------------------------------------


def test_it_names_the_kind_and_the_lines_of_the_program():
    said = trail(raised(own_fault))
    assert re.search(r"^AttributeError at\n", said)
    assert re.search(r"^  rls_wizard/domain/values\.py:\d+ in \w+$", said, re.MULTILINE)
    assert grammar(said) == []


def test_of_other_code_it_says_only_whose_it_is():
    class Age(BaseModel):
        years: int

    said = trail(raised(lambda: Age(years=CANARY)))
    assert said.splitlines() == ["ValidationError at", "  elsewhere", "  in pydantic"]
    said = trail(raised(lambda: os.fspath(int(CANARY))))
    assert said.splitlines() == ["ValueError at", "  elsewhere"]
    assert place(os.__file__, 3, "walk") == "  in Python"


def chained():
    try:
        fail()
    except ValueError as error:
        raise SaveError(CANARY) from error


def in_spite():
    try:
        fail()
    except ValueError:
        raise RuntimeError(CANARY)  # noqa: B904


def grouped():
    raise ExceptionGroup(CANARY, [raised(fail), raised(chained)])


def noted():
    error = raised(fail)
    error.add_note(CANARY)
    error.answer = CANARY
    raise error


def in_a_file_named_by_a_person():
    exec(compile("def secret_7391(): raise ValueError", f"/home/{CANARY}/rls_wizard/a.py", "exec"))
    locals()["secret_7391"]()


def in_a_class_named_by_a_person():
    raise type(CANARY, (ValueError,), {"__module__": "rls_wizard.crash"})


def in_an_unknown_class():
    raise StrangeError(CANARY)


def stripped_of_its_cause():
    raise KeyError(CANARY) from None


def on_and_on():
    on_and_on()


def round_in_a_circle():
    first, second = ValueError(CANARY), KeyError(CANARY)
    first.__cause__, second.__cause__ = second, first
    raise first


PLANTED = {
    fail: ["ValueError at"],
    own_fault: ["AttributeError at"],
    chained: ["SaveError at", "caused by ValueError at"],
    in_spite: ["RuntimeError at", "while dealing with ValueError at"],
    grouped: [
        "ExceptionGroup at",
        "part of the group: ValueError at",
        "part of the group: SaveError at",
        "caused by ValueError at",
    ],
    noted: ["ValueError at"],
    in_a_file_named_by_a_person: ["ValueError at"],
    in_a_class_named_by_a_person: ["ValueError at"],
    in_an_unknown_class: ["KeyError at"],
    stripped_of_its_cause: ["KeyError at"],
    on_and_on: ["RecursionError at"],
    round_in_a_circle: ["ValueError at", "caused by KeyError at"],
}


@pytest.mark.parametrize("make", PLANTED, ids=lambda make: make.__name__)
def test_a_trail_holds_code_and_nothing_else(make):
    said = trail(raised(make))
    assert [line for line in said.splitlines() if line.endswith(" at")] == PLANTED[make]
    assert grammar(said) == []
    assert "7391" not in said
    assert "/home" not in said
    assert len(said) < 10_000


def test_of_what_calls_itself_without_end_the_last_lines_are_told():
    code = "def there(): back()\n\n\ndef back(): there()\n"
    names = {}
    exec(compile(code, f"{OWN}/a.py", "exec"), names)
    lines = trail(raised(names["there"])).splitlines()
    assert lines[0] == "RecursionError at"
    assert re.fullmatch(r"  \d\d+ more", lines[1])
    assert {line.partition(":")[0] for line in lines[2:]} == {"  rls_wizard/crash/a.py"}
    assert len(lines) == 42


def test_what_the_command_line_says_of_a_fault_holds_no_answer():
    assert in_short(raised(chained)) == "SaveError at elsewhere"
    assert re.fullmatch(
        r"AttributeError at rls_wizard/[\w/]+\.py:\d+ in \w+", in_short(raised(own_fault))
    )


def test_the_trail_to_a_message_leads_to_the_present():
    said = trail_to("A message that Qt calls critical", inspect.currentframe())
    assert said.splitlines()[0] == "A message that Qt calls critical at"
    assert said.splitlines()[-1] == "  elsewhere"
    assert grammar(said) == []


# The report --------------------------------------------------------------------------------------


def test_no_fact_is_told_that_is_not_named_here():
    """Who adds one says first why it can tell nothing about a person: see `crash.report`."""
    assert Facts._fields == (
        "program", "content", "python", "qt", "system", "windows", "language", "theme",
        "text_size", "part", "minutes",
    )  # fmt: skip
    assert report.PARTS == ("first page", "on the way", "at the end", "beside the way")


def test_a_report_is_its_facts_and_its_trail():
    facts = Facts(program="1.2", system="Debian GNU/Linux 12 (bookworm), x86_64")
    lines = report.report(facts, "ValueError at\n  elsewhere\n").splitlines()
    assert lines[0] == "program: 1.2"
    assert lines[4] == "system: Debian GNU/Linux 12 (bookworm), x86_64"
    assert lines[5] == "windows: not known"
    assert lines[-3:] == ["", "ValueError at", "  elsewhere"]


@pytest.mark.parametrize("odd", ["two\nlines", "J\u00f6rg", "x" * 121, "a=b", ""])
def test_what_has_not_the_shape_of_a_fact_is_left_out(odd):
    assert header(Facts(theme=odd)) == header(Facts())


# What is left when the program dies --------------------------------------------------------------

DUMP = f"""program: 1.2
part: on the way
answer: {CANARY}
Fatal Python error: Segmentation fault

Thread 0x00007fb0ec24eb80 (most recent call first):
  File "{OWN}/trail.py", line 120 in trail
  File "/home/{CANARY}/rls_wizard/other.py", line 1 in {CANARY.replace("-", "_")}
  File "/home/x/site-packages/pydantic/main.py", line 5 in validate
  File "{os.__file__}", line 5 in walk
{CANARY}

Extension modules: shiboken6.Shiboken (total: 1)
"""


def test_a_dump_becomes_a_report():
    assert report_of_dump(DUMP).splitlines()[-6:] == [
        "Segmentation fault at",
        "thread, the last call first",
        "  rls_wizard/crash/trail.py:120 in trail",
        "  elsewhere",
        "  in pydantic",
        "  in Python",
    ]
    assert "program: 1.2\n" in report_of_dump(DUMP)
    assert "7391" not in report_of_dump(DUMP)


def test_a_dump_of_another_death_does_not_quote_it():
    said = trail_of_dump(f"Fatal Python error: {CANARY}: {CANARY}\n")
    assert said == "Another deadly fault at\n"


def test_of_a_program_that_did_not_die_there_is_no_report():
    assert report_of_dump(header(Facts(program="1.2"))) == ""
    assert report_of_dump("") == ""


def test_our_lines_are_known_where_a_path_is_not_english(monkeypatch):
    home = "/home/J\u00f6rg \u65e5/"
    monkeypatch.setattr("rls_wizard.crash.trail._ABOVE", home)
    dumped = r'  File "/home/J\xf6rg \u65e5/rls_wizard/app.py", line 5 in main'
    assert trail_of_dump(dumped) == "  rls_wizard/app.py:5 in main\n"
    assert place(f"{home}rls_wizard/app.py", 5, "main") == "  rls_wizard/app.py:5 in main"


def test_our_lines_are_known_in_an_installed_program_and_on_windows(monkeypatch):
    assert place("rls_wizard/ui/window.py", 5, "f") == "  rls_wizard/ui/window.py:5 in f"
    assert place("pydantic/main.py", 5, "f") == "  in pydantic"
    monkeypatch.setattr("rls_wizard.crash.trail._ABOVE", "C:/Users/x/")
    assert place(r"C:\Users\x\rls_wizard\app.py", 5, "f") == "  rls_wizard/app.py:5 in f"


# Where faults are noticed ------------------------------------------------------------------------


@pytest.fixture
def taken(monkeypatch):
    """Install the hooks for one test; return the faults that they have taken."""
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    faults = []
    crash.install(faults.append)
    return faults


def hand_over(error):
    sys.excepthook(type(error), error, error.__traceback__)


def test_an_exception_that_nothing_catches(taken, capsys):
    hand_over(raised(fail))
    assert taken == [crash.Fault("ValueError at\n  elsewhere\n", felt=True)]
    assert capsys.readouterr().err == "ValueError at\n  elsewhere\n"


def test_an_exception_in_a_thread(taken, capsys):
    thread = threading.Thread(target=fail, name=CANARY)
    thread.start()
    thread.join()
    assert taken == [crash.Fault("ValueError at\n  in Python\n  elsewhere\n", felt=True)]
    assert CANARY not in capsys.readouterr().err


def test_an_exception_that_cannot_be_raised_is_not_felt(taken, capsys):
    class Gone:
        def __del__(self):
            fail()

    Gone()
    assert taken == [crash.Fault("ValueError at\n  elsewhere\n", felt=False)]
    assert CANARY not in capsys.readouterr().err


def test_the_same_fault_is_written_once_however_often_it_comes(taken, capsys):
    for _ in range(1_000):
        hand_over(raised(fail))
    assert len(taken) == 1_000
    assert capsys.readouterr().err.count("ValueError") == 1


def test_a_fault_in_telling_of_a_fault_ends_there(monkeypatch, taken, capsys):
    def tell(_):
        chained()

    crash.install(tell)
    hand_over(raised(fail))
    assert capsys.readouterr().err.splitlines()[:2] == ["ValueError at", "  elsewhere"]


def test_an_interrupt_is_no_fault_and_says_nothing_of_what_it_interrupted(taken, capsys):
    interrupt = KeyboardInterrupt()
    interrupt.__context__ = raised(fail)
    hand_over(interrupt)
    assert taken == []
    said = capsys.readouterr().err.splitlines()
    assert said == ["KeyboardInterrupt at", "while dealing with ValueError at", "  elsewhere"]


def test_where_no_trail_can_be_made_nothing_is_said_but_that(taken, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "rls_wizard.crash.trail", None)
    hand_over(raised(fail))
    assert taken == [crash.Fault("An exception at\n", felt=True)]
    assert capsys.readouterr().err == "An exception at\n"


def test_a_program_without_standard_error_takes_faults(monkeypatch):
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "stderr", None)
    faults = []
    crash.install(faults.append)
    hand_over(raised(fail))
    assert len(faults) == 1
