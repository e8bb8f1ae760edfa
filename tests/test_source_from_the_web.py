"""An address is fetched from public hosts alone, within bounds, and never in these tests: the other side is made up."""

import io
import socket
import time
from collections.abc import Mapping
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from dossier.collect.intake import opening
from dossier.collect.intake.bounds import MAX_BYTES
from dossier.collect.intake.opening import open_place
from dossier.collect.intake.web import Answer, fetch, require_public
from dossier.model.errors import DossierError

PAGE = (Path(__file__).parent / "imports" / "linked-data.html").read_bytes()
ADDRESS = "https://example.com/a"
HTML = {"Content-Type": "text/html; charset=utf-8", "Date": "Wed, 06 Mar 2024 10:00:00 GMT"}


class Response(io.BytesIO):
    """What a server answers."""

    def __init__(self, body: bytes, headers: Mapping[str, str]) -> None:
        super().__init__(body)
        self.headers = Message()
        for name, value in headers.items():
            self.headers[name] = value


class Web:
    """Servers by address: a body with headers, or the place of a redirect."""

    def __init__(self, pages: Mapping[str, tuple[bytes, Mapping[str, str]] | str | Exception]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def open(self, request: Request, timeout: int) -> Response:
        """Answer as `OpenerDirector.open` does."""
        url = request.full_url
        self.asked.append(url)
        page = self.pages.get(url, HTTPError(url, 404, "Not Found", Message(), None))
        if isinstance(page, Exception):
            raise page
        if isinstance(page, str):
            headers = Message()
            headers["Location"] = page
            raise HTTPError(url, 302, "Found", headers, io.BytesIO())
        return Response(*page)


def fetched(pages: Mapping[str, Any], url: str = ADDRESS) -> Answer:
    """The answer of made-up servers."""
    return fetch(url, Web(pages))  # type: ignore[arg-type]


def refused(pages: Mapping[str, Any], url: str = ADDRESS) -> str:
    """Why there is none."""
    with pytest.raises(DossierError) as caught:
        fetched(pages, url)
    return str(caught.value)


def test_a_page_comes_with_its_charset_and_its_day() -> None:
    assert Answer(ADDRESS, "text/html", "utf-8", "2024-03-06", PAGE) == fetched({ADDRESS: (PAGE, HTML)})


def test_redirects_are_followed_to_their_end() -> None:
    assert (
        "https://example.org/b/c"
        == fetched({ADDRESS: "//example.org/b/", "https://example.org/b/": "c", "https://example.org/b/c": (PAGE, HTML)}).url
    )


@pytest.mark.parametrize(
    "target",
    ["http://localhost/x", "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/", "file:///etc/passwd", "ftp://example.com/",
     "https://router.local/", "https://user@example.com/", "https://example.com:8080/", "javascript:alert(1)", "https://xn--exmple-cua.com/"],
)  # fmt: skip
def test_neither_an_address_nor_a_redirect_leads_off_the_public_web(target: str) -> None:
    web_of_one = Web({ADDRESS: target})
    for url in (target, ADDRESS):
        with pytest.raises(DossierError, match="is not a public address"):
            fetch(url, web_of_one)  # type: ignore[arg-type]
    assert [ADDRESS] == web_of_one.asked


def test_a_circle_of_redirects_ends() -> None:
    assert "through more than 5 redirects" in refused({ADDRESS: ADDRESS})


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ((b"x", {"Content-Type": "application/pdf"}), "is application/pdf; expected a web page or plain text"),
        ((b"x", {"Content-Type": "image/png"}), "is image/png"),
        ((b"x" * (MAX_BYTES + 1), HTML), "is larger than 5 MB"),
        (URLError(socket.gaierror(-2, "Name or service not known")), "could not be fetched"),
        (TimeoutError("timed out"), "could not be fetched: timed out"),
        (HTTPError(ADDRESS, 403, "Forbidden", Message(), None), "the server says 403 Forbidden"),
        (HTTPError(ADDRESS, 302, "Found", Message(), None), "the server says 302 Found"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(page: object, message: str) -> None:
    told = refused({ADDRESS: page})
    assert message in told
    assert "\n" not in told


def test_a_server_that_drips_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 40))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert "took longer than 60 seconds" in refused({ADDRESS: (PAGE * 100, HTML)})


@pytest.mark.parametrize(
    ("address", "is_public"),
    [("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False), ("::1", False), ("fe80::1%eth0", False),
     ("::ffff:192.168.0.1", False),
     ("224.0.0.1", False), ("93.184.215.14", True), ("2606:4700::1111", True)],
)  # fmt: skip
def test_only_public_addresses_are_spoken_to(address: str, is_public: bool) -> None:
    """Whatever a name resolved to: the other end of the connection counts."""

    class Socket:
        closed = False

        def getpeername(self) -> tuple[str, int]:
            return address, 443

        def close(self) -> None:
            self.closed = True

    sock = Socket()
    if is_public:
        require_public(sock)  # type: ignore[arg-type]
    else:
        with pytest.raises(OSError, match="is not a public address"):
            require_public(sock)  # type: ignore[arg-type]
    assert is_public is not sock.closed


def test_a_page_from_the_web_says_where_and_when_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "fetch", lambda url: Answer(url, "text/html", "", "2024-03-06", PAGE))
    opened = open_place("https://example.com/steel/hydrogen-furnace?from=feed")
    assert "hydrogen-furnace" == opened.name
    assert "2024-03-06" == opened.drafts[0].word("accessed")
    assert "https://example.com/steel/hydrogen-furnace" == opened.drafts[0].word("URL")


def test_plain_text_from_the_web_has_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "fetch", lambda url: Answer(url, "text/plain", "iso-8859-1", "", b"Caf\xe9s\n\nOpen late."))
    draft = open_place("https://example.com/a.txt").drafts[0]
    assert ("Cafés", "https://example.com/a.txt", "") == (draft.word("title"), draft.word("URL"), draft.word("accessed"))
