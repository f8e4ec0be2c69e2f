"""A content folder that somebody chose at start: an editor's, a reviewer's, a clinic's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rls_wizard.content.check import unfit
from rls_wizard.content.error import ContentError
from rls_wizard.content.load import Content, load_content

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.i18n import Catalogue


def chosen_content(folder: str, catalogue: Catalogue, today: date) -> Content:
    """Return the content of a folder, once nothing is found wrong with it.

    What can be loaded may still do harm, so a worked case that fails keeps it from people, too.
    Raises ContentError with every fault.
    """
    if reason := _unusable(folder):
        raise ContentError([f"{folder or repr(folder)}: {reason}"])
    if found := unfit(Path(folder), today):
        raise ContentError(found)
    content = load_content(Path(folder), catalogue)
    # Now, for what is shown must be of what was read: somebody may go on editing the folder.
    known = content.fingerprint
    return content.model_copy(update={"folder": folder, "read_fingerprint": lambda: known})


def _unusable(folder: str) -> str:
    """Return why nothing can be read there; empty if something can."""
    if not os.path.lexists(folder):
        return "there is no such folder"
    try:
        return "" if os.listdir(folder) else "the folder is empty"
    except NotADirectoryError:
        return "this is a file, not a folder"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
