"""`origins.yaml` and `sources/*.md`: where reporting comes from, and the citable things
themselves.
"""

from dataclasses import replace

from dossier.collect import Refused
from dossier.model.kinds import RecordKind
from dossier.model.prose import Prose
from dossier.model.schema import but, having, lacking, when
from dossier.model.sources import Author, Body, Origin, OriginKind, Source, SourceType
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.shapes import Key, Spot, bind, object_of, refuse, shape, written
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
    Key("name", parsers.text, "What readers see.", required=True, empty=""),
    Key("kind", parsers.word_of(OriginKind), "What sort of root it is.", required=True, empty=OriginKind.UNKNOWN,
        syntax="word"),
    Key("by", parsers.id_of(RecordKind.ENTITY), "The id of the entity whose statement, filing or interview it is.",
        syntax="id"),
    Key("issued", parsers.date, "When it was published or said.", syntax="date"),
    Key("note", parsers.text, "How we know."),
    VAGUE,
    INFERRED,
    CONFIRMED,
)  # fmt: skip


@written(object_of(ORIGIN))
def _origin(node: Node, spot: Spot) -> Origin:
    return Origin(id=spot.trail, **loosened(bind(node, ORIGIN, spot), spot))


read_origins = parsers.map_of(_origin, least=0)
"""All origins by id. Raises Refused where the file is no mapping."""

AUTHOR = shape(
    Key("family", parsers.text, "Family name of a person."),
    Key("given", parsers.text, "Given name of a person."),
    Key(
        "literal",
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
    values = bind(node, AUTHOR, spot)
    del values["at"]
    if bool(values.get("literal")) == bool(values.get("family")):
        raise refuse(
            node,
            "S002",
            spot,
            "has no name, or two. Write either `family` and `given`, or `literal`.",
        )
    return Author(**values)


LEAVE = (
    "A text stands here by its licence alone; name it, or write a summary in your own"
    " words."
)

SOURCE = shape(
    Key("type", parsers.word_of(SourceType), "What it is, in the words of CSL.", required=True, empty=SourceType.WEBPAGE,
        syntax="word"),
    Key("title", parsers.text, "Its title as printed."),
    Key("author", parsers.list_of(_author), "Who wrote it.", field="authors", syntax="list of names"),
    Key("publisher", parsers.text, "Who published it."),
    Key("container-title", parsers.text, "The paper or site it appeared in.", field="container"),
    Key("URL", parsers.url, "Its address.", field="url", syntax="address"),
    Key("archive", parsers.url, "The address of an archived copy.", syntax="address"),
    Key("issued", parsers.date, "When it appeared.", syntax="date"),
    Key("accessed", parsers.date, "When we read it.", syntax="date"),
    Key("language", parsers.language, "The language it is written in, such as en-GB.", syntax="language tag"),
    Key("credit", parsers.text, "A credit as printed, such as `with Reuters`."),
    Key("license", parsers.text, "The licence of its text, where it states one.", field="licence"),
    Key("body", parsers.word_of(Body), "What stands below: a summary, or the text of the source.", syntax="word"),
    Key("origins", parsers.list_of(parsers.id_of(RecordKind.ORIGIN)), "Ids of the origins it draws on.",
        syntax="list of ids"),
    VAGUE,
    INFERRED_ORIGINS,
    CONFIRMED,
    Key("integrity", parsers.integrity, "The hash of its normalised text, as `dossier prove` tells it.",
        syntax="sha256-…"),
)  # fmt: skip

SOURCE_SCHEMA = but(object_of(SOURCE), when("body", [Body.TEXT], having("license")))
"""What the front matter of a source looks like to an editor."""


def read_source(id: str, node: Node, summary: Prose, spot: Spot) -> Source:
    """One source from its front matter. Raises Refused where that is no mapping, or a text
    stands there without leave.
    """
    source = Source(id=id, summary=summary, **loosened(bind(node, SOURCE, spot), spot))
    if source.body is Body.TEXT and not source.licence:
        raise Refused(source.at.of("body"), "S002", f"license: the key is missing. {LEAVE}")
    return source
