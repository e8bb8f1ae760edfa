"""How long the index of the search takes for many facts: `python -m bench.search [FACTS]`.

It prints the share of the stated limit, what a reader's browser loads before it can answer
anything, and what more where somebody narrows a search down.
"""

import sys
import time
from collections.abc import Iterator
from random import Random

from dossier.generate.search.index import BUNDLES, bundle_size
from dossier.generate.search.stable import FILTERS
from dossier.render.search.entries import Entry
from tests.searching import search_files

LIMIT = 0.002  # seconds for each fact, on two cores
BEFORE = ("pagefind.js", ".pagefind", ".pf_meta", "pagefind-entry.json", BUNDLES)
SYLLABLES = [consonant + vowel for consonant in "bdklmnr" for vowel in "aeiou"]


def main(count: int) -> None:
    """Make the entries, have them indexed, and print the seconds and bytes."""
    entries = tuple(_entries(count))
    start = time.perf_counter()
    files = search_files(entries, "en", bundle_size(count))
    took = time.perf_counter() - start
    before = sum(len(data) for name, data in files.items() if name.endswith(BEFORE))
    filters = sum(len(data) for name, data in files.items() if name.endswith(FILTERS))
    print(f"{count} facts: {took:.1f} s, {took / (LIMIT * count):.0%} of the limit")
    print(
        f"{len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB;"
        f" {before / 1e3:.0f} kB before the first answer, {filters / 1e3:.0f} of filters"
    )


def _entries(count: int) -> Iterator[Entry]:
    """Facts of about sixty words, by companies of a hundred facts each; the same on every
    run.
    """
    random = Random(7)
    words = [
        "".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(5_000)
    ]
    for number in range(count):
        company = f"Company {number // 100}"
        shown = {
            "title": " ".join(random.choices(words, k=4)),
            "kind": "fact",
            "company": company,
            "value": "380 billion",
        }
        filters = {
            "company": (company,),
            "year": (str(random.randint(1990, 2025)),),
            "state": ("proved",),
            "kind": ("fact",),
        }
        yield Entry(
            f"companies/c{number // 100}/facts/f{number}/",
            " ".join(random.choices(words, k=60)),
            shown,
            filters,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
