"""Dossiers beside a blog: one folder more, and every other file as it was; and a blog
beside dossiers.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.builds import ROOT, copy_of_site, files_of, run

POST = "First post\n##########\n\n:date: 2026-01-02\n:tags: boats\n\nHello, |name|.\n\n.. |name| replace:: you\n"
SETTINGS = """\
SITENAME = "A blog"
SITEURL = "https://blog.example"
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {"extra/CNAME": {"path": "CNAME"}}
FEED_ALL_ATOM = "feeds/all.atom.xml"
DELETE_OUTPUT_DIRECTORY = True
"""
BESIDE = 'PLUGINS = ["dossier.beside"]\n'


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog with an article, a page, a picture and a file for its host; and the content of
    a site of dossiers.
    """
    blog = tmp_path / "blog"
    for name, text in {
        "content/first.rst": POST,
        "content/pages/imprint.rst": "Imprint\n#######\n\nMe.\n",
    }.items():
        write(blog / name, text)
    write(blog / "content" / "images" / "boat.svg", "<svg/>")
    write(blog / "content" / "extra" / "CNAME", "blog.example\n")
    return blog


def write(path: Path, text: str) -> None:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def pelican(blog: Path, settings: str) -> subprocess.CompletedProcess[str]:
    """Build the blog as its owner does."""
    write(blog / "pelicanconf.py", settings)
    return run(blog, "pelican", "content")


def with_dossiers(blog: Path) -> None:
    """Content of another site beside that of the blog."""
    shutil.copytree(ROOT / "tests" / "sites" / "kiln" / "content", blog / "dossiers")


def test_a_blog_gains_dossiers_and_is_what_it_was(blog: Path) -> None:
    """The same bytes but for one folder, which is what a site of dossiers of this content
    is.
    """
    assert pelican(blog, SETTINGS).returncode == 0
    before = files_of(blog / "output")
    with_dossiers(blog)
    done = pelican(
        blog, SETTINGS + BESIDE + 'DOSSIER_TAGLINE = "Tiles"\nDOSSIER_MENU = ["about"]\n'
    )
    assert done.returncode == 0, done.stdout + done.stderr
    after = files_of(blog / "output")
    assert before == {
        name: data for name, data in after.items() if not name.startswith("dossiers/")
    }
    assert {
        "first-post.html",
        "images/boat.svg",
        "CNAME",
        "feeds/all.atom.xml",
    } <= before.keys()
    page = after["dossiers/companies/wessel/index.html"].decode()
    assert (
        '<link rel="canonical" href="https://blog.example/dossiers/companies/wessel/">'
        in page
    )
    assert "dossiers/sources/clay-monthly/index.html" in after
    assert after == files_again(blog)


def files_again(blog: Path) -> dict[str, bytes]:
    """What a second build writes."""
    assert run(blog, "pelican", "content").returncode == 0
    return files_of(blog / "output")


def test_the_look_is_the_owners(blog: Path) -> None:
    """Overrides and other settings of the dossiers alone."""
    with_dossiers(blog)
    write(
        blog / "look" / "partials" / "footer.html",
        '<p><a href="https://blog.example/">Back to the blog</a></p>',
    )
    chosen = (
        'DOSSIER_SETTINGS = {"SITENAME": "Tile works",'
        ' "THEME_TEMPLATES_OVERRIDES": ["look"], "DOSSIER_SEARCH": False}\n'
    )
    assert (
        pelican(blog, SETTINGS + BESIDE + chosen + 'DOSSIER_FOLDER = "works"\n').returncode
        == 0
    )
    home = (blog / "output" / "works" / "index.html").read_text("utf-8")
    assert "Back to the blog" in home
    assert "Tile works" in home
    assert not (blog / "output" / "works" / "pagefind").exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('DOSSIER_PATH = "content/dossiers"\n', "DOSSIER_PATH lies in PATH"),
        (
            'DOSSIER_PATH = "nowhere"\n',
            "nowhere is not a folder; expected the content folder.",
        ),
        ('DOSSIER_FOLDER = "../up"\n', "DOSSIER_FOLDER is '../up'"),
        (
            'DOSSIER_SETTINGS = {"SITEURL": "https://x.example"}\n',
            "DOSSIER_SETTINGS names SITEURL",
        ),
    ],
)
def test_what_cannot_be_ends_the_build_before_it_begins(
    blog: Path, settings: str, said: str
) -> None:
    with_dossiers(blog)
    done = pelican(blog, SETTINGS + BESIDE + settings)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (blog / "output").exists()


def test_a_mistake_in_the_dossiers_is_reported_before_anything_is_written(
    blog: Path,
) -> None:
    with_dossiers(blog)
    write(blog / "dossiers" / "entities.yaml", "a: [\n")
    done = pelican(blog, SETTINGS + BESIDE)
    assert done.returncode == 1
    assert "entities.yaml:2:1 Y001" in done.stderr
    assert not (blog / "output").exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            'DOSSIER_TAGLNE = "x"\n',
            "DOSSIER_TAGLNE is no setting. Did you mean DOSSIER_TAGLINE?",
        ),
        ('DOSSIER_SETTINGS = {"STATIC_PATHS": ["x"]}\n', "STATIC_PATHS cannot be changed"),
    ],
)
def test_settings_of_the_dossiers_are_refused_by_name(
    blog: Path, settings: str, said: str
) -> None:
    with_dossiers(blog)
    done = pelican(blog, SETTINGS + BESIDE + settings)
    assert done.returncode == 1
    assert said in done.stderr
    assert not (blog / "output" / "dossiers").exists()


def test_the_plugin_for_dossiers_alone_takes_no_blog(blog: Path) -> None:
    """It reports every file that is none of its own, and writes nothing: no article is left
    out in silence.
    """
    stock = 'SITENAME = "A blog"\nPATH = "content"\nTIMEZONE = "UTC"\nPLUGINS = ["dossier.plugin"]\n'
    done = pelican(blog, stock)
    assert done.returncode == 1
    assert "content/first.rst:1:1 R006" in done.stderr
    assert not (blog / "output").exists()


def test_a_blog_stands_beside_a_site_of_dossiers(blog: Path, tmp_path: Path) -> None:
    """Built into its output, by settings of its own, as the document says."""
    site = copy_of_site(tmp_path / "site")
    shutil.copytree(blog / "content", site / "blog")
    write(site / "blogconf.py", SETTINGS.replace("DELETE_OUTPUT_DIRECTORY = True", ""))
    assert run(site, "dossier", "build").returncode == 0
    before = files_of(site / "output")
    assert (
        run(
            site, "pelican", "blog", "--settings", "blogconf.py", "--output", "output/blog"
        ).returncode
        == 0
    )
    after = files_of(site / "output")
    assert before == {
        name: data for name, data in after.items() if not name.startswith("blog/")
    }
    assert "blog/first-post.html" in after
    assert run(site, "dossier", "build").returncode == 0
