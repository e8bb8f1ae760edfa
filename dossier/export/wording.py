"""What our own words say that no quote has, for machines."""

from dossier.model.data import Data
from dossier.model.own_words import Ours, Own


def wording_data(wording: Ours) -> dict[str, Data]:
    """How much of what our words say a quote has, and all that none has."""
    own: list[Data] = [_own(one) for one in wording.own]
    return {"held": wording.held, "own": own}


def narrative_data(wording: Ours) -> dict[str, Data]:
    """The same of a company, with what the sentences of its narrative cite."""
    return {
        **wording_data(wording),
        "sentences": len(wording.sentences),
        "passages": wording.passages,
        "whole": wording.whole,
    }


def _own(one: Own) -> Data:
    where: dict[str, Data] = {"fact": str(one.fact)} if one.fact else {}
    return {"said": one.said.value, "words": one.words, "where": one.where.value, **where}
