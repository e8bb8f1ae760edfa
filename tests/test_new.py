"""`dossier new`: what it begins is sound but for what must be filled in, stands where it
belongs, and overwrites nothing.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.edit.beginning import (
    FactRequest,
    library_lines,
    new_company,
    new_event,
    new_fact,
    new_property,
    new_source,
)
from dossier.edit.formatting import formatted
from dossier.edit.library import library, library_text, property_lines
from dossier.edit.skeletons import fact_lines
from dossier.generate.pipeline import inspect
from dossier.model.errors import DossierError
from dossier.model.findings import Severity
from dossier.model.values import Sign
from dossier.read.layout import Role
from tests.builds import FERRIES, run
from tests.editors import seen
from tests.helpers import content_folder

PROFILE = "companies/acme/facts/profile.yaml"
HISTORY = "companies/acme/facts/history.yaml"


def blanks(root: Path, path: str) -> list[str]:
    """What `dossier check` has to say of a file: the code and the key."""
    found = [
        one
        for one in inspect(root).findings
        if one.position.path == path and one.severity is Severity.ERROR
    ]
    return [f"{one.code} {one.message.split(':')[0]}" for one in found]


def filled(text: str, values: dict[str, str]) -> str:
    """A skeleton with its blank keys filled in."""
    if words := values.get("sources"):
        text = re.sub(r"(?m)^( *)(sources:)(  # .*)$", rf"\1\2\3\n\1  {words}", text)
    for key, value in values.items() - {("sources", values.get("sources"))}:
        text = re.sub(rf"(?m)^( *(?:- )?{key}:)(  # .*)$", rf"\1 {value}\2", text)
    return text


def test_what_a_file_says_of_all_its_facts_is_told(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {})
    path = root / PROFILE
    path.write_text(
        f"defaults:\n  status: announced\n  asserted_by: acme\n{path.read_text('utf-8')}",
        "utf-8",
    )
    told = new_fact(root, FactRequest("acme", "staff-abroad", "employees"))[1]
    assert (
        "its defaults hold for the new fact too (status announced, asserted_by acme); `unstated` in its place"
        in told
    )


def test_a_fact_goes_to_where_its_like_stand(tmp_path: Path) -> None:
    """At the end of the file; what is there stays to the byte."""
    root = content_folder(tmp_path, {})
    before = (root / PROFILE).read_text("utf-8")
    assert (
        f"{root}/{PROFILE}:{before.count(chr(10)) + 3}: fill in label, value, sources.",
    ) == new_fact(root, FactRequest("acme", "staff-abroad", "employees"))
    assert (
        (root / PROFILE)
        .read_text("utf-8")
        .startswith(f"{before}\nstaff-abroad:\n  label:  # What readers see")
    )


def test_check_names_just_what_is_blank(tmp_path: Path) -> None:
    """And nothing else is wrong with a skeleton."""
    root = content_folder(tmp_path, {})
    new_fact(root, FactRequest("acme", "staff-abroad", "employees"))
    assert [
        "S004 staff-abroad.label",
        "S004 staff-abroad.value",
        "S004 staff-abroad.sources",
    ] == blanks(root, PROFILE)


def test_a_skeleton_that_is_filled_in_is_sound(tmp_path: Path) -> None:
    """So is one whose remarks are made into keys."""
    root = content_folder(tmp_path, {})
    new_fact(root, FactRequest("acme", "staff-abroad", "employees"))
    text = filled(
        (root / PROFILE).read_text("utf-8"),
        {"label": "Staff", "value": "over 5", "sources": "annual-report: words"},
    )
    (root / PROFILE).write_text(text, "utf-8")
    assert [] == blanks(root, PROFILE)
    everything = re.sub(r"(?m)^( +)# ([\w-]+:)", r"\1\2", text)
    known = seen(everything)["staff-abroad"]
    assert {"subject", "note", "value", "period", "stated", "status"} < known.keys()
    assert "words" == known["sources"]["annual-report"]


def test_an_event_is_laid_out_by_its_property(tmp_path: Path) -> None:
    """The keys that it needs are blank, the others are remarks with their labels; what
    happened is proved by its keys.
    """
    root = content_folder(tmp_path, {})
    new_event(root, FactRequest("acme", "fire", "", "history"))
    text = (root / HISTORY).read_text("utf-8").split("\nfire:\n")[1]
    assert "  value:\n    date:  # Date (date).\n    # what:  # What (text).\n" in text
    assert "    # partners:  # Partners (entity, a list).\n" in text
    assert "    #   - Words that show a part of it: [date]\n" in text
    assert "S004 fire.value.date" in blanks(root, HISTORY)


def test_a_new_section_gets_a_file_and_is_asked_for(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {})
    done = new_fact(root, FactRequest("acme", "motto", "description", "culture"))
    assert (
        f"{root}/companies/acme/company.yaml:2: add `culture: Heading` below it." == done[1]
    )
    assert (
        (root / "companies/acme/facts/culture.yaml")
        .read_text("utf-8")
        .startswith("motto:\n  label:  # ")
    )


def test_a_company_is_begun_whole(tmp_path: Path) -> None:
    """Its own file and a first fact; with both filled in nothing is wrong."""
    root = content_folder(tmp_path, {})
    done = new_company(root, "umbrella", "Umbrella: A Company")
    facts = "companies/umbrella/facts/profile.yaml"
    nothing = f"{root}/companies/umbrella/company.yaml:1: nothing has to be filled in; what stands behind # may be."
    assert (nothing, f"{root}/{facts}:8: fill in value, sources.") == done
    assert 'name: "Umbrella: A Company"\n' in (
        root / "companies/umbrella/company.yaml"
    ).read_text("utf-8")
    text = filled(
        (root / facts).read_text("utf-8"),
        {"label": "D", "value": "A company", "sources": "annual-report: words"},
    )
    (root / facts).write_text(text, "utf-8")
    assert [] == [
        one
        for one in inspect(root).findings
        if "umbrella" in one.position.path and one.severity is Severity.ERROR
    ]


def test_a_company_without_a_name_says_so(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {})
    assert (
        f"{root}/companies/umbrella/company.yaml:1: fill in name."
        == new_company(root, "umbrella", "")[0]
    )
    assert ["S004 name"] == blanks(root, "companies/umbrella/company.yaml")


def test_a_source_is_begun(tmp_path: Path) -> None:
    """Only its type is needed."""
    root = content_folder(tmp_path, {})
    assert (f"{root}/sources/evening-post.md:2: fill in type.",) == new_source(
        root, "evening-post"
    )
    assert ["S004 type"] == blanks(root, "sources/evening-post.md")
    path = root / "sources" / "evening-post.md"
    path.write_text(filled(path.read_text("utf-8"), {"type": "webpage"}), "utf-8")
    assert [] == blanks(root, "sources/evening-post.md")


def test_files_name_their_schema_where_there_is_one(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {})
    assert 0 == run(tmp_path, "dossier", "schema").returncode
    new_company(root, "umbrella", "Umbrella")
    for name, schema in (("company.yaml", "company"), ("facts/profile.yaml", "facts")):
        path = root / "companies" / "umbrella" / name
        line = path.read_text("utf-8").split("\n")[0]
        assert (tmp_path / "schema" / f"{schema}.json") == (
            path.parent / line.split("$schema=")[1]
        ).resolve()


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (
            FactRequest("acme", "employees", "employees"),
            "'employees' is the id of a fact already: ",
        ),
        (FactRequest("acme", "Staff", "employees"), "'Staff' is not an id. "),
        (
            FactRequest("acme", "a", "employes"),
            "'employes' is not known. Did you mean 'employees'?",
        ),
        (
            FactRequest("acne", "a", "employees"),
            "'acne' is not known. Did you mean 'acme'?",
        ),
        (FactRequest("acme", "a", "employees", "../x"), "'../x' is not an id. "),
        (
            FactRequest("acme", "a", "founded"),
            "no fact of founded shows where to write it; expected --section, such as profile, ",
        ),
    ],
)
def test_a_fact_that_cannot_be_begun_is_one_line(
    wish: FactRequest, message: str, tmp_path: Path
) -> None:
    refused(lambda root: new_fact(root, wish), message, tmp_path)


@pytest.mark.parametrize(
    ("begin", "message"),
    [
        (
            lambda root: new_event(root, FactRequest("acme", "a", "employees")),
            "'employees' is no property with a date; ",
        ),
        (
            lambda root: new_company(root, "acme", ""),
            "company.yaml is there already; nothing was written.",
        ),
        (lambda root: new_company(root, "example-bank", ""), "'example-bank' stands in "),
        (
            lambda root: new_source(root, "annual-report"),
            "annual-report.md is there already; nothing was written.",
        ),
        (lambda root: new_source(root, "con"), "'con' is not an id. "),
    ],
)
def test_what_cannot_be_begun_is_one_line(
    begin: Callable[[Path], object], message: str, tmp_path: Path
) -> None:
    refused(begin, message, tmp_path)


def refused(begin: Callable[[Path], object], message: str, folder: Path) -> None:
    """Asserts that something is refused by a message, and that nothing is written."""
    root = content_folder(folder, {})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(DossierError) as error:
        begin(root)
    assert message in str(error.value)
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("link", "begin"),
    [
        ("companies/evil", lambda root: new_company(root, "evil", "Evil")),
        (
            "companies/acme/facts",
            lambda root: new_fact(root, FactRequest("acme", "one", "employees", "profile")),
        ),
        ("sources", lambda root: new_source(root, "one")),
    ],
)
def test_nothing_is_written_through_a_link(
    tmp_path: Path, link: str, begin: Callable[[Path], object]
) -> None:
    """A pull request can bring a folder that leads out of the content."""
    root = content_folder(tmp_path, {})
    outside = tmp_path / "outside"
    shutil.move(root / link, outside) if (root / link).exists() else outside.mkdir()
    (root / link).symlink_to(outside)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    with pytest.raises(
        DossierError,
        match=r"is a symbolic link; expected a folder\. Nothing was written\.$",
    ):
        begin(root)
    assert before == {
        path: path.read_bytes() for path in outside.rglob("*") if path.is_file()
    }


def test_nothing_is_added_behind_a_mistake(tmp_path: Path) -> None:
    """Of YAML, or behind brackets; other blanks do not matter."""
    root = content_folder(tmp_path, {})
    new_fact(root, FactRequest("acme", "one", "employees"))
    new_fact(root, FactRequest("acme", "two", "employees"))
    for text, message in (
        ("a: [1\n", "cannot be read, so 'three'"),
        ("{a: {label: A, property: employees, claims: [{value: 1}]}}\n", "in brackets"),
    ):
        (root / PROFILE).write_text(text, "utf-8")
        with pytest.raises(DossierError, match=message):
            new_fact(root, FactRequest("acme", "three", "employees", "profile"))
        assert text == (root / PROFILE).read_text("utf-8")


def test_line_ends_of_the_file_are_kept(tmp_path: Path) -> None:
    """Also where the last one is missing."""
    root = content_folder(tmp_path, {})
    old = (root / PROFILE).read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n")
    (root / PROFILE).write_bytes(old)
    new_fact(root, FactRequest("acme", "staff-abroad", "employees"))
    data = (root / PROFILE).read_bytes()
    assert data.startswith(old + b"\r\n\r\nstaff-abroad:\r\n  label:")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_properties_of_a_site_can_all_be_begun(tmp_path: Path) -> None:
    """Each property of the ferries gives a skeleton of which only blanks are wrong: single
    values and lists.
    """
    root = tmp_path / "content"
    shutil.copytree(FERRIES / "content", root)
    for id in inspect(root).content.properties:
        new_fact(root, FactRequest("ampelle", f"new-{id}", id, "profile"))
    assert {"S004"} == {
        told.split()[0] for told in blanks(root, "companies/ampelle/facts/profile.yaml")
    }


def test_the_command_says_what_to_do_next(tmp_path: Path) -> None:
    content_folder(tmp_path, {})
    done = run(tmp_path, "dossier", "new", "event", "acme", "fire", "--section", "history")
    assert (0, "") == (done.returncode, done.stderr)
    assert re.fullmatch(
        rf"content/{HISTORY}:\d+: fill in label, date, sources\.\n", done.stdout
    )
    again = run(tmp_path, "dossier", "new", "event", "acme", "fire", "--section", "history")
    assert again.returncode == 1
    assert again.stderr.startswith("dossier: 'fire' is the id of a fact already: content/")


def test_the_library_is_sound_and_laid_out(tmp_path: Path) -> None:
    """Each of its properties can be read, says what is meant, and is written as `dossier
    fmt` writes.
    """
    root = content_folder(tmp_path, {})
    for path in (root / "companies").rglob("*.yaml"):
        path.unlink()
    (root / "properties.yaml").write_text(library_text(), "utf-8")
    assert [] == [
        str(one) for one in inspect(root).findings if one.position.path == "properties.yaml"
    ]
    assert 80 <= len(library()) == len(library_lines(root))
    assert all(prop.description.endswith(".") for prop in library().values())
    assert library_text() == formatted(Role.PROPERTIES, library_text(), {})


def test_the_library_says_what_the_site_has(tmp_path: Path) -> None:
    """And where the site means another thing by the same id."""
    root = content_folder(tmp_path, {})
    text = "headcount:\n  label: Headcount\n  type: text\n  fresh: never\n" + "\n".join(
        property_lines("cash", "cash")
    )
    (root / "properties.yaml").write_text(text + "\n", "utf-8")
    told = {line.split()[0]: line for line in library_lines(root)}
    assert told["cash"].endswith(" The site has it.")
    assert "under this id, text: `--like headcount` takes" in told["headcount"]
    assert told["net-profit"].endswith(library()["net-profit"].description)


def test_the_library_says_which_questions_have_one_answer() -> None:
    """A company has one revenue, headcount and chief executive at a time, and many
    founders, deals and sites.
    """
    one = {id for id, prop in library().items() if prop.one}
    assert {
        "revenue",
        "net-profit",
        "earnings-per-share",
        "headcount",
        "chief-executive",
        "headquarters",
        "cash",
    } <= one
    assert not one & {
        "founder",
        "role",
        "statement",
        "stake",
        "acquisition",
        "description",
        "event",
        "analyst-estimate",
    }
    assert not [id for id in one if library()[id].keys]


def test_a_property_of_the_library_is_added_and_editors_offer_it(tmp_path: Path) -> None:
    """Under its own id or another; the rest of the file stays to the byte."""
    root = content_folder(tmp_path, {})
    (tmp_path / "schema").mkdir(exist_ok=True)
    before = (root / "properties.yaml").read_text("utf-8")
    said = new_property(root, "earnings-per-share")
    assert (
        f"{root}/properties.yaml: earnings-per-share was added at the end; change what does not fit."
        == said[0]
    )
    new_property(root, "profit", "net-profit")
    after = (root / "properties.yaml").read_text("utf-8")
    assert after.startswith(before)
    properties = inspect(root).content.properties
    asked = properties["earnings-per-share"].field
    assert ("share", Sign.RESULT) == (asked.per, asked.sign)
    assert ("Net profit", True) == (properties["profit"].label, properties["profit"].one)
    assert "earnings-per-share" in (
        root.absolute().parent / "schema" / "site.json"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("id", "like", "message"),
    [
        ("employees", "", "'employees' is a property of the site already"),
        ("netprofit", "", "'netprofit' is not in the library"),
        ("profit", "net-proft", "Did you mean 'net-profit'?"),
        ("Profit", "net-profit", "'Profit' "),
    ],
)
def test_a_property_that_cannot_be_added_is_one_line(
    id: str, like: str, message: str, tmp_path: Path
) -> None:
    """And nothing is written."""
    root = content_folder(tmp_path, {})
    before = (root / "properties.yaml").read_bytes()
    with pytest.raises(DossierError) as raised:
        new_property(root, id, like)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert before == (root / "properties.yaml").read_bytes()


def test_the_first_property_makes_the_file(tmp_path: Path) -> None:
    """Where there is none yet, nothing is taken."""
    root = content_folder(tmp_path, {})
    (root / "properties.yaml").unlink()
    new_property(root, "revenue")
    new_property(root, "net-profit")
    assert {"revenue", "net-profit"} == {*inspect(root).content.properties}


def test_no_property_is_added_beside_one_that_cannot_be_read(tmp_path: Path) -> None:
    """It may be the same."""
    root = content_folder(
        tmp_path,
        {"properties.yaml": "revenue: {label: Revenue, type: mony, fresh: never}\n"},
    )
    with pytest.raises(DossierError, match="may be taken"):
        new_property(root, "revenue")


def test_a_skeleton_says_what_a_figure_is_for_one_of_and_that_it_can_be_a_loss() -> None:
    """Beside the blank value."""
    lines = [*fact_lines("eps", library()["earnings-per-share"])]
    assert any(
        "a quantity with an ISO 4217 code, per share, a loss below zero" in line
        for line in lines
    )
