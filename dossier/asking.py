"""`dossier new` at a terminal: asks for a fact, one thing at a time, and checks each answer
before the next question.

What is written at the end is sound: the same reader has read it, and its words were looked
up where their text is at hand. Nothing is written before that.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.collect import Findings, Refused
from dossier.edit.beginning import FactRequest, add_fact, section_of
from dossier.edit.formatting import formatted
from dossier.edit.library import library
from dossier.intake.ids import free_id, slug_of
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.facts import Fact
from dossier.model.findings import Finding, Severity
from dossier.model.fiscal import Calendar
from dossier.model.hints import expected
from dossier.model.slugs import is_slug, not_a_slug
from dossier.model.values import ENTITY, RECORD, Field, Property
from dossier.prove.proving import Outcome, prove
from dossier.read import read_content
from dossier.read.facts import FactFile, read_facts
from dossier.read.fiscal import calendar_of
from dossier.read.layout import Role
from dossier.read.shapes import Spot
from dossier.read.values import field_text
from dossier.texts.archive import text_of
from dossier.texts.library import Library
from dossier.yaml.nodes import parse_yaml
from dossier.yaml.spelling import spelled
from dossier.yaml.tree import TreeValue

Ask = Callable[[str], str]
"""Puts a question and returns what was typed."""
Say = Callable[[str], None]

SHOWN = 9
"""Things that are listed where a few letters fit more than one."""
LONGEST = 40  # characters of an id that is proposed
ELSEWHERE = "new"
"""A stand-in for what is asked later."""


@dataclass(frozen=True)
class FactDraft:
    """What is known of the fact so far."""

    company: Company
    prop: Property
    label: str = ELSEWHERE
    id: str = ELSEWHERE
    values: Mapping[str, str] = field(default_factory=dict)
    # As typed, by key; that of a single value is `value`.
    source: str = ELSEWHERE
    quote: str = ELSEWHERE


@dataclass(frozen=True)
class Dialogue:
    """Where the answers come from, and where the fact goes."""

    root: Path
    archive: Path
    ask: Ask
    say: Say


def interview(desk: Dialogue) -> tuple[str, ...]:
    """Ask for a fact and write it; what was done. Raises DossierError where there is
    nothing to write it about.
    """
    content = read_content(desk.root).content
    for kind, there in {
        "company": content.companies,
        "property": content.properties,
        "source": content.sources,
    }.items():
        if not there:
            raise DossierError(f"there is no {kind} yet; {FIRST[kind]}.")
    company = content.companies[
        _chosen(desk, "Company", {id: one.name for id, one in content.companies.items()})
    ]
    desk.say("  Ctrl+C ends this; nothing is written before the last answer.")
    asked = _chosen(desk, "What is asked (property)", _labels(content), _ready_for)
    prop = content.properties[asked]
    draft = _named(desk, FactDraft(company, prop), content)
    section = section_of(company, prop) or _chosen(desk, "Topic", company.sections)
    draft = _answered(desk, draft, content)
    lines = laid_out(draft, content)
    wish = FactRequest(company.slug, draft.id, prop.id, section)
    return (
        *add_fact(desk.root, wish, lines),
        "`dossier prove` puts its proof on record, `dossier check` looks at all of it.",
    )


FIRST = {
    "company": "`dossier new company ID --name NAME` begins one",
    "property": "write one into properties.yaml first",
    "source": "`dossier source add FILE` or `dossier new source ID` begins one",
}


def _labels(content: Content) -> Mapping[str, str]:
    return {id: prop.label for id, prop in content.properties.items()}


def _ready_for(typed: str) -> str:
    """What the library has for letters that mean no property of the site."""
    ready = matching(typed, {id: prop.label for id, prop in library().items()})
    if not typed or not ready:
        return "`dossier new property` names those that are ready to be added."
    told = ", ".join(f"`dossier new property {id}`" for id in ready[:SHOWN])
    return f"Ready to be added, before this is begun again: {told}."


def _chosen(
    desk: Dialogue,
    said: str,
    those: Mapping[str, str],
    otherwise: Callable[[str], str] = lambda typed: "",
) -> str:
    """The id of one of several, by a few letters of its id or its name; the only one goes
    without asking. `otherwise` is said where none fits.
    """
    if len(those) == 1:
        return next(iter(those))
    while True:
        typed = desk.ask(said).strip()
        fitting = matching(typed, those)
        if len(fitting) == 1:
            if fitting[0] != typed:
                desk.say(f"  {fitting[0]}: {those[fitting[0]]}")
            return fitting[0]
        told = f"{expected(typed, those)} {otherwise(typed)}".rstrip()
        desk.say(_several(fitting, those) if fitting else f"  {told}")


def matching(typed: str, those: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that a few letters can mean; an id or a name that is typed whole means itself
    alone.
    """
    letters = typed.casefold()
    whole = tuple(id for id, name in those.items() if letters in (id, name.casefold()))
    return whole[:1] or tuple(
        id for id, name in those.items() if letters in id or letters in name.casefold()
    )


