"""What earlier programs wrote is read, by each way in, to the answers written down beside it."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from rls_wizard import i18n
from rls_wizard.domain.values import plain
from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import Earlier, pack, unpack
from rls_wizard.handover.earlier.carry import carried
from rls_wizard.handover.earlier.digits import from_digits
from rls_wizard.handover.earlier.pdf import from_pdf
from rls_wizard.handover.unfinished import Unfinished, sum_of
from rls_wizard.handover.unfinished import pack as pack_visit
from rls_wizard.handover.unfinished import unpack as unpack_visit
from tests.conftest import TODAY
from tests.handover.carrier import pdf_with

WORDS = i18n.load("en")
RELEASED = sorted(path for path in (Path(__file__).parent / "released").iterdir() if path.is_dir())


def from_file(raw, content):
    return Earlier(answer_file.read(raw, content, TODAY))


def from_attachment(raw, content):
    return from_pdf(pdf_with(raw), content, TODAY, WORDS)


def from_object(raw, content):
    return carried(json.loads(raw), content, TODAY, WORDS)


def from_paper(raw, content):
    return from_pdf(raw, content, TODAY, WORDS)


def from_saved_visit(raw, content):
    """Read it as a visit that was broken off, in which such answers stand."""
    kept = Unfinished(answer_file.read(raw, content, TODAY), datetime(2026, 11, 22), "PAGE", "legs")
    around = json.loads(pack_visit(kept, content))["kept"] | {"visit": json.loads(raw)}
    written = json.dumps({"sum": sum_of(around), "kept": around}).encode()
    visit = unpack_visit(written, content, TODAY, WORDS)
    return Earlier(visit.response, visit.changes)


def from_code(raw, content):
    return from_digits(raw.decode(), content, TODAY, WORDS)


DOORS = {
    "answers.json": [from_file, from_attachment, from_object, from_saved_visit],
    "summary.pdf": [from_paper],
    "code.txt": [from_code],
}
WAYS = [
    pytest.param(folder / name, door, id=f"{folder.name}-{door.__name__}")
    for folder in RELEASED
    for name in DOORS
    if (folder / name).exists()
    for door in DOORS[name]
]


@pytest.mark.parametrize(("file", "door"), WAYS)
def test_what_an_earlier_program_wrote_is_read(content, file, door):
    held = json.loads((file.parent / "held.json").read_bytes())[file.name]
    earlier = door(file.read_bytes(), content)
    response = earlier.response
    assert {link_id: plain(value) for link_id, value in response.answers.items()} == held
    assert not any("another way now" in line for line in earlier.lost)
    assert unpack(pack(earlier), content, TODAY) == earlier


def test_each_has_nearly_all_that_could_be_answered():
    assert len(RELEASED) >= 4
    for folder in RELEASED:
        held = json.loads((folder / "held.json").read_bytes())["answers.json"]
        assert len(held) > 40


def test_the_content_of_today_has_its_own(content):
    """Before content of a new version goes out, what it writes is kept."""
    assert any(folder.name.startswith(f"1-{content.about.version}-") for folder in RELEASED)
