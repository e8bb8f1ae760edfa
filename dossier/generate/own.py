"""What our own words say that no quote has, told by `dossier check`: how much there is,
company by company.

It is no finding: a name or a figure of ours may be right, and pages mark it as ours.
Nothing is listed here, since the page of evidence lists all of it.
"""

from collections.abc import Iterator

from dossier.model.content import Content
from dossier.wording.own import read_wording

OURS = "figures, dates, quotations and names in our own words"


def own_lines(content: Content) -> Iterator[str]:
    """A line for each company of whose words no quote has something, or whose narrative
    cites sources as a whole.
    """
    for slug, wording in sorted(read_wording(content).companies.items()):
        own, whole = len(wording.own), wording.whole
        told = []
        if own:
            told.append(f"no quote has {own} of the {OURS}")
        if whole:
            told.append(
                f"{whole} {'sentences cite' if whole > 1 else 'sentence cites'} whole sources alone"
            )
        if told:
            yield f"{slug}: {'; '.join(told)}."
