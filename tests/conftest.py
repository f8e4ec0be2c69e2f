import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import date

import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import resources

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def content():
    """The content that is shipped."""
    return load_content(resources() / "content", i18n.load("en"))


@pytest.fixture(scope="session")
def cases():
    """The worked cases, by name."""
    reader = Reader(resources() / "content", i18n.load("en"))
    return {case.name: case for case in read_cases(reader)}


@pytest.fixture(scope="session")
def visit(content, cases):
    """Return the response of a case, changed as the arguments say; None takes an answer away."""

    def respond(changes=None, case=SAMPLE, **header):
        response = response_of(cases[case], cases, content)
        for link_id, value in (changes or {}).items():
            response = response.record(link_id, value)
        return response.model_copy(update=header)

    return respond
