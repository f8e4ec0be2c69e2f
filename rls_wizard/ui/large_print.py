"""The choice of large print on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.ui.option import CheckOption

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class LargePrint(CheckOption):
    """Tells by `clicked` whether the person wants it."""

    def __init__(self, catalogue: Catalogue, *, large: bool) -> None:
        """Show what is chosen now."""
        super().__init__(catalogue("Large print, for all pages but the first"))
        self.setObjectName("large_print")
        self.setChecked(large)
