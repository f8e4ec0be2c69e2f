import pytest

from rls_wizard.ui import style


@pytest.fixture(scope="session")
def qapp_args():
    return ["rls-wizard", *style.ARGUMENTS]


@pytest.fixture(scope="session")
def our_font(qapp):
    """Have the program's own font, in which all is measured."""
    style.prepare(qapp)
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(autouse=True)
def _as_before(request):
    """Leave text, colours and drags to the next test as they were, where there is a screen."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp = request.getfixturevalue("our_font")
    palette, drag = qapp.palette(), qapp.startDragDistance()
    yield
    # A lock forbids them; a menu takes no click then.
    qapp.setStartDragDistance(drag)
    qapp.setFont(style.base_font())
    qapp.setPalette(palette)
