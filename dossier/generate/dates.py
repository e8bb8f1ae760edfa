"""The date to which ages are counted. Never the clock's: the same content and commit make
the same pages on any day.
"""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.errors import DossierError
from dossier.review.git import run_git

ENVIRONMENT = "SOURCE_DATE_EPOCH"
"""Seconds since 1970, as builds that can be repeated use it
(https://reproducible-builds.org/specs/source-date-epoch/).
"""


def reference_date(root: Path, content: Content) -> date:
    """The environment's date, or else that of the last commit, or else the newest day that
    the content speaks of.
    """
    return _from_environment() or _of_last_commit(root) or _newest(content)


def _from_environment() -> date | None:
    seconds = os.environ.get(ENVIRONMENT, "")
    day = _day(seconds)
    if seconds and day is None:
        raise DossierError(
            f"{ENVIRONMENT} is {seconds!r}; expected seconds since 1970, such as"
            " 1767225600."
        )
    return day


def _of_last_commit(root: Path) -> date | None:
    """The day, in UTC, on which the last commit was made; None where there is no history."""
    try:
        done = run_git(root, "log", "-1", "--format=%ct", "--encoding=UTF-8")
    except DossierError:  # no git here
        return None
    return _day(done.stdout.decode("ascii", "replace").strip())


def _day(seconds: str) -> date | None:
    """The day of a moment, in UTC; None where it is no number, or beyond the year 9999, as
    a commit can claim.
    """
    try:
        return (
            datetime.fromtimestamp(int(seconds), UTC).date()
            if seconds.isdecimal()
            else None
        )
    except (ValueError, OverflowError, OSError):
        return None


def _newest(content: Content) -> date:
    days = [day.latest for day in _dates(content) if day.end]
    return max(days, default=date.min)


def _dates(content: Content) -> Iterator[PartialDate]:
    for source in content.sources.values():
        yield from filter(None, (source.issued, source.accessed))
    for fact in content.facts.values():
        for claim in fact.claims:
            yield from filter(None, (claim.stated, claim.checked))
