"""Figures in texts of ours: what a value says in our own words may not hold a figure that
no quote holds.

A text is compared with no words, so that a figure in it would stand under a quote that says
nothing of it. The quotes are in the content: no text of a source is needed to see what they
hold.
"""

from collections.abc import Iterable, Iterator

from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.model.values import Value, singles_in
from dossier.wording.measured import MEASURED


def refuse_figures_without_quotes(content: Content) -> Iterator[Finding]:
    """A figure in a text value that none of the quotes of its claim holds.

    Where a passage is given by its place alone, nobody can tell what it holds.
    """
    for fact in content.each_fact:
        for claim in fact.claims:
            texts = [
                (key, text) for key, text in _texts(claim.value) if MEASURED.search(text)
            ]
            if texts and all(one.quote for one in claim.references):
                yield from _unquoted(claim, texts, _quotes(claim, content))


def _texts(value: Value) -> Iterator[tuple[str, str]]:
    """The texts of ours in a value, with the keys of the record that hold them."""
    return ((key, text) for key, text in singles_in(value) if type(text) is str)


def _quotes(claim: Claim, content: Content) -> tuple[tuple[str, str], ...]:
    """The words behind a claim, each with its language."""
    sources = content.sources
    return tuple(
        (f"{one.prefix} {one.quote} {one.suffix}", sources[one.source].language)
        for one in claim.references if one.source in sources
    )  # fmt: skip


def _unquoted(
    claim: Claim, texts: Iterable[tuple[str, str]], quotes: Iterable[tuple[str, str]]
) -> Iterator[Finding]:
    # what reads figures is dear to load, and seldom needed
    from dossier.wording.held import without_quote  # noqa: PLC0415

    for key, text in texts:
        at = claim.at.within("value") if key else claim.at
        for figure in without_quote(text, tuple(quotes)):
            message = (
                f"{at.below(key or 'value')}: no quote holds “{figure}”, and a text is"
                " compared with no words."
            )
            yield Finding(
                at.of(key or "value"),
                "Q019",
                f"{message} Quote the words that give it, or leave it out.",
            )
