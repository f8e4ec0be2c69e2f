"""The package of Debian on a bare system: installed, used by a person, upgraded, removed.

python -m tests.packaging.run debian: as root, with what tools-for-installers.sh installs.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import pypdfium2
from installers.about import DIST, NAME, VERSION
from linux.version import IN_DEBIAN

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.pictures import COUNT, HEAD, LENGTH, ORDER, SIZE
from rls_wizard.handover.printing.talk import Act, Order, pack_order, unpack_news
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.handover.unfinished import Unfinished, pack
from rls_wizard.ui.aloud.talk import Trouble as Aloud
from tests.bench.sample import content, sample
from tests.kiosk.cage import x_server
from tests.packaging.roots import PERSON, bare
from tests.packaging.screen import keep, keys, same, stands, until, windows

DEB = DIST / f"{NAME}_{IN_DEBIAN.split('-')[0]}_amd64.deb"
HOME = Path("home") / PERSON
KEPT = (".cache/fontconfig", f".config/{NAME}", f".local/share/{NAME}")
"""Where something is there of a person afterwards: what the system keeps of fonts, settings, and
visits and reports that may be kept."""
SAVED = {"outcome.json", "summary.pdf"}
"""What the person saved."""
GROUND = (20, 300)
"""A place of the first page where nothing stands."""
AFTER_ALL = 20
"""So many pictures that are the same: more than a second, and nothing comes any more."""
LARGEST = 54
NEWER = "99.0-1"


class Room:
    """The bare system, its screen, and what was there before."""

    def __init__(self, root, display):
        self.root, self.display = root, display
        self.before = root.files()

    def open(self):
        """Open the window as a person; return the process around it."""
        return self.root.start(NAME, user=PERSON, DISPLAY=self.display)

    def run(self, *words, **more):
        return self.root.run(NAME, *words, user=PERSON, **more)


def checker_is_content(_room):
    """Yield what lintian holds against the packages; errors end it, and warnings are told."""
    for deb in sorted(DIST.glob("*.deb")):
        command = ["lintian", "--fail-on", "error", str(deb)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        print(done.stdout, end="")
        if done.returncode:
            yield f"lintian does not take {deb.name}"
    if (size := DEB.stat().st_size / 1e6) > LARGEST:
        yield f"{size:.1f} MB are too many"


def is_installed(room):
    """Yield what is wrong with the installation, and print what it takes."""
    begun = monotonic()
    room.root.install(DEB)
    took = monotonic() - begun
    added = len(room.root.files() - room.before)
    own = room.root.run("dpkg-query", "-W", "-f", "${Installed-Size}", NAME).decode()
    print(f"   {took:.0f} s, {int(own) / 1024:.0f} MiB of ours, {added} files in all")
    if room.run("--version").decode().split()[:2] != [NAME, VERSION]:
        yield "the version is another"
    for place in ("share/man/man1/rls-wizard.1.gz", f"share/doc/{NAME}/copyright"):
        if not (room.root.place / "usr" / place).is_file():
            yield f"there is no {place}"


def walks_through_the_window(room):
    """Yield what is wrong with a whole case, answered in the real window, to its PDF."""
    begun = monotonic()
    said = room.run("selftest", "--out", f"/{HOME}/outcome.json", DISPLAY=room.display)
    outcome = json.loads((room.root.place / HOME / "outcome.json").read_bytes())
    print(f"   {outcome['pages']} pages, {outcome['bytes']} bytes, {monotonic() - begun:.1f} s")
    if said:
        yield f"it complains: {said.decode()}"
    if outcome["fault"] or outcome["bytes"] < 20_000:
        yield f"it ends with {outcome}"


def is_opened_by_a_person(room):
    """Yield what is wrong with the window as it opens from the menu, and goes."""
    process = room.open()
    window = until(lambda: windows(room.display))[-1]
    first = stands(room.display)
    keep(first, "debian-first-page")
    _focus(room.display, window)
    keys(room.display, "Tab", "Tab", "Tab")
    if same(first, stands(room.display, first)):
        yield "keys do nothing"
    keep(stands(room.display), "debian-by-keys")
    yield from _closes(room, process)


def _focus(display, window):
    environment = {**os.environ, "DISPLAY": display}
    subprocess.run(["xdotool", "windowfocus", window], env=environment, check=True)


def _closes(room, process):
    """Close the window by its key, while there are no answers; yield what is wrong with that."""
    keys(room.display, "ctrl+q")
    yield from _ends(process)


def _ends(process):
    """Yield what is wrong with how the window goes."""
    try:
        said, _ = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        yield "the window does not close"
        return
    if said or process.returncode:
        yield f"it ends with {process.returncode}: {said.decode(errors='replace')}"


def makes_papers(room):
    """Yield what is wrong with what the children of the window make, and with commands."""
    answers = write(sample())
    pdf = room.run("summary", "-", "-o", "-", given=answers)
    (room.root.place / HOME / "summary.pdf").write_bytes(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    if "restless legs" not in text.lower() or len(text) < 3_000:
        yield f"the summary reads: {text[:200]}"
    again = json.loads(room.run("earlier", "-", given=pdf))
    if "mg" in again or not again:
        yield "the summary does not bring its answers back"
    if b"No faults" not in room.run("check"):
        yield "check finds faults"
    if len(json.loads(room.run("questions"))) == 0:
        yield "there are no questions"
    if not json.loads(room.run("assess", "-", given=answers)):
        yield "answers amount to nothing"
    if not room.run("review", "-o", "-").startswith(b"%PDF"):
        yield "there is no sheet to review"
    yield from _draws(room, pdf)


def _draws(room, pdf):
    order = ORDER.pack(0, 1.0, 0, 1)
    drawn = room.run("draw", given=LENGTH.pack(len(pdf)) + pdf + order)
    (count,) = COUNT.unpack_from(drawn)
    width, height, _ = HEAD.unpack_from(drawn, COUNT.size + count * SIZE.size)
    if count < 2 or (width, height) < (590, 780):
        yield f"{count} pages are drawn, the first {width} by {height}"


def says_what_is_not_there(room):
    """Yield what is wrong with parts that need what this system lacks."""
    line = room.run("print", given=pack_order(Order(Act.LOOK))).splitlines()[0]
    if unpack_news(line).trouble is not Trouble.NO_SERVICE:
        yield f"of printing it says {line}"
    # What it is linked to is only recommended, and not there.
    word = room.run("speak", "en", code=1).decode().split()[-1]
    if word != Aloud.NO_PART:
        yield f"of voices it says {word}"


def takes_an_upgrade(room):
    """Yield what is wrong after a newer package was put over it: what people have is to survive."""
    settings = room.root.place / HOME / f".config/{NAME}/{NAME}.ini"
    _put(room, settings, b"[General]\ntheme=night\nof_a_later_release=yes\n")
    broken_off = _broken_off()
    visit = room.root.place / HOME / f".local/share/{NAME}/visit-1.json"
    _put(room, visit, broken_off)
    with tempfile.TemporaryDirectory() as folder:
        room.root.install(newer(DEB, Path(folder)))
    installed = room.root.run("dpkg-query", "-W", "-f", "${Version}", NAME).decode()
    if installed != NEWER:
        yield f"{installed} is installed"
    if visit.read_bytes() != broken_off:
        yield "the unfinished visit is not what it was"
    process = room.open()
    window = until(lambda: windows(room.display))[-1]
    # The first page comes first, and the offer soon after.
    offered = stands(room.display, pictures=AFTER_ALL)
    keep(offered, "debian-upgraded")
    if sum(offered.getpixel(GROUND)) > 3 * 100:
        yield "the settings are lost: it is not dark"
    _focus(room.display, window)
    page = _pressed(room, "Return", _pressed(room, "Tab", offered))
    keep(page, "debian-continued")
    keys(room.display, "ctrl+plus")
    asked = _pressed(room, "ctrl+q", stands(room.display, page))
    keep(asked, "debian-closes")
    _pressed(room, "Tab", asked)
    keys(room.display, "Return")
    yield from _ends(process)
    yield from _goes_on(broken_off, visit)
    kept = settings.read_text()
    if not {"theme=night", "of_a_later_release=yes", "text_size=125"} <= set(kept.split("\n")):
        yield f"the settings are {kept}"


def _pressed(room, key, before):
    """Press a key; return what is on the screen once that is another than before."""
    keys(room.display, key)
    return stands(room.display, before)


def _put(room, file, data):
    """Write a file into the home of the person, as theirs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    home = room.root.place / HOME
    owner = home.stat()
    for path in (file, *file.parents):
        if path == home:
            break
        os.chown(path, owner.st_uid, owner.st_gid)


