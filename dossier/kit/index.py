"""An index of packages of one's own, asked where it keeps the files that a lock names;
their hashes stay what they are.

The only part of a new site that asks the network, and only where such an index is named.
"""

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from dossier.kit.lock import moved, named_files
from dossier.model.errors import DossierError

PATIENCE = 30  # seconds
MOST = 20_000_000  # bytes of a page; that of a package with very many releases has a few million


def mirrored(lock: str, index: str) -> str:
    """The lock with the addresses that an index has. Raises DossierError where it does not
    answer as one.

    A file that it does not have keeps its address: a site needs some of them only now and
    then, or on other machines.
    """
    if urlsplit(index).scheme not in ("http", "https"):
        raise DossierError(
            f"{index} is no address of an index; expected one such as"
            " https://packages.example/simple."
        )
    places: dict[str, str] = {}
    for name, files in named_files(lock).items():
        found = _listed(f"{index.rstrip('/')}/{name}/") if files else {}
        places |= {
            file: found[file_name(file)] for file in files if file_name(file) in found
        }
    if not places:
        raise DossierError(
            f"{index} has none of the files that are needed; expected an index of packages."
        )
    return moved(lock, places)


def file_name(url: str) -> str:
    """The last part of an address."""
    return urlsplit(url).path.rsplit("/", 1)[-1]


def _listed(page: str) -> Mapping[str, str]:
    """The files that a page of an index lists, by name; none where the index does not know
    the package.
    """
    try:
        with urllib.request.urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310 -- the scheme was looked at
            links = _Links()
            links.feed(answer.read(MOST).decode("utf-8", errors="replace"))
    except urllib.error.HTTPError as error:
        if error.code == http.client.NOT_FOUND:
            return {}
        raise DossierError(
            f"{page} answers {error.code}; expected the files of a package."
        ) from error
    except (OSError, http.client.HTTPException) as error:
        raise DossierError(
            f"{page} does not answer: {getattr(error, 'reason', error)}"
        ) from error
    found = (urldefrag(urljoin(page, link)).url for link in links.found)
    return {file_name(url): url for url in found}


class _Links(HTMLParser):
    """Every address that a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link."""
        self.found += [
            value for name, value in attrs if tag == "a" and name == "href" and value
        ]
