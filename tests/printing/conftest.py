import pytest

from tests.printing.service import running_service
from tests.printing.window import Window


@pytest.fixture
def service():
    """A printing service of this test's own, with three printers."""
    with running_service() as made:
        yield made


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
