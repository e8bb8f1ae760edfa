"""A record to be filled in: its required keys blank, the others as remarks, each with a
word on what belongs there.

A blank value is a finding, so `dossier check` names what is still to do, and nothing that
nobody has said gets published.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.model.values import RECORD, Field, Property, Sign
from dossier.read import companies, facts, sources
from dossier.read.folding import CLAIMS
from dossier.read.passages import SOURCES
from dossier.read.shapes import Key, Keys
from dossier.read.values import field_text
from dossier.yaml.frontmatter import FENCE

STEP = "  "


def company_lines(name: str, section: str, heading: str) -> Iterator[str]:
    """A company with one section."""
    sections = [
        "sections:",
        f"{STEP}{section}: {heading}  # {companies.COMPANY['sections'].about}",
    ]
    yield from _lines(
        companies.COMPANY, {"name": [f"name: {name}"] if name else [], "sections": sections}
    )


def source_lines() -> Iterator[str]:
    """The file of a source; its summary is to be written below."""
    yield FENCE
    yield from _lines(sources.SOURCE, {})
    yield (
        "# Below the line that follows: two to five sentences in your own words, and none"
        " of the source's."
    )
    yield FENCE


def fact_lines(id: str, prop: Property | None) -> Iterator[str]:
    """A fact with one answer beside its label, and one source."""
    yield f"{id}:"
    told = f"{prop.label}. {prop.description}".strip() if prop else ""
    fact = [
        *_lines(
            {name: key for name, key in facts.FACT.items() if name != CLAIMS},
            {
                "label": [] if prop and prop.id == id else [_blank(facts.FACT["label"])],
                "property": [
                    f"property: {prop.id}  # {told}"
                    if prop
                    else _blank(facts.FACT["property"])
                ],
            },
        )
    ]
    yield from _indented(fact)
    yield from _indented(_answer(prop))


def _answer(prop: Property | None) -> Iterator[str]:
    beside = {
        name: facts.CLAIM[name] for name in facts.OF_CLAIM if name != facts.REFERENCES
    }
    given = {
        "value": [*_value(prop)],
        "qualifiers": [*_qualifiers(prop)],
        SOURCES: [*_sources(prop)],
    }
    yield from _lines(_fitting(beside, prop), given)


def _fitting(shape: Keys, prop: Property | None) -> Keys:
    """The keys of a claim that one of this property can have."""
    has_qualifiers = prop is None or prop.qualifiers
    return {
        name: key for name, key in shape.items() if name != "qualifiers" or has_qualifiers
    }


def _qualifiers(prop: Property | None) -> Iterator[str]:
    """Those of the property, with their words, as a remark: which of them a source names,
    its words say.
    """
    if prop and prop.qualifiers:
        told = (
            f"{name} ({', '.join(choices) or 'any words'})"
            for name, choices in prop.qualifiers.items()
        )
        yield f"# qualifiers:  # {facts.CLAIM['qualifiers'].about} Here: {'; '.join(told)}."


def _sources(prop: Property | None) -> Iterator[str]:
    """Blank, with the ways to write a passage as remarks."""
    keys = [name for name, field in prop.keys.items() if field.required] if prop else []
    yield f"{SOURCES}:  # {facts.CLAIM[SOURCES].about}"
    yield f"{STEP}# source-id: The words that show it, short and exact to the letter"
    yield f"{STEP}# another-id:"
    yield f"{STEP}#   - Words that show a part of it: [{', '.join(keys) or 'value'}]"
    yield f"{STEP}#   - {{quote: Words of which more is said, locator: p. 3}}"


def _value(prop: Property | None) -> Iterator[str]:
    if prop is None:
        yield _blank(facts.CLAIM["value"])
    elif prop.field.type is not RECORD:
        yield f"value:  # {_written(prop.field)}; or `unstated`, if the source gives none."
    else:
        yield "value:"
        needed = {name for name, field in prop.keys.items() if field.required} or {
            next(iter(prop.keys))
        }
        keys = (
            (name, f"{name}:  # {field_text(name, field)}")
            for name, field in prop.keys.items()
        )
        yield from _indented(line if name in needed else f"# {line}" for name, line in keys)


def _written(field: Field) -> str:
    unit = f", here {field.unit}" if field.unit else ""
    per = f", per {field.per}" if field.per else ""
    sign = ", a loss below zero" if field.sign is Sign.RESULT else ""
    return f"{'A list: ' if field.many else ''}{field.type.about}{unit}{per}{sign}"


def _lines(shape: Keys, given: Mapping[str, list[str]]) -> Iterator[str]:
    """The keys of a shape in order: as given, else blank if required, else as a remark."""
    for key in shape.values():
        if given.get(key.name):
            yield from given[key.name]
        else:
            yield _blank(key) if key.required else f"# {_blank(key)}"


def _blank(key: Key[Any]) -> str:
    return f"{key.name}:  # {key.about}"


def _indented(lines: Iterable[str], by: str = STEP) -> Iterator[str]:
    return (f"{by}{line}" for line in lines)
