"""What the user has chosen for all printing, and where the printing service listens."""

import pytest

from rls_wizard.handover.printing import defaults as chosen
from rls_wizard.handover.printing.defaults import defaults, service
from rls_wizard.handover.printing.ipp import Attribute, Tag


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Write a file of the user's ("own") or of the system; return the environment."""
    folders = {"own": tmp_path / "home" / ".cups", "system": tmp_path / "etc"}
    for folder in folders.values():
        folder.mkdir(parents=True)
    monkeypatch.setattr(chosen, "_SYSTEM", folders["system"])
    monkeypatch.setattr(chosen, "_SOCKETS", (str(tmp_path / "none"), str(tmp_path)))

    def write(whose="own", **texts):
        for name, text in texts.items():
            (folders[whose] / name.replace("_", ".")).write_text(text)
        return {"HOME": str(tmp_path / "home")}

    return write


def test_without_files_nothing_is_chosen(files):
    assert defaults(files()).printer == ""
    assert defaults(files()).of("office") == []


def test_the_users_printer_counts_more_than_the_systems(files):
    files("system", lpoptions="Default hall\n")
    assert defaults(files()).printer == "hall"
    assert (
        defaults(files(lpoptions="Dest hall\nDefault office/draft media=A4\n")).printer == "office"
    )


@pytest.mark.parametrize("name", ["LPDEST", "PRINTER"])
def test_the_environment_counts_most(files, name):
    environment = {**files(lpoptions="Default office\n"), name: "desk"}
    assert defaults(environment).printer == "desk"


def test_options_keep_their_kinds(files):
    line = "Dest office media=A4 number-up=2 print-quality=5 collate=true job-sheets='none,none'\n"
    assert defaults(files(lpoptions=line)).of("office") == [
        Attribute("media", Tag.KEYWORD, ["A4"]),
        Attribute("number-up", Tag.INTEGER, [2]),
        Attribute("print-quality", Tag.ENUM, [5]),
        Attribute("collate", Tag.BOOLEAN, [True]),
        Attribute("job-sheets", Tag.KEYWORD, ["none", "none"]),
    ]


def test_what_is_chosen_in_the_window_or_describes_the_printer_is_left_out(files):
    line = "Default office copies=9 job-hold-until=night printer-info='My printer' device-uri=x:/\n"
    assert defaults(files(lpoptions=line)).of("office") == []


def test_a_line_that_cannot_be_read_is_passed_over(files):
    text = "Default\nDest 'office\n\nDefault hall\n"
    assert defaults(files(lpoptions=text)).printer == "hall"


def test_the_service_is_where_it_usually_is(files, tmp_path):
    assert service(files()) == str(tmp_path)


@pytest.mark.parametrize("place", ["/tmp/cups", "localhost", "localhost:8631", "127.0.0.1:631"])
def test_another_place_on_this_computer_can_be_named(files, place):
    assert service({**files(), "CUPS_SERVER": place}) == place
    assert service(files(client_conf=f"# here\nServerName {place}\n")) == place


@pytest.mark.parametrize("place", ["print.example.org", "192.0.2.1:631", "localhost.example.org"])
def test_another_computer_is_never_asked(files, tmp_path, place):
    assert service({**files(), "CUPS_SERVER": place}) == str(tmp_path)
    assert service(files(client_conf=f"ServerName {place}\n")) == str(tmp_path)
