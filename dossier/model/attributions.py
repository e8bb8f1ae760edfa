"""Whose word a passage passes on, and on which occasion they gave it. Pure and frozen."""

from typing import NamedTuple

from dossier.model.facts import FactId


class Attribution(NamedTuple):
    """What stands between something that is said and the report in which it is read."""

    speakers: tuple[str, ...]
    # Ids of entities, one at least.
    occasion: str = ""
    # The id of an entity, such as a conference; empty where nobody says where it was said.
    event: FactId | None = None
    # The event on whose day it was said, where the claim takes its date from there.
