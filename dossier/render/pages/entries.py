"""Everything that a search can find: an entry of its own for each company, fact, entity,
source and page.
"""

from collections.abc import Iterator

from dossier.render.pages.added import added_entries
from dossier.render.pages.plan import FAMILIES
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext


def count_of_entries(build: BuildContext) -> int:
    """About how many entries there are, told without making them."""
    site = build.site
    return len(site.facts) + len(site.sources) + len(site.dossiers) + len(site.named)


def search_entries(build: BuildContext) -> Iterator[Entry]:
    """All entries, family by family."""
    for family in FAMILIES:
        yield from family.entries(build)
    yield from added_entries(build)
