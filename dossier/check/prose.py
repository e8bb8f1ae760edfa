"""Whether what a narrative cites and shows is there."""

from collections.abc import Iterator, Mapping

from dossier.check.missing import missing, missing_fact
from dossier.check.pages import Pages
from dossier.extensions import Group, extensions, own_exports
from dossier.model import addresses
from dossier.model.addresses import Ids, PageKind
from dossier.model.claims import IN_PROSE, Claim
from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.hints import expected, nearest
from dossier.model.kinds import RecordKind
from dossier.model.prose import PageLink, ValueUse
from dossier.model.values import Property


def find_unknown_citations(content: Content) -> Iterator[Finding]:
    """`[@source-id]` names a source, `[@#fact-id]` a fact."""
    for company in content.looked_at:
        for citation in company.overview.citations:
            yield from missing(content, RecordKind.SOURCE, citation.source, citation.at, "")
        for cited in company.overview.cited_facts:
            yield from missing_fact(content, cited.fact, company.slug, cited.at, "")


def find_unknown_values(content: Content) -> Iterator[Finding]:
    """`{{ fact-id }}` names a fact, of a record one of its keys, and of any claim that may
    lead only what it says.
    """
    for company in content.looked_at:
        for use in company.overview.values:
            yield from missing_fact(content, use.fact, company.slug, use.at, "")
            fact = content.facts.get(use.fact)
            prop = content.properties.get(fact.property) if fact else None
            if fact and prop and fact.claims:
                yield from dict.fromkeys(
                    one for claim in fact.may_lead for one in _mismatch(use, prop, claim)
                )


def _mismatch(use: ValueUse, prop: Property, claim: Claim) -> Iterator[Finding]:
    keys, value = ", ".join(prop.keys), claim.value
    if use.key in IN_PROSE and use.key not in prop.keys:
        if not getattr(claim, use.key):
            yield Finding(
                use.at,
                "P005",
                f"{use.fact.fact!r} has no {use.key}. Leave the key out, or name another.",
            )
        return
    if prop.keys and not use.key:
        yield Finding(
            use.at, "P005", f"{use.fact.fact!r} is a record. Name one of its keys: {keys}."
        )
    elif use.key and use.key not in prop.keys:
        hint = (
            expected(use.key, tuple(prop.keys))
            if keys
            else f"Leave it out, or name one of: {', '.join(IN_PROSE)}."
        )
        yield Finding(use.at, "P005", f"{use.fact.fact!r} has no key {use.key!r}. {hint}")
    elif use.key and isinstance(value, Mapping) and use.key not in value:
        there = ", ".join(value)
        yield Finding(
            use.at,
            "P005",
            f"{use.fact.fact!r} says nothing of {use.key!r}. Name what it has: {there}.",
        )


def find_dead_links(content: Content) -> Iterator[Finding]:
    """A link to a page of the site, and to a place on it, leads to one."""
    pages = Pages(content)
    for link in _links(content):
        if not _is_of_an_extension(link):
            yield from _dead(pages, link)


def _is_of_an_extension(link: PageLink) -> bool:
    """What stands there only the extension knows; the last look at the site asks for it."""
    return link.address.startswith(f"/{addresses.MORE}/") and bool(extensions(Group.PAGES))


def _dead(pages: Pages, link: PageLink) -> Iterator[Finding]:
    address, _, anchor = link.address.removeprefix("/").partition("#")
    page = _without_file(address)
    if page in _data(pages.content):
        if anchor:
            told = f"{link.address!r}: data has no places to link to. Write '/{address}'."
            yield Finding(link.at, "L009", told)
        return
    found = addresses.parse(page)
    if (
        found is None
        or found[0] in (addresses.CHANGES, addresses.EMBED)
        or found[0] in addresses.SHELVES
    ):
        yield _no_such_page(link, _no_page(pages, page))
        return
    kind, ids = found
    unknown = (n for n, id in enumerate(ids) if id not in pages.ids(kind, ids[:n]))
    place = next(unknown, None)
    if place is None:
        yield from _lost(pages, link, kind, ids, anchor)
    elif not _may_be(pages.content, kind, ids[: place + 1]):
        yield _no_such_page(link, _meant(pages, kind, ids, place))


def _no_such_page(link: PageLink, hint: str) -> Finding:
    return Finding(link.at, "L009", f"{link.address!r} is no page of this site. {hint}")