def _broken_off():
    """Return what is kept of a visit that the person has begun today, an hour ago."""
    begun = datetime.now().astimezone() - timedelta(hours=1)
    answers = sample().model_copy(update={"answered_on": begun.date()})
    return pack(Unfinished(answers, begun, stop="QUESTIONS", page="legs", who_told=True), content())


def _goes_on(before, file):
    """Yield what is wrong with a visit that was kept, offered, and gone on with."""
    old, new = (json.loads(raw)["kept"] for raw in (before, file.read_bytes()))
    if new["at"] == old["at"]:
        yield "it does not go on with the unfinished visit"
    if new["visit"]["answers"] != old["visit"]["answers"]:
        yield "the answers of the unfinished visit are others"
    if (where := (new["stop"], new["page"])) != (old["stop"], old["page"]):
        yield f"the unfinished visit goes on at {where}"


def newer(deb, folder):
    """Make a package as if it were a later one; return it."""
    made = folder / f"newer-{deb.name}"
    with tempfile.TemporaryDirectory() as tree:
        subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
        for file in (Path(tree) / "DEBIAN" / name for name in ("control", "preinst")):
            if file.exists():
                file.write_text(file.read_text().replace(IN_DEBIAN, NEWER))
        command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, made]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


def refuses_an_older_one(room):
    """Yield what is wrong with how an older package, and an older program, are told of newer."""
    older = room.root.bring(DEB)
    said = room.root.run("apt-get", "install", "-y", "--allow-downgrades", older, code=100)
    if b"It may not be able to read" not in said:
        yield f"no reason is given: {said.decode()}"
    if room.root.run("dpkg-query", "-W", "-f", "${Version} ${Status}", NAME) != (
        f"{NEWER} install ok installed".encode()
    ):
        yield "the newer one is not installed any more"
    room.root.run("rm", older)
    room.root.run("apt-get", "remove", "-y", "-qq", NAME)
    room.root.install(DEB)
    later = write(sample()).replace(b'"format": 1', b'"format": 99')
    said = room.run("summary", "-", "-o", "-", given=later, code=2).decode()
    print(f"   of answers of a newer one it says: {said.strip()}")
    if "newer" not in said:
        yield "the older program does not say that answers are newer"


