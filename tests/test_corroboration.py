"""One rule counts origins: it says who speaks for each part of an answer, whether they
agree, and how they differ.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.export.facts import fact_data
from dossier.merge.agreement import merge_fact
from dossier.merge.corroboration import drawn_on
from dossier.merge.differences import kind_of_difference
from dossier.model.agreement import Difference
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import Fact, FactId
from dossier.model.locators import Locator
from dossier.model.sources import Origin, OriginKind, Source, SourceType
from dossier.model.values import RECORD, TEXT, UNSTATED, Field, Property, Value
from dossier.render.evidence.corroboration import corroboration_text, origins_text
from dossier.render.evidence.letters import letters_of
from dossier.render.evidence.notes import passage_view
from dossier.render.facts.lines import usual_of
from dossier.render.facts.situation import situation
from dossier.render.language.catalogues import ENGLISH, Language, read_language
from dossier.render.language.words.claims import AGREEMENT
from dossier.render.pages.binding import bind
from dossier.render.site.render_context import RenderContext
from tests.helpers import merged
from tests.render_fixtures import SETTINGS, site

CASES = yaml.load(
    (Path(__file__).parent / "corroboration.yaml").read_text("utf-8"), yaml.CSafeLoader
)
KEYS = {"colour": Field(TEXT, label="Colour"), "size": Field(TEXT, label="Size")}
ORIGIN = re.compile(r"(?P<kind>[a-z-]+)(?: of (?P<by>[a-z]+))?(?: on (?P<day>[0-9-]+))?")
CHINESE = read_language("zh-Hans")


def origin(id: str, text: str) -> Origin:
    """An origin as the cases write it."""
    match = ORIGIN.fullmatch(text)
    assert match
    issued = PartialDate.parse(match["day"]) if match["day"] else None
    return Origin(
        id, id.capitalize(), OriginKind(match["kind"]), issued, by=match["by"] or ""
    )


def passage(number: int, text: str) -> Reference:
    """A passage as the cases write it; no two have the same words."""
    named, _, supports = text.partition(": ")
    source, _, root = named.partition("@")
    return Reference(
        source,
        f"words {number}",
        origin=root,
        supports=tuple(filter(None, supports.split(", "))),
    )


def answer(case: dict[str, Any]) -> Claim:
    """An answer as the cases write it."""
    says = case["says"]
    value: Value = (
        {key: _said(part) for key, part in says.items()}
        if isinstance(says, dict)
        else _said(says)
    )
    return Claim(
        value, tuple(passage(number, text) for number, text in enumerate(case["passages"]))
    )


def _said(text: str) -> Any:
    return UNSTATED if text == UNSTATED.value else text


def content(case: dict[str, Any]) -> Content:
    """What a fact needs around it."""
    return Content(
        properties={
            "look": Property("look", "Look", Field(RECORD), None, KEYS),
            "word": Property("word", "Word", Field(TEXT), None),
        },
        entities={"acme": Entity("acme", "Acme", EntityKind.ORGANISATION)},
        origins={id: origin(id, text) for id, text in case.get("origins", {}).items()},
        sources={
            id: Source(id, SourceType.NEWS, origins=tuple(names))
            for id, names in case["sources"].items()
        },
    )


def fact(case: dict[str, Any]) -> MergedFact:
    """The fact of a case, merged."""
    claims = tuple(map(answer, case["answers"]))
    prop = "look" if isinstance(case["answers"][0]["says"], dict) else "word"
    return merge_fact(
        Fact(FactId("acme", "x"), "X", prop, "acme", "s", claims),
        content(case),
        date(2025, 1, 1),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_origins_are_counted_by_one_rule(case: dict[str, Any]) -> None:
    """The counts of each part, the agreement, the meter and the data say the same."""
    read = fact(case)
    told = {
        key: {"sources": [*one.sources], "origins": [*one.origins]}
        for key, one in read.corroborated.items()
    }
    assert (case["told"], case["agreement"]) == (told, read.agreement.value)
    assert case.get("difference") == next(
        (one.difference.value for one in read.claims if one.difference), None
    )
    assert case.get("corroborated", False) == read.claims[0].is_corroborated
    data = fact_data(read)
    assert isinstance(data, dict)
    assert (case["told"], case["agreement"]) == (data["voices"], data["agreement"])


def test_every_reason_is_another() -> None:
    assert len(CASES) == len({case["why"] for case in CASES})


EARLY, LATE = PartialDate.parse("2024"), PartialDate.parse("2025")
PAPERS = {
    "origins": {"wire": "wire", "filing": "filing"},
    "sources": {"a": ["wire"], "b": ["wire"], "c": ["filing"]},
}


@pytest.mark.parametrize(("one", "other"), [(EARLY, LATE), (LATE, EARLY)])
def test_what_was_said_at_another_time_is_an_update(
    one: PartialDate, other: PartialDate
) -> None:
    """Whoever says so."""
    passages = (Reference("a", "words"),), (Reference("c", "words"),)
    claims = [
        Claim("so", passages[0], stated=one),
        Claim("not so", passages[1], stated=other),
    ]
    assert Difference.UPDATE is kind_of_difference(claims[0], claims[1], content(PAPERS))


@pytest.mark.parametrize(
    ("reference", "drawn"),
    [
        (Reference("a", "words"), ["wire"]),
        (Reference("a", locator=Locator("page 3")), ["wire"]),
        (Reference("a", "words", origin="rest"), ["rest"]),
        (Reference("a"), ["wire", "rest"]),
    ],
)
def test_a_source_as_a_whole_draws_on_all_of_its_origins(
    reference: Reference, drawn: list[str]
) -> None:
    assert drawn == [
        one.id
        for one in drawn_on(reference, [origin("wire", "wire"), origin("rest", "unknown")])
    ]


def render(language: Language) -> RenderContext:
    """A page in a language."""
    return RenderContext(
        bind(site(), replace(SETTINGS, language=language)), "companies/acme/"
    )


PARTLY = next(
    case for case in CASES if case["why"] == "who says a part does not speak of the rest"
)
SILENT = next(
    case
    for case in CASES
    if case["why"] == "a part that nobody's words support has no report"
)


@pytest.mark.parametrize(
    ("case", "language", "expected"),
    [
        (
            PARTLY,
            ENGLISH,
            "Not every part is quoted from more than one source. Colour: 2 reports, 2 origins; Size: 1 report, 1 origin",
        ),
        (
            SILENT,
            ENGLISH,
            "Not every part is quoted from more than one source. Colour: 2 reports, origin unknown; Size: no report",
        ),
        (CASES[0], ENGLISH, "The sources agree. 2 reports, 1 origin"),
        (
            PARTLY,
            CHINESE,
            "并非每一部分都引自多个来源。 Colour：2篇报道，2个源头；Size：1篇报道，1个源头",
        ),
        (
            SILENT,
            CHINESE,
            "并非每一部分都引自多个来源。 Colour：2篇报道，源头不明；Size：无报道",
        ),
    ],
)
def test_origins_are_told_part_by_part_where_they_are_not_the_same(
    case: dict[str, Any], language: Language, expected: str
) -> None:
    page, read = render(language), fact(case)
    assert (
        expected
        == f"{page.say(AGREEMENT[read.agreement])} {corroboration_text(page, read.property, read.corroborated)}"
    )


ALL = [origin("wire", "wire"), origin("filing", "filing"), origin("rest", "unknown")]
GUESSED = Source("a", SourceType.NEWS, inferred={"origins": "It has the words of another."})


@pytest.mark.parametrize(
    ("source", "origins", "language", "expected"),
    [
        (Source("a", SourceType.NEWS), ALL[:1], ENGLISH, "Wire"),
        (Source("a", SourceType.NEWS), ALL, ENGLISH, "Wire; Filing; unknown in part"),
        (Source("a", SourceType.NEWS), ALL[2:], ENGLISH, ""),
        (Source("a", SourceType.NEWS), [], ENGLISH, ""),
        (GUESSED, ALL[:1], ENGLISH, "Wire, it seems"),
        (GUESSED, ALL, ENGLISH, "Wire, it seems; Filing, it seems; unknown in part"),
        (GUESSED, ALL, CHINESE, "Wire（推断）；Filing（推断）；部分源头不明"),
    ],
)
def test_origins_are_named_with_what_is_not_known_of_them(
    source: Source, origins: list[Origin], language: Language, expected: str
) -> None:
    assert expected == origins_text(render(language), source, origins)


SPOKEN = {
    "origins.yaml": """\
