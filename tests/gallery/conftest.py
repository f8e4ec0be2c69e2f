import pytest
from PySide6.QtWidgets import QApplication

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


@pytest.fixture
def stage(qapp):
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
    QApplication.setFont(style.base_font())
