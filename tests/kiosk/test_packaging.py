"""What is handed to clinics says what the program does."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import tomli
from kiosk import example

from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.pin import hash_of
from rls_wizard.kiosk.site import Site
from rls_wizard.supervisor.site_file import NAME, SiteError, read_site, system_place

FOLDER = Path(example.__file__).parent
HASH = hash_of("738291")


def test_the_example_is_what_the_program_knows():
    # After a change of `kiosk/site.py`: python packaging/kiosk/example.py
    assert example.FILE.read_text() == example.example()


def test_every_name_in_the_example_has_a_meaning():
    said = example.meanings()
    blocks = [Site, *(f.annotation for f in Site.model_fields.values() if example.is_block(f))]
    names = [(block.__name__, name) for block in blocks for name in block.model_fields]
    top = [("Site", name) for name, field in Site.model_fields.items() if example.is_block(field)]
    assert [name for name in names if name not in said and name not in top] == []


def test_the_example_with_all_defaults_written_out_changes_nothing():
    text = re.sub(r"^#(?=\w+ = [^(])", "", example.FILE.read_text(), flags=re.MULTILINE)
    plain = tomli.loads(text) | {"pin_hash": HASH}
    assert Site.model_validate(plain) == Site(country="gb", pin_hash=HASH)


def test_the_example_as_it_is_needs_a_pin(tmp_path):
    file = tmp_path / NAME
    shutil.copy(example.FILE, file)
    with pytest.raises(SiteError, match="--set-pin"):
        read_site(file)
    file.write_text(file.read_text().replace('pin_hash = ""', f'pin_hash = "{HASH}"'))
    assert read_site(file).country == "gb"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 5_000, "nested too deeply"),
        ("a = " + "1" * 5_000, "too long"),
        ('country = "gb', "a quotation mark is not closed"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_ends_nothing(tmp_path, text, said):
    file = tmp_path / NAME
    file.write_text(text)
    with pytest.raises(SiteError, match=said):
        read_site(file)


def test_the_guide_names_every_code_and_where_the_settings_lie():
    guide = (FOLDER / "README.md").read_text()
    assert all(re.search(rf"\| {code:d} \|", guide) for code in Ended)
    assert str(system_place({}, "linux")) in guide
    assert NAME in guide


def test_shell_launcher_restarts_it_unless_staff_have_left():
    names = {"": "http://schemas.microsoft.com/ShellLauncher/2018/Configuration"}
    root = ElementTree.parse(FOLDER / "shell-launcher.xml").getroot()
    (own,) = (shell for shell in root.iterfind(".//Shell", names) if "kiosk" in shell.get("Shell"))
    actions = {
        action.get("ReturnCode"): action.get("Action")
        for action in own.iterfind(".//ReturnCodeAction", names)
    }
    assert actions == {"0": "DoNothing"}
    assert own.find("DefaultAction", names).get("Action") == "RestartShell"
    profiles = {profile.get("ID") for profile in root.iterfind(".//Profile", names)}
    assert len(profiles) == 1


def test_the_guide_says_how_all_of_it_is_installed():
    guide = (FOLDER / "README.md").read_text()
    unit = (FOLDER / "rls-wizard-kiosk.service").read_text()
    assert "ExecStart=/usr/libexec/rls-wizard/kiosk-session /usr/bin/rls-wizard kiosk" in unit
    assert "session.sh /usr/libexec/rls-wizard/kiosk-session" in guide
    shipped = {file.name for file in FOLDER.iterdir() if file.is_file()}
    assert shipped - {"README.md", "example.py"} == set(re.findall(r"[\w-]+\.\w+", guide)) & shipped


def test_the_unit_can_be_read_by_systemd(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze")
    unit = tmp_path / "rls-wizard-kiosk.service"
    # What it starts need not be on this machine.
    text = (FOLDER / unit.name).read_text()
    unit.write_text(re.sub(r"/usr/(libexec/rls-wizard|bin)/[a-z-]+", "/bin/true", text))
    found = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert unit.name not in found.stderr, found.stderr
    assert found.returncode == 0
