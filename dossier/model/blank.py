"""What a record holds that says nothing under a key: one empty map for all, because there
are thousands of records, and most leave most keys out.
"""

from collections.abc import Mapping
from typing import Any

_NOTHING: Mapping[str, Any] = {}


def nothing() -> Mapping[str, Any]:
    """The empty map."""
    return _NOTHING
