"""All quotes of a content folder against the texts at hand, and the record of how that
ended.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dossier.check.confirming import settle
from dossier.check.proofs import (
    finding_at,
    match_records,
    refuse_what_readers_found_wrong,
    require_records,
)
from dossier.mapping import Mapped, one_by_one
from dossier.model.binding import find_judgement, find_record, proof_binding, record_names
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding, has_errors
from dossier.model.judgements import Judgement, judged
from dossier.model.places import Position
from dossier.model.proofs import (
    RULES,
    Level,
    ProofState,
    Record,
    State,
    counted,
    weakest,
)
from dossier.model.sharing import WHOLE, as_recorded_in, lone
from dossier.prove.at_hand import match_texts, trusted_of
from dossier.prove.frames import Frame, Frames
from dossier.prove.names import names_of
from dossier.prove.proving import Asked, Outcome, locate, prove, proved_beside
from dossier.prove.sharing import Reader, fault_of_share, share_out
from dossier.texts.library import Library

MAX_DETAIL = 300  # characters of a finding that the record keeps; of a long quote, a dozen words may differ


READ_BY_LANGUAGE = frozenset({"Q002", "Q004", "Q005"})
"""What the wrong language can be behind: figures, dates and hedges that are not found."""
TOGETHER = 50
"""Quotes that are looked up at a time, where several processes do it."""
NO_QUOTE = Outcome(ProofState.UNCHECKED, detail="the reference has no quote")


@dataclass(frozen=True)
class Quoted:
    """One reference of a claim, before it is looked up."""

    fact: FactId
    number: int
    # The place of the claim in its fact, from 0.
    claim: Claim
    # As it is proved: what its quotes share is shared out.
    reference: Reference


@dataclass(frozen=True)
class LookedUp:
    """What looking up a quote came to, and what it supports then."""

    outcome: Outcome
    supports: tuple[str, ...]
    shares: bool


@dataclass(frozen=True)
class Looked:
    """One reference of a claim, and how looking it up ended."""

    fact: FactId
    claim: int
    # Its place among the claims of the fact, from 0.
    reference: Reference
    outcome: Outcome


@dataclass(frozen=True)
class Proving:
    """What proving a whole folder came to."""

    findings: tuple[Finding, ...]
    states: Mapping[State, int]
    # How many quotes count as each state, of those whose texts are at hand.
    elsewhere: Mapping[str, int]
    # For each source whose text is not at hand: how many of its quotes have a record that
    # fits.
    content: Content
    references: tuple[Looked, ...]
    # Every reference in the order of the content, with what looking it up came to.

    @property
    def failed(self) -> bool:
        """Whether anything is wrong with what was looked at, or with a record that must
        stand for it.
        """
        return has_errors(self.findings)


def prove_content(
    content: Content, library: Library, mapped: Mapped = one_by_one
) -> Proving:
    """Prove every quote whose text is at hand, and look up the record of every other.

    `mapped` has the quotes looked up, some at a time.
    """
    run = _Run(content, library)
    quoted = tuple(run.quoted())
    starts = range(0, len(quoted), TOGETHER)
    answers = [*chain.from_iterable(mapped(_look_up_some, (run, quoted), starts))]
    for one, answer in zip(quoted, answers, strict=True):
        outcome = run.take(one, answer) if one.reference.quote else NO_QUOTE
        run.looked.append(Looked(one.fact, one.number, one.reference, outcome))
    return run.end()


def _look_up_some(
    given: tuple["_Run", Sequence[Quoted]], start: int
) -> tuple[LookedUp | None, ...]:
    """What some quotes come to; nothing of those whose texts are not at hand."""
    run, quoted = given
    return tuple(
        run.look_up(one) if one.reference.quote and run.is_here(one.reference) else None
        for one in quoted[start : start + TOGETHER]
    )


class _Run:
    """Goes through the quotes one by one and keeps count."""

    def __init__(self, content: Content, library: Library) -> None:
        self.content, self.library = content, library
        self.names, self.frames = names_of(content), Frames.of(content)
        self.trusted = trusted_of(content, library)
        self.reader = Reader(library, self.names, self.trusted)
        self.findings = set(match_texts(content, library))
        self.records: dict[str, list[Record]] = {}
        self.states: Counter[State] = Counter()
        self.elsewhere: Counter[str] = Counter()
        self.here: set[Position] = set()
        self.looked: list[Looked] = []

    def quoted(self) -> Iterator[Quoted]:
        """Every reference, in the order of the content."""
        for id, fact in self.content.quoting.items():
            for number, told in enumerate(fact.claims):
                claim = share_out(told, self.content.property_of(fact), self.reader)
                for reference in claim.references:
                    yield Quoted(id, number, claim, reference)

    def is_here(self, reference: Reference) -> bool:
        """Whether the text is at hand."""
        return reference.source in self.trusted

    def take(self, one: Quoted, answer: LookedUp | None) -> Outcome:
        """Take in what a quote came to, or keep the records of it."""
        id, claim, reference = one.fact, one.claim, one.reference
        outcome, records = (
            self._prove(one, answer) if answer else self._keep(id, claim, reference)
        )
        outcome = _after_reading(
            outcome,
            find_judgement(self.content, self.content.quoting[id], claim, reference),
        )
        self.states[
            counted(outcome.state, outcome.looks) if answer else ProofState.UNCHECKED
        ] += 1
        listed = self.records.setdefault(str(id), [])
        listed += [record for record in records if record not in listed]
        return outcome

    def look_up(self, one: Quoted) -> LookedUp:
        """Prove one quote. It changes nothing, so that any process may do it."""
        fact, claim, reference = self.content.quoting[one.fact], one.claim, one.reference
        prop = self.content.property_of(fact)
        frame = self.frames.of_claim(fact, claim)
        if reference == lone(claim):
            reference = self._alone(fact, claim, reference, frame)
        outcome = prove(claim, reference, prop, self.library, self.names, frame=frame)
        if outcome.state in (*Level, ProofState.FIGURE) and (
            fault := fault_of_share(claim, reference)
        ):
            outcome = Outcome(ProofState.FIGURE, "Q002", fault)
        return LookedUp(outcome, reference.supports, reference.shares)

    def _prove(self, one: Quoted, answer: LookedUp) -> tuple[Outcome, tuple[Record, ...]]:
        outcome, fact = answer.outcome, self.content.quoting[one.fact]
        reference = replace(one.reference, supports=answer.supports, shares=answer.shares)
        self.here.add(reference.at.of("quote"))
        if outcome.code:
            told = f"{outcome.detail}.{self._told_language(reference, outcome)}"
            self.findings.add(finding_at(reference, outcome.code, told))
        return outcome, (self._record(fact, one.claim, reference, outcome),)

    def _told_language(self, reference: Reference, outcome: Outcome) -> str:
        """That the figures and dates of a source were read as those of English, where it
        does not say what they are.
        """
        source = self.content.sources[reference.source]
        if source.language or outcome.code not in READ_BY_LANGUAGE:
            return ""
        return f" {reference.source} names no `language`, so its figures and dates are read as English."

    def _alone(
        self, fact: Fact, claim: Claim, reference: Reference, frame: Frame
    ) -> Reference:
        """The only quote of a claim, with all that its words prove; what somebody has read
        of it stays as it was read.
        """
        prop = self.content.property_of(fact)
        bare = replace(reference, supports=(), shares=False)
        asked = locate(bare, prop, self.library, frame)
        if not isinstance(asked, Asked) or find_judgement(self.content, fact, claim, bare):
            return bare
        found = prove(claim, bare, prop, self.library, self.names, frame=frame)
        if found.looks or not isinstance(found.state, Level):
            return bare
        keys = proved_beside(claim, bare, asked, self.names)
        return replace(bare, supports=(*WHOLE, *keys), shares=True) if keys else bare

    def _record(
        self, fact: Fact, claim: Claim, reference: Reference, outcome: Outcome
    ) -> Record:
        binding = proof_binding(self.content, fact, claim, reference)
        short = (
            outcome.detail
            if len(outcome.detail) <= MAX_DETAIL
            else f"{outcome.detail[: MAX_DETAIL - 1]}…"
        )
        return Record(
            source=reference.source,
            text=self.library.texts[reference.source].integrity,
            quote=reference.quote,
            prefix=reference.prefix,
            suffix=reference.suffix,
            supports=()
            if reference.shares and binding.supports == WHOLE
            else binding.supports,
            proves=binding.proves,
            claim=binding.claim,
            rules=RULES,
            state=outcome.state,
            levels=outcome.levels if len({*outcome.levels.values()}) > 1 else {},
            looks=outcome.looks,
            code=outcome.code,
            detail=short if outcome.code else "",
        )

    def _keep(
        self, id: FactId, claim: Claim, reference: Reference
    ) -> tuple[Outcome, tuple[Record, ...]]:
        """All records of the fact and source; those of other words stay too, so that
        nothing stale is forgotten unseen.
        """
        records, fact = self.content.proofs or {}, self.content.quoting[id]
        found = find_record(self.content, fact, claim, reference)
        self.elsewhere[reference.source] += found is not None
        listed = (one for name in record_names(fact) for one in records.get(name, ()))
        return _on_record(found), tuple(
            one for one in listed if one.source == reference.source
        )

    def end(self) -> Proving:
        """What it came to, with what the records had to stand for and do not."""
        records = {fact: tuple(listed) for fact, listed in self.records.items() if listed}
        content = replace(
            self.content,
            proofs=records if records or self.content.proofs is not None else None,
        )
        content = as_recorded_in(content)
        unproved = {
            finding
            for finding in (*match_records(content), *require_records(content))
            if finding.position not in self.here
        }
        unproved |= {*refuse_what_readers_found_wrong(content)}
        findings = settle(content, self.findings | unproved).findings
        return Proving(findings, self.states, self.elsewhere, content, tuple(self.looked))


def _after_reading(outcome: Outcome, judgement: Judgement | None) -> Outcome:
    """What is known after somebody has read claim and passage together; the record stays as
    it was made.
    """
    if judgement is None:
        return outcome
    levels = {key: judged(level, judgement) for key, level in outcome.levels.items()}
    state = weakest(levels.values()) if levels else judged(outcome.state, judgement)
    kept = {key: level for key, level in levels.items() if isinstance(level, Level)}
    return replace(
        outcome,
        state=state,
        levels=kept,
        looks={} if isinstance(state, Level) else outcome.looks,
    )


def _on_record(record: Record | None) -> Outcome:
    """What a record says in the place of a text that is not at hand."""
    if record is None:
        return Outcome(
            ProofState.UNCHECKED,
            detail="the text is not at hand, and no proof is on record",
        )
    detail = record.detail or "on record; the text is not at hand"
    levels = {} if record.is_old else record.levels
    return Outcome(
        record.shown, record.code, detail, levels, {} if record.is_old else record.looks
    )
