"""Messages of the printing service: what is sent is what comes out, and nonsense is refused."""

import pytest

from rls_wizard.handover.printing.ipp import Attribute, IppError, Tag, answer, request

ATTRIBUTES = [
    Attribute("job-name", Tag.NAME, ["Summary"]),
    Attribute("requested-attributes", Tag.KEYWORD, ["job-state", "job-id"]),
    Attribute("copies", Tag.INTEGER, [-3]),
    Attribute("purge-job", Tag.BOOLEAN, [True]),
    Attribute("media", Tag.KEYWORD, ["\u00fcber"]),
]


def test_a_message_is_read_as_it_was_written():
    found = answer(request(0x0006, [(Tag.OPERATION, ATTRIBUTES[:2]), (Tag.JOB, ATTRIBUTES[2:])]))
    assert found.status == 0x0006
    (operation,), (job,) = found.of(Tag.OPERATION), found.of(Tag.JOB)
    assert operation.values == {
        "job-name": ["Summary"],
        "requested-attributes": ["job-state", "job-id"],
    }
    assert job.values == {"copies": [-3], "purge-job": [True], "media": ["\u00fcber"]}


def test_the_bytes_are_those_of_the_standard():
    # RFC 8010, appendix A.1, shortened to what is sent here.
    message = request(0x0002, [(Tag.OPERATION, [Attribute("copies", Tag.INTEGER, [20])])])
    assert (
        message
        == b"\x02\x00\x00\x02\x00\x00\x00\x01\x01\x21\x00\x06copies\x00\x04\x00\x00\x00\x14\x03"
    )


def test_kinds_that_are_not_known_are_kept_as_bytes():
    assert answer(b"\2\0\0\0\0\0\0\1\4\x32\0\1r\0\2ab\3").of(Tag.PRINTER)[0].values == {
        "r": [b"ab"]
    }


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"HTTP",
        request(2, [(Tag.JOB, ATTRIBUTES)])[:-1],
        request(2, [(Tag.JOB, ATTRIBUTES)])[:-9],
        b"\2\0\0\0\0\0\0\1\x21\0\1a\0\4\0\0\0\1\3",  # a value before any group
        b"\2\0\0\0\0\0\0\1\1\x21\0\1a\0\1\0\3",  # a number of one byte
        b"\2\0\0\0\0\0\0\1\1\x42\0\1a\0\1\xff\3",  # no UTF-8
    ],
)
def test_what_is_no_message_is_refused(message):
    with pytest.raises(IppError):
        answer(message)
