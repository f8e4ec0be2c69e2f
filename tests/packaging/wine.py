"""What people download for Windows, installed, used, upgraded and removed.

    python -m tests.packaging.wine

The Windows is wine, so what is proved is what the installers and the program do, not what Windows
11 makes of them; RELEASE.md says what to look at there. Pictures: build/installers/windows/try/.
"""

import json
import shutil
import sys
import time
import zipfile

from PIL import Image, ImageStat
from pypdfium2 import PdfDocument

from tests.packaging.wine_rig import (
    DIST,
    NAME,
    PLACE,
    SCRATCH,
    VERSION,
    Computer,
    Faults,
    gone,
    make_msi,
    make_setup,
    screen,
    stage,
)  # fmt: skip

OLD = "0.0.9"
RUNS, NEWER = 3, 4
SETTINGS = "[General]\ntheme=dark\ntext_size=150\n"


def main():
    """Try all three; return 0 if all is well."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    faults = Faults()
    with screen() as display:
        for part in (setup_for_one, msi_for_all, zip_on_a_stick):
            begun = time.monotonic()
            print(f" {part.__name__}", flush=True)
            computer = Computer(part.__name__, display)
            try:
                part(computer, faults)
            finally:
                computer.end()
            print(f"   {time.monotonic() - begun:.0f} s", flush=True)
    print("\n".join(["", *faults]) if faults else " all is well")
    return 1 if faults else 0


def setup_for_one(pc, faults):
    """The setup: silent, used, upgraded, refused, removed."""
    new = DIST / f"{NAME}-{VERSION}-setup.exe"
    old = make_setup(OLD, PLACE, quick=True)
    folder = pc.local / "Programs" / NAME
    before = pc.everything()

    faults.check("an older one installs silently", pc.code(old, "/S") == 0)
    faults.check("it is listed", pc.listed() == [OLD])
    stray = folder / "packages" / "rls_wizard" / "of_the_old_one.py"
    stray.write_text("")
    settings = keep_something(pc)
    faults.check("a newer one upgrades it silently", pc.code(new, "/S") == 0)
    faults.check("one is listed", pc.listed() == [VERSION], pc.listed())
    faults.check("what was of the old one is gone", not stray.exists())
    faults.check("settings survive", settings.read_text() == SETTINGS)
    faults.check("all files are as made", same(pc, folder, besides={"uninstall.exe"}))
    faults.check("it is in the Start menu", bool(list(pc.user.rglob("Restless legs wizard.lnk"))))

    use(pc, folder, faults)
    with pc.window(folder / f"{NAME}.exe"):
        faults.check("its window is seen", pc.picture(PLACE / "window.png"))
        faults.check("it takes the settings that survived", is_dark(PLACE / "window.png"))
        faults.check("while it runs, nothing is installed", pc.code(new, "/S") == RUNS)
    faults.check("nothing was changed", same(pc, folder, besides={"uninstall.exe"}))
    faults.check("an older one is refused", pc.code(old, "/S") == NEWER)
    faults.check("nothing was changed", same(pc, folder, besides={"uninstall.exe"}))
    faults.check("the newer one is listed", pc.listed() == [VERSION])

    pc.run(folder / "uninstall.exe", "/S", "/KEEP")
    faults.check("it uninstalls", gone(folder))
    faults.check("with /KEEP settings stay", settings.is_file())
    pc.run(new, "/S")
    pc.run(folder / "uninstall.exe", "/S")
    faults.check("it uninstalls once more", gone(folder))
    nothing_left(pc, before, faults)


def msi_for_all(pc, faults):
    """The MSI: silent, used, upgraded, refused, removed."""
    new, old = DIST / f"{NAME}-{VERSION}.msi", make_msi(OLD, PLACE)
    folder = pc.drive / "Program Files" / NAME
    before = pc.everything()
    faults.check("an older one installs silently", msi(pc, "/i", old) == 0)
    faults.check("it is listed", pc.listed() == [OLD], pc.listed())
    settings = keep_something(pc)
    faults.check("a newer one upgrades it silently", msi(pc, "/i", new) == 0)
    faults.check("one is listed", pc.listed() == [VERSION], pc.listed())
    faults.check("all files are as made", same(pc, folder))
    # wine takes that of the user for everybody's.
    menu = list(pc.drive.rglob("Restless legs wizard.lnk"))
    faults.check("it is in a Start menu", len(menu) == 1, menu)
    use(pc, folder, faults)
    kiosk(pc, folder, faults)
    faults.check("using it has written nothing there", same(pc, folder))
    faults.check("an older one is refused", msi(pc, "/i", old) != 0)
    faults.check("nothing was changed", same(pc, folder) and pc.listed() == [VERSION])
    faults.check("it uninstalls silently", msi(pc, "/x", new) == 0)
    faults.check("people's settings stay", settings.is_file())
    forget(pc)
    nothing_left(pc, before, faults)


def zip_on_a_stick(pc, faults):
    """The zip: unpacked and used; nothing of it is elsewhere."""
    before = pc.everything()
    stick = pc.drive / "stick"
    with zipfile.ZipFile(DIST / f"{NAME}-{VERSION}-windows-portable.zip") as packed:
        packed.extractall(stick)
    folder = stick / NAME
    use(pc, folder, faults)
    kept = folder / f"{NAME}-data"
    (kept / f"{NAME}.ini").write_text(SETTINGS)
    with pc.window(folder / f"{NAME}.exe"):
        faults.check("its window is seen", pc.picture(PLACE / "portable.png"))
    faults.check("it takes settings from beside it", is_dark(PLACE / "portable.png"))
    damaged(pc, folder, faults)
    shutil.rmtree(stick)
    nothing_left(pc, before, faults)


def msi(pc, how, file):
    """Let Windows Installer do something silently; return its exit code."""
    return pc.code("msiexec", how, pc.path(file), "/qn")


def use(pc, folder, faults):
    """Walk through the window, write a summary on the command line, and ask for the voice."""
    out = pc.drive / "selftest.json"
    code = pc.code(folder / f"{NAME}.exe", "selftest", "--out", "C:\\selftest.json")
    found = json.loads(out.read_text()) if out.is_file() else {}
    right = code == 0 and found.get("fault") == "" and found["bytes"] > 50_000
    faults.check("the self-test passes in a window of Windows", right, found)
    out.unlink(missing_ok=True)
    cli = folder / f"{NAME}-cli.exe"
    told = pc.run(cli, "--version").stdout.decode()
    faults.check("the command line tells its version", VERSION in told, told.splitlines()[:1])
    summary = pc.run(cli, "summary", "-", "-o", "-", data=answers())
    faults.check("it makes a summary through pipes", "Restless legs" in text_of(summary.stdout))
    voices = speech(pc, folder)
    faults.check("Qt's speech can be loaded", voices == ["sapi", "winrt"], voices)


def kiosk(pc, folder, faults):
    """Run the kiosk with the settings that come with it, and a PIN made on the command line."""
    cli = folder / f"{NAME}-cli.exe"
    pin = pc.run(cli, "kiosk", "--set-pin", data=b"739164\n").stdout.decode().strip()
    settings = (folder / "kiosk" / "kiosk.toml").read_text("utf-8")
    file = pc.drive / "kiosk.toml"
    file.write_text(settings.replace('pin_hash = ""', pin), "utf-8")
    with pc.window(folder / f"{NAME}.exe", "kiosk", "--settings", "C:\\kiosk.toml"):
        faults.check("the kiosk is seen", pc.picture(PLACE / "kiosk.png"))
    with Image.open(PLACE / "kiosk.png") as shot:
        corners = [shot.convert("L").getpixel(at) for at in ((2, 2), (-2 % shot.width, 2))]
    faults.check("it fills the screen", all(corners), corners)
    file.unlink()


def damaged(pc, folder, faults):
    """Check that a program without its Python says so, in a window and on the command line."""
    python = next((folder / "python").glob("python3??.dll"))
    python.rename(python.with_suffix(".away"))
    told = pc.run(folder / f"{NAME}-cli.exe", "--version")
    faults.check("what is missing is told", told.returncode and b"again" in told.stderr)
    with pc.window(folder / f"{NAME}.exe"):
        faults.check("in a window, too", pc.picture(PLACE / "damaged.png"))
    python.with_suffix(".away").rename(python)


def speech(pc, folder):
    """Return what Qt can speak by. No more can be asked of wine, whose own speech fails."""
    place = str(pc.path(folder / "packages"))
    code = (
        f"import sys; sys.path.insert(0, {place!r})\n"
        "from PySide6.QtTextToSpeech import QTextToSpeech as speech\n"
        "print(*speech.availableEngines())"
    )
    told = pc.run(SCRATCH / "python" / "python.exe", "-I", "-B", "-c", code)
    return sorted(told.stdout.decode().split())


def answers():
    """Return the answers of the sample visit, as a file of them."""
    from rls_wizard import i18n
    from rls_wizard.content.cases import SAMPLE, read_cases, response_of
    from rls_wizard.content.load import load_content
    from rls_wizard.content.reader import Reader
    from rls_wizard.handover.answer_file import write
    from rls_wizard.paths import own_content

    english = i18n.load("en")
    cases = {case.name: case for case in read_cases(Reader(own_content(), english))}
    return write(response_of(cases[SAMPLE], cases, load_content(own_content(), english)))


def text_of(pdf):
    """Return the text of a PDF, or nothing if that is none."""
    if not pdf.startswith(b"%PDF"):
        return ""
    with PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def same(pc, folder, besides=frozenset()):
    """Tell whether a folder holds what was made, byte by byte, and what else is named."""
    made = stage(VERSION)
    names = set(pc.files(made))
    return set(pc.files(folder)) == names | besides and all(
        (folder / name).read_bytes() == (made / name).read_bytes() for name in names
    )


def keep_something(pc):
    """Keep what the program keeps for a person; return the file of settings."""
    for place in (pc.roaming, pc.local):
        (place / NAME).mkdir(exist_ok=True)
    (pc.local / NAME / "visit-1.json").write_text("{}")
    file = pc.roaming / NAME / f"{NAME}.ini"
    file.write_text(SETTINGS)
    return file


def forget(pc):
    """Remove what is kept for the person."""
    for place in (pc.roaming, pc.local):
        shutil.rmtree(place / NAME)


def nothing_left(pc, before, faults):
    """Check that the computer is as it was."""
    left = sorted(pc.everything() - before)
    faults.check("nothing is left, of files or in the registry", not left, left[:30])


def is_dark(picture):
    """Tell whether most of a window in a picture is dark, but not black as the empty screen."""
    with Image.open(picture) as shot:
        window = shot.convert("L").crop((300, 300, 900, 600))
        return 0 < ImageStat.Stat(window).mean[0] < 100


if __name__ == "__main__":
    sys.exit(main())
