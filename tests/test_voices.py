"""Two sources that draw on one root of reporting are one voice, and a root that nobody knows is none."""

import pytest

from dossier.merge.agreement import kind_of_difference
from dossier.merge.voices import join_voices, voices_of
from dossier.model.agreement import Difference, Voices
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.sources import Origin, OriginKind, Source, SourceType

ORIGINS = {id: Origin(id, id, kind) for id, kind in (
    ("wire", OriginKind.WIRE), ("filing", OriginKind.FILING), ("rumour", OriginKind.UNKNOWN),
)}  # fmt: skip
DECLARED = {"a": ("wire",), "b": ("wire",), "c": ("filing",), "d": ("rumour",), "e": (), "f": ("wire", "filing")}
CONTENT = Content(
    origins=ORIGINS, sources={id: Source(id, SourceType.NEWS, origins=declared) for id, declared in DECLARED.items()}
)


def claim(*sources: str, **more: PartialDate) -> Claim:
    return Claim("so", tuple(Reference(*source.split("@", 1)[:1], origin=source.partition("@")[2]) for source in sources), **more)


@pytest.mark.parametrize(
    ("sources", "origins"),
    [
        (("a", "b"), ("wire",)),
        (("a", "c"), ("wire", "filing")),
        (("a", "d"), ("wire",)),
        (("d", "e"), ()),
        (("f",), ("wire",)),
        (("f@filing", "a"), ("filing", "wire")),
        (("a", "a"), ("wire",)),
    ],
)
def test_a_claim_has_as_many_voices_as_known_roots(sources: tuple[str, ...], origins: tuple[str, ...]) -> None:
    assert origins == voices_of(claim(*sources), CONTENT).origins


def test_a_fact_has_the_voices_of_all_its_claims() -> None:
    joined = join_voices([Voices(("a", "b"), ("wire",)), Voices(("b", "c"), ("wire", "filing"))])
    assert Voices(("a", "b", "c"), ("wire", "filing")) == joined


EARLY, LATE = PartialDate.parse("2024"), PartialDate.parse("2025")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (claim("a"), claim("c"), Difference.DISAGREEMENT),
        (claim("a"), claim("b"), Difference.DRIFT),
        (claim("a"), claim("d"), Difference.UNKNOWN),
        (claim("e"), claim("e"), Difference.DRIFT),
        (claim("a", stated=EARLY), claim("c", stated=LATE), Difference.UPDATE),
        (claim("a", period=LATE), claim("b", period=EARLY), Difference.UPDATE),
    ],
)
def test_the_kind_of_a_difference_is_named(one: Claim, other: Claim, kind: Difference) -> None:
    assert kind is kind_of_difference(one, other, voices_of(one, CONTENT), voices_of(other, CONTENT))
