"""The requests to CUPS: which printers there are, how they are, and one job from birth to end."""

from __future__ import annotations

import socket
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING

from rls_wizard.handover.printing.ipp import (
    Answer,
    Attribute,
    Group,
    IppError,
    Tag,
    answer,
    request,
)
from rls_wizard.handover.printing.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SECONDS = 5
"""How long the service may think; it is on this computer."""
_PORT = "631"
_TITLE = "Summary"
"""The name of the job: others see it, in lists and logs."""

# Operations of RFC 8011, and of CUPS.
_CREATE_JOB, _SEND_DOCUMENT, _CANCEL_JOB = 0x0005, 0x0006, 0x0008
_GET_JOB, _GET_JOBS, _GET_PRINTER = 0x0009, 0x000A, 0x000B
_GET_DEFAULT, _GET_PRINTERS = 0x4001, 0x4002

_FAULTS_FROM = 0x0400
_FORBIDDEN = {0x0401, 0x0402, 0x0403}
_GONE = {0x0406, 0x0407}
_REJECTING = 0x0506
_MAY_NOT = {401, 403, 426}
"""What HTTP says where IPP is not even listened to."""
_TOO_LARGE = 413
"""What HTTP says where there is no room for the document."""
_MOST_TRIES = 5

_OF_PRINTERS = (
    "printer-name", "printer-info", "printer-uri-supported", "printer-state",
    "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs", "device-uri",
)  # fmt: skip
_OF_JOBS = ("job-state", "job-state-reasons")


class CupsError(Exception):
    """A request that was not carried out, and why."""

    def __init__(self, trouble: Trouble) -> None:
        """Take what is wrong."""
        super().__init__(trouble.value)
        self.trouble = trouble


