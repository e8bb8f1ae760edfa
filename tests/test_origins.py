"""The linter of origins: it finds what one report or statement is behind, and leaves
independent reports apart.
"""

import shutil
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.collect import Findings
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.sources import Origin, OriginKind, Source, SourceType
from dossier.origins.fingerprints import Fingerprint, fingerprint_of
from dossier.origins.likeness import Likeness, Sharing, compare, parts_of
from dossier.origins.linter import (
    CROWD,
    FEW_TEXTS,
    SourcePair,
    Survey,
    find_likenesses,
    survey,
)
from dossier.origins.outline import outline
from dossier.origins.reporting import survey_lines
from dossier.origins.speech import Speech, shared_speech, speech_of
from dossier.read.shapes import Spot, bind
from dossier.read.sources import SOURCE
from dossier.texts.archive import make_text
from dossier.texts.normal import normalise_text
from dossier.yaml.frontmatter import split_front_matter
from dossier.yaml.nodes import parse_yaml
from tests.builds import FERRIES

TESTS = Path(__file__).parent
PAIRS = sorted(path.name for path in (TESTS / "origins").iterdir())
CASE = TESTS / "checks" / "O001"

JOINED = {
    "old-words-quoted-again": Sharing.STATEMENT,
    "paragraph-copied": Sharing.STATEMENT,
    "press-release-quoted": Sharing.STATEMENT,
    "speech-split-and-respelled": Sharing.REPORT,
    "wire-rewritten": Sharing.REPORT,
    "wire-without-speech": Sharing.REPORT,
}
"""What is proposed; of all other pairs, none is joined."""


def signs(name: str, which: str) -> Fingerprint:
    """The signs of one text of a pair."""
    out = Findings()
    parts = split_front_matter(
        "x.md", (TESTS / "origins" / name / f"{which}.md").read_text("utf-8"), out
    )
    node = parse_yaml("x.md", parts.yaml, out) if parts else None
    assert parts
    assert node
    source = Source(id=f"{name}/{which}", **bind(node, SOURCE, Spot("", out)))
    assert () == out.in_order()
    return fingerprint_of(make_text(source.id, parts.body, source.language), source)


def of_text(text: str, id: str = "x", **details: object) -> Fingerprint:
    """The signs of a text without a record."""
    return fingerprint_of(make_text(id, text), Source(id, SourceType.NEWS, **details))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAIRS)
def test_each_pair_is_judged_as_expected(
    name: str, expect: Callable[[Path, str], None]
) -> None:
    found = find_likenesses((signs(name, "first"), signs(name, "second")))
    lines = survey_lines(Survey(tuple(SourcePair(one, ()) for one in found), (), 2, 2, ()))
    expect(TESTS / "origins" / name / "expected.txt", "\n".join(lines) + "\n")
    kinds = [one.kind for one in found if one.kind >= Sharing.STATEMENT]
    assert kinds == ([JOINED[name]] if name in JOINED else [])


def test_among_all_texts_the_same_pairs_are_found() -> None:
    """The index leads to what comparing every pair leads to, and no text is joined with one
    of another pair.
    """
    texts = tuple(signs(name, which) for name in PAIRS for which in ("first", "second"))
    everyone = [compare(one, other) for one, other in combinations(texts, 2)]
    expected = {ids(one): one.kind for one in everyone if one.kind >= Sharing.STATEMENT}
    found = {
        ids(one): one.kind
        for one in find_likenesses(texts)
        if one.kind >= Sharing.STATEMENT
    }
    assert (
        found
        == expected
        == {(f"{name}/first", f"{name}/second"): kind for name, kind in JOINED.items()}
    )


def ids(likeness: Likeness) -> tuple[str, str]:
    """The two sources."""
    return likeness.first.source, likeness.second.source


def test_it_makes_no_difference_which_text_comes_first() -> None:
    for name in PAIRS:
        first, second = signs(name, "first"), signs(name, "second")
        assert compare(first, second).kind is compare(second, first).kind


def test_two_articles_of_one_conference_share_a_report_but_for_what_one_tells_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FERRIES)
    out = CliRunner().invoke(dossier, ["origins"]).output.splitlines()
    assert "harbour-herald and tidewick-shares-climb look like one report:" == out[0]
    assert "  only in the beginning of harbour-herald" in out
    assert "  Both declare coastal-wire-open-deck-2025." in out
    assert "No findings." == out[-1]


