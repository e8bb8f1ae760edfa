"""The addresses that the content leads readers to, and which of them lead nowhere.

They are looked up by lychee, once a week and never by a build; here they are listed for it,
one a line, and its report is
read: what it says of a line is told with the places in our files that hold the address.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.places import Position
from dossier.report.escapes import markdown

FAILED = ("error_map", "timeout_map")
"""Where lychee's report has the addresses that gave no page."""


def addresses(content: Content) -> Mapping[str, tuple[Position, ...]]:
    """Every address with the places that hold it, in alphabetical order."""
    found: dict[str, list[Position]] = {}
    for address, at in _held(content):
        if address:
            found.setdefault(address, []).append(at)
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def _held(content: Content) -> Iterator[tuple[str, Position]]:
    for source in content.sources.values():
        yield source.url, source.at.of("URL")
        yield source.archive, source.at.of("archive")
    for entity in content.entities.values():
        yield from (
            (address, entity.at.item("same_as", index))
            for index, address in enumerate(entity.same_as)
        )


def dead_addresses(content: Content, root: Path, report: Path) -> tuple[str, ...]:
    """Each address that lychee found dead, as an item of a Markdown list. Raises
    DossierError where there is no report.
    """
    listed = list(addresses(content).items())
    lines = []
    for row, why in sorted(_failures(report)):
        if not 0 < row <= len(listed):
            raise DossierError(f"{report} is of other addresses than those of the content.")
        address, places = listed[row - 1]
        where = ", ".join(f"`{root}/{at.path}:{at.line}`" for at in places)
        lines.append(f"- {markdown(address)}: {markdown(why)} ({where})")
    return tuple(lines)


def _failures(report: Path) -> Iterator[tuple[int, str]]:
    """The line of each failed address in the list that lychee was given, and why it failed."""
    try:
        told: Any = json.loads(report.read_text("utf-8"))
    except OSError as error:
        raise DossierError(f"{report} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise DossierError(
            f"{report} is no JSON; expected the report of lychee in JSON."
        ) from error
    try:
        for key in FAILED:
            for failed in (item for items in told[key].values() for item in items):
                yield (
                    int(failed["span"]["line"]),
                    str(failed["status"].get("details") or failed["status"]["text"]),
                )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DossierError(
            f"{report} is no report of lychee; expected {' and '.join(FAILED)}, with a line"
            " for each."
        ) from error
