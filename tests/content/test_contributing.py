"""The examples in CONTRIBUTING.md work as they stand there."""

import re
import shutil
from datetime import date
from pathlib import Path

from rls_wizard.content.check import faults

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    "[[item]]": "questionnaire/15-your-questions.toml",
    "[[advice]]": "rules/advice.toml",
    "[[medicine]]": "medicines.toml",
    "[[line]]": "codebook.toml",
    "[[hazard]]": "hazards.toml",
    "[[case]]": "cases/04-filters.toml",
}


def example(head):
    """Return the indented block of CONTRIBUTING.md that begins with a head."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(rf"(?m)^    {re.escape(head)}\n(?:    .*\n)+", text).group(0)
    return re.sub(r"(?m)^    ", "", block)


def test_the_examples_can_be_pasted(tmp_path):
    copy = Path(shutil.copytree(ROOT / "resources" / "content", tmp_path / "content"))
    for head, name in EXAMPLES.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{example(head)}")
    assert faults(copy, date.today()) == []
