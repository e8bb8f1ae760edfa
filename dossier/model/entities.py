"""The people, organisations and products that facts mention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.places import NOWHERE, Place


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    PLACE = "place"
    EVENT = "event"


@dataclass(frozen=True)
class Entity:
    """One thing with one name. What is said *about* it is a fact and needs a source."""

    id: str
    name: str
    kind: EntityKind
    same_as: tuple[str, ...] = ()
    also_known_as: tuple[str, ...] = ()
    # Other names, by which texts may speak of it.
    confirmed: Mapping[str, str] = field(default_factory=dict, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the one that readers see first."""
        return self.name, *self.also_known_as
