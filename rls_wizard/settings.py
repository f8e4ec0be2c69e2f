"""What a person or a site can choose, and keeps between visits. Never an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default."""

    language: str = "en"
