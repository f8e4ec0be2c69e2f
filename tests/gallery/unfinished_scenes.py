"""What the next start says of a visit that was broken off, and what is said if none can be kept."""

import json
import os
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from rls_wizard.handover.unfinished import Unfinished, pack, sum_of
from tests.gallery.stage import TODAY, settle, told

_SAMPLE = "A sample visit"
_OTHER = {"texts": "0", "asked": ["age", "urge"]}
"""What a visit says that was answered with other content."""


def unfinished():
    """Return name and function of each scene."""
    yield "unfinished.today", partial(_broken_off, TODAY)
    yield "unfinished.changed", partial(_broken_off, TODAY, fields=_OTHER)
    yield "unfinished.yesterday", partial(_broken_off, date(2026, 11, 21))
    yield "unfinished.old", partial(_broken_off, date(2026, 11, 8))
    yield "unfinished.early", partial(_broken_off, date(2027, 1, 2))
    yield "unfinished.cut", partial(_broken_off, TODAY, share=0.9)
    yield "unfinished.delete", _delete
    yield "unfinished.not-now", _not_now
    yield "unfinished.not-kept", _not_kept


def _broken_off(day, stage, *, fields=(), share=1):
    response = told(_SAMPLE).model_copy(update={"answered_on": day})
    at = datetime(day.year, day.month, day.day, 3, 12, tzinfo=UTC)
    visit = Unfinished(response, at, stop="QUESTIONS", page="legs", who_told=True)
    kept = json.loads(pack(visit, stage.content))["kept"] | dict(fields)
    raw = json.dumps({"sum": sum_of(kept), "kept": kept}).encode()
    file = Path(stage.kept.name) / "visit-1.json"
    file.write_bytes(raw[: int(share * len(raw))])
    os.utime(file, (at.timestamp(), at.timestamp()))
    _ = stage.visit
    settle()


def _delete(stage):
    _broken_off(TODAY, stage)
    stage.press("unfinished.delete")


def _not_now(stage):
    _broken_off(TODAY, stage)
    stage.press("unfinished.leave")
    stage.top()


def _not_kept(stage):
    _ = stage.visit
    # Where a folder is wanted stands a file.
    stage.kept.cleanup()
    Path(stage.kept.name).write_bytes(b"")
    stage.press("answered_by.self", "country.gb")
    stage.wait(lambda: stage.offered("not_kept"))
    Path(stage.kept.name).unlink()
    stage.top()
