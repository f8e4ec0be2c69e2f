"""Prints how fast the program is, as ratios to what the machine can do in the same minutes.

Usage: python tests/bench/run.py [ROUNDS]. Whole processes are compared by the processor time
that they used; rounds are interleaved, so that a busy minute slows all of them alike. At the end
stands how long a visit is.
"""

import json
import os
import statistics
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
ROUNDS = 11
REPEATS = 30
DEADLINE = 60
# An installed program is compiled once; a session that writes no bytecode would compile every time.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
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
TARGETS = {
    "first paint": 1.30,
    "first question": 2.8,
    "assessment": 5.0,
    "names found": 0.95,
    "keystroke": 20.0,
    "page": 4.5,
    "tags of the PDF": 1.2,
    "summary": 3.2,
    "gap": 50.0,
    "gap to idle": 3.0,
    "answers": 50,
    "answers of 95 %": 75,
    "screens": 25,
}


def processor_seconds(arguments, answers):
    """Run Python once, with an answer file to read; return its user and system time."""
    answers.seek(0)
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=answers,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    # A window that does not come up would wait for a person for ever.
    deadline = Timer(DEADLINE, process.kill)
    deadline.start()
    _, status, usage = os.wait4(process.pid, 0)
    deadline.cancel()
    if status:
        raise SystemExit(f"{arguments[-1]}: ended with status {status}")
    return usage.ru_utime + usage.ru_stime


def processes(rounds):
    """Return the median processor time of each process, in milliseconds."""
    times = {name: [] for name in PROCESSES}
    with TemporaryFile() as answers:
        answers.write(sample())
        # The first round is not measured: it compiles, and warms the disk's cache.
        for measured in range(rounds + 1):
            for name, arguments in PROCESSES.items():
                seconds = processor_seconds(arguments, answers)
                times[name] += [seconds * 1000] if measured else []
    return {name: statistics.median(found) for name, found in times.items()}


def sample():
    """Return the answer file of the sample visit."""
    from rls_wizard import i18n
    from rls_wizard.content.cases import SAMPLE, read_cases, response_of
    from rls_wizard.content.load import load_content
    from rls_wizard.content.reader import Reader
    from rls_wizard.handover.answer_file import write
    from rls_wizard.paths import own_content

    words = i18n.load("en")
    cases = {case.name: case for case in read_cases(Reader(own_content(), words))}
    return write(response_of(cases[SAMPLE], cases, load_content(own_content(), words)))


def pages():
    """Return what a page change and a repaint cost, by platform and size of text."""
    platforms = ["offscreen", *(["xcb"] if "DISPLAY" in os.environ else [])]
    found = {}
    for platform in platforms:
        times = figures("page.py", ENVIRONMENT | {"QT_QPA_PLATFORM": platform})
        found |= {f"page {size} {platform}": pair for size, pair in times.items()}
    return found


def figures(script, environment):
    """Run another bench as a process of its own; return what it prints."""
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE,
    )
    if done.returncode:
        raise SystemExit(f"{script}: {done.stderr}")
    return json.loads(done.stdout)


def assessment():
    """Return the time of one whole assessment, the slowest median over the content's cases."""
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


def line(name, floor, measured, target):
    """Print one row: the ratio is against the floor, or the milliseconds where there is none."""
    value = measured / floor if floor else measured
    shown = f"{value:.2f}" if floor else f"{value:.2f} ms"
    base = f"{floor:.1f} ms" if floor else "-"
    verdict = "ok" if value <= target else "TOO SLOW"
    print(f"{name:22}{base:>9}{measured:>10.1f} ms{shown:>11}{target:>8}  {verdict}")


def finder():
    """Print how often the medicine finder is right about misspelled names, and how fast it is."""
    import medicines

    finding = medicines.Finding()
    share, target = finding.share_first(), TARGETS["names found"]
    verdict = "ok" if share >= target else "TOO FEW"
    print(f"{'names found':22}{'-':>9}{share:>13.3f}{share:>11.3f}{target:>8}  {verdict}")
    line("keystroke", 0, finding.slowest(), TARGETS["keystroke"])


def lengths():
    """Print how long the visits of invented people are; only the adults have targets."""
    import length

    from tests import people

    adults = length.Lengths(people.adult, length.ADULTS)
    figures = {
        "answers": adults.median_answers(),
        "answers of 95 %": adults.most_answers(),
        "screens": adults.median_screens(),
    }
    for name, figure in figures.items():
        verdict = "ok" if figure <= TARGETS[name] else "TOO LONG"
        print(f"{name:22}{'-':>9}{figure:>13.0f}{figure:>11.0f}{TARGETS[name]:>8}  {verdict}")
    print(f"\nanswers a page: {adults.longest_pages()}")
    for kind in (people.pregnant, people.parent_of_child, people.older_with_carer):
        others = length.Lengths(kind, length.OTHERS)
        print(
            f"{kind.__name__}: {others.median_answers():.0f} answers, 95 % at most "
            f"{others.most_answers():.0f}, {others.median_screens():.0f} screens"
        )


def main():
    """Measure everything and print the table."""
    sys.path.insert(0, str(ROOT))
    times = processes(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(f"{'what':22}{'floor':>9}{'measured':>13}{'ratio':>11}{'target':>8}")
    for name in ("first paint", "first question"):
        line(name, times["floor"], times[name], TARGETS[name])
    line("assessment", 0, assessment(), TARGETS["assessment"])
    finder()
    for name, (change, repaint) in pages().items():
        line(name, repaint, change, TARGETS["page"])
    tagged, untagged = figures("paper.py", ENVIRONMENT)
    line("tags of the PDF", untagged, tagged, TARGETS["tags of the PDF"])
    line("summary", times["libraries"], times["summary"], TARGETS["summary"])
    gaps = figures("gap.py", ENVIRONMENT)
    line("gap while PDF is made", gaps["idle"], gaps["gap"], TARGETS["gap to idle"])
    line("gap while PDF is made", 0, gaps["gap"], TARGETS["gap"])
    lengths()


if __name__ == "__main__":
    main()
