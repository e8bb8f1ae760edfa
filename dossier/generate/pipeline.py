"""From a content folder to a site, or to all that is wrong with it. `check` and `build`
share it and cannot disagree.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.check import check_and_settle
from dossier.generate.dates import reference_date
from dossier.mapping import Mapped, one_by_one
from dossier.model.content import Content
from dossier.model.errors import ContentError
from dossier.model.findings import Confirmed, Finding, has_errors
from dossier.read import read_content
from dossier.read.memory import collected_later, kept_for_good
from dossier.report.text import brief

if TYPE_CHECKING:
    from dossier.model.dossiers import Site


@dataclass(frozen=True)
class Inspection:
    """What was read, and everything that was found."""

    content: Content
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...] = ()
    # Warnings that are none of the findings, because their records confirm them.


def inspect(root: Path, mapped: Mapped = one_by_one) -> Inspection:
    """Read and check a content folder; `mapped` does so with some companies at a time.

    Raises DossierError where there is no such folder.
    """
    with collected_later():
        reading = read_content(root, mapped)
        settled = check_and_settle(reading.content, reading.findings, mapped)
        return Inspection(reading.content, settled.findings, settled.confirmed)


def load_content(root: Path, mapped: Mapped = one_by_one) -> Content:
    """Read and check. Raises ContentError, with the report, where the content has errors."""
    inspection = inspect(root, mapped)
    if has_errors(inspection.findings):
        raise ContentError(brief(inspection.findings, root))
    return inspection.content


def load_site(
    root: Path, today: date | None = None, mapped: Mapped = one_by_one
) -> "tuple[Site, Content]":
    """Read, check and merge, as of `today` or else of the content's own date. Raises
    ContentError as `load_content`.
    """
    # what merges, and what reads figures, is dear to load, and a check needs none of it
    from dossier.merge import merge_content  # noqa: PLC0415
    from dossier.wording.own import read_wording  # noqa: PLC0415

    with collected_later():
        content = load_content(root, mapped)
        site = merge_content(
            content, today or reference_date(root, content), read_wording(content, mapped)
        )
        kept_for_good()
    return site, content
