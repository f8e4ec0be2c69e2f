"""A clinic's kiosk, as tests need it."""

from PySide6.QtWidgets import QAbstractButton, QLabel

from rls_wizard.kiosk.pin import hash_of
from rls_wizard.kiosk.site import Site
from rls_wizard.ui import style
from rls_wizard.ui.kiosk.band import AcrossTheRoom
from tests.gallery.stage import Stage
from tests.kiosk.paper_scenes import at_the_summary

PIN = "738291"
SITE = Site(country="gb", pin_hash=hash_of(PIN))
PRESET = {"way": "short", "country": "gb"}
"""What is answered before anybody comes."""


def site(**changes):
    """Return the site with other settings."""
    return Site.model_validate(SITE.model_dump(mode="json") | changes)


class InARoom(Stage):
    """A visit on a kiosk, with what staff see of it from across the room."""

    def __init__(self, there=SITE, size=(1280, 800), **options):
        super().__init__(site=there, size=size, **options)
        self.across = AcrossTheRoom(there, self.visit, self.window, self._service)

    def at_the_summary(self, code=None):
        """Go to the summary; a child with this code makes it, or one that has it already."""
        at_the_summary(self, code)
        return self

    def reads(self):
        """Return what the person reads on the page, on its buttons, too."""
        page = self.window.page
        parts = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
        texts = [one.text() for one in parts if one.isVisibleTo(page)]
        return "\n".join(texts).replace("\u00a0", " ").replace(style.BREAK, "")

    def staff_see(self):
        """Return what stands on the band."""
        return "" if self.across.band.isHidden() else self.across.band.text()

    def waits_for(self, text, staff=""):
        """Wait until the person reads this, and staff see that."""
        self.wait(lambda: text in self.reads() and staff in self.staff_see())
