"""The command line as a user meets it: real processes, real files."""

import json
import os
import resource
import shutil
import subprocess
import sys

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from rls_wizard.handover import answer_file
from rls_wizard.handover.answer_file import write
from rls_wizard.handover.earlier import Earlier, unpack
from rls_wizard.handover.memory import memory
from rls_wizard.paths import resources
from tests.conftest import TODAY
from tests.handover.carrier import flood, pdf_with_stream


def run(*arguments, given=b"", **options):
    command = [sys.executable, "-m", "rls_wizard", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=False, **options)


def refused(result, message):
    lines = result.stderr.decode().splitlines()
    assert (result.returncode, len(lines)) == (2, 1), result.stderr
    assert message in lines[0]
    assert result.stdout == b""


@pytest.fixture
def answers(tmp_path, visit):
    file = tmp_path / "answers.json"
    file.write_bytes(write(visit()))
    return file


def test_questions_prints_every_item(content):
    printed = json.loads(run("questions").stdout)
    assert printed["content_version"] == content.about.version
    link_ids = {item["link_id"] for page in printed["pages"] for item in page["items"]}
    assert {"core.urge", "days_per_week", "rx_now", "selfcare_weeks"} <= link_ids
    assert set(printed["pages"][0]["items"][0]) == {
        "link_id", "type", "text", "required", "repeats", "private", "options", "minimum",
        "maximum", "unit", "enable_when", "items",
    }  # fmt: skip


def test_assess_prints_the_assessment(answers):
    printed = json.loads(run("assess", answers).stdout)
    assert printed["stage"] == "supportive-see-clinician"
    assert list(printed) == [
        "content_version", "complete", "missing", "stage", "stage_because", "provisional",
        "population", "urgency", "red_flags", "cautions", "advice", "left_out",
    ]  # fmt: skip
    assert set(printed["advice"][0]) == {
        "id", "text", "because", "source", "grade", "reviewed_on",
    }  # fmt: skip


def test_summary_writes_a_pdf(answers, tmp_path):
    result = run("summary", answers, "-o", tmp_path / "out.pdf")
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) >= 3


def test_summary_in_large_print(answers, tmp_path):
    run("summary", answers, "-o", tmp_path / "normal.pdf")
    assert run("summary", answers, "--large", "-o", tmp_path / "large.pdf").returncode == 0
    normal, large = (pypdfium2.PdfDocument(tmp_path / name) for name in ("normal.pdf", "large.pdf"))
    first, other = (file[0].get_textpage().get_text_range() for file in (normal, large))
    assert len(large) > len(normal)
    assert first.split("Page 1")[0] == other.split("Page 1")[0]


def test_summary_as_text(answers, tmp_path):
    out = tmp_path / "out.txt"
    assert run("summary", answers, "--text", "-o", out).returncode == 0
    assert "FOUR POINTS\nUrge to move the legs:" in out.read_text(encoding="utf-8")


def test_summary_through_pipes(answers):
    result = run("summary", "-", "-o", "-", given=answers.read_bytes())
    assert result.stdout.startswith(b"%PDF")


def test_check_finds_nothing():
    result = run("check")
    first, heading, *hardest = result.stdout.decode().splitlines()
    assert (result.returncode, first) == (0, "No faults.")
    assert heading.startswith("The texts that are hardest to read")
    assert len(hardest) == 10


def test_check_of_a_broken_folder(tmp_path):
    result = run("check", tmp_path)
    assert result.returncode == 1
    assert b"about.toml: cannot be read: No such file or directory" in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the name of a file is text")
def test_check_names_a_file_whose_name_is_no_text(another):
    with open(os.fsencode(another) + b"/rules/\xff.txt", "wb"):
        pass
    result = run("check", another)
    assert (result.returncode, result.stdout) == (
        1,
        b"rules/[U+DCFF].txt: is not read; content stands in files that end in .toml\n",
    )


@pytest.fixture
def another(tmp_path):
    """Return a copy of the content, with a title that the program's own does not have."""
    folder = shutil.copytree(resources() / "content", tmp_path / "another")
    file = folder / "questionnaire" / "00-welcome.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Before you begin", "A clinic of our own"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("first", [True, False])
def test_questions_of_another_folder(another, first):
    option = ["--content", another]
    result = run(*option, "questions") if first else run("questions", *option)
    assert b"A clinic of our own" in result.stdout


