"""Which words confirm how far something had come: one status alone, and nothing left open
beside it.
"""

import pytest

from dossier.model.claims import Status
from dossier.prove.saying import confirms

SAID = [
    (Status.ANNOUNCED, "Acme announced a second works"),
    (Status.RUMOURED, "Acme is reportedly about to open a second works"),
    (Status.RUMOURED, "Acme is said to have sold its works"),
    (Status.RUMOURED, "there have been reports that Acme may sell"),
    (Status.REPORTED, "Acme reported sales of 5 million"),
    (Status.FORECAST, "Acme raised its forecast for sales"),
    (Status.COMPLETED, "Acme completed the works"),
    (Status.CANCELLED, "Acme scrapped the works"),
]


@pytest.mark.parametrize(
    "status", [status for status in Status if status is not Status.CONFIRMED], ids=str
)
@pytest.mark.parametrize(("told", "words"), SAID, ids=[words for _, words in SAID])
def test_words_confirm_one_status_and_no_other(
    status: Status, told: Status, words: str
) -> None:
    assert (status is told) == confirms(status, words, "en")


@pytest.mark.parametrize(
    "words",
    [
        "Acme will complete the works",
        "Acme reported that it denied the sale",
        "Work has begun, and half is completed",
        "The sale, completed only on paper, awaits a judge",
    ],
)
def test_what_is_open_or_told_in_two_ways_confirms_nothing(words: str) -> None:
    assert not any(
        confirms(status, words, "en")
        for status in (Status.COMPLETED, Status.REPORTED, Status.DENIED)
    )