class Cups:
    """The printing service of this computer. Everything raises CupsError.

    A printer is named by its path, "/printers/Office". Every request is a connection of its own.
    """

    def __init__(self, place: str, user: str) -> None:
        """Take the socket, a file or "localhost:port", and the name of who prints and cancels."""
        self._place = place
        self._user = Attribute("requesting-user-name", Tag.NAME, [user])

    def printers(self) -> list[Group]:
        """Return every printer."""
        return self._if_any(_GET_PRINTERS, _OF_PRINTERS)

    def default(self) -> str:
        """Return the name of the printer that is meant unless another is named; empty: none."""
        found = self._if_any(_GET_DEFAULT, ["printer-name"])
        return next((name for group in found for name in group.texts("printer-name")), "")

    def printer(self, path: str) -> Group:
        """Return how a printer is."""
        about = [_uri("printer-uri", path), _wanted(_OF_PRINTERS)]
        return _only(self._ask(_GET_PRINTER, path, about).of(Tag.PRINTER))

    def create(self, path: str, options: Sequence[Attribute]) -> int:
        """Begin a job; return its number."""
        about = [_uri("printer-uri", path), self._user, Attribute("job-name", Tag.NAME, [_TITLE])]
        made = _only(self._ask(_CREATE_JOB, path, about, options).of(Tag.JOB))
        return made.number("job-id")

    def send(self, job: int, pdf: bytes) -> None:
        """Hand over the document, byte for byte."""
        about = [
            *self._named(job),
            Attribute("document-format", Tag.FORMAT, ["application/pdf"]),
            Attribute("last-document", Tag.BOOLEAN, [True]),
        ]
        self._ask(_SEND_DOCUMENT, _path(job), about, data=pdf)

    def job(self, job: int) -> Group:
        """Return how a job is."""
        about = [*self._named(job), _wanted(_OF_JOBS)]
        return _only(self._ask(_GET_JOB, _path(job), about).of(Tag.JOB))

    def mine(self) -> list[int]:
        """Return our jobs on all printers, those that are over, too."""
        about = [
            _uri("printer-uri", "/"),
            self._user,
            _wanted(["job-id", "job-name"]),
            Attribute("which-jobs", Tag.KEYWORD, ["all"]),
            Attribute("my-jobs", Tag.BOOLEAN, [True]),
        ]
        found = self._ask(_GET_JOBS, "/", about).of(Tag.JOB)
        return [job.number("job-id") for job in found if _TITLE in job.texts("job-name")]

    def forget(self, job: int) -> None:
        """Cancel a job, printed or not, and have the document and all else of it removed."""
        about = [*self._named(job), Attribute("purge-job", Tag.BOOLEAN, [True])]
        # Of a job that is just being printed CUPS keeps something at the first request.
        for _ in range(_MOST_TRIES):
            try:
                self._ask(_CANCEL_JOB, _path(job), about)
            except CupsError as error:
                if error.trouble is Trouble.REMOVED:
                    return
                raise

    def _if_any(self, operation: int, wanted: Sequence[str]) -> list[Group]:
        """Return the printers that an operation gives; that there are none is said as a fault."""
        try:
            return self._ask(operation, "/", [_wanted(wanted)]).of(Tag.PRINTER)
        except CupsError as error:
            if error.trouble is Trouble.REMOVED:
                return []
            raise

    def _named(self, job: int) -> list[Attribute]:
        return [_uri("job-uri", _path(job)), self._user]

    def _ask(
        self,
        operation: int,
        path: str,
        about: Iterable[Attribute],
        options: Sequence[Attribute] = (),
        data: bytes = b"",
    ) -> Answer:
        head = (
            Attribute("attributes-charset", Tag.CHARSET, ["utf-8"]),
            # `trouble` reads what drivers say, and they say it in this language.
            Attribute("attributes-natural-language", Tag.LANGUAGE, ["en"]),
        )
        groups: list[tuple[Tag, Iterable[Attribute]]] = [(Tag.OPERATION, (*head, *about))]
        if options:
            groups.append((Tag.JOB, options))
        said = self._post(path, request(operation, groups) + data)
        if said.status >= _FAULTS_FROM:
            raise CupsError(_reason(said.status))
        return said

    def _post(self, path: str, body: bytes) -> Answer:
        line = _Line(self._place)
        try:
            line.request("POST", path, body, {"Content-Type": "application/ipp"})
            with line.getresponse() as response:
                if response.status in _MAY_NOT:
                    raise CupsError(Trouble.FORBIDDEN)
                if response.status == _TOO_LARGE:
                    raise CupsError(Trouble.NO_ROOM)
                return answer(response.read())
        except (OSError, HTTPException, IppError) as error:
            raise CupsError(Trouble.NO_SERVICE) from error
        finally:
            line.close()


class _Line(HTTPConnection):
    """HTTP through a socket of this computer."""

    def __init__(self, place: str) -> None:
        super().__init__("localhost", timeout=_SECONDS)
        self._place = place

    def connect(self) -> None:
        if self._place.startswith("/"):
            self.sock = socket.socket(socket.AF_UNIX)
            self.sock.settimeout(_SECONDS)
            self.sock.connect(self._place)
        else:
            host, _, port = self._place.partition(":")
            self.sock = socket.create_connection((host, int(port or _PORT)), _SECONDS)


def _only(groups: Sequence[Group]) -> Group:
    if not groups:
        raise CupsError(Trouble.REMOVED)
    return groups[0]


def _reason(status: int) -> Trouble:
    if status in _GONE:
        return Trouble.REMOVED
    if status in _FORBIDDEN:
        return Trouble.FORBIDDEN
    return Trouble.REJECTING if status == _REJECTING else Trouble.FAILED


def _path(job: int) -> str:
    return f"/jobs/{job}"


def _uri(name: str, path: str) -> Attribute:
    return Attribute(name, Tag.URI, [f"ipp://localhost{path}"])


def _wanted(names: Sequence[str]) -> Attribute:
    return Attribute("requested-attributes", Tag.KEYWORD, names)