def _meant(pages: Pages, kind: PageKind, ids: Ids, place: int) -> str:
    """What to do about an address whose id at a place is unknown: its page may have moved, or
    the id may be a slip.
    """
    if now := _moved(pages.content, kind, ids):
        return f"Did you mean '/{now}'?"
    near = nearest(ids[place], pages.ids(kind, ids[:place]))
    if not near:
        return "Mend the address, or delete the link."
    return f"Did you mean '/{kind.url(*ids[:place], near, *ids[place + 1 :])}'?"


def _moved(content: Content, kind: PageKind, ids: Ids) -> str:
    """The address of today of a page whose company or fact had another id; empty where
    neither had.
    """
    if kind not in addresses.MOVED:
        return ""
    now: Ids = (content.renamed.get(ids[0], ids[0]), *ids[1:])
    if kind is addresses.FACT:
        fact = content.now_of(FactId(*ids))
        now = (fact.company, fact.fact)
    return "" if now == ids else kind.url(*now)


def _lost(
    pages: Pages, link: PageLink, kind: PageKind, ids: Ids, anchor: str
) -> Iterator[Finding]:
    """The page is there, and not the place on it. That is known only where everything could
    be read.
    """
    if (
        not anchor
        or not pages.content.is_whole
        or anchor in (there := pages.anchors(kind, ids))
    ):
        return
    near = nearest(anchor, there)
    page = f"/{kind.url(*ids)}"
    hint = (
        f"Did you mean '{page}#{near}'?"
        if near
        else f"Link to the page as a whole: '{page}'."
    )
    yield Finding(
        link.at,
        "L009",
        f"{link.address!r}: the page has no lasting place of that name. {hint}",
    )


def _no_page(pages: Pages, page: str) -> str:
    if page == addresses.CHANGES.url():
        return (
            "The settings of a site say whether it has one. Leave the link out: every page"
            " leads there at its foot."
        )
    if ids := addresses.EMBED.address.ids(page):
        return f"A card is for frames on other sites. Write '/{addresses.FACT.url(*ids)}'."
    fixed = [kind.url() for kind in addresses.KINDS if not kind.address.places]
    near = nearest(page, [*fixed, *map(addresses.PAGE.url, pages.content.pages)])
    for whole in _whole(page):
        return f"The list is in portions, which change as it grows. Write '/{whole}'."
    return f"Did you mean '/{near}'?" if near else "Mend the address, or delete the link."


def _whole(page: str) -> Iterator[str]:
    """The page of the whole list, where a page is a later portion of it, or one of its
    shelves.
    """
    above, _, number = page.removesuffix("/").rpartition("/")
    for address in (page, f"{above}/") if number.isdigit() else (page,):
        kind, ids = addresses.parse(address) or (addresses.PAGE, ())
        if kind in addresses.SHELVES:
            whole = addresses.SHELVES[kind]
            yield whole.url(*ids[: whole.address.places])
        elif address != page and kind in (
            addresses.SOURCE,
            addresses.ENTITY,
            addresses.COMPARED,
        ):
            yield kind.url(*ids)


def _without_file(address: str) -> str:
    """The address of a page by the address of its file."""
    return (
        address.removesuffix("index.html")
        if address.endswith(("/index.html",)) or address == "index.html"
        else address
    )


def _data(content: Content) -> frozenset[str]:
    patterns = (kind.address for kind in addresses.DATA_KINDS)
    ours = (
        one.fill(slug)
        for one in patterns
        for slug in (content.companies if one.places else [""])
    )
    return frozenset((*ours, *(own.part.address for own in own_exports())))


def _may_be(content: Content, kind: PageKind, ids: Ids) -> bool:
    """Whether there may be such a page all the same, because of what could not be read."""
    if content.is_whole:
        return False
    if len(ids) > 1:
        return content.was_unread(
            RecordKind.FACT if kind is addresses.FACT else RecordKind.TIMELINE,
            "/".join(ids),
        )
    about = {addresses.SOURCE: RecordKind.SOURCE, addresses.PAGE: RecordKind.PAGE}.get(
        kind, RecordKind.COMPANY
    )
    derived = kind in (addresses.ENTITY, addresses.COMPARED, addresses.ALL_EVENTS)
    return derived or content.was_unread(about, ids[0])


def _links(content: Content) -> Iterator[PageLink]:
    for company in content.companies.values():
        yield from company.overview.links
    for source in content.sources.values():
        yield from source.below.links
    for page in content.pages.values():
        yield from page.body.links
