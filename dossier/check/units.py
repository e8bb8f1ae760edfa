"""Whether a narrative says the unit of a value that brings its own: `{{ job-cuts }} jobs`
prints “about 1,000 jobs jobs”.
"""

import re
from collections.abc import Iterator

from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.model.late import late_pattern
from dossier.model.prose import ValueUse
from dossier.model.values import PERCENT, Field, Property

MARK = late_pattern(
    r"\{\{\s*(?P<id>[a-z0-9/-]+)(?:\.(?P<key>[a-z0-9_-]+))?\s*\}\}\s*(?P<next>[^\W\d_]+|%)?"
)
PARTS = ("%", "per", "percent", "pct")
"""What stands behind a figure in per cent and begins its unit."""


def find_units_twice(content: Content) -> Iterator[Finding]:
    """No word behind a value is the unit that it is printed with."""
    for company in content.companies.values():
        uses = iter(company.overview.values)
        for sentence in company.overview.sentences:
            for mark in MARK.finditer(sentence.text):
                use = _used(uses, mark, company.slug)
                if use and mark["next"] and _is_unit(mark["next"], use, content):
                    told = f"{mark['next']!r} stands behind a value that is printed with its unit. Delete it."
                    yield Finding(use.at, "P009", told)


def _used(uses: Iterator[ValueUse], mark: re.Match[str], company: str) -> ValueUse | None:
    """The next use that is written so; those before it are in no sentence."""
    id = mark["id"] if "/" in mark["id"] else f"{company}/{mark['id']}"
    return next(
        (one for one in uses if (str(one.fact), one.key) == (id, mark["key"] or "")), None
    )


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
