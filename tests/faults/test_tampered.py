"""A saved visit with any byte cut off or changed is refused with a reason; never another answer."""

from datetime import UTC, datetime

import pytest

from rls_wizard import i18n
from rls_wizard.handover.unfinished import Unfinished, UnfinishedError, pack, unpack
from tests.conftest import TODAY

WORDS = i18n.load("en")
AT = datetime(2026, 11, 22, 3, 12, tzinfo=UTC)


@pytest.fixture
def kept(visit, content):
    told = visit({"own_words": "Zoë, 3 am"}, answered_on=TODAY)
    return Unfinished(
        told.model_copy(update={"content_version": content.about.version}), AT, "QUESTIONS", "legs"
    )


def reasons(variants, kept, content):
    """Return why each variant is refused; one that is not must be the same visit."""
    found = set()
    for raw in variants:
        try:
            assert unpack(raw, content, TODAY, WORDS) == kept, raw
        except UnfinishedError as error:
            found.add(str(error))
    return found


def test_cut_at_every_byte(kept, content):
    raw = pack(kept, content)
    found = reasons((raw[:length] for length in range(len(raw))), kept, content)
    assert found == {"It was cut short or changed, so its answers cannot be trusted."}


def test_another_byte_at_every_place(kept, content):
    raw = pack(kept, content)
    changed = (
        raw[:place] + bytes([raw[place] ^ (1 << place % 8)]) + raw[place + 1 :]
        for place in range(len(raw))
    )
    assert "It was cut short or changed, so its answers cannot be trusted." in reasons(
        changed, kept, content
    )


def test_a_byte_more_or_less(kept, content):
    raw = pack(kept, content)
    places = range(0, len(raw), 11)
    less = [raw[:place] + raw[place + 1 :] for place in places]
    more = [raw[:place] + b"0" + raw[place:] for place in places]
    assert reasons(less + more, kept, content)
