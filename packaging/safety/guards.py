"""What the tests of the checkout are called, and which of them name a rule."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parents[2]


def lost(names: Iterable[str], root: Path = ROOT) -> list[str]:
    """Return the tests, as `tests/file.py::test_name`, that are not there."""
    wanted = dict.fromkeys(names)
    there = {file: _functions(root / file) for file in {n.split("::")[0] for n in wanted}}
    return [name for name in wanted if name.split("::")[1] not in there[name.split("::")[0]]]


def naming(ids: Iterable[str], root: Path = ROOT) -> Mapping[str, tuple[str, ...]]:
    """Return the test files in which an id stands literally, by id."""
    files = [file.relative_to(root).as_posix() for file in sorted(root.glob("tests/**/test_*.py"))]
    wanted = set(ids)
    said = {name: wanted & _texts(root / name) for name in files}
    return {i: tuple(name for name in files if i in said[name]) for i in wanted}


def _functions(path: Path) -> set[str]:
    body = _tree(path).body if path.is_file() else []
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


def _texts(path: Path) -> set[str]:
    constants = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


# Not kept: tests that look for forgotten answers in memory would find their own words.
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
