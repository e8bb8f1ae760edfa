"""Whether a narrative says the unit of a value that brings its own: `{{ job-cuts }} jobs`
prints “about 1,000 jobs jobs”.
"""

from collections.abc import Iterator, Sequence

from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.model.late import late_pattern
from dossier.model.prose import Inline, Run, ValueUse
from dossier.model.sentences import held
from dossier.model.values import PERCENT, Field, Property

NEXT = late_pattern(r"\s*([^\W\d_]+|%)")
"""The first word behind a value."""
PARTS = ("%", "per", "percent", "pct")
"""What stands behind a figure in per cent and begins its unit."""


def find_units_twice(content: Content) -> Iterator[Finding]:
    """No word behind a value is the unit that it is printed with."""
    for company in content.looked_at:
        for run in company.overview.pieces:
            if isinstance(run, Run):
                yield from _units_twice(run.pieces, content)


def _units_twice(pieces: Sequence[Inline], content: Content) -> Iterator[Finding]:
    for place, use in enumerate(pieces):
        if isinstance(use, ValueUse):
            following = NEXT.match("".join(map(held, pieces[place + 1 :])))
            if following and _is_unit(following[1], use, content):
                told = f"{following[1]!r} stands behind a value that is printed with its unit. Delete it."
                yield Finding(use.at, "P009", told)


def _is_unit(word: str, use: ValueUse, content: Content) -> bool:
    fact = content.facts.get(use.fact)
    prop = content.properties.get(fact.property) if fact else None
    field = _field(prop, use.key) if prop else None
    if field is None:
        return False
    units = (field.unit, *field.unit_also) if field.type is not PERCENT else PARTS
    return word.casefold() in {unit.split()[0].casefold() for unit in units if unit}


def _field(prop: Property, key: str) -> Field | None:
    return prop.keys.get(key) if key else prop.field
