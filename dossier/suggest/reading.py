"""What the answers of a form mean: a fact that is there, a value that its property takes, a
source, and its words.

Every answer is looked at, so that one comment can say all that is wrong.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from dossier import collect
from dossier.check.facts import MAX_QUOTE_WORDS
from dossier.intake.drafts import Detail, Draft
from dossier.intake.ids import propose_id
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.hints import nearest
from dossier.model.identity import page_of
from dossier.model.places import Position
from dossier.model.scripts import words_in
from dossier.model.slugs import is_slug
from dossier.model.values import RECORD, UNSTATED, Property, Value, names_in
from dossier.model.web import fault_of_url
from dossier.read.shapes import Spot
from dossier.read.values import read_value
from dossier.suggest.forms import LABELS, FormAnswers, FormRefused
from dossier.yaml.nodes import MappingNode, Node, Scalar, Sequence, parse_yaml, shorten

T = TypeVar("T")
ADDRESS_OF_FACT = re.compile(r"companies/([^/\s?#]+)/facts/([^/\s?#]+)")
ID_OF_FACT = re.compile(r"([^/\s]+)/([^/\s]+)")
PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "「": "」"}
"""Quotation marks that people put around words; those within stay."""


@dataclass(frozen=True)
class Pointer:
    """The source that somebody points at: one that is there, or the address of a new one
    with the id it would have.
    """

    id: str
    url: str = ""
    # Of a new source; empty for one that is there.


@dataclass(frozen=True)
class WishedCorrection:
    """A correction that can be made, as far as its own words go."""

    fact: Fact
    prop: Property
    node: Node
    # The value as it was written.
    value: Value
    source: Pointer
    quote: str


def read_wish(answers: FormAnswers, content: Content) -> WishedCorrection:
    """What is asked for. Raises Refused with everything that is wrong."""
    problems: list[str] = []
    fact = _attempt(lambda: _fact(answers.fact, content), problems)
    source = _attempt(lambda: _source(answers.source, content), problems)
    quote = _attempt(lambda: _quote(answers.quote), problems)
    prop = content.properties[fact.property] if fact else None
    found = (
        _attempt(lambda: _value(answers.correct, prop, content), problems) if prop else None
    )
    if fact is None or source is None or quote is None or prop is None or found is None:
        raise FormRefused(*problems)
    return WishedCorrection(fact, prop, *found, source, quote)


def _attempt(read: Callable[[], T], problems: list[str]) -> T | None:
    """What `read` returns; None, with its problems noted, where it refuses."""
    try:
        return read()
    except FormRefused as refused:
        problems.extend(refused.problems)
        return None


def _fact(answer: str, content: Content) -> Fact:
    match = ADDRESS_OF_FACT.search(answer) or ID_OF_FACT.fullmatch(answer)
    if not match or not all(map(is_slug, match.groups())):
        advice = "Copy `company/fact` from the address of its page."
        raise FormRefused(
            f"“{LABELS['fact']}”: {shorten(answer)!r} is not the id of a fact. {advice}"
        )
    id = FactId(*match.groups())
    if id not in content.facts:
        near = nearest(str(id), content.fact_names)
        hint = (
            f"Did you mean `{near}`?" if near else "It may have been renamed or taken out."
        )
        raise FormRefused(f"“{LABELS['fact']}”: there is no fact `{id}`. {hint}")
    return content.facts[id]


def _source(answer: str, content: Content) -> Pointer:
    if is_slug(answer):
        if answer in content.sources:
            return Pointer(answer)
        near = nearest(answer, content.sources)
        hint = f"Did you mean `{near}`?" if near else "Give its address."
        raise FormRefused(f"“{LABELS['source']}”: there is no source `{answer}`. {hint}")
    if fault := fault_of_url(answer):
        raise FormRefused(
            f"“{LABELS['source']}”: {shorten(answer)!r} is neither the id of a source nor"
            f" an address: {fault}."
        )
    page = page_of(answer)
    known = [
        one
        for one in content.sources.values()
        if page in (page_of(one.url), page_of(one.archive))
    ]
    # Of several that somebody holds to be two, the one with this very address.
    known.sort(key=lambda source: answer not in (source.url, source.archive))
    return next(
        (Pointer(source.id) for source in known), Pointer(_new_id(answer, content), answer)
    )


def _new_id(url: str, content: Content) -> str:
    """An id from the name of the host and the last words of the path."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").rpartition(".")[0]
    page = unquote(parts.path).rstrip("/").rpartition("/")[2].partition(".")[0]
    known = Draft((Detail("publisher", host, ""), Detail("title", page, "")))
    return propose_id(known, "page", content.sources)


def _quote(answer: str) -> str:
    words = " ".join(answer.split())
    if len(words) > 2 and PAIRS.get(words[0]) == words[-1] and words[-1] not in words[1:-1]:
        words = words[1:-1].strip()
    count = words_in(words)
    if count > MAX_QUOTE_WORDS:
        advice = f"Keep the figure or phrase that shows it, at most {MAX_QUOTE_WORDS}."
        raise FormRefused(f"“{LABELS['quote']}” has {count} words. {advice}")
    return words


def _value(answer: str, prop: Property, content: Content) -> tuple[Node, Value]:
    """The value as written and as understood."""
    out = collect.Findings()
    node = _node(answer, prop, out)
    value: Value = ""
    if node is not None:
        try:
            value = read_value(node, prop, Spot("", out))
        except collect.Refused as refused:
            out.note(refused)
    problems = [*_told(out.in_order()), *_unknown_names(value, content)]
    if node is None or problems:
        raise FormRefused(*(problems or [_parts(prop)]))
    return node, value


def _node(answer: str, prop: Property, out: collect.Findings) -> Node | None:
    """The answer as YAML where the property has several parts, else as one text; None where
    it is no such thing.
    """
    if answer == UNSTATED:
        return Scalar(answer, Position(""))
    if prop.field.type is RECORD:
        found = parse_yaml("", f"{answer}\n", out)
        return found if isinstance(found, MappingNode) and found.pairs else None
    if prop.field.many:
        items = (line.strip().removeprefix("- ").strip() for line in answer.split("\n"))
        return Sequence(
            tuple(Scalar(item, Position("")) for item in items if item), Position("")
        )
    return Scalar(" ".join(answer.split()), Position(""))


def _parts(prop: Property) -> str:
    """What to write for a record."""
    named = ", ".join(f"`{key}: …`" for key in prop.keys)
    needed = ", ".join(f"`{key}`" for key, field in prop.keys.items() if field.required)
    return (
        f"“{LABELS['correct']}”: this fact has several parts, each on a line of its own:"
        f" {named}. Needed: {needed}."
    )


def _told(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        line = f", line {finding.position.line}" if finding.position.line > 1 else ""
        yield f"“{LABELS['correct']}”{line}: {finding.message}"


def _unknown_names(value: Value, content: Content) -> Iterator[str]:
    for _, name in names_in(value):
        if name.entity not in content.entities:
            near = nearest(name.entity, content.entities)
            hint = (
                f"Did you mean `{near}`?"
                if near
                else "It has to be added to `content/entities.yaml` first."
            )
            yield (
                f"“{LABELS['correct']}”: there is no person, organisation or product"
                f" `{name.entity}`. {hint}"
            )
