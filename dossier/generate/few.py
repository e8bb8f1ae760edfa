"""Lines about companies, of which a site may have thousands: the first are told, the others
counted.
"""

from collections.abc import Iterable, Iterator

NAMED = 20
"""Companies that are told by name, so that a report of many can still be read."""


def few_of(lines: Iterable[str], rest: str) -> Iterator[str]:
    """The first lines, each of a company, and one for all others: `rest` behind their
    number.
    """
    every = tuple(lines)
    yield from every[:NAMED]
    more = len(every) - NAMED
    if more > 0:
        yield f"{more} more {'company' if more == 1 else 'companies'}: {rest}"
