"""Facts: one property of one subject, with every claim about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model.blank import nothing
from dossier.model.claims import Claim
from dossier.model.places import NOWHERE, Place
from dossier.model.questions import lead_of

FACT_KEYS = ("label", "property", "subject", "note")
"""The keys of a fact that say something, beside its claims."""


@dataclass(frozen=True, slots=True, order=True)
class FactId:
    """A fact's id together with the company whose dossier holds it; unique on the site,
    written `company/fact`.
    """

    company: str
    fact: str

    @classmethod
    def parse(cls, text: str, company: str) -> "FactId":
        """Read `fact`, which means one of `company`, or `other-company/fact`."""
        owner, slash, fact = text.rpartition("/")
        return cls(owner if slash else company, fact)

    def __str__(self) -> str:
        return f"{self.company}/{self.fact}"


@dataclass(frozen=True)
class Fact:
    """A question and its answers."""

    id: FactId
    label: str
    property: str
    subject: str
    # The id of the entity it is about; the company itself unless the file says otherwise.
    section: str
    claims: tuple[Claim, ...]
    note: str = ""
    formerly: tuple[str, ...] = ()
    # Ids that it had before, or that facts had which are told here now; their addresses
    # lead here.
    confirmed: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @cached_property
    def leading(self) -> Claim:
        """The claim that leads once all periods have begun. There is one, unless the
        content has errors.
        """
        return lead_of(self.claims, None)

    @cached_property
    def may_lead(self) -> tuple[Claim, ...]:
        """Every claim that leads on some day: as periods begin, one follows another."""
        days = sorted({claim.period.earliest for claim in self.claims if claim.period})
        leads = [lead_of(self.claims, day) for day in (None, *days)]
        return tuple({id(claim): claim for claim in leads}.values())
