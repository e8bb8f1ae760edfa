"""A content folder proved: its records written, and what is told of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.check import check_content
from dossier.check.proofs import quotes_of
from dossier.mapping import Mapped, one_by_one
from dossier.model.content import Content
from dossier.model.findings import has_errors
from dossier.model.proofs import STATES, ProofState
from dossier.prove.at_hand import read_archive, trusted_of
from dossier.prove.content import Looked, Proving, prove_content
from dossier.prove.lock import write_locks
from dossier.read import read_content
from dossier.read.layout import Role
from dossier.report.text import report
from dossier.texts.library import Library

NAMED_FILES = 5
"""Files that have changed which are told by name."""


@dataclass(frozen=True)
class Proved:
    """What `dossier prove` has to say of a content folder."""

    report: str
    failed: bool
    references: tuple[Looked, ...] = ()
    # Nothing where the content is so faulty that no quote was looked at.


def prove_folder(root: Path, archive: Path, mapped: Mapped = one_by_one) -> Proved:
    """Prove a content folder and keep the record; `mapped` reads and checks it too."""
    reading = read_content(root, mapped)
    library = read_archive(reading.content, archive)
    found = check_content(reading.content, reading.findings, mapped)
    faults = [fault for fault in found if not fault.code.startswith("Q")]
    # What can be proved anew is, whatever has become of its record.
    anew = {Role.PROOFS.value.format(slug) for slug in _provable(reading.content, library)}
    faults = [fault for fault in faults if fault.position.path not in anew]
    if has_errors(tuple(faults)):
        return Proved(
            f"{report(faults, root)}\nNo quote was looked at: mend these first.",
            failed=True,
        )
    proving = prove_content(reading.content, library, mapped)
    changed = write_locks(root, proving.content.proofs or {})
    listed = [report(proving.findings, root)] if proving.findings else []
    told = "\n".join(
        [*listed, *_absent(proving), *_written(changed, root), summary(proving)]
    )
    return Proved(told, proving.failed, proving.references)


def _provable(content: Content, library: Library) -> Iterator[str]:
    """The companies of which all texts are at hand."""
    trusted = trusted_of(content, library)
    missing = {id.company for id, _, one in quotes_of(content) if one.source not in trusted}
    yield from (slug for slug in content.companies if slug not in missing)


def _written(changed: Sequence[Path], root: Path) -> Iterator[str]:
    """What to do about the files that have changed: each by name, or all of very many."""
    if len(changed) > NAMED_FILES:
        yield (
            f"{len(changed)} records {root / Role.PROOFS.value.format('*')} have changed;"
            " commit them."
        )
    else:
        yield from (f"{path} has changed; commit it." for path in changed)


def _absent(proving: Proving) -> Iterator[str]:
    """A line for each source whose text is not at hand."""
    for source, kept in sorted(proving.elsewhere.items()):
        integrity = proving.content.sources[source].integrity
        if kept:
            yield (
                f"{source}: text not at hand; proof of {kept} quote{'s' * (kept != 1)} on"
                f" record against {integrity}."
            )
        else:
            yield f"{source}: text not at hand, and no proof on record."


def summary(proving: Proving) -> str:
    """The last line: what was looked at, how it ended, and what could not be looked at."""
    total = sum(proving.states.values())
    told = [
        f"{count} {state.value}" for state in STATES.values()
        if (count := proving.states.get(state, 0)) and state is not ProofState.UNCHECKED
    ]  # fmt: skip
    on_record = sum(proving.elsewhere.values())
    unchecked = proving.states.get(ProofState.UNCHECKED, 0)
    record = f" ({on_record} on record)" if on_record else ""
    looked = ", ".join(told) or "0 proved"
    return (
        f"{total} quote{'s' * (total != 1)}: {looked}; {unchecked} not checkable{record}."
    )
