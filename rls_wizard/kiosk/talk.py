"""How the supervisor and the process of a visit talk: a line of JSON each, through two pipes.

The supervisor says what the site is in the first line, and answers to PINs. The visit says that it
is alive, what was typed as PIN (tries are counted where no restart forgets them), and what is wrong
with the content. Never is anything in it about a person.
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
    """How long that page stands; then all is tried again. 0: until staff come back."""
    faults: tuple[str, ...] = ()
    """What is wrong with the settings or the content, for staff."""


class Closed:
    """Reasons why nobody can begin a visit."""

    CRASHED = "crashed"
    EXPIRED = "expired"
    SETUP = "setup"
    PAUSED = "paused"


class Said(NamedTuple):
    """What a visit says; without anything in it, only that it is alive."""

    pin: str | None = None
    faults: tuple[str, ...] = ()


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


def pack_said(said: Said) -> bytes:
    """Return what a visit says as a line."""
    return _line(said._asdict())


def unpack_said(line: bytes) -> Said:
    """Return what a visit says. Raises ValueError for what is no such line."""
    plain = json.loads(line)
    try:
        said = Said(**plain)
        return said._replace(faults=tuple(str(fault) for fault in said.faults))
    except TypeError as error:
        raise ValueError("this is nothing a visit says") from error


def _line(plain: object) -> bytes:
    return json.dumps(plain).encode() + b"\n"
