"""Where every page stands, and how one page names another. Pure: the same page and target give the same link.

A target is the url of a page of ours ("companies/alibaba/"), with or without a fragment, or of a file ("theme/ledger.css").
"""

from urllib.parse import quote

from dossier.model.corrections import OwnError, SourceError
from dossier.model.facts import FactId
from dossier.render.frame.settings import SiteSettings

HOME = ""
SOURCES = "sources/"
DATA = "data/"
EVIDENCE = "evidence/"
CHANGES = "changes/"
CHANGES_FEED = "changes/atom.xml"
CORRECTIONS = "corrections/"
SEARCH = "search/"
SEARCH_INDEX = "pagefind"
ENTITIES = "entities/"
COMPARE = "compare/"
DATA_INDEX = "data/index.json"
DATA_SOURCES = "data/sources.json"
NOT_FOUND = "404.html"
STYLESHEET = "theme/ledger.css"
ICON = "theme/favicon.svg"


def company_url(slug: str) -> str:
    """The dossier of a company."""
    return f"companies/{slug}/"


def fact_url(fact: FactId) -> str:
    """The page of one fact."""
    return f"companies/{fact.company}/facts/{fact.fact}/"


def timeline_url(slug: str, timeline: str) -> str:
    """A timeline of a company; the one of all its events has no id."""
    return f"companies/{slug}/timelines/{timeline}/" if timeline else f"companies/{slug}/timeline/"


def source_url(source: str) -> str:
    """The page of a source."""
    return f"sources/{source}/"


def entity_url(entity: str) -> str:
    """The page of a person, organisation or product that has no dossier."""
    return f"{ENTITIES}{entity}/"


def compare_url(prop: str) -> str:
    """A property across companies and subjects."""
    return f"compare/{prop}/"


def portion_url(url: str, number: int) -> str:
    """A portion of a page that is too long for one; the first is the page itself."""
    return url if number == 1 else f"{url}{number}/"


def data_url(slug: str) -> str:
    """The data of a company."""
    return f"data/companies/{slug}.json"


def script_url(name: str) -> str:
    """A script of the theme."""
    return f"theme/{name}.js"


def card_url(slug: str) -> str:
    """The picture of a company for where its address is shared; without a slug, that of the site."""
    return f"cards/companies/{slug}.png" if slug else "cards/site.png"


def company_of(url: str) -> str:
    """The slug of the company to which a page belongs; empty where it belongs to none."""
    folder, _, rest = url.partition("/")
    return rest.partition("/")[0] if folder == "companies" else ""


def correction_anchor(error: SourceError | OwnError) -> str:
    """The id of a correction on its page; errors of sources and of ours may bear one id."""
    return f"{'source' if isinstance(error, SourceError) else 'own'}-error-{error.id}"


def event_anchor(fact: FactId, company: str) -> str:
    """The id of an event in a timeline of `company`; two hyphens occur in no slug, so no two events share one."""
    return f"event-{fact.fact}" if fact.company == company else f"event-{fact.company}--{fact.fact}"


def link(settings: SiteSettings, here: str, target: str) -> str:
    """The link from one page to a target, as this site writes links."""
    if here == NOT_FOUND:
        return rooted(target, settings.root, settings.plain_links)
    return href(here, target, settings.plain_links)


def href(here: str, target: str, plain_links: bool) -> str:
    """The relative link from the page at `here` to `target`, which holds below any path and, where plain, on a disk."""
    path, hash_sign, fragment = target.partition("#")
    if path == here and fragment:
        return f"#{fragment}"
    return _relative(here, _file(path) if plain_links else path) + hash_sign + fragment


def rooted(target: str, root: str, plain_links: bool) -> str:
    """The link to `target` from a page that may be served at any depth."""
    path, hash_sign, fragment = target.partition("#")
    return root + (_file(path) if plain_links else path) + hash_sign + fragment


def is_web(url: str) -> bool:
    """Whether a reader may be sent there; the reading of content refuses everything else, and so does this."""
    return url.startswith(("https://", "http://"))


def passage_url(url: str, quote_text: str, prefix: str = "", suffix: str = "") -> str:
    """The address of a passage in the original, as a text fragment (https://wicg.github.io/scroll-to-text-fragment/)."""
    if not quote_text:
        return url
    before = f"{_fragment(prefix)}-," if prefix.strip() else ""
    after = f",-{_fragment(suffix)}" if suffix.strip() else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={before}{_fragment(quote_text)}{after}"


def _fragment(text: str) -> str:
    # A bare hyphen is part of the syntax of text fragments; `quote` leaves it as it is.
    return quote(text.strip(), safe="").replace("-", "%2D")


def _file(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def _relative(here: str, path: str) -> str:
    folders, parts = here.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(folders), len(parts) - 1) and folders[shared] == parts[shared]:
        shared += 1
    return "../" * (len(folders) - shared) + "/".join(parts[shared:]) or "./"
