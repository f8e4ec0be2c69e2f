"""What a clinic sets for its kiosk, each with its default: the blocks of `kiosk.toml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

PIN_HASH = re.compile(r"scrypt\$[0-9]+\$[0-9]+\$[0-9]+\$[0-9a-f]{32,}\$[0-9a-f]{64,}")

Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Times(_Block):
    """In seconds, if nothing else is said."""

    quiet: int = Field(default=120, ge=30, le=900)
    """Without a touch, a key or a control of sound, until the warning."""
    warning: int = Field(default=60, ge=20, le=300)
    """How long the warning stands before everything is forgotten."""
    walk_minutes: int = Field(default=10, ge=2, le=60)
    """How long a person may walk about, with the answers kept behind a code."""


class Printing(_Block):
    """The printer beside the kiosk."""

    on: bool = True
    """Whether a page can be printed here."""
    printer: Line = ""
    """Its name in the system; empty: the default printer."""
    paper: Literal["A4", "Letter"] = "A4"
    """Its size."""
    pages: int = Field(default=0, ge=0, le=20)
    """How many pages from the first are printed: 2 are the clinician's and the person's; 0: all."""
    code_on_screen: bool = True
    """Whether the code is shown on the screen, too, as a way out where no page comes."""
    large: bool = False
    """Whether the person's pages are in large print unless the person says otherwise."""


class Sound(_Block):
    """Reading aloud."""

    way: Literal["off", "headphones", "speaker"] = "off"
    """Where the voice is heard. Through a speaker, everybody in the room hears it."""
    volume: int = Field(default=50, ge=0, le=100)
    """In per cent, at the beginning of each visit."""


class Screen(_Block):
    """How large things are."""

    width_mm: float | None = Field(default=None, gt=100, lt=3000)
    """Of the picture, as `kiosk --check` measures it; without it, what the screen itself says."""
    theme: Literal["light", "dark", "night", "contrast"] = "light"
    """The colours at the beginning of each visit."""


class Clinic(_Block):
    """The clinic's own words, shown as they are."""

    name: Line = ""
    """Of the clinic."""
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""
    """A few words of yours for the first page."""
    logo: str = ""
    """A picture, PNG or JPEG, by its path."""


class Site(_Block):
    """One kiosk."""

    country: Word
    """Whose numbers to call are shown: a file of `resources/content/countries`, such as "gb"."""
    languages: tuple[Word, ...] = Field(default=("en",), min_length=1)
    """Which can be chosen; the first is that of the first page."""
    pin_hash: str
    """Made by `rls-wizard kiosk --set-pin`: opens what is for staff."""
    scanner: bool = False
    """Whether a scanner is there that types, for the code on a summary of an earlier visit."""
    keyboard: bool = False
    """Whether keys are there, if only five of them: Help then tells what they do."""
    expired: Literal["say", "refuse"] = "refuse"
    """What to do once the content is past its day of review."""
    times: Times = Times()
    printing: Printing = Printing()
    sound: Sound = Sound()
    screen: Screen = Screen()
    clinic: Clinic = Clinic()

    @model_validator(mode="before")
    @classmethod
    def _with_lists(cls, plain: object) -> object:
        # Neither TOML nor JSON knows tuples.
        if isinstance(plain, dict) and isinstance(plain.get("languages"), list):
            return plain | {"languages": tuple(plain["languages"])}
        return plain

    @model_validator(mode="after")
    def _has_pin(self) -> Self:
        if not PIN_HASH.fullmatch(self.pin_hash):
            raise ValueError("pin_hash must be a line that `rls-wizard kiosk --set-pin` printed")
        return self
