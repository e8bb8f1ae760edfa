"""The folder as a whole: everything that can be read is, and what is broken in one file is
not blamed on another.
"""

import pickle
from pathlib import Path

import pytest

from dossier.collect import Findings
from dossier.model.claims import Reference
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.kinds import RecordKind
from dossier.model.places import KeyPlace, Place, Position, place_at
from dossier.model.sources import Source, SourceType
from dossier.read import read_content
from dossier.read.folder import read_site_page
from dossier.read.shapes import Spot, expect_mapping, place_of
from dossier.yaml.nodes import parse_yaml
from tests.helpers import SITES, content_folder, findings_in, read_site, told

BROKEN = "a: [\n"
OVERVIEW = "Acme employs {{ employees }} [@annual-report] and took a [loan](/companies/acme/facts/loan/) [@town-paper].\n"


@pytest.mark.parametrize("root", ["missing", "file", "link"])
def test_what_is_no_folder_stops_the_program(tmp_path: Path, root: str) -> None:
    """A folder that is missing, a file, or a link cannot be read at all."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(SITES / "minimal")
    with pytest.raises(
        DossierError, match=f"{root} is not a folder; expected the content folder"
    ):
        read_content(tmp_path / root)


def test_an_empty_folder_lacks_all_that_is_needed(tmp_path: Path) -> None:
    """The three registers, and a company."""
    findings = read_content(tmp_path).findings
    assert [
        f"{name}:1:1 R009"
        for name in ("companies", "entities.yaml", "origins.yaml", "properties.yaml")
    ] == told(findings)


@pytest.mark.parametrize(
    "path",
    ["properties.yaml", "entities.yaml", "origins.yaml", "entities/more.yaml", "origins/more.yaml",
     "sources/town-paper.md", "companies/acme/company.yaml",
     "companies/acme/facts/history.yaml", "companies/acme/facts/profile.yaml", "pages/about.md"],
)  # fmt: skip
def test_a_broken_file_is_one_finding(tmp_path: Path, path: str) -> None:
    """Nothing that other files name is said to be missing because the file that holds it
    cannot be read.
    """
    text = f"---\n{BROKEN}---\n" if path.endswith(".md") else BROKEN
    files = {
        "companies/acme/overview.md": OVERVIEW,
        "companies/acme/timelines/past.yaml": "label: Past\nevents: [founding, loan]\n",
        "companies/other/company.yaml": "name: Other\nsections: {facts: Facts}\n",
        "companies/other/facts/facts.yaml": (
            "owner: {label: Owner, property: event, subject: acme, claims: [{value: {date: 2014, partners: [acme]},"
            " references: [{source: town-paper, quote: Acme}]}]}\n"
        ),
        "companies/other/timelines/past.yaml": "label: Past\nevents: [owner, acme/loan]\n",
    }
    assert () == findings_in(tmp_path / "whole", files)
    findings = findings_in(tmp_path / "broken", {**files, path: text})
    assert ["Y001"] == [one.code for one in findings], told(findings)


def test_a_company_without_its_own_file_is_read_all_the_same(tmp_path: Path) -> None:
    """The mistakes in its facts are found together with the missing file, and its facts are
    known to others.
    """
    facts = (
        (SITES / "acme/companies/acme/facts/profile.yaml")
        .read_text("utf-8")
        .replace("value: over 120", "value: many")
    )
    files = {
        "companies/other/facts/profile.yaml": facts,
        "companies/acme/overview.md": "{{ other/employees }}\n",
    }
    assert [
        "companies/other/company.yaml:1:1 R009",
        "companies/other/facts/profile.yaml:5:14 V002",
    ] == told(findings_in(tmp_path, files))


def test_faults_of_both_parts_of_a_markdown_file_are_found(tmp_path: Path) -> None:
    """Front matter that cannot be read does not hide the body, and lines count from the top
    of the file.
    """
    text = "---\ntype: report\nissued: [\n---\n\n![x](y)\n"
    assert ["sources/more.md:4:1 Y001", "sources/more.md:6:1 P003"] == told(
        findings_in(tmp_path, {"sources/more.md": text})
    )


def test_a_property_that_cannot_be_read_judges_no_value(tmp_path: Path) -> None:
    """Where its type or one of its keys is broken, the property is the only thing that is
    wrong.
    """
    properties = (SITES / "acme/properties.yaml").read_text("utf-8")
    for old, new in (
        ("type: count", "type: cuont"),
        ("{type: entity, label: Place}", "{type: record}"),
    ):
        findings = findings_in(
            tmp_path / new[-4:-1], {"properties.yaml": properties.replace(old, new, 1)}
        )
        assert ["S005"] == [one.code for one in findings], told(findings)


def test_a_company_is_an_entity(tmp_path: Path) -> None:
    """Its slug names it, without a line in entities.yaml."""
    content = read_site(tmp_path, {})
    assert ("Acme", ["acme", "example-bank", "example-town"]) == (
        content.entities["acme"].name,
        list(content.entities),
    )


def test_records_come_in_order_of_their_ids(tmp_path: Path) -> None:
    """Not in that of their paths, in which a hyphen stands before a slash and a full stop."""
    source = "---\ntype: report\n---\n"
    company = "name: A\nsections: {profile: Profile}\n"
    facts = (SITES / "acme/companies/acme/facts/profile.yaml").read_bytes()
    names = ("a", "a-b", "a2")
    files: dict[str, str | bytes] = {f"sources/{name}.md": source for name in names}
    files |= {f"companies/{name}/company.yaml": company for name in names}
    files |= {f"companies/{name}/facts/profile.yaml": facts for name in names}
    content = read_content(content_folder(tmp_path, files)).content
    assert ["a", "a-b", "a2", "acme"] == list(content.companies)
    assert ["a", "a-b", "a2", "annual-report", "town-paper"] == list(content.sources)


@pytest.mark.parametrize("name", ["properties", "entities", "origins"])
def test_a_register_may_be_a_file_a_folder_or_both(tmp_path: Path, name: str) -> None:
    """All of it in a folder, or some of it: the site is the same."""
    expected = read_content(content_folder(tmp_path / "file", {})).content
    text = (SITES / "acme" / f"{name}.yaml").read_bytes()
    root = content_folder(
        tmp_path / "both",
        {f"{name}.yaml": "", f"{name}/all.yaml": text, f"{name}/empty.yaml": ""},
    )
    for _ in ("both", "folder"):
        reading = read_content(root)
        assert (expected, ()) == (reading.content, reading.findings)
        (root / f"{name}.yaml").unlink(missing_ok=True)


@pytest.mark.parametrize("text", ["- a list\n", "a word\n"])
def test_a_file_that_is_no_mapping_is_named_alone(tmp_path: Path, text: str) -> None:
    found = findings_in(tmp_path, {"entities/more.yaml": text})
    assert ["entities/more.yaml:1:1 S003"] == told(found)


def test_what_was_unread_is_known_by_kind_and_id(tmp_path: Path) -> None:
    """A whole file, or one fact of it."""
    root = content_folder(
        tmp_path,
        {"entities.yaml": BROKEN, "companies/acme/facts/profile.yaml": "employees: many\n"},
    )
    content = read_content(root).content
    assert not content.is_whole
    assert content.was_unread(RecordKind.ENTITY, "anybody")
    assert content.was_unread(RecordKind.FACT, "acme/employees")
    assert not content.was_unread(RecordKind.FACT, "acme/others")
    assert not content.was_unread(RecordKind.SOURCE, "anything")


def test_a_page_with_any_error_is_not_given_out(tmp_path: Path) -> None:
    """Pelican asks for pages one by one, and must not print a broken one."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/good.md").write_text("---\ntitle: Good\n---\nText.\n", "utf-8")
    (tmp_path / "pages/bad.md").write_text("---\ntitle: Bad\n---\nText [@a].\n", "utf-8")
    pages = [
        read_site_page(tmp_path, name, Findings())
        for name in ("good.md", "bad.md", "missing.md")
    ]
    assert ["Good", None, None] == [page and page.title for page in pages]


