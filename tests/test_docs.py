"""The documents say what is so: what the code knows is the code's own, samples work, and
links lead somewhere.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import click
import pytest

from dossier.figures.grammars import shipped
from dossier.generate.settings import NAMES, OURS
from dossier.model.addresses import TAKEN
from dossier.model.agreement import Difference
from dossier.model.dates import PartialDate
from dossier.model.findings import CODES, Severity
from dossier.model.freshness import Age
from dossier.model.languages import Table
from dossier.model.proofs import Level, ProofState
from dossier.model.quantities import SYNONYMS, Hedge, Quantity, Range
from dossier.model.several import SEVERAL
from dossier.model.units import UNITS
from dossier.model.values import TYPES
from dossier.model.values.drawing import Holder
from dossier.plugin import GUARDED
from dossier.prove.cues.lexicon import LANGUAGES
from dossier.read import (
    companies,
    corrections,
    facts,
    fiscal,
    judgements,
    locators,
    pages,
    places,
    proofs,
    registry,
    sources,
    spreading,
)
from dossier.read.layout import FOLDERS, IGNORED, Role
from dossier.read.meanings import MEANINGS
from dossier.read.shapes import RecordShape
from dossier.render.language.catalogues import ENGLISH
from dossier.render.language.dates import date_markup
from dossier.render.language.words.claims import DIFFERENCES
from tests.builds import FERRIES, ROOT
from tests.documents import (
    COMPANY,
    DOCUMENTS,
    PRACTICE,
    SHAPES,
    check_with,
    commands,
    current,
    rows_after,
    sample,
)
from tests.editors import seen
from tests.helpers import CHARTS, a_date
from tests.spoken import NAMES as NAMES_OF_LISTS

WORDS: dict[str, Mapping[str, str]] = {
    words.__name__: meanings for words, meanings in MEANINGS.items()
} | {"ValueType": {type.id: type.about for type in TYPES}}
STATES: dict[str, type[StrEnum]] = {
    words.__name__: words for words in (Age, Difference, Level, ProofState)
}
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
MODEL = ROOT / "docs" / "model.md"
EVIDENCE = ROOT / "docs" / "evidence.md"
FINDINGS = ROOT / "docs" / "findings.md"
SPOKEN = ROOT / "docs" / "languages.md"
SETTINGS = ROOT / "docs" / "settings.md"
CHARTED = ROOT / "docs" / "charts.md"
DEPENDENCIES = ROOT / "docs" / "dependencies.md"
each_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT))
)


def read(path: Path) -> str:
    """The text of a document."""
    return path.read_text("utf-8")


@each_document
def test_generated_parts_are_current(path: Path, request: pytest.FixtureRequest) -> None:
    """Tables, messages and help texts are those of the code; `make golden` writes them
    anew.
    """
    now = current(read(path))
    if request.config.getoption("--update-golden"):
        path.write_text(now, "utf-8")
    assert now == read(path)


def test_every_list_of_a_language_is_told() -> None:
    """docs/languages.md has a name for each, and a section for each language."""
    assert NAMES_OF_LISTS.keys() == Table.__dataclass_fields__.keys()
    assert {*shipped()} >= {*LANGUAGES} - {"zh"}
    assert len(re.findall(r"^## ", read(SPOKEN), re.MULTILINE)) == len(shipped())


def test_every_mapping_of_the_code_has_its_table() -> None:
    """No shape is declared that docs/model.md does not show."""
    declared = {
        name
        for module in (
            companies,
            corrections,
            facts,
            judgements,
            locators,
            fiscal,
            pages,
            places,
            proofs,
            registry,
            sources,
            spreading,
        )
        for name, value in vars(module).items()
        if isinstance(value, RecordShape) and not name.startswith("_")
    }
    assert declared == set(SHAPES) == set(re.findall(r"<!-- keys: (\w+) -->", read(MODEL)))


def test_every_finding_has_its_entry() -> None:
    """All codes stand in docs/findings.md, once and in order."""
    assert list(CODES) == re.findall(r"^### (\w+): ", read(FINDINGS), re.MULTILINE)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (CONTRIBUTING, "Status"),
        *((MODEL, name) for name in WORDS),
        *((EVIDENCE, name) for name in STATES),
    ],
)
def test_every_word_is_explained(path: Path, name: str) -> None:
    """Each closed set of words has a table, with each word once."""
    words = (WORDS | STATES)[name]
    assert sorted(words) == sorted(
        row[0] for row in rows_after(read(path), f"words: {name}")
    )


def test_differences_are_told_as_pages_tell_them() -> None:
    """The words for readers in docs/evidence.md are those that pages print."""
    rows = rows_after(read(EVIDENCE), "words: Difference")
    assert DIFFERENCES == {Difference(word): told for word, told, _ in rows}


@pytest.mark.parametrize("path", [CONTRIBUTING, MODEL], ids=lambda path: path.name)
def test_dates_read_as_shown(path: Path) -> None:
    """Each date of the tables is one, and is printed in the words beside it."""
    for written, shown in rows_after(read(path), "dates"):
        assert (
            shown == date_markup(PartialDate.parse(written.strip('"')), ENGLISH).striptags()
        )


def test_doubt_in_words_reads_as_shown() -> None:
    """Each date with words beside it is printed in the words of the table."""
    for written, vague, shown in rows_after(read(MODEL), "vague dates"):
        date = a_date(f"{written.strip(chr(34))} ({vague.strip('[]')})")
        assert shown == date_markup(date, ENGLISH).striptags()


def test_quantities_are_ones() -> None:
    """Each quantity of the table can be read."""
    for written, _ in rows_after(read(MODEL), "quantities"):
        assert written == str(Quantity.parse(written))


def test_ranges_are_ones() -> None:
    """Each range of the table can be read, and is written so."""
    for written, _ in rows_after(read(MODEL), "ranges"):
        assert written == str(Range.parse(written))


def test_every_unit_is_listed() -> None:
    """In the order of the program."""
    assert [*UNITS] == [
        unit
        for _, units in rows_after(read(MODEL), "units")
        for unit in units.split("`, `")
    ]


def test_words_for_a_number_are_explained() -> None:
    """With the bounds that the program takes them for."""
    told = {
        words: f"{one.least:,} or more" + (f", below {one.below:,}" if one.below else "")
        for words, one in SEVERAL.items()
    }
    assert told == dict(rows_after(read(MODEL), "several"))


def test_every_hedge_is_explained_with_its_synonyms() -> None:
    """The table names each hedge, and no word beside it that the program would replace by
    another one.
    """
    rows = rows_after(read(CONTRIBUTING), "hedges")
    assert list(Hedge) == [hedge for hedge, _ in rows]
    for hedge, words in rows:
        assert {hedge} >= {SYNONYMS[word] for word in words.split(", ") if word in SYNONYMS}


def test_every_place_of_the_content_folder_is_described() -> None:
    """The table of files has each path that is read; names that are passed over, or that no
    page can have, are said.
    """
    for role in Role:
        assert f"| `{role.value.replace('{}', '<id>')}` |" in read(MODEL)
    for path in FOLDERS.values():
        assert f"`{path.format('<id>')}`" in read(MODEL)
    for name in IGNORED | TAKEN:
        assert f"`{name}`" in read(MODEL)


@pytest.mark.parametrize("path", [README, CONTRIBUTING], ids=lambda path: path.name)
def test_the_sample_fact_can_be_added(path: Path) -> None:
    """At the end of a file of facts, the sample adds nothing to what is found without it
    but unproved quotes.
    """
    name = "facts/investment.yaml"
    facts_there = read(FERRIES / COMPANY / name)
    assert codes_with({name: f"{facts_there}\n{sample(read(path))}"}) == [
        *codes_with({}),
        *unproved(sample(read(path))),
    ]


def codes_with(added: Mapping[str, str]) -> list[str]:
    """The codes of all findings for the content with other or more files, in alphabetical
    order.
    """
    return sorted(re.findall(r"^content/\S+ (\w+) ", check_with(added), re.MULTILINE))


def unproved(text: str) -> list[str]:
    """The code of the one warning that each new quote brings: nobody has looked it up yet."""
    assert CODES["Q013"].severity is Severity.WARNING
    facts = seen(text).values()
    claims = [claim for fact in facts for claim in fact.get("claims", [fact])]
    passages = [one for claim in claims for one in claim["sources"].values()]
    return ["Q013"] * sum(len(one) if isinstance(one, list) else 1 for one in passages)


def test_the_sample_source_can_be_added_and_cited() -> None:
    """With the sample reference, the sample fact cites the sample source, and only its
    quotes are found to be unproved.
    """
    text = read(CONTRIBUTING)
    source, reference = fenced_after(text, "source"), fenced_after(text, "reference")
    added = {PRACTICE: sample(text) + reference, "../../sources/example-report.md": source}
    assert codes_with(added) == [*codes_with({}), *unproved(sample(text))]


def test_the_sample_property_can_be_added_and_answered() -> None:
    """With no command run: neither a schema nor a record has to be written anew."""
    text = read(CONTRIBUTING)
    properties = (
        f"{read(FERRIES / 'content' / 'properties.yaml')}\n{fenced_after(text, 'property')}"
    )
    added = {PRACTICE: fenced_after(text, "answer"), "../../properties.yaml": properties}
    assert codes_with(added) == codes_with({})


def test_the_sample_of_sources_that_differ_can_be_added() -> None:
    differing = fenced_after(read(CONTRIBUTING), "quotes")
    added = sorted([*codes_with({}), *unproved(differing), "F014"])
    assert codes_with({PRACTICE: differing}) in (
        added,
        sorted([*codes_with({}), *unproved(differing)]),
    )


def fenced_after(text: str, marker: str) -> str:
    """The text of the fenced block below a marker."""
    return text.split(f"<!-- {marker} -->\n```", 1)[1].split("\n", 1)[1].split("```", 1)[0]


def test_every_command_and_option_is_documented() -> None:
    """docs/settings.md has the help text of the program and of each command."""
    wanted = {"dossier", *(f"dossier {name}" for name in commands())}
    assert wanted == set(re.findall(r"<!-- help: ([a-z ]+) -->", read(SETTINGS)))
    options = {name for command in commands().values() for name in option_names(command)}
    assert all(name in read(SETTINGS) for name in options)


def option_names(command: click.Command) -> Iterator[str]:
    """The options of a command as they are typed."""
    for parameter in command.params:
        yield from (name for name in parameter.opts if name.startswith("--"))


@each_document
def test_named_commands_are_real(path: Path) -> None:
    """Whatever `make` target or `dossier` command a document names is there."""
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
    code = "\n".join(re.findall(r"`[^`\n]+`|```sh\n.*?```", read(path), re.DOTALL))
    assert targets >= set(re.findall(r"\bmake ([a-z]+)", code))
    assert set(commands()) >= set(
        re.findall(r"(?:^|[`/])dossier ([a-z]+)", code, re.MULTILINE)
    )


def test_every_make_target_is_named() -> None:
    """The README or a document says what each target is for."""
    targets = re.findall(r"^([a-z]+):.*## ", read(ROOT / "Makefile"), re.MULTILINE)
    said = "\n".join(map(read, DOCUMENTS))
    assert [] == [target for target in targets if f"make {target}" not in said]


def test_every_setting_is_documented() -> None:
    """The settings that the plugin asks for or forces stand in docs/settings.md, and no
    others.
    """
    package = ROOT / "dossier"
    code = "".join(
        map(
            read,
            (
                *sorted(package.glob("plugin/*.py")),
                package / "commands/sites.py",
                package / "generate/settings.py",
            ),
        )
    )
    asked = set(re.findall(r'settings(?:, |\.get\(|\[)["\'](\w+)["\']', code)) | set(
        GUARDED
    )
    assert {*NAMES} == {name for name in asked if name.startswith(OURS)}
    rows = [
        row[0]
        for marker in ("settings", "forced")
        for row in rows_after(read(SETTINGS), marker)
    ]
    assert asked == {name.strip("` ") for row in rows for name in row.split(",")}


def test_every_dependency_has_its_reason() -> None:
    """docs/dependencies.md names what pyproject.toml and package.json ask for, and nothing
    else.
    """
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    extras = project["project"].get("optional-dependencies", {})
    wanted = [
        *project["project"]["dependencies"],
        *(entry for group in extras.values() for entry in group),
    ]
    wanted += [
        entry
        for group in project["dependency-groups"].values()
        for entry in group
        if isinstance(entry, str)
    ]
    npm = re.findall(
        r'^    "([a-z@/-]+)": "[\d.]+"', read(ROOT / "package.json"), re.MULTILINE
    )
    tables = {
        marker: rows_after(read(DEPENDENCIES), marker)
        for marker in ("runtime", "tests", "npm", "rival", "links")
    }
    named = [(marker == "npm", row[0]) for marker, rows in tables.items() for row in rows]
    python = {(False, re.split(r"[><=~]", entry)[0]) for entry in wanted}
    assert {*python, *((True, name) for name in npm)} == {*named}
    assert len(named) == len({*named})


@each_document
def test_links_lead_somewhere(path: Path) -> None:
    """Links and pictures within the project name a file that is there, and a heading in it."""
    for target in links_of(read(path)):
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors_of(read(file)), target


def links_of(text: str) -> list[str]:
    """The targets of links and pictures, but for those out of the project."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    found = re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"", prose)
    return [
        target
        for pair in found
        for target in pair
        if target and not target.startswith("https://")
    ]


def anchors_of(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE
    )
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings
    }


@each_document
def test_the_project_speaks_of_itself_alone(path: Path) -> None:
    """No document names a folder of somebody's machine."""
    assert [] == re.findall(r"/(?:tmp|work|home|root|Users)/", read(path))


def test_the_table_of_charts_is_that_of_the_code() -> None:
    """By type, and by where the figure stands."""
    expected = [
        [type.id, *(kinds[type] for kinds in CHARTS.values())]
        for type in CHARTS[Holder.VALUE]
    ]
    assert expected == rows_after(read(CHARTED), "charts")
