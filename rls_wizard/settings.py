"""What a person or a site can choose, and keeps between visits. Never an answer.

The country is both: the numbers to call depend on where the computer stands, so that it is offered
again, and asked all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (100, 125, 150, 175, 200, 250, 300)
"""Of the text, in per cent."""
SYSTEM = "system"
THEMES = (SYSTEM, "light", "dark")
_WORD = re.compile(r"[A-Za-z0-9_]{1,400}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default."""

    language: str = "en"
    country: str = ""
    theme: str = SYSTEM
    text_size: int = SIZES[0]
    window: str = ""
    """Size and place of the window, in the window system's own words."""

    def with_step(self, steps: int) -> Settings:
        """Return these with the text so many steps larger, or smaller, as far as there are any."""
        at = min(max(SIZES.index(self.text_size) + steps, 0), len(SIZES) - 1)
        return replace(self, text_size=SIZES[at])


def read(plain: Mapping[str, str]) -> Settings:
    """Return settings from what was kept; what cannot be used is left at its default."""
    kept = {
        field.name: text
        for field in fields(Settings)
        if (text := plain.get(field.name)) and _WORD.fullmatch(text)
    }
    size = kept.pop("text_size", "")
    made = Settings(**kept)  # type: ignore[arg-type]
    if size in map(str, SIZES):
        made = replace(made, text_size=int(size))
    return made if made.theme in THEMES else replace(made, theme=SYSTEM)


def plain(settings: Settings) -> dict[str, str]:
    """Return settings as texts to keep."""
    return {field.name: str(getattr(settings, field.name)) for field in fields(Settings)}