letter: {name: A letter, kind: company-statement, by: acme, issued: 2024-03-09}
call: {name: A call, kind: company-statement, by: acme, issued: 2024-03}
talk: {name: A talk, kind: own-reporting}
""",
    "sources/annual-report.md": "---\ntype: report\norigins: [letter]\n---\n",
    "sources/town-paper.md": "---\ntype: article-newspaper\norigins: [call, talk]\n---\n",
}


def test_a_dossier_counts_its_known_origins_by_the_same_rule(tmp_path: Path) -> None:
    """Two statements of one company that may be of one day are one, whichever facts rest on
    them.
    """
    made = merged(tmp_path, SPOKEN)
    page = RenderContext(bind(made, SETTINGS), "companies/acme/")
    dossier = made.dossiers["acme"]
    told = " ".join(
        situation(page, dossier, usual_of(page, dossier.facts, letters_of(dossier)))
    )
    assert "goes back to 1 known origin." in told
    assert {1} == {len(fact.origins) for fact in made.facts.values()}


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        (Reference("town-paper"), "A call; A talk"),
        (Reference("town-paper", "a loan in 2016"), "A call"),
    ],
)
def test_a_note_names_the_origins_that_are_counted(
    tmp_path: Path, reference: Reference, told: str
) -> None:
    """A source as a whole draws on all of its origins; a passage on the first."""
    made = merged(tmp_path, SPOKEN)
    page = RenderContext(bind(made, SETTINGS), "companies/acme/")
    assert told == passage_view(page, page.source("town-paper"), reference).origin
