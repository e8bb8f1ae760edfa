"""What our own words say that no quote has, told by `dossier check`: how much there is, company by company.

It is no finding: a name or a figure of ours may be right, and pages mark it as ours. Nothing is listed here, since the
page of evidence lists all of it.
"""

from collections.abc import Iterator

from dossier.model.content import Content
from dossier.wording.own import read_wording


def own_lines(content: Content) -> Iterator[str]:
    """A line for each company of whose words no quote has something, or whose narrative cites sources as a whole."""
    for slug, wording in sorted(read_wording(content).companies.items()):
        own, whole = len(wording.own), wording.whole
        told = [f"no quote has {own} of the figures, dates, quotations and names in our own words"] if own else []
        told += [f"{whole} sentence{'s' * (whole != 1)} cite{'s' * (whole == 1)} whole sources alone"] if whole else []
        if told:
            yield f"{slug}: {'; '.join(told)}."
