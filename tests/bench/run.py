"""Prints how fast the program is, as ratios to what the machine can do in the same minutes.

Usage: python tests/bench/run.py [ROUNDS]. Whole processes are compared by the processor time
that they used; rounds are interleaved, so that a busy minute slows all of them alike.
"""

import os
import statistics
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
ROUNDS = 11
REPEATS = 30
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
}
TARGETS = {"first paint": 1.30, "first question": 2.8, "assessment": 5.0}


def processor_seconds(arguments):
    """Run Python once; return its user and system time."""
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{arguments[-1]}: ended with status {status}")
    return usage.ru_utime + usage.ru_stime


def starts(rounds):
    """Return the median processor time of each start, in milliseconds."""
    for arguments in PROCESSES.values():  # once unmeasured: compiles and warms the disk's cache
        processor_seconds(arguments)
    times = {name: [] for name in PROCESSES}
    for _ in range(rounds):
        for name, arguments in PROCESSES.items():
            times[name].append(processor_seconds(arguments) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def assessment():
    """Return the time of one whole assessment, the slowest median over the content's cases."""
    sys.path.insert(0, str(ROOT))
    from rls_wizard import i18n
    from rls_wizard.content.load import load_content
    from rls_wizard.domain.assessment import assess
    from rls_wizard.domain.response import AnsweredBy, Response

    folder = ROOT / "resources" / "content"
    content = load_content(folder, i18n.load("en"))
    files = sorted((folder / "cases").glob("*.toml"))
    slowest = 0.0
    for case in (case for file in files for case in tomllib.loads(file.read_text())["case"]):
        who = AnsweredBy(case.get("answered_by", "self"))
        response = Response(
            answered_on=date.today(), answered_by=who, answers=case.get("answers", {})
        )
        slowest = max(slowest, _median_ms(lambda response=response: assess(content, response)))
    return slowest


def _median_ms(work):
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def line(name, floor, measured):
    """Print one row: the ratio is against the floor, or the milliseconds where there is none."""
    target = TARGETS[name]
    value = measured / floor if floor else measured
    shown = f"{value:.2f}" if floor else f"{value:.2f} ms"
    verdict = "ok" if value <= target else "TOO SLOW"
    base = f"{floor:.0f} ms" if floor else "-"
    print(f"{name:16}{base:>9}{measured:>10.1f} ms{shown:>11}{target:>8}  {verdict}")


def main():
    """Measure everything and print the table."""
    times = starts(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(f"{'what':16}{'floor':>9}{'measured':>13}{'ratio':>11}{'target':>8}")
    line("first paint", times["floor"], times["first paint"])
    line("first question", times["floor"], times["first question"])
    line("assessment", 0, assessment())


if __name__ == "__main__":
    main()
