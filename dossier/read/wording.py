"""The words of a company that names its language: each of them then knows it, so that pages
can say which it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from dossier.model.claims import Claim
from dossier.model.companies import Company, Timeline
from dossier.model.facts import Fact
from dossier.model.wording import Wording


def worded(company: Company) -> Company:
    """The same company; where it names a language, every word that its files hold in it is
    marked as such.
    """
    return _worded(company, partial(_in, company.language)) if company.language else company


def _worded(company: Company, say: "partial[Any]") -> Company:
    return replace(
        company,
        name=say(company.name),
        also_known_as=say(company.also_known_as),
        sections=say(company.sections),
        facts=tuple(_fact(fact, say) for fact in company.facts),
        timelines=tuple(_timeline(timeline, say) for timeline in company.timelines),
    )


def _fact(fact: Fact, say: "partial[Any]") -> Fact:
    claims = tuple(_claim(claim, say) for claim in fact.claims)
    return replace(fact, label=say(fact.label), note=say(fact.note), claims=claims)


def _claim(claim: Claim, say: "partial[Any]") -> Claim:
    return replace(
        claim, value=say(claim.value), note=say(claim.note), inferred=say(claim.inferred)
    )


def _timeline(timeline: Timeline, say: "partial[Any]") -> Timeline:
    lanes = tuple(replace(lane, label=say(lane.label)) for lane in timeline.lanes)
    return replace(
        timeline,
        label=say(timeline.label),
        description=say(timeline.description),
        lanes=lanes,
    )


def _in(language: str, words: Any) -> Any:
    """Texts, and those in lists and maps, in a language; what is no text stays as it is."""
    if isinstance(words, str):
        return Wording(words, language) if words else words
    if isinstance(words, Mapping):
        return {key: _in(language, item) for key, item in words.items()}
    return tuple(_in(language, item) for item in words) if type(words) is tuple else words
