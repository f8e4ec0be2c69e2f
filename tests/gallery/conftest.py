import pytest

from rls_wizard.ui import style
from tests.gallery.scenes import scenes
from tests.gallery.stage import Stage, settle


@pytest.fixture(scope="session")
def qapp_args():
    return ["rls-wizard", *style.ARGUMENTS]


@pytest.fixture(scope="session", autouse=True)
def _our_font(qapp):
    style.prepare(qapp)
    qapp.setCursorFlashTime(0)


@pytest.fixture(autouse=True)
def _as_before(qapp):
    """Leave text and colours to the next test as they were."""
    palette = qapp.palette()
    yield
    qapp.setFont(style.base_font())
    qapp.setPalette(palette)


@pytest.fixture
def stage():
    """Open a stage that looks like this, in place of the one before; show a scene on it."""
    opened = []

    def close():
        while opened:
            opened.pop().close()

    def show(name, *look):
        close()
        opened.append(Stage(*look))
        next(scene for scene in scenes() if scene.name == name).show(opened[-1])
        settle()
        return opened[-1]

    yield show
    close()
