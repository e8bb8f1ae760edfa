"""The files that every page needs."""

import gzip
import re
from pathlib import Path

from dossier.render.theme.assets import scripts, stylesheet, theme_files
from tests.render_fixtures import THEME

CSS = THEME / "static" / "css"


def test_the_style_sheet_is_joined_from_every_part_of_the_theme() -> None:
    joined = stylesheet(THEME)
    parts = sorted(CSS.rglob("*.css"))
    assert [] == [part.name for part in parts if part.read_bytes() not in joined]
    assert len(joined) == sum(part.stat().st_size for part in parts) + len(parts) - 1


def test_a_site_has_the_styles_without_the_remarks_of_the_theme_and_with_all_rules() -> (
    None
):
    spare = theme_files(THEME)["theme/ledger.css"]
    assert b"/*" not in spare
    assert not re.search(rb"\n\s", spare)
    assert stylesheet(THEME).count(b"{") == spare.count(b"{")
    assert len(gzip.compress(spare)) < 0.8 * len(gzip.compress(stylesheet(THEME)))


def test_the_files_of_the_theme() -> None:
    ours = {f"theme/{path.name}" for path in (THEME / "static" / "js").glob("*.js")}
    assert {"theme/ledger.css", "theme/favicon.svg", *ours} == theme_files(THEME).keys()


def test_the_scripts_of_the_whole_site_are_small() -> None:
    """15 kB, compressed; what only the search page loads is counted in."""
    assert 15_000 >= sum(len(gzip.compress(text)) for text in scripts(THEME).values())


def test_a_script_asks_no_host_for_anything_and_writes_no_html() -> None:
    forbidden = re.compile(
        rb"https?:|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\("
    )
    assert [] == [name for name, text in scripts(THEME).items() if forbidden.search(text)]


def test_the_style_sheet_asks_no_host_for_anything() -> None:
    assert not re.search(rb"url\(|@import|https?:", stylesheet(THEME))


def test_colours_are_named_in_one_file_only() -> None:
    named = re.compile(r"#[0-9a-f]{3,8}\b|rgb|hsl|oklch")
    assert [] == [
        path.name for path in others() if named.search(path.read_text(encoding="utf-8"))
    ]


def test_no_style_needs_what_browsers_of_three_years_ago_lack() -> None:
    """Where one function is missing in a browser, so is every colour that it makes."""
    assert [] == [
        path.name
        for path in CSS.rglob("*.css")
        if re.search(r": .*light-dark\(", path.read_text("utf-8"))
    ]


def test_texts_have_at_most_six_sizes() -> None:
    """All named in one file; what is written in em follows the text around it."""
    size = re.compile(r"(?:font-size|font): (?!inherit)(?:\d+ )?([^\s;/]+)")
    used = {
        found
        for path in others()
        for found in size.findall(path.read_text(encoding="utf-8"))
    }
    assert [] == sorted(
        one for one in used if not re.fullmatch(r"var\(--size-[a-z]+\)|[\d.]+em|100%", one)
    )
    named = re.findall(
        r"--(size-[a-z]+):", (CSS / "tokens.css").read_text(encoding="utf-8")
    )
    assert 6 == len([name for name in named if name != "size-mark"])


def others() -> list[Path]:
    """Every style file but those that give the names their meaning, on a screen and on
    paper.
    """
    return [
        path
        for path in sorted(CSS.rglob("*.css"))
        if path.name not in {"tokens.css", "print.css"}
    ]
