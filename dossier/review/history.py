"""From the log of a repository to the versions of every fact, keyed by the id of the fact,
so that moves do no harm.

Files are cut into facts as text; only facts whose text ever changed are read at all. Old
versions are read with the properties of today. One that does not fit them any more is told
in the words in which it was written, and one that is no YAML is passed over: the version
before it stands until the next that can be read.

A repository can be older than the site that it holds: who begins with a copy of another's
throws the content out and keeps the log. So the history begins with the first facts of a
company that is here today; what went before them is not told.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dossier.merge.changes import compare_facts
from dossier.merge.news import as_readers_see
from dossier.model.changes import ChangeKind, FactChange
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.facts import Fact, FactId
from dossier.model.history import ChangeSet, History, HistoryState, HistoryStep, Version
from dossier.read.memory import collected_later
from dossier.review.git import Repository, find_repository
from dossier.review.log import Commit, main_line, side_lines
from dossier.review.texts import Change, changes_of
from dossier.review.versions import Versions

CHANGE_SETS = 100
"""Steps that are told one by one; older ones are counted, and each fact has its own history
all the same.
"""
LISTED = 50
"""Facts of one step that are named; the first version of a site can bring thousands."""

ORDER = (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.RETIRED)
"""In which what became of facts is listed."""

States = Mapping[FactId, Sequence[tuple[int, str]]]
"""The texts of each fact, each with the place of the commit that brought it; an empty one
where the fact went.
"""


def read_history(root: Path, content: Content) -> History:
    """The history of the facts of a content folder, as far as this copy of its repository
    has it.
    """
    try:
        repository = find_repository(root)
        head = repository.head() if repository else ""
        if repository is None or not head:
            return History(HistoryState.ABSENT)
        if repository.is_shallow:
            return History(HistoryState.SHALLOW, head)
        with collected_later():
            return _MainLine(repository, content).history(head)
    except DossierError:  # no git here, or a copy without its contents
        return History(HistoryState.ABSENT)


class _MainLine:
    """The main line of one repository, and what its steps did to the facts."""

    def __init__(self, repository: Repository, content: Content) -> None:
        self.versions = Versions(content)
        self.commits = main_line(repository)
        self.now_of = _ids_of_today(content)
        states = _states(changes_of(repository, self.commits), self.now_of)
        came = [
            texts[0][0] for id, texts in states.items() if id.company in content.companies
        ]
        # Where no company of today is in a commit yet, the site has not begun.
        self.first = min(came, default=0)
        self.states = _states_since(self.first, states) if came else {}
        bare = any(
            is_bare(self.commits[place])
            for states in self.states.values()
            for place, _ in states
        )
        self.reasons = _reasons(repository, self.now_of) if bare else {}

    def history(self, head: str) -> History:
        """Everything there is to tell."""
        facts = {
            id: versions
            for id in sorted(self.states)
            if (versions := tuple(self._versions(id)))
        }
        found: dict[tuple[int, str], list[tuple[FactId, Version]]] = defaultdict(list)
        for id, versions in facts.items():
            for place, version in versions:
                found[place, version.step.commit].append((id, version))
        order = sorted(found, reverse=True)
        change_sets = tuple(self._change_set(found[key]) for key in order[:CHANGE_SETS])
        told = {
            id: tuple(version for _, version in versions) for id, versions in facts.items()
        }
        return History(
            HistoryState.YES, head, told, change_sets, len(order) - len(change_sets)
        )

    def _versions(self, id: FactId) -> Iterator[tuple[int, Version]]:
        """The states of a fact that a reader can tell from each other; one that never
        changed need not be read.
        """
        states = self.states[id]
        if len(states) == 1:
            place, text = states[0]
            yield place, Version(self._step(id, place, text), ChangeKind.ADDED)
            return
        told: Fact | None = None
        for place, text in states:
            now = self.versions.read(id, text) if text else None
            change = (
                compare_facts(told, now)
                if (told or now) and bool(now) == bool(text)
                else None
            )
            if change and (seen := as_readers_see(change, self.commits[place].at.date())):
                yield place, Version(self._step(id, place, text), seen.kind, seen)
                told = now

    def _step(self, id: FactId, place: int, text: str) -> HistoryStep:
        """The step that brought a text, with the words of the commit that wrote it where a
        merge has none of its own.
        """
        commit = self.commits[place]
        writer = self.reasons.get((id, text), commit) if is_bare(commit) else commit
        return HistoryStep(
            writer.id, commit.at, writer.reason, writer.change, place == self.first
        )

    def _change_set(self, entries: Sequence[tuple[FactId, Version]]) -> ChangeSet:
        counts = Counter(version.kind for _, version in entries)
        ordered = sorted(entries, key=lambda entry: (ORDER.index(entry[1].kind), entry[0]))
        changes = (version.change or self._arrival(id) for id, version in ordered[:LISTED])
        return ChangeSet(
            entries[0][1].step, tuple(change for change in changes if change), dict(counts)
        )

    def _arrival(self, id: FactId) -> FactChange | None:
        """A fact that came as it still is."""
        fact = self.versions.read(id, self.states[id][0][1])
        return FactChange(None, fact) if fact else None


def is_bare(commit: Commit) -> bool:
    """Whether a commit is a merge that gives no reason, so that the commits that it brought
    must give theirs.
    """
    return commit.is_merge and not commit.is_pull_request


def _ids_of_today(content: Content) -> Callable[[FactId], FactId]:
    """Under which id a fact goes on: of several that one fact tells now, the first alone,
    for a history has one line.
    """
    first = {
        FactId(fact.id.company, fact.formerly[0]): fact.id
        for fact in content.every_fact
        if fact.formerly
    }

    def now_of(id: FactId) -> FactId:
        here = FactId(content.renamed.get(id.company, id.company), id.fact)
        return here if here in content.facts else first.get(here, here)

    return now_of


def _states(changes: Iterable[Change], now_of: Callable[[FactId], FactId]) -> States:
    found: dict[FactId, list[tuple[int, str]]] = defaultdict(list)
    for place, change in enumerate(changes):
        for id, after in _after(change, now_of).items():
            if not found[id] or found[id][-1][1] != after:
                found[id].append((place, after))
    return found


def _after(change: Change, now_of: Callable[[FactId], FactId]) -> Mapping[FactId, str]:
    """What each fact says after a commit, under its id of today: a rename takes it out of
    one folder into another.
    """
    found: dict[FactId, str] = {}
    for id, (_, after) in change.items():
        now = now_of(id)
        found[now] = after or found.get(now, "")
    return found


def _states_since(first: int, states: States) -> States:
    """The states from a commit onwards: what had come before and was there then came with
    it.
    """
    found = {}
    for id, texts in states.items():
        there = [text for place, text in texts if place <= first][-1:]
        since = [(first, text) for text in there if text] + [
            state for state in texts if state[0] > first
        ]
        if since:
            found[id] = since
    return found


def _reasons(
    repository: Repository, now_of: Callable[[FactId], FactId]
) -> Mapping[tuple[FactId, str], Commit]:
    """Which commit wrote a text first."""
    commits = side_lines(repository)
    found: dict[tuple[FactId, str], Commit] = {}
    for commit, change in zip(commits, changes_of(repository, commits), strict=True):
        for id, after in _after(change, now_of).items():
            found.setdefault((id, after), commit)
    return found
