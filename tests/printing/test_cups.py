"""A printing service on a port of this computer, and one that answers strangely."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from rls_wizard.handover.printing.cups import Cups, CupsError
from rls_wizard.handover.printing.trouble import Trouble

NONE_FOUND = b"\2\0\4\6\0\0\0\1\3"
ONE = b"\2\0\0\0\0\0\0\1\4\x42\0\x0cprinter-name\0\6office\3"


@pytest.fixture
def strange():
    """Return what opens a service that answers everything alike."""
    servers = []

    def open_it(code, body):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(code)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Say nothing."""

        server = HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return Cups(f"127.0.0.1:{server.server_port}", "me")

    yield open_it
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_port_will_do(strange):
    (printer,) = strange(200, ONE).printers()
    assert printer.texts("printer-name") == ["office"]


def test_no_printers_is_no_fault(strange):
    assert strange(200, NONE_FOUND).printers() == []
    assert strange(200, NONE_FOUND).default() == ""


@pytest.mark.parametrize(
    ("code", "body", "trouble"),
    [
        (401, b"", Trouble.FORBIDDEN),
        (403, b"", Trouble.FORBIDDEN),
        (404, b"<html>", Trouble.NO_SERVICE),
        (200, b"", Trouble.NO_SERVICE),
        (200, b"\2\0\5\0\0\0\0\1\3", Trouble.FAILED),
        (200, b"\2\0\4\3\0\0\0\1\3", Trouble.FORBIDDEN),
    ],
)
def test_what_else_it_answers_is_told(strange, code, body, trouble):
    with pytest.raises(CupsError) as caught:
        strange(code, body).printers()
    assert caught.value.trouble is trouble


def test_a_port_where_nobody_listens_is_no_service():
    with pytest.raises(CupsError) as caught:
        Cups("127.0.0.1:9", "me").printers()
    assert caught.value.trouble is Trouble.NO_SERVICE
