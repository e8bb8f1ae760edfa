"""The server: the built folder at a loopback address, with the site's own 404 page."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_connection

import pytest

from dossier.generate.server import HOST, make_server
from dossier.model.errors import DossierError


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A running server's port."""
    for name, text in {
        "index.html": "home",
        "a/index.html": "a",
        "404.html": "ours",
        "empty/x.txt": "x",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with make_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def asked(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    """The answer to a request."""
    connection = HTTPConnection(HOST, port, timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [("/", 200, "home"), ("/a/", 200, "a"), ("/empty/x.txt", 200, "x")],
)
def test_files_are_served(port: int, path: str, status: int, text: str) -> None:
    """A folder by its index."""
    answer, body = asked(port, path)
    assert (status, text) == (answer.status, body)


@pytest.mark.parametrize(
    "path",
    ["/b", "/b/", "/empty/", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a%00b"],
)
def test_what_is_not_there_is_answered_by_our_page(port: int, path: str) -> None:
    """A folder without a page, and paths that lead out, are not there."""
    answer, body = asked(port, path)
    assert (404, "ours", "text/html; charset=utf-8") == (
        answer.status,
        body,
        answer.getheader("Content-Type"),
    )
    assert (404, "") == (asked(port, path, "HEAD")[0].status, asked(port, path, "HEAD")[1])


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "LocalHost:8000", "[::1]:9", "127.0.0.1:1"]
)
def test_the_server_answers_to_its_own_names(port: int, host: str) -> None:
    """At any port, because another program may hand the request on."""
    assert 200 == status_of(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")


@pytest.mark.parametrize(
    "headers",
    [
        "Host: evil.example",
        "Host: evil.example:8000",
        "Host: 127.0.0.1.evil.example",
        "Host: evil.example\r\nHost: localhost",
        "Host: localhost@evil.example",
        "Host: 127.0.0.2",
        "Host: [::1",
        "Host:",
        "X-Forwarded-Host: localhost",
    ],
)
def test_a_strangers_name_that_leads_here_is_not_answered(port: int, headers: str) -> None:
    """A page of a stranger whose name was led to this machine reads nothing of the site."""
    assert 421 == status_of(port, f"GET / HTTP/1.1\r\n{headers}\r\n\r\n")
    assert 421 == status_of(port, f"HEAD /a/ HTTP/1.1\r\n{headers}\r\n\r\n")


def status_of(port: int, request: str) -> int:
    """The status of the answer to a request, sent as it stands."""
    with create_connection((HOST, port), timeout=5) as connection:
        connection.sendall(request.encode())
        return int(connection.makefile("rb").readline().split()[1])


def test_a_port_in_use_is_one_line(port: int, tmp_path: Path) -> None:
    """With what to do instead."""
    with pytest.raises(
        DossierError, match=rf"port {port} cannot be used: .*; try `dossier serve --port 0`"
    ):
        make_server(tmp_path, port)


def test_only_this_machine_is_served() -> None:
    """Nobody else can reach it."""
    assert "127.0.0.1" == HOST


def test_a_browser_that_has_gone_on_is_no_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever leaves a page before it is there closes the connection; a terminal full of
    tracebacks would say that something is wrong.
    """
    (tmp_path / "large").write_bytes(bytes(30_000_000))
    with make_server(tmp_path, 0) as server:
        server.daemon_threads = False  # so that closing waits for the answer
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with create_connection((HOST, server.server_address[1])) as connection:
            connection.sendall(b"GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            connection.recv(1)
        server.shutdown()
    assert "" == capfd.readouterr().err
