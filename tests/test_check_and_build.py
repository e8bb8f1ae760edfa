"""What `check` passes, a build finishes: tried on 250 contents that are made by chance.

Each is read, checked, merged, printed and looked through by the functions of a build. What
a build has beside them costs seconds and adds no page: Pelican's writing, the index of the
search, pictures. One content is built by the program itself, and its pages are the same.
"""

import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from dossier.generate.audit import problems_in
from dossier.generate.dates import reference_date
from dossier.generate.pipeline import Inspection, inspect
from dossier.model.findings import has_errors
from dossier.model.history import NO_HISTORY, History, HistoryState
from dossier.render.scan.scanning import scan
from dossier.render.site.limits import Limits
from dossier.render.site.settings import SiteSettings
from dossier.review.history import read_history
from tests.builds import ROOT, build, files_of
from tests.contents import made, without_lines, write
from tests.printing import printed

PARTS, IN_EACH = 10, 25
NARROW = Limits(*(2 for _ in fields(Limits)))
"""So little on a page that lists come in portions."""
SETTINGS = (
    SiteSettings("Made"),
    SiteSettings("Made", plain_links=True, limits=NARROW),
    SiteSettings("Made", site_url="https://example.org/sub", limits=NARROW),
)
HISTORIES = (NO_HISTORY, History(HistoryState.UNTOLD))
LINKS = ("L009", "P002")
"""A link to what is not there, and one to what can be none."""
TAKEN = "S006"
"""A page where the site has a folder."""


def mended(folder: Path, seed: int) -> tuple[Inspection, int, Path]:
    """A content without the links and pages that `check` refuses, what is found in it then,
    and how many those were.
    """
    files, refused = made(seed), 0
    for attempt in range(3):
        root = write(files, folder / f"{seed}-{attempt}")
        inspection = inspect(root)
        dead = [one.position for one in inspection.findings if one.code in LINKS]
        taken = {one.position.path for one in inspection.findings if one.code == TAKEN}
        if not dead and not taken:
            break
        refused += len(dead)
        mending = without_lines(files, ((at.path, at.line) for at in dead))
        files = {path: text for path, text in mending.items() if path not in taken}
    return inspection, refused, root


@pytest.mark.parametrize("part", range(PARTS))
def test_what_check_passes_a_build_finishes(part: int, tmp_path: Path) -> None:
    """Whatever the links, ids, names and dates: no page has a link to nowhere or an id
    twice, and nothing breaks off.
    """
    told = {
        seed: outcome(tmp_path, seed)
        for seed in range(part * IN_EACH, (part + 1) * IN_EACH)
    }
    assert {} == {seed: problems for seed, (problems, _) in told.items() if problems}
    assert sum(is_built for _, is_built in told.values()) > IN_EACH / 2, (
        "most of what is made is to be built"
    )


def outcome(folder: Path, seed: int) -> tuple[list[str], bool]:
    """What is wrong with the site of a content, and whether there is one."""
    inspection, _, root = mended(folder, seed)
    if has_errors(inspection.findings):
        return [], False
    settings, history = SETTINGS[seed % len(SETTINGS)], HISTORIES[seed % len(HISTORIES)]
    pages, others = printed(
        inspection.content, settings, history, reference_date(root, inspection.content)
    )
    scans = {path: scan(text) for path, text in pages.items()}
    return problems_in(scans, others | {*pages}, settings.root)[:3], True


def test_contents_try_what_they_are_to_try(tmp_path: Path) -> None:
    """Among the first, some links are refused and some stay; some contents lack a register,
    and are refused for it.
    """
    found = [mended(tmp_path, seed) for seed in range(30)]
    kept = [
        link
        for one, _, _ in found
        for source in one.content.sources.values()
        for link in source.summary.links
    ]
    assert min(len(kept), sum(refused for _, refused, _ in found)) > 20
    codes = {one.code for inspection, _, _ in found for one in inspection.findings}
    assert {"R009"} <= codes


def test_the_pages_are_those_of_the_program(tmp_path: Path) -> None:
    """What is printed here for speed is what `dossier build` writes, page by page, for two
    contents.
    """
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    (tmp_path / "pelicanconf.py").write_text(
        (ROOT / "pelicanconf.py").read_text("utf-8") + SOME_SETTINGS, "utf-8"
    )
    for seed in sound(tmp_path):
        inspection, _, root = mended(tmp_path, seed)
        shutil.rmtree(tmp_path / "content", ignore_errors=True)
        root = root.rename(tmp_path / "content")
        done = build(tmp_path)
        assert 0 == done.returncode, done.stderr
        content = inspection.content
        told = read_history(tmp_path / "content", content)
        pages, _ = printed(
            content, SiteSettings("Made", "Of one."), told, reference_date(root, content)
        )
        written = {
            path: data.decode()
            for path, data in files_of(tmp_path / "output").items()
            if path.endswith(".html")
        }
        assert (
            {path for path, text in written.items() if pages.get(path) != text}
            == pages.keys() - written.keys()
            == set()
        )


SOME_SETTINGS = """
SITENAME = "Made"
DOSSIER_TAGLINE = "Of one."
DOSSIER_MENU = []
DOSSIER_PLAIN_LINKS = False
"""


def sound(folder: Path) -> Iterator[int]:
    """Two contents that have an ordinary page, and no errors."""
    checked = ((seed, mended(folder / "tried", seed)[0]) for seed in range(100))
    good = (
        seed
        for seed, found in checked
        if found.content.pages and not has_errors(found.findings)
    )
    yield next(good)
    yield next(good)
