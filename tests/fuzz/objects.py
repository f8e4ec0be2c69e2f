"""Spoils JSON where it means something: keys, values and their places."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.fuzz.spoil import ODD_TEXTS, spoil_bytes, spoil_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_ODD = [
    None, True, False, 0, -1, 0.1, 7, 10**15, 10**30, 10**4_000, 1e308, 5e-324, -0.0, 30.0,
    0.123456, float("nan"), float("inf"), [], {}, [[]], [{}], [None], {"a": 1},
    {"absent": "asked-unknown"}, {"absent": "on-paper"}, {"absent": []}, {"absent": "yes", "x": 1},
    [{}] * 101,
]  # fmt: skip
_LARGE = 10**15
_PAIR = re.compile(r'"(?:[^"\\]|\\.)*":[^,{}\[\]]*')


def spoil_json(raw: bytes, dice: Random, other: Any = None) -> bytes:
    """Return JSON in which a few things are not as they were; now and then it is none any more."""
    try:
        found = json.loads(raw)
    except ValueError:
        return spoil_bytes(raw, dice)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
        found = _spoiled(found, dice, other)
    text = _written(found, dice)
    spoilt = text.encode(errors="surrogatepass")
    return spoil_bytes(spoilt, dice) if dice.random() < 0.15 else spoilt


def _written(found: Any, dice: Random) -> str:
    text = json.dumps(found, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, None, 1]))
    if dice.random() < 0.1 and (pairs := _PAIR.findall(text)):
        pair = dice.choice(pairs)
        text = text.replace(pair, f"{pair.rstrip()}, {dice.choice(pairs)}", 1)
    if dice.random() < 0.02:
        depth = dice.choice([50, 900, 3_000, 100_000])
        text = text.replace(":", ": " + "[" * depth, 1)
    return text


def _spoiled(found: Any, dice: Random, other: Any) -> Any:
    """Return the whole with one of its places spoiled."""
    holder = {"": found}
    places = list(_places(holder))
    where, key = dice.choice(places)
    ways = [
        lambda: _odd(dice),
        lambda: _like(where[key], dice),
        lambda: _like(where[key], dice),
        lambda: deepcopy(other),
        lambda: deepcopy(other),
        lambda: deepcopy(_at(dice.choice(places))),
        lambda: dice.choice([[where[key]], {"x": where[key]}]),
        lambda: _more(where[key], dice),
    ]
    if where is holder or dice.random() < 0.8:
        where[key] = dice.choice(ways)()
    else:
        value = where.pop(key)
        if isinstance(where, dict) and dice.random() < 0.5:
            where[spoil_text(key, dice)] = value
    return holder[""]


def _at(place: tuple[Any, Any]) -> Any:
    where, key = place
    return where[key]


def _more(value: Any, dice: Random) -> Any:
    if isinstance(value, list):
        return value * dice.choice([2, 3, 200])
    return value | {dice.choice(ODD_TEXTS): _odd(dice)} if isinstance(value, dict) else [value] * 2


def _odd(dice: Random) -> Any:
    return deepcopy(dice.choice([*_ODD, dice.choice(ODD_TEXTS)]))


def _like(value: Any, dice: Random) -> Any:
    """Return a value of the same kind, as if somebody had changed it."""
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int | float) and abs(value) < _LARGE:
        return dice.choice([-value, value + 1, value * 10, value + 0.5, float(value), str(value)])
    if isinstance(value, int | float):
        return -value
    if isinstance(value, str):
        return spoil_text(value, dice)
    if isinstance(value, list):
        return dice.sample(value, len(value))
    return dict(dice.sample(list(value.items()), len(value)))


def _places(found: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in which something stands: what holds it, and its key there."""
    keys = list(found) if isinstance(found, dict) else range(len(found))
    for key in keys:
        yield found, key
        if isinstance(found[key], dict | list):
            yield from _places(found[key])
