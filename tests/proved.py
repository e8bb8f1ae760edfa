"""Records as `dossier prove` would leave them, for content whose texts nobody has."""

from dossier.model.binding import proof_binding
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.proofs import RULES, Level, Record


def proved(
    content: Content, fact: Fact, claim: Claim, one: Reference, level: Level = Level.PROVED
) -> Record:
    """A record that the quote of a reference was looked up in the text of its source."""
    binding = proof_binding(content, fact, claim, one)
    return Record(
        source=one.source,
        text=binding.text,
        quote=one.quote,
        prefix=one.prefix,
        suffix=one.suffix,
        supports=binding.supports,
        proves=binding.proves,
        claim=binding.claim,
        rules=RULES,
        state=level,
    )
