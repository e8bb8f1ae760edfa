"""The index of the search beside the pages; a site without search does without the packages
that make it.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Protocol

from dossier.generate.search.records import FoundRecord
from dossier.generate.writing import Output
from dossier.model.errors import DossierError


class Index(Protocol):
    """Takes what a search finds of the pages, in their order."""

    def add(self, records: Sequence[FoundRecord]) -> None:
        """Take in some."""

    def finish(self) -> None:
        """No more come."""


class _NoIndex:
    """That of a site without search."""

    def add(self, records: Sequence[FoundRecord]) -> None:
        """See `Index`; there are none."""

    def finish(self) -> None:
        """See `Index`."""


@contextmanager
def open_index(output: Output, found: int, *, search: bool) -> Iterator[Index]:
    """The index of a site of so many pages that are found, which is written as it is made;
    no process is left of it when the block ends.
    """
    if not search:
        yield _NoIndex()
        return
    from dossier.generate.search.index import SearchIndex, bundle_size  # noqa: PLC0415

    with closing(SearchIndex(output.write, bundle_size(found), output.before)) as index:
        yield index


def refuse_without_search() -> None:
    """Raises DossierError where the program cannot run that makes the index."""
    from dossier.generate.search.service import trouble  # noqa: PLC0415

    if wrong := trouble():
        raise DossierError(wrong)
