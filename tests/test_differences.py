"""Why two answers differ, whose they are and when they were said: no telling of one word
passes for a later word.
"""

import itertools
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.merge.agreement import merge_fact
from dossier.merge.differences import differences, said_at
from dossier.model.agreement import Agreement, Difference
from dossier.model.claims import Claim, Rank, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import Fact, FactId
from dossier.model.quantities import Quantity
from dossier.model.sources import Source, SourceType
from dossier.model.values import COUNT, Field, Property, are_loosely_same, meaning
from dossier.render.facts.agreement import agreement_words
from dossier.render.language.catalogues import ENGLISH
from dossier.render.language.words.claims import AGREEMENT
from tests.test_corroboration import origin

CASES = yaml.load(
    (Path(__file__).parent / "differences.yaml").read_text("utf-8"), yaml.CSafeLoader
)
ANSWER = re.compile(
    r"(?P<value>.+): (?P<sources>[a-z@, ]+?)(?: by (?P<by>\w+))?(?: stated (?P<day>[0-9-]+))?"
)
PERIOD = PartialDate.parse("2024")


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def answer(text: str) -> Claim:
    """An answer as the cases write it."""
    match = ANSWER.fullmatch(text)
    assert match
    passages = (one.partition("@") for one in match["sources"].split(", "))
    return Claim(
        Quantity.parse(match["value"]),
        tuple(Reference(source, "words", origin=root) for source, _, root in passages),
        period=PERIOD,
        stated=day(match["day"]),
        asserted_by=match["by"] or "",
    )


def source(id: str, text: str) -> Source:
    appeared, _, roots = text.partition(":")
    return Source(
        id,
        SourceType.NEWS,
        issued=day(appeared),
        origins=tuple(filter(None, roots.strip().split(", "))),
    )


def content(case: dict[str, Any]) -> Content:
    return Content(
        properties={"size": Property("size", "Size", Field(COUNT), None)},
        entities={"acme": Entity("acme", "Acme", EntityKind.ORGANISATION)},
        origins={id: origin(id, text) for id, text in case.get("origins", {}).items()},
        sources={id: source(id, text) for id, text in case["sources"].items()},
    )


def fact(around: Content, *claims: Claim) -> MergedFact:
    made = Fact(FactId("acme", "x"), "X", "size", "acme", "s", claims)
    return merge_fact(made, around, date(2026, 1, 1))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_why_two_answers_differ(case: dict[str, Any]) -> None:
    claims = [answer(text) for text in case["answers"]]
    expected = Difference(case["difference"])
    for ordered in (claims, claims[::-1]):
        read = fact(content(case), *ordered)
        assert expected == read.claims[1].difference
        assert expected.is_conflict == (read.agreement is Agreement.DIFFERING)


def test_every_reason_is_another() -> None:
    assert len(CASES) == len({case["why"] for case in CASES})


@pytest.mark.parametrize(
    ("claims", "agreement", "sentence"),
    [
        (("7: a, b",), Agreement.AGREED, "The sources agree."),
        (
            ("7: a, b stated 2025-02", "6: a by acme stated 2025-01"),
            Agreement.DIFFERING,
            "Every answer is shown.",
        ),
        (
            ("7: a, b by acme stated 2025-02", "6: a by acme stated 2025-01"),
            Agreement.REVISED,
            "The same speaker has also given another answer.",
        ),
        (
            ("7: a by acme stated 2025-02", "6: a by acme stated 2025-01"),
            Agreement.REVISED,
            "The same speaker has also given another answer.",
        ),
        (("7: a", "about 7: b"), Agreement.AGREED, "The sources agree."),
    ],
)
def test_nobody_is_said_to_agree_beside_another_answer(
    claims: tuple[str, ...], agreement: Agreement, sentence: str
) -> None:
    around = content({"sources": {"a": "2025-03-01:", "b": "2025-03-02:"}})
    read = fact(around, *map(answer, claims))
    assert (agreement, sentence) == (read.agreement, ENGLISH.say(agreement_words(read)))


