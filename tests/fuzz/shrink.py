"""Makes an input smaller that shows a fault."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SECONDS = 20


def shrunk(raw: bytes, shows: Callable[[bytes], bool]) -> bytes:
    """Return the smallest input found, in the time there is, that still shows what it showed."""
    until = time.monotonic() + _SECONDS
    smaller = True
    while smaller:
        smaller = False
        for less in (*_without_branches(raw), *_without_bytes(raw)):
            if time.monotonic() > until:
                return raw
            if len(less) < len(raw) and shows(less):
                raw, smaller = less, True
                break
    return raw


def _without_bytes(raw: bytes) -> Iterator[bytes]:
    size = len(raw) // 2
    while size:
        for start in range(0, len(raw), size):
            yield raw[:start] + raw[start + size :]
        size //= 2


def _without_branches(raw: bytes) -> Iterator[bytes]:
    """Yield JSON with a branch less; nothing if it is none."""
    try:
        found = json.loads(raw)
        pruned = [json.dumps(less).encode() for less in _pruned(found)]
    except (ValueError, RecursionError):
        return
    yield from sorted(pruned, key=len)


def _pruned(found: Any) -> Iterator[Any]:
    if isinstance(found, dict):
        for key, inner in found.items():
            yield {other: value for other, value in found.items() if other != key}
            yield from (found | {key: less} for less in _pruned(inner))
    elif isinstance(found, list):
        for at, inner in enumerate(found):
            yield found[:at] + found[at + 1 :]
            yield from ([*found[:at], less, *found[at + 1 :]] for less in _pruned(inner))