def _several(fitting: Sequence[str], those: Mapping[str, str]) -> str:
    listed = [f"  {id}: {those[id]}" for id in fitting[:SHOWN]]
    return "\n".join(
        [*listed, *([f"  and {len(fitting) - SHOWN} more"] if len(fitting) > SHOWN else [])]
    )


def _named(desk: Dialogue, draft: FactDraft, content: Content) -> FactDraft:
    """With the label and the id of the fact."""
    draft = _sound(
        desk,
        "Label, as readers see it",
        content,
        lambda typed: replace(draft, label=typed),
        "label",
    )
    taken = {fact.id.fact for fact in draft.company.facts}
    proposed = free_id(
        "-".join(slug_of(draft.label)[:LONGEST].split("-")) or draft.prop.id, taken
    )
    while True:
        typed = desk.ask(f"Id [{proposed}]").strip() or proposed
        if typed in taken:
            desk.say(f"  {typed!r} is the id of a fact already.")
        elif is_slug(typed):
            return replace(draft, id=typed)
        else:
            desk.say(f"  {typed!r} {not_a_slug(typed)}")


def _answered(desk: Dialogue, draft: FactDraft, content: Content) -> FactDraft:
    """With its value and the words that support it; where these do not show that value,
    both are asked again.
    """
    while True:
        valued = _valued(desk, draft, content)
        source = _chosen(
            desk, "Source", {id: one.title or id for id, one in content.sources.items()}
        )
        if text_of(content.sources[source], desk.archive) is None:
            desk.say(
                f"  The text of {source} is not at hand, so nobody looks its words up now."
            )
        if found := _quoted(desk, replace(valued, source=source), content):
            return found
        desk.say("  Then once more from the value.")


def _valued(desk: Dialogue, draft: FactDraft, content: Content) -> FactDraft:
    prop = draft.prop
    if prop.field.type is not RECORD:
        return _one(desk, draft, content, "value", prop.field)
    for name, part in prop.keys.items():
        draft = _one(desk, draft, content, name, part)
    return draft


def _one(
    desk: Dialogue, draft: FactDraft, content: Content, name: str, part: Field
) -> FactDraft:
    """With one key of the value; one that is not needed can be left empty."""
    is_single = draft.prop.field.type is not RECORD
    is_needed, below = part.required or is_single, "" if is_single else f".{name}"
    about = (
        f"Value ({part.type.about})" if is_single else field_text(name, part).rstrip(".")
    )
    if part.type is ENTITY and not part.many and content.entities:
        desk.say("  A few letters of an id or a name will do.")
    while True:
        typed = desk.ask(about if is_needed else f"{about}, or nothing").strip()
        if not typed and not is_needed:
            return draft
        typed = (
            _entity(desk, typed, content)
            if part.type is ENTITY and not part.many
            else typed
        )
        given = replace(draft, values={**draft.values, name: typed})
        faults = (
            _faults(given, content, f"{given.id}.value{below}")
            if typed
            else ["this is needed."]
        )
        if not faults:
            return given
        desk.say("\n".join(f"  {fault}" for fault in faults))


def _entity(desk: Dialogue, typed: str, content: Content) -> str:
    """The id of what is named by a few letters; empty where it is none or several, which is
    told.
    """
    names = {id: one.name for id, one in content.entities.items()}
    fitting = matching(typed, names) if typed else ()
    if len(fitting) == 1:
        return fitting[0]
    desk.say(
        _several(fitting, names)
        if fitting
        else f"  {expected(typed, names)} entities.yaml has them."
    )
    return ""


