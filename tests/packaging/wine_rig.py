"""A Windows for the tests of installers: what is in it, and what is on its screen."""

import json
import subprocess
import time
from contextlib import contextmanager

from installers.about import BUILD, DIST, NAME, VERSION
from PIL import ImageGrab
from windows import stage as module
from windows.msi import make_msi
from windows.nsis import make_setup
from windows.portable import make_zip
from windows.stage import SCRATCH, stage
from windows.wine import Wine

PLACE = BUILD / "windows" / "try"
LISTED = "Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall"
_UNINSTALLS = "/temp/~nsu"
"""The folder of the copy that an uninstaller runs from; Windows empties it at its next start."""
_OTHER_KEYS = (
    # What wine and its parts write down, whatever is installed.
    "software\\\\wine",
    "\\\\explorer",
    "shellnoroam",
    "user.reg: console ",
    "\\\\installer\\\\folders",
    # By which Windows removes at its next start the copy that an uninstaller runs from.
    "pendingfilerenameoperations",
)
_INSTALLER = "system.reg: Software\\\\Classes\\\\Installer\\\\"
_KNOWN = "system.reg: Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Installer\\\\"
_OF_WINDOWS = {
    "windows/Installer",
    "user.reg: Console",
    f"user.reg: {LISTED}",
    *(f"{_INSTALLER}{name}" for name in ("Features", "Products", "UpgradeCodes")),
    f"{_KNOWN}UpgradeCodes",
    *(f"{_KNOWN}UserData\\\\S-1-5-18\\\\{name}" for name in ("Components", "Products")),
}
"""Which every Windows has, though a new wine does not."""


class Faults(list):
    """What is not as it must be; each check is printed as it is made."""

    def check(self, what, right, detail=""):
        """Note whether something is right."""
        print(f"   {'ok    ' if right else 'WRONG '}{what} {detail}", flush=True)
        if not right:
            self.append(what)


class Computer(Wine):
    """A new computer, with a screen of its own."""

    def __init__(self, name, display):
        super().__init__(PLACE / name)
        self.display = display
        self.create()
        self.user = next(f for f in (self.drive / "users").iterdir() if f.name != "Public")
        self.local, self.roaming = (self.user / "AppData" / n for n in ("Local", "Roaming"))

    def environment(self):
        return {**super().environment(), "DISPLAY": self.display}

    def code(self, *command, **more):
        """Run a program of Windows; return its exit code."""
        return self.run(*command, **more).returncode

    def files(self, folder=None):
        """Return the files below a folder, or on the whole disk, and their sizes."""
        folder = folder or self.drive
        names = {f.relative_to(folder).as_posix(): f for f in folder.rglob("*") if f.is_file()}
        return {n: f.stat().st_size for n, f in names.items() if _UNINSTALLS not in n.lower()}

    def folders(self):
        """Return the folders on the disk."""
        names = (f.relative_to(self.drive).as_posix() for f in self.drive.rglob("*") if f.is_dir())
        return {name for name in names if _UNINSTALLS not in name.lower()} - _OF_WINDOWS

    def keys(self):
        """Return the keys of the registry and the names in them, as wine writes them at its end."""
        self.rest()
        found = set()
        for file in ("system.reg", "user.reg"):
            key = file
            for line in (self.prefix / file).read_text(errors="replace").splitlines():
                if line.startswith("["):
                    key = f"{file}: {line.partition(']')[0][1:]}"
                    found.add(key)
                elif line.startswith('"'):
                    found.add(f"{key} {line.partition('=')[0]}")
        return {key for key in found - _OF_WINDOWS if not _is_others(key)}

    def listed(self, what="DisplayVersion"):
        """Return the versions of the program that Windows shows under "Apps", or what else."""
        self.rest()
        found = []
        for file in ("system.reg", "user.reg"):
            text = (self.prefix / file).read_text(errors="replace")
            for block in text.split("\n["):
                if block.startswith(LISTED) and "Restless legs" in block:
                    lines = (ln for ln in block.splitlines() if ln.startswith(f'"{what}"='))
                    # What Windows calls a text is one of JSON.
                    found += [json.loads(ln.partition("=")[2]) for ln in lines]
        return found

    def rest(self):
        """Let it write down what it has in memory."""
        self.end()

    def everything(self):
        """Return all that an installer may leave: files, folders and keys."""
        return self.keys() | set(self.files()) | self.folders()

    @contextmanager
    def window(self, program, *arguments):
        """Run a program with a window until left; yield its process."""
        process = subprocess.Popen(
            ["/usr/lib/wine/wine64", str(program), *arguments],
            env=self.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield process
        finally:
            self.end()
            process.kill()
            process.wait()
            process.stdout.close()

    def picture(self, file, seconds=40):
        """Photograph the screen once a window is painted on it; tell whether one was."""
        for _ in until(seconds):
            shot = ImageGrab.grab(xdisplay=self.display)
            colours = shot.convert("RGB").getcolors(shot.width * shot.height)
            if len(colours) > 50:
                # The first picture: what comes after it may have changed it.
                time.sleep(3)
                ImageGrab.grab(xdisplay=self.display).save(file)
                return True
        return False


def _is_others(key):
    return any(part in key.lower() for part in _OTHER_KEYS)


def until(seconds, step=0.5):
    """Yield now and then until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(step)


def gone(path, seconds=40):
    """Wait until a path is there no more; tell whether it went."""
    return any(not path.exists() for _ in until(seconds))


@contextmanager
def screen():
    """Run an X server that nobody sees; yield its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            yield f":{int(server.stdout.readline())}"
        finally:
            server.terminate()


__all__ = [
    "DIST", "NAME", "PLACE", "SCRATCH", "VERSION", "Computer", "Faults", "gone", "make_msi",
    "make_setup", "make_zip", "module", "screen", "stage", "until",
]  # fmt: skip
