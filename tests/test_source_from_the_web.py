"""An address is fetched from public hosts alone and within bounds; in these tests the other
side is made up, or on this machine.
"""

import codecs
import io
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from email.message import Message
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from dossier import cli
from dossier.intake import opening, web
from dossier.intake.bounds import MAX_BYTES, decode
from dossier.intake.charsets import encoding_of
from dossier.intake.opening import open_place
from dossier.intake.web import Answer, fetch, require_public
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

    def __init__(
        self, pages: Mapping[str, tuple[bytes, Mapping[str, str]] | str | Exception]
    ) -> None:
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
    assert Answer(ADDRESS, "text/html", "utf-8", "2024-03-06", PAGE) == fetched(
        {ADDRESS: (PAGE, HTML)}
    )


def test_redirects_are_followed_to_their_end() -> None:
    assert (
        "https://example.org/b/c"
        == fetched(
            {
                ADDRESS: "//example.org/b/",
                "https://example.org/b/": "c",
                "https://example.org/b/c": (PAGE, HTML),
            }
        ).url
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
        (
            (b"x", {"Content-Type": "application/pdf"}),
            "is application/pdf; expected a web page or plain text",
        ),
        ((b"x", {"Content-Type": "image/png"}), "is image/png"),
        ((b"x" * (MAX_BYTES + 1), HTML), "is larger than 5 MB"),
        (
            URLError(socket.gaierror(-2, "Name or service not known")),
            "could not be fetched",
        ),
        (TimeoutError("timed out"), "could not be fetched: timed out"),
        (
            HTTPError(ADDRESS, 403, "Forbidden", Message(), None),
            "the server says 403 Forbidden",
        ),
        (HTTPError(ADDRESS, 302, "Found", Message(), None), "the server says 302 Found"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(page: object, message: str) -> None:
    told = refused({ADDRESS: page})
    assert message in told
    assert "\n" not in told


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


def test_a_page_from_the_web_says_where_and_when_it_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        opening, "fetch", lambda url: Answer(url, "text/html", "", "2024-03-06", PAGE)
    )
    opened = open_place("https://example.com/steel/hydrogen-furnace?from=feed")
    assert "hydrogen-furnace" == opened.name
    assert "2024-03-06" == opened.drafts[0].word("accessed")
    assert "https://example.com/steel/hydrogen-furnace" == opened.drafts[0].word("URL")


def test_plain_text_from_the_web_has_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        opening,
        "fetch",
        lambda url: Answer(url, "text/plain", "iso-8859-1", "", b"Caf\xe9s\n\nOpen late."),
    )
    draft = open_place("https://example.com/a.txt").drafts[0]
    assert ("Cafés", "https://example.com/a.txt", "") == (
        draft.word("title"),
        draft.word("URL"),
        draft.word("accessed"),
    )


Lines = tuple[bytes | float, ...]
"""What a server on this machine sends: bytes, and seconds of silence."""


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """Starts servers on this machine that send what they are told, whatever they are asked;
    gives their addresses.
    """
    monkeypatch.setattr(
        web, "is_public_url", lambda url: url.startswith("http://127.0.0.1")
    )
    monkeypatch.setattr(web, "_opener", lambda: build_opener(web._Stay, ProxyHandler({})))  # noqa: SLF001 -- this machine is not public
    with ExitStack() as stack:
        yield lambda *lines: stack.enter_context(server(lines))


