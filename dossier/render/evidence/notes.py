"""Passages of sources as pages show them: as the notes at the end of a page, and beside the
claims they prove.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from dossier.merge.corroboration import drawn_on
from dossier.model.attributions import Attribution
from dossier.model.claims import Reference
from dossier.model.locators import Locator
from dossier.model.proofs import Level
from dossier.model.sources import Source
from dossier.render.evidence.citations import cited_as, issued, short_name
from dossier.render.evidence.corroboration import origins_text
from dossier.render.evidence.letters import Letters
from dossier.render.evidence.speakers import attribution_text
from dossier.render.evidence.states import UNPROVED, known_state, level_state
from dossier.render.evidence.views import (
    BackLinkView,
    EvidenceView,
    NoteSourceView,
    NoteView,
    PassageView,
    StateView,
    WordsView,
)
from dossier.render.footnotes import Footnote
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext


@dataclass(frozen=True)
class Notes:
    """The notes of a page, made when the template comes to them: by then every mark is
    printed.
    """

    render: RenderContext
    letters: Letters = field(default_factory=dict)
    # Of the sources that have one on this page.
    usual: StateView | None = None
    # How far most of what the page says is proved, which it has said once for all.

    def __iter__(self) -> Iterator[NoteView]:
        return (_note(self.render, entry, self) for entry in self.render.footnotes.entries)


def evidence_view(
    render: RenderContext, id: str, passages: Iterable[PassageView]
) -> EvidenceView:
    """A source with passages of it."""
    source = render.source(id)
    return EvidenceView(
        citation=cited_as(render, source),
        href=render.link(links.source_url(id)),
        address=source.url if links.is_web(source.url) else "",
        archive=source.archive if links.is_web(source.archive) else "",
        passages=tuple(passages),
    )


def _words_of(
    render: RenderContext, references: Iterable[Reference], notes: Notes
) -> Iterator[WordsView]:
    """The passages of a note: words that several sources share stand there once, with each
    of them.
    """
    shared: dict[tuple[str, str], list[Reference]] = {}
    for one in references:
        shared.setdefault((one.quote, "" if one.quote else one.source), []).append(one)
    for (quote, _), several in shared.items():
        language = (
            foreign_to(render, render.source(several[0].source).language) if quote else ""
        )
        said = attribution_text(render, _attribution(render, several))
        yield WordsView(
            quote,
            language,
            said,
            tuple(_note_source(render, one, notes) for one in several),
        )


def _attribution(
    render: RenderContext, references: Iterable[Reference]
) -> Attribution | None:
    """Whose word they all pass on; None where they do not pass on the same."""
    found = {render.site.attributions.get(one.passage) for one in references}
    return next(iter(found)) if len(found) == 1 else None


def foreign_to(render: RenderContext, tag: str) -> str:
    """A language, where it is another one than that of the page."""
    return "" if tag.split("-", maxsplit=1)[0] == render.language.tag.split("-")[0] else tag


def _note_source(
    render: RenderContext, reference: Reference, notes: Notes
) -> NoteSourceView:
    source = render.source(reference.source)
    told = passage_view(render, source, reference)
    letter = notes.letters.get(source.id, "")
    return NoteSourceView(
        letter=letter,
        name=short_name(source, render.language),
        issued=issued(source, render.language),
        href=f"#source-{letter}" if letter else render.link(links.source_url(source.id)),
        locator=told.locator,
        original=told.original,
        state=None if _is_told(told.state, notes.usual) else _in_brief(render, told.state),
    )


def _in_brief(render: RenderContext, state: StateView | None) -> StateView | None:
    """Why a passage asks for a look is said on the page of its fact."""
    asks = state is not None and state.kind == Level.LOOK
    return level_state(render, Level.LOOK) if asks else state


def _is_told(state: StateView | None, usual: StateView | None) -> bool:
    """Whether a page has said enough of a passage; that nobody has looked, or that one should,
    is said beside each, since a note is read by itself.
    """
    return state == usual and not (state and state.kind in (UNPROVED, Level.LOOK))


def place_in(render: RenderContext, locator: Locator) -> str:
    """Where in a source a passage stands: a page, or the row and column of a table and what
    its head says.
    """
    row = render.say(words.proofs.ROW, row=locator.row) if locator.row else ""
    column = (
        render.say(words.proofs.COLUMN, column=locator.column) if locator.column else ""
    )
    return render.say(words.sources.COMMA).join(
        filter(None, (locator.place, row, column, locator.scale))
    )


def passage_view(
    render: RenderContext,
    source: Source,
    reference: Reference,
    supports: tuple[str, ...] = (),
    said: str = "",
) -> PassageView:
    """Words of a source: what they prove, and whose they are where it passes them on."""
    told = render.build.finished.once(
        "passage", (source, reference), partial(_passage_alone, render, source, reference)
    )
    if not (supports or said):
        return told
    return replace(told, supports=render.language.series(supports), said=said)


def _passage_alone(
    render: RenderContext, source: Source, reference: Reference
) -> PassageView:
    """The same, whatever it is to prove: how much is known of it, and where others can look."""
    known = render.site.passages[reference.passage] if reference.quote else None
    return PassageView(
        quote=reference.quote,
        language=source.language,
        locator=place_in(render, reference.locator),
        supports="",
        said="",
        origin=origins_text(
            render, source, drawn_on(reference, render.site.sources[source.id].origins)
        ),
        state=known_state(render, known) if known else None,
        original=_original(source, reference) if links.is_web(source.url) else "",
    )


def _original(source: Source, reference: Reference) -> str:
    """Where in the original the words stand."""
    if reference.quote and reference.locator.row:
        return links.cell_url(source.url, reference.locator.row, reference.quote)
    return links.passage_url(
        source.url, reference.quote, reference.prefix, reference.suffix
    )


def _note(render: RenderContext, entry: Footnote, notes: Notes) -> NoteView:
    marks = entry.marks
    return NoteView(
        id=entry.id,
        number=entry.number,
        words=tuple(_words_of(render, entry.references, notes)),
        backlinks=tuple(
            BackLinkView(
                f"#{mark.mark_id}",
                _back_label(render, entry.number, place, len(marks)),
                _sign(place, len(marks)),
            )
            for place, mark in enumerate(marks, 1)
        ),
    )


def _back_label(render: RenderContext, number: int, mention: int, mentions: int) -> str:
    """What a back-link of a note is called, for those who hear it."""
    if mentions > 1:
        return render.say(words.citing.BACK_TO, number=number, mention=mention)
    return render.say(words.citing.BACK, number=number)


def _sign(place: int, marks: int) -> str:
    """What a back-link shows: an arrow, numbered where there are several."""
    return f"↩{place}" if marks > 1 else "↩"
