"""Git, asked safely: which commits and files there are, and what stands in them. The only
module that runs it for content.

Nothing is checked out and nothing is followed: contents come out of the object store as
bytes. Whatever could differ from machine to machine (colours, pagers, replaced objects,
quoting) is turned off.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.model.errors import DossierError

ENVIRONMENT = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat", "GIT_NO_LAZY_FETCH": "1",
}  # fmt: skip
OPTIONS = (
    "--no-pager",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
)
REGULAR = ("100644", "100755", "100664")


@dataclass(frozen=True)
class Blob:
    """One entry of a tree."""

    id: str
    size: int
    is_file: bool = True
    # False: a symbolic link or another repository, which is never followed.


@dataclass(frozen=True)
class Repository:
    """The repository in which a content folder lies."""

    root: Path
    # Any folder within it; git finds the rest.
    prefix: str
    # Where the content folder lies in it, with a slash at its end; empty where it is the
    # top.
    is_shallow: bool

    def resolve(self, revision: str) -> str:
        """The id of the commit that a name stands for. Raises DossierError where there is
        none.
        """
        done = self._run(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        if done.returncode == 0:
            return done.stdout.decode().strip()
        shallow = (
            " This clone has no full history: run `git fetch --unshallow`."
            if self.is_shallow
            else ""
        )
        apart = " Write two revisions as two words." if ".." in revision else shallow
        raise DossierError(
            f"{revision!r} is no commit of this repository; expected a branch, tag or"
            f" commit.{apart}"
        )

    def merge_base(self, one: str, other: str) -> str:
        """The commit at which two lines of history parted. Raises DossierError where they
        have none in common.
        """
        done = self._run("merge-base", self.resolve(one), self.resolve(other))
        if done.returncode == 0:
            return done.stdout.decode().strip()
        shallow = (
            " This clone has no full history: run `git fetch --unshallow`."
            if self.is_shallow
            else ""
        )
        raise DossierError(f"{one!r} and {other!r} have no commit in common.{shallow}")

    def head(self) -> str:
        """The id of the commit that is checked out; empty before the first."""
        done = self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return done.stdout.decode().strip() if done.returncode == 0 else ""

    def tree(self, commit: str) -> Mapping[str, Blob]:
        """Every entry below the content folder at a commit, by its path below that folder;
        none where it was not there.

        Raises DossierError where the copy is damaged: half a tree would read as facts that
        came or went.
        """
        folder = f"{commit}:{self.prefix}" if self.prefix else f"{commit}^{{tree}}"
        if (
            self.prefix
            and self._run(
                "rev-parse", "--verify", "--quiet", "--end-of-options", folder
            ).returncode
        ):
            return {}
        done = self._run("ls-tree", "-r", "-z", "-l", "--full-tree", folder)
        if done.returncode:
            raise DossierError(
                f"git cannot read the files of {commit[:10]}: {_last_line(done.stderr)}"
            )
        entries = (entry.split(b"\t", 1) for entry in done.stdout.split(b"\0") if entry)
        return {os.fsdecode(path): _blob(head.decode().split()) for head, path in entries}

    def contents(self, ids: Iterable[str], limit: int) -> Mapping[str, bytes]:
        """What stands in blobs; those larger than `limit` and those that are not at hand
        are left out.
        """
        wanted = tuple(dict.fromkeys(ids))
        if not wanted:
            return {}
        sizes = self._batch(
            "--batch-check=%(objectname) %(objecttype) %(objectsize)", wanted
        )
        answers = (line.split() for line in sizes.decode().splitlines())
        fitting = [
            words[0]
            for words in answers
            if len(words) == 3 and words[1] == "blob" and int(words[2]) <= limit
        ]
        return dict(_split(self._batch("--batch", fitting))) if fitting else {}

    def log(self, *options: str, folder: str = ".") -> bytes:
        """The output of `git log` about the content folder, or a folder in it. Raises
        DossierError where it fails.
        """
        done = self._run("log", *options, "--", folder)
        if done.returncode:
            raise DossierError(f"git cannot tell the history: {_last_line(done.stderr)}")
        return done.stdout

    def commits_beside(self, folders: Iterable[str], *options: str) -> frozenset[str]:
        """The commits of a log that touch something outside of the content folder and other
        folders of the repository.

        Raises DossierError where it fails.
        """
        if not self.prefix:
            return frozenset()
        left_out = (f":(top,exclude,literal){folder}" for folder in (self.prefix, *folders))
        done = self._run(
            "log",
            *options,
            "--no-patch",
            "--format=%H",
            "--",
            ":(top)",
            *left_out,
            literal=False,
        )
        if done.returncode:
            raise DossierError(f"git cannot tell the history: {_last_line(done.stderr)}")
        return frozenset(done.stdout.decode().split())

    def _batch(self, how: str, ids: Sequence[str]) -> bytes:
        done = self._run(
            "cat-file", how, "--buffer", text="".join(f"{id}\n" for id in ids).encode()
        )
        if done.returncode:
            raise DossierError(f"git cannot read its objects: {_last_line(done.stderr)}")
        return done.stdout

    def _run(
        self, *words: str, text: bytes = b"", literal: bool = True
    ) -> "subprocess.CompletedProcess[bytes]":
        return run_git(self.root, *words, text=text, literal=literal)


def run_git(
    root: Path, *words: str, text: bytes = b"", literal: bool = True
) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder; `literal` where paths are no patterns. Raises DossierError where
    there is no git.
    """
    command = ["git", "-C", str(root), *OPTIONS, *words]
    environment = {
        **os.environ,
        **ENVIRONMENT,
        "GIT_LITERAL_PATHSPECS": "1" if literal else "0",
    }
    try:
        return subprocess.run(
            command, input=text, capture_output=True, check=False, env=environment
        )
    except OSError as error:
        raise DossierError(f"git cannot be run: {error.strerror}. Install it.") from error


def open_repository(root: Path) -> Repository:
    """The repository that holds a folder. Raises DossierError where there is none."""
    found = find_repository(root)
    if found is None:
        raise DossierError(f"{root} is in no git repository; expected a clone of one.")
    return found


def find_repository(root: Path) -> Repository | None:
    """The repository that holds a folder, if there is one."""
    if not root.is_dir():
        return None
    done = run_git(
        root,
        "rev-parse",
        "--is-inside-work-tree",
        "--is-shallow-repository",
        "--show-prefix",
    )
    lines = os.fsdecode(done.stdout).split("\n")
    if done.returncode or lines[0] != "true":
        return None
    return Repository(root, lines[2], lines[1] == "true")


def _blob(words: list[str]) -> Blob:
    """An entry from `mode type id size`."""
    mode, _, id, size = words
    return Blob(id, int(size) if size.isdecimal() else 0, mode in REGULAR)


def _split(stream: bytes) -> Iterator[tuple[str, bytes]]:
    """The answers of `cat-file --batch`: a line that tells id, type and size, then so many
    bytes and a line end.
    """
    place = 0
    while place < len(stream):
        end = stream.index(b"\n", place)
        id, _, size = stream[place:end].decode().split()
        place = end + 1 + int(size)
        yield id, stream[end + 1 : place]
        place += 1


def _last_line(text: bytes) -> str:
    lines = text.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "no reason given"


def user_name(root: Path) -> str:
    """The name under which whoever sits here makes commits; empty where git knows none."""
    done = run_git(root, "config", "--get", "user.name")
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""
