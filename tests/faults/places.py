"""Homes and surroundings in which the program must start, and come to a saved summary."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults.process import ROOT, start

NOT_KEPT = "What you choose here holds until you close the program."
NO_PART = "a part of this program is missing or damaged. Install the program again"
_INI = ".config/rls-wizard/rls-wizard.ini"
_LARGE = b"[General]\ntext_size=200\n"
_FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
_BORING = re.compile(
    r"This plugin does not support propagateSizeHints\(\)"
    r"|Detected locale .*|Qt depends on a UTF-8 locale, .*|If this causes problems, .*"
    r"|for more information\."
    r"|Fontconfig error: (Cannot load default config file|No writable cache directories).*|"
)
"""What Qt and fontconfig say by themselves; nobody who opens a window reads it."""


@dataclass(frozen=True)
class Place:
    """Surroundings, and what is to come of them."""

    make: Callable[[Path], Mapping[str, str | None]]
    """Changes a home, and returns the environment that is different."""
    keeps: bool = True
    """Whether settings can be kept."""
    keeps_visit: bool = True
    """Whether an unfinished visit can be kept."""
    says: str = ""
    """What stands on the last page where no summary can be saved."""
    most: int | None = None
    """How large a file can get, in bytes, if that is limited."""

    @property
    def name(self) -> str:
        return self.make.__name__.replace("_", " ")


def faults_of(place, folder):
    """Yield whatever is not as it should be when the program runs in a place."""
    home = folder / "Zoë Ærø 李 عمر"
    home.mkdir()
    out = folder / "Ærø 李.pdf"
    try:
        met = start(out, {"HOME": str(home), **place.make(home)}, place.most)
    finally:
        home.chmod(0o700)
    if met.code:
        yield f"exit code {met.code}: {met.complaints}"
        return
    yield from (line for line in met.complaints.splitlines() if not _BORING.fullmatch(line))
    if (NOT_KEPT in met.said["settings"]) is place.keeps:
        yield "it is not told whether settings are kept"
    if met.said["kept"] is not place.keeps_visit:
        yield "it is not told whether the visit is kept"
    if place.keeps and "theme=dark" not in (home / _INI).read_text(encoding="utf-8"):
        yield "the settings were not kept"
    if "Who is answering?" not in met.said["welcome"] or met.said["ink"] < _LEAST_INK:
        yield "nothing can be read"
    yield from _at_the_end(place, met, out)


def _at_the_end(place, met, out):
    if place.says:
        if place.says not in met.said["last"]:
            yield f"it is not said what to do: {met.said['last']}"
        if out.exists():
            yield "there is something of a summary"
    elif met.said["ended"]:
        yield met.said["ended"]
    elif not (paper := out.read_bytes()).startswith(b"%PDF") or b"%%EOF" not in paper[-9:]:
        yield "the summary is not whole"


_LEAST_INK = 0.001
"""The share of the first picture that is text."""


# Homes -------------------------------------------------------------------------------------------


def no_home(_):
    return {"HOME": None}


def a_home_that_is_not_there(_):
    return {"HOME": "/no-such-home"}


def a_home_that_cannot_be_changed(home):
    home.chmod(0o500)
    return {}


def files_in_place_of_folders(home):
    (home / ".config").write_text("")
    (home / ".local").mkdir()
    (home / ".local/share").write_text("")
    return {}


def a_folder_in_place_of_the_settings(home):
    (home / _INI).mkdir(parents=True)
    return {}


def settings_that_may_not_be_read(home):
    _settings(home, _LARGE).chmod(0)
    return {}


def no_temporary_folder(_):
    return {"TMPDIR": "/no/such/folder"}


def a_full_disk(_):
    return {}


def rubbish_in_place_of_settings(home):
    _settings(home, b"\0\xff[x\ntext_size=200=\n=\n;;" + bytes(range(256)) * 100)
    return {}


def a_hundred_megabytes_of_settings(home):
    _settings(home, _LARGE * 4_000_000)
    return {}


def _settings(home, data):
    file = home / _INI
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return file


# Languages ---------------------------------------------------------------------------------------


def a_locale_that_is_not_there(_):
    return {"LC_ALL": "xx_YY.UTF-8", "LANG": "xx_YY"}


def no_locale(_):
    return {"LC_ALL": None, "LANG": None, "LC_CTYPE": None, "LANGUAGE": None}


def the_locale_c(_):
    # As in a frozen program, which does not take up UTF-8 instead.
    return {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


def the_locale_posix(_):
    return {"LC_ALL": "POSIX", "LANG": None}


def turkish(_):
    return {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}


def arabic_digits(_):
    return {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"}


def persian_digits(_):
    return {"LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8"}


# Fonts -------------------------------------------------------------------------------------------


def no_font_but_ours(home):
    return _no_system_fonts(home)


def no_settings_of_fonts(_):
    return {"FONTCONFIG_FILE": "/nonexistent"}


def our_fonts_missing(home):
    return _program(home, lambda _: None)


def our_fonts_cut(home):
    return _program(home, lambda font: font[: len(font) // 2])


def our_fonts_empty_at_the_end(home):
    return _program(home, lambda font: font[:30_000].ljust(len(font), b"\0"))


def only_the_stand_in(home):
    return _no_system_fonts(home) | _program(home, lambda font: font[:200])


def _no_system_fonts(home):
    file = home.parent / "no-fonts.conf"
    file.write_text("<fontconfig></fontconfig>")
    return {"FONTCONFIG_FILE": str(file)}


def _program(home, change):
    """Return what runs a program whose fonts are changed; None leaves one out."""
    root = home.parent / "program"
    fonts = root / "resources" / "fonts"
    fonts.mkdir(parents=True)
    for part in ("rls_wizard", "tests"):
        (root / part).symlink_to(ROOT / part)
    for part in (ROOT / "resources").iterdir():
        if part.name != "fonts":
            (root / "resources" / part.name).symlink_to(part)
    for file in (ROOT / "resources" / "fonts").iterdir():
        data = change(file.read_bytes()) if file.name in _FONTS else file.read_bytes()
        if data is not None:
            (fonts / file.name).write_bytes(data)
    return {"PYTHONPATH": str(root)}


PLACES = (
    Place(no_home, keeps=False, keeps_visit=False),
    Place(a_home_that_is_not_there, keeps=False, keeps_visit=False),
    Place(a_home_that_cannot_be_changed, keeps=False, keeps_visit=False),
    Place(files_in_place_of_folders, keeps=False, keeps_visit=False),
    Place(a_folder_in_place_of_the_settings, keeps=False),
    Place(settings_that_may_not_be_read, keeps=False),
    Place(no_temporary_folder),
    Place(
        a_full_disk,
        keeps=False,
        keeps_visit=False,
        says="Nothing was saved: the disk is full.",
        most=100,
    ),
    Place(rubbish_in_place_of_settings),
    Place(a_hundred_megabytes_of_settings),
    Place(a_locale_that_is_not_there),
    Place(no_locale),
    Place(the_locale_c),
    Place(the_locale_posix),
    Place(turkish),
    Place(arabic_digits),
    Place(persian_digits),
    Place(no_font_but_ours),
    Place(no_settings_of_fonts),
    Place(our_fonts_missing, says=NO_PART),
    Place(our_fonts_cut, says=NO_PART),
    Place(our_fonts_empty_at_the_end, says=NO_PART),
    Place(only_the_stand_in, says=NO_PART),
)
