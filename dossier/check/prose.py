"""Whether what a narrative cites and shows is there."""

from collections.abc import Iterator, Mapping

from dossier.check.links import KNOWN, is_known, missing, missing_fact
from dossier.model import addresses
from dossier.model.claims import SIDES, Claim
from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.model.kinds import Kind
from dossier.model.prose import Prose, ValueUse
from dossier.model.values import Property
from dossier.read.shapes import expected, nearest


def find_unknown_citations(content: Content) -> Iterator[Finding]:
    """`[@source-id]` names a source."""
    for company in content.companies.values():
        for citation in company.overview.citations:
            yield from missing(content, Kind.SOURCE, citation.source, citation.at, "")


def find_unknown_values(content: Content) -> Iterator[Finding]:
    """`{{ fact-id }}` names a fact, of a record one of its keys, and of any claim only a side that it has."""
    for company in content.companies.values():
        for use in company.overview.values:
            yield from missing_fact(content, use.fact, company.slug, use.at, "")
            fact = content.facts.get(use.fact)
            prop = content.properties.get(fact.property) if fact else None
            if fact and prop and fact.claims:
                yield from _mismatch(use, prop, fact.leading)


def _mismatch(use: ValueUse, prop: Property, claim: Claim) -> Iterator[Finding]:
    keys, value = ", ".join(prop.keys), claim.value
    if use.key in SIDES and use.key not in prop.keys:
        if not getattr(claim, use.key):
            yield Finding(use.at, "P005", f"{use.fact.fact!r} has no {use.key}. Leave the key out, or name another.")
        return
    if prop.keys and not use.key:
        yield Finding(use.at, "P005", f"{use.fact.fact!r} is a record. Name one of its keys: {keys}.")
    elif use.key and use.key not in prop.keys:
        hint = expected(use.key, (*prop.keys, *SIDES)) if keys else f"Leave it out, or name one of: {', '.join(SIDES)}."
        yield Finding(use.at, "P005", f"{use.fact.fact!r} has no key {use.key!r}. {hint}")
    elif use.key and isinstance(value, Mapping) and use.key not in value:
        there = ", ".join(value)
        yield Finding(use.at, "P005", f"{use.fact.fact!r} says nothing of {use.key!r}. Name what it has: {there}.")


def find_dead_links(content: Content) -> Iterator[Finding]:
    """A link to a dossier, fact, timeline, source or page of the site leads to one. The audit looks at all others."""
    for prose in _proses(content):
        for link in prose.links:
            kind, id = _target(link.address)
            if kind and not is_known(content, kind, id):
                near = nearest(id, KNOWN[kind](content))
                hint = f"Did you mean the {kind} {near!r}?" if near else "Mend the address, or delete the link."
                yield Finding(link.at, "L009", f"{link.address!r} is no page of this site. {hint}")


def _proses(content: Content) -> Iterator[Prose]:
    yield from (company.overview for company in content.companies.values())
    yield from (source.summary for source in content.sources.values())
    yield from (page.body for page in content.pages.values())


ABOUT = {
    addresses.DOSSIER: Kind.COMPANY,
    addresses.ALL_EVENTS: Kind.COMPANY,
    addresses.FACT: Kind.FACT,
    addresses.TIMELINE: Kind.TIMELINE,
    addresses.SOURCE: Kind.SOURCE,
    addresses.PAGE: Kind.PAGE,
}


def _target(address: str) -> tuple[Kind | None, str]:
    """What a page of the site is about, by its address; no kind where that is none of our records."""
    found = addresses.parse(address.partition("#")[0].removeprefix("/"))
    return (ABOUT.get(found[0]), "/".join(found[1])) if found else (None, "")
