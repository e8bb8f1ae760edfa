"""What another package adds takes part as our own parts do; one that is broken is one clear
line.
"""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest

from dossier.installed import names_in
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text
from tests.builds import ROOT, run

HOUSE = ROOT / "tests" / "extensions"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site whose prose leads to a page that an extension brings."""
    site = tmp_path / "site"
    shutil.copytree(ROOT / "tests" / "sites" / "kiln" / "content", site / "content")
    (site / "pelicanconf.py").write_text(
        'from dossier.carrying import THEME\nSITENAME = "Tiles"\nPATH = "content"\nOUTPUT_PATH = "output"\n'
        'TIMEZONE = "UTC"\nPLUGINS = ["dossier.plugin"]\nDOSSIER_CARDS = False\nDOSSIER_PLAIN_LINKS = True\n'
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n",
        "utf-8",
    )
    about = site / "content" / "pages" / "about.md"
    about.write_text(
        about.read_text("utf-8")
        + "See all [labels](/more/labels/) and [counts](/data/more/counts.json).\n",
        "utf-8",
    )
    return site


def dossier(site: Path, *words: str, house: Path | None = HOUSE) -> tuple[int, str, str]:
    """The program with the package of somebody else's beside it, or without."""
    path = f"{house}:{ROOT}" if house else str(ROOT)
    done = run(site, "dossier", *words, env={"PYTHONPATH": path})
    return done.returncode, done.stdout, done.stderr


def naming(folder: Path, group: str, name: str) -> Path:
    """The same package with one entry point and no other."""
    shutil.copytree(HOUSE, folder)
    (folder / "house-1.0.dist-info" / "entry_points.txt").write_text(
        f"[{group}]\nbroken = house:{name}\n", "utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"one-1.dist-info/entry_points.txt": "[console_scripts]\nx = y:z\n"}, False),
        ({"one-1.dist-info/METADATA": "Name: one\n", "two.egg-info": "Name: two\n"}, False),
        ({"one-1.dist-info/entry_points.txt": "[dossier.checks]\nx = y:z\n"}, True),
        ({"one.egg-info/entry_points.txt": "[a]\nb = c\n\n[dossier.pages]\nx = y\n"}, True),
    ],
)
def test_one_look_tells_whether_anything_may_be_added(
    tmp_path: Path, made: dict[str, str], expected: bool
) -> None:
    """What is no folder may hold anything, and what is not there nothing."""
    for name, text in made.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert expected is names_in(tmp_path, "dossier.")
    archive = tmp_path / "more.zip"
    archive.write_bytes(b"")
    assert names_in(archive, "dossier.")
    assert not names_in(tmp_path / "missing", "dossier.")


def test_a_check_is_run_and_its_warnings_are_told_and_confirmed(site: Path) -> None:
    facts = site / "content" / "companies" / "wessel" / "facts" / "works.yaml"
    text = facts.read_text("utf-8").replace("label: Founding of Wessel", "label: FOUNDING")
    facts.write_text(text, "utf-8")
    status, told, _ = dossier(site, "check")
    assert 0 == status
    assert "works.yaml:3:10 XW001 warning: 'FOUNDING' shouts. Write 'Founding'.\n" in told
    for form in ("json", "sarif", "github"):
        status, told, wrong = dossier(site, "check", "--format", form)
        assert (0, "") == (status, wrong)
        assert "XW001" in told
    facts.write_text(
        text.replace(
            "label: FOUNDING", "label: FOUNDING\n  confirmed: {XW001: It is a name.}"
        ),
        "utf-8",
    )
    assert "XW001" not in dossier(site, "check")[1]


def test_pages_and_data_are_built_listed_and_linked(site: Path) -> None:
    status, _, wrong = dossier(site, "build")
    assert 0 == status, wrong
    page = (site / "output" / "more" / "labels" / "index.html").read_text("utf-8")
    assert "<li>Founding of Wessel</li>" in page
    assert "<h1" in page
    results = (site / "output" / "pagefind" / "fragment").iterdir()
    assert any(
        b"words of the house" in gzip.decompress(one.read_bytes()) for one in results
    )
    data = json.loads(
        (site / "output" / "data" / "more" / "counts.json").read_text("utf-8")
    )
    assert {"wessel": 4} == data["facts"]
    assert (
        "data/more/counts.json"
        in json.loads((site / "output" / "data" / "index.json").read_text("utf-8"))["files"]
    )
    assert "How many facts each company has." in (
        site / "output" / "data" / "index.html"
    ).read_text("utf-8")


def test_without_the_package_its_pages_are_dead_links(site: Path) -> None:
    status, told, _ = dossier(site, "check", house=None)
    assert 1 == status
    assert 2 == told.count(" L009 ")


def test_a_reader_takes_its_files_in(site: Path) -> None:
    (site / "tiles.card").write_text("On tiles\nLemford Press\n", "utf-8")
    status, told, wrong = dossier(site, "source", "add", "tiles.card")
    assert 0 == status, wrong
    written = next((site / "content" / "sources").glob("*tiles*.md")).read_text("utf-8")
    assert "title: On tiles\npublisher: Lemford Press\n" in written
    assert "the card tiles.card" in told
    assert 1 == dossier(site, "source", "add", "tiles.card", house=None)[0]


