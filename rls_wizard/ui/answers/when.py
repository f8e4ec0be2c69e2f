"""A month, or a day, typed."""

from __future__ import annotations

import re

from rls_wizard.ui.answers.field import FieldAnswer

_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[./ -]\s*(\d{4})")


class DateAnswer(FieldAnswer):
    """A month and year, or the very day."""

    def read(self, text: str) -> str:
        """Return the date as year-month; people also write 3/2026."""
        found = _MONTH_FIRST.fullmatch(text)
        if found is None:
            return text
        return f"{found[2]}-{int(found[1]):02}"

    def hint(self) -> str:
        """Show what a date looks like."""
        return self.asking.catalogue("year and month, like {example}").format(
            example=f"{self.asking.today:%Y-%m}"
        )

    def complaint(self) -> str:
        """Ask for a date that has been."""
        return self.asking.catalogue(
            "Please write a year and a month that have been, like {example}."
        ).format(example=f"{self.asking.today:%Y-%m}")
