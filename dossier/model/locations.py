"""Where the places of the world are that facts name: countries and territories, and towns
that the content describes.

Not to be confused with `dossier.model.places`, which is about lines of our own files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.places import NOWHERE, Place


@dataclass(frozen=True)
class Location:
    """A place that a map can show."""

    name: str
    country: str
    # The ISO 3166 code of the country or territory that it is, or that it lies in.
    longitude: float
    latitude: float
    # Degrees, to the east and to the north; of a country, a point well inside it.
    is_territory: bool = False
    # Whether it is the whole country or territory, which a map shows as an area.
    confirmed: Mapping[str, str] = field(default_factory=dict, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)
