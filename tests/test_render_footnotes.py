"""Footnotes: numbers by appearance, one note for all passages of a mark, a way back to
every mark.
"""

from dossier.model.claims import Reference
from dossier.model.locators import Locator
from dossier.render.footnotes import Footnotes, Marks
from dossier.render.language.catalogues import ENGLISH

ONE, OTHER = Reference("paper", "words"), Reference("paper", "other words")


def test_notes_are_numbered_in_order_of_first_appearance() -> None:
    notes = Footnotes(ENGLISH)
    assert [1, 2, 1] == [notes.mark([reference]).number for reference in (ONE, OTHER, ONE)]


def test_one_note_holds_the_passages_of_all_sources() -> None:
    notes = Footnotes(ENGLISH)
    notes.mark([ONE, OTHER, ONE])
    assert [(ONE, OTHER)] == [entry.references for entry in notes.entries]


def test_what_a_note_holds_already_leads_to_it() -> None:
    notes = Footnotes(ENGLISH)
    assert [1, 1, 1, 2] == [
        notes.mark(some).number
        for some in ([ONE, OTHER], [OTHER], [OTHER, ONE], [Reference("journal")])
    ]


def test_what_a_note_holds_in_part_has_a_note_of_its_own() -> None:
    notes = Footnotes(ENGLISH)
    assert [1, 2] == [notes.mark(some).number for some in ([ONE], [ONE, OTHER])]


def test_the_same_words_of_the_same_source_are_one_passage() -> None:
    notes = Footnotes(ENGLISH)
    notes.mark([ONE, Reference("paper", "words", supports=("period",))])
    assert 1 == len(notes.entries[0].references)


def test_another_place_or_another_source_is_another_note() -> None:
    notes = Footnotes(ENGLISH)
    for reference in (
        ONE,
        Reference("paper", "words", locator=Locator("page 2")),
        Reference("journal", "words"),
    ):
        notes.mark([reference])
    assert 3 == len(notes.entries)


def test_every_mark_of_a_note_has_an_id_of_its_own() -> None:
    notes = Footnotes(ENGLISH)
    marks = [notes.mark([ONE]), notes.mark([OTHER]), notes.mark([ONE])]
    assert ["note-1-1", "note-2-1", "note-1-2"] == [mark.mark_id for mark in marks]
    assert [marks[0], marks[2]] == notes.entries[0].marks


def test_a_mark_is_a_link_to_its_note() -> None:
    html = Footnotes(ENGLISH).mark([ONE]).__html__()
    assert (
        '<a id="note-1-1" href="#note-1" role="doc-noteref" aria-label="Note 1">1</a>'
        == html
    )


def test_marks_get_their_numbers_when_they_are_printed() -> None:
    notes = Footnotes(ENGLISH)
    late, early = Marks(notes, (ONE,)), Marks(notes, (OTHER,))
    assert ">1<" in early.__html__()
    assert ">2<" in late.__html__()


def test_nothing_to_mark_prints_nothing() -> None:
    assert "" == Marks(Footnotes(ENGLISH), ()).__html__()
    assert not Marks(Footnotes(ENGLISH), ())
