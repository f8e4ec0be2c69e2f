"""What can be read on a page that stands by itself, without the window."""

from PySide6.QtWidgets import QLabel

from rls_wizard.ui import style


def reads(page):
    """Return the texts that are seen, in the order in which they were made.

    Where a line may break, and where not, is not read.
    """
    seen = [x for x in page.findChildren(QLabel) if x.isVisibleTo(page)]
    return [x.text().replace(style.BREAK, "").replace("\u00a0", " ") for x in seen]
