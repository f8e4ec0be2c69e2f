"""The commands that need no window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from rls_wizard import __version__, i18n
from rls_wizard.paths import own_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.content.cases import Case
    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.handover.earlier import Earlier

OK = 0
FAULTS = 1
UNUSABLE = 2
INCOMPLETE = 3
"""A part of the program itself is missing or damaged."""
BROKEN = 70
INTERRUPTED = 130
SAMPLE_NAME = "rls-summary-sample.pdf"
_MOST_FAULTS = 25
_MOST_MEMORY = 1_000_000_000


class UsageError(Exception):
    """A command that cannot be carried out: one line for the user, exit code 2."""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def main(argv: list[str]) -> int:
    """Carry out one command; return its exit code. Faults are one line on standard error."""

    def run() -> int:
        arguments = _parser().parse_args(argv)
        return int(arguments.run(arguments))

    return _guarded(run)


def write_sample(folder: Path) -> int:
    """Write the summary of the sample case into a folder, say where, return the exit code."""
    return _guarded(partial(_sample, folder))


def _guarded(run: Callable[[], int]) -> int:
    """Return what a command returns; whatever goes wrong ends in one line and an exit code."""
    from rls_wizard.handover.streams import StreamError
    from rls_wizard.report.face import FaceError

    try:
        return run()
    except (UsageError, StreamError) as error:
        return _fail(str(error), UNUSABLE)
    except FaceError as error:
        return _fail(str(error), INCOMPLETE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # a fault of ours is told in one line, too, without any answer
        from rls_wizard.crash.trail import in_short

        return _fail(f"the program has a fault: {in_short(error)}", BROKEN)


def _fail(message: str, code: int) -> int:
    """Say what is wrong in one line, if anybody can hear it."""
    line = " ".join(message.split())
    with suppress(OSError, AttributeError):
        os.write(sys.stderr.fileno(), f"rls-wizard: {line}\n".encode(errors="replace"))
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="rls-wizard", description="A wizard for people with restless legs.")
    parser.add_argument("--content", metavar="FOLDER", help="another content folder, for this run")
    parser.add_argument("--version", action="store_true", help="print the versions")
    parser.set_defaults(run=_version)
    add = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser).add_parser
    _reading(add("questions", help="print every question as JSON"), _questions)
    assess = _reading(add("assess", help="print what answers amount to, as JSON"), _assess)
    assess.add_argument("answers", metavar="ANSWERS.json", help="the answers; - reads them")
    summary = _reading(add("summary", help="write the summary as a PDF"), _summary)
    summary.add_argument("answers", metavar="ANSWERS.json", help="the answers; - reads them")
    summary.add_argument("-o", "--output", metavar="OUT.pdf", required=True, help="- prints it")
    summary.add_argument("--large", action="store_true", help="the person's pages in large print")
    summary.add_argument(
        "--text", action="store_true", help="the clinician's page as plain text instead"
    )
    # For the window only: the clock may have been set back since the visit began.
    summary.add_argument(
        "--begun", type=date.fromisoformat, default=date.min, help=argparse.SUPPRESS
    )
    # For the window of a kiosk only.
    summary.add_argument("--kiosk", action="store_true", help=argparse.SUPPRESS)
    earlier = _reading(add("earlier", help="print the answers in an earlier summary"), _earlier)
    earlier.add_argument("summary", metavar="SUMMARY.pdf", help="the summary; - reads it")
    earlier.add_argument("--code", action="store_true", help="it is the digits of its code")
    review = _reading(add("review", help="write the sheet for clinicians as a PDF"), _review)
    review.add_argument("-o", "--output", metavar="OUT.pdf", required=True, help="- prints it")
    check = add("check", help="list every fault of the content, and run its cases")
    check.add_argument("folder", nargs="?", metavar="FOLDER", help="another content folder")
    check.set_defaults(run=_check)
    add("selftest", help="start the window, walk one case, write its PDF, and end")
    # For the window only, so not in the list of commands: they have no help.
    add("draw").set_defaults(run=_draw)
    add("print").set_defaults(run=_print_job)
    return parser


def _reading(
    parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Return the parser of a command that reads content in a language; `run` carries it out."""
    parser.add_argument("--lang", metavar="L", help="the language, such as en")
    # Without a default: it would cover a folder that was named before the command.
    parser.add_argument(
        "--content", metavar="FOLDER", default=argparse.SUPPRESS, help="another content folder"
    )
    parser.set_defaults(run=run)
    return parser


