"""What our own words say that no quote has, told by `dossier check`: how much there is,
company by company, and with `--all` where each of it stands.

It is no finding: a name or a figure of ours may be right, and pages mark it as ours. The
page of evidence lists it for readers.
"""

from collections.abc import Iterator
from pathlib import Path

from dossier.generate.few import few_of
from dossier.mapping import Mapped, one_by_one
from dossier.model.content import Content
from dossier.model.own_words import Ours, Own, Where
from dossier.model.places import Position
from dossier.report.escapes import printable
from dossier.report.text import near
from dossier.wording.own import read_wording

OURS = "figures, dates, quotations and names in our own words"
HINT = "`dossier check --all` lists them"


def own_lines(
    content: Content, root: Path, mapped: Mapped = one_by_one, *, is_whole: bool = False
) -> Iterator[str]:
    """A line for each company of whose words no quote has something, or whose narrative
    cites sources as a whole; where all is asked for, before it a line for each such thing.
    """
    read = read_wording(content, mapped, summaries=is_whole)
    if is_whole:
        several = (*read.companies.values(), *read.sources.values())
        found = {
            (one.at, _line(one, one.at, root))
            for ours in several
            for one in ours.own
            if one.at
        }
        yield from (line for _, line in sorted(found))
    told = {
        slug: "; ".join(_counts(wording, is_whole=is_whole))
        for slug, wording in sorted(read.companies.items())
    }
    lines = (f"{slug}: {counts}." for slug, counts in told.items() if counts)
    yield from lines if is_whole else few_of(lines, f"the same; {HINT}.")


def _counts(wording: Ours, *, is_whole: bool) -> Iterator[str]:
    own, whole = len(wording.own), wording.whole
    if own:
        hint = "" if is_whole else f" ({HINT})"
        yield f"no quote has {own} of the {OURS}{hint}"
    if whole:
        yield f"{whole} {'sentences cite' if whole > 1 else 'sentence cites'} whole sources alone"


def _line(one: Own, at: Position, root: Path) -> str:
    where = f"{near(root) / at.path}:{at.line}:{at.column}"
    whose = "" if one.where is Where.NARRATIVE else f" of {one.fact or one.source}"
    return printable(
        f"{where} ours {one.said}: “{one.words}” in the {one.where}{whose}, and no quote"
        " that it stands on has it."
    )
