"""Addresses to which a page may link, and why it may not link to others."""

import re
from urllib.parse import urlsplit

from dossier.model.schema import matching

MAX_ADDRESS = 2_000
UNSAFE = re.compile(r"[\s\\<>\"'`{}|^\x00-\x20]")
PRIVATE = (".localhost", ".local", ".internal")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
URL_HELP = "Write it whole, beginning with https://."
ADDRESS = rf"[Hh][Tt][Tt][Pp][Ss]?://{HOST.pattern.replace('a-z', 'A-Za-z')}(?::[0-9]*)?(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?"
AN_ADDRESS = matching(ADDRESS, URL_HELP, maxLength=MAX_ADDRESS)


def fault_of_url(address: str) -> str:
    """Why a page may not link to an address; empty where it may."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "it cannot be read"
    faults = {
        "it is too long": len(address) > MAX_ADDRESS,
        "letters beyond a to z are written as % and two digits, as a browser copies them": (
            not address.isascii()
        ),
        "it holds a space or a sign that no address has": (
            UNSAFE.search(address) is not None
        ),
        "it does not begin with https:// or http://": parts.scheme not in ("https", "http"),
        "it holds a user name": "@" in parts.netloc,  # https://bank.com@evil.example
        "its host is written with look-alike letters (xn--)": "xn--" in host,
        "it has no public host": not HOST.fullmatch(host) or host.endswith(PRIVATE),
        "it names a port": port not in (None, 80, 443),
    }
    return next((fault for fault, is_so in faults.items() if is_so), "")
