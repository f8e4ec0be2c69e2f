"""What somebody may answer: for every question any value that it allows, and what it does not."""

from hypothesis import strategies as st

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent

CANARY = "canary-7391"
"""Stands in all that is written freely, to be looked for where it may not be."""
WORDS = [
    CANARY,
    f"{CANARY} Night Nurse",
    f"<b>{CANARY}</b> & co",
    f"\u202e{CANARY}",
    f"\U0001f9b5 {CANARY} \u0926\u0930\u094d\u0926",
    f"{CANARY} {{country.urgent}} %s",
]
NAMES = ["mirtazapine", "Nytol", "ropinirole", "par", "xx", f"{CANARY} pills"]
YEARS_AGO = (0, 1, 3, 7, 60)
ODD = ["x", "-7", "1e1", "7 8", "..", "\u00bd"]
CALM = ("no", "none", "never", "good")


def absences(item):
    """Return the ways not to answer a question."""
    unsure = item.required and item.may_be_unsure and item.type is not ItemType.TEXT
    return [Absent.UNKNOWN] * unsure + [Absent.DECLINED] * item.private


def values(item, today, now=None):
    """Return all that a person who has told `now` can answer; None where it can be taken back."""
    found = [_values(item, today)]
    if away := absences(item):
        found.append(st.sampled_from(away))
    pressed_again = item.type is ItemType.CHOICE and not item.repeats
    tiles = item.appearance in {"scale", "hour"}
    firm = item.required and (pressed_again or (tiles and not isinstance(now, Absent)))
    if now is not None and not firm:
        found.append(st.none())
    return st.one_of(found)


def calm(item, today):
    """Return what somebody answers who has little to tell; the calmest first."""
    if item.type is not ItemType.CHOICE:
        return values(item, today)
    codes = [option.code for option in item.offered]
    first = [code for code in CALM if code in codes] or codes[:1]
    if item.link_id.startswith("core."):
        first = codes[:1]
    told = first * len(codes) + codes
    if item.repeats:
        return st.sampled_from([(code,) for code in told])
    return st.sampled_from([*told, *absences(item)])


def _values(item, today):
    match item.type:
        case ItemType.CHOICE if item.repeats:
            return _several(item)
        case ItemType.CHOICE:
            return st.sampled_from([option.code for option in item.offered])
        case ItemType.INTEGER:
            return st.integers(item.minimum, item.maximum)
        case ItemType.DECIMAL:
            return st.integers(item.minimum * 10, item.maximum * 10).map(lambda n: n / 10)
        case ItemType.DATE:
            return _dates(today)
        case _:
            words = NAMES if item.link_id.endswith(".name") else WORDS
            return st.sampled_from([word[: item.maximum] for word in words])


def _several(item):
    codes = [option.code for option in item.offered if not option.exclusive]
    alone = [(option.code,) for option in item.offered if option.exclusive]
    many = st.sets(st.sampled_from(codes), min_size=1, max_size=4)
    # In the order in which they are listed.
    told = many.map(lambda chosen: tuple(code for code in codes if code in chosen))
    return st.one_of(told, st.sampled_from(alone)) if alone else told


def _dates(today):
    years = [today.year - ago for ago in YEARS_AGO]
    months = [f"{year}-{m:02}" for year in years for m in (1, 5, 11) if (year, m) <= _month(today)]
    return st.sampled_from([*map(str, years), *months])


def _month(today):
    return today.year, today.month


def odd(item, today):
    """Return what can be typed at a question and is no answer; None if nothing is."""
    if item.type is ItemType.DATE:
        year = today.year
        return st.sampled_from([("05", ""), (None, "19"), (None, "1850"), ("03", str(year + 1))])
    if item.type in {ItemType.INTEGER, ItemType.DECIMAL} and item.appearance == "plain":
        return st.sampled_from([*ODD, str(item.maximum + 1)])
    return None
