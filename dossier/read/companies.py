"""A company's own file and its timelines."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.model.companies import Lane, Timeline
from dossier.model.facts import FactId
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.fiscal import fiscal_year
from dossier.read.shapes import Key, Spot, bind, object_of, shape, written
from dossier.yaml.nodes import Node

COMPANY = shape(
    Key("name", parsers.text, "The name that readers see.", required=True, empty=""),
    Key("also_known_as", parsers.list_of(parsers.text), "Other names.", syntax="list of names"),
    Key("same_as", parsers.list_of(parsers.url), "Addresses of pages about the same company.", syntax="list of addresses"),
    Key("language", parsers.language, "The language that its facts and narrative are written in, such as ar.",
        syntax="language tag"),
    Key("formerly", parsers.list_of(parsers.slug), "Ids that its folder had before: their addresses lead here.",
        syntax="list of ids"),
    Key("fiscal_year", fiscal_year, "When its year ends, for periods such as FY2025-Q2 in its facts.",
        syntax="map"),
    Key("sections", parsers.map_of(parsers.text), "Section ids and their headings, in order; each is a file in facts/.",
        required=True, empty={}, syntax="map of headings"),
    Key("key_facts", parsers.list_of(parsers.fact_reference), "Ids of the facts that open the dossier.",
        syntax="list of facts"),
    CONFIRMED,
)  # fmt: skip

LANE = shape(
    Key("label", parsers.text, "The heading of the theme.", required=True, empty=""),
    Key("events", parsers.list_of(parsers.fact_reference), "Ids of the events that belong to it, as `events` lists them.",
        required=True, empty=(), syntax="list of facts"),
)  # fmt: skip


@written(object_of(LANE))
def _lane(node: Node, spot: Spot) -> dict[str, Any]:
    return bind(node, LANE, spot)


TIMELINE = shape(
    Key("label", parsers.text, "The heading.", required=True, empty=""),
    Key("description", parsers.text, "One or two sentences: what the selection shows."),
    Key("events", parsers.list_of(parsers.fact_reference), "Ids of events, in order; `company/fact` for another dossier's.",
        required=True, empty=(), syntax="list of facts"),
    Key("lanes", parsers.map_of(_lane), "Themes by which the events are told apart; without it, the topics of their facts.",
        syntax="map of themes"),
)  # fmt: skip


def read_company(slug: str, node: Node, spot: Spot) -> dict[str, Any]:
    """The fields of a company that its own file holds. Raises Refused where the file is no
    mapping.
    """
    values = bind(node, COMPANY, spot)
    values["key_facts"] = tuple(
        FactId.parse(text, slug) for text in values.get("key_facts", ())
    )
    return values


def read_timeline(id: str, company: str, node: Node, spot: Spot) -> Timeline:
    """One timeline. Raises Refused where the file is no mapping."""
    values = bind(node, TIMELINE, spot)
    lanes = tuple(_lanes(values.pop("lanes", {}), company))
    return Timeline(
        id=id, events=_facts(values.pop("events"), company), lanes=lanes, **values
    )


def _lanes(found: Mapping[str, dict[str, Any]], company: str) -> Iterator[Lane]:
    for id, values in found.items():
        yield Lane(id, values["label"], _facts(values["events"], company), values["at"])


def _facts(texts: tuple[str, ...], company: str) -> tuple[FactId, ...]:
    return tuple(FactId.parse(text, company) for text in texts)