def test_an_answer_that_turned_out_wrong_is_told_beside_those_that_agree() -> None:
    around = content({"sources": {"a": "2025-03-01:", "b": "2025-03-02:"}})
    wrong = Claim(
        Quantity.parse("6"), (Reference("a", "no"),), period=PERIOD, rank=Rank.DEPRECATED
    )
    read = fact(around, answer("7: a, b"), wrong)
    assert Agreement.AGREED is read.agreement
    assert agreement_words(read) is not AGREEMENT[Agreement.AGREED]


ORIGINS = {
    "letter": "company-statement of acme",
    "dated": "company-statement of acme on 2025-02-01",
    "later": "company-statement of acme on 2025-05-01",
    "own": "own-reporting",
    "wire": "wire",
    "rest": "unknown",
}
DAYS = ("", "2025-02-02", "2025-03", "2025-05-02")


def made_by_chance(chance: random.Random, most: int) -> MergedFact:
    """Two or more answers to one question, by sources and origins of every kind."""
    sources = {
        id: f"{chance.choice(DAYS)}: {', '.join(chance.sample([*ORIGINS], chance.randint(0, 2)))}"
        for id in "abc"
    }
    values = ("7", "about 7", "7.1", "over 6", "9", "12")
    claims = (
        f"{chance.choice(values)}: {', '.join(chance.sample('abc', chance.randint(1, 2)))}"
        + chance.choice(("", " by acme", " by beta"))
        + chance.choice(("", "", " stated 2025-02-01", " stated 2025-05-01"))
        for _ in range(chance.randint(2, most))
    )
    return fact(content({"origins": ORIGINS, "sources": sources}), *map(answer, claims))


def test_of_two_values_that_differ_a_page_says_so() -> None:
    """As a contradiction, or as words that their speaker has revised; and then no sentence
    says that they agree.
    """
    chance = random.Random(1)  # noqa: S311
    for _ in range(300):
        read = made_by_chance(chance, 4)
        for one, other in itertools.combinations(read.claims, 2):
            mine, others = one.claim.value, other.claim.value
            if meaning(mine) == meaning(others) or are_loosely_same(mine, others):
                continue
            found = {one.difference, other.difference} - {None}
            assert any(why and not why.is_harmless for why in found), (mine, others)
            assert read.agreement in (
                Agreement.DIFFERING,
                Agreement.REVISED,
                Agreement.PARTLY,
            )


def test_two_answers_told_as_revised_are_two_statements() -> None:
    """The days of what was said are known, or the sources share no origin."""
    chance = random.Random(2)  # noqa: S311
    for _ in range(300):
        one, other = made_by_chance(chance, 2).claims
        if other.difference is Difference.REVISED:
            shared = {*one.corroboration.origins} & {*other.corroboration.origins}
            assert not shared or one.claim.stated or other.claim.stated


def test_an_answer_known_to_be_wrong_contradicts_none_of_another_time() -> None:
    """Of two that the speaker has taken back, each contradicts the other if both count."""
    around = content(
        {
            "origins": {"one": "own-reporting", "two": "own-reporting"},
            "sources": {
                "a": "2025-06-02: one",
                "b": "2025-03-02: one",
                "c": "2025-03-02: two",
            },
        }
    )
    leading, one, other = map(
        answer,
        (
            "700: a by acme stated 2025-06-01",
            "610: b by acme stated 2025-03-01",
            "550: c by acme stated 2025-03-01",
        ),
    )
    wrong = replace(other, rank=Rank.DEPRECATED)
    size = around.properties["size"]
    assert differences((leading, one, other), size, around) == (
        None,
        Difference.DISAGREEMENT,
        Difference.DISAGREEMENT,
    )
    assert differences((leading, one, wrong), size, around) == (
        None,
        Difference.REVISED,
        Difference.REVISED,
    )


def test_an_answer_by_statements_of_two_days_is_of_the_day_of_its_newest_source() -> None:
    """None of the two days can be told of it; the day of one statement can."""
    around = content(
        {
            "origins": {
                "letter": "company-statement of acme on 2025-05-03",
                "call": "company-statement of acme on 2025-08-01",
            },
            "sources": {"a": "2025-05-04: letter", "b": "2025-08-02: call"},
        }
    )
    assert day("2025-05-03") == said_at(answer("700: a"), around)
    assert day("2025-08-02") == said_at(answer("700: a, b"), around)
