"""The window and what it needs are those of the tests of its parts."""

import pytest

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.paths import resources
from tests.ui.conftest import (  # noqa: F401
    _our_font,
    days,
    display,
    open_visit,
    qapp_args,
    speaking,
)
from tests.walks.hands import Keyboard, Mouse
from tests.walks.walker import Walker


@pytest.fixture(scope="session")
def foreign():
    """The real content in the language that nobody speaks."""
    catalogue = i18n.load("qps")
    return load_content(resources() / "content", catalogue), catalogue


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keys"])
def hand(request):
    """One kind of hand, then the other."""
    return request.param


@pytest.fixture
def file(tmp_path):
    """Where the summary is saved."""
    return tmp_path / "summary.pdf"


@pytest.fixture
def arrive(open_visit, content, foreign, file, qtbot):  # noqa: F811
    """Bring somebody before the real window."""
    spoken = {"en": (content, i18n.load("en")), "qps": foreign}

    def bring(visitor, hand=Mouse):
        visit = open_visit(content, choose_file=lambda *_: str(file), speak=spoken.get)
        qtbot.waitActive(visit.parent())
        return Walker(hand(qtbot, visit.parent()), visit, visitor)

    return bring
