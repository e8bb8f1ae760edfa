"""Words of ours as pages show them: what of them no quote has bears a sign, which is told
to those who hear it.
"""

import re

from markupsafe import Markup, escape

from dossier.model.facts import FactId
from dossier.model.own_words import PLAIN, OwnWording, Where
from dossier.model.wording import Wording
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.directions import MarkupIn
from dossier.render.language.quoting import in_marks
from dossier.render.language.tags import tag
from dossier.render.site.render_context import RenderContext

OWN = (
    '<span class="own">{}<span class="own__sign" aria-hidden="true">*</span><span'
    ' class="heard"> {}</span></span>'
)
HELD = "<span data-held>{}</span>"


def mark_own_words(text: str, wording: OwnWording, language: Language) -> Markup:
    """A text, in which what no quote has is marked, and the figures that a quote has are
    told to whoever counts.
    """
    if not (wording.own or wording.held):
        return escape(text)
    parts = sorted({*wording.own, *wording.held}, key=lambda part: (-len(part), part))
    pieces = re.split(rf"(?<!\w)({'|'.join(map(re.escape, parts))})(?!\w)", text)
    said = language.say(words.proofs.IN_OUR_WORDS)
    own = frozenset(wording.own)
    return Markup().join(
        escape(piece) if at % 2 == 0
        else tag(OWN, piece, said) if piece in own
        else tag(HELD, piece)
        for at, piece in enumerate(pieces)
    )  # fmt: skip


def own_label(render: RenderContext, fact: FactId) -> str:
    """What the label of a fact says that no quote of it has, in a sentence; empty where
    there is nothing.
    """
    own = render.site.wording.of_company(fact.company).own
    told = dict.fromkeys(
        one.words for one in own if one.fact == fact and one.where is Where.LABEL
    )
    return (
        render.say(
            words.proofs.LABEL_OWN,
            parts=render.language.series(in_marks(one, render.language) for one in told),
        )
        if told
        else ""
    )


def note_markup(render: RenderContext, fact: FactId, note: str) -> Markup:
    """A note of a fact or of one of its answers; empty where there is none."""
    wording = (
        render.site.wording.of_company(fact.company).notes.get((fact, note), PLAIN)
        if note
        else PLAIN
    )
    html = mark_own_words(note, wording, render.language)
    return MarkupIn(html, note.language) if isinstance(note, Wording) else html
