"""Reads the window as a person does: what is asked, what is chosen, what stands there."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.medicines import LEAST_LETTERS
from rls_wizard.domain.response import Absent
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.option import CheckOption, RadioOption
from rls_wizard.ui.tile import Tile

CHOSEN = (RadioOption, CheckOption, Tile)


class Seen:
    """What is on the screen."""

    def __init__(self, window):
        self._window = window

    @property
    def page(self):
        return self._window.page

    def all(self, kind):
        """Return what is shown of a kind, also below the fold."""
        return [w for w in self._window.findChildren(kind) if w.isVisibleTo(self._window)]

    def offered(self, name):
        return any(w.isEnabled() for w in self.named(name))

    def named(self, name):
        found = self._window.findChildren(QWidget, name)
        return [w for w in found if w.isVisibleTo(self._window)]

    def reads(self):
        texts = [w.text() for w in self.all(QLabel) + self.all(QAbstractButton)]
        return "\n".join(texts).replace("\u00a0", " ").replace("\u200b", "")

    def names(self, end):
        """Return the names on the page that end like this, without the end."""
        named = [w.objectName() for w in self.all(QAbstractButton)]
        return [name.removesuffix(end) for name in named if name.endswith(end)]

    def toggles(self):
        return [w.objectName() for w in self.all(Toggle) if self.page.isAncestorOf(w)]

    def questions(self):
        """Return the questions that are shown, by name."""
        found = self.page.findChildren(AnswerWidget)
        return {w.name: w for w in found if w.isVisibleTo(self.page)}

    def is_list(self, group):
        """Tell whether a group is shown as a list of ticks, and not question by question."""
        return any(isinstance(w, CheckOption) for w in self.named(f"{group.link_id}.none"))

    def is_open(self, group, row):
        return bool(self.named(f"{group.link_id}.{row}.done"))

    def chosen(self, name):
        """Return the codes of what is chosen of a question."""
        found = self.page.findChildren(QAbstractButton)
        names = [b.objectName() for b in found if isinstance(b, CHOSEN) and b.isChecked()]
        codes = {n.removeprefix(f"{name}.") for n in names if n.startswith(f"{name}.")}
        # What has more parts belongs to another question, or says a date.
        return {code for code in codes if "." not in code or code.startswith(("month.", "year."))}

    def text(self, name):
        for field in self.page.findChildren(QWidget, f"{name}.value"):
            return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return ""

    def pressable(self):
        """Return the names of all that can be pressed."""
        return [w.objectName() for w in self.all(QAbstractButton)]

    def options(self, name):
        """Return the names of the options of a question that can be pressed."""
        found = (w.objectName() for w in self.all(CHOSEN[0]) + self.all(CHOSEN[1]))
        return [option for option in found if option.startswith(f"{name}.")]

    def rows(self, group):
        """Return how many rows a list has."""
        rows = self.names(".remove")
        return len([name for name in rows if name.rpartition(".")[0] == group.link_id])

    def private(self):
        """Return what others could see of the window beyond its page: names and titles."""
        names = [w.objectName() for w in self._window.findChildren(QWidget)]
        return [self._window.windowTitle(), *names]


# What it should be --------------------------------------------------------------------------------


def wanted(model, seen):
    """Return the names of the questions that are to be seen on a page."""
    names = {item.link_id for item in model.definition.items if _headed(item, model)}
    for group in model.groups("ticks"):
        if not seen.is_list(group):
            names |= model.ticked(group).keys()
    in_lists = {child.link_id for group in model.groups("ticks") for child in group.items}
    for field in model.fields():
        if field.item.link_id not in in_lists | _abouts(model) and _shown(field, model, seen):
            names.add(field.name)
    return names


def _headed(item, model):
    return item.link_id in model.facts and not item.asks and item.calculated is None


def _abouts(model):
    return {f.item.about.link_id for f in model.fields() if f.item.about}


def _shown(field, model, seen):
    if field.row is not None and not seen.is_open(field.group, field.row):
        return False
    if not field.item.found_by:
        return True
    name = model.rows(field.group)[field.row].get(field.item.found_by)
    long = isinstance(name, str) and len(name.strip()) >= LEAST_LETTERS
    return long or bool(model.value(field))


def as_chosen(field, model):
    """Return which codes and which text are to stand at a question."""
    value, draft = model.value(field), model.draft(field)
    item = field.item
    if item.type is ItemType.DATE:
        return _date(value, draft, model.response.answered_on.year)
    if draft is not None or (is_typed(item) and not isinstance(value, Absent)):
        return set(), _read(item, draft or ("" if value is None else value))
    if item.type is ItemType.GROUP and not isinstance(value, Absent):
        return ({"none"} if value == () else set()), ""
    codes = value if isinstance(value, tuple) else (value,)
    return {str(code) for code in codes if code is not None}, ""


def is_typed(item):
    """Tell whether a question is answered in a field."""
    typed = {ItemType.TEXT, ItemType.DECIMAL, ItemType.INTEGER}
    return item.type in typed and item.appearance not in {"scale", "hour"}


def _date(value, draft, this_year):
    if isinstance(value, Absent):
        return {value.value}, ""
    year, *rest = (value or "").split("-")
    month = rest[0] if rest else None
    if draft is not None:
        month, year = draft
    codes = {f"month.{int(month)}"} if month else set()
    late = year.isdecimal() and len(year) == 4 and this_year - 4 < int(year) <= this_year
    return codes | ({f"year.{year}"} if late else set()), year


def at(field, seen):
    """Return the same as it is on the screen."""
    codes = seen.chosen(field.name)
    item = field.item
    if item.found_by:
        codes = {code for line in codes for code in line.split("+")}
    elif item.type is ItemType.GROUP:
        codes &= {"none", *Absent}
    return codes, _read(item, seen.text(field.name))


def _read(item, text):
    """Return what was typed; a number is the same however it is written."""
    if item.type not in {ItemType.INTEGER, ItemType.DECIMAL}:
        return text
    try:
        return float(str(text).replace(",", "."))
    except ValueError:
        return text
