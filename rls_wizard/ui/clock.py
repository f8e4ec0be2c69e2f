"""What is said of a clock that cannot be right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.domain.reference import About
    from rls_wizard.i18n import Catalogue

_OTHER_SIDE = timedelta(days=1)
"""It may still be the day before where the computer stands."""


def told_wrong(today: date, about: About, _: Catalogue) -> str:
    """Return what is said if today is before the texts were written; else nothing."""
    if today >= about.reviewed_on - _OTHER_SIDE:
        return ""
    said = _(
        "This computer says that today is {day}. That cannot be right. Have its date set right "
        "before you begin: it will stand on your summary, and dates that you tell are compared "
        "with it."
    )
    return said.format(day=about.dates.in_words(today))