def is_removed(room):
    """Yield what removing leaves, and then what purging does."""
    own = room.root.own_files(NAME) - room.before
    room.root.run("apt-get", "remove", "-y", "-qq", NAME)
    if left := own & room.root.files() - _of_others(room, own):
        yield f"removed, it leaves {sorted(left)}"
    # apt does not know it any more: it has no settings of its own that stay.
    room.root.run("dpkg", "--purge", NAME)
    room.root.run("apt-get", "autoremove", "--purge", "-y", "-qq")
    left = room.root.files() - room.before
    home = {path for path in left if path.startswith(f"{HOME}/")}
    of_person = {path.removeprefix(f"{HOME}/") for path in home if _is_file(room, path)}
    if unasked := {path for path in of_person - SAVED if not path.startswith(KEPT)}:
        yield f"in the home of a person it leaves {sorted(unasked)}"
    if lost := room.before - room.root.files():
        yield f"it takes away {sorted(lost)}"
    if unknown := left - home:
        yield f"purged, it leaves {sorted(unknown)}"


def _is_file(room, path):
    return (room.root.place / path).is_file()


def _of_others(room, own):
    """Return the folders that other packages have, too."""
    folders = (path for path in own if (room.root.place / path).is_dir())
    return {path for path in folders if not path.startswith(f"usr/lib/{NAME}")}


PARTS = (
    checker_is_content,
    is_installed,
    walks_through_the_window,
    is_opened_by_a_person,
    makes_papers,
    says_what_is_not_there,
    takes_an_upgrade,
    refuses_an_older_one,
    is_removed,
)


def main():
    """Print what was found; return the exit code."""
    with x_server() as display, bare("debian") as root:
        return report(Room(root, display), PARTS)


def report(room, parts):
    """Print what is wrong with each part; return the exit code."""
    faults = 0
    for part in parts:
        begun = monotonic()
        found = list(part(room))
        name = part.__name__.replace("_", " ")
        print(f"{name:40}{'; '.join(found) or 'yes'} ({monotonic() - begun:.0f} s)", flush=True)
        faults += len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
