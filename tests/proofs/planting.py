"""Content with a fault planted in it, and every check by its name."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases, run
from rls_wizard.content.error import ContentError
from rls_wizard.content.faults import (
    conditions,
    coverage,
    dates,
    names,
    near,
    order,
    reading,
    rules,
)
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import own_content
from tests.proofs import properties
from tests.proofs.agreement import disagreements
from tests.proofs.outcomes import can_happen
from tests.proofs.search import Search
from tests.proofs.world import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment

TODAY = date(2026, 11, 29)
STRANGERS = 400


@dataclass(frozen=True)
class Planted:
    """One fault, the check that catches it, and what somebody would see in the window."""

    name: str
    file: str
    old: str
    new: str
    caught_by: str
    says: str
    sees: str = ""
    lacks: str = ""

    def __str__(self) -> str:
        """Return the name, for a test that is named by it."""
        return self.name

    def in_folder(self, folder: Path) -> Path:
        """Return a copy of the content with the fault, below a folder."""
        root = folder / "content"
        shutil.copytree(own_content(), root)
        text = (root / self.file).read_text(encoding="utf-8")
        assert self.old in text, f"{self.file} no longer has what becomes the fault {self.name!r}"
        (root / self.file).write_text(text.replace(self.old, self.new, 1), encoding="utf-8")
        return root


def planted() -> list[Planted]:
    """Return every fault of `planted.toml`."""
    file = Path(__file__).parent / "planted.toml"
    blocks = tomllib.loads(file.read_text(encoding="utf-8"))["fault"]
    known = {field.name for field in fields(Planted)}
    assert all(set(block) <= known for block in blocks)
    return [Planted(**block) for block in blocks]


def loaded(root: Path) -> Content:
    """Return the content of a folder. Raises ContentError."""
    return load_content(root, i18n.load("en"))


# The checks --------------------------------------------------------------------------------------


def _assessments(root: Path, content: Content) -> dict[str, Assessment]:
    cases = {case.name: case for case in read_cases(Reader(root, i18n.load("en")))}
    return {name: assess_case(case, cases, content) for name, case in cases.items()}


def _load(root: Path) -> list[str]:
    try:
        loaded(root)
    except ContentError as error:
        return error.faults
    return []


def _cases(root: Path) -> list[str]:
    cases = {case.name: case for case in read_cases(Reader(root, i18n.load("en")))}
    found = _assessments(root, loaded(root))
    return [f"{name}: {line}" for name in cases for line in run(cases[name], found[name])]


def _never_happens(root: Path) -> list[str]:
    world = build(loaded(root))
    found = Search(world).find_all(dict(can_happen(world)))
    return [name for name, person in found.items() if person is None]


def _agreement(root: Path) -> list[str]:
    """Hold formulas of the shipped content against an engine that reads the other one."""
    world = build(loaded(own_content()))
    world.content = loaded(root)
    return list(disagreements(world, 0, STRANGERS))


def _refuted(bad: Callable[[properties.World], properties.Bad]) -> Callable[[Path], list[str]]:
    def check(root: Path) -> list[str]:
        refutation = properties.refuted(build(loaded(root)), bad)
        return [refutation.wrong] if refutation else []

    return check


CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "load": _load,
    "name_faults": lambda root: list(names.name_faults(loaded(root))),
    "condition_faults": lambda root: list(conditions.condition_faults(loaded(root))),
    "order_faults": lambda root: list(order.order_faults(loaded(root))),
    "rule_faults": lambda root: list(rules.rule_faults(loaded(root))),
    "date_faults": lambda root: list(dates.date_faults(loaded(root), TODAY)),
    "overdue": lambda root: list(dates.overdue(loaded(root), TODAY)),
    "cases": _cases,
    "unfired": lambda root: list(
        coverage.unfired(content := loaded(root), _assessments(root, content).values())
    ),
    "never_missed": lambda root: list(
        near.never_missed(content := loaded(root), _assessments(root, content))
    ),
    "reading": lambda root: list(reading.reading(root).faults),
    "can_happen": _never_happens,
    "agreement": _agreement,
    **{bad.__name__: _refuted(bad) for bad in properties.PROPERTIES},
}
"""Each returns what is wrong with the content of a folder, as its editor or the log reads it."""
