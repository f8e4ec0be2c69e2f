"""What is packed for Windows, and how: all that needs neither wine nor a compiler."""

import importlib.util
import os
import zipfile
from pathlib import Path

import pytest
from windows import msi, nsis, sign, stage, wheels
from windows.launcher import fill, numbers

ROOT = Path(__file__).parents[2]
HERE = ROOT / "packaging" / "windows"


@pytest.fixture
def tree(tmp_path):
    """A folder as it is packed, in small."""
    folder = tmp_path / "rls-wizard"
    for name in ("rls-wizard.exe", "LICENSE.txt", "packages/a b/c&d.py", "python/python313.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"1")
    return folder


@pytest.fixture
def start():
    """What the launcher runs."""
    spec = importlib.util.spec_from_file_location("start", HERE / "start.py")
    module = importlib.util.module_from_spec(spec)
    return spec, module


def test_windows_compares_three_numbers():
    assert numbers("0.12.3") == (0, 12, 3)
    for version in ("0.1", "1.2.3rc1", "1.2.3.4", ""):
        with pytest.raises(SystemExit, match="three numbers"):
            numbers(version)


def test_a_word_that_is_not_known_is_not_left_in_a_file():
    with pytest.raises(KeyError):
        fill("launcher.manifest", {"id": "x"})
    assert "@" not in fill("launcher.manifest", {"id": "x", "dotted": "1.2.3.0"})


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("PySide6/Qt6VirtualKeyboard.dll", "pyside6_addons"),
        ("PySide6/Qt6Charts.dll", "pyside6_addons"),
        ("PySide6/opengl32sw.dll", "pyside6_essentials"),
        ("PySide6/plugins/texttospeech/qtexttospeech_mock.dll", "pyside6_addons"),
        ("PySide6/QtCore.pyi", "pyside6_essentials"),
        ("shiboken6/shiboken6.abi3.lib", "shiboken6"),
        ("reportlab/fonts/DarkGardenMK.pfb", "reportlab"),
        ("PIL/_avif.cp313-win_amd64.pyd", "pillow"),
        ("segno-1.6.6.dist-info/WHEEL", "segno"),
    ],
)
def test_what_is_not_needed_or_not_free_enough_is_left_out(name, package):
    assert not stage.is_shipped(name, package)


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("PySide6/Qt6Core.dll", "pyside6_essentials"),
        ("PySide6/plugins/texttospeech/qtexttospeech_sapi.dll", "pyside6_addons"),
        ("PySide6_Addons-6.11.3.dist-info/METADATA", "pyside6_addons"),
        ("shiboken6/Shiboken.pyd", "shiboken6"),
        ("pillow-13.0.0.dist-info/licenses/LICENSE", "pillow"),
        ("rls_wizard/resources/icon/rls-wizard.svg", "rls_wizard"),
    ],
)
def test_what_is_needed_is_taken(name, package):
    assert stage.is_shipped(name, package)


def test_a_package_lists_what_is_shipped_of_it(tmp_path):
    wheel = tmp_path / "reportlab-1-py3-none-any.whl"
    record = "reportlab-1.dist-info/RECORD"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("reportlab/a.py", "")
        packed.writestr("reportlab/fonts/b.pfb", "")
        packed.writestr(record, "reportlab/a.py,,\nreportlab/fonts/b.pfb,,\n")
    stage.unpack_wheel(wheel, tmp_path / "out")
    assert (tmp_path / "out" / record).read_text() == "reportlab/a.py,,\n"
    assert not (tmp_path / "out" / "reportlab" / "fonts").exists()


def test_a_release_takes_python_from_its_maker_or_is_not_made(monkeypatch, tmp_path):
    monkeypatch.setenv("RLS_RELEASE", "1")
    monkeypatch.setattr(wheels, "FETCHED", tmp_path)
    monkeypatch.setitem(wheels.PYTHON, "release", {"url": "", "sha256": ""})
    with pytest.raises(SystemExit, match="from its maker"):
        wheels.python()
    zipfile.ZipFile(tmp_path / "embed.zip", "w").close()
    other = {"url": "https://example.org/embed.zip", "sha256": "0" * 64}
    monkeypatch.setitem(wheels.PYTHON, "release", other)
    with pytest.raises(SystemExit, match="is not what"):
        wheels.python()
    assert not (tmp_path / "embed.zip").exists()


def test_setup_unpacks_every_file_and_removes_what_it_unpacked_only(tree):
    unpacked = [line for line in nsis.unpacking(tree) if " File " in line]
    assert len(unpacked) == 4
    assert '  SetOutPath "$INSTDIR\\packages\\a b"' in nsis.unpacking(tree)
    assert list(nsis.removals(tree)) == [
        '  Delete "$INSTDIR\\LICENSE.txt"',
        '  Delete "$INSTDIR\\packages\\a b\\c&d.py"',
        '  Delete "$INSTDIR\\python\\python313.dll"',
        '  Delete "$INSTDIR\\rls-wizard.exe"',
    ]
    # Only what is empty, and what is inside comes first.
    assert list(nsis.folder_removals(tree)) == [
        '  RMDir "$INSTDIR\\python"',
        '  RMDir "$INSTDIR\\packages\\a b"',
        '  RMDir "$INSTDIR\\packages"',
    ]


def test_the_msi_knows_a_file_by_where_it_is(tree, tmp_path):
    lines = list(msi.folders(tree, tree))
    assert any('Source="rls-wizard/packages/a b/c&amp;d.py"' in line for line in lines)
    again = tree.rename(tmp_path / "moved").rename(tree)
    (again / "LICENSE.txt").write_bytes(b"2")
    assert list(msi.folders(again, again)) == lines


def test_nothing_is_signed_without_a_key(monkeypatch, tmp_path):
    monkeypatch.delenv("RLS_SIGN_KEY", raising=False)
    file = tmp_path / "a.exe"
    file.write_bytes(b"MZ")
    assert not sign.sign(file)
    assert file.read_bytes() == b"MZ"


def test_a_key_in_a_token_is_used_by_its_library(monkeypatch):
    for name, value in {"KEY": "pkcs11:x", "CERTIFICATE": "c.pem", "MODULE": "lib.so"}.items():
        monkeypatch.setenv(f"RLS_SIGN_{name}", value)
    assert sign.key()[-2:] == ["-pkcs11module", "lib.so"]


def test_all_gets_one_time(tree):
    stage.set_times(tree)
    assert len({os.stat(path).st_mtime for path in [tree, *tree.rglob("*")]}) == 1


@pytest.mark.parametrize(
    ("fault", "said"), [(ImportError("DLL"), "cannot start"), (SystemExit("no fonts"), "no fonts")]
)
def test_what_keeps_it_from_starting_is_said_in_a_window(start, monkeypatch, fault, said):
    def fail():
        raise fault

    spec, module = start
    monkeypatch.setattr("sys.frozen", True, raising=False)
    spec.loader.exec_module(module)
    told = []
    module.tell = told.append
    monkeypatch.setattr("rls_wizard.app.main", fail)
    with pytest.raises(type(fault)):
        module.start()
    assert len(told) == 1
    assert said in told[0]
