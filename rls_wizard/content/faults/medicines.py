"""Medicines that could be taken for others, and names in their list that nothing defines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import unknown_sources
from rls_wizard.content.medicines import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.medicines import Brand, Medicine


def asking_for_medicines(content: Content) -> set[str]:
    """Return the questions whose options are the medicines."""
    items = content.questionnaire.by_id.values()
    return {item.link_id for item in items if item.options_from == "medicines"}


def medicine_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong in the list of medicines, if any question uses it."""
    asked = asking_for_medicines(content)
    if not asked:
        return
    yield from _twice(content)
    yield from _names(content.medicines.medicines)
    for item in content.questionnaire.by_id.values():
        if item.follows_from in asked:
            yield from _classes(content, item.link_id, {option.code for option in item.options})
    for medicine in content.medicines.medicines:
        yield from unknown_sources(content, f"medicine {medicine.id!r}", medicine.source)
    for brand in content.medicines.brands:
        yield from _brand(content, brand)


def _twice(content: Content) -> Iterator[str]:
    ids = Counter(medicine.id for medicine in content.medicines.medicines)
    for name, times in ids.items():
        if times > 1:
            yield f"medicine {name!r} is used {times} times; ids are never used again"
    alike: dict[tuple[str, str], list[str]] = {}
    for brand in content.medicines.brands:
        alike.setdefault((key_of(brand.name), brand.country), []).append(brand.name)
    for (_, country), names in alike.items():
        if len(names) > 1:
            yield f"brand {names[0]!r} stands more than once for the country {country!r}"


def _names(medicines: Iterable[Medicine]) -> Iterator[str]:
    """Yield the names that two substances share, or that nobody can find."""
    owner: dict[str, str] = {}
    for medicine in medicines:
        for name in medicine.names:
            other = owner.setdefault(key_of(name), medicine.id)
            if other != medicine.id:
                yield f"medicine {medicine.id!r} has the name {name!r}, as {other!r} has, too"
            if not key_of(name):
                yield f"medicine {medicine.id!r} has the name {name!r}, which cannot be found"


def _classes(content: Content, link_id: str, known: set[str]) -> Iterator[str]:
    for medicine in content.medicines.medicines:
        for name in medicine.classes:
            if name not in known:
                yield f"medicine {medicine.id!r} has the class {name!r}, no answer of {link_id!r}"


def _brand(content: Content, brand: Brand) -> Iterator[str]:
    who = f"brand {brand.name!r}"
    yield from unknown_sources(content, who, brand.source)
    if brand.country not in {country.id for country in content.countries}:
        yield f"{who} names the country {brand.country!r}, which is not there"
    known = {medicine.id for medicine in content.medicines.medicines}
    for code in brand.contains:
        if code not in known:
            yield f"{who} contains {code!r}, which is no medicine"
    seen = {source.id for source in content.sources if source.seen}
    if brand.checked and not seen.intersection(brand.source):
        yield f"{who} is checked, but names no source that was seen"
