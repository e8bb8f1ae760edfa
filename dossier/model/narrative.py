"""Sentences of a narrative that cite a passage, as claims in our own words: proved, read
and recorded as those of facts are.

A sentence that cites words of a source says that they bear it out. So it is a claim like
any other, whose value is the sentence, and the narrative is the fact that holds it.
"""

from collections.abc import Iterator

from dossier.model.claims import Claim, Reference
from dossier.model.companies import Company
from dossier.model.facts import Fact, FactId
from dossier.model.locators import Locator
from dossier.model.places import place_at
from dossier.model.prose import Citation
from dossier.model.prose_sentences import Sentence, sentences_of
from dossier.model.values import TEXT, Field, Property

NARRATIVE = Property("overview", "Sentence of the narrative", Field(TEXT), None)
"""What all sentences of narratives answer."""
NAME = "overview.md"
"""Stands for a narrative where records name a fact; no id of a fact has a full stop."""


def narrative_of(company: Company) -> Fact | None:
    """The narrative of a company as a fact; None where no sentence of it cites a passage."""
    claims = tuple(
        _claim(one)
        for one in sentences_of(company.overview)
        if any(cited.quote for cited in one.citations)
    )
    id = FactId(company.slug, NAME)
    return (
        Fact(id, NARRATIVE.label, NARRATIVE.id, company.slug, "", claims, at=claims[0].at)
        if claims
        else None
    )


def _claim(sentence: Sentence) -> Claim:
    return Claim(sentence.text, tuple(_quoted(sentence)), at=place_at(sentence.at, NAME))


def _quoted(sentence: Sentence) -> Iterator[Reference]:
    return (reference_of(one) for one in sentence.citations if one.quote)


def reference_of(citation: Citation) -> Reference:
    """The passage that a narrative cites, or the source as a whole."""
    at = place_at(citation.at, NAME)
    return Reference(
        citation.source, citation.quote, locator=Locator(citation.locator), at=at
    )
