"""A screen that nobody sees, for programs in a bare Debian: keys go in, pictures come out."""

import os
import subprocess
from threading import Event
from time import monotonic

from PIL import ImageChops, ImageGrab

from tests.packaging.roots import ROOT

PICTURES = ROOT / "build" / "installers" / "pictures"
WITHIN = 60


def until(holds, within=WITHIN):
    """Wait until something holds, and return it; end the check if it never does."""
    deadline = monotonic() + within
    while not (found := holds()):
        if monotonic() > deadline:
            raise SystemExit("it does not come")
        Event().wait(0.1)
    return found


def seen(display):
    """Return what is on a screen."""
    return ImageGrab.grab(xdisplay=display).convert("RGB")


def stands(display, differs_from=None, pictures=2):
    """Return what is on a screen once it is a page, and stands still for so many pictures."""
    last = [seen(display)] * pictures

    def calm():
        last.append(seen(display))
        del last[0]
        one, two = last[0], last[-1]
        changed = differs_from is None or not same(two, differs_from)
        still = all(same(one, other) for other in last[1:])
        return still and changed and len(two.getcolors(1 << 24)) > 50

    until(calm)
    return last[-1]


def same(one, two):
    return one.size == two.size and ImageChops.difference(one, two).getbbox() is None


def keep(image, name):
    """Write a picture to be looked at."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    image.save(PICTURES / f"{name}.png")


def keys(display, *names):
    """Press keys."""
    environment = {**os.environ, "DISPLAY": display}
    subprocess.run(["xdotool", "key", "--delay", "60", *names], env=environment, check=True)


def windows(display):
    """Return the numbers of what is on a screen that has a name."""
    command = ["xdotool", "search", "--onlyvisible", "--name", ".+"]
    environment = {**os.environ, "DISPLAY": display}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    return done.stdout.split()
