"""The tools that judge the built site do judge: each finds a planted fault, and a good page
passes.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Page

from tests.toolchain import NU_WAIVERS, axe_source, nu_check, open_browser

GOOD = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A good page</title><link rel="stylesheet" href="style.css"></head>
<body><main><h1>A good page</h1><p>Text.</p></main></body>
</html>
"""
BAD = GOOD.replace("<p>Text.</p>", '<p id="a"><img src="x.png"></p><p id="a">Text.</p>')

# Every waived message once, after what the checker knows.
STYLE = """@layer base { body { color: light-dark(#111, #eee); & p { margin: 0 } } }
@container (width > 1px) { p { margin: 0 } }
@property --a { syntax: "*"; inherits: false }
@starting-style { p { margin: 0 } }
p { container: a / size; container-name: a; container-type: size; transition-behavior: normal }
"""


def test_nu_checker_finds_faults_and_passes_a_good_page(tmp_path: Path) -> None:
    """The faults of HTML and CSS are told with their place; the good page beside them is
    not mentioned.
    """
    (tmp_path / "bad page.html").write_text(BAD, "utf-8")
    (tmp_path / "good.html").write_text(GOOD, "utf-8")
    (tmp_path / "style.css").write_text("p { colour: red }\n", "utf-8")
    found = nu_check(tmp_path)
    assert {"style.css", "bad page.html"} == {line.split(":")[0] for line in found}
    assert "style.css:1:16: CSS: “colour”: Property “colour” doesn't exist." in found
    assert "bad page.html:4:73: Duplicate ID “a”." in found


def test_every_waiver_of_the_nu_checker_is_needed(tmp_path: Path) -> None:
    """Without waivers it still says exactly these messages; once it knows better, the
    waiver goes.
    """
    (tmp_path / "style.css").write_text(STYLE, "utf-8")
    assert [] == nu_check(tmp_path)
    assert set(NU_WAIVERS) == {
        line.split(": ", 1)[1] for line in nu_check(tmp_path, waivers={})
    }


def test_the_nu_checker_lets_files_of_the_theme_pass_and_no_others(tmp_path: Path) -> None:
    """A script or a style sheet of the theme is ours; one from another host, or beside the
    theme, breaks the policy.
    """
    policy = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">"""
    places = ("../theme/notes", "notes", "https://elsewhere.example/theme/notes")
    scripts = [f'<script src="{place}.js"></script>' for place in places]
    styles = [f'<link rel="stylesheet" href="{place}.css">' for place in places]
    html = GOOD.replace(
        '<link rel="stylesheet" href="style.css">', "".join([*scripts, *styles])
    )
    (tmp_path / "page.html").write_text(
        html.replace("<title>", f"{policy}<title>"), "utf-8"
    )
    found = [line for line in nu_check(tmp_path) if "Policy" in line]
    named = [f"{place}.{ending}" for ending in ("js", "css") for place in places[1:]]
    assert [True] * 4 == [name in line for name, line in zip(named, found, strict=True)]


def test_axe_finds_a_fault_and_passes_a_good_page() -> None:
    """In the browser that was found, axe names the picture without a text, and nothing on
    the good page.
    """
    # In a thread of its own, because a thread can hold one Playwright, and other tests may
    # have theirs open.
    with ThreadPoolExecutor(1) as other_thread:
        assert [["image-alt"], []] == other_thread.submit(faults, [BAD, GOOD]).result()


def faults(pages: list[str]) -> list[list[str]]:
    """The rules of axe that each page breaks."""
    with open_browser() as browser:
        return [broken_rules(browser.new_page(), html) for html in pages]


def broken_rules(page: Page, html: str) -> list[str]:
    """The rules of axe that one page breaks."""
    page.set_content(html.replace('<link rel="stylesheet" href="style.css">', ""))
    page.evaluate(axe_source())
    return [fault["id"] for fault in page.evaluate("axe.run()")["violations"]]
