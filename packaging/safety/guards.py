"""What the tests of the checkout are called, and which of them name a rule."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parents[2]


def lost(names: Iterable[str], root: Path = ROOT) -> list[str]:
    """Return the tests, as `tests/file.py::test_name`, that are not there."""
    return [name for name in dict.fromkeys(names) if not _is_there(name, root)]


def naming(ids: Iterable[str], root: Path = ROOT) -> Mapping[str, tuple[str, ...]]:
    """Return the test files in which an id stands literally, by id."""
    files = [file.relative_to(root).as_posix() for file in sorted(root.glob("tests/**/test_*.py"))]
    said = {name: _texts(root / name) for name in files}
    return {i: tuple(name for name in files if i in said[name]) for i in ids}


def _is_there(name: str, root: Path) -> bool:
    file, function = name.split("::")
    path = root / file
    return path.is_file() and any(
        isinstance(node, ast.FunctionDef) and node.name == function for node in _tree(path).body
    )


def _texts(path: Path) -> set[str]:
    constants = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
