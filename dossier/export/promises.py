"""Promises as data: what was promised, for when, where it stands, and which facts settle
it.
"""

from datetime import date

from dossier.export.values import day_data, without_blanks
from dossier.model.data import Data
from dossier.model.promises import Promise


def promise_data(promise: Promise, today: date) -> Data:
    """A promise, as it stands on a day."""
    return without_blanks(
        {
            "fact": promise.fact,
            "kind": promise.kind.value,
            "due": day_data(promise.due),
            "state": promise.state(today).value,
            "settled_by": [
                {"fact": one.fact, "outcome": one.outcome.value}
                for one in promise.settlements
            ],
        }
    )
