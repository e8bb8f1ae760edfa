"""The whole path of a proposal, in a repository of its own: from a branch to the report,
the annotations, and the history.

What is said at each step is compared with the files in tests/golden/whole-path; the ids of
commits are masked there.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from tests.builds import ROOT, build, files_of, run
from tests.helpers import SITES
from tests.repositories import ISOLATED, Playground, isolated

GOLDEN = ROOT / "tests/golden/whole-path"
PROFILE, HISTORY = "companies/acme/facts/profile.yaml", "companies/acme/facts/history.yaml"
HASH = f"sha256-{'a' * 64}"
PROOFS = f"""\
loan:
  - source: town-paper
    text: {HASH}
    quote: "a loan in 2016"
    proves:
      date: "2016"
    state: proved
"""
SETTINGS = """\
SITENAME = "Acme watch"
SITEURL = "https://acme.example"
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
THEME = "themes/ledger"
PLUGINS = ["dossier.plugin"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DOSSIER_REPOSITORY = "https://git.example/acme/watch"
DOSSIER_CARDS = False
"""
Expect = Callable[[Path, str], None]
__all__ = ["isolated"]
pytestmark = pytest.mark.usefixtures("isolated")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Playground:
    """A site with one commit, and a branch that changes a value, moves a fact, adds a
    source and breaks a quote.
    """
    place = Playground(tmp_path_factory.mktemp("whole") / "site")
    shutil.copytree(SITES / "acme", place.content)
    shutil.copytree(ROOT / "themes", place.root / "themes")
    (place.root / "pelicanconf.py").write_text(SETTINGS, "utf-8")
    place.edit(
        "sources/town-paper.md",
        "issued: 2024-03-09\n",
        f"issued: 2024-03-09\nintegrity: {HASH}\n",
    )
    place.edit(
        HISTORY,
        "quote: a loan in 2016",
        "quote: a loan in 2016\n          supports: [date]",
    )
    place.write({"companies/acme/proofs.lock.yaml": PROOFS})
    place.commit("Begin")
    place.git("checkout", "--quiet", "-b", "proposal")
    propose(place)
    place.commit("Count the people anew")
    return place


def propose(place: Playground) -> None:
    """What the branch does."""
    place.edit(PROFILE, "value: over 120\n", "value: about 150\n")
    place.edit(
        PROFILE,
        "        - source: annual-report\n          quote: more than 120 people\n",
        "",
    )
    place.edit(
        PROFILE,
        "source: town-paper\n          quote: over 120 people",
        "source: census\n          quote: some 150 people",
    )
    place.write(
        {
            "sources/census.md": "---\ntype: report\ntitle: Census of firms\nissued: 2025-02\n---\nIt counts people.\n"
        }
    )
    text = (place.content / HISTORY).read_text("utf-8")
    founding, _, loan = text.partition("loan:\n")
    company = (
        "name: Acme\nsections:\n  profile: Profile\n  money: Money\n  history: History\n"
    )
    broken = loan.replace("quote: a loan in 2016", "quote: a loan of 2016")
    place.write(
        {
            HISTORY: f"loan:\n{broken}",
            "companies/acme/facts/money.yaml": founding,
            "companies/acme/company.yaml": company,
        }
    )


def masked(place: Playground, text: str) -> str:
    """The text without what depends on the ids of commits."""
    for number, id in enumerate(
        place.git("rev-list", "--all", "--topo-order", "--reverse").split()
    ):
        for length in (40, 10, 7):
            text = text.replace(id[:length], f"commit{number}")
    return re.sub(r"urn:uuid:[0-9a-f-]+", "urn:uuid:…", text)


@pytest.mark.parametrize(
    ("form", "name"),
    [("markdown", "report.md"), ("json", "report.json"), ("html", "report.html")],
)
def test_the_report_says_what_the_branch_does(
    place: Playground, expect: Expect, form: str, name: str
) -> None:
    arguments = [
        "diff",
        "main",
        "proposal",
        "--content",
        str(place.content),
        "--format",
        form,
    ]
    done = CliRunner().invoke(dossier, arguments)
    assert done.exit_code == 0
    expect(GOLDEN / name, masked(place, done.output))


def test_the_check_points_at_the_broken_quote(place: Playground, expect: Expect) -> None:
    with chdir(place.root):
        done = CliRunner().invoke(dossier, ["check", "--format", "github"])
    assert done.exit_code == 1
    expect(GOLDEN / "annotations.txt", done.output)


@pytest.fixture(scope="module")
def merged(place: Playground, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after the quote was mended and the branch merged."""
    place.edit(HISTORY, "quote: a loan of 2016", "quote: a loan in 2016")
    place.commit("Mend the quote")
    place.git("checkout", "--quiet", "main")
    place.days += 1
    place.git(
        "merge",
        "--quiet",
        "--no-ff",
        "proposal",
        "-m",
        "Merge pull request #12 from editor/proposal\n\nCount the people anew",
    )
    output = tmp_path_factory.mktemp("merged") / "output"
    built = build(place.root, "--output", output, env=ISOLATED)
    assert built.returncode == 0, built.stderr
    return output


def words_of(path: Path, start: str, end: str) -> str:
    """What a page says from one place to another, a line for each block."""
    text = path.read_text("utf-8").split(start, 1)[1].split(end, 1)[0]
    lines = re.sub(
        r"<[^>]+>", "", re.sub(r"</(?:p|h\d|li)>", r"\g<0>\n", f"<x {text}")
    ).splitlines()
    return "".join(f"{' '.join(line.split())}\n" for line in lines if line.strip())


@pytest.mark.parametrize("fact", ["employees", "founding", "loan"])
def test_each_fact_tells_its_history(
    place: Playground, merged: Path, expect: Expect, fact: str
) -> None:
    page = merged / f"companies/acme/facts/{fact}/index.html"
    expect(
        GOLDEN / f"history-{fact}.txt",
        masked(place, words_of(page, 'aria-labelledby="history"', "</section>")),
    )


def test_the_page_of_changes_and_its_feed_tell_the_merge(
    place: Playground, merged: Path, expect: Expect
) -> None:
    expect(
        GOLDEN / "changes.txt",
        masked(place, words_of(merged / "changes/index.html", "<main", "</main>")),
    )
    expect(
        GOLDEN / "atom.xml", masked(place, (merged / "changes/atom.xml").read_text("utf-8"))
    )


def test_the_report_names_the_pages_that_look_different(
    place: Playground, merged: Path, tmp_path: Path
) -> None:
    """Those that were built before and after differ just there, but for pages that count
    everything or tell the history.
    """
    place.git("worktree", "add", "--quiet", str(tmp_path / "before"), "main~1")
    built = build(tmp_path / "before", "--output", tmp_path / "output", env=ISOLATED)
    assert built.returncode == 0, built.stderr
    before, after = (
        {name: looks(data) for name, data in files_of(one).items()}
        for one in (tmp_path / "output", merged)
    )
    differing = {
        name
        for name in {**before, **after}
        if before.get(name) != after.get(name) and name.endswith("index.html")
    }
    done = CliRunner().invoke(
        dossier, ["diff", "main~1", "main", "--content", str(place.content)]
    )
    named = set(re.findall(r"^- `/([^`]*)`", done.output, re.MULTILINE))
    counting = {
        "",
        "changes/",
        "corrections/",
        "data/",
        "entities/",
        "evidence/",
        "search/",
        "sources/",
    }
    # A card says of a fact what its page does, and stands for it elsewhere.
    pages = {name.removesuffix("index.html") for name in differing}
    assert {page for page in pages if not page.endswith("/embed/")} - counting == named


def looks(data: bytes) -> str:
    """A page without the day and the commit to which it was built, and without its history."""
    text = data.decode("utf-8", "replace").split("<main", 1)[-1].split("</main>")[0]
    text = re.sub(
        r'<section class="section" aria-labelledby="history">.*?</section>',
        "",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(
        r'<ul class="backlinks[^>]*>.*?</ul>|<p class="age">Last .*?</p>|state of [0-9]+ \w+ [0-9]+',
        "",
        text,
        flags=re.DOTALL,
    )
    return re.sub(r'<nav class="neighbours".*?</nav>', "", text, flags=re.DOTALL)


def test_pelican_builds_the_same_site(
    place: Playground, merged: Path, tmp_path: Path
) -> None:
    done = run(
        place.root,
        "pelican",
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        tmp_path / "output",
        env=ISOLATED,
    )
    assert done.returncode == 0, done.stderr
    assert files_of(merged) == files_of(tmp_path / "output")


def test_a_clone_builds_the_same_site_whenever_it_is_built(
    place: Playground, merged: Path, tmp_path: Path
) -> None:
    place.git("clone", "--quiet", place.root.as_uri(), str(tmp_path / "clone"))
    built = build(
        tmp_path / "clone",
        "--output",
        tmp_path / "output",
        env={**ISOLATED, "TZ": "Pacific/Kiritimati"},
    )
    assert built.returncode == 0, built.stderr
    assert files_of(merged) == files_of(tmp_path / "output")
