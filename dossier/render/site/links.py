"""How one page names another. Where every page stands is told by `model/addresses.py`.

Pure: the same page and target give the same link.

A target is the url of a page of ours ("companies/acme/"), with or without a fragment, or of
a file ("theme/ledger.css").
"""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from dossier.model import addresses
from dossier.model.facts import FactId
from dossier.render.site.settings import SiteSettings

HOME = addresses.HOME.url()
SOURCES = addresses.SOURCES.url()
DATA = addresses.DATA.url()
EVIDENCE = addresses.EVIDENCE.url()
CHANGES = addresses.CHANGES.url()
CORRECTIONS = addresses.CORRECTIONS.url()
PROMISES = addresses.PROMISES.url()
SEARCH = addresses.SEARCH.url()
ENTITIES = addresses.ENTITIES.url()
COMPARE = addresses.COMPARE.url()
NOT_FOUND = addresses.NOT_FOUND.url()
CHANGES_FEED = addresses.CHANGES_FEED
SEARCH_INDEX = addresses.SEARCH_INDEX
ANY = "*"
"""A step of an address that no page has."""
STYLESHEET = f"{addresses.THEME}/ledger.css"
ICON = f"{addresses.THEME}/favicon.svg"

company_of = addresses.company_of
portion_url = addresses.portion_url
correction_anchor = addresses.correction_anchor
event_anchor = addresses.event_anchor


def company_url(slug: str) -> str:
    """The dossier of a company."""
    return addresses.DOSSIER.url(slug)


def fact_url(fact: FactId) -> str:
    """The page of one fact."""
    return addresses.FACT.url(fact.company, fact.fact)


def embed_url(fact: FactId) -> str:
    """The card of one fact, for pages elsewhere."""
    return addresses.EMBED.url(fact.company, fact.fact)


def ledger_url(slug: str) -> str:
    """All facts of a company."""
    return addresses.LEDGER.url(slug)


def timeline_url(slug: str, timeline: str) -> str:
    """A timeline of a company; the one of all its events has no id."""
    return (
        addresses.TIMELINE.url(slug, timeline)
        if timeline
        else addresses.ALL_EVENTS.url(slug)
    )


def source_url(source: str) -> str:
    """The page of a source."""
    return addresses.SOURCE.url(source)


def entity_url(entity: str) -> str:
    """The page of a person, organisation or product that has no dossier."""
    return addresses.ENTITY.url(entity)


def compare_url(prop: str) -> str:
    """A property across companies and subjects."""
    return addresses.COMPARED.url(prop)


def page_url(slug: str) -> str:
    """An ordinary page."""
    return addresses.PAGE.url(slug)


def data_url(slug: str) -> str:
    """The data of a company."""
    return addresses.DATA_COMPANY.address.fill(slug)


def script_url(name: str) -> str:
    """A script of the theme."""
    return f"{addresses.THEME}/{name}.js"


def card_url(slug: str) -> str:
    """The picture of a company for where its address is shared; without a slug, that of the
    site.
    """
    return addresses.CARD.fill(slug) if slug else addresses.SITE_CARD


def fact_card_url(fact: FactId) -> str:
    """The picture of one fact."""
    return addresses.FACT_CARD.fill(fact.company, fact.fact)


def link(settings: SiteSettings, here: str, target: str) -> str:
    """The link from one page to a target, as this site writes links."""
    if here == NOT_FOUND:
        return rooted(target, settings.root, settings.plain_links)
    return href(here, target, settings.plain_links)


@lru_cache(maxsize=16)
def frame_of(here: str) -> str:
    """An address that every page has instead of its own where all links of its frame are
    made: the pages below one folder at one depth have the same, and a page at the top, to
    which a frame may lead, its own.
    """
    first, *deeper = here.rpartition("/")[0].split("/")
    return "/".join((first, *(ANY for _ in deeper), "")) if deeper else here


def href(here: str, target: str, plain_links: bool) -> str:
    """The relative link from the page at `here` to `target`, which holds below any path
    and, where plain, on a disk.
    """
    path, hash_sign, fragment = target.partition("#")
    if path == here and fragment:
        return f"#{fragment}"
    path, steps = file_of(path) if plain_links else path, _steps(here)
    folder = next(filter(path.startswith, steps))
    return (steps[folder] + path[len(folder) :] or "./") + hash_sign + fragment


def rooted(target: str, root: str, plain_links: bool) -> str:
    """The link to `target` from a page that may be served at any depth."""
    path, hash_sign, fragment = target.partition("#")
    return root + (file_of(path) if plain_links else path) + hash_sign + fragment


def file_of(path: str) -> str:
    """The file that holds what stands at an address."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def is_web(url: str) -> bool:
    """Whether a reader may be sent there; the reading of content refuses everything else,
    and so does this.
    """
    return url.startswith(("https://", "http://"))


def passage_url(url: str, quote_text: str, prefix: str = "", suffix: str = "") -> str:
    """The address of a passage in the original, as a text fragment
    (https://wicg.github.io/scroll-to-text-fragment/).
    """
    if not quote_text:
        return url
    before = f"{_fragment(prefix)}-," if prefix.strip() else ""
    after = f",-{_fragment(suffix)}" if suffix.strip() else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={before}{_fragment(quote_text)}{after}"


def cell_url(url: str, row: str, number: str) -> str:
    """The same of a number of a table: from the name of its row up to it."""
    return f"{url}{'' if '#' in url else '#'}:~:text={_fragment(row)},{_fragment(number)}"


def _fragment(text: str) -> str:
    # A bare hyphen is part of the syntax of text fragments; `quote` leaves it as it is.
    return quote(text.strip(), safe="").replace("-", "%2D")


@lru_cache(maxsize=64)
def _steps(here: str) -> Mapping[str, str]:
    """The folders that a page stands in, the innermost first, with the steps up to each. A
    page has hundreds of links, and they are asked for page by page.
    """
    steps: dict[str, str] = {}
    folder, up = here[: here.rfind("/") + 1], ""
    while folder:
        steps[folder] = up
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"../{up}"
    return {**steps, "": up}
