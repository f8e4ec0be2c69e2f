"""The frozen program does all that the installed one does: python -m tests.packaging.frozen [PART].

It takes the folder that `make installers` has left in build/installers/linux/.
"""

import json
import os
import py_compile
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.pictures import COUNT, HEAD, LENGTH, ORDER, SIZE
from rls_wizard.handover.printing.talk import Act, Job, Order, Printers, pack_order, unpack_news
from rls_wizard.kiosk.pin import hash_of
from rls_wizard.ui.aloud.talk import READY, Trouble
from tests.access import desk
from tests.bench.sample import sample
from tests.bench.start import BARE
from tests.kiosk.cage import x_server
from tests.kiosk.machine import PIN, lives, say, until
from tests.packaging import frozen_tree
from tests.printing.service import running_service

TREE = frozen_tree.TREE
PROGRAM = TREE / "rls-wizard"
ROUNDS = 11
SLOWEST = 1.5
"""The time to the first picture, as a multiple of what a bare Qt takes."""
MOST_MB = 140
NOT_THERE = {"charset-normalizer"}
"""reportlab asks for it, and does without."""
OURS = {"rls-wizard", "python", "atkinson hyperlegible next", "dejavu sans", "tabler icons"}
"""What About lists besides packages."""
_NAMES = {"Qt and PySide6": "pyside6-essentials"}
_LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
BROKEN = (AssertionError, LookupError, OSError, ValueError, subprocess.SubprocessError)
_WITHIN = 150
_OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
_CHECKOUT = (sys.executable, "-m", "rls_wizard")
_NOBODY = 65534
_AS_NOBODY = (
    "setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups",
    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip
_UNDER_WAYLAND = ("env", "WLR_BACKENDS=x11", "WLR_RENDERER=pixman", "cage", "-d", "--")
"""In a window of X."""


def run(*command, given=b"", **environment):
    """Run a command; return what it printed. Whatever else it ends with is a fault."""
    done = subprocess.run(
        [*map(str, command)],
        input=given,
        capture_output=True,
        check=False,
        timeout=_WITHIN,
        env={**_OFFSCREEN, **environment},
    )
    said = done.stderr.decode(errors="replace").strip()
    assert done.returncode == 0, f"{command[1:]} ended with {done.returncode}: {said}"
    return done.stdout


# What lies there ---------------------------------------------------------------------------------


def what_lies_there():
    """Yield what should not, or should and does not."""
    for look in (
        frozen_tree.foreign,
        frozen_tree.unresolved,
        frozen_tree.elsewhere,
        frozen_tree.outside,
        frozen_tree.strangers,
        frozen_tree.unsettled,
        frozen_tree.told_places,
    ):
        yield from look(TREE)
    sizes = frozen_tree.sizes(TREE)
    for name, size in [*sizes.items()][:30]:
        say(f"    {name:40}{size / 1e6:8.1f} MB")
    whole = sum(sizes.values()) / 1e6
    say(f"    {'all':40}{whole:8.1f} MB, at most {MOST_MB}")
    if whole > MOST_MB:
        yield "it is too large"


# What it does ------------------------------------------------------------------------------------


def commands():
    """Yield which command says something else than that of the checkout."""
    answers = write(sample())
    for words in (
        ("--version",),
        ("questions",),
        ("assess", "-"),
        ("summary", "-", "-o", "-"),
        ("summary", "-", "-o", "-", "--large"),
        ("summary", "-", "-o", "-", "--kiosk"),
        ("summary", "-", "-o", "-", "--text"),
        ("review", "-o", "-"),
    ):
        if run(PROGRAM, *words, given=answers) != run(*_CHECKOUT, *words, given=answers):
            yield f"other than of the checkout: {' '.join(words)}"
    if not run(PROGRAM, "check").startswith(b"No faults.\n"):
        yield "check finds faults"
    paper = run(PROGRAM, "summary", "-", "-o", "-", given=answers)
    read, wanted = (run(*one, "earlier", "-", given=paper) for one in ((PROGRAM,), _CHECKOUT))
    if read != wanted:
        yield "an earlier summary is read otherwise than by the checkout"


def drawing():
    """Yield what is wrong with the pages that the preview shows."""
    paper = run(*_CHECKOUT, "summary", "-", "-o", "-", given=write(sample()))
    given = LENGTH.pack(len(paper)) + paper + ORDER.pack(0, 1.0, 0, 1)
    drawn, wanted = (run(*program, "draw", given=given) for program in ((PROGRAM,), _CHECKOUT))
    (count,) = COUNT.unpack_from(drawn)
    width, height, text = HEAD.unpack_from(drawn, COUNT.size + count * SIZE.size)
    if not (count and width > 500 and height > 800 and text > 500):
        yield f"{count} pages, {width} by {height}, {text} bytes of text"
    if drawn != wanted:
        yield "other pictures than of the checkout"


def printing():
    """Yield what is wrong with a page on its way to a real printing service."""
    with running_service() as service:
        place = {name: service.environment[name] for name in ("CUPS_SERVER", "HOME")}
        with process("print", **place) as child:
            child.stdin.write(pack_order(Order(Act.LOOK)))
            child.stdin.flush()
            found = unpack_news(child.stdout.readline())
            if not isinstance(found, Printers) or len(found.found) != 3:
                yield f"it finds {found}"
            pdf = b"%PDF-1.4 what is printed"
            child.stdin.write(pack_order(Order(Act.PRINT, "/printers/office", 0, pdf)))
            child.stdin.flush()
            news = iter(lambda: unpack_news(child.stdout.readline()), None)
            over = next(told for told in news if isinstance(told, Job) and told.over)
            if over.trouble or service.paper != pdf:
                yield f"nothing is printed: {over}"


def speaking():
    """Yield what is wrong with reading aloud, with the voice of this computer or with none."""
    there = shutil.which("speech-dispatcher") is not None
    with tempfile.TemporaryDirectory() as home, process("speak", "en", **_homes(home)) as child:
        try:
            said = child.stdout.readline().decode().strip()
            child.stdin.close()
            ended = child.wait(_WITHIN)
        finally:
            _end_voice(home)
    say(f"    a voice {'is' if there else 'is not'} installed: {said}")
    if said != (READY if there else Trouble.NO_VOICE):
        yield f"it says {said}"
    if ended:
        yield f"it ends with {ended}"


def _homes(place):
    return {"HOME": place, "XDG_RUNTIME_DIR": place}


def _end_voice(home):
    """End the voice that was started for a program of this home: it would wait for the next."""
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = file.read_bytes().split(b"\0")
            if b"speech-dispatcher" in words[0] and any(home.encode() in word for word in words):
                os.kill(int(file.parent.name), signal.SIGKILL)


def kiosk():
    """Yield what is wrong with a visit that the supervisor starts, and with its end."""
    with tempfile.TemporaryDirectory() as name:
        settings, place = Path(name) / "kiosk.toml", Path(name) / "run"
        place.mkdir()
        settings.write_text(f'country = "gb"\npin_hash = "{hash_of(PIN)}"\n')
        homes = {"XDG_RUNTIME_DIR": str(place), "HOME": name}
        with process("kiosk", "--settings", settings, **homes) as supervisor:
            visit = until(lambda: children(supervisor.pid))[0]
            until(lambda: used(visit) > 0.2)
            try:
                supervisor.wait(3)
                yield "it ended"
            except subprocess.TimeoutExpired:
                if children(supervisor.pid) != [visit]:
                    yield "the visit did not stay"
            supervisor.terminate()
            supervisor.wait(_WITHIN)
            until(lambda: not lives(visit))
            if left := [file.name for file in place.rglob("*")]:
                yield f"it leaves {left}"
        with process("kiosk", "--check", "--settings", settings, **homes) as check:
            try:
                yield f"the check of a kiosk ended with {check.wait(3)}"
            except subprocess.TimeoutExpired:
                window = children(check.pid)
            check.kill()
            until(lambda: not any(map(lives, window)))
        if b"scrypt" not in run(PROGRAM, "kiosk", "--set-pin", given=f"{PIN}\n".encode()):
            yield "no hash of a PIN is made"


def windows():
    """Yield what is wrong with a whole case in the real window: offscreen, under X and Wayland."""
    with x_server() as display:
        for platform, around in (("offscreen", ()), ("xcb", ()), ("wayland", _UNDER_WAYLAND)):
            told = _case(platform, around, display)
            say(f"    {platform:12}{told}")
            if told["fault"] or told["pages"] < 10:
                yield f"{platform}: {told}"


def _case(platform, around, display):
    with tempfile.TemporaryDirectory() as name:
        if around and os.getuid() == 0:
            os.chown(name, _NOBODY, _NOBODY)
            around = (*_AS_NOBODY, *around)
        outcome = Path(name) / "outcome.json"
        command = (*around, PROGRAM, "selftest", "--out", outcome)
        run(*command, QT_QPA_PLATFORM=platform, DISPLAY=display, **_homes(name))
        return json.loads(outcome.read_bytes())


def heard():
    """Yield what is wrong with a whole visit by what a screen reader is told, and no key."""
    assert not desk.missing(), f"not there: {desk.missing()}"
    with tempfile.TemporaryDirectory() as name:
        # It is started as Python is, with -m and the name of the program.
        python = Path(name) / "python"
        python.write_text(f'#!/bin/sh\nshift 2\nexec {PROGRAM} "$@"\n')
        python.chmod(0o755)
        files = (Path(name) / "summary.pdf", Path(name) / "heard.txt")
        found = desk.run(name, "visit.py", *files, python=python, deadline=400)
        say(f"    {found['pages']} pages, {found['focusable']} things to use")
        yield from (f"nothing is told of {fault}" for fault in found["faults"])
        if found["pages"] < 10 or not files[0].read_bytes().startswith(b"%PDF"):
            yield "it did not come to the paper"


def about():
    """Yield what About does not tell, and what else is not as it was where Qt is installed."""
    with probed() as program, others_qt() as places:
        told = json.loads(run(program, **places))
    yield from _not_listed(told["components"])
    shown = "\n".join(told["about"]).replace("\N{NO-BREAK SPACE}", " ")
    for name, version, licence, texts in told["components"]:
        say(f"    {name:28}{version:12}{licence:44}{texts:8} bytes")
        if not licence or not texts:
            yield f"no licence of {name}"
        if f"{name} {version}".strip() not in shown:
            yield f"About does not show {name} {version}"
    if not told["plugins"].startswith(str(program.parent)):
        yield f"plugins of {told['plugins']}"
    ours = f"{program.parent}/"
    if not told["loaded"] or not all(name.startswith(ours) for name in told["loaded"]):
        yield f"it has loaded {told['loaded']}"
    for name in ("LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG", *places):
        if name in told["environment"]:
            yield f"other programs get {name}={told['environment'][name]}"


@contextmanager
def others_qt():
    """Give an environment that names plugins elsewhere, as Nix and conda do: they would do, too."""
    with tempfile.TemporaryDirectory() as name:
        plugins = Path(name) / "platforms"
        shutil.copytree(TREE / "_internal/PySide6/Qt/plugins/platforms", plugins)
        yield {"QT_PLUGIN_PATH": name, "QT_QPA_PLATFORM_PLUGIN_PATH": str(plugins)}


def _not_listed(parts):
    lock = (frozen_tree.ROOT / "packaging" / "requirements-speech.lock").read_text()
    wanted = {name: version for name, version in _LOCKED.findall(lock) if name not in NOT_THERE}
    found = {_NAMES.get(name, name).lower(): version for name, version, *_ in parts}
    for name, version in sorted(wanted.items() - found.items()):
        yield f"About does not list {name} {version}"
    for name in sorted(found.keys() - wanted.keys() - OURS):
        yield f"About lists {name}"


@contextmanager
def probed():
    """Give a copy of the program that tells what it finds, in place of all else that it does."""
    with tempfile.TemporaryDirectory(dir=TREE.parent) as name:
        copy = Path(name) / TREE.name
        shutil.copytree(TREE, copy, copy_function=os.link)
        place = copy / "_internal" / "rls_wizard" / "app.pyc"
        place.unlink()
        probe = Path(__file__).with_name("frozen_probe.py")
        py_compile.compile(str(probe), str(place), doraise=True)
        yield copy / PROGRAM.name


# How fast it starts ------------------------------------------------------------------------------


def start():
    """Yield whether the first picture takes too long."""
    ways = {
        "a bare Qt": (sys.executable, "-c", BARE),
        "first picture": (PROGRAM, "selftest", "--until", "paint"),
        "first question": (PROGRAM, "selftest", "--until", "question"),
    }
    taken = {way: [] for way in ways}
    for measured in range(ROUNDS + 1):
        for way, command in ways.items():
            time = processor_time(command)
            # The first round warms the disk's cache.
            taken[way] += [time] if measured else []
    floor = statistics.median(taken["a bare Qt"])
    for way, times in taken.items():
        median = statistics.median(times)
        say(f"    {way:20}{median * 1e3:5.0f} ms{median / floor:7.2f} times a bare Qt")
    if statistics.median(taken["first picture"]) > SLOWEST * floor:
        yield f"the first picture takes more than {SLOWEST} times a bare Qt"


def processor_time(command):
    """Return the seconds of the processor that a command takes."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = subprocess.Popen([*map(str, command)], env=_OFFSCREEN, **quiet)
    _, status, use = os.wait4(started.pid, 0)
    assert status == 0, f"{command} ended with {status}"
    return use.ru_utime + use.ru_stime


# Processes ---------------------------------------------------------------------------------------


@contextmanager
def process(*words, **environment):
    """Give the program with a command that waits for what it is told."""
    started = subprocess.Popen(
        [PROGRAM, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_OFFSCREEN, **environment},
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait(_WITHIN)
        for pipe in (started.stdin, started.stdout):
            pipe.close()


def children(number):
    """Return the processes that a process has started and that live."""
    listed = Path(f"/proc/{number}/task/{number}/children")
    return [int(child) for child in listed.read_text().split() if lives(child)]


def used(number):
    """Return the seconds of the processor that a process has used."""
    words = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, words[11:13])) / os.sysconf("SC_CLK_TCK")


PARTS = (
    what_lies_there,
    commands,
    drawing,
    printing,
    speaking,
    kiosk,
    windows,
    heard,
    about,
    start,
)


def main():
    """Print the table; return the exit code."""
    assert PROGRAM.is_file(), f"{PROGRAM} is not there: make installers ARTEFACTS=deb"
    named = [part for part in PARTS if part.__name__ in sys.argv[1:]]
    return 1 if sum([looked_at(part) for part in named or PARTS]) else 0


def looked_at(part):
    """Print what a part finds; return whether it finds a fault."""
    say(part.__name__.replace("_", " "))
    faults = []
    try:
        faults += part()
    except (
        AssertionError,
        OSError,
        ValueError,
        subprocess.SubprocessError,
        pytest.skip.Exception,
    ) as error:
        faults.append(f"{type(error).__name__}: {error}")
    say("".join(f"    FAULT: {fault}\n" for fault in faults) or "    nothing wrong\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
