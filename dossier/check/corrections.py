"""Whether each correction still applies: a guard fails as soon as the error it speaks of
has gone, or has come back.
"""

from collections.abc import Iterator

from dossier.check.missing import missing
from dossier.model.content import Content
from dossier.model.corrections import OwnError, SourceError
from dossier.model.findings import Finding
from dossier.model.kinds import RecordKind
from dossier.model.values import written


def find_unknown_facts_of_corrections(content: Content) -> Iterator[Finding]:
    """A correction names a fact and a source that are there."""
    everyone: tuple[SourceError | OwnError, ...] = (
        *content.source_errors,
        *content.own_errors,
    )
    for error in everyone:
        yield from missing(
            content,
            RecordKind.FACT,
            str(error.fact),
            error.at.of("fact"),
            error.at.below("fact"),
        )
    for error in content.source_errors:
        yield from missing(
            content,
            RecordKind.SOURCE,
            error.source,
            error.at.of("source"),
            error.at.below("source"),
        )


def guard_source_errors(content: Content) -> Iterator[Finding]:
    """An error of a source is one of words that the fact cites."""
    for error in content.source_errors:
        fact = content.facts.get(error.fact)
        quotes = {
            reference.quote
            for claim in (fact.claims if fact else ())
            for reference in claim.references
            if reference.source == error.source
        }
        if fact and error.source in content.sources and error.says not in quotes:
            message = (
                f"{error.at.below('says')}: {error.fact} quotes no such words of"
                f" {error.source} any more."
            )
            yield Finding(error.at.of("says"), "C001", message)


def guard_own_errors(content: Content) -> Iterator[Finding]:
    """An error of ours does not come back."""
    for error in content.own_errors:
        fact = content.facts.get(error.fact)
        if fact and any(error.was in written(claim.value) for claim in fact.claims):
            yield Finding(
                error.at.of("was"),
                "C002",
                f"{error.at.below('was')}: {error.fact} says so again.",
            )
