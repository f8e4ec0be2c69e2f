"""A little fuzzing, the same each time; `python -m tests.fuzz.run` does more, with another seed."""

import pytest

from tests.fuzz.every import every
from tests.fuzz.fuzzing import Tally, feed, fuzz
from tests.fuzz.shrink import shrunk
from tests.fuzz.target import FaultError, Target, must, reason


@pytest.mark.parametrize("target", every().values(), ids=lambda target: target.name)
def test_a_reader_accepts_or_gives_a_reason(target):
    tally = Tally()
    fuzz(target, 1, tally, most=target.budget)
    assert tally.faults == {}
    assert tally.tried == target.budget
    # Near-valid: both ways are taken, or nothing much was tried.
    assert tally.accepted > 0
    assert tally.refused > 0


# That faults are seen -----------------------------------------------------------------------------


def planted(raw):
    if b"hang" in raw:
        while True:
            pass
    if b"answer" in raw:
        raise KeyError(raw)
    must(b"other" not in raw, "another answer")
    reason(raw.decode())
    return True


TARGET = Target("planted", lambda: [b"sound"], lambda raw, _: raw, planted, slowest=0.1)
LONG = b"x" * 90
SHOWN = {
    b"hang": "SlowError: took more than",
    b"an answer": "KeyError",
    b"other": "FaultError: another answer",
    b"": "FaultError: not one line",
    b"two\nlines": "FaultError: not one line",
    b"\xe2\x80\xae": "FaultError: not one line",
    b"ValueError: 7": "FaultError: not in the words",
    b"x" * 801: "FaultError: 801 characters",
}


@pytest.mark.parametrize("raw", SHOWN)
def test_what_a_reader_must_not_do_is_seen(raw):
    accepted, fault = feed(TARGET, raw)
    assert (accepted, fault[: len(SHOWN[raw])]) == (False, SHOWN[raw])
    assert feed(TARGET, b"a reason") == (True, "")


def test_much_of_what_was_given_is_not_repeated():
    with pytest.raises(FaultError, match="repeats much"):
        reason(f"{LONG.decode()} is no answer", b"[" + LONG + b"]")
    reason("xxx is no answer", LONG)


def test_a_fault_is_shown_by_little():
    raw = b'{"a": [1, 2, {"b": "' + LONG + b'"}], "c": "other"}'
    assert shrunk(raw, lambda less: "another answer" in feed(TARGET, less)[1]) == b"other"
