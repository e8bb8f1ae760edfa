"""Whether what a narrative cites and shows is there."""

from collections.abc import Iterator, Mapping

from dossier.check.links import KNOWN, is_known, missing, missing_fact
from dossier.model.content import Content, Kind
from dossier.model.findings import Finding
from dossier.model.prose import Prose, ValueUse
from dossier.model.values import Property, Value
from dossier.read.layout import TAKEN
from dossier.read.shapes import expected, nearest


def find_unknown_citations(content: Content) -> Iterator[Finding]:
    """`[@source-id]` names a source."""
    for company in content.companies.values():
        for citation in company.overview.citations:
            yield from missing(content, Kind.SOURCE, citation.source, citation.at, "")


def find_unknown_values(content: Content) -> Iterator[Finding]:
    """`{{ fact-id }}` names a fact, and of a record one of the keys that its leading claim has."""
    for company in content.companies.values():
        for use in company.overview.values:
            yield from missing_fact(content, use.fact, company.slug, use.at, "")
            fact = content.facts.get(use.fact)
            prop = content.properties.get(fact.property) if fact else None
            if fact and prop and fact.claims:
                yield from _mismatch(use, prop, fact.leading.value)


def _mismatch(use: ValueUse, prop: Property, value: Value) -> Iterator[Finding]:
    keys = ", ".join(prop.keys)
    if prop.keys and not use.key:
        yield Finding(use.at, "P005", f"{use.fact.fact!r} is a record. Name one of its keys: {keys}.")
    elif use.key and use.key not in prop.keys:
        hint = expected(use.key, prop.keys) if keys else "It is a single value; leave the key out."
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


def _target(address: str) -> tuple[Kind | None, str]:
    """What a page of the site is about, by its address; no kind where that is none of our records."""
    match address.partition("#")[0].strip("/").split("/"):
        case ["companies", slug, "facts", fact]:
            return Kind.FACT, f"{slug}/{fact}"
        case ["companies", slug, "timelines", timeline]:
            return Kind.TIMELINE, f"{slug}/{timeline}"
        case ["companies", slug, *_]:
            return Kind.COMPANY, slug
        case ["sources", source]:
            return Kind.SOURCE, source
        case [page] if page and page not in TAKEN and "." not in page:
            return Kind.PAGE, page
    return None, ""
