"""One page from the web: bounded in size and time, from public addresses alone, its redirects included."""

import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
    getproxies,
)

from dossier.collect.intake.bounds import MAX_BYTES
from dossier.model.errors import DossierError
from dossier.read.parsers import is_public_url

TIMEOUT = 20  # seconds of silence
DEADLINE = 60  # seconds in all: a server that sends one byte now and then does not hold us up
MAX_REDIRECTS = 5
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
HEADERS = {"User-Agent": "pelican-dossier (source add)", "Accept": ", ".join(KINDS), "Accept-Encoding": "identity"}


@dataclass(frozen=True)
class Answer:
    """What a server gave for an address."""

    url: str
    # Where the redirects ended.
    kind: str
    charset: str
    day: str
    # The server's own, as EDTF: the day the page was read.
    data: bytes


def fetch(url: str, opener: OpenerDirector | None = None) -> Answer:
    """The page at an address. Raises DossierError where it cannot or must not be had."""
    opener = opener or _opener()
    try:
        for address in _steps(url, opener):
            if isinstance(address, Answer):
                return address
    except (OSError, HTTPException, ValueError) as error:
        raise DossierError(f"{url} could not be fetched: {getattr(error, 'reason', None) or error}.") from error
    raise DossierError(f"{url} leads on through more than {MAX_REDIRECTS} redirects.")


def _steps(url: str, opener: OpenerDirector) -> Iterator[Answer | str]:
    """The addresses that redirects lead to, and the answer at their end."""
    for _ in range(MAX_REDIRECTS + 1):
        if not is_public_url(url):
            raise DossierError(f"{url} is not a public address; expected https:// and the name of a host.")
        try:
            response = opener.open(Request(url, headers=HEADERS), timeout=TIMEOUT)  # noqa: S310 -- http(s) alone: see above
        except HTTPError as error:
            with closing(error):
                url = _next(url, error)
            yield url
            continue
        with closing(response):
            yield _answer(url, response)
        return


def _next(url: str, error: HTTPError) -> str:
    """Where a redirect leads; raises DossierError for every other answer that is not a page."""
    target = error.headers.get("Location") if error.code in (301, 302, 303, 307, 308) else None
    if not target:
        raise DossierError(f"{url} could not be fetched: the server says {error.code} {error.reason}.")
    return urljoin(url, target)


def _answer(url: str, response: Any) -> Answer:
    headers: HTTPMessage = response.headers
    kind = headers.get_content_type()
    if kind not in KINDS:
        raise DossierError(f"{url} is {kind}; expected a web page or plain text. Save it, and add its text from a file.")
    return Answer(url, kind, headers.get_content_charset() or "", _day(headers.get("Date", "")), _body(url, response))


def _body(url: str, response: IO[bytes]) -> bytes:
    end = time.monotonic() + DEADLINE
    data = bytearray()
    while part := response.read(65_536):
        data += part
        if len(data) > MAX_BYTES:
            raise DossierError(f"{url} is larger than {MAX_BYTES // 1_000_000} MB; expected one article or page.")
        if time.monotonic() > end:
            raise DossierError(f"{url} took longer than {DEADLINE} seconds.")
    return bytes(data)


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except ValueError:
        return ""


class _Stay(HTTPRedirectHandler):
    """Leaves redirects to us."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow none."""


class _PublicHTTP(HTTPConnection):
    """Speaks only to public addresses, whatever a name resolves to at that moment."""

    def connect(self) -> None:
        """Connect, and look at whom one is connected to before a word is said."""
        super().connect()
        require_public(self.sock)


class _PublicHTTPS(HTTPSConnection):
    """The same, encrypted."""

    def connect(self) -> None:
        """Connect, and look at whom one is connected to before a word is said."""
        super().connect()
        require_public(self.sock)


def require_public(sock: socket.socket) -> None:
    """Raise OSError where the other end is in a private network or on this machine."""
    peer = ipaddress.ip_address(sock.getpeername()[0].partition("%")[0])
    plain = getattr(peer, "ipv4_mapped", None) or peer
    if not plain.is_global or plain.is_multicast:
        sock.close()
        raise OSError(f"{plain} is not a public address")


class _HTTP(HTTPHandler):
    def http_open(self, req: Request) -> Any:
        return self.do_open(_PublicHTTP, req)


class _HTTPS(HTTPSHandler):
    def https_open(self, req: Request) -> Any:
        return self.do_open(_PublicHTTPS, req)


def _opener() -> OpenerDirector:
    """Through the proxy of the machine, which decides whom it speaks to; without one, to public addresses alone."""
    if getproxies():
        return build_opener(_Stay)
    return build_opener(_Stay, ProxyHandler({}), _HTTP, _HTTPS)
