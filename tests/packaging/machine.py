"""The kiosk on a computer of its own, a virtual one: started, used, killed, hung, upgraded, left.

python -m tests.packaging.machine: as root, with what tools-for-installers.sh installs. Here a real
systemd starts the service. The computer is imitated by software: slow, but it needs nothing of
this one.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from linux.kiosk import KIOSK
from PIL import Image

from rls_wizard.kiosk.pin import hash_of
from tests.packaging.debian import DEB, newer, report
from tests.packaging.kiosk_package import DEBS, SETTINGS
from tests.packaging.roots import bare
from tests.packaging.screen import PICTURES, keep, same, until

PIN = "738291"
SYSTEM = ("linux-image-amd64", "initramfs-tools", "systemd-sysv", "udev", "dbus", "procps")
WIDE, HIGH = 1280, 800
DISK = 3 << 30
"""In bytes; only what is written takes room."""
WITHIN = 240
"""Seconds for anything: it is some ten times slower than a computer."""
NEWER_DEB = f"newer-{DEB.name}"
SHELL = "serial-getty@ttyS1.service"
_LOGGED_IN = """[Service]
ExecStart=
ExecStart=-/sbin/agetty --autologin root --noclear --keep-baud 115200 %I dumb
"""
_STATES = ("ActiveState", "NRestarts", "Result", "ExecMainStatus")
_STANDS = 10
"""For so many seconds."""
_START = 1200, 684
"""Where the button of the first page is, in pixels."""


class Machine:
    """The computer: its screen, keys and pointer, and a shell beside them."""

    def __init__(self, place):
        self._place = place
        self._line, self._lines = self._connect("qmp"), 0
        self._control = self._line.makefile("rw")
        self._control.readline()
        self.ask("qmp_capabilities")
        self._shell = self._connect("shell")
        until(self._asks, WITHIN)
        self._shell.settimeout(WITHIN)

    def _connect(self, name):
        made, file = socket.socket(socket.AF_UNIX), self._place / name
        until(file.exists)
        made.connect(str(file))
        made.settimeout(WITHIN)
        return made

    def _asks(self):
        """Tell whether the shell asks for a command: what is typed before is lost."""
        self._shell.settimeout(2)
        self._shell.sendall(b"\n")
        with suppress(TimeoutError):
            return b"# " in self._shell.recv(65_536)
        return False

    def ask(self, command, **how):
        self._control.write(json.dumps({"execute": command, "arguments": how}) + "\n")
        self._control.flush()
        # Events come in between.
        while "return" not in (said := json.loads(self._control.readline())):
            if "error" in said:
                raise SystemExit(f"{command}: {said}")

    def press(self, *keys):
        """Press keys together."""
        self.ask("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    def click(self, x, y):
        ends = {"x": x * 0x7FFF // WIDE, "y": y * 0x7FFF // HIGH}
        moves = [{"type": "abs", "data": {"axis": a, "value": v}} for a, v in ends.items()]
        self.ask("input-send-event", events=moves)
        for down in (True, False):
            button = {"type": "btn", "data": {"down": down, "button": "left"}}
            self.ask("input-send-event", events=[button])

    def seen(self):
        """Return what is on its screen."""
        file = self._place / "seen.png"
        self.ask("screendump", filename=str(file), format="png")
        with Image.open(file) as image:
            return image.convert("RGB")

    def page(self, unlike=None):
        """Return what is on its screen once it is a page and stands still, unlike another one."""
        pictures = [self.seen()]

        def calm():
            pictures.append(self.seen())
            one, two = pictures[-2:]
            drawn = len(two.getcolors(1 << 24)) > 50
            return drawn and same(one, two) and (unlike is None or not same(two, unlike))

        until(calm, WITHIN)
        return pictures[-1]

    def settled(self):
        """Return what is on its screen once nothing comes any more, such as word of the printer."""
        page, since = self.page(), monotonic()
        while monotonic() - since < _STANDS:
            if not same(now := self.seen(), page):
                page, since = now, monotonic()
        return page

    def run(self, command):
        """Run a command as root, in a shell beside all else; return what it printed."""
        self._lines += 1
        end = re.compile(rf"\r?\nended {self._lines}\r?\n".encode())
        # In two words: the shell repeats what is typed.
        self._shell.sendall(f'{command}; echo; echo ended "" {self._lines} | tr -s " "\n'.encode())
        said, deadline = b"", monotonic() + WITHIN
        while not (found := end.search(said)):
            if monotonic() > deadline:
                raise SystemExit(f"{command} does not end: {said.decode(errors='replace')}")
            said += self._shell.recv(65_536)
        return said[: found.start()].decode(errors="replace").replace("\r", "")

    def state(self):
        """Return how the service is."""
        named = " ".join(f"-p {name}" for name in _STATES)
        said = self.run(f"systemctl show {KIOSK} {named}")
        return dict(re.findall(r"^(\w+)=(.*)$", said, re.MULTILINE))

    def waits_for(self, **states):
        """Wait until the service is so; return how many seconds that took."""
        begun = monotonic()
        until(lambda: states.items() <= self.state().items(), WITHIN)
        return monotonic() - begun


def starts_by_itself(machine):
    """Yield what is wrong once the computer was switched on."""
    until(lambda: "active" in machine.run(f"systemctl is-active {KIOSK}").split("\n"), WITHIN)
    machine.welcome = machine.settled()
    keep(machine.welcome, "machine-welcome")
    if (state := machine.state())["NRestarts"] != "0":
        yield f"it took more than one start: {state}"
    running = machine.run("ps -e -o user:20=,args= | grep -e cage -e [r]ls-wizard")
    users = {line.split()[0] for line in running.split("\n") if "/rls-wizard" in line[20:]}
    if users - {KIOSK}:
        yield f"parts of it run as {users}"
    if "kiosk-visit" not in running:
        yield f"there is no visit in {running}"


def can_be_used(machine):
    """Yield nothing, if a press on the screen leads on."""
    machine.click(*_START)
    keep(machine.page(machine.welcome), "machine-pressed")
    return ()


def comes_back(machine):
    """Yield what is wrong after its parts were killed, or hung."""
    for times, (what, command) in enumerate(
        (
            ("the supervisor is killed", f"pkill -9 -u {KIOSK} -x -f '/usr/bin/rls-wizard kiosk'"),
            ("the supervisor hangs", f"pkill -STOP -u {KIOSK} -x -f '/usr/bin/rls-wizard kiosk'"),
            ("cage is killed", f"pkill -9 -u {KIOSK} -x cage"),
        ),
        start=1,
    ):
        machine.run(command)
        took = machine.waits_for(NRestarts=str(times), ActiveState="active")
        print(f"   {what}: it stands again after {took:.0f} s")
        if not same(machine.settled(), machine.welcome):
            yield f"{what}: another page is seen"


def is_started_anew_by_an_upgrade(machine):
    """Yield what is wrong after a newer program was put over that of a kiosk that runs."""
    asks = f"systemctl show {KIOSK} -p InvocationID"
    before = machine.run(asks).strip()
    said = machine.run(f"dpkg -i /root/{NEWER_DEB}")
    until(lambda: machine.run(asks).strip() not in {before, "InvocationID="}, WITHIN)
    machine.waits_for(ActiveState="active")
    if not same(machine.settled(), machine.welcome):
        yield f"another page is seen, and dpkg said: {said}"


def is_left_by_staff(machine):
    """Yield what is wrong with the way out, and whether it stays closed then."""
    restarts = machine.state()["NRestarts"]
    before = machine.settled()
    machine.press("ctrl", "shift", "f12")
    asked = machine.page(before)
    for digit in PIN:
        machine.press(digit)
    typed = machine.page(asked)
    machine.press("ret")
    menu = machine.page(typed)
    keep(menu, "machine-staff")
    for key in ("tab",) * 4:
        machine.press(key)
    machine.page(menu)
    machine.press("ret")
    machine.waits_for(ActiveState="inactive")
    # Longer than systemd would wait before it starts it again.
    machine.run("sleep 5")
    expected = {"ActiveState": "inactive", "Result": "success", "NRestarts": restarts}
    if not expected.items() <= (state := machine.state()).items():
        yield f"staff left, and it is {state}"


PARTS = (
    starts_by_itself,
    can_be_used,
    comes_back,
    is_started_anew_by_an_upgrade,
    is_left_by_staff,
)


def main():
    """Print what was found; return the exit code."""
    with TemporaryDirectory() as folder, bare("machine") as root:
        place = Path(folder)
        _set_up(root, place)
        with _switched_on(place):
            try:
                return report(Machine(place), PARTS)
            finally:
                shutil.copy(place / "console", PICTURES / "machine-console.txt")


def _set_up(root, place):
    """Make the disk of the computer out of a folder, and take out what it starts with."""
    root.install(*SYSTEM, *DEBS)
    root.bring(newer(DEB, place))
    settings = root.place / SETTINGS
    settings.write_text(
        settings.read_text().replace('pin_hash = ""', f'pin_hash = "{hash_of(PIN)}"')
    )
    drop_in = root.place / "etc" / "systemd" / "system" / f"{SHELL}.d" / "log-in.conf"
    drop_in.parent.mkdir()
    drop_in.write_text(_LOGGED_IN)
    journal = root.place / "etc" / "systemd" / "journald.conf"
    journal.write_text("[Journal]\nForwardToConsole=yes\nTTYPath=/dev/ttyS0\n")
    root.run("systemctl", "enable", "--quiet", SHELL, KIOSK)
    for name in ("vmlinuz", "initrd.img"):
        shutil.copy(root.place / name, place / name)
    disk = place / "disk"
    with disk.open("wb") as file:
        file.truncate(DISK)
    subprocess.run(["mkfs.ext4", "-q", "-d", root.place, disk], check=True)


@contextmanager
def _switched_on(place):
    """Give the computer while it runs."""
    command = [
        *("qemu-system-x86_64", "-nodefaults", "-no-reboot", "-display", "none"),
        *("-accel", "tcg,thread=multi", "-cpu", "max", "-machine", "q35", "-m", "2048"),
        *("-smp", "2", "-kernel", place / "vmlinuz", "-initrd", place / "initrd.img"),
        *("-append", "root=/dev/vda rw quiet console=ttyS0"),
        *("-drive", f"file={place / 'disk'},if=virtio,format=raw"),
        *("-device", f"virtio-vga,xres={WIDE},yres={HIGH}"),
        *("-device", "virtio-tablet-pci", "-device", "virtio-keyboard-pci"),
        *("-serial", f"file:{place / 'console'}"),
        *("-serial", f"unix:{place / 'shell'},server,nowait"),
        *("-qmp", f"unix:{place / 'qmp'},server,nowait"),
    ]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
