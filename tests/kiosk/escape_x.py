"""The same on a real X server, from outside, as a person's devices are: real keys and a real mouse.

python -m tests.kiosk.escape_x [EVENTS] [SEED]
"""

import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rls_wizard.kiosk.pin import hash_of
from tests.kiosk.escape import given

EVENTS, BATCH = 5_000, 50
SIZE = (1280, 800)
_READY = 60.0
"""Seconds for a kiosk to come up."""
_HELD = ("", "ctrl+", "alt+", "super+", "shift+", "ctrl+shift+", "alt+shift+")
# Not with Ctrl and Alt: what of that the server sees itself is the business of cage.
_KEYS = (
    "F4", "q", "F11", "Escape", "w", "n", "o", "s", "p", "Tab", "F1", "F10", "Menu", "Print",
    "Delete", "space", "c", "v", "F5", "F9", "Help", "d", "Left", "Return", "BackSpace", "F2",
    "F8", "m", "l", "r", "Home", "1", "5", "XF86Back", "XF86HomePage", "XF86Mail", "Super_L",
)  # fmt: skip
_TOOLS = ("Xvfb", "xdotool")


@contextmanager
def screen():
    """Give the environment of a screen of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        try:
            yield os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


@contextmanager
def kiosk(environment):
    """Run a whole kiosk on a screen: the supervisor, and one visit after the other."""
    with TemporaryDirectory(prefix="kiosk-") as folder:
        settings = Path(folder) / "kiosk.toml"
        settings.write_text(f'country = "gb"\npin_hash = "{hash_of("738291")}"\n')
        command = [sys.executable, "-m", "rls_wizard", "kiosk", "--settings", str(settings)]
        with subprocess.Popen(command, env=environment) as supervisor:
            try:
                yield supervisor
            finally:
                supervisor.terminate()


def windows(environment, but=frozenset()):
    """Return every window that is seen, but for some; the ground counts as one."""
    said = _xdotool(environment, "search", "--onlyvisible", "--name", ".*")
    return sorted(set(said.split()) - but)


def _place(environment, window):
    said = _xdotool(environment, "getwindowgeometry", "--shell", window).splitlines()
    told = dict(line.split("=") for line in said if "=" in line)
    return tuple(int(told.get(name, -1)) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def _xdotool(environment, *words):
    done = subprocess.run(
        ["xdotool", *words], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def _whole(environment, ground):
    """Wait for one window, as large as the screen; return what there is instead."""
    until = time.monotonic() + _READY
    while (found := [_place(environment, one) for one in windows(environment, ground)]) != [
        (0, 0, *SIZE)
    ]:
        if time.monotonic() > until:
            return str(found)
        time.sleep(0.2)
    return ""


def _deed(dice):
    """Return one thing to do, as the tool takes it."""
    at = [str(dice.randrange(side)) for side in SIZE]
    edge = [["0", at[1]], [str(SIZE[0] - 1), at[1]], [at[0], "0"], [at[0], str(SIZE[1] - 1)]]
    match dice.choice(("key", "key", "click", "drag", "edge")):
        case "key":
            return ["key", dice.choice(_HELD) + dice.choice(_KEYS)]
        case "click":
            return ["mousemove", *at, "click", str(dice.choice((1, 1, 1, 2, 3, 4, 5, 8, 9)))]
        case "drag":
            begin = [str(dice.randrange(side)) for side in SIZE]
            return ["mousemove", *begin, "mousedown", "1", "mousemove", *at, "mouseup", "1"]
        case _:
            begin = ["mousemove", *dice.choice(edge), "mousedown", "1"]
            return [*begin, "mousemove", *at, "mouseup", "1"]


def run(events, seed):
    """Send so many events; return what is wrong."""
    dice = random.Random(seed)
    with screen() as environment, ExitStack() as stack:
        ground = frozenset(windows(environment))
        supervisor = stack.enter_context(kiosk(environment))
        if found := _whole(environment, ground):
            return [f"it does not come up: {found}"]
        for number in range(0, events, BATCH):
            deeds = [_deed(dice) for _ in range(min(BATCH, events - number))]
            _xdotool(environment, *(word for deed in deeds for word in deed))
            if supervisor.poll() is not None:
                return [f"the supervisor ended with {supervisor.returncode}", *map(str, deeds)]
            if found := _whole(environment, ground):
                return [f"after {number + BATCH} events there is {found}", *map(str, deeds)]
    return []


def main():
    """Try to get out; return 1 if that led anywhere."""
    events, seed = given(EVENTS)
    if missing := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        print(f"not tried: {', '.join(missing)} is not here")
        return 1
    began = time.monotonic()
    wrong = run(events, seed)
    print(f"seed {seed}: {events} real keys and presses in {time.monotonic() - began:.0f} s")
    print(*(wrong or ["nobody got out"]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
