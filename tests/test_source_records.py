"""What is written of a new source is what the loader reads back, whatever the words."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.characters.characters import find_forbidden
from dossier.collect import Findings
from dossier.intake.bounds import one_line
from dossier.intake.drafts import Detail, Draft, Value
from dossier.intake.frontmatter import fault_of, front_matter
from dossier.intake.ids import free_id, propose_id, slug_of
from dossier.intake.people import author_of
from dossier.model.slugs import is_slug
from dossier.model.sources import Author
from dossier.model.values.text import MAX_TEXT
from dossier.read.shapes import Spot, bind
from dossier.read.sources import SOURCE
from dossier.yaml.frontmatter import split_front_matter
from dossier.yaml.nodes import parse_yaml

HARD = [
    "no", "NO", "null", "~", "1:30", "0x1F", "2024", "- a", "a: b", "a #b", "#", "@x", "`x`", "%x", "!x", "&a", "*a", "{a}",
    "[a]", "'", '"', "\\", "a\\", "?", "|", ">", "---", "...", "<<", "a, b", "]", "},", "key:", ": ", "x: [",
    "é\u200d", "👩\u200d🚀", "亿", "\u0627",
]  # fmt: skip
words = st.one_of(st.sampled_from(HARD), st.text(max_size=60)).map(one_line).filter(bool)
authors = st.builds(Author, family=words, given=words) | st.builds(
    lambda name: Author(literal=name), words
)


def read_back(details: tuple[Detail, ...]) -> dict[str, object]:
    """The values that the loader finds; it must find no fault."""
    out = Findings()
    parts = split_front_matter("x.md", front_matter(details), out)
    assert parts
    node = parse_yaml("x.md", parts.yaml, out)
    assert node
    values = bind(node, SOURCE, Spot("", out))
    assert () == out.in_order()
    return values


@given(words, st.lists(authors, min_size=1, max_size=4, unique=True), words)
def test_any_words_survive(title: str, names: list[Author], publisher: str) -> None:
    details = (
        said("title", title),
        said("author", tuple(names)),
        said("type", "book"),
        said("publisher", publisher),
    )
    assert ["", "", "", ""] == [fault_of(detail) for detail in details]
    values = read_back(details)
    assert (title, tuple(names), publisher) == (
        values["title"],
        values["authors"],
        values["publisher"],
    )


@given(st.text(max_size=200))
def test_one_line_has_no_character_that_the_loader_refuses(text: str) -> None:
    assert find_forbidden(one_line(text)) is None
    assert one_line(text) == one_line(one_line(text))


def said(key: str, value: Value) -> Detail:
    """A detail of no matter what basis."""
    return Detail(key, value, "test")


def test_keys_stand_in_the_canonical_order() -> None:
    details = (
        said("language", "en"),
        said("title", "T"),
        said("type", "book"),
        said("issued", "2024"),
    )
    assert "---\ntype: book\ntitle: T\nissued: 2024\nlanguage: en\n---\n" == front_matter(
        details
    )


def test_what_the_loader_refuses_is_told() -> None:
    assert "javascript" in fault_of(said("URL", "javascript:alert(1)"))
    assert "is not a date" in fault_of(said("issued", "31/12/2020"))
    assert "has 2001 characters" in fault_of(said("title", "x" * (MAX_TEXT + 1)))
    assert "" == fault_of(said("URL", "https://example.org/a?b=c#d"))


@given(
    st.text(max_size=100),
    st.text(max_size=100),
    st.sampled_from(["", "2024-05-14", "1997/1999~"]),
    st.sets(st.text(max_size=10)),
)
def test_every_proposed_id_is_one_and_is_free(
    title: str, name: str, issued: str, taken: set[str]
) -> None:
    draft = Draft(
        (
            said("title", title),
            said("issued", issued),
            said("author", (author_of(name or "x"),)),
        )
    )
    id = propose_id(draft, name, taken)
    assert is_slug(id)
    assert id not in taken


def test_ids_are_made_of_author_year_and_title() -> None:
    draft = Draft(
        (
            said("title", "Über “das” Öl: ein Bericht über zu viel"),
            said("issued", "2024-05?"),
            said("author", (Author("Łoś", "A"),)),
        )
    )
    assert "los-2024-uber-das-ol-ein-bericht" == propose_id(draft, "file", ())
    assert "source" == propose_id(Draft(), "亿", ())
    for title, id in (
        ("ケッセル、第2工場を開設", "saved-page"),  # of which 2 alone would be left
        ("1984年的工厂", "saved-page"),
        ("1984", "1984"),
        ("Kessel 第2工場", "kessel-2"),
    ):
        assert id == propose_id(Draft((said("title", title),)), "saved page", ())
    assert "con-2" == propose_id(Draft(), "con", ())
    assert "strasse-aeon" == slug_of("Straße/Æon")


def test_a_long_id_is_cut_between_words_and_stays_short_with_its_number() -> None:
    long = "-".join(["twelve"] * 9)
    assert 62 == len(long)
    assert f"{long}-2" == free_id(long, {long})
    assert "-".join(["twelve"] * 8) + "-10" == free_id(
        long, {long, *(f"{long}-{n}" for n in range(2, 10))}
    )


def test_names_are_split_where_they_read_like_a_persons() -> None:
    split = {
        name: (author_of(name).given, author_of(name).family)
        for name in ("Example Author", "Author, Example", "Example van der Author")
    }
    assert {"Example Author": ("Example", "Author"), "Author, Example": ("Example", "Author"),
            "Example van der Author": ("Example", "van der Author")} == split  # fmt: skip
    for whole in (
        "Reuters",
        "Sample Staff",
        "马云",
        "The Associated Press",
        "x",
        "A B C D E F",
    ):
        assert Author(literal=whole) == author_of(whole)
