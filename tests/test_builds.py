"""Building, as people do it: through `dossier build` and through Pelican, with good content
and with bad.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.cli import main
from tests.builds import BIN, build, copy_of_site, files_of, run, run_anew
from tests.once import once

BAD_FACT = """
crossings-again:
  label: Crossings
  property: crosings
  claims:
    - value: thirty
      stated: 20l4
      references:
        - source: harbor-herald
          quote: 34 crossings
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose site has been built."""
    built = once(
        tmp_path_factory,
        "ferries",
        lambda folder: build(copy_of_site(folder)).check_returncode(),
    )
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("checkout") / "ferries"))


def test_a_build_says_where_to_open_the_site(checkout: Path) -> None:
    built = run_anew(checkout, "dossier", "build", "--output", "elsewhere")
    assert f"file://{checkout}/elsewhere/index.html" in built.stdout
    assert (checkout / "elsewhere/companies/tidewick/index.html").is_file()


def test_pelican_alone_builds_the_same_site(checkout: Path) -> None:
    by_pelican = run_anew(
        checkout,
        "pelican",
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        "by-pelican",
        "--fatal",
        "warnings",
    )
    assert by_pelican.returncode == 0, by_pelican.stdout + by_pelican.stderr
    assert files_of(checkout / "output") == files_of(checkout / "by-pelican")


MINIFIER = """
from pathlib import Path
from pelican import signals

def shorten(path, context):
    page = Path(path)
    page.write_text(page.read_text(encoding="utf-8").replace("</li>", ""), encoding="utf-8")

def register():
    signals.content_written.connect(shorten)
