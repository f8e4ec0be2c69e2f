"""What the program is for, and what it is not: its intended purpose, in one place.

It belongs to the program, not to a content folder, and nothing is imported for it: it stands in the
first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def purpose(_: Callable[[str], str]) -> tuple[str, ...]:
    """Return the intended purpose as sentences, in the language of a catalogue."""
    return (
        _("This program tells about living with restless legs."),
        _("It puts what you say in order, like a diary, and says whom to ask."),
        _(
            "It is not for diagnosis or monitoring: it does not find out what you have, or watch "
            "over it."
        ),
        _("It cannot take the place of a doctor or nurse."),
    )
