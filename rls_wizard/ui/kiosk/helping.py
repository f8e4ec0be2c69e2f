"""What Help says on a kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.ui.kiosk.greeting import forgets

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site


def room_help(site: Site, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what there is besides answering, a sentence or two each."""
    _ = catalogue
    return (
        _("To leave this page, press \u201cBack\u201d. Your answers are still here."),
        _(
            "Do you need to walk? Open the menu and press \u201cI need to walk\u201d. "
            "Your answers wait for you."
        ),
        _("Do you want to stop? Open the menu and press \u201cDelete my answers\u201d."),
        forgets(site.times, _),
        _("Do you need help? Please ask at the desk."),
    )
