"""Who speaks for a claim. Two sources that draw on one root are one voice, however many print it."""

from collections.abc import Iterable

from dossier.model.agreement import Voices
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.sources import OriginKind


def voices_of(claim: Claim, content: Content) -> Voices:
    """The sources of a claim and the distinct origins behind them."""
    sources = dict.fromkeys(reference.source for reference in claim.references)
    roots = dict.fromkeys(root for reference in claim.references if (root := _root(reference, content)))
    return Voices(tuple(sources), tuple(roots))


def _root(reference: Reference, content: Content) -> str:
    """The known origin of a passage, or nothing.

    A source with several origins that does not say which of them a passage draws on counts as its first: it is one
    report, and adds one voice at most.
    """
    declared = content.sources[reference.source].origins
    origin = reference.origin or next(iter(declared), "")
    known = origin and content.origins[origin].kind is not OriginKind.UNKNOWN
    return origin if known else ""


def join_voices(several: Iterable[Voices]) -> Voices:
    """All who speak for any of several claims."""
    listed = tuple(several)
    sources = dict.fromkeys(source for voices in listed for source in voices.sources)
    origins = dict.fromkeys(origin for voices in listed for origin in voices.origins)
    return Voices(tuple(sources), tuple(origins))
