"""The program's own application, left to the next test as it was."""

import pytest

from rls_wizard.ui import style
from tests.ui.conftest import _our_font, qapp_args  # noqa: F401


@pytest.fixture(autouse=True)
def _as_before(qapp):
    palette = qapp.palette()
    yield
    qapp.setFont(style.base_font())
    qapp.setPalette(palette)
