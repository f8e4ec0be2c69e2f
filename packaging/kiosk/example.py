"""Writes the kiosk.toml that is shipped: python packaging/kiosk/example.py.

Every name, what it means, its default and what it may be, taken from `rls_wizard/kiosk/site.py`.
"""

import ast
import inspect
import json
import typing
from pathlib import Path

from pydantic.fields import FieldInfo

from rls_wizard.kiosk import site

FILE = Path(__file__).with_name("kiosk.toml")
HEAD = """\
# What a clinic sets for its kiosk. Put it into /etc/rls-wizard/kiosk.toml; on Windows into
# %PROGRAMDATA%\\rls-wizard\\kiosk.toml. Unknown names are refused. It is read anew for each visit.
# A line that begins with "#" and a name shows the default: take the "#" away to set something else.
"""
REQUIRED = {"country": '"gb"', "pin_hash": '""'}
"""How these two stand there: without a hash nobody can use the kiosk."""


def meanings() -> dict[tuple[str, str], str]:
    """Return what stands below each name, by its class and name."""
    found = {}
    for block in ast.parse(inspect.getsource(site)).body:
        if isinstance(block, ast.ClassDef):
            for field, below in zip(block.body, block.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
                    text = ast.literal_eval(below.value)
                    found[block.name, ast.unparse(field.target)] = " ".join(text.split())
    return found


def example() -> str:
    """Return the file."""
    said = meanings()
    lines = [HEAD, *_block(site.Site, said)]
    for name, field in site.Site.model_fields.items():
        if is_block(field):
            lines += [f"[{name}]", *_block(field.annotation, said)]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: type, said: dict[tuple[str, str], str]) -> typing.Iterator[str]:
    for name, field in block.model_fields.items():
        if is_block(field):
            continue
        meaning = said.get((block.__name__, name), "")
        yield from (f"# {part}" for part in (meaning, _range(field)) if part)
        required = field.is_required()
        value = REQUIRED[name] if required else _toml(field.default)
        yield f"{'' if required else '#'}{name} = {value}\n"


def is_block(field: FieldInfo) -> bool:
    """Tell whether a name holds further names."""
    return hasattr(field.annotation, "model_fields")


def _range(field: FieldInfo) -> str:
    """Return what a value may be, in words."""
    choices = [one for one in typing.get_args(field.annotation) if isinstance(one, str)]
    if choices:
        return f"One of {', '.join(map(json.dumps, choices))}."
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = [
        f"{word} {getattr(bound, sign)}"
        for bound in field.metadata
        for sign, word in words.items()
        if hasattr(bound, sign)
    ]
    return f"{' and '.join(bounds).capitalize()}." if bounds else ""


def _toml(value: object) -> str:
    # Of what the settings hold, TOML writes the same as JSON; it has nothing for "not set".
    return "(not set)" if value is None else json.dumps(value)


if __name__ == "__main__":
    FILE.write_text(example(), encoding="utf-8")