def _quoted(desk: Dialogue, draft: FactDraft, content: Content) -> FactDraft | None:
    """With the words that support it; None where somebody would rather change the value."""
    said = "Quote, as it stands in the source"
    while True:
        typed = desk.ask(said).strip()
        if not typed and said.endswith("value]"):
            return None
        given = replace(draft, quote=typed)
        faults = (
            _faults(given, content, f"{given.id}.sources") if typed else ["this is needed."]
        )
        faults = faults or _unproved(desk, given, content)
        if not faults:
            return given
        desk.say("\n".join(f"  {fault}" for fault in faults))
        said = "Quote [empty: change the value]"


def _unproved(desk: Dialogue, draft: FactDraft, content: Content) -> list[str]:
    """Why the words do not prove the value, where their text is at hand."""
    text = text_of(content.sources[draft.source], desk.archive)
    fact = _read(draft, content)[0]
    if text is None or fact is None:
        return []
    claim = fact.claims[0]
    outcome: Outcome = prove(
        claim, claim.references[0], draft.prop, Library({draft.source: text})
    )
    return [f"{outcome.detail}."] if outcome.code else []


def _sound(
    desk: Dialogue, said: str, content: Content, make: Callable[[str], FactDraft], key: str
) -> FactDraft:
    """A draft with an answer that is read without a fault."""
    while True:
        typed = desk.ask(said).strip()
        given = make(typed)
        faults = (
            _faults(given, content, f"{given.id}.{key}") if typed else ["this is needed."]
        )
        if not faults:
            return given
        desk.say("\n".join(f"  {fault}" for fault in faults))


def _faults(draft: FactDraft, content: Content, trail: str) -> list[str]:
    """What the reader has to say of one part of the draft, without where it stands."""
    found = _read(draft, content)[1]
    told = [
        one.message
        for one in found
        if one.severity is Severity.ERROR and one.message.startswith(trail)
    ]
    return [message.partition(": ")[2] or message for message in told]


def _read(draft: FactDraft, content: Content) -> tuple[Fact | None, Sequence[Finding]]:
    """The draft as a reader of the file would have it."""
    out = Findings()
    node = parse_yaml("", "\n".join(_lines(draft)) + "\n", out)
    common = FactFile(
        draft.company.slug,
        ELSEWHERE,
        content.properties,
        lambda id: False,
        _calendar(draft.company),
    )
    try:
        facts = read_facts(node, common, Spot("", out)) if node else ()
    except Refused as refused:
        out.note(refused)
        facts = ()
    return (facts[0] if facts else None), out.in_order()


def _calendar(company: Company) -> Calendar:
    """What fiscal periods mean in facts of the company."""
    return calendar_of(company.slug, company)


def laid_out(draft: FactDraft, content: Content) -> list[str]:
    """The lines of the fact as `dossier fmt` writes them."""
    text = "\n".join(_lines(draft)) + "\n"
    return (
        (formatted(Role.FACTS, text, content.properties) or text).rstrip("\n").split("\n")
    )


def _lines(draft: FactDraft) -> Iterator[str]:
    yield f"{draft.id}:"
    yield f"  label: {_spelled(draft.label)}"
    yield f"  property: {draft.prop.id}"
    if draft.prop.field.type is RECORD:
        yield "  value:"
        yield from (
            f"    {key}: {_typed(draft.prop.keys[key], text)}"
            for key, text in draft.values.items()
        )
    else:
        yield f"  value: {_typed(draft.prop.field, draft.values.get('value', ELSEWHERE))}"
    yield "  sources:"
    yield f"    {draft.source}: {_spelled(draft.quote)}"


def _typed(part: Field, text: str) -> str:
    """A value as YAML has it; of several, with commas between them."""
    if not part.many:
        return _spelled(text)
    return f"[{', '.join(spelled(TreeValue(one.strip(), ''), in_brackets=True) for one in text.split(','))}]"


def _spelled(text: str) -> str:
    return spelled(TreeValue(text, '"' if text.lower() in ("", "null", "~") else ""))