"""


def test_another_plugin_sees_every_page_as_it_is_written_and_may_change_it(
    checkout: Path,
) -> None:
    before = files_of(checkout / "output")
    (checkout / "minifier.py").write_text(MINIFIER, encoding="utf-8")
    settings = "from pelicanconf import *\nPLUGINS = [*PLUGINS, 'minifier']\n"
    (checkout / "minified.py").write_text(settings, encoding="utf-8")
    built = build(
        checkout,
        "--settings",
        "minified.py",
        "--output",
        "minified",
        env={"PYTHONPATH": str(checkout)},
    )
    assert built.returncode == 0, built.stderr
    assert before == files_of(checkout / "output")
    after = files_of(checkout / "minified")
    assert after.keys() == before.keys()
    assert all(
        after[name] == data.replace(b"</li>", b"")
        for name, data in before.items()
        if name.endswith(".html")
    )


def test_the_same_content_gives_the_same_bytes_anywhere(
    checkout: Path, tmp_path: Path
) -> None:
    elsewhere = copy_of_site(tmp_path / "a folder with another name, ünd länger")
    odd = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
    }
    old_mask = os.umask(0o077)
    try:
        built = build(elsewhere, env=odd)
    finally:
        os.umask(old_mask)
    assert built.returncode == 0, built.stderr
    assert files_of(checkout / "output") == files_of(elsewhere / "output")
    assert {0o644} == {
        path.stat().st_mode & 0o777
        for path in (elsewhere / "output").rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("program", ["dossier", "pelican"])
def test_bad_content_leaves_the_old_site_and_names_every_mistake(
    checkout: Path, tmp_path: Path, program: str
) -> None:
    broken = Path(shutil.copytree(checkout, tmp_path / "broken"))
    before = files_of(broken / "output")
    with (broken / "content/companies/tidewick/facts/crossings.yaml").open(
        "a", encoding="utf-8"
    ) as file:
        file.write(BAD_FACT)
    (broken / "content/pages/about.md").write_text("no front matter", encoding="utf-8")
    arguments = ["build"] if program == "dossier" else ["content", "-s", "pelicanconf.py"]
    built = run(broken, program, *arguments)
    assert built.returncode == 1
    assert "Traceback" not in built.stdout + built.stderr
    for code in ("L003", "V001", "L001", "Y008"):
        assert f" {code} " in built.stderr
    assert before == files_of(broken / "output")


def test_a_page_of_a_removed_company_is_gone_after_the_next_build(checkout: Path) -> None:
    before = files_of(checkout / "output")
    (checkout / "output/extra").mkdir()
    (checkout / "output/extra/index.html").write_text(
        "a page of an earlier build", encoding="utf-8"
    )
    assert build(checkout).returncode == 0
    assert before == files_of(checkout / "output")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_ended_leaves_the_old_site_whole(
    checkout: Path, how: signal.Signals
) -> None:
    before = files_of(checkout / "output")
    command: list[str | Path] = [BIN / "dossier", "build"]
    with subprocess.Popen(
        command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not (checkout / ".output.build/next").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(how)
        told = process.communicate()[1]
    assert b"Traceback" not in told
    assert before == files_of(checkout / "output")
    assert build(checkout).returncode == 0
    assert before == files_of(checkout / "output")
    assert not (checkout / ".output.build").exists()


def test_settings_that_cannot_be_used_are_one_line(checkout: Path) -> None:
    (checkout / "bad.py").write_text("1 / 0\n", encoding="utf-8")
    (checkout / "end.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    for settings, expected in {
        "absent.py": "is not there",
        "bad.py": "ZeroDivisionError",
        "end.py": "SystemExit: 3",
    }.items():
        built = build(checkout, "--settings", settings)
        assert built.returncode == 1
        assert expected in built.stderr
        assert built.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("DOSSIER_MENU = 5", "DOSSIER_MENU is 5"),
        ('DOSSIER_MENU = [["a"]]', "DOSSIER_MENU names ['a']"),
        ('DEFAULT_LANG = "xx"', "DEFAULT_LANG is 'xx'"),
        ('SITEURL = "javascript:alert(1)"', "SITEURL is 'javascript:alert(1)'"),
        ('SITEURL = "http://[x"', "SITEURL is"),
        ('DOSSIER_PLAIN_LINKS = "no"', "DOSSIER_PLAIN_LINKS is 'no'"),
        ('DOSSIER_SEARCH = "no"', "DOSSIER_SEARCH is 'no'"),
        ("DOSSIER_CARDS = 1", "DOSSIER_CARDS is 1"),
        ("DOSSIER_CARD = False", "DOSSIER_CARD is no setting. Did you mean DOSSIER_CARDS?"),
        ('DOSSIER_HISTORY = "no"', "DOSSIER_HISTORY is 'no'"),
        (
            'DOSSIER_REPOSITORY = "git@github.com:owner/name"',
            "DOSSIER_REPOSITORY is 'git@github.com:owner/name'",
        ),
        (
            'DOSSIER_REPOSITORY = "https://github.com/owner"',
            "expected an address such as https://github.com/owner/name",
        ),
        (
            'DOSSIER_REPOSITORY = "https://github.com/a/b"\nDOSSIER_BRANCH = "-x"',
            "DOSSIER_BRANCH is '-x'",
        ),
        ("PLUGINS = []", "PLUGINS does not name 'dossier.plugin'"),
        ('THEME = "content"', "the theme"),
        (
            'THEME_TEMPLATES_OVERRIDES = ["nowhere"]',
            "THEME_TEMPLATES_OVERRIDES names 'nowhere', which is no folder",
        ),
        ('STATIC_PATHS = ["images", "CNAME"]', "STATIC_PATHS cannot be changed"),
        ('PAGE_URL = "p/{slug}.html"', "PAGE_URL cannot be changed"),
        (
            'JINJA_ENVIRONMENT = {"autoescape": False}',
            "JINJA_ENVIRONMENT cannot be changed",
        ),
    ],
)
def test_a_setting_of_the_wrong_kind_is_one_line(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    told: str,
) -> None:
    """As the program says it; it is called here, for to begin it is dearer than to refuse."""
    text = (checkout / "pelicanconf.py").read_text(encoding="utf-8")
    (checkout / "odd.py").write_text(f"{text}\n{line}\n", encoding="utf-8")
    monkeypatch.chdir(checkout)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    words = ["dossier", "build", "--settings", "odd.py", "--output", "odd"]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert (1, 1) == (ended.value.code, said.count("\n")), said
    assert told in said
    assert not (checkout / "odd").exists()


OVERRIDES = {
    "partials/footer.html": '{% include "!theme/partials/footer.html" %}\n<p>{{ _("Changes") }} by our own hands</p>\n',
    "site.css": ":root { --accent: teal; }\n",
    "locales/en.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "Changes"\nmsgstr "What is new"\n',
}
"""One template, one colour, one text, as docs/theme.md shows them."""


def test_a_site_lays_one_template_one_colour_and_one_text_over_its_theme(
    checkout: Path,
) -> None:
    for name, text in OVERRIDES.items():
        path = checkout / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    text = (checkout / "pelicanconf.py").read_text(encoding="utf-8")
    (checkout / "own.py").write_text(
        f'{text}\nTHEME_TEMPLATES_OVERRIDES = ["overrides"]\n', encoding="utf-8"
    )
    built = build(checkout, "--settings", "own.py", "--output", "own")
    assert built.returncode == 0, built.stderr
    page = (checkout / "own/about/index.html").read_text("utf-8")
    assert "<p>What is new by our own hands</p>" in page
    assert page.index("colophon") < page.index("by our own hands"), (
        "the theme's footer stands before it"
    )
    styles = (checkout / "own/theme/ledger.css").read_text("utf-8")
    assert styles.endswith(OVERRIDES["site.css"])


def test_a_site_is_built_without_search_where_its_program_cannot_run(
    checkout: Path,
) -> None:
    """Both ways to build end in one line, which names the setting that does without; that
    setting then helps.
    """
    nowhere = {"PAGEFIND_BINARY_PATH": "/nowhere/pagefind"}
    for command in (
        ["dossier", "build"],
        ["pelican", "content", "-s", "pelicanconf.py", "-o", "odd"],
    ):
        built = run(checkout, *command, env=nowhere)
        assert (1, 1) == (built.returncode, built.stderr.count("\n")), built.stderr
        assert "DOSSIER_SEARCH = False" in built.stderr
    assert not (checkout / "odd").exists(), "nothing is written before the index is there"
    text = (checkout / "pelicanconf.py").read_text(encoding="utf-8")
    (checkout / "silent.py").write_text(
        f"{text}\nDOSSIER_SEARCH = False\n", encoding="utf-8"
    )
    built = build(checkout, "--settings", "silent.py", "--output", "silent", env=nowhere)
    assert built.returncode == 0, built.stderr
    assert not (checkout / "silent/pagefind").exists()
    assert (checkout / "silent/search/index.html").is_file()


def test_the_index_of_an_earlier_build_does_not_stay(checkout: Path) -> None:
    command = ["pelican", "content", "-s", "pelicanconf.py", "-o", "twice"]
    assert run(checkout, *command).returncode == 0
    first = files_of(checkout / "twice")
    (checkout / "twice/pagefind/fragment/old.pf_fragment").write_bytes(b"")
    assert run(checkout, *command).returncode == 0
    assert first == files_of(checkout / "twice")


def test_a_menu_that_names_no_page_is_refused(checkout: Path) -> None:
    text = (checkout / "pelicanconf.py").read_text(encoding="utf-8")
    (checkout / "menu.py").write_text(
        text.replace('"method"', '"methods"'), encoding="utf-8"
    )
    built = build(checkout, "--settings", "menu.py")
    assert built.returncode == 1
    assert "DOSSIER_MENU names 'methods'" in built.stderr