def test_what_sources_do_not_declare_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect: Callable[[Path, str], None]
) -> None:
    shutil.copytree(CASE / "in", tmp_path / "content")
    shutil.copytree(CASE / "archive", tmp_path / "archive")
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(dossier, ["origins"])
    assert 0 == ran.exit_code
    expect(CASE / "expected.txt", ran.output)


def content_of(*sources: Source) -> Content:
    """Content with only these sources."""
    origins = {
        id: Origin(id, id, OriginKind.WIRE) for source in sources for id in source.origins
    }
    return Content(origins=origins, sources={source.id: source for source in sources})


def archive_of(folder: Path, *names: str) -> Path:
    """Texts of sources that quote the same words."""
    speech = "“Everybody has looked at every way to make steel without any coal at all,” the company said.\n"
    for name in names:
        (folder / f"{name}.txt").write_text(speech, "utf-8")
    return folder


def test_a_declared_origin_is_said_to_agree(tmp_path: Path) -> None:
    sources = [Source(id, SourceType.NEWS, origins=("wire", id)) for id in ("a", "b")]
    found = survey(content_of(*sources), archive_of(tmp_path, "a", "b"))
    assert ((), ("wire",)) == (found.findings, found.pairs[0].declared)
    assert "  Both declare wire." in list(survey_lines(found))


def test_a_declared_origin_of_which_there_is_no_sign_is_told(tmp_path: Path) -> None:
    sources = [Source(id, SourceType.NEWS, origins=("wire",)) for id in ("a", "b")]
    (tmp_path / "a.txt").write_text("One thing.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Another thing.\n", "utf-8")
    found = survey(content_of(*sources), tmp_path)
    assert (("a", "b"),) == found.silent
    assert (
        next(survey_lines(found))
        == "a and b declare an origin in common; their texts show no sign of it."
    )


def test_sources_without_a_text_are_counted_and_left_alone(tmp_path: Path) -> None:
    sources = [Source(id, SourceType.NEWS) for id in ("a", "b", "c")]
    found = survey(content_of(*sources), archive_of(tmp_path, "a"))
    assert [
        "The texts of 1 of 3 sources are at hand: 0 pairs alike, 0 without an origin in common."
    ] == list(survey_lines(found))