def test_a_summary_of_another_folder_says_so(another, answers, tmp_path):
    run("summary", answers, "-o", tmp_path / "out.pdf", f"--content={another}")
    pages = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    for page in pages:
        said = " ".join(page.get_textpage().get_text_range().split())
        assert "This content is from another folder." in said


def test_check_takes_its_folder_from_either(tmp_path):
    (tmp_path / "none").mkdir()
    for given in (["check", tmp_path / "none"], ["--content", tmp_path / "none", "check"]):
        assert b"about.toml: cannot be read" in run(*given).stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "nowhere: there is no such folder"),
        ("answers.json", "answers.json: this is a file, not a folder"),
        ("empty", "empty: the folder is empty"),
        ("broken", "about.toml: version: is missing"),
    ],
)
@pytest.mark.usefixtures("answers")
def test_a_folder_that_cannot_be_used(another, tmp_path, name, message):
    (tmp_path / "empty").mkdir()
    about = another / "about.toml"
    about.write_text(about.read_text(encoding="utf-8").replace("version", "versoin", 1))
    another.rename(tmp_path / "broken")
    refused(run("questions", "--content", tmp_path / name), message)


@pytest.mark.parametrize("command", [["assess"], ["summary", "-o", "-"]])
def test_a_command_refuses_a_folder_that_cannot_be_used(answers, tmp_path, command):
    result = run(*command, answers, "--content", tmp_path / "nowhere")
    refused(result, "there is no such folder")


def test_version():
    names = [line.split()[0] for line in run("--version").stdout.decode().splitlines()]
    assert names == ["rls-wizard", "content", "fingerprint", "Qt", "Python"]


