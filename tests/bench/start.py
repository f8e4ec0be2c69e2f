"""The start, and the summary as a command: rows 1, 2 and 6."""

import statistics
from functools import partial
from tempfile import TemporaryFile

from rls_wizard.handover.answer_file import write
from tests.bench import profiles
from tests.bench.processes import figures, processor_ms
from tests.bench.sample import sample
from tests.bench.table import Row

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
label = Label("bare")
label.show()
app.exec()
"""
APP = ("-m", "rls_wizard", "selftest", "--until")
PROCESSES = {
    "floor": ("-c", BARE),
    "first paint": (*APP, "paint"),
    "first question": (*APP, "question"),
    "libraries": ("-c", "import reportlab.platypus, pydantic"),
    "summary": ("-m", "rls_wizard", "summary", "-", "-o", "-"),
}
HEAVY = ("pydantic", "reportlab")
UNTIL_PAINTED = f"""
import sys
from rls_wizard.app import Program
Program(keep=False).run_until_painted()
print(sum(name in sys.modules for name in {HEAVY}))
"""


def rows(rounds):
    """Yield what the start costs, and the command that makes the PDF."""
    used = _used(rounds)

    def row(number, what, floor, target):
        profile = partial(profiles.imports, PROCESSES[what])
        return Row(number, what, used[what], target, used[floor], profile=profile)

    yield row("1", "first paint", "floor", 1.30)
    yield Row("1", "pydantic, reportlab by then", figures("-c", UNTIL_PAINTED), 0, unit="")
    yield row("2", "first question", "floor", 2.8)
    yield row("6", "summary", "libraries", 3.2)


def _used(rounds):
    """Return the median processor time of each process, in milliseconds."""
    times = {name: [] for name in PROCESSES}
    with TemporaryFile() as answers:
        answers.write(write(sample()))
        # The first round is not measured: it compiles, and warms the disk's cache.
        for measured in range(rounds + 1):
            for name, arguments in PROCESSES.items():
                taken = processor_ms(arguments, answers)
                times[name] += [taken] if measured else []
    return {name: statistics.median(found) for name, found in times.items()}
