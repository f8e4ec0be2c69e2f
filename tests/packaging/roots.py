"""A bare Debian in a folder, in which packages are installed and used as on a new computer."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "installers" / "roots"
SUITE = "bookworm"
PERSON = "person"
# As on a computer: processes and memory that is shared. All of it ends with the command.
_INSIDE = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c")
# The shell stays, as what all end with: the user of a command has no such tie to its parent.
_ENTER = """
mount -t proc proc "$0/proc" && mount -t tmpfs -o mode=1777 shm "$0/dev/shm" && chroot "$@"
exit $?
"""
_ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
_PASSING = ("dev", "proc", "sys", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log")
"""What every use of apt leaves, and what is no folder of a disk."""
_WITHIN = 540


class Root:
    """The folder, and what is done in it."""

    def __init__(self, place):
        self.place = place

    def run(self, *command, user="root", code=0, given=b"", **environment):
        """Run a command there; return what it printed. Ends the check if it fails."""
        done = subprocess.run(
            self.command(*command, user=user),
            input=given,
            env=self.environment(user) | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=_WITHIN,
        )
        if code is not None and done.returncode != code:
            said = done.stdout.decode(errors="replace")
            sys.exit(f"{said}\nThis ended with {done.returncode}: {' '.join(command)}")
        return done.stdout

    def start(self, *command, user="root", **environment):
        """Start a command there; return the process around it: with it, all in it ends."""
        return subprocess.Popen(
            self.command(*command, user=user),
            env=self.environment(user) | environment,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            stdout=subprocess.PIPE,
        )

    def command(self, *command, user):
        place = str(self.place)
        return [*_INSIDE, _ENTER, place, f"--userspec={user}", place, *map(str, command)]

    @staticmethod
    def environment(user):
        home = "/root" if user == "root" else f"/home/{user}"
        return _ENVIRONMENT | {"HOME": home, "USER": user}

    def install(self, *packages):
        """Install packages, or files that hold some, with what they depend on and no more."""
        brought = [self.bring(one) for one in packages if isinstance(one, Path)]
        named = [one for one in packages if isinstance(one, str)]
        options = ("-y", "-qq", "--no-install-recommends")
        self.run("apt-get", "install", *options, *brought, *named)
        self.run("rm", "-f", *brought)

    def bring(self, file):
        """Copy a file there; return where it is."""
        shutil.copy(file, self.place / "root" / file.name)
        return f"/root/{file.name}"

    def files(self):
        """Return every path but what apt leaves."""
        found = set()
        for folder, folders, names in os.walk(self.place):
            here = Path(folder).relative_to(self.place)
            folders[:] = [name for name in folders if str(here / name) not in _PASSING]
            found |= {str(here / name) for name in (*folders, *names)}
        return found

    def own_files(self, package):
        """Return every path of an installed package."""
        listed = self.run("dpkg", "-L", package).decode().split("\n")
        return {path.lstrip("/") for path in listed if path.strip("/.")}


@contextmanager
def bare(name, suite=SUITE):
    """Give a Debian with nothing in it but what it cannot do without, and a person."""
    place = BUILD / name
    shutil.rmtree(place, ignore_errors=True)
    subprocess.run(["cp", "-a", _base(suite), place], check=True)
    root = Root(place)
    root.run("apt-get", "update", "-qq")
    root.run("useradd", "--create-home", PERSON)
    yield root
    shutil.rmtree(place)


def _base(suite):
    """Return the folder of a fresh system; it is made once."""
    if os.getuid() != 0:
        sys.exit("A Debian in a folder can only be made by root: sudo make installers-test")
    base = BUILD / suite
    if not base.is_dir():
        unfinished = base.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", suite, str(unfinished), *_mirror()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        # No service is started: it would be one of the computer around.
        policy = unfinished / "usr" / "sbin" / "policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        unfinished.rename(base)
    return base


def _mirror():
    """Return where this computer has its Debian from, if it is one: the next is there, too."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)", f"Codename: {SUITE}"]
    found = subprocess.run(command, check=False, capture_output=True, text=True).stdout.split()
    return found[:1]
