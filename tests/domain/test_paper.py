"""What a section of the clinician's page asks for, and which tables cannot be printed."""

import pytest
from pydantic import ValidationError

from rls_wizard.domain.paper import PaperSection, PaperTable

NAMED = {"called": "a.name", "group": "a", "cells": [["a.dose"], ["a.from", "a.to"]]}
PLAIN = {"cells": [["b"], ["c"], ["d"]]}
ENTRIES = {
    "group": "e",
    "yes_to": "e.now",
    "items": ["e.name", "e.why"],
    "nothing": "none",
    "unsure": "{names}",
    "unasked": "not asked",
}
HEAD = ["Name", "Dose", "When"]


@pytest.mark.parametrize(
    ("section", "asked"),
    [
        ({}, ("x", "y")),
        ({"entries": ENTRIES}, ("x", "y", "e", "e.now", "e.name", "e.why")),
        (
            {"table": {"head": HEAD, "rows": [NAMED, PLAIN]}},
            ("x", "y", "a.name", "a", "a.dose", "a.from", "a.to", "b", "c", "d"),
        ),
    ],
)
def test_a_section_names_every_question_that_it_prints(section, asked):
    whole = {"id": "s", "title": "S", "items": ["x", "y"], **section}
    assert PaperSection.model_validate(whole).asked == asked


@pytest.mark.parametrize(
    "rows",
    [[{"cells": [["b"], ["c"]]}], [PLAIN | {"called": "a"}], [PLAIN, {"cells": [["b"]]}]],
)
def test_a_line_that_does_not_fill_the_columns_is_refused(rows):
    with pytest.raises(ValidationError, match="each row needs as many cells as the head"):
        PaperTable.model_validate({"head": HEAD, "rows": rows})
