"""The examples in CONTRIBUTING.md work as they stand there."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from rls_wizard.content.check import faults

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    "[[item]]": "questionnaire/15-your-questions.toml",
    "[[advice]]": "rules/advice.toml",
    "[[case]]": "cases/04-filters.toml",
}


def example(head):
    """Return the indented block of CONTRIBUTING.md that begins with a head."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(rf"(?m)^    {re.escape(head)}\n(?:    .*\n)+", text).group(0)
    return re.sub(r"(?m)^    ", "", block)


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(ROOT / "resources" / "content", tmp_path / "content"))


@pytest.mark.parametrize("head", EXAMPLES)
def test_an_example_can_be_pasted(copy, head):
    file = copy / EXAMPLES[head]
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{example(head)}", encoding="utf-8")
    assert faults(copy, date.today()) == []