@contextmanager
def server(lines: Lines) -> Iterator[str]:
    """A server that answers any number of times."""
    listening = socket.create_server(("127.0.0.1", 0))
    stop = Event()

    def answer() -> None:
        while not stop.is_set():
            with suppress(OSError), listening.accept()[0] as connection:
                connection.recv(65_536)
                for part in lines:
                    if isinstance(part, bytes):
                        connection.sendall(part)
                    elif stop.wait(part):
                        return

    thread = Thread(target=answer)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/page"
    stop.set()
    with suppress(OSError):
        listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for half a second in all, and not for a minute."""
    monkeypatch.setattr(web, "DEADLINE", 0.5)
    monkeypatch.setattr(web, "GRACE", 0.1)


def over_the_wire(url: str) -> str:
    """Why an address cannot be had, in the words of the program; and that it does not take
    long to say so.
    """
    began = time.monotonic()
    with pytest.raises(DossierError) as caught:
        fetch(url)
    assert 10 > time.monotonic() - began
    return str(caught.value)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
SLOWLY: Mapping[str, Lines] = {
    "the body, a byte at a time": (OK + b"\r\n", *(0.1, b"x") * 100),
    "the body, in chunks": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        *(0.1, b"1\r\nx\r\n") * 100,
    ),
    "the head, a byte at a time": (OK, *(0.1, b"X") * 100),
    "one header after another": (OK, *(0.1, b"X: y\r\n") * 99),
    "the first line": (*(0.1, b"H") * 100,),
    "nothing at all": (100.0,),
}


@pytest.mark.parametrize("case", SLOWLY)
def test_the_time_holds_for_all_of_an_answer(
    serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    hurry(monkeypatch)
    assert "took longer than 0.5 seconds." in over_the_wire(serve(*SLOWLY[case]))


def test_the_time_holds_for_all_redirects_together(
    serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    url = serve(0.2, b"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n")
    assert "took longer than 0.5 seconds." in over_the_wire(url)


def test_a_look_up_that_does_not_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time-out of a socket holds for asking which address a name has."""
    hurry(monkeypatch)
    monkeypatch.setattr(web, "getproxies", dict)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(5))
    assert "took longer than 0.5 seconds." in over_the_wire("http://example.com/")


CUT: Mapping[str, Lines] = {
    "shorter than it says": (OK + b"Content-Length: 1000\r\n\r\n<p>Only this",),
    "a chunk that ends early": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n100\r\n<p>Only this",
    ),
    "no last chunk": (OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n",),
    "nothing of it": (OK + b"Content-Length: 9\r\n\r\n",),
}


@pytest.mark.parametrize("case", CUT)
def test_a_page_that_did_not_come_whole_is_refused(
    serve: Callable[..., str], case: str
) -> None:
    told = over_the_wire(serve(*CUT[case]))
    assert "was cut off" in told


def test_a_page_that_came_whole_is_taken(serve: Callable[..., str]) -> None:
    """With its length, in chunks, and without either."""
    whole = (
        OK + b"Content-Length: 4\r\n\r\n<p>x",
        OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\n\r\n",
        OK + b"\r\n<p>x",
    )
    assert [b"<p>x"] * 3 == [fetch(serve(answer)).data for answer in whole]


ESCAPES = b"\x1b]0;owned\x07\x1b[2J\xe2\x80\xae::error::"
HOSTILE: Mapping[str, Lines] = {
    "the reason": (b"HTTP/1.1 404 " + ESCAPES + b"\r\nContent-Length: 0\r\n\r\n",),
    "the place of a redirect": (
        b"HTTP/1.1 302 Found\r\nLocation: http://x" + ESCAPES + b"/\r\n\r\n",
    ),
    "the type": (b"HTTP/1.1 200 OK\r\nContent-Type: image/" + ESCAPES + b"\r\n\r\n",),
    "the packing": (OK + b"Content-Encoding: " + ESCAPES + b"\r\n\r\n",),
    "the charset": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset="
        + ESCAPES
        + b"\r\n\r\n<p>\xe9",
    ),
    "the first line": (ESCAPES + b"\r\n\r\n",),
    "the version": (b"HTTP/" + ESCAPES + b" 200 OK\r\n\r\n",),
    "the length of a chunk": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + ESCAPES + b"\r\n",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_a_server_says_reaches_no_terminal_as_it_is(
    serve: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    case: str,
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["dossier", "source", "add", serve(*HOSTILE[case])])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = "".join(capsys.readouterr())
    assert 1 == ended.value.code
    assert told.startswith("dossier: ")
    assert told.endswith("\n")
    assert told[:-1].isprintable()


