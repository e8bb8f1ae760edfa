"""A server for one's own eyes: the built folder, at a loopback address, with the site's own
404 page.
"""

import io
import os
import re
import socket
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from dossier.model.errors import DossierError

HOST = "127.0.0.1"
OWN_NAMES = re.compile(
    rf"(?:{re.escape(HOST)}|localhost|\[::1\])(?::[0-9]*)?", re.IGNORECASE
)
"""What a browser of this machine calls the server. A stranger's page can have its own name
lead to this address, and its scripts would then be let in as scripts of the site: they read
what is not published yet.
"""


class _Handler(SimpleHTTPRequestHandler):
    """Files of one folder, and 404.html for everything else, as GitHub Pages does it."""

    def parse_request(self) -> bool:
        """Whether there is a request to answer: one that calls the server by its own name."""
        if not super().parse_request():
            return False
        asked = self.headers.get_all("Host", [])
        if len(asked) == 1 and OWN_NAMES.fullmatch(asked[0].strip()):
            return True
        self.send_error(
            HTTPStatus.MISDIRECTED_REQUEST,
            explain=f"This is http://{HOST}/ and has no other name.",
        )
        return False

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file that is asked for; a path that no file can have, such as one with a NUL,
        is not there.
        """
        try:
            return super().send_head()
        except ValueError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """A folder without a page of its own is not there, as on any static host."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the standard library's
        """Say nothing: the person at the keyboard is looking at the browser."""


class _Server(ThreadingHTTPServer):
    """One that a browser may leave in the middle of an answer."""

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Say nothing of a reader who has gone on to another page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server that is ready to run. Raises DossierError where the port cannot be had."""
    try:
        return _Server((HOST, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise DossierError(
            f"port {port} cannot be used: {error.strerror}; try `dossier serve --port 0`."
        ) from error


def serve_folder(folder: Path, port: int, say: Callable[[str], object]) -> None:
    """Serve until the person at the keyboard has had enough."""
    with make_server(folder, port) as server:
        say(
            f"Serving {folder} at http://{HOST}:{server.server_address[1]}/ (Ctrl+C"
            " ends it)"
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")
