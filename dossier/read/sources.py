"""`origins.yaml` and `sources/*.md`: where reporting comes from, and the citable things
themselves.
"""

from dataclasses import replace

from dossier.collect import Refused
from dossier.model.bodies import PackedBody
from dossier.model.kinds import RecordKind
from dossier.model.prose import Prose
from dossier.model.schema import but, having, lacking, when
from dossier.model.sources import Author, Body, Origin, OriginKind, Source, SourceType
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    Spot,
    bind,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    taking,
    written,
)
from dossier.read.vague import VAGUE, loosened
from dossier.yaml.nodes import Node

INFERRED = Key(
    "inferred", parsers.map_of(parsers.text), "For each date that was worked out and not read: its key, and how.",
    syntax="map of texts",
)  # fmt: skip
INFERRED_ORIGINS = replace(
    INFERRED,
    about=(
        "For each date, and for `origins`, that was worked out and not read: its key, and"
        " how."
    ),
)

ORIGIN = shape(
    Origin,
    id=ELSEWHERE,
    name=reads(parsers.text, "What readers see.", required=True, empty=""),
    kind=reads(parsers.word_of(OriginKind), "What sort of root it is.", required=True, empty=OriginKind.UNKNOWN,
        syntax="word"),
    by=reads(parsers.id_of(RecordKind.ENTITY), "The id of the entity whose statement, filing or interview it is.",
        syntax="id"),
    issued=reads(parsers.date, "When it was published or said.", syntax="date"),
    note=reads(parsers.text, "How we know."),
    inferred=taking(INFERRED),
    confirmed=taking(CONFIRMED),
    at=ELSEWHERE,
).beside(VAGUE, before="inferred")  # fmt: skip


@written(object_of(ORIGIN))
def _origin(node: Node, spot: Spot) -> Origin:
    return ORIGIN.made(loosened(bind(node, ORIGIN, spot), spot), id=spot.trail)


read_origins = parsers.map_of(_origin, least=0)
"""All origins by id. Raises Refused where the file is no mapping."""

AUTHOR = shape(
    Author,
    family=reads(parsers.text, "Family name of a person."),
    given=reads(parsers.text, "Given name of a person."),
    literal=reads(
        parsers.text,
        "The whole name of an organisation, or of anybody as printed.",
    ),
)


_ONE_NAME = {
    "oneOf": [
        {**having("family"), **lacking("literal")},
        {**having("literal"), **lacking("family")},
    ]
}


@written(but(object_of(AUTHOR), _ONE_NAME))
def _author(node: Node, spot: Spot) -> Author:
    author = record_of(node, AUTHOR, spot)
    if bool(author.literal) == bool(author.family):
        raise refuse(
            node,
            "S002",
            spot,
            "has no name, or two. Write either `family` and `given`, or `literal`.",
        )
    return author


LEAVE = (
    "A text stands here by its licence alone; name it, or write a summary in your own"
    " words."
)

SOURCE = shape(
    Source,
    id=ELSEWHERE,
    type=reads(parsers.word_of(SourceType), "What it is, in the words of CSL.", required=True, empty=SourceType.WEBPAGE,
        syntax="word"),
    title=reads(parsers.text, "Its title as printed."),
    authors=reads(parsers.list_of(_author), "Who wrote it.", name="author", syntax="list of names"),
    publisher=reads(parsers.text, "Who published it."),
    container=reads(parsers.text, "The paper or site it appeared in.", name="container-title"),
    url=reads(parsers.url, "Its address.", name="URL", syntax="address"),
    archive=reads(parsers.url, "The address of an archived copy.", syntax="address"),
    issued=reads(parsers.date, "When it appeared.", syntax="date"),
    accessed=reads(parsers.date, "When we read it.", syntax="date"),
    language=reads(parsers.language, "The language it is written in, such as en-GB.", syntax="language tag"),
    credit=reads(parsers.text, "A credit as printed, such as `with Reuters`."),
    licence=reads(parsers.text, "The licence of its text, where it states one.", name="license"),
    body=reads(parsers.word_of(Body), "What stands below: a summary, or the text of the source.", syntax="word"),
    origins=reads(parsers.list_of(parsers.id_of(RecordKind.ORIGIN)), "Ids of the origins it draws on.",
        syntax="list of ids"),
    inferred=taking(INFERRED_ORIGINS),
    confirmed=taking(CONFIRMED),
    integrity=reads(parsers.integrity, "The hash of its normalised text, as `dossier prove` tells it.",
        syntax="sha256-…"),
    at=ELSEWHERE,
).beside(VAGUE, before="inferred")  # fmt: skip

SOURCE_SCHEMA = but(object_of(SOURCE), when("body", [Body.TEXT], having("license")))
"""What the front matter of a source looks like to an editor."""


def read_source(id: str, node: Node, body: Prose, spot: Spot, written: str = "") -> Source:
    """One source from its front matter, with what is written below that. Raises Refused
    where it is no mapping, or a text stands there without leave.
    """
    source = SOURCE.made(loosened(bind(node, SOURCE, spot), spot), id=id)
    is_text = source.body is Body.TEXT
    if is_text and not source.licence:
        raise Refused(source.at.of("body"), "S002", f"license: the key is missing. {LEAVE}")
    text = written.strip("\n") if is_text else ""
    return replace(source, below=PackedBody.of(body, f"{text}\n" if text else ""))