@pytest.mark.parametrize(
    "stamp",
    [
        "Wed, 06 Mar 99999999999999999999 10:00:00 GMT",
        "x",
        "",
        "Wed, 31 Feb 2024 10:00:00 GMT",
        "0 0 0 0 0 0",
    ],
)
def test_a_day_that_there_cannot_be_is_not_known(stamp: str) -> None:
    assert "" == fetched({ADDRESS: (PAGE, {**HTML, "Date": stamp})}).day


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        (
            {"Content-Encoding": "br"},
            "comes packed (br), which was not asked for; save the page in a browser",
        ),
        ({"Content-Length": "5"}, "was cut off"),
        ({"Content-Length": "9" * 4_000}, "was cut off"),
    ],
)
def test_an_answer_in_parts_or_packed_is_refused(
    headers: Mapping[str, str], message: str
) -> None:
    told = refused({ADDRESS: (PAGE, {**HTML, **headers})})
    assert message in told
    assert 400 > len(told)


@pytest.mark.parametrize(("label", "codec"), [
    ("windows-874", "cp874"), ("TIS-620", "cp874"), ("iso-8859-11", "cp874"), ("x-sjis", "cp932"), ("gb2312", "gb18030"),
    ("ks_c_5601-1987", "cp949"), ("big5-hkscs", "big5hkscs"), ("koi8-ru", "koi8-u"), ("ISO_8859-2:1987", "iso8859-2"),
    ("latin1", "cp1252"), ("x-cp1251", "cp1251"), ("cp1257", "cp1257"), ("iso8859-15", "iso8859-15"), ("euc-jp", "euc-jp"),
    ("macintosh", "mac-roman"),
])  # fmt: skip
def test_charsets_have_the_names_that_browsers_know(label: str, codec: str) -> None:
    assert codecs.lookup(codec) == codecs.lookup(encoding_of(b"plain", label).codec)


def test_no_charset_is_one_that_no_page_is_written_in() -> None:
    for label in (
        "punycode",
        "rot13",
        "idna",
        "zip",
        "unicode_escape",
        "utf-7",
        "../x",
        "iso-8859-12",
        "iso-8859-99",
        "\x1b[2J",
    ):
        assert ("utf-8", True) == (
            (found := encoding_of(b"plain", label)).codec,
            bool(found.doubt),
        )


@pytest.mark.parametrize(
    ("charset", "data", "text", "remark"),
    [
        ("windows-874", "ราคา 5 บาท".encode("cp874"), "ราคา 5 บาท", "read as windows-874"),
        ("iso-8859-1", "Zürich, Genève, Málaga".encode(), "Zürich, Genève, Málaga",
         "read as UTF-8 although the charset is said to be iso-8859-1, and the bytes are UTF-8"),
        ("iso-8859-1", "Zürich".encode("latin-1"), "Zürich", "read as iso-8859-1"),
        ("gbk", "阿里巴巴".encode(), "阿里巴巴",
         "read as UTF-8 although the charset is said to be gbk, and the bytes are UTF-8"),
        ("gbk", "阿里巴巴".encode("gbk"), "阿里巴巴", "read as gbk"),
        ("utf-16", b"plain", "plain", "read as UTF-8 although the charset is said to be utf-16, and the bytes are UTF-8"),
        ("x-none", "Zürich".encode(), "Zürich", "read as UTF-8 although the charset “x-none” is not known"),
    ],
)  # fmt: skip
def test_bytes_are_read_as_they_are_and_not_as_is_said(
    charset: str, data: bytes, text: str, remark: str
) -> None:
    taken = decode(data, "page", charset)
    assert (text, (remark,)) == (taken.text, taken.remarks)


def test_bytes_of_an_unknown_charset_are_refused_with_its_name() -> None:
    with pytest.raises(
        DossierError, match="the charset “x-none” is not known; page is not UTF-8"
    ):
        decode(b"Z\xfcrich", "page", "x-none")
