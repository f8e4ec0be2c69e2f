"""What of sound the program may make where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rls_wizard.kiosk.site import Site

WHOLE = 100
"""The volume, in per cent, that leaves it to the computer."""
_STEP = 10


class Sound(NamedTuple):
    """At home the computer has a volume of its own, and whoever is there was let in."""

    on: bool = True
    has_volume: bool = False
    """Whether the person sets it here: on a kiosk nobody gets at the computer's own."""
    volume: int = WHOLE
    heard: bool = False
    """Whether others hear it: then nothing is read that somebody answered."""

    def louder(self, steps: int) -> Sound:
        """Return this so many steps louder, or quieter; silent it never gets, nor too loud."""
        return self._replace(volume=min(max(self.volume + steps * _STEP, _STEP), WHOLE))


def sound_in(site: Site | None) -> Sound:
    """Return what the clinic allows; at home, all."""
    if site is None:
        return Sound()
    way = site.sound.way
    return Sound(way != "off", has_volume=True, volume=site.sound.volume, heard=way == "speaker")