def test_each_source_has_one_warning_however_many_it_is_like(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")
    found = survey(
        content_of(*(Source(id, SourceType.NEWS) for id in names)),
        archive_of(tmp_path, *names),
    )
    assert 6 == len(found.pairs)
    assert ["b seems", "c seems", "d seems"] == [
        finding.message[:7] for finding in found.findings
    ]
    assert (
        "share the words of one statement with a and 2 more, and"
        in found.findings[-1].message
    )


def test_a_crowd_is_compared_with_its_first_alone() -> None:
    speech = "“Everybody has looked at every way to make steel without any coal at all,” it said."
    texts = tuple(of_text(speech, f"s{number:02}") for number in range(CROWD + 1))
    assert {("s00", f"s{number:02}") for number in range(1, CROWD + 1)} == {
        ids(one) for one in find_likenesses(texts)
    }


def test_figures_that_everybody_has_tell_nothing() -> None:
    figures = "It cost 12 million euros, 340,000 dollars, 17.5% and 91 barrels of oil."
    few = tuple(of_text(figures, f"s{number:02}") for number in range(FEW_TEXTS))
    assert {Sharing.FIGURES} == {one.kind for one in find_likenesses(few)}
    assert () == find_likenesses((*few, of_text(figures, "one-more")))


@pytest.mark.parametrize(
    "text",
    [
        "“We have looked at every way to make steel without coal, and this is it,” she said.",
        '"We have looked at every way to make steel without coal, and this is it."',
        "‘We have looked at every way to make steel without coal, and this is it’, she said.",
        "„We have looked at every way to make steel without coal, and this is it“, she said.",
        "«We have looked at every way to make steel without coal, and this is it», she said.",
        "“We have looked,” she said, “at every way to make steel without coal, and this is it.”",
        "“We have looked at every way to make steel without coal,” she said.\n\n“And this is it.”",
        "She said: “We have looked at every way to make steel\nwithout coal, and this is it.",
        "“WE HAVE LOOKED at every way to make steel without coal – and this is it!”",
    ],
)  # fmt: skip
def test_speech_is_the_same_however_it_is_set(text: str) -> None:
    words = [
        "we",
        "have",
        "looked",
        "at",
        "every",
        "way",
        "to",
        "make",
        "steel",
        "without",
        "coal",
        "and",
        "this",
        "is",
        "it",
    ]
    assert words == [word for word in speech_in(text).words if word]


def speech_in(text: str) -> Speech:
    """The direct speech of a text as it lies in the archive."""
    return speech_of(outline(normalise_text(text)).paragraphs)


@pytest.mark.parametrize(
    "text", ["It's the companies' plan, and the company's.", "The 'x' factor.", 'A 5" screen.', "The '90s were long ago."]
)  # fmt: skip
def test_apostrophes_and_single_words_are_no_speech(text: str) -> None:
    assert () == speech_in(text).words


def test_eleven_words_are_not_enough_and_twelve_are() -> None:
    twelve = "one two three four five six seven eight nine ten eleven twelve"
    eleven = twelve.rpartition(" ")[0]
    assert [12] == [
        run.length
        for run in shared_speech(
            speech_in(f"“{twelve}.”"), speech_in(f"“{twelve},” he said.")
        )
    ]
    assert () == shared_speech(speech_in(f"“{eleven}.”"), speech_in(f"“{eleven}.”"))


def test_speech_is_not_joined_across_paragraphs_without_any() -> None:
    one, other = "one two three four five six", "seven eight nine ten eleven twelve"
    apart = speech_in(f"“{one},” she said.\n\nNobody spoke.\n\n“{other},” he said.")
    assert () == shared_speech(apart, speech_in(f"“{one} {other}.”"))


def test_two_speakers_of_one_company_are_one_party() -> None:
    """A press release that quotes its own people twice is a statement and no report."""
    text = (
        "“We have looked at every way to make steel without any coal,” the head of Example Steel said. It cost 12 billion."
        "\n\nThe plant makes 91 tonnes.\n\nSales rose by 17.5%.\n\n"
        "“Nobody else has built a furnace of this size on this side of the river,” the finance chief of Example Steel said."
    )
    stranger = text.replace("finance chief of Example Steel", "view of Sample Bank")
    assert Sharing.STATEMENT is compare(of_text(text), of_text(text)).kind
    assert Sharing.REPORT is compare(of_text(stranger), of_text(stranger)).kind


def test_days_far_apart_make_no_report() -> None:
    first, second = signs("wire-rewritten", "first"), signs("wire-rewritten", "second")
    later = of_text((TESTS / "origins" / "wire-rewritten" / "second.md").read_text("utf-8").split("---\n")[2],
                    issued=PartialDate.parse("2024-05"))  # fmt: skip
    assert (Sharing.REPORT, Sharing.STATEMENT) == (
        compare(first, second).kind,
        compare(first, later).kind,
    )


def test_parts_are_told_apart() -> None:
    likeness = compare(signs("wire-rewritten", "first"), signs("wire-rewritten", "second"))
    parts = parts_of(likeness, likeness.first)
    assert ("the beginning", "Money and doubts") == parts.shared
    assert ("A town that lived on coal",) == parts.alone


def test_headings_stand_alone_between_paragraphs() -> None:
    blocks = (
        "A title",
        "A caption\nReuters",
        "One. Two.",
        "A heading",
        "Three.",
        "MORE NEWS:\nA headline\nA second one\n",
    )
    text = "\n\n".join(blocks)
    found = outline(normalise_text(text))
    assert (("the beginning", "A heading"), ["One. Two.", "Three."]) == (
        found.parts,
        [one.text for one in found.paragraphs],
    )


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("HARBOUR CITY, May 14 (Reuters) - A ship sank.", {"Reuters"}), ("- Staff writer with AFP", {"AFP"}),
        ("Source: dpa", {"dpa"}), ("(With reporting by the Associated Press.)", {"AP"}), ("© 2024 AFP", {"AFP"}),
        ("The ship sank, Reuters reported.", set()), ("It was sold by Bloomberg last year.", set()), ("By the bay", set()),
    ],
)  # fmt: skip
def test_only_credits_are_taken_for_credits(line: str, agencies: set[str]) -> None:
    assert (
        agencies == of_text(f"{line}\n\nOne sentence more.\n\nAnd one.\n\n{line}\n").credits
    )


def test_figures_are_compared_by_value_and_not_by_words() -> None:
    one = of_text(
        "It was $53bn, 26 per cent, over 380 billion yuan, one trillion parameters, on 24 September 2025, in 29 regions."
    )
    other = of_text(
        "It was 53 billion US dollars, 26%, RMB380 billion, 1 trillion settings and 29 countries, on September 24."
    )
    assert 5 == len(one.figures)
    assert one.figures.keys() == other.figures.keys()
