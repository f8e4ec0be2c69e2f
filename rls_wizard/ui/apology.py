"""What a person is told when the program had a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from rls_wizard.ui.roomy import Roomy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.i18n import Catalogue


def apologise(window: QWidget, catalogue: Catalogue, report: str) -> None:
    """Say calmly that something went wrong; the window stays usable meanwhile."""
    _ = catalogue
    box = QMessageBox(window)
    box.setObjectName("apology")
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(_("Restless legs wizard"))
    box.setText(_("Something went wrong in the program."))
    box.setInformativeText(
        _("Your answers are still here. You can go on. If it happens again, go back a page.")
    )
    box.setDetailedText(report)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    roomy = Roomy(box)
    for button in box.buttons():
        button.setStyle(roomy)
    box.setModal(False)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.show()
