"""A real cupsd for tests: on a socket and in folders of its own, whether or not one is running."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from rls_wizard.handover.printing.cups import Cups, CupsError

PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
CUPSD = shutil.which("cupsd", path=PATH)
LPADMIN = shutil.which("lpadmin", path=PATH)
USER = pwd.getpwuid(os.getuid()).pw_name
_PROGRAMS = Path("/usr/lib/cups")
_WITHIN = 20

# As it is shipped, but nobody is asked for a password.
_CUPSD_CONF = """
Listen {root}/socket
DefaultAuthType None
Browsing No
WebInterface No
MaxLogSize 0
PreserveJobFiles Yes
JobRetryInterval 600
<Policy default>
  <Limit Cancel-Job Send-Document Purge-Jobs Get-Job-Attributes>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES_CONF = """
ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
ServerBin {root}/bin
DataDir /usr/share/cups
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
User {user}
Group {group}
"""
_PRINTER = """
<Printer {name}>
Info {info}
DeviceURI {uri}
State Idle
Accepting Yes
ErrorPolicy {policy}
</Printer>
"""
_BACKEND = """#!/bin/sh
# A printer that does what a test wrote down for it: it is handed the job as a driver is.
[ $# = 0 ] && exit 0
cat "{root}/says" >&2
case "$(cat "{root}/does")" in
print) printf '%s\\n' "$3" "$5" > "{root}/told"; cat $6 > "{root}/paper" ;;
hang) read _ < "{root}/gate" ;;
fail) exit 1 ;;
esac
"""
PRINTERS = {
    "office": ("Office printer", "test:/office"),
    "away": ("Network printer", "ipp://127.0.0.1:9/ipp/print"),
    "cable": ("Cable printer", "usb://Maker/Model"),
}


@contextmanager
def running_service():
    """Give a printing service of one test's own, with three printers."""
    if CUPSD is None or LPADMIN is None:
        pytest.skip("cupsd and lpadmin are not installed: packages cups-daemon and cups-client")
    # Not pytest's own folder: the printer is another user's process, and may not look into that.
    root = Path(tempfile.mkdtemp(prefix="rls-cups-"))
    root.chmod(0o755)
    service = Service(root)
    try:
        service.start()
        yield service
    finally:
        service.stop()
        shutil.rmtree(root)


class Service:
    """What a test does to the printing service, and what it finds there."""

    def __init__(self, root):
        self.root = root
        self.environment = {
            **os.environ,
            "CUPS_SERVER": str(root / "socket"),
            "HOME": str(root / "home"),
            "PATH": PATH,
        }
        self.cups = Cups(str(root / "socket"), USER)
        self._process = None
        for folder in ("spool", "cache", "state", "tmp", "home/.cups", "bin/backend", "bin/filter"):
            (root / folder).mkdir(parents=True)
        self._configure()
        self.does("print")

    def _configure(self, printers=PRINTERS):
        root, group = self.root, "lp" if os.getuid() == 0 else str(os.getgid())
        user = "lp" if os.getuid() == 0 else USER
        texts = {
            "cupsd.conf": _CUPSD_CONF.format(root=root),
            "cups-files.conf": _FILES_CONF.format(root=root, user=user, group=group),
            "printers.conf": "".join(
                _PRINTER.format(name=name, info=info, uri=uri, policy="retry-job")
                for name, (info, uri) in printers.items()
            ),
        }
        for name, text in texts.items():
            (root / name).write_text(text)
        for name in ("daemon", "notifier"):
            (root / "bin" / name).symlink_to(_PROGRAMS / name)
        shutil.copy(_PROGRAMS / "backend" / "ipp", root / "bin" / "backend" / "ipp")
        (root / "bin" / "backend" / "ipp").chmod(0o755)
        for name in ("test", "usb"):
            backend = root / "bin" / "backend" / name
            backend.write_text(_BACKEND.format(root=root))
            backend.chmod(0o755)
        os.mkfifo(root / "gate")
        for name in ("paper", "told"):
            (root / name).touch()
        for name in ("gate", "paper", "told"):
            (root / name).chmod(0o666)

    def start(self):
        files = ("-c", self.root / "cupsd.conf", "-s", self.root / "cups-files.conf")
        self._process = subprocess.Popen([CUPSD, "-f", *files], env=self.environment)
        self.until(self._answers)

    def stop(self):
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_WITHIN)
            self._process = None

    def _answers(self):
        try:
            return len(self.cups.printers()) == len(PRINTERS)
        except CupsError:
            return False

    @staticmethod
    def until(holds):
        """Wait until something holds."""
        deadline = monotonic() + _WITHIN
        while not holds():
            assert monotonic() < deadline, "the service does not do it"
            Event().wait(0.02)

    # The printer ---------------------------------------------------------------------------------

    def does(self, what, says=""):
        """Let the printer do that from the next job on, and say something first."""
        (self.root / "says").write_text(f"{says}\n" if says else "")
        (self.root / "does").write_text(what)

    @property
    def paper(self):
        """What came out."""
        return (self.root / "paper").read_bytes()

    @property
    def told(self):
        """The title of the last job, and its options."""
        title, options = (self.root / "told").read_text().splitlines()
        return title, options.split()

    @property
    def left(self):
        """The files that are still there of jobs: of the queue, and whatever holds a PDF."""
        files = [path for path in self.root.rglob("*") if path.is_file()]
        return [path.name for path in files if self._is_of_a_job(path)]

    def _is_of_a_job(self, path):
        queued = path.is_relative_to(self.root / "spool")
        with suppress(FileNotFoundError):  # the service may just have removed it
            return queued or (path.name != "paper" and b"%PDF" in path.read_bytes())
        return False

    # Whoever looks after it ----------------------------------------------------------------------

    def run(self, command, *arguments):
        program = shutil.which(command, path=PATH)
        subprocess.run([program, *arguments], env=self.environment, check=True, capture_output=True)