# The commands ------------------------------------------------------------------------------------


def _version(arguments: argparse.Namespace) -> int:
    if not arguments.version:
        raise UsageError("name a command, or none, where there is a screen; --help lists them")
    content = _content("en", arguments.content)
    lines = {
        "rls-wizard": __version__,
        "content": content.about.version,
        "fingerprint": content.fingerprint,
        "Qt": _qt_version(),
        "Python": python_version(),
    }
    _print("\n".join(f"{name} {number}" for name, number in lines.items()))
    return OK


def _questions(arguments: argparse.Namespace) -> int:
    from rls_wizard.report.plain import questions

    _print_json(questions(_content(arguments.lang or "en", arguments.content)))
    return OK


def _assess(arguments: argparse.Namespace) -> int:
    from rls_wizard.domain.assessment import assess
    from rls_wizard.report.plain import assessment

    content = _content(arguments.lang or "en", arguments.content)
    response = _response(arguments.answers, content, date.today())
    _print_json(assessment(content, assess(content, response)))
    return OK


def _summary(arguments: argparse.Namespace) -> int:
    from rls_wizard.handover.streams import same_file, write

    # The window waits for this process, which ends before there is anything to sweep up.
    gc.disable()
    content = _content(arguments.lang or "en", arguments.content)
    today = max(date.today(), arguments.begun)
    response = _response(arguments.answers, content, today)
    if same_file(arguments.answers, arguments.output):
        raise UsageError(f"{arguments.output}: this is the answer file; choose another name")
    language = arguments.lang or _offered(response.language)
    if language != "en":
        content = _content(language, arguments.content)
    if arguments.text:
        made = _text(content, response, language)
    else:
        made = _pdf(content, response, language, large=arguments.large, kiosk=arguments.kiosk)
    write(arguments.output, made)
    return OK


def _earlier(arguments: argparse.Namespace) -> int:
    from rls_wizard.handover.earlier import EarlierError, pack
    from rls_wizard.handover.streams import PIPE, write

    language = arguments.lang or "en"
    content = _content(language, arguments.content)
    take = _from_digits if arguments.code else _from_pdf
    _take_little_memory()
    try:
        write(PIPE, pack(take(arguments.summary, content, i18n.load(language))))
    except EarlierError as error:
        raise UsageError(str(error)) from None
    return OK


