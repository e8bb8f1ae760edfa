"""What a search finds of a site, and the index of it, without a build."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from dossier.generate.search.index import SMALLEST, SearchIndex
from dossier.generate.search.records import records_of
from dossier.render.pages.ordinary import ordinary_entries
from dossier.render.pages.plan import plan_evidence, plan_pages
from dossier.render.scan.measure import NOTHING
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext


def search_entries(build: BuildContext) -> Iterator[Entry]:
    """All entries, in the order in which a build hands them on."""
    uncounted = dict.fromkeys(build.site.dossiers, NOTHING)
    for page in (*plan_pages(build), *plan_evidence(build, uncounted)):
        yield from page.entries
    yield from ordinary_entries(build)


def search_files(
    entries: Iterable[Entry],
    language: str,
    size: int = SMALLEST,
    before: Path | None = None,
) -> Mapping[str, bytes]:
    """The files of the index, by their paths in the site."""
    files: dict[str, bytes] = {}
    with closing(SearchIndex(files.__setitem__, size, before)) as index:
        for record in records_of(entries, language):
            index.add((record,))
        index.finish()
    return files


def kept(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Files of a site that has been built."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
