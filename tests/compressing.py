"""Servers that send as published sites do: packed, since weights and times are only true
so, or in two pieces.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml")
LEVEL = 6  # what hosts use
PATIENCE = (
    30  # seconds that a page waits at its cut, so that a test that fails does not hang
)


def packed(data: bytes) -> bytes:
    """The bytes as they travel."""
    return gzip.compress(data, LEVEL, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Files of one folder, packed where that helps, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or the page for lost addresses."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        file = path if found else Path(self.directory) / "404.html"
        kind = self.guess_type(str(file))
        data = file.read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        )
        self.send_header("Cache-Control", "max-age=600")
        if kind.startswith(PACKED):
            data = packed(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the standard library's
        """Say nothing."""


class _Slow(_Handler):
    """Sends a page up to a cut in it, and the rest when it is told to, as a slow line does."""

    cut = 0
    go_on = threading.Event()

    def do_GET(self) -> None:
        """Send a page in two pieces, and anything else whole."""
        path = Path(self.translate_path(self.path)) / "index.html"
        if not path.is_file():
            super().do_GET()
            return
        data = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: self.cut])
        self.go_on.wait(PATIENCE)
        self.wfile.write(data[self.cut :])


@contextmanager
def served_in_two(folder: Path, cut: int) -> Iterator[tuple[str, threading.Event]]:
    """The address of a folder whose pages stop after so many bytes, and what lets the rest
    through.
    """
    go_on = threading.Event()
    handler = type("_Cut", (_Slow,), {"cut": cut, "go_on": go_on})
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(handler, directory=str(folder))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", go_on
        server.shutdown()


@contextmanager
def served_packed(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, directory=str(folder))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