def test_the_places_of_keys_are_light() -> None:
    """There is one for each record, until the end of a build: no dictionary of its own, and
    of what is alike one.
    """
    one, other = places("x: {a: 1, b: [2, 3]}\ny:\n  a: 4\n  b: [5,\n 6]\n")
    assert one.entries != other.entries
    assert layout(one) is layout(other)
    assert not hasattr(one, "__dict__")
    assert not hasattr(one.entries, "__dict__")


def test_what_records_leave_out_is_one_empty_map() -> None:
    one, other = Reference("a"), Reference("b")
    assert {} == one.confirmed
    assert one.confirmed is other.confirmed is Source("a", SourceType.NEWS).inferred


def places(text: str) -> list[Place]:
    """The places of the mappings in a mapping."""
    out = Findings()
    node = parse_yaml("a", text, out)
    top, spot = expect_mapping(node, Spot("", out)) if node else None, Spot("", out)
    return (
        [place_of(expect_mapping(one.node, spot), spot) for one in top.pairs.values()]
        if top
        else []
    )


def layout(place: Place) -> object:
    """What is one for all records that are alike."""
    return pickle.loads(pickle.dumps(place)).entries.__reduce__()[1][2]  # noqa: S301 - ours


def test_each_key_is_where_it_stands() -> None:
    out = Findings()
    node = parse_yaml("a", "x: 1\nlist: [2,\n  3]\nkeys: {y: 4}\n", out)
    assert node is not None
    at = place_of(expect_mapping(node, Spot("", out)), Spot("", out))
    assert at.entries == {
        "x": KeyPlace(Position("a", 1, 1), Position("a", 1, 4)),
        "list": KeyPlace(
            Position("a", 2, 1),
            Position("a", 2, 7),
            (Position("a", 2, 8), Position("a", 3, 3)),
        ),
        "keys": KeyPlace(
            Position("a", 4, 1),
            Position("a", 4, 7),
            inner={"y": KeyPlace(Position("a", 4, 8), Position("a", 4, 11))},
        ),
    }
    assert "x" in at.entries
    assert "z" not in at.entries
    assert at.within("keys").of("y") == Position("a", 4, 11)
    assert at.within("keys").position == Position("a", 4, 7)
    assert at.within("keys").below("y") == "keys.y"
    assert at.item("list", 1) == Position("a", 3, 3)
    assert at.of("z") == at.position == Position("a", 1, 1)


