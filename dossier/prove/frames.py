"""What a claim says besides its value: the frame in which words beside a figure can speak
for it or against it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.model.claims import Claim, Status
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.entities import EntityKind
from dossier.model.facts import Fact
from dossier.model.speaking import speakers_of
from dossier.model.values import Property, names_in, places_in, singles_in
from dossier.prove.cues.phrases import Phrases

ACTORS = (EntityKind.ORGANISATION, EntityKind.PERSON)
"""Those that can have figures of their own."""


@dataclass(frozen=True, eq=False)
class Known:
    """The names that a content folder knows, made once for all of its claims."""

    companies: Mapping[str, bool]
    # By each name of an organisation or a person, whether it is an organisation's.
    places: frozenset[str] = frozenset()
    # The names of countries, territories and places, in small letters.

    @cached_property
    def phrases(self) -> Phrases:
        """The names, to be found in a text."""
        return Phrases((name, name) for name in self.companies)


NOBODY = Known({})


@dataclass(frozen=True)
class Frame:
    """All that a claim says around its value."""

    property: Property
    label: str = ""
    # Of the fact.
    own: tuple[str, ...] = ()
    # Every name of the subject, and of what the value itself names.
    speaker: tuple[str, ...] = ()
    # Every name of who is said to say so.
    known: Known = NOBODY
    status: Status = Status.REPORTED
    period: PartialDate | None = None
    stated: PartialDate | None = None
    qualifiers: tuple[str, ...] = ()
    # Each as worded: adjusted, cloud, China.
    lasts: bool = False
    # Whether it says over how long a time.
    beside: tuple[str, ...] = ()
    # The texts and places of a record: what else it says is no news to it.

    def says(self, key: str = "value") -> str:
        """The words of the claim for what it measures: label, property, the key of a
        record, qualifiers.
        """
        inner = self.property.keys.get(key)
        named = [
            self.label,
            self.property.label,
            self.property.id.replace("-", " "),
            *self.qualifiers,
        ]
        named += [key.replace("-", " "), inner.label] if inner else []
        return " | ".join(named)


@dataclass(frozen=True)
class Frames:
    """Makes the frames of a content folder; what all of them share is made once."""

    content: Content
    known: Known

    @classmethod
    def of(cls, content: Content) -> "Frames":
        """For all claims of a content folder."""
        kinds = {
            id: entity.kind
            for id, entity in content.entities.items()
            if entity.kind in ACTORS
        }
        kinds |= dict.fromkeys(content.companies, EntityKind.ORGANISATION)
        companies = {
            name: kind is EntityKind.ORGANISATION
            for id, kind in kinds.items()
            for name in _names_of(content, id)
        }
        return cls(
            content,
            Known(companies, frozenset(name.lower() for name in content.territories)),
        )

    def of_claim(self, fact: Fact, claim: Claim) -> Frame:
        """The frame of one claim."""
        inside = (name.entity for _, name in names_in(claim.value))
        texts = (text for _, text in singles_in(claim.value) if isinstance(text, str))
        places = (place.name for place in places_in(claim.value))
        return Frame(
            property=self.content.property_of(fact),
            label=fact.label,
            own=tuple(self._names((fact.subject, *inside))),
            speaker=tuple(self._names(speakers_of(claim))),
            known=self.known,
            status=claim.status,
            period=claim.period,
            stated=claim.stated,
            qualifiers=tuple(claim.qualifiers.values()),
            lasts=claim.duration is not None,
            beside=(*texts, *places),
        )

    def _names(self, ids: Iterable[str]) -> Iterable[str]:
        return dict.fromkeys(
            name for id in ids if id for name in _names_of(self.content, id)
        )


def _names_of(content: Content, id: str) -> Iterable[str]:
    """Every name of a company or an entity."""
    company, entity = content.companies.get(id), content.entities.get(id)
    if company:
        yield company.name
        yield from company.also_known_as
    elif entity:
        yield entity.name
        yield from entity.also_known_as
