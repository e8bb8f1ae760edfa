"""The commits that touched facts, from one `git log`, and the words in which each gives its
reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from dossier.characters.characters import without_forbidden
from dossier.review.git import Repository

FORMAT = "--format=%H%x00%P%x00%ct%x00%s%x00%b"
OPTIONS = (
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--no-color",
    "--encoding=UTF-8",
    "--no-mailmap",
    FORMAT,
)
MAIN_LINE = ("--first-parent", "--diff-merges=first-parent")
"""What came to the branch, step by step: of a merge, all that it brought."""
SIDE_LINES = ("--full-history", "--topo-order", "--no-merges")
"""Every commit by itself, those that came in with a merge among them."""
FOLDER = "companies"
MERGED = re.compile(r"Merge pull request #(?P<number>[0-9]+) from ")
SQUASHED = re.compile(r"(?P<title>.+?)\s*\(#(?P<number>[0-9]+)\)")
FOR_READERS = re.compile(r"^Readers:[ \t]*(?P<words>.*)$", re.MULTILINE | re.IGNORECASE)
"""A line of a message that says the reason in words for readers; a dash there says that it
is none of theirs.
"""
NONE_OF_THEIRS = frozenset({"", "-", "–", "—", "none"})
BESIDE = ("archive/",)
"""Folders that belong to the content, though they stand beside it."""
LONGEST = 200
"""Characters of a reason; a subject has 72 by custom."""


class ChangedFile(NamedTuple):
    """A file that a commit left in another state, by its path below the content folder."""

    path: str
    before: str
    after: str
    # The ids of what stood there and stands there from then on; empty where there was or is
    # no regular file.


@dataclass(frozen=True)
class Commit:
    """One commit and the files it left in another state."""

    id: str
    at: datetime
    subject: str
    body: str
    is_merge: bool
    files: tuple["ChangedFile", ...]
    is_of_content: bool = True
    # Whether it touches nothing but content.

    @property
    def is_pull_request(self) -> bool:
        """Whether it is the merge of a pull request, which says more than the commits that
        it brought.
        """
        return self.is_merge and bool(MERGED.match(self.subject))

    @property
    def change(self) -> str:
        """The number of the pull request, if it names one."""
        match = MERGED.match(self.subject) or SQUASHED.fullmatch(self.subject)
        return match["number"] if match else ""

    @property
    def reason(self) -> str:
        """Its reason, where it was written for readers; empty where it was not.

        That is the line of its message that says so, else the title of what touches nothing
        but content: what changes the program too speaks to those who write it.
        """
        told = FOR_READERS.findall(self.body)
        if told:
            return "" if told[-1].strip().lower() in NONE_OF_THEIRS else shown(told[-1])
        return self._title if self.is_of_content else ""

    @property
    def _title(self) -> str:
        """The title of the pull request, or the subject of the commit."""
        squashed = SQUASHED.fullmatch(self.subject)
        title = (
            next((line for line in self.body.splitlines() if line.strip()), "")
            if self.is_pull_request
            else ""
        )
        return shown(title or (squashed["title"] if squashed else self.subject))


def shown(text: str) -> str:
    """Words of a commit as pages may show them: one line, bounded, without characters that
    hide.
    """
    words = " ".join(without_forbidden(text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def main_line(repository: Repository) -> tuple[Commit, ...]:
    """The steps by which the branch came to be what it is, oldest first."""
    return tuple(reversed(tuple(_commits(repository, MAIN_LINE))))


def side_lines(repository: Repository) -> tuple[Commit, ...]:
    """Every commit that is no merge, oldest first."""
    return tuple(reversed(tuple(_commits(repository, SIDE_LINES))))


def _commits(repository: Repository, which: tuple[str, ...]) -> Iterator[Commit]:
    """The commits of a log: five fields each, then a pair of fields for each file, all
    ended by NUL.
    """
    beside = repository.commits_beside(BESIDE, *which)
    fields = (
        repository.log(*OPTIONS, *which, folder=FOLDER)
        .decode("utf-8", "replace")
        .split("\0")
    )
    place = 0
    while place + 5 < len(fields):
        id, parents, seconds, subject, body = fields[place : place + 5]
        place += 5
        files = []
        while place + 1 < len(fields) and fields[place].lstrip("\n").startswith(":"):
            files.append(
                ChangedFile(
                    fields[place + 1].removeprefix(repository.prefix), *_ids(fields[place])
                )
            )
            place += 2
        yield Commit(
            id,
            _moment(seconds),
            subject,
            body,
            " " in parents,
            tuple(files),
            id not in beside,
        )


def _ids(entry: str) -> tuple[str, str]:
    """The ids of a file before and after a commit, from `:mode mode id id letter`."""
    old_mode, new_mode, old, new, _ = entry.strip().lstrip(":").split()
    return old if old_mode.startswith("100") else "", (
        new if new_mode.startswith("100") else ""
    )


def _moment(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):  # a commit can claim any time
        return datetime.fromtimestamp(0, UTC)
