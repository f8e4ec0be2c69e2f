"""The readers of answers as JSON: a file, an attachment, what a child prints, the command line."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import redirect_stderr
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from rls_wizard import cli
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.values import plain
from rls_wizard.handover import answer_file
from rls_wizard.handover.answer_file import AnswerFileError
from rls_wizard.handover.earlier import Earlier, EarlierError, pack, unpack
from rls_wizard.handover.earlier.carry import carried
from rls_wizard.report.build import build_paper
from rls_wizard.report.plain import assessment
from tests.fuzz import world
from tests.fuzz.objects import spoil_json
from tests.fuzz.target import LONGEST_REASON, Target, must, reason

if TYPE_CHECKING:
    from random import Random

    from rls_wizard.domain.response import Response

_LONGEST_TOLD = 20_000


def targets() -> list[Target]:
    """Return these readers."""
    return [
        Target("answer file", world.answer_files, _spoil, _read, budget=150),
        Target("older answers", world.answer_files, _spoil, _carried, budget=100),
        Target("reading child", _printed, _spoil, _unpacked, budget=100),
        Target("assess and summary", world.answer_files, _spoil, _command, slowest=5, budget=12),
    ]


def _spoil(raw: bytes, dice: Random) -> bytes:
    return spoil_json(raw, dice, next(iter(world.odd_answer(dice).values())))


def _read(raw: bytes) -> bool:
    try:
        response = answer_file.read(raw, world.content(), world.TODAY)
    except AnswerFileError as error:
        reason(str(error), raw)
        return False
    usable(response)
    says_what_is_written(response, json.loads(raw.decode("utf-8-sig")))
    return True


def _carried(raw: bytes) -> bool:
    try:
        found = answer_file.parse(raw)
    except AnswerFileError:
        return False
    try:
        earlier = carried(found, world.content(), world.TODAY, world.WORDS)
    except EarlierError as error:
        reason(str(error), raw)
        return False
    taken_over(earlier)
    if not earlier.lost and found.get("content_version") != "2025.3":
        says_what_is_written(earlier.response, found)
    return True


def taken_over(earlier: Earlier) -> None:
    """See that an earlier visit can be used, handed to the window, and told of."""
    usable(earlier.response)
    for line in earlier.lost:
        must(line.isprintable() and len(line) < _LONGEST_TOLD, f"{line[:LONGEST_REASON]!r}")
    must(unpack(pack(earlier), world.content(), world.TODAY) == earlier, "the window gets another")


@cache
def _printed() -> list[bytes]:
    return [pack(Earlier(response, ("One thing.",))) for response in world.responses()]


def _unpacked(raw: bytes) -> bool:
    try:
        earlier = unpack(raw, world.content(), world.TODAY)
    except AnswerFileError:  # the window has its own words for it
        return False
    usable(earlier.response)
    return True


def usable(response: Response) -> None:
    """See that answers that were accepted can be written, read again, assessed and put on paper."""
    content = world.content()
    again = answer_file.read(answer_file.write(response), content, world.TODAY)
    must(again == response, "what was written of it is read as something else")
    json.dumps(assessment(content, assess(content, response))).encode()
    build_paper(content, response, world.TODAY)


def says_what_is_written(response: Response, file: dict[str, Any]) -> None:
    """See that no answer is another than the one that stands in the file."""
    written = {link_id: _same(value) for link_id, value in file["answers"].items()}
    read = {link_id: _same(plain(value)) for link_id, value in response.answers.items()}
    must(read == written, "an answer is not what the file says")
    if (day := file.get("answered_on")) is not None:
        must(response.answered_on.isoformat() == day, "the day is not what the file says")
    must(list(response.changed) == list(dict.fromkeys(file.get("changed", ()))), "changed")
    must((response.then is None) == (file.get("then") is None), "the visit before")


def _same(value: Any) -> Any:
    """Return a plain answer without what makes no difference: the order of ticks."""
    if isinstance(value, dict):
        return {key: _same(inner) for key, inner in value.items()}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return sorted(value)
    return [_same(one) for one in value] if isinstance(value, list) else value


def _command(raw: bytes) -> bool:
    """Run the command on a file; what it prints goes to a file, too."""
    with tempfile.TemporaryDirectory() as folder:
        given, printed = Path(folder, "answers.json"), Path(folder, "out.pdf")
        given.write_bytes(raw)
        code, complaint = _main(Path(folder), "summary", str(given), "-o", str(printed))
        if code == cli.UNUSABLE:
            said = complaint.removeprefix("rls-wizard: ").replace(str(given), "answers.json")
            reason(said.strip(), raw)
            must(not printed.exists(), "something was written in spite of the refusal")
            return False
        must((code, complaint) == (cli.OK, ""), f"ended with {code}: {complaint}")
        must(printed.read_bytes().startswith(b"%PDF"), "no PDF")
    return True


def _main(folder: Path, *arguments: str) -> tuple[int, str]:
    """Return how a command ends and what it complains of; content is read once for all."""

    class Today(world.TODAY.__class__):
        @classmethod
        def today(cls) -> Any:
            return world.TODAY

    complaints = Path(folder, "stderr")
    with (
        open(complaints, "w+b") as stream,
        redirect_stderr(os.fdopen(os.dup(stream.fileno()), "w")) as told,
        mock.patch.object(cli, "_content", return_value=world.content()),
        mock.patch.object(cli, "date", Today),
        mock.patch.object(cli.gc, "disable"),
    ):
        code = cli.main(list(arguments))
        told.close()
        stream.seek(0)
        return code, stream.read().decode()
