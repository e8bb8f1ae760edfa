"""How much one page holds, however much the site holds, so that each page still opens on a
slow line.

The one place that says so. What a list has beyond them stands on further pages: in
portions, or on shelves.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most that one page holds of each thing."""

    lines: int = 120
    # Facts of a dossier in its ledger, with their notes: some 250 kB.
    facts: int = 100
    # With their words and notes: some 350 kB of a page that compares.
    entries: int = 200
    # Of a list that says something of each: sources, people, files of data.
    events: int = 300
    # Of a timeline, with their notes and bars: some 500 kB.
    names: int = 1_000
    # Of a list of names alone: some 80 kB.
    listed: int = 2_000
    # Facts that the page of the search lists by their names: some 250 kB.
    changed_facts: int = 500
    # Facts that the page of changes tells of; of older steps it counts them.
    figures: int = 60
    # Companies with figures of theirs, of the home page and of the evidence: as many as one
    # would scroll through.


LIMITS = Limits()
"""Those of every site."""
