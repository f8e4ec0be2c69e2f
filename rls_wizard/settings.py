"""What a person or a site can choose, and keeps between visits. Never an answer.

The country is both: the numbers to call depend on where the computer stands, so that it is offered
again, and asked all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (100, 125, 150, 175, 200, 250, 300)
"""Of the text, in per cent."""
SYSTEM = "system"
THEMES = (SYSTEM, "light", "dark", "night", "contrast")
SAY, REFUSE = "say", "refuse"
OVERDUE = (SAY, REFUSE)
"""What to do once the content, or a rule of it, is past its day of review."""
SPEEDS = ("slowest", "slow", "normal", "fast", "fastest")
"""Of reading aloud. Whether it reads is not kept: no voice begins to speak into a room unasked."""
YES, NO = "yes", "no"
_LARGE_TEXT = 150
"""From this size on, in per cent, the paper is in large print unless somebody says otherwise."""
_WORD = re.compile(r"[A-Za-z0-9_]{1,400}")


class Settings(NamedTuple):
    """Every choice with its default.

    No dataclass, here and in all that the first picture needs: importing those costs a fortieth of
    the time to it.
    """

    language: str = "en"
    country: str = ""
    theme: str = SYSTEM
    text_size: int = SIZES[0]
    large_print: str = ""
    """Of the paper: yes, no, or as the text on the screen."""
    window: str = ""
    """Size and place of the window, in the window system's own words."""
    speech: str = SPEEDS[2]
    """How fast the program reads aloud."""
    keep: str = YES
    """Whether an unfinished visit is kept on this computer."""
    overdue: str = SAY
    """Set in the file only: whoever looks after a computer for others decides it."""

    @property
    def prints_large(self) -> bool:
        """Whether the paper is in large print."""
        return self.large_print == YES or (self.large_print != NO and self.text_size >= _LARGE_TEXT)

    @property
    def speech_rate(self) -> float:
        """How fast it reads, from -1 to 1."""
        return 0.3 * (SPEEDS.index(self.speech) - 2)

    def with_speech(self, steps: int) -> Settings:
        """Return these read so many steps faster, or slower, as far as there are any."""
        at = min(max(SPEEDS.index(self.speech) + steps, 0), len(SPEEDS) - 1)
        return self._replace(speech=SPEEDS[at])

    def with_step(self, steps: int, sizes: tuple[int, ...] = SIZES) -> Settings:
        """Return these with the text so many steps larger, or smaller, as far as there are any."""
        at = min(max(sizes.index(self.text_size) + steps, 0), len(sizes) - 1)
        return self._replace(text_size=sizes[at])


def read(plain: Mapping[str, str]) -> Settings:
    """Return settings from what was kept; what cannot be used is left at its default."""
    kept = {
        name: text
        for name in Settings._fields
        if (text := plain.get(name)) and _WORD.fullmatch(text)
    }
    size = kept.pop("text_size", "")
    made = Settings(**kept)  # type: ignore[arg-type]
    if size in map(str, SIZES):
        made = made._replace(text_size=int(size))
    if made.theme not in THEMES:
        made = made._replace(theme=SYSTEM)
    if made.speech not in SPEEDS:
        made = made._replace(speech=SPEEDS[2])
    if made.keep != NO:
        made = made._replace(keep=YES)
    return made if made.overdue in OVERDUE else made._replace(overdue=SAY)


def plain(settings: Settings) -> dict[str, str]:
    """Return settings as texts to keep."""
    return {name: str(value) for name, value in settings._asdict().items()}
