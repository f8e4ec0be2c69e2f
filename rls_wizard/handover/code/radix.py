"""What numbers of a code are below: none of these may ever change."""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING

from rls_wizard.domain.codebook import Kind
from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from rls_wizard.domain.codebook import Coded

NOTHING, LEFT_OUT = 0, 1
ABSENCES = (Absent.UNKNOWN, Absent.DECLINED, Absent.ON_PAPER)
GIVEN = 2 + len(ABSENCES)
"""An answer begins with nothing, left out, why it is absent, or this. Of a choice it is the first
option, and the others follow."""
ANSWERERS = ("self", "parent", "carer")
LETTERS = f"0123456789{ascii_letters}._-"
"""What names of languages and of content versions are made of."""
LONGEST_NAME = 36
FIRST_YEAR = 1900
DATE = (500, 12, 31)
"""Years from the first one, months, days."""
DECIMALS = 5
BEYOND = 10**10
"""Numbers from here on are left out."""
SHARE = 8
"""A count has no known end: it is said in shares of this, each with whether another follows."""


def beginnings(coded: Coded) -> int:
    """Return in how many ways an answer can begin."""
    return GIVEN + (len(coded.options) if coded.kind is Kind.ONE else 1)
