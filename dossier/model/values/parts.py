"""What the program treats apart: a property or a key of a record says so itself, and no
name is taken for it.
"""

from enum import StrEnum


class PropertyPart(StrEnum):
    """What facts of a property are for a dossier."""

    DESCRIPTION = "description"
    ROLE = "role"
    EVENT = "event"
    NONE = "none"


class KeyPart(StrEnum):
    """What a key of a record is for the whole of it."""

    SPEAKER = "speaker"
    OCCASION = "occasion"
    DUE = "due"
    END = "end"
    NONE = "none"


class Sign(StrEnum):
    """What a figure below zero is, to a property."""

    RESULT = "result"
    NONE = "none"


INTRODUCE = frozenset({PropertyPart.DESCRIPTION, PropertyPart.ROLE})
"""Parts of facts that say who or what somebody or something is."""
