"""What a file of facts looks like to an editor, from the keys of facts.py: as JSON Schema,
with each part described once.
"""

from dossier.model.claims import Rank
from dossier.model.kinds import RecordKind
from dossier.model.schema import (
    SITE,
    Schema,
    a_list,
    a_map,
    but,
    described,
    having,
    known,
    lacking,
    when,
    within,
)
from dossier.read import parsers, passages, spreading
from dossier.read.facts import CLAIM, FACT, OF_CLAIM, PASSAGE, REFERENCE, REFERENCES
from dossier.read.folding import CLAIMS
from dossier.read.patterns import A_SLUG
from dossier.read.shapes import object_of

_REASON = when("rank", [Rank.PREFERRED.value, Rank.DEPRECATED.value], having("note"))
_PASSAGES: Schema = {"anyOf": [having(passages.SOURCES), having(REFERENCES)]}
_ONE_WAY: Schema = {REFERENCES: lacking(passages.SOURCES)}
_ANSWERED: Schema = {
    "anyOf": [having(CLAIMS), {**having("value"), **_PASSAGES}],
    "dependencies": {CLAIMS: lacking(*OF_CLAIM), **_ONE_WAY},
}
_A_PASSAGE: Schema = {
    "anyOf": [having("quote"), having("locator"), having(passages.QUOTES)],
    "dependencies": {
        "prefix": ["quote"],
        "suffix": ["quote"],
        passages.QUOTES: lacking(*passages.OF_ONE),
    },
}
_WORDS_AND_KEYS: Schema = {
    **a_map({}, a_list(parsers.single.schema, distinct=True), least=1),
    "maxProperties": 1,
}
"""`words: [keys]`, the words of a passage with what they support."""
_UNDER_ITS_SOURCE = {name: key for name, key in REFERENCE.items() if name != "source"}


def _a_fact() -> Schema:
    """A fact, with the keys of its answer beside its own."""
    fact, claim = object_of(FACT), f"{within('claim')['$ref']}/properties"
    beside = {name: {"$ref": f"{claim}/{name}"} for name in OF_CLAIM}
    whole = {**fact, "properties": {**fact["properties"], **beside}}
    return but(whole, _ANSWERED, {"$ref": f"{SITE}#/definitions/values"})


FACTS: Schema = {
    **a_map(A_SLUG, within("fact"), least=1),
    "properties": {
        spreading.TOP: described(
            object_of(spreading.DEFAULTS),
            "What the facts of the file say where they do not say it themselves.",
        )
    },
    "allOf": [{"$ref": f"{SITE}#/definitions/untold"}],
    "definitions": {
        "fact": _a_fact(),
        "claim": but(object_of(CLAIM), _REASON, _PASSAGES, {"dependencies": _ONE_WAY}),
        "references": a_list(but(object_of(REFERENCE), _A_PASSAGE), distinct=False),
        "sources": a_map(
            known(RecordKind.SOURCE),
            {
                "anyOf": [
                    parsers.exact.schema,
                    within("quotes"),
                    but(object_of(_UNDER_ITS_SOURCE), _A_PASSAGE),
                ]
            },
            least=1,
        ),
        "quotes": a_list(
            {"anyOf": [parsers.exact.schema, object_of(PASSAGE), _WORDS_AND_KEYS]},
            distinct=True,
        ),
    },
}
"""A file of facts, by id; which values each may have, the properties of the site say."""
