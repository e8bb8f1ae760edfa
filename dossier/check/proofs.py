"""Whether each quote has a record that it was proved, made of the same words, values and
text.

No text is needed for this, so that it holds wherever the content is. A site that has
recorded nothing yet is no error, and neither is a source whose text was never taken in:
their quotes are unchecked, and pages say so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from dossier.model.binding import ProofBinding, find_judgement, proof_binding, recorded_of
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.judgements import Found
from dossier.model.kinds import RecordKind
from dossier.model.places import Position
from dossier.model.proofs import Level, Record, wording_of
from dossier.model.values import is_figure
from dossier.read.layout import Role


def quotes_of(content: Content) -> Iterator[tuple[FactId, Claim, Reference]]:
    """Every reference that has a quote, by fact, in the order of the files; those of
    narratives among them.
    """
    for id, fact in sorted(content.quoting.items(), key=_turn):
        for claim in fact.claims:
            for reference in claim.references:
                if reference.quote:
                    yield id, claim, reference


def _turn(item: tuple[FactId, Fact]) -> tuple[str, str]:
    """The order of ids, by words that are compared faster."""
    return item[0].company, item[0].fact


def match_records(content: Content) -> Iterator[Finding]:
    """Each quote of a source whose text was taken in has a record that fits, and it was
    proved.
    """
    if content.proofs is None:
        return
    for id, claim, reference in quotes_of(content):
        source = content.sources.get(reference.source)
        if not source or content.was_unread(RecordKind.PROOFS, id.company):
            continue
        fact = content.quoting[id]
        if not (source.integrity or recorded_of(content, fact, reference)):
            continue
        binding = proof_binding(content, fact, claim, reference)
        fitting = [
            one for one in recorded_of(content, fact, reference) if binding.fits_words(one)
        ]
        record = next((one for one in fitting if binding.fits(one)), None)
        if not fitting:
            yield _mismatch(content, id, binding, reference)
        elif record is None:
            yield finding_at(reference, "Q015", OTHER_CLAIM)
        elif not isinstance(record.state, Level):
            yield finding_at(reference, record.code or "Q001", f"{record.detail}.")


def refuse_what_readers_found_wrong(content: Content) -> Iterator[Finding]:
    """Somebody has read claim and passage together and found that the words do not say so."""
    for id, claim, reference in quotes_of(content):
        found = find_judgement(content, content.quoting[id], claim, reference)
        if found and found.found is Found.WRONG:
            message = (
                f"{found.by} read claim and passage on {found.day} and found that the words"
                " do not say so"
            )
            yield finding_at(
                reference, "Q018", f"{message}. Mend the claim, or quote other words."
            )


def warn_of_idle_judgements(content: Content) -> Iterator[Finding]:
    """A reading whose claim, words or text have changed since."""
    if not content.is_whole:
        return
    standing = {
        (str(id), found.wording)
        for id, claim, one in quotes_of(content)
        if (found := find_judgement(content, content.quoting[id], claim, one))
    }
    for fact, listed in content.judgements.items():
        now = str(content.now_of(FactId.parse(fact, "")))
        for one in listed:
            if (now, one.wording) not in standing:
                message = (
                    f"{one.at.trail}: what {one.by} read on {one.day} has changed since."
                    " Run `dossier read`."
                )
                yield Finding(one.at.position, "Q017", message)


OTHER_CLAIM = (
    "these words were proved of another claim: its label, property, subject, time, status,"
    " speaker, table cell or wording has changed. Run `dossier prove` where the text is."
)


def count_old_records(content: Content) -> Iterator[Finding]:
    """How many records of each company were made by older rules, which took more for proved
    than is known.
    """
    records = (
        (fact, record)
        for fact, listed in (content.proofs or {}).items()
        for record in listed
    )
    passed = (
        fact
        for fact, record in records
        if record.is_old and isinstance(record.state, Level)
    )
    old = Counter(fact.partition("/")[0] for fact in passed)
    for slug, number in sorted(old.items()):
        proofs = (
            "1 proof was made by older rules and counts"
            if number == 1
            else f"{number} proofs were made by older rules"
        )
        message = proofs if number == 1 else f"{proofs} and count"
        yield Finding(
            Position(Role.PROOFS.value.format(slug)),
            "Q016",
            f"{message} as words. Run `dossier prove`.",
        )


def require_records(content: Content) -> Iterator[Finding]:
    """Texts were taken in, and no record says what was found in them: it is missing, or
    somebody has deleted it.

    Said once, at the first company: of one that is new, while others have records, each
    quote is Q013.
    """
    if content.proofs is not None:
        return
    sources = content.sources
    cited = ((id.company, one.source) for id, _, one in quotes_of(content))
    named = ((slug, id) for slug, id in cited if id in sources and sources[id].integrity)
    for slug, source in islice(named if content.is_whole else (), 1):
        message = (
            "no proof is on record yet: no company has this file, and the text of"
            f" {source} was taken in. Run `dossier prove`, which writes it; where there was"
            " one, bring it back."
        )
        yield Finding(Position(Role.PROOFS.value.format(slug)), "Q014", message)


def finding_at(reference: Reference, code: str, message: str) -> Finding:
    """A finding about the quote of a reference."""
    return Finding(
        reference.at.of("quote"), code, f"{reference.at.below('quote')}: {message}"
    )


def _mismatch(
    content: Content, id: FactId, binding: ProofBinding, reference: Reference
) -> Finding:
    """Why no record fits: the text is another, or the value, or the words; or there is
    none.
    """
    found = recorded_of(content, content.quoting[id], reference)
    if same := [
        record for record in found if replace(binding, text=record.text).fits_words(record)
    ]:
        why = _of_other_text(same[0], content.sources[reference.source].integrity)
        remedy = "Bring the text back, or prove the new one."
        return finding_at(reference, "Q010", f"{why}. {remedy}")
    idle = (one for one in _idle_records(content, id) if one.source == reference.source)
    if found:
        code, why = "Q008", _of_other_value(found[0], binding)
    elif other := next(idle, None):
        code, why = "Q008", f"the record is of other words: “{other.quote}”"
    else:
        code, why = "Q013", "nothing is on record of these words"
    return finding_at(reference, code, f"{why}. Run `dossier prove` where the text is.")


def _of_other_text(record: Record, integrity: str) -> str:
    named = f"{integrity[:19]}…" if integrity else "none"
    return f"the record is of the text {record.text[:19]}…, and the source names {named}"


def _of_other_value(record: Record, binding: ProofBinding) -> str:
    was, now = _told(record.proves), _told(binding.proves)
    if was == now:
        was, now = _keys(record.supports), _keys(binding.supports)
    return f"the record is of {was}, and the claim says {now}"


def _idle_records(content: Content, id: FactId) -> Iterator[Record]:
    """The records of a fact whose words none of its quotes has."""
    fact = content.quoting.get(content.now_of(id))
    wanted = {
        wording_of(reference)
        for claim in (fact.claims if fact else ())
        for reference in claim.references
    }
    for record in (content.proofs or {}).get(str(id), ()):
        if record.wording not in wanted:
            yield record


def _keys(supports: tuple[str, ...]) -> str:
    return f"words for {', '.join(supports or ('value',))}"


def _told(parts: Mapping[str, str]) -> str:
    return ", ".join(f"{key} {value}" for key, value in parts.items()) or "no figure"


def warn_of_idle_proofs(content: Content) -> Iterator[Finding]:
    """A record whose quote is no longer there."""
    if content.proofs is None or not content.is_whole:
        return
    for fact in content.proofs:
        for record in _idle_records(content, FactId.parse(fact, "")):
            message = (
                f"{record.at.trail}: no quote of {fact} has these words of {record.source}."
            )
            yield Finding(
                record.at.position,
                "Q011",
                f"{message} Run `dossier prove`; it deletes the record.",
            )


def warn_of_unsupported_figures(content: Content) -> Iterator[Finding]:
    """A figure that none of its claim's quotes is there to support was compared with
    nothing.
    """
    if not content.is_whole:
        return
    for fact in content.each_fact:
        for claim in fact.claims:
            supported = {
                key
                for reference in claim.references
                for key in reference.supports or ("value",)
            }
            for key, trail in _figures_of(claim, whole="value" in supported):
                if key not in supported:
                    message = (
                        f"{trail}: no quote is there to support it. Name it in `supports`."
                    )
                    yield Finding(claim.at.of(key), "Q012", message)


def _figures_of(claim: Claim, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The keys and key paths of the figures that must be supported; those of a record not
    where all of it is.
    """
    if is_figure(claim.value):
        yield "value", claim.at.below("value")
    if claim.equivalent:
        yield "equivalent", claim.at.below("equivalent")
    if isinstance(claim.value, Mapping) and not whole:
        for key, value in claim.value.items():
            if is_figure(value):
                yield key, f"{claim.at.below('value')}.{key}"
