"""The sentence around a stretch of a text: as much as a reader takes in at once."""

import re

from dossier.texts.archive import View

SHORT = (
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bvs)(?<!\bCo)(?<!\bInc)(?<!\bLtd)(?<!\bCorp)"
    r"(?<!\bJr)(?<!\bSr)(?<!\bSen)(?<!\bGov)(?<!\bGen)(?<!\bProf)"
)
"""Not behind an initial or an abbreviation, after which a name goes on."""
END = re.compile(rf"{SHORT}[.!?][\"')\]]* +(?=[\"'(\[]?[^\W_a-z])|[。！？][\"')\]」』]*")


def sentence_around(view: View, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins in which a stretch begins, and where the one ends in which
    it ends.
    """
    head, tail = view.paragraph_at(start)[0], view.paragraph_at(end)[1]
    ends = [found.end() for found in END.finditer(view.flat, head, tail)]
    first = max((place for place in ends if place <= start), default=head)
    return first, min((place for place in ends if place >= end), default=tail)