def _take_little_memory() -> None:
    """Have this process die, and nothing else suffer, if what it reads unpacks to a flood."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _from_pdf(name: str, content: Content, words: i18n.Catalogue) -> Earlier:
    from rls_wizard.handover.earlier.pdf import LARGEST, from_pdf
    from rls_wizard.handover.streams import read

    return from_pdf(read(name, LARGEST), content, date.today(), words)


def _from_digits(name: str, content: Content, words: i18n.Catalogue) -> Earlier:
    from rls_wizard.handover.earlier.digits import LARGEST, from_digits
    from rls_wizard.handover.streams import read

    typed = read(name, LARGEST).decode(errors="replace")
    return from_digits(typed, content, date.today(), words)


def _review(arguments: argparse.Namespace) -> int:
    from rls_wizard.content.cases import assess_case
    from rls_wizard.handover.streams import leave_a_lost_folder, write

    language = arguments.lang or "en"
    content = _content(language, arguments.content)
    cases = _cases(own_content() if arguments.content is None else Path(arguments.content))
    assessed = {name: assess_case(case, cases, content) for name, case in cases.items()}
    leave_a_lost_folder()
    from rls_wizard.report.pdf.document import make_document
    from rls_wizard.report.sheet import build_sheet

    words = i18n.load(language)
    write(arguments.output, make_document(build_sheet(content, assessed, words), words))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from rls_wizard.content.check import check
    from rls_wizard.content.faults.reading import Reading, reading

    folder = arguments.content if arguments.folder is None else arguments.folder
    root = own_content() if folder is None else Path(folder)
    if folder == "" or not root.is_dir():
        raise UsageError(f"{folder}: there is no such folder")
    sound = check(root, date.today())
    measured = Reading() if sound else reading(root)
    found = [*sound, *measured.faults]
    shown = found[:_MOST_FAULTS] or ["No faults."]
    if len(found) > len(shown):
        shown.append(f"and {len(found) - len(shown)} more")
    _print("\n".join((*shown, *measured.notes)))
    return FAULTS if found else OK


def _draw(arguments: argparse.Namespace) -> int:
    del arguments
    from rls_wizard.handover.drawing import serve
    from rls_wizard.handover.streams import PIPE, write

    serve(_input(), partial(write, PIPE))
    return OK


def _print_job(arguments: argparse.Namespace) -> int:
    del arguments
    from rls_wizard.handover.printing.keeper import serve_here
    from rls_wizard.handover.streams import PIPE, write

    serve_here(_input().fileno(), partial(write, PIPE))
    return OK


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("-: cannot be read: standard input is closed")
    return sys.stdin.buffer


def _sample(folder: Path) -> int:
    from rls_wizard.content.cases import SAMPLE, response_of
    from rls_wizard.handover.streams import write

    content = _content("en")
    cases = _cases(own_content())
    out = folder / SAMPLE_NAME
    write(str(out), _pdf(content, response_of(cases[SAMPLE], cases, content), "en"))
    _print(f"The summary of a sample visit is in {out}")
    return OK


# Reading and writing -----------------------------------------------------------------------------


def _content(language: str, folder: str | None = None) -> Content:
    """Return the content, of a folder or the program's own, in a language."""
    from rls_wizard.content.error import ContentError
    from rls_wizard.content.load import load_content

    if language not in (*i18n.languages(), i18n.PSEUDO):
        raise UsageError(f"--lang: there is no language {language[:20]!r}")
    try:
        if folder is None:
            return load_content(own_content(), i18n.load(language))
        from rls_wizard.content.folder import chosen_content

        return chosen_content(folder, i18n.load(language), date.today())
    except ContentError as error:
        more = f" (and {len(error.faults) - 1} more)" if len(error.faults) > 1 else ""
        raise UsageError(f"the content cannot be used: {error.faults[0]}{more}") from None


def _cases(root: Path) -> dict[str, Case]:
    """Return the worked cases of a content folder by name; names are in English only."""
    from rls_wizard.content.cases import read_cases
    from rls_wizard.content.reader import Reader

    return {case.name: case for case in read_cases(Reader(root, i18n.load("en")))}


def _offered(language: str) -> str:
    """Return the language of an answer file, or English where the program does not have it."""
    return language if language in (*i18n.languages(), i18n.PSEUDO) else "en"


def _response(name: str, content: Content, today: date) -> Response:
    from rls_wizard.handover import answer_file
    from rls_wizard.handover.streams import read

    try:
        raw = read(name, answer_file.LARGEST)
        return answer_file.read(raw, content, today)
    except answer_file.AnswerFileError as error:
        raise UsageError(f"{name}: {error}") from None


def _pdf(
    content: Content, response: Response, language: str, *, large: bool = False, kiosk: bool = False
) -> bytes:
    from rls_wizard.handover.streams import leave_a_lost_folder

    leave_a_lost_folder()
    from rls_wizard.handover.memory import memory
    from rls_wizard.report.build import build_paper
    from rls_wizard.report.pdf import make_pdf

    paper = build_paper(content, response, date.today())
    carried = memory(content, response, kiosk=kiosk)
    if kiosk:
        # Nobody gets the file: the fewer answers go to the printer, the better.
        carried = carried._replace(answers=b"")
    return make_pdf(paper, i18n.load(language), carried, large=large)


def _text(content: Content, response: Response, language: str) -> bytes:
    from rls_wizard.report.build import build_paper
    from rls_wizard.report.text import plain_text

    text = plain_text(build_paper(content, response, date.today()), i18n.load(language))
    return text.encode("utf-8", errors="replace")


def _print(text: str) -> None:
    from rls_wizard.handover.streams import PIPE, write

    # A name on the disk may hold bytes that are no text.
    write(PIPE, f"{text}\n".encode(errors="replace"))


def _print_json(found: dict[str, Any]) -> None:
    import json

    _print(json.dumps(found, ensure_ascii=False, indent=1))


def _qt_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("PySide6-Essentials")
    except PackageNotFoundError:  # the frozen program may carry no metadata
        return "unknown"