USAGE = [
    (["bogus"], "invalid choice: 'bogus'"),
    (["assess"], "the following arguments are required"),
    (["assess", "x.json", "--bogus"], "unrecognized arguments: --bogus"),
    (["assess", "no-such-file.json"], "no-such-file.json: cannot be read: No such file"),
    (["assess", "."], ".: cannot be read: Is a directory"),
    (["assess", "\0"], "cannot be read"),
    (["questions", "--lang", "xx"], "--lang: there is no language 'xx'"),
    (["summary", "x.json"], "required: -o/--output"),
    (["check", "no-such-folder"], "no-such-folder: there is no such folder"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_a_command_that_cannot_be(arguments, message):
    if "\0" in arguments:
        pytest.skip("the system itself refuses such a name")
    refused(run(*arguments), message)


FILES = {
    "empty": (b"", "the file is empty"),
    "not JSON": (b"hello", "this is not JSON"),
    "unknown id": (b'{"format": 1, "answers": {"x": 1}}', "'x' is no question"),
    "out of range": (b'{"format": 1, "answers": {"bother": 11}}', "bother: 11 is more than 10"),
    "of a later format": (b'{"format": 2, "answers": {}}', "from a newer program than this one"),
    "of newer content": (
        b'{"format": 1, "content_version": "2099.1", "answers": {"x": 1}}',
        "'x' is no question of this program; it is from a newer program than this one",
    ),
    "deep": (b"[" * 500_000, "nested too deeply"),
    "50 MB": (b"[" + b"1," * 26_000_000, "more than 1,000,000 bytes"),
}


@pytest.mark.parametrize(
    ("command", "kind"), [*(("assess", kind) for kind in FILES), ("summary", "not JSON")]
)
def test_answers_that_cannot_be_used(tmp_path, command, kind):
    raw, message = FILES[kind]
    file, out = tmp_path / "answers.json", tmp_path / "out.pdf"
    file.write_bytes(raw)
    more = ["-o", out] if command == "summary" else []
    refused(run(command, file, *more), message)
    assert os.listdir(tmp_path) == ["answers.json"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_answers_that_may_not_be_read(answers):
    answers.chmod(0)
    refused(run("assess", answers), "Permission denied")


@pytest.mark.parametrize("out", ["no/such/folder/out.pdf", "."])
def test_output_that_cannot_be_written(answers, tmp_path, out):
    refused(run("summary", answers, "-o", tmp_path / out), "could not be saved")
    assert os.listdir(tmp_path) == ["answers.json"]


def test_a_link_that_goes_in_a_circle(answers, tmp_path):
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    refused(run("summary", answers, "-o", tmp_path / "loop.pdf"), "could not be saved")


def test_the_answer_file_is_never_the_output(answers, tmp_path):
    (tmp_path / "link.json").symlink_to(answers)
    before = answers.read_bytes()
    for out in (answers, tmp_path / "link.json"):
        refused(run("summary", answers, "-o", out), "this is the answer file; choose another")
    assert answers.read_bytes() == before


def test_standard_output_by_its_name(answers):
    result = run("summary", answers, "-o", "/dev/stdout")
    assert result.stdout.startswith(b"%PDF")


def test_standard_input_that_is_closed():
    command = f"{sys.executable} -m rls_wizard assess - <&-"
    result = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    refused(result, "standard input is closed")


def test_standard_error_that_is_closed():
    command = f"{sys.executable} -m rls_wizard assess /nonexistent 2>&-"
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 2


def test_a_folder_that_is_gone(answers, tmp_path):
    lost = tmp_path / "lost"
    lost.mkdir()
    root, python = os.getcwd(), sys.executable
    command = (
        f"cd {lost} && rmdir {lost} && PYTHONPATH={root} {python} -m rls_wizard "
        f"summary {answers} -o {tmp_path / 'out.pdf'}"
    )
    result = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert (tmp_path / "out.pdf").exists()


def test_a_full_disk_leaves_nothing(answers, tmp_path):
    def little():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    result = run("summary", answers, "-o", tmp_path / "out.pdf", preexec_fn=little)
    refused(result, "out.pdf could not be saved: File too large")
    assert os.listdir(tmp_path) == ["answers.json"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["questions"], ["summary", "-", "-o", "-"]])
def test_standard_output_that_is_full(answers, command):
    with open("/dev/full", "wb") as full:
        line = [sys.executable, "-m", "rls_wizard", *command]
        result = subprocess.run(
            line, input=answers.read_bytes(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1


def test_without_a_screen_a_sample_is_written(tmp_path):
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    bare["PYTHONPATH"] = os.getcwd()
    result = run(cwd=tmp_path, env=bare)
    assert result.returncode == 0
    (file,) = tmp_path.iterdir()
    assert str(file) in result.stdout.decode()
    assert file.read_bytes().startswith(b"%PDF")


def test_earlier_prints_the_answers_of_a_summary(tmp_path, visit, content):
    file, told = tmp_path / "summary.pdf", tmp_path / "answers.json"
    told.write_bytes(write(visit()))
    run("summary", told, "-o", file)
    result = run("earlier", file)
    carried = answer_file.read(memory(content, visit()).answers, content, TODAY)
    assert unpack(result.stdout, content, TODAY) == Earlier(carried)
    assert run("earlier", "-", given=file.read_bytes()).stdout == result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process limits its memory")
def test_earlier_ends_before_it_fills_the_memory():
    hidden = pikepdf.Array([pikepdf.Name.ASCIIHexDecode, pikepdf.Name.FlateDecode])
    data = pdf_with_stream(flood(2_000).hex().encode() + b">", hidden)
    result = run("earlier", "-", given=data)
    assert (result.returncode != 0, result.stdout) == (True, b"")


def test_earlier_reads_what_a_french_keyboard_made_of_a_code(visit, content):
    digits = memory(content, visit()).digits
    typed = digits.translate(str.maketrans("1234567890", "&é\"'(-è_çà"))
    result = run("earlier", "--code", "-", given=f"{typed}\r\n".encode())
    found = unpack(result.stdout, content, TODAY)
    assert found.response.get("mimics") == visit().get("mimics")
    assert any("none of your own words" in line for line in found.lost)
    refused(run("earlier", "--code", "-", given=typed[:-9].encode()), "not the whole code")


def test_earlier_refuses_what_is_no_summary(answers, tmp_path):
    refused(run("earlier", answers), "no PDF")
    refused(run("earlier", tmp_path / "none.pdf"), "cannot be read")


def test_the_code_on_a_summary_brings_its_answers_back(answers, visit, content):
    pdf = run("summary", answers, "-o", "-").stdout
    with pypdfium2.PdfDocument(pdf) as pages:
        pictures = [page.render(scale=150 / 72).to_pil() for page in pages]
    (code,) = (code for picture in pictures for code in zxingcpp.read_barcodes(picture))
    found = unpack(run("earlier", "--code", "-", given=code.text.encode()).stdout, content, TODAY)
    told = answer_file.read(memory(content, visit()).answers, content, TODAY).answers
    words = {link_id for link_id in told if link_id not in found.response.answers}
    assert {content.questionnaire.by_id[link_id].type for link_id in words} == {"text"}
    assert found.response.content_version == content.about.version
