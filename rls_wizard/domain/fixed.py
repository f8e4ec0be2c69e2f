"""The few ids that the program itself relies on; `check` demands them of every content."""

COUNTRY = "country"
"""Which country's numbers are shown."""

WAY = "way"
"""How much is asked: preset on a kiosk, and not known at home, where all is."""

SHORT = "short"
WHOLE = "whole"

WELCOME = "welcome"
"""The page of questions that are asked on the first page already."""

POINTS = ("core.urge", "core.rest", "core.relief", "core.evening")
"""The four points that doctors ask about (`clinical.md` 1.1)."""

PERMISSION = "paper.private"
"""The question "may this be on your paper?"; only a "yes" lets private answers through."""

ALWAYS_PRIVATE = frozenset({
    "mood", "rf.09", "rf.09.safe", "rf.10", "rf.10.danger", "rf.11", "rf.22", "rf.22.severe",
    "rf.23",
    "rf.since.mood", "rf.since.nod", "rf.since.urges", "rf.since.alcohol",
})  # fmt: skip
"""Questions that must be private wherever the content asks them (`rules.md` 1)."""
