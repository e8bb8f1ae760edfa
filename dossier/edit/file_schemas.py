"""JSON Schemas for editors: one for each kind of file, from the shapes of our readers, and
one that knows the site.

The schemas of files say the same for every site; all that a site decides is in the one
beside them: its properties, with how their values are written, and its ids. The lists of
ids are offered and not enforced, so that whoever adds a source or a property in a browser
sees no red line below its id.
"""

import json
from collections.abc import Iterator, Mapping

from dossier.model.claims import DATED, READ_DATES, SUPPORTABLE
from dossier.model.content import Content
from dossier.model.kinds import RecordKind
from dossier.model.schema import COUNTRY, SITE, Schema, having, one_of, when, within
from dossier.model.values import Property
from dossier.model.values.text import A_TEXT
from dossier.read import (
    companies,
    corrections,
    fact_schemas,
    judgements,
    languages,
    pages,
    places,
    proofs,
    registry,
    sources,
)
from dossier.read.facts import REFERENCES
from dossier.read.folding import CLAIMS
from dossier.read.layout import Role
from dossier.read.passages import QUOTES, SOURCES
from dossier.read.patterns import A_FACT, A_SLUG
from dossier.read.qualifiers import schema_of_given
from dossier.read.shapes import object_of
from dossier.read.spreading import TOP
from dossier.read.territories import territories
from dossier.read.values import schema_of

DIALECT = "http://json-schema.org/draft-07/schema#"

FILES: Mapping[Role, tuple[str, str, Schema]] = {
    Role.PROPERTIES: (
        "properties",
        "What can be said about a company, by id.",
        registry.read_properties.schema,
    ),
    Role.ENTITIES: (
        "entities",
        "People, organisations and things that facts mention, by id.",
        registry.read_entities.schema,
    ),
    Role.PLACES: (
        "places",
        "Places that facts speak of, beside countries and territories, by id.",
        places.read_places.schema,
    ),
    Role.ORIGINS: (
        "origins",
        "Where reporting comes from, by id.",
        sources.read_origins.schema,
    ),
    Role.CORRECTIONS: (
        "corrections",
        "Errors of sources, and our own.",
        object_of(corrections.CORRECTIONS),
    ),
    Role.PROOFS: (
        "proofs",
        "What was proved of the quotes; written by `dossier prove`.",
        proofs.PROOFS,
    ),
    Role.SOURCE: ("source", "The front matter of a source.", sources.SOURCE_SCHEMA),
    Role.COMPANY: (
        "company",
        "The name, sections and key facts of a company.",
        object_of(companies.COMPANY),
    ),
    Role.FACTS: ("facts", "The facts of one section, by id.", fact_schemas.FACTS),
    Role.TIMELINE: (
        "timeline",
        "A chosen sequence of events.",
        object_of(companies.TIMELINE),
    ),
    Role.JUDGEMENTS: (
        "readings",
        "Who has read which claim with its passage; written by `dossier read`.",
        judgements.JUDGEMENTS,
    ),
    Role.LANGUAGE: (
        "language",
        "The words of a language that stand beside figures and dates.",
        languages.LANGUAGE,
    ),
    Role.PAGE: ("page", "The front matter of a page.", object_of(pages.PAGE)),
}
"""The name of each schema, what its file holds, and the schema; a narrative has no keys and
so no schema.
"""

MANY_IDS = 5_000
"""From so many ids of a kind on, an editor is slow to offer them: then any id will do."""


def name_of(role: Role) -> str:
    """The file name of the schema of a kind of file."""
    return f"{FILES[role][0]}.json"


