"""How often the finder of medicines is right about misspelled names, and how fast it is."""

from tests.bench import medicines
from tests.bench.table import Row


def rows():
    """Yield the share of names that are found, and the time of the slowest keystroke."""
    finding = medicines.Finding()
    yield Row("-", "names found", finding.share_first(), 0.95, unit="", at_least=True)
    yield Row("-", "keystroke in the finder", finding.slowest(), 20.0)
