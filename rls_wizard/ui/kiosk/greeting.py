"""How a clinic's kiosk greets whoever comes: the clinic's own words, and when it forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in, row_in
from rls_wizard.ui.welcome_page import Greeting
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Clinic, Site, Times

_LOGO = QSize(240, 72)
"""The most that a logo takes, in pixels: a fifth of the smallest page at each side."""


def greeting(site: Site, catalogue: Catalogue) -> Greeting:
    """Return what stands on the first page of a kiosk."""
    _ = catalogue
    words = (
        _(
            "You need not type anything. You can go back at any time. The staff do not see your "
            "answers. They only see the paper, if you give it to them."
        ),
        forgets(site.times, _),
    )
    clinic = site.clinic
    says = (lambda: _clinic(clinic)) if clinic != type(clinic)() else None
    # Nobody has a file here: only a scanner can read what stands on paper.
    return Greeting(words, says, site.scanner)


def forgets(times: Times, catalogue: Catalogue) -> str:
    """Return when the kiosk asks, and when it forgets."""
    _ = catalogue
    text = _(
        "After {quiet} without a touch, this screen asks whether you are still there. "
        "After {warning} more, it forgets everything."
    )
    return text.format(quiet=_long(times.quiet, _), warning=_long(times.warning, _))


def site_faults(site: Site, content: Content) -> Iterator[str]:
    """Yield what a site asks for and the content does not have."""
    known = sorted(country.id for country in content.countries)
    if site.country not in known:
        yield f"country: {site.country!r} is not known; use one of {', '.join(known)}"


def _long(seconds: int, catalogue: Catalogue) -> str:
    _ = catalogue
    if seconds % 60:
        return _("{number} seconds").format(number=seconds)
    if seconds == 60:  # noqa: PLR2004
        return _("1 minute")
    return _("{number} minutes").format(number=seconds // 60)


def _clinic(clinic: Clinic) -> QWidget:
    """Return the clinic's logo, name and text, as far as there are any."""
    made = QWidget()
    row = row_in(made, style.WIDE)
    if (logo := _logo(clinic.logo)) is not None:
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
    beside = QWidget()
    column = column_in(beside, style.HAIR)
    if clinic.name:
        column.addWidget(label(clinic.name, style.TITLE, bold=True))
    if clinic.text:
        column.addWidget(label(clinic.text))
    column.addStretch()
    row.addWidget(beside, 1)
    return made


def _logo(file: str) -> QLabel | None:
    """Return a picture, small enough; nothing where the file is gone or is no picture."""
    if not file:
        return None
    reader = QImageReader(file)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    reader.setScaledSize(size.scaled(_LOGO.boundedTo(size), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    shown = QLabel()
    shown.setObjectName("logo")
    shown.setPixmap(QPixmap.fromImage(image))
    return shown