GUILD = "Wessel is rated AA by the guild.\n\nThe guild rates its blue tile AA too.\n"
GRADED = """
rating:
  label: Rating
  property: rating
  claims:
    - value: AA
      references:
        - {source: guild, quote: Wessel is rated AA}

rating-of-blue:
  label: Rating of the blue tile
  property: rating
  subject: blue-tile
  claims:
    - value: AA
      references:
        - {source: guild, quote: rates its blue tile AA}
"""


def grade(site: Path) -> Path:
    """Give the site two grades, and the text that tells them; the file of facts."""
    content = site / "content"
    front = "type: webpage\ntitle: Ratings\nlanguage: en\nbody: text\nlicense: CC0-1.0"
    integrity = integrity_of(normalise_text(GUILD))
    (content / "sources" / "guild.md").write_text(
        f"---\n{front}\nintegrity: {integrity}\n---\n{GUILD}", "utf-8"
    )
    for name, text in {
        "properties.yaml": "rating:\n  label: Rating\n  type: grade\n  fresh: never\n",
        "entities.yaml": "blue-tile:\n  name: Blue tile\n  kind: product\n",
        "companies/wessel/facts/works.yaml": GRADED,
    }.items():
        with (content / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}")
    return content / "companies" / "wessel" / "facts" / "works.yaml"


def test_a_type_of_values_is_read_proved_said_exported_and_offered(site: Path) -> None:
    facts = grade(site)
    assert 0 == dossier(site, "prove")[0]
    status, _, wrong = dossier(site, "build")
    assert 0 == status, wrong
    assert ">AA</" in (
        site / "output" / "companies" / "wessel" / "facts" / "rating" / "index.html"
    ).read_text("utf-8")
    data = json.loads(
        (site / "output" / "data" / "companies" / "wessel.json").read_text("utf-8")
    )
    values = [
        claim["value"]
        for fact in data["facts"]
        for claim in fact["claims"]
        if fact["property"] == "rating"
    ]
    assert [{"type": "grade", "grade": "AA", "place": 2}] * 2 == [
        {key: one[key] for key in one} for one in values
    ]
    assert 0 == dossier(site, "schema")[0]
    assert (
        "grade"
        in json.loads((site / "schema" / "site.json").read_text("utf-8"))["definitions"][
            "type"
        ]["enum"]
    )
    facts.write_text(
        facts.read_text("utf-8").replace("value: AA\n", "value: AAA\n", 1), "utf-8"
    )
    assert "Q002" in dossier(site, "prove")[1]
    facts.write_text(
        facts.read_text("utf-8").replace("value: AAA\n", "value: Fine\n", 1), "utf-8"
    )
    status, told, _ = dossier(site, "check")
    assert 1 == status
    assert (
        "V002 rating.claims[0].value: 'Fine' is no grade. Write one of AAA, AA, A" in told
    )


def test_without_its_package_a_type_is_unknown(site: Path) -> None:
    grade(site)
    status, told, _ = dossier(site, "check", house=None)
    assert 1 == status
    assert " S005 rating.type: 'grade' is not an allowed word." in told


def test_a_kind_of_chart_is_drawn_where_ours_has_nothing_to_show(site: Path) -> None:
    grade(site)
    assert 0 == dossier(site, "build")[0]
    assert "Rating: the same for all 2" in (
        site / "output" / "compare" / "rating" / "index.html"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("point", "command", "said"),
    [
        (("dossier.checks", "NOWHERE"), "check", "AttributeError: "),
        (
            ("dossier.checks", "OF_ANOTHER_VERSION"),
            "check",
            "it is written for version 99, and this program has 1.",
        ),
        (("dossier.checks", "NO_EXTENSION"), "check", "it is str; expected an Extension."),
        (("dossier.checks", "OF_ANOTHER_KIND"), "check", "'no check' is no OwnCheck."),
        (("dossier.checks", "FAILING"), "check", "KeyError: "),
        (
            ("dossier.checks", "WITHOUT_CODE"),
            "check",
            "'S001' is no code; expected XE or XW and three digits.",
        ),
        (
            ("dossier.values", "AGAIN"),
            "check",
            "'money' is no id for a type, or that of another.",
        ),
        (("dossier.values", "CHECKS"), "check", "is no ValueType."),
        (("dossier.charts", "BROKEN_CHARTS"), "build", "ValueError: no pencil"),
        (
            ("dossier.exports", "ELSEWHERE"),
            "build",
            "'companies/index.html' is not `data/more/` and a name in `.json`.",
        ),
        (("dossier.pages", "AMONG_OURS"), "build", "'labels/' is not in the folder more/."),
    ],
)
def test_a_broken_one_is_one_clear_line(
    site: Path, tmp_path: Path, point: tuple[str, str], command: str, said: str
) -> None:
    group, name = point
    house = naming(tmp_path / "house", group, name)
    about = site / "content" / "pages" / "about.md"
    about.write_text(
        re.sub(r"\(/(more|data/more)/\S+\)", "(/method/)", about.read_text("utf-8")),
        "utf-8",
    )
    status, told, wrong = dossier(site, command, house=house)
    assert (1, "") == (status, told)
    assert 1 == len(wrong.splitlines()), wrong
    assert f"the extension 'broken' of house 1.0 ({group}) cannot be used: " in wrong
    assert said in wrong
    assert not (site / "output").exists()
