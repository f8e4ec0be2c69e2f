"""The program's own application, left to the next test as it was."""

from tests.gallery.conftest import _as_before  # noqa: F401
from tests.ui.conftest import _our_font, qapp_args  # noqa: F401
