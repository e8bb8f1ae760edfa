"""All quotes of a content folder against the texts at hand, and the record of how that ended."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.check import check_content
from dossier.check.proofs import finding_at, match_records, quotes_of
from dossier.check.report import report
from dossier.collect.library import Library
from dossier.collect.lock import write_lock
from dossier.collect.proving import prove
from dossier.collect.texts import read_archived
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.findings import Finding, has_errors
from dossier.model.proofs import ProofState, Record, canonical_parts, find_record, recorded
from dossier.read import read_content
from dossier.read.layout import Role

MAX_DETAIL = 300  # characters of a finding that the record keeps; of a long quote, a dozen words may differ


@dataclass(frozen=True)
class Proving:
    """What proving a whole folder came to."""

    findings: tuple[Finding, ...]
    states: Mapping[ProofState, int]
    # How many quotes are in each state, of those whose texts are at hand.
    elsewhere: Mapping[str, int]
    # For each source whose text is not at hand: how many of its quotes have a record that fits.
    content: Content

    @property
    def failed(self) -> bool:
        """Whether anything is wrong with what was looked at, or with a record that must stand for it."""
        return has_errors(self.findings)


def prove_folder(root: Path, archive: Path) -> tuple[str, bool]:
    """Prove a content folder and keep the record: the report, and whether anything is wrong."""
    reading = read_content(root)
    faults = (*reading.findings, *(found for found in check_content(reading.content) if not found.code.startswith("Q")))
    if has_errors(faults):
        return f"{report(faults, root)}\nNo quote was looked at: mend these first.", True
    proving = prove_content(reading.content, read_archive(reading.content, archive))
    changed = write_lock(root, proving.content.proofs or {})
    listed = [report(proving.findings, root)] if proving.findings else []
    note = [f"{root / Role.PROOFS.value} has changed; commit it."] if changed else []
    return "\n".join([*listed, *_absent(proving), *note, summary(proving)]), proving.failed


def read_archive(content: Content, archive: Path) -> Library:
    """The texts of all sources that are at hand. Raises DossierError where one cannot be read."""
    texts = {
        id: text for id, source in content.sources.items()
        if (text := read_archived(archive, id, source.language, source.integrity))
    }  # fmt: skip
    return Library(texts)


def prove_content(content: Content, library: Library) -> Proving:
    """Prove every quote whose text is at hand, and look up the record of every other."""
    findings = list(_match_texts(content, library))
    trusted = {id for id, text in library.texts.items() if content.sources[id].integrity in ("", text.integrity)}
    records: dict[str, list[Record]] = defaultdict(list)
    states: Counter[ProofState] = Counter()
    kept: Counter[str] = Counter()
    for id, claim, reference in quotes_of(content):
        if reference.source in trusted:
            record = _prove(content, library, id, claim, reference)
            looked_up: tuple[Record, ...] = (record,)
            states[record.state] += 1
            if record.code:
                findings.append(finding_at(reference, record.code, f"{record.detail}."))
        else:
            states[ProofState.UNCHECKED] += 1
            fitting = find_record(
                content.proofs or {}, str(id), claim, reference, content.sources[reference.source].integrity
            )
            kept[reference.source] += fitting is not None
            # A record that does not fit stays too, for what it was made of; only one without a quote goes.
            looked_up = recorded(content.proofs or {}, str(id), reference)
        for record in looked_up:
            if record not in records[str(id)]:
                records[str(id)].append(record)
    proved = replace(content, proofs=_frozen(records) if records or content.proofs is not None else None)
    findings += _unproved(proved, trusted)
    return Proving(tuple(sorted(set(findings))), states, kept, proved)


def _frozen(records: Mapping[str, list[Record]]) -> Mapping[str, tuple[Record, ...]]:
    return {fact: tuple(listed) for fact, listed in records.items() if listed}


def _prove(content: Content, library: Library, id: FactId, claim: Claim, reference: Reference) -> Record:
    outcome = prove(claim, reference, content.properties[content.facts[id].property], library)
    return Record(
        source=reference.source,
        text=library.texts[reference.source].integrity,
        quote=reference.quote,
        prefix=reference.prefix,
        suffix=reference.suffix,
        proves=canonical_parts(claim, reference),
        state=outcome.state,
        code=outcome.code,
        detail=outcome.detail if len(outcome.detail) <= MAX_DETAIL else f"{outcome.detail[: MAX_DETAIL - 1]}…",
    )


def _unproved(content: Content, trusted: set[str]) -> Iterator[Finding]:
    """What the records must stand for and do not, of the sources whose text is not at hand."""
    here = {reference.at.of("quote") for _, _, reference in quotes_of(content) if reference.source in trusted}
    for finding in match_records(content):
        if finding.position not in here:
            yield finding


def _match_texts(content: Content, library: Library) -> Iterator[Finding]:
    """Each text at hand is the one that its source names."""
    for id, text in library.texts.items():
        source = content.sources[id]
        if not source.integrity:
            message = f"integrity: the source does not name its text. Write `integrity: {text.integrity}`."
            yield Finding(source.at.position, "Q010", message)
        elif source.integrity != text.integrity:
            message = f"integrity: the text at hand is {text.integrity}. Bring the old one back, or write the new hash."
            yield Finding(source.at.of("integrity"), "Q010", message)


def _absent(proving: Proving) -> Iterator[str]:
    """A line for each source whose text is not at hand."""
    for source, kept in sorted(proving.elsewhere.items()):
        integrity = proving.content.sources[source].integrity
        if kept:
            yield f"{source}: text not at hand; proof of {kept} quote{'s' * (kept != 1)} on record against {integrity}."
        else:
            yield f"{source}: text not at hand, and no proof on record."


def summary(proving: Proving) -> str:
    """The last line: what was looked at, how it ended, and what could not be looked at."""
    total = sum(proving.states.values())
    told = [
        f"{count} {state.value}" for state in ProofState
        if (count := proving.states.get(state, 0)) and state is not ProofState.UNCHECKED
    ]  # fmt: skip
    on_record = sum(proving.elsewhere.values())
    unchecked = proving.states.get(ProofState.UNCHECKED, 0)
    record = f" ({on_record} on record)" if on_record else ""
    looked = ", ".join(told) or "0 proved"
    return f"{total} quote{'s' * (total != 1)}: {looked}; {unchecked} not checkable{record}."
