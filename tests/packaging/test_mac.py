"""What macOS is told, and what goes into its application: all that can be seen without a Mac."""

import plistlib
import re
import stat
import sys
import tomllib

import pytest
from installers.about import PACKAGING, VERSION
from installers.licences import Refused, owner_of, refused
from macos import bundle, dmg

MAC = PACKAGING / "macos"
WRITES_MACHINE_CODE = "com.apple.security.cs.allow-unsigned-executable-memory"


def test_the_property_list_says_what_macos_asks_for():
    said = plistlib.loads(plistlib.dumps(bundle.info()))
    assert said["CFBundleShortVersionString"] == re.match(r"[\d.]+\d", VERSION)[0]
    assert re.fullmatch(r"[A-Za-z0-9.-]+", said["CFBundleIdentifier"])
    assert said["LSMinimumSystemVersion"] == "14.0"
    assert said["NSHighResolutionCapable"] is True
    assert said["LSApplicationCategoryType"] == "public.app-category.medical"


def test_it_asks_for_nothing_private():
    assert not [key for key in bundle.info() if key.endswith("UsageDescription")]
    assert "LSBackgroundOnly" not in bundle.info()


@pytest.mark.parametrize(("version", "shown"), [("1.2.3", "1.2.3"), ("1.3rc1", "1.3"), ("2", "2")])
def test_a_version_is_told_in_numbers(monkeypatch, version, shown):
    monkeypatch.setattr(bundle, "VERSION", version)
    assert bundle.info()["CFBundleVersion"] == shown


def test_it_may_do_one_thing_under_the_hardened_runtime():
    assert plistlib.loads((MAC / "entitlements.plist").read_bytes()) == {WRITES_MACHINE_CODE: True}


@pytest.mark.skipif(sys.platform == "darwin", reason="there it is made")
def test_elsewhere_it_says_what_it_needs():
    with pytest.raises(SystemExit, match="is made on a Mac with macOS 14"):
        dmg.make()


@pytest.mark.parametrize("name", ["sign.sh", "notarise.sh"])
def test_scripts_can_be_started(name):
    assert (MAC / name).stat().st_mode & stat.S_IXUSR
    assert (MAC / name).read_text().startswith("#!/usr/bin/env bash\n")


@pytest.mark.parametrize(
    ("path", "goes"),
    [
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("PySide6/Qt/lib/QtCharts.framework/Versions/A/QtCharts", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.dylib", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("python3.13/lib-dynload/_ctypes.cpython-313-darwin.so", True),
        ("Python", True),
        ("PIL/_imaging.cpython-313-darwin.so", True),
        ("PIL/_avif.cpython-313-darwin.so", False),
        ("libreadline.8.dylib", False),
        ("reportlab/fonts/DarkGardenMK.pfb", False),
        ("rls_wizard/resources/content/about.toml", True),
    ],
)
def test_only_what_is_named_goes_along(path, goes):
    assert bundle.wanted(path) is goes


@pytest.mark.parametrize("kind", ["qt", "plugins", "modules"])
def test_all_that_goes_along_has_its_terms(kind):
    shipped = tomllib.loads((MAC / "shipped.toml").read_text())
    shape = {
        "qt": "Contents/Frameworks/PySide6/Qt/lib/{0}.framework/Versions/A/{0}",
        "plugins": "Contents/Frameworks/PySide6/Qt/plugins/{0}.dylib",
        "modules": "Contents/Frameworks/PySide6/{0}.abi3.so",
    }[kind]
    for name in shipped[kind]:
        assert owner_of(shape.format(name), named=True), name
        assert bundle.wanted(shape.format(name).removeprefix("Contents/Frameworks/"))


def test_what_is_refused_is_so_on_a_mac_too():
    names = [pattern for one in refused() for pattern in one.files]
    assert isinstance(refused()[0], Refused)
    assert any("readline*.dylib" in name for name in names)


class Recipe:
    """Takes the place of what PyInstaller puts before a recipe, and remembers what it is told."""

    def __init__(self):
        self.told = {}

    def named(self, name):
        def take(*positional, **named):
            self.told[name] = (positional, named)
            made = type(name, (), {"pure": [], "scripts": []})()
            # As on a Mac with the wheel: one that goes along, one that does not.
            made.binaries = [("Python", "", ""), ("libreadline.8.dylib", "", "")]
            made.datas = [("rls_wizard/resources/content/about.toml", "", "")]
            return made

        return take


def test_the_recipe_names_what_is_there(monkeypatch):
    hooks = type(sys)("PyInstaller.utils.hooks")
    hooks.collect_data_files = hooks.collect_submodules = lambda name: []
    hooks.copy_metadata = lambda name, recursive: []
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, type(sys)(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    recipe = Recipe()
    names = {name: recipe.named(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile(bundle.SPEC.read_text(), bundle.SPEC, "exec"), dict(names))
    ((start,),) = recipe.told["Analysis"][0]
    assert (PACKAGING / "linux" / "start.py").samefile(start)
    _, binaries, _ = recipe.told["COLLECT"][0]
    assert [name for name, *_ in binaries] == ["Python"]
    _, about = recipe.told["BUNDLE"]
    assert about["name"] == "Restless legs wizard.app"
    assert about["info_plist"] == bundle.info()
    assert recipe.told["EXE"][1]["console"] is False
    assert recipe.told["EXE"][1].get("upx") is None
