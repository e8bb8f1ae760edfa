"""Everything that a search can find: an entry of its own for each company, fact, entity,
source and page.
"""

from collections.abc import Iterator

from dossier.render.pages.added import added_entries
from dossier.render.pages.plan import FAMILIES
from dossier.render.search.entries import Entry
from dossier.render.site.sheets import Book


def count_of_entries(book: Book) -> int:
    """About how many entries there are, told without making them."""
    site = book.site
    return len(site.facts) + len(site.sources) + len(site.dossiers) + len(site.named)


def search_entries(book: Book) -> Iterator[Entry]:
    """All entries, family by family."""
    for family in FAMILIES:
        yield from family.entries(book)
    yield from added_entries(book)
