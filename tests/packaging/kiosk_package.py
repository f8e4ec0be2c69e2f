"""The package of the kiosk on a bare Debian: its user, its service, its page under cage, its end.

python -m tests.packaging.run kiosk_package: as root, with what tools-for-installers.sh and
cage-for-tests.sh install. The system has no systemd that runs: what the service sets is read from
its file, and given to the same command.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from installers.about import DIST, NAME
from linux.kiosk import KIOSK
from linux.version import PACKAGED
from PIL import Image

from rls_wizard.kiosk.pin import hash_of
from tests.kiosk.cage import x_server
from tests.packaging.debian import DEB, NEWER, Room, newer, report
from tests.packaging.roots import bare
from tests.packaging.screen import PICTURES, keep, same, until

DEBS = (DEB, DIST / f"{KIOSK}_{PACKAGED}_all.deb")
UNIT = f"usr/lib/systemd/system/{KIOSK}.service"
SETTINGS = f"etc/{NAME}/kiosk.toml"
LINK = f"etc/systemd/system/multi-user.target.wants/{KIOSK}.service"
OURS = {"cage", "kiosk-session", NAME}
OF_OTHERS = (
    # systemd-tmpfiles has made it; in memory, or the computer's own.
    *("etc/machine-id", "etc/mtab", "root/.ssh", "run/", "var/lib/private", "var/lib/systemd/"),
    # Xwayland, which was killed.
    "tmp/.X",
)
"""What packages that it needs leave, as they do without it."""
STOPS_WITHIN = 15
"""Seconds, as in the service; then systemd would end it by force."""
GROUPS = {"video", "render", "audio"}
# In place of a seat and a graphics card: a window of an X server that nobody sees.
_PRETENDED = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"}


class KioskRoom(Room):
    """The bare system in which the kiosk is a service."""

    @property
    def place(self):
        """The folder that systemd makes for the service; it is in memory."""
        return self.root.place / "run" / KIOSK


def is_installed(room):
    """Yield what is wrong with the user and the service after the installation."""
    room.root.install(*DEBS)
    name, _, user, *_, shell = room.root.run("getent", "passwd", KIOSK).decode().strip().split(":")
    if name != KIOSK or user == "0" or not shell.endswith("nologin"):
        yield f"the user is {user}, with {shell}"
    groups = set(room.root.run("id", "--name", "--groups", KIOSK).decode().split())
    if not groups >= GROUPS:
        yield f"the user is in {groups}"
    if b"!" not in room.root.run("getent", "shadow", KIOSK):
        yield "the user can have a password"
    # A warning is one line too many.
    if said := room.root.run("systemd-analyze", "verify", f"/{UNIT}", code=None):
        yield f"of the service it is said: {said.decode()}"
    if room.root.run("systemctl", "is-enabled", KIOSK, code=None) != b"disabled\n":
        yield "it is enabled by itself"


def stays_closed_without_a_pin(room):
    """Yield what is wrong with the page that sends people to the desk."""
    with started(room) as (_, told):
        keep(picture(room), "kiosk-closed")
        yield from _is_ready(told)


def is_open_with_one(room):
    """Yield what is wrong with the first page, and with the end by the system."""
    file = room.root.place / SETTINGS
    text = file.read_text().replace('pin_hash = ""', f'pin_hash = "{hash_of("738291")}"')
    file.write_text(text)
    with Image.open(PICTURES / "kiosk-closed.png") as closed, started(room) as (process, told):
        open_ = picture(room)
        keep(open_, "kiosk-welcome")
        yield from _is_ready(told)
        if same(open_, closed.convert("RGB")):
            yield "it is still closed"
        running = _below(process.pid)
        if unlike := {name for _, user, name in running if name in OURS and user == 0}:
            yield f"as root runs {unlike}"
        supervisor = min(pid for pid, _, name in running if name == NAME)
        os.kill(supervisor, signal.SIGTERM)
        if code := process.wait(STOPS_WITHIN):
            yield f"ended by the system, it ends with {code}"


def _is_ready(told):
    """Yield a fault unless systemd was told that it is ready, and that it lives."""
    lines = set()

    def both():
        lines.update(told.recv(4096).decode().split("\n"))
        return {"READY=1", "WATCHDOG=1"} <= lines

    told.settimeout(30)
    try:
        until(both)
    except TimeoutError:
        yield f"systemd is only told {sorted(lines)}"


@contextmanager
def started(room):
    """Give the command of the service as it is running, and what hears it as systemd does."""
    unit = (room.root.place / UNIT).read_text()
    (command,) = re.findall(r"^ExecStart=(.+)$", unit, re.MULTILINE)
    pairs = " ".join(re.findall(r"^Environment=(.+)$", unit, re.MULTILINE)).split()
    settings = dict(pair.split("=", 1) for pair in pairs)
    del settings["LIBSEAT_BACKEND"]
    owner = [int(n) for n in room.root.run("getent", "passwd", KIOSK).decode().split(":")[2:4]]
    room.place.mkdir(mode=0o700)
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(str(room.root.place / "run" / "told"))
    for path in (room.place, room.root.place / "run" / "told"):
        os.chown(path, *owner)
    process = room.root.start(
        *command.split(),
        user=KIOSK,
        **settings | _PRETENDED,
        DISPLAY=room.display,
        NOTIFY_SOCKET="/run/told",
        WATCHDOG_USEC="30000000",
    )
    try:
        yield process, told
    finally:
        process.kill()
        process.wait()
        told.close()
        room.root.run("rm", "-r", f"/run/{KIOSK}", "/run/told")


def picture(room):
    """Return what cage shows, once it is a page from edge to edge and stands still."""
    file = room.root.place.parent / "seen.png"
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(room.place), "WAYLAND_DISPLAY": "wayland-0"}
    pictures = [None]

    def calm():
        done = subprocess.run(["grim", file], env=environment, check=False, capture_output=True)
        if done.returncode:
            return False
        with Image.open(file) as image:
            pictures.append(image.convert("RGB"))
        one, two = pictures[-2:]
        return one is not None and same(one, two) and _is_page(two)

    until(calm)
    return pictures[-1]


def _is_page(image):
    edges = [image.getpixel((x, image.height // 2)) for x in (0, image.width - 1)]
    return len(image.getcolors(1 << 24)) > 50 and min(map(sum, edges)) > 3 * 128


def _below(process):
    """Return number, user and name of all processes below one."""
    listed = subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid=,uid=,comm="], check=True, capture_output=True, text=True
    ).stdout.split("\n")
    below, found = {process}, []
    for pid, parent, user, name in sorted(_row(line) for line in listed if line):
        if parent in below:
            below.add(pid)
            found.append((pid, user, name))
    return found


def _row(line):
    *numbers, name = line.split(maxsplit=3)
    return (*map(int, numbers), name)


def stays_with_a_newer_program(room):
    """Yield what is wrong after an upgrade of the program alone: apt could take the kiosk away."""
    room.root.run("systemctl", "enable", "--quiet", KIOSK)
    before = state(room)
    with tempfile.TemporaryDirectory() as folder, pretended_systemd(room) as calls:
        room.root.install(newer(DEB, Path(folder)))
        asked = calls.read_text().split("\n")
    if room.root.run("dpkg-query", "-W", "-f", "${Version}", NAME).decode() != NEWER:
        yield "the program is not upgraded"
    if (after := state(room)) != before:
        yield f"of {before} it made {after}"
    if f"try-restart {KIOSK}.service" not in asked:
        yield f"the kiosk that runs is not started anew, only {asked}"


def state(room):
    """Return how the package is there, whether it is enabled, and the hash of its settings."""
    told = room.root.run("dpkg-query", "-W", "-f", "${Version} ${Status}", KIOSK).decode()
    settings = sha256((room.root.place / SETTINGS).read_bytes()).hexdigest()
    return told, (room.root.place / LINK).is_symlink(), settings


@contextmanager
def pretended_systemd(room, code=0):
    """Let scripts of packages believe that systemd runs; give the file of what they ask of it.

    Every request ends with this code.
    """
    running = room.root.place / "run/systemd/system"
    calls = room.root.place / "root" / "calls"
    # apt has its own search path for scripts: no other place comes first.
    asked = room.root.place / "usr/bin/systemctl"
    aside = asked.rename(asked.with_suffix(".aside"))
    asked.write_text(f'#!/bin/sh\necho "$*" >> /root/calls\nexit {code}\n')
    asked.chmod(0o755)
    running.mkdir(parents=True)
    calls.touch()
    try:
        yield calls
    finally:
        aside.rename(asked)
        calls.unlink()
        running.rmdir()


def keeps_its_settings(room):
    """Yield what is wrong after an upgrade of both: what the site set is to stay."""
    _, *set_here = state(room)
    with tempfile.TemporaryDirectory() as folder:
        room.root.install(*(newer(deb, Path(folder)) for deb in DEBS))
    told, *kept = state(room)
    if told != f"{NEWER} install ok installed":
        yield f"it is not upgraded: {told}"
    if kept != set_here:
        yield "the settings of the site are lost, or it is not enabled any more"


def refuses_older_ones(room):
    """Yield what is wrong with how older packages are refused, in any order."""
    older = [room.root.bring(deb) for deb in DEBS]
    before = state(room)
    apt = ("apt-get", "install", "-y", "--no-install-recommends", "--allow-downgrades")
    for command, code in (
        ((*apt, *older), 100),
        (("dpkg", "--install", *older), 1),
        (("dpkg", "--install", *reversed(older)), 1),
    ):
        said = room.root.run(*command, code=code).decode()
        for name in (NAME, KIOSK):
            if f"{name} {NEWER} is installed" not in said:
                yield f"{command[0]} gives no reason of {name}: {said}"
            told = room.root.run("dpkg-query", "-W", "-f", "${Version} ${Status}", name).decode()
            if told != f"{NEWER} install ok installed":
                yield f"after {command[0]}, of {name} there is {told}"
    if state(room) != before:
        yield "it is not as it was"
    room.root.run("rm", *older)


def is_removed(room):
    """Yield what removing leaves, and then what purging does: masked, with a systemd that fails."""
    room.root.run("systemctl", "mask", "--quiet", KIOSK)
    with pretended_systemd(room, code=1) as calls:
        room.root.run("apt-get", "remove", "-y", "-qq", KIOSK)
        if f"stop {KIOSK}.service" not in calls.read_text().split("\n"):
            yield "removed, it still runs"
    if (room.root.place / LINK).is_symlink():
        yield "removed, it is still enabled"
    if not (room.root.place / SETTINGS).is_file():
        yield "removed, it takes the settings of the site away"
    room.root.run("apt-get", "purge", "-y", "-qq", KIOSK, NAME)
    left = {path for path in room.root.files() - room.before if NAME in path}
    if left:
        yield f"purged, it leaves {sorted(left)}"
    room.root.run("apt-get", "autoremove", "--purge", "-y", "-qq")
    files = room.root.files()
    if lost := room.before - files:
        yield f"it takes away {sorted(lost)}"
    rest = files - room.before
    # Where something else that is there recommends one of them, it stays.
    unowned = rest - of_packages(room)
    if unknown := {path for path in unowned if not path.startswith(OF_OTHERS)}:
        yield f"nobody knows {sorted(unknown)}"
    print(f"   of packages it needs {len(rest)} files stay, {len(unowned)} of them in no package")
    user = room.root.run("getent", "passwd", KIOSK, code=None)
    print(f"   its user {'stays, as Debian has it' if user else 'is gone'}")


def of_packages(room):
    """Return every path of all packages that are there."""
    listed = room.root.run("sh", "-c", "cat /var/lib/dpkg/info/*.list").decode().split("\n")
    # Some still say /bin, which is a link to /usr/bin.
    return {re.sub(r"^/(?=s?bin/|lib)", "usr/", path).lstrip("/") for path in listed}


PARTS = (
    is_installed,
    stays_closed_without_a_pin,
    is_open_with_one,
    stays_with_a_newer_program,
    keeps_its_settings,
    refuses_older_ones,
    is_removed,
)


def main():
    """Print what was found; return the exit code."""
    with x_server() as display, bare("kiosk") as root:
        return report(KioskRoom(root, display), PARTS)


if __name__ == "__main__":
    sys.exit(main())
