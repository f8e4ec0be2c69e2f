"""How well and how fast the medicine finder finds, over names with one typing error."""

import random
import string
import time

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.paths import resources

NAMES = 200
SEED = 4
REPEATS = 3
"""The fastest of these counts: what else the machine does is not the finder's."""


class Finding:
    """What the finder does with the content that is shipped."""

    def __init__(self):
        self.medicines = load_content(resources() / "content", i18n.load("en")).medicines
        self.finder = Finder(self.medicines)
        self.misspelled = misspelled(self.medicines)

    def share_first(self):
        """Return the share of names with one error whose right proposal came first."""
        return 1 - len(self.missed()) / len(self.misspelled)

    def missed(self):
        """Return what was typed, and what came first instead of what was meant."""
        found = [(typed, meant, self._first(typed, meant)) for typed, meant in self.misspelled]
        return [(typed, first) for typed, (codes, _), first in found if first != codes]

    def slowest(self):
        """Return the milliseconds of processor time of the slowest keystroke."""
        return max(self._milliseconds(typed) for typed in self._keystrokes())

    def _keystrokes(self):
        whole = [name for name, _ in listed(self.medicines)]
        whole += [typed for typed, _ in self.misspelled]
        return {typed[:end] for typed in whole for end in range(1, len(typed) + 1)}

    def _first(self, typed, meant):
        proposals = self.finder.find(typed, meant[1])
        return proposals[0].codes if proposals else ()

    def _milliseconds(self, typed):
        times = []
        for _ in range(REPEATS):
            start = time.process_time()
            self.finder.find(typed, "gb")
            times.append((time.process_time() - start) * 1000)
        return min(times)


def listed(medicines):
    """Return every name that can be found, with the ids it stands for and its country."""
    names = [(name, ((m.id,), "")) for m in medicines.medicines for name in m.names]
    return names + [(b.name, (b.contains, b.country)) for b in medicines.brands if b.checked]


def misspelled(medicines, number=NAMES, seed=SEED):
    """Return listed names, each with one error, and what was meant; the same ones every time."""
    chance = random.Random(seed)
    names = chance.sample(listed(medicines), number)
    return [(with_error(name, chance), meant) for name, meant in names]


def with_error(name, chance):
    """Return a name with one letter too many, too few, wrong, or in the other order."""
    letters = [at for at, letter in enumerate(name) if letter.isalpha()]
    pairs = ((at, name[at : at + 2]) for at in letters)
    swaps = [at for at, pair in pairs if pair.isalpha() and pair != pair[::-1]]
    at, other = chance.choice(letters), chance.choice(string.ascii_lowercase)
    kind = chance.choice(("insert", "delete", "replace", "swap"))
    if kind == "swap" and swaps:
        at = chance.choice(swaps)
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if kind == "insert":
        return name[:at] + other + name[at:]
    if kind == "delete":
        return name[:at] + name[at + 1 :]
    while other == name[at].lower():
        other = chance.choice(string.ascii_lowercase)
    return name[:at] + other + name[at + 1 :]