def schema_files(content: Content) -> Mapping[str, bytes]:
    """File name to bytes: the schemas of all kinds of files, and the one that they ask
    about the site.
    """
    files = {
        name_of(role): {"description": about, **schema}
        for role, (_, about, schema) in FILES.items()
    }
    files[SITE] = {
        "description": "What this site has.",
        "definitions": dict(_definitions(content)),
    }
    return {
        name: _bytes({"$schema": DIALECT, **schema})
        for name, schema in sorted(files.items())
    }


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _definitions(content: Content) -> Iterator[tuple[str, Schema]]:
    entities = {id: entity.name for id, entity in content.entities.items()}
    origins = {id: origin.name for id, origin in content.origins.items()}
    yield (
        RecordKind.PROPERTY.value,
        _offered({id: _told(prop) for id, prop in content.properties.items()}, A_SLUG),
    )
    yield RecordKind.ENTITY.value, _offered(entities, A_SLUG)
    yield RecordKind.ORIGIN.value, _offered(origins, A_SLUG)
    yield (
        RecordKind.SOURCE.value,
        _offered({id: source.title for id, source in content.sources.items()}, A_SLUG),
    )
    yield RecordKind.FACT.value, _offered(dict(_facts(content)), A_FACT)
    known_places = [
        *sorted(place.name for place in content.places.values()),
        *territories(),
    ]
    yield RecordKind.PLACE.value, _offered(dict.fromkeys(known_places, ""), A_TEXT)
    yield COUNTRY, one_of(dict.fromkeys(territories(), ""))
    yield from registry.schemas_of_types().items()
    props = content.properties.values()
    yield "supports", {"properties": {prop.id: _supports(prop) for prop in props}}
    yield "claims", {"properties": {prop.id: _claim(prop) for prop in props}}
    yield "facts", {"properties": {prop.id: _fact(prop) for prop in props}}
    yield (
        "values",
        {"allOf": [when("property", [prop.id], _of("facts", prop)) for prop in props]},
    )
    yield "untold", _untold(content)


def _told(prop: Property) -> str:
    return f"{prop.label} ({prop.field.type.id}). {prop.description}".strip()


def _facts(content: Content) -> Iterator[tuple[str, str]]:
    """Every fact by both ways to name it: its own dossier needs no company before it."""
    for id, fact in content.facts.items():
        yield id.fact, fact.label
    for id, fact in content.facts.items():
        yield str(id), fact.label


def _offered(ids: Mapping[str, str], otherwise: Schema) -> Schema:
    """Any id, with these to choose from."""
    return {"anyOf": [one_of(ids), otherwise]} if 0 < len(ids) <= MANY_IDS else otherwise


def _of(part: str, prop: Property) -> Schema:
    """What is said once of a property."""
    return within(f"{part}/properties/{prop.id}")


def _supports(prop: Property) -> Schema:
    return {"items": {"enum": [*SUPPORTABLE, *prop.keys, *prop.qualifiers]}}


def _claim(prop: Property) -> Schema:
    """How the claims of facts with this property are written."""
    supports = _of("supports", prop)
    a_passage = {"properties": {"supports": supports}}
    several = {"items": {**a_passage, "additionalProperties": supports}}
    reference = {"properties": {"supports": supports, QUOTES: several}}
    keys = {
        "value": schema_of(prop),
        "qualifiers": schema_of_given(prop) if prop.qualifiers else False,
        "inferred": {"propertyNames": {"enum": [*READ_DATES, *prop.date_keys]}},
        "vague": {"propertyNames": {"enum": [*DATED, *prop.date_keys]}},
        SOURCES: {"additionalProperties": {**reference, **several}},
        REFERENCES: {"items": reference},
    }
    return {"properties": keys}


def _fact(prop: Property) -> Schema:
    """How its facts are: with their answers under `claims`, or one in their place."""
    claims = {CLAIMS: {"items": _of("claims", prop)}}
    return {"allOf": [_of("claims", prop)], "properties": claims}


def _untold(content: Content) -> Schema:
    """The same for facts that name no property: theirs is that of the defaults of the file,
    or else that which is their id.
    """
    props = content.properties.values()
    rules = {
        prop.id: {"if": having("property"), "else": _of("facts", prop)} for prop in props
    }
    by_default = [
        {
            "if": {"properties": {TOP: _defaults_with(id)}},
            "then": {"properties": {TOP: True}, "additionalProperties": rule},
        }
        for id, rule in rules.items()
    ]
    has_one = {**having(TOP), "properties": {TOP: having("property")}}
    return {"if": has_one, "then": {"allOf": by_default}, "else": {"properties": rules}}


def _defaults_with(id: str) -> Schema:
    """Defaults with a certain property."""
    return {"properties": {"property": {"const": id}}}
