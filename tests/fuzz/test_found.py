"""Inputs that once showed a fault: what `python -m tests.fuzz.run` found, and what was mended."""

from pathlib import Path

import pytest

from tests.fuzz.every import every
from tests.fuzz.fuzzing import feed

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_is_mended(file):
    target = every()[file.name.partition("-")[0].replace("_", " ")]
    assert feed(target, file.read_bytes())[1] == ""
