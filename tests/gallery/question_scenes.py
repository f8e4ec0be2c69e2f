"""Pages of questions: as people filled them in, opened up, empty, and with what is missing told."""

from functools import partial

from PySide6.QtWidgets import QAbstractButton

from rls_wizard.domain.fixed import WELCOME
from rls_wizard.domain.questionnaire import walk
from rls_wizard.ui.answers.row import GroupRow
from rls_wizard.ui.link import Toggle
from tests.gallery.cover import people_on
from tests.gallery.stage import settle, spoken


def all_of_them():
    """Return name and function of each."""
    content, _ = spoken("en")
    for page in content.pages:
        if page.id != WELCOME:
            yield from _of(page)


def _of(page):
    links = {item.link_id for item in walk(page.items)}
    people = people_on(page.id)
    yield f"{page.id}.empty", partial(_show, page.id, people[0], links)
    for number, name in enumerate(people, 1):
        yield f"{page.id}.filled-{number}", partial(_show, page.id, name, ())
    yield f"{page.id}.opened", partial(_opened, page.id, people[0])
    if _required(page):
        yield f"{page.id}.gaps", partial(_gaps, page.id, people[0], links)


def _required(page):
    """Tell whether anything on the page has to be answered."""
    return any(item.required for item in walk(page.items))


def _show(page_id, name, without, stage):
    stage.tell(name, without)
    stage.page(page_id)


def _gaps(page_id, name, without, stage):
    _show(page_id, name, without, stage)
    stage.press("next")
    stage.top()
    settle()


def _opened(page_id, name, stage):
    """Show what is folded: the rows of lists, and what stands behind lines of text."""
    _show(page_id, name, (), stage)
    for row in stage.window.findChildren(GroupRow):
        row.unfold()
    open_all(stage)


def open_all(stage):
    """Press every line that shows more."""
    for toggle in stage.window.page.findChildren(QAbstractButton):
        if isinstance(toggle, Toggle) and toggle.isVisible() and not toggle.isChecked():
            toggle.click()
    settle()
    stage.top()
    settle()
