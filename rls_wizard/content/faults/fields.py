"""Fields in texts that nothing can fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.model import FIELD

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


def field_faults(
    who: str, text: str, known: Container[str], where: str = "its text"
) -> Iterator[str]:
    """Yield the fields of a text that are not among the known ones, and braces that are none."""
    for name in FIELD.findall(text):
        if name not in known:
            yield f"{who} has {{{name}}} in {where}, which nothing can fill"
    if set("{}") & set(FIELD.sub("", text)):
        yield f"{who} has a single brace in {where}; a field is written {{like.this}}"