def test_a_place_far_down_and_far_right_is_kept() -> None:
    """A byte holds no such number."""
    text = f"x:\n{'#' * 300 + chr(10)}{chr(10) * 70_000}  a: 1\n  b{' ' * 300}: 2\n"
    (place,) = places(text)
    assert place.of("a") == Position("a", 70_003, 6)
    assert place.of("b") == Position("a", 70_004, 306)
    assert place.position == Position("a", 70_003, 3)


def test_what_stands_elsewhere_says_where() -> None:
    """A key above the record, of another file or with a path of its own."""
    out = Findings()
    record, above, other = (
        expect_mapping(node, Spot("", out))
        for path, text in (("a", "\n\nx: 1\n"), ("a", "y: [2]\n"), ("b", "z: {w: 3}\n"))
        if (node := parse_yaml(path, text, out))
    )
    given = record.pairs["x"]._replace(trail="defaults.t")
    pairs = {**record.pairs, **above.pairs, **other.pairs, "t": given}
    at = place_of(record._replace(pairs=pairs), Spot("here", out))
    assert at.of("y") == Position("a", 1, 4)
    assert at.item("y", 0) == Position("a", 1, 5)
    assert at.key("z") == Position("b", 1, 1)
    assert at.within("z").of("w") == Position("b", 1, 8)
    assert [at.below(key) for key in "xyzt"] == ["here.x", "here.y", "here.z", "defaults.t"]
    assert place_at(at.position, "here", {**at.entries}) == at
    assert pickle.loads(pickle.dumps(at)) == at  # noqa: S301 - ours


def test_what_was_read_travels_to_another_process() -> None:
    """It can be written down as a whole and is the same where it arrives."""
    content = read_content(SITES / "kitchen-sink" / "content").content
    arrived: Content = pickle.loads(pickle.dumps(content))  # noqa: S301 - ours
    assert content.facts
    assert content == arrived
    assert [fact.at for fact in content.every_fact] == [
        fact.at for fact in arrived.every_fact
    ]
    own, same = content.properties["event"], arrived.properties["event"]
    assert own.field.type is same.field.type
