"""The addresses of the content for a checker of links, and what it says of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.model.errors import DossierError
from dossier.model.places import Position
from dossier.upkeep.dead_links import addresses, dead_addresses
from tests.helpers import content_folder, read_site

PAPER = "sources/town-paper.md"
FILES: dict[str, str | bytes] = {
    PAPER: "---\ntype: webpage\nURL: https://town.example/news\narchive: https://old.example/1\n---\n",
    "entities.yaml": """\
example-bank:
  name: Example Bank
  kind: organisation
  same_as: [https://bank.example/, https://town.example/news]
example-town:
  name: Example Town
  kind: place
""",
}
LISTED = {
    "https://bank.example/": (Position("entities.yaml", 4, 13),),
    "https://example.org/report": (Position("sources/annual-report.md", 5, 6),),
    "https://old.example/1": (Position(PAPER, 4, 10),),
    "https://town.example/news": (Position("entities.yaml", 4, 36), Position(PAPER, 3, 6)),
}


def failure(line: int, **status: Any) -> dict[str, Any]:
    """One address in the report of lychee."""
    return {
        "url": "https://x.example/",
        "status": status,
        "span": {"line": line, "column": 1},
    }


def report(folder: Path, errors: list[Any], timeouts: list[Any]) -> Path:
    """A report as lychee 0.24 writes it, but for what is not read."""
    path = folder / "dead.json"
    found = {
        "error_map": {"links.txt": errors},
        "timeout_map": {"links.txt": timeouts} if timeouts else {},
    }
    path.write_text(json.dumps(found), "utf-8")
    return path


def test_every_address_is_listed_once_with_its_places(tmp_path: Path) -> None:
    """Sources and entities give them; one that stands twice is looked up once."""
    assert LISTED == addresses(read_site(tmp_path, FILES))


def test_a_dead_address_is_told_with_the_lines_that_hold_it(tmp_path: Path) -> None:
    """By the line of the list that it stood in; what a server says is no Markdown."""
    twice = "`content/entities.yaml:4`, `content/sources/town-paper.md:3`"
    refused = failure(3, text="Network error", details="[click](//evil)")
    dead = report(
        tmp_path,
        [refused, failure(4, text="Rejected status code: 404 Not Found", code=404)],
        [],
    )
    assert dead_addresses(read_site(tmp_path, FILES), Path("content"), dead) == (
        r"- https\:\/\/old\.example\/1: \[click\]\(\/\/evil\) (`content/sources/town-paper.md:4`)",
        rf"- https\:\/\/town\.example\/news: Rejected status code\: 404 Not Found ({twice})",
    )


def test_a_server_that_says_nothing_is_told_too(tmp_path: Path) -> None:
    """A host that is gone often just keeps silent."""
    dead = report(tmp_path, [], [failure(1, text="Timeout")])
    assert "Timeout" in dead_addresses(read_site(tmp_path, FILES), Path("content"), dead)[0]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"error_map": {"a": [1]}, "timeout_map": {}}', '{"error_map": 1}'],
)
def test_a_broken_report_is_said_in_one_line(text: str, tmp_path: Path) -> None:
    """A report that cannot be read is not one without dead links."""
    (tmp_path / "dead.json").write_text(text, "utf-8")
    with pytest.raises(
        DossierError, match=r"is no JSON; expected|is no report of lychee; expected"
    ):
        dead_addresses(read_site(tmp_path, FILES), Path("content"), tmp_path / "dead.json")


def test_a_report_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    """In words that a person would use."""
    with pytest.raises(
        DossierError, match=r"dead\.json cannot be read: No such file or directory\.$"
    ):
        dead_addresses(read_site(tmp_path, FILES), Path("content"), tmp_path / "dead.json")


def test_a_report_of_other_addresses_is_refused(tmp_path: Path) -> None:
    """A line that the list does not have means that the content has changed in between."""
    with pytest.raises(DossierError, match="other addresses"):
        dead_addresses(
            read_site(tmp_path, FILES),
            Path("content"),
            report(tmp_path, [failure(9, text="x")], []),
        )


def test_the_command_lists_and_tells(tmp_path: Path) -> None:
    """One address a line; with a report, one item a line, and nothing where nothing is
    dead.
    """
    root = content_folder(tmp_path, FILES)
    assert [*LISTED] == CliRunner().invoke(
        dossier, ["links", str(root)]
    ).output.splitlines()
    dead = report(tmp_path, [], [])
    assert (
        "" == CliRunner().invoke(dossier, ["links", str(root), "--dead", str(dead)]).output
    )
