"""The version, as packages of Linux write it."""

from __future__ import annotations

import re

from installers.about import VERSION

RELEASE = "1"
"""Of the package: another one of the same program would be "2"."""
_NOT_YET = re.compile(r"(?<=\d)\.?(?=(?:a|b|rc|dev)\d)")


def ordered(version: str) -> str:
    """Return a version of Python as packages order it: 1.0rc1, there 1.0~rc1, is before 1.0."""
    return _NOT_YET.sub("~", version)


PACKAGED = ordered(VERSION)
"""Without the release."""
IN_DEBIAN = f"{PACKAGED}-{RELEASE}"
"""As dpkg writes it."""
