"""`part:` of a property or of a key: whether it fits what they hold, and ids that once were
taken for it.

Before there was `part:`, a property of the id `role` was taken for people's roles whatever
its owner meant. Such an id without a part is a finding, so that nothing is guessed and
nothing changes in silence; `dossier fmt` writes the part.
"""

from collections.abc import Mapping
from enum import StrEnum

from dossier.model.places import Place
from dossier.model.promises import PromiseKind
from dossier.model.values import (
    DATE,
    ENTITY,
    RECORD,
    TEXT,
    Field,
    KeyPart,
    Property,
    PropertyPart,
)
from dossier.read.shapes import Spot

ONCE_BY_ID: Mapping[str, PropertyPart] = {
    "description": PropertyPart.DESCRIPTION,
    "role": PropertyPart.ROLE,
    "event": PropertyPart.EVENT,
}
ONCE_BY_KEY: Mapping[str, KeyPart] = {"speaker": KeyPart.SPEAKER}
HOLDS: Mapping[StrEnum, str] = {
    PropertyPart.DESCRIPTION: "a property of type text",
    PropertyPart.ROLE: "a property of type text, entity or record",
    PropertyPart.EVENT: "a record with a key of type date",
    KeyPart.SPEAKER: "a key of type entity",
    KeyPart.OCCASION: "a key of type entity",
    KeyPart.END: "a key of type date",
    KeyPart.DUE: "a key of type date, of a property with a `promise`",
}
"""What each part stands on, in words."""


STANDS_ON = {
    KeyPart.SPEAKER: ENTITY,
    KeyPart.OCCASION: ENTITY,
    KeyPart.DUE: DATE,
    KeyPart.END: DATE,
}
"""The type of value that a key of each part has."""


def check_property_part(prop: Property, at: Place, spot: Spot) -> None:
    """Note a part that does not fit its property, and an id that was taken for one."""
    is_promise = prop.promise is not PromiseKind.NONE
    if not is_promise and (
        idle := "settled_by" if prop.settled_by else "keys" if prop.due_key else ""
    ):
        told = (
            "only a promise comes due and is settled. Say under `promise` which sort it is,"
            " or take this out."
        )
        spot.out.add(at.of(idle), "S011", f"{spot.key(idle).trail}: {told}")
    if (
        prop.inverse
        and prop.field.type is not ENTITY
        and prop.part is not PropertyPart.ROLE
    ):
        told = "only an entity or a role has another end. Take this out."
        spot.out.add(at.of("inverse"), "S011", f"{spot.key('inverse').trail}: {told}")
    _check(prop.part, _fits(prop.part, prop), part_by_id(prop), at, spot)


def check_key_part(field: Field, at: Place, spot: Spot) -> None:
    """Note a part that does not fit its key, and a name that was taken for one."""
    name = spot.trail.rpartition(".")[2]
    _check(
        field.part,
        field.type is STANDS_ON.get(field.part, field.type),
        part_by_key(name, field),
        at,
        spot,
    )


def part_by_id(prop: Property) -> PropertyPart | None:
    """The part that a property was once taken for; None for most."""
    part = ONCE_BY_ID.get(prop.id)
    return part if part and _fits(part, prop) else None


def part_by_key(name: str, field: Field) -> KeyPart | None:
    """The part that a key of a record was once taken for; None for most."""
    return ONCE_BY_KEY.get(name) if field.type is ENTITY else None


def _fits(part: PropertyPart, prop: Property) -> bool:
    if part is PropertyPart.EVENT:
        return prop.date_key is not None
    if part is PropertyPart.DESCRIPTION:
        return prop.field.type is TEXT
    return part is PropertyPart.NONE or prop.field.type in (TEXT, ENTITY, RECORD)


def _check(part: StrEnum, fits: bool, once: StrEnum | None, at: Place, spot: Spot) -> None:
    if not fits:
        spot.out.add(
            at.of("part"), "S011", f"{spot.key('part').trail}: {part} needs {HOLDS[part]}."
        )
    if once and "part" not in at.entries:
        told = (
            f"the id alone does not say that it is `{once}`. Write `part: {once}`, or"
            " `part: none` if it is none."
        )
        spot.out.add(at.position, "S010", f"{spot.trail}: {told}")
