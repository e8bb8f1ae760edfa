"""What proving came to as JSON, for programs of others: a list with one object for each
reference, in content order.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.prove.content import Looked
from dossier.report.escapes import json_text


def references_json(references: Iterable[Looked]) -> str:
    """Each reference with its state in the words of the record, and why it has that state."""
    return json_text([_reference(one) for one in references])


def _reference(looked: Looked) -> Mapping[str, Any]:
    reference, outcome = looked.reference, looked.outcome
    return {
        "fact": str(looked.fact),
        "claim": looked.claim,
        "source": reference.source,
        "quote": reference.quote,
        "supports": [*(reference.supports or ("value",))],
        "state": outcome.state.value,
        "looks": [*outcome.cues],
        "detail": outcome.detail,
    }
