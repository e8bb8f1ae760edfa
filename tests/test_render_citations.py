"""How sources are named, with what is not known left out or said."""

from dossier.model.sources import Author, Source, SourceType
from dossier.render.evidence.citations import citation, heading, short_name
from dossier.render.language.catalogues import ENGLISH, read_language
from tests.render_fixtures import BARE, EVIL, FULL


def test_a_full_citation() -> None:
    expected = "Jo Doe, “Acme grows”, The Paper, credited “with Wire”, 24 September 2025≈"
    assert expected == citation(FULL, ENGLISH).striptags()


def test_a_citation_of_which_nothing_is_known() -> None:
    assert "untitled web page, no date" == citation(BARE, ENGLISH).striptags()


def test_a_citation_is_escaped() -> None:
    assert "<script" not in citation(EVIL, ENGLISH)


def test_a_short_name_is_the_outlet_the_author_or_the_title() -> None:
    by_author = Source(
        "a", SourceType.NEWS, title="A title", authors=(Author(literal="A Desk"),)
    )
    by_title = Source(
        "b", SourceType.NEWS, title="A title that is much too long for a column"
    )
    names = [short_name(source, ENGLISH) for source in (FULL, by_author, by_title, BARE)]
    assert [
        "The Paper",
        "A Desk",
        "“A title that is much too long…”",
        "untitled web page",
    ] == names


def test_a_page_without_a_title_is_headed_by_what_is_known() -> None:
    untitled = Source(
        "a",
        SourceType.NEWS,
        authors=(Author(family="Doe", given="Jo"),),
        container="The Paper",
    )
    headings = [heading(source, ENGLISH) for source in (FULL, untitled, BARE)]
    assert [
        "Acme grows",
        "Untitled news article by Jo Doe, The Paper",
        "Untitled web page",
    ] == headings


def test_a_title_begins_with_a_large_letter_and_leaves_nouns_as_large_as_they_are() -> None:
    untitled = Source("a", SourceType.NEWS)
    assert "Nachrichtenartikel ohne Titel" == heading(untitled, read_language("de"))
