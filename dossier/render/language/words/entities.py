"""People, organisations and products."""

from dossier.model.entities import EntityKind
from dossier.render.language.phrases import Phrase, Plural
from dossier.render.language.words.counts import PLACES

ENTITIES = Phrase("People, organisations, products")
ABOUT_ENTITIES = Phrase(
    "Who and what the facts of this site name, each with all that is said of it."
)
ABOUT_ENTITY = Phrase(
    "%(name)s: %(standing)s. %(scope)s, each with the words that support it."
)
FORMER = Phrase("former")
FORMERLY = Phrase("formerly %(role)s")
HAS_DOSSIER = Phrase("has a dossier")
SAYS_SO = Phrase("says so")
ENTITY_KINDS = {
    EntityKind.PERSON: Phrase("person"),
    EntityKind.ORGANISATION: Phrase("organisation"),
    EntityKind.PRODUCT: Phrase("product"),
    EntityKind.PLACE: Phrase("place"),
    EntityKind.EVENT: Phrase("occasion"),
}
ENTITY_GROUPS = {
    EntityKind.PERSON: Phrase("People"),
    EntityKind.ORGANISATION: Phrase("Organisations"),
    EntityKind.PRODUCT: Phrase("Products"),
    EntityKind.PLACE: Phrase("Places"),
    EntityKind.EVENT: Phrase("Occasions"),
}

ENTITIES_COUNTED = {
    EntityKind.PERSON: Plural("%(num)s person", "%(num)s people"),
    EntityKind.ORGANISATION: Plural("%(num)s organisation", "%(num)s organisations"),
    EntityKind.PRODUCT: Plural("%(num)s product", "%(num)s products"),
    EntityKind.PLACE: PLACES,
    EntityKind.EVENT: Plural("%(num)s occasion", "%(num)s occasions"),
}
