"""How each fact came to say what it says: the steps of a repository's main line, and what
each did to the facts.

A step is a commit, or a pull request as it was merged; it is the reason that readers are
given. Pure: whoever asks git stands elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dossier.model.changes import ChangeKind, FactChange
from dossier.model.facts import FactId


class HistoryState(StrEnum):
    """Whether there is a history to tell."""

    YES = "yes"
    SHALLOW = "shallow"  # the copy was made without the older commits
    ABSENT = "absent"  # a download without history, or nothing committed yet
    UNTOLD = "untold"  # the owner of the site does not want it told


@dataclass(frozen=True)
class HistoryStep:
    """A commit of the main line, with the words that its author gave for it."""

    commit: str
    at: datetime
    # When it came to the main line, in UTC.
    reason: str
    # In words for readers; empty where whoever made it wrote none for them.
    change: str = ""
    # The number of the pull request, if it had one.
    is_first: bool = False
    # Whether it brought the first facts of all.


@dataclass(frozen=True)
class Version:
    """What one step did to a fact."""

    step: HistoryStep
    kind: ChangeKind
    change: FactChange | None = None
    # What the fact said before and said from then on; None where it came as it still is.


@dataclass(frozen=True)
class ChangeSet:
    """What one step did to all facts."""

    step: HistoryStep
    changes: tuple[FactChange, ...]
    # The first of them, in order of their ids.
    counts: Mapping[ChangeKind, int] = field(default_factory=dict)
    # How many facts came, changed and went, those that are not listed among them.


@dataclass(frozen=True)
class History:
    """The versions of every fact, oldest first, and the latest steps, newest first."""

    known: HistoryState
    commit: str = ""
    # What is checked out; the history is its own, whatever has been changed in the files
    # since.
    facts: Mapping[FactId, tuple[Version, ...]] = field(default_factory=dict)
    change_sets: tuple[ChangeSet, ...] = ()
    older: int = 0
    # Steps that changed facts before the first of these.


NO_HISTORY = History(HistoryState.UNTOLD)
