"""How the supervisor and the process of a visit talk: a line of JSON each, through two pipes.

The supervisor says what the site is in the first line, and answers to PINs. The visit says that it
is alive, and what was typed as PIN: tries are counted where no restart forgets them. Never is
anything in it about a person.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from rls_wizard.kiosk.site import Site

ALIVE_EVERY = 5.0
"""Seconds between two signs of life."""


class Begin(NamedTuple):
    """The first line: what the visit is to be."""

    site: Site | None
    """None where its file cannot be used."""
    closed: str = ""
    """Why there is no visit now, one of Closed; the page asks people to see the desk."""
    seconds: int = 0
    """How long that page stands, as a rest after crashes; 0: until staff leave."""
    faults: tuple[str, ...] = ()
    """What is wrong with the settings, for staff."""


class Closed:
    """Reasons why nobody can begin a visit."""

    CRASHED = "crashed"
    EXPIRED = "expired"
    SETUP = "setup"


class Gate(NamedTuple):
    """The answer to a PIN."""

    right: bool
    left: int = 0
    """How many tries are left."""
    seconds: int = 0
    """How long nobody can try any more."""


def pack_begin(begin: Begin) -> bytes:
    """Return the first line."""
    site = begin.site.model_dump(mode="json") if begin.site is not None else None
    return _line(begin._asdict() | {"site": site})


def unpack_begin(line: bytes) -> Begin:
    """Return what the first line says. Raises ValueError for what is none."""
    plain = json.loads(line)
    site = Site.model_validate(plain["site"]) if plain["site"] is not None else None
    return Begin(site, plain["closed"], plain["seconds"], tuple(plain["faults"]))


def pack_gate(gate: Gate) -> bytes:
    """Return the answer to a PIN as a line."""
    return _line(gate._asdict())


def unpack_gate(line: bytes) -> Gate:
    """Return an answer to a PIN. Raises ValueError for what is none."""
    try:
        return Gate(**json.loads(line))
    except TypeError as error:
        raise ValueError("this is no answer") from error


def pack_alive() -> bytes:
    """Return a sign of life."""
    return _line({"alive": True})


def pack_pin(pin: str) -> bytes:
    """Return a PIN to be looked at."""
    return _line({"pin": pin})


def unpack_said(line: bytes) -> str | None:
    """Return the PIN that the visit asks about; None if it only lives. Raises ValueError."""
    said = json.loads(line)
    if not isinstance(said, dict):
        raise ValueError("this is no message")
    pin = said.get("pin")
    return pin if isinstance(pin, str) else None


def _line(plain: object) -> bytes:
    return json.dumps(plain).encode() + b"\n"
