"""Whether what a narrative cites and shows is there."""

from collections.abc import Iterator

from dossier.check.links import missing
from dossier.model.content import Content, Kind
from dossier.model.findings import Finding
from dossier.model.prose import ValueUse
from dossier.model.values import Property


def find_unknown_citations(content: Content) -> Iterator[Finding]:
    """`[@source-id]` names a source."""
    for company in content.companies.values():
        for citation in company.overview.citations:
            yield from missing(content, Kind.SOURCE, citation.source, citation.at, f"[@{citation.source}]")


def find_unknown_values(content: Content) -> Iterator[Finding]:
    """`{{ fact-id }}` names a fact, and of a record one of its keys."""
    for company in content.companies.values():
        for use in company.overview.values:
            fact = content.facts.get(use.fact)
            if not fact:
                yield from missing(content, Kind.FACT, str(use.fact), use.at, f"{{{{ {use.fact} }}}}")
            elif prop := content.properties.get(fact.property):
                yield from _mismatch(use, prop)


def _mismatch(use: ValueUse, prop: Property) -> Iterator[Finding]:
    keys = ", ".join(prop.keys)
    if prop.keys and not use.key:
        yield Finding(use.at, "P005", f"{use.fact.fact!r} is a record. Name one of its keys: {keys}.")
    elif use.key and use.key not in prop.keys:
        expected = f"Expected one of: {keys}." if keys else "It is a single value; leave the key out."
        yield Finding(use.at, "P005", f"{use.fact.fact!r} has no key {use.key!r}. {expected}")
