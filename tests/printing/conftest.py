import shutil
import tempfile
from pathlib import Path

import pytest

from tests.printing.service import CUPSD, LPADMIN, Service
from tests.printing.window import Window


@pytest.fixture
def service():
    """A printing service of this test's own, with three printers."""
    if CUPSD is None or LPADMIN is None:
        pytest.skip("cupsd and lpadmin are not installed: packages cups-daemon and cups-client")
    # Not pytest's own folder: the printer is another user's process, and may not look into that.
    root = Path(tempfile.mkdtemp(prefix="rls-cups-"))
    root.chmod(0o755)
    made = Service(root)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(root)


@pytest.fixture
def open_window(service):
    """Return what opens the window, with a child that prints."""
    opened = []

    def open_it():
        opened.append(Window(service.environment))
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()


@pytest.fixture
def window(open_window):
    return open_window()
