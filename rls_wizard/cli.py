"""The commands that need no window."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Any, NoReturn

from rls_wizard import __version__, i18n
from rls_wizard.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response

OK = 0
FAULTS = 1
UNUSABLE = 2
INTERRUPTED = 130
SAMPLE_NAME = "rls-summary-sample.pdf"
_MOST_BYTES = 1_000_001
_MOST_FAULTS = 25
_STDIN, _STDOUT = 0, 1


class UsageError(Exception):
    """A command that cannot be carried out: one line for the user, exit code 2."""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def main(argv: list[str]) -> int:
    """Carry out one command; return its exit code. Faults are one line on standard error."""
    try:
        arguments = _parser().parse_args(argv)
        return int(arguments.run(arguments))
    except UsageError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from rls_wizard.crash import report

        place = report(type(error), error.__traceback__).splitlines()[-1].strip()
        return _fail(f"an error in the program itself, {type(error).__name__} at {place}")


def _fail(message: str) -> int:
    """Say what is wrong in one line, if anybody can hear it."""
    line = " ".join(message.split())
    with suppress(OSError, AttributeError):
        os.write(sys.stderr.fileno(), f"rls-wizard: {line}\n".encode(errors="replace"))
    return UNUSABLE


def commands() -> frozenset[str]:
    """Return the names of the commands that need no window."""
    return frozenset({"questions", "assess", "summary", "check"})


def write_sample(folder: Path) -> int:
    """Write the summary of the sample case into a folder, and say where."""
    from rls_wizard.content.cases import SAMPLE, read_cases, response_of
    from rls_wizard.content.reader import Reader

    content = _content("en")
    reader = Reader(resources() / "content", i18n.load("en"))
    cases = {case.name: case for case in read_cases(reader)}
    response = response_of(cases[SAMPLE], cases, content)
    out = folder / SAMPLE_NAME
    try:
        _write(str(out), _pdf(content, response, "en"))
    except UsageError as error:
        return _fail(str(error))
    sys.stdout.write(f"The summary of a sample visit is in {out}\n")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="rls-wizard", description="A wizard for people with restless legs.")
    parser.add_argument("--version", action="store_true", help="print the versions")
    parser.set_defaults(run=_version)
    add = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser).add_parser
    _language(add("questions", help="print every question as JSON"), _questions)
    assess = _language(add("assess", help="print what answers amount to, as JSON"), _assess)
    assess.add_argument("answers", metavar="ANSWERS.json", help="the answers; - reads them")
    summary = _language(add("summary", help="write the summary as a PDF"), _summary)
    summary.add_argument("answers", metavar="ANSWERS.json", help="the answers; - reads them")
    summary.add_argument("-o", "--output", metavar="OUT.pdf", required=True, help="- prints it")
    check = add("check", help="list every fault of the content, and run its cases")
    check.add_argument("folder", nargs="?", metavar="FOLDER", help="another content folder")
    check.set_defaults(run=_check)
    add("selftest", help="start the window, walk one case, write its PDF, and end")
    return parser


def _language(
    parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser.add_argument("--lang", metavar="L", help="the language, such as en")
    parser.set_defaults(run=run)
    return parser


# The commands ------------------------------------------------------------------------------------


def _version(arguments: argparse.Namespace) -> int:
    if not arguments.version:
        raise UsageError("name a command, or none to open the wizard; --help lists them")
    lines = {
        "rls-wizard": __version__,
        "content": _content("en").about.version,
        "Qt": _qt_version(),
        "Python": python_version(),
    }
    _print("\n".join(f"{name} {number}" for name, number in lines.items()))
    return OK


def _questions(arguments: argparse.Namespace) -> int:
    from rls_wizard.report.plain import questions

    _print_json(questions(_content(arguments.lang or "en")))
    return OK


def _assess(arguments: argparse.Namespace) -> int:
    from rls_wizard.domain.assessment import assess
    from rls_wizard.report.plain import assessment

    content = _content(arguments.lang or "en")
    response = _response(arguments.answers, content)
    _print_json(assessment(content, assess(content, response)))
    return OK


def _summary(arguments: argparse.Namespace) -> int:
    content = _content(arguments.lang or "en")
    response = _response(arguments.answers, content)
    if _same_file(arguments.answers, arguments.output):
        raise UsageError(f"{arguments.output}: this is the answer file; choose another name")
    language = arguments.lang or _offered(response.language)
    if language != "en":
        content = _content(language)
    _write(arguments.output, _pdf(content, response, language))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from rls_wizard.content.check import faults

    root = resources() / "content" if arguments.folder is None else Path(arguments.folder)
    if arguments.folder == "" or not root.is_dir():
        raise UsageError(f"{arguments.folder}: there is no such folder")
    found = faults(root, date.today())
    shown = found[:_MOST_FAULTS]
    if len(found) > len(shown):
        shown.append(f"and {len(found) - len(shown)} more")
    _print("\n".join(shown) if shown else "No faults.")
    return FAULTS if found else OK


# Reading and writing -----------------------------------------------------------------------------


def _content(language: str) -> Content:
    from rls_wizard.content.load import ContentError, load_content

    if language not in (*i18n.languages(), i18n.PSEUDO):
        raise UsageError(f"--lang: there is no language {language[:20]!r}")
    try:
        return load_content(resources() / "content", i18n.load(language))
    except ContentError as error:
        more = f" (and {len(error.faults) - 1} more)" if len(error.faults) > 1 else ""
        raise UsageError(f"the content cannot be used: {error.faults[0]}{more}") from None


def _offered(language: str) -> str:
    """Return the language of an answer file, or English where the program does not have it."""
    return language if language in (*i18n.languages(), i18n.PSEUDO) else "en"


def _response(name: str, content: Content) -> Response:
    from rls_wizard.handover.answer_file import AnswerFileError, read

    try:
        return read(_bytes(name), content.questionnaire, date.today())
    except AnswerFileError as error:
        raise UsageError(f"{name}: {error}") from None


def _bytes(name: str) -> bytes:
    """Return what a file holds, but never much more than can be used."""
    if name == "-" and sys.stdin is None:
        raise UsageError("-: cannot be read: standard input is closed")
    try:
        if name == "-":
            return sys.stdin.buffer.read(_MOST_BYTES)
        with open(name, "rb") as file:
            return file.read(_MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise UsageError(f"{name or repr(name)}: cannot be read: {reason}") from None


def _same_file(one: str, other: str) -> bool:
    """Tell whether two names are one file, by links too; what is not there is no file."""
    try:
        return "-" not in {one, other} and os.path.samefile(one, other)
    except OSError:
        return False


def _away_from_a_lost_folder() -> None:
    """Go somewhere if the folder we run in was removed: reportlab asks where it is."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(os.sep)


def _pdf(content: Content, response: Response, language: str) -> bytes:
    _away_from_a_lost_folder()
    from rls_wizard.report.build import build_paper
    from rls_wizard.report.pdf import make_pdf

    return make_pdf(build_paper(content, response, date.today()), i18n.load(language))


def _write(name: str, data: bytes) -> None:
    from rls_wizard.handover.save import SaveError, emit, save

    try:
        if not name:
            raise UsageError("-o: a name is missing")
        if name == "-":
            emit(data, _STDOUT)
        else:
            save(Path(name), data)
    except SaveError as error:
        raise UsageError(str(error)) from None


def _print(text: str) -> None:
    _write("-", f"{text}\n".encode())


def _print_json(found: dict[str, Any]) -> None:
    import json

    _print(json.dumps(found, ensure_ascii=False, indent=1))


def _qt_version() -> str:
    try:
        return version("PySide6-Essentials")
    except PackageNotFoundError:  # the frozen program may carry no metadata
        return "unknown"
