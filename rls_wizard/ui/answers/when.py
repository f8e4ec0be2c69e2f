"""A year, its month if that is known, and whether they are only about right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rls_wizard.domain.response import Absent
from rls_wizard.domain.values import EARLIEST_YEAR, AnswerError, accept, text_given
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.keypad import NumberField
from rls_wizard.ui.answers.single import Single
from rls_wizard.ui.answers.tiles import Tiles
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.option import CheckOption
from rls_wizard.ui.tile import Tile
from rls_wizard.ui.words import label, quiet

if TYPE_CHECKING:
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.framed import Framed

_YEAR_LENGTH = 4
_LATE_YEARS = 4
_DAY_LENGTH = len("2026-03-14")


class DateAnswer(AnswerWidget):
    """A tile for each month and for the latest years, and a field for any other.

    A day that came with the answers of another time is shown, and kept until something is changed.
    """

    _frame: Framed | None = None

    def build(self, value: Value | None) -> None:
        """Create months, year, and the ticks."""
        given = text_given(value)
        self._kept = given if len(given) == _DAY_LENGTH else ""
        _ = self.asking.catalogue
        words = self.asking.dates.in_words(self._kept) if self._kept else ""
        self._day = quiet(_("The day you gave: {date}").format(date=words))
        self._day.setVisible(bool(words))
        self.column.addWidget(self._day)
        self._add_month()
        self._add_year()
        self._about = self._add_about()
        self._ticks = AbsenceTicks(self.item, self.name, self.asking, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        self._ticks.ticked.connect(self._ticked)
        if given:
            year, *rest = given.split("-")
            self._months.take(int(rest[0]) if rest else None)
            self._year.put(year)

    def follow(self, logic: Logic) -> None:
        """Show "only about right" where it applies."""
        super().follow(logic)
        if self._about is not None and self.item.about is not None:
            self._about.setVisible(self.item.about.link_id in logic.facts)

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return itself for "only about right", too."""
        about = self.item.about
        own = about is not None and link_id == about.link_id
        return [self] if own else super().widgets_for(link_id)

    def fault(self) -> str:
        """Return what is missing, or what cannot be."""
        month, year = self._months.number, self._year.text().strip()
        if (month is None and not year) or self._value() is not None:
            return ""
        _, today = self.asking.catalogue, self.asking.today
        if not year:
            return _("Please write the year too, like {year}.").format(year=today.year)
        if not _is_year(year, today.year):
            return _("Please write a year from {first} to {last}.").format(
                first=EARLIEST_YEAR, last=today.year
            )
        return _("This month has not come yet. Please choose one that has been.")

    def show_fault(self, text: str) -> None:
        """Say it next to the question, and show and tell it at the field."""
        super().show_fault(text)
        if self._frame is not None:
            self._frame.set_wrong(bool(text))
            self._year.setAccessibleDescription(text or self.freedom)

    def unfinished(self) -> object | None:
        """Return a month without a year and the like, and whether the keys were opened."""
        half = (self._months.number, self._year.text()) if self.fault() else None
        turned = self._number.turned()
        return (half, turned) if half or turned else None

    def resume(self, state: object) -> None:
        """Put both back."""
        half, turned = cast("tuple[tuple[int | None, str] | None, bool]", state)
        if half is not None:
            month, year = half
            self._months.take(month)
            self._year.put(year)
            self._year_finished()
        if turned:
            self._number.turn()

    def _add_month(self) -> None:
        self.column.addWidget(label(self.asking.catalogue("Month, if you know it")))
        # Never firm: a month pressed by mistake would else stand beside a year that is right.
        self._months = Single(self, firm=False)
        tiles = []
        for number, name in enumerate(self.asking.dates.months, 1):
            tile = Tile(name)
            tile.setObjectName(f"{self.name}.month.{number}")
            self._months.addButton(tile, number)
            tiles.append(tile)
        self.column.addWidget(Tiles(tiles))
        self._months.picked.connect(self._month_picked)

    def _add_year(self) -> None:
        words = self.asking.catalogue("Year")
        self.column.addWidget(label(words))
        self._add_late_years()
        self._number = NumberField(self.name, self.asking)
        self._number.rearranged.connect(self.rearranged)
        self._number.wanted.connect(self.wanted)
        self._number.call(words)
        self._year, self._frame = self._number.field, self._number.frame
        self._year.setAccessibleDescription(self.freedom)
        self._year.textChanged.connect(self._show_late_year)
        self._year.written.connect(self._edited)
        self._year.editingFinished.connect(self._year_finished)
        self.column.addWidget(self._number)

    def _add_late_years(self) -> None:
        """Offer the years that are told most often, to press."""
        self._late = Single(self, firm=False)
        this = self.asking.today.year
        tiles = [Tile(str(year)) for year in range(this, this - _LATE_YEARS, -1)]
        for tile in tiles:
            tile.setObjectName(f"{self.name}.year.{tile.text()}")
            self._late.addButton(tile, int(tile.text()))
        self.column.addWidget(Tiles(tiles))
        self._late.picked.connect(self._late_year_picked)

    def _late_year_picked(self, year: int | None) -> None:
        self._year.put("" if year is None else str(year))
        self._edited()
        self._year_finished()

    def _show_late_year(self, text: str) -> None:
        self._late.take(int(text) if _is_year(text.strip(), self.asking.today.year) else None)

    def _add_about(self) -> CheckOption | None:
        item = self.item.about
        if item is None:
            return None
        option = item.options[0]
        tick = CheckOption(option.text)
        tick.setObjectName(f"{item.link_id}.{option.code}")
        tick.setChecked(self.asking.value(item.link_id) == option.code)
        tick.clicked.connect(self._about_ticked)
        self.column.addWidget(tick)
        return tick

    def _value(self) -> Value | None:
        if self._kept:
            return self._kept
        month, year = self._months.number, self._year.text().strip()
        if not _is_year(year, self.asking.today.year):
            return None
        try:
            told = year if month is None else f"{year}-{month:02}"
            return accept(self.item, told, self.asking.today)
        except AnswerError:
            return None

    def _month_picked(self) -> None:
        self._edited()
        self._year_finished()

    def _edited(self) -> None:
        self._kept = ""
        self._day.hide()
        self._ticks.show(None)
        self.show_fault("")
        self._tell_date(self._value())

    def _year_finished(self) -> None:
        """Complain only once there is a year: before that the person is still at it."""
        if self._year.text().strip():
            self.show_fault(self.fault())

    def _ticked(self, value: Absent | None) -> None:
        self._months.take(None)
        self._year.put("")
        self._kept = ""
        self._day.hide()
        self.show_fault("")
        self._tell_date(value)

    def _tell_date(self, value: Value | None) -> None:
        answers: dict[str, Value | None] = {self.item.link_id: value}
        # Not while the year is only being changed.
        gone = isinstance(value, Absent) or (self._months.number is None and not self._year.text())
        if gone and self._about is not None and self.item.about is not None:
            self._about.setChecked(False)
            answers[self.item.about.link_id] = None
        self.answered.emit(answers)

    def _about_ticked(self, checked: bool) -> None:
        item = self.item.about
        if item is not None:
            self.answered.emit({item.link_id: item.options[0].code if checked else None})


def _is_year(text: str, latest: int) -> bool:
    digits = len(text) == _YEAR_LENGTH and text.isascii() and text.isdecimal()
    return digits and EARLIEST_YEAR <= int(text) <= latest
