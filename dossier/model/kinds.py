"""The kinds of things of a site, so that values can say what they name and content can say
what it has.
"""

from enum import StrEnum


class RecordKind(StrEnum):
    """What an id can name."""

    PROPERTY = "property"
    ENTITY = "entity"
    PLACE = "place"
    ORIGIN = "origin"
    SOURCE = "source"
    COMPANY = "company"
    FACT = "fact"
    TIMELINE = "timeline"
    PAGE = "page"
    PROOFS = "proofs"  # a company, of whose quotes records are kept
    JUDGEMENTS = "judgements"  # a company, of whose quotes people have read some
