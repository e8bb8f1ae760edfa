"""One page from the web: bounded in size and time, from public addresses alone, its
redirects included.
"""

import ipaddress
import socket
import time
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPMessage,
    HTTPSConnection,
    IncompleteRead,
)
from typing import Any
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

from dossier.intake.bounds import MAX_BYTES
from dossier.intake.patience import within
from dossier.model.errors import DossierError
from dossier.read.parsers import is_public_url
from dossier.report.escapes import printable

TIMEOUT = 20  # seconds of silence
DEADLINE = (
    60  # seconds in all: a server that sends one byte now and then does not hold us up
)
GRACE = 0.5  # seconds more, in which it may turn out by itself that the time is up
LONGEST = 200  # characters of what a server says, in a message
MAX_REDIRECTS = 5
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
HEADERS = {
    "User-Agent": "pelican-dossier (source add)",
    "Accept": ", ".join(KINDS),
    "Accept-Encoding": "identity",
}


STATUSES = (200, 203)
CUT_OFF = (
    "was cut off on the way; try again, or save the page in a browser and add that file."
)


@dataclass(frozen=True)
class Answer:
    """What a server gave for an address."""

    url: str
    # Where the redirects ended.
    kind: str
    # Empty where it did not say.
    charset: str
    day: str
    # The server's own, as EDTF: the day the page was read.
    data: bytes


def fetch(url: str, opener: OpenerDirector | None = None) -> Answer:
    """The page at an address. Raises DossierError where it cannot or must not be had, or
    not in time.

    The time holds for all of it, looking up the host, shaking hands and every redirect too:
    somebody else waits for that, and is left waiting. What servers say of themselves is
    escaped, since it ends on a terminal.
    """
    end = time.monotonic() + DEADLINE
    try:
        return within(DEADLINE + GRACE, lambda: _last(url, opener or _opener(), end))
    except DossierError as error:
        raise DossierError(printable(str(error))) from error
    except IncompleteRead as error:
        raise DossierError(printable(f"{url} {CUT_OFF}")) from error
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= end:
            raise DossierError(
                printable(f"{url} took longer than {DEADLINE} seconds.")
            ) from error
        reason = str(getattr(error, "reason", None) or error) or type(error).__name__
        raise DossierError(printable(f"{url} could not be fetched: {reason}.")) from error


def _last(url: str, opener: OpenerDirector, end: float) -> Answer:
    """The answer at the end of all redirects."""
    first = url
    for _ in range(MAX_REDIRECTS + 1):
        answer = _asked(url, opener, end)
        if isinstance(answer, Answer):
            return answer
        url = answer
    raise DossierError(f"{first} leads on through more than {MAX_REDIRECTS} redirects.")


def _asked(url: str, opener: OpenerDirector, end: float) -> Answer | str:
    """The answer of a server, or the address that it leads to."""
    if not is_public_url(url):
        raise DossierError(
            f"{url[:LONGEST]} is not a public address; expected https:// and the name of a"
            " host."
        )
    silence = min(TIMEOUT, max(0.01, end - time.monotonic()))
    try:
        response = opener.open(Request(url, headers=HEADERS), timeout=silence)  # noqa: S310 -- http(s) alone: see above
    except HTTPError as error:
        with closing(error):
            return _next(url, error)
    with closing(response):
        return _answer(url, response, end)


def _next(url: str, error: HTTPError) -> str:
    """Where a redirect leads; raises DossierError for every other answer that is not a
    page.
    """
    target = (
        error.headers.get("Location") if error.code in (301, 302, 303, 307, 308) else None
    )
    if not target:
        raise DossierError(
            f"{url} could not be fetched: the server says {error.code}"
            f" {error.reason[:LONGEST]}."
        )
    return urljoin(url, target)


def _answer(url: str, response: Any, end: float) -> Answer:
    headers: HTTPMessage = response.headers
    status = getattr(response, "status", STATUSES[0])
    if status not in STATUSES:
        raise DossierError(
            f"{url} could not be fetched: the server says {status}, which is no page."
        )
    kind = headers.get_content_type() if headers.get("Content-Type", "").strip() else ""
    if kind and kind not in KINDS:
        how = "Save it, and add its text from a file."
        raise DossierError(
            f"{url} is {kind[:LONGEST]}; expected a web page or plain text. {how}"
        )
    if (packing := headers.get("Content-Encoding", "identity").strip().lower()) not in (
        "",
        "identity",
    ):
        how = "save the page in a browser, and add that file"
        raise DossierError(
            f"{url} comes packed ({packing[:LONGEST]}), which was not asked for; {how}."
        )
    charset = headers.get_content_charset() or ""
    return Answer(
        url, kind, charset, _day(headers.get("Date", "")), _body(url, response, end)
    )


def _body(url: str, response: Any, end: float) -> bytes:
    """All of what a server sends. Raises DossierError where it is too much, or less than
    was announced.
    """
    data = bytearray()
    while part := response.read1(65_536):
        data += part
        if len(data) > MAX_BYTES:
            raise DossierError(
                f"{url} is larger than {MAX_BYTES // 1_000_000} MB; expected one article or"
                " page."
            )
        if time.monotonic() > end:
            raise TimeoutError
    said = response.headers.get("Content-Length", "").strip()
    if (
        said.isdecimal()
        and "Transfer-Encoding" not in response.headers
        and int(said[:20]) != len(data)
    ):
        raise DossierError(f"{url} {CUT_OFF[:-1]} ({len(data)} of {said[:20]} bytes came).")
    return bytes(data)


def _day(stamp: str) -> str:
    """A day of the calendar; empty where the server gives none that there could be."""
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, OverflowError, TypeError):
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
    """Through the proxy of the machine, which decides whom it speaks to; without one, to
    public addresses alone.
    """
    if getproxies():
        return build_opener(_Stay)
    return build_opener(_Stay, ProxyHandler({}), _HTTP, _HTTPS)
