"""The kiosk as in a waiting room, under cage, photographed: python -m tests.kiosk.cage.

cage runs as a user without rights, in a window of an X server that nobody sees: keys come from it.
The pictures lie in build/kiosk/. See packaging/linux/cage-for-tests.sh for what it takes.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops

from tests.kiosk.machine import ROOT, Machine, lives, say, until

PICTURES = ROOT / "build" / "kiosk"
NEEDED = ("cage", "Xwayland", "grim", "Xvfb", "xdotool", "setpriv")
NOBODY = 65534
# Whatever else it may not: it reads the program, which lies where only the tester looks.
_AS_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip
SIZES = ((1280, 800), (1920, 1080), (1080, 1920))
WAYS_OUT = (
    "alt+F4", "ctrl+q", "ctrl+w", "F11", "Escape", "alt+Escape", "alt+Tab", "super", "super+l",
    "ctrl+alt+F1", "ctrl+alt+F2", "ctrl+alt+BackSpace", "ctrl+alt+Delete", "ctrl+alt+Escape",
    "ctrl+c", "ctrl+z", "ctrl+alt+t", "alt+F2", "Print",
)  # fmt: skip


class Screen:
    """cage in a window, and what is seen in it."""

    def __init__(self, folder, display):
        self._folder, self._display = folder, display
        self._place = folder / "run"
        self._place.mkdir(mode=0o700)
        self.environment = {
            "DISPLAY": display,
            "HOME": str(self._place),
            "XDG_RUNTIME_DIR": str(self._place),
            "WLR_BACKENDS": "x11",
            "WLR_RENDERER": "pixman",
            "QT_QPA_PLATFORM": "wayland",
            "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.around = [str(ROOT / "packaging" / "kiosk" / "session.sh")]
        if os.getuid() == 0:
            self.around = [*_AS_NOBODY, *self.around]

    def hand_over(self):
        """Let the user without rights write in the folder."""
        for path in (self._folder, *self._folder.rglob("*")):
            if os.getuid() == 0:
                os.chown(path, NOBODY, NOBODY)

    def resize(self, size):
        (*_, window) = until(self._windows)
        self._x("windowmove", window, "0", "0", "windowsize", window, *map(str, size))
        until(lambda: (seen := self._grab()) is not None and seen.size == size)

    def press(self, *keys):
        for key in keys:
            self._x("key", key)

    def picture(self):
        """Return what is on the screen, once it is something and stands still."""
        seen = []

        def stands():
            seen.append(self._grab())
            two = seen[-2:]
            return len(two) == 2 and None not in two and _same(*two) and _shows(two[1])

        until(stands)
        return seen[-1]

    def _windows(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", ".*"],
            env={**os.environ, "DISPLAY": self._display},
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def _x(self, *words):
        command, environment = ["xdotool", *words], {**os.environ, "DISPLAY": self._display}
        subprocess.run(command, env=environment, check=True, capture_output=True)

    def _grab(self):
        """Return a photograph; None while there is no screen yet."""
        file = self._folder / "seen.png"
        environment = {**os.environ, **self.environment, "WAYLAND_DISPLAY": "wayland-0"}
        done = subprocess.run(
            ["grim", str(file)], env=environment, check=False, capture_output=True
        )
        if done.returncode:
            return None
        with Image.open(file) as image:
            return image.convert("RGB")


def _same(one, two):
    return one.size == two.size and ImageChops.difference(one, two).getbbox() is None


def _shows(image):
    """Tell whether there is a page on it, from edge to edge: cage itself leaves all black."""
    colours = image.getcolors(1 << 24)
    edges = [image.getpixel((x, image.height // 2)) for x in (0, image.width - 1)]
    return len(colours) > 50 and min(map(sum, edges)) > 3 * 128


@contextmanager
def x_server():
    """Give a screen that nobody sees, as large as any picture."""
    side = max(max(size) for size in SIZES)
    out, into = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(into), "-screen", "0", f"{side}x{side}x24", "-nolisten", "tcp"],
        pass_fds=[into],
        stderr=subprocess.DEVNULL,
    )
    os.close(into)
    try:
        with os.fdopen(out) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def kiosk(display, *plan, **given):
    """Give a kiosk under cage, with visits that are driven."""
    folder = Path(tempfile.mkdtemp(prefix="rls-cage-"))
    screen = Screen(folder, display)
    try:
        for name in ("plan", "notes", "begun", "word", "stderr", "kiosk.toml"):
            (folder / name).touch()
        screen.hand_over()
        word = f"Canary{secrets.token_hex(8)}"
        with Machine(
            folder, *plan, word=word, around=screen.around, **given, **screen.environment
        ) as machine:
            yield machine, screen
            machine.process.terminate()
            machine.process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep(image, name):
    PICTURES.mkdir(parents=True, exist_ok=True)
    image.save(PICTURES / f"{name}.png")


def try_to_get_out(display):
    """Yield what is wrong: keys that lead out of the program, or out of cage."""
    with kiosk(display, "stay") as (machine, screen):
        process = machine.goes_on(0)
        for size in SIZES:
            screen.resize(size)
            keep(screen.picture(), f"welcome-{size[0]}x{size[1]}")
        screen.press("Tab", "Tab")
        before = screen.picture()
        for key in WAYS_OUT:
            screen.press(key)
        if machine.process.poll() is not None or not Path(f"/proc/{process}").exists():
            yield f"a key ended it: {machine.said}"
            return
        if len(machine.notes("stays")) != 1:
            yield "a key ended the visit"
        # What is pressed arrives: else all this would say nothing.
        screen.press("Tab")
        if _same(before, screen.picture()):
            yield "no key arrives"
        user = Path(f"/proc/{process}").stat().st_uid
        uids = [line for line in _status(process) if line.startswith("Uid")]
        if os.getuid() == 0 and uids[0].split()[1] == "0":
            yield f"it runs as {user}"


def _status(process):
    return Path(f"/proc/{process}/status").read_text().splitlines()


def be_killed(display):
    """Yield what is wrong after a visit was killed on the way."""
    with kiosk(display, "how_strong walk away", "stay") as (machine, screen):
        visit = until(lambda: machine.notes("acts"))[0]["pid"]
        keep(screen.picture(), "how-strong")
        os.kill(visit, 9)
        machine.goes_on(0)
        keep(screen.picture(), "next-visit")
        if machine.notes("stays")[0]["copied"]:
            yield "the next visit has what was copied"


def be_left(display):
    """Yield what is wrong with how cage ends: systemd starts it again unless staff have left it."""
    with kiosk(display, "first staff") as (machine, _):
        if code := machine.ends():
            yield f"staff left, and cage ended with {code}"
    with kiosk(display, "stay") as (machine, _):
        visit = machine.goes_on(0)
        (supervisor,) = (line.split()[1] for line in _status(visit) if line.startswith("PPid"))
        os.kill(int(supervisor), 9)
        if not machine.ends():
            yield "the supervisor was killed, and cage ended as if staff had left"
        until(lambda: not lives(visit))


def be_closed(display):
    """Photograph the page that sends people to the desk."""
    with kiosk(display, settings="country = 5\n") as (machine, screen):
        until(lambda: "country" in machine.said)
        keep(screen.picture(), "closed")
        return iter(())


def main():
    """Print what was seen; return the exit code."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        say(f"cage: not tried, for there is no {', '.join(missing)}")
        return 0
    faults = []
    with x_server() as display:
        for part in (try_to_get_out, be_killed, be_left, be_closed):
            found = list(part(display))
            say(f"{part.__name__.replace('_', ' '):20}{', '.join(found) or 'as it should be'}")
            faults += found
    say(f"pictures: {PICTURES}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
