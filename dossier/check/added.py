"""Checks that extensions add: run after ours, with codes of their own."""

from collections.abc import Iterator

from dossier.extensions import Group, OwnCheck, added, working
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.findings import ADDED, Finding


def find_by_extensions(content: Content) -> Iterator[Finding]:
    """What they find. Raises DossierError where one fails, or has no code that it may use."""
    for one in added(Group.CHECKS, OwnCheck):
        check: OwnCheck = one.part
        if not ADDED.fullmatch(check.code):
            raise DossierError(
                f"{one.name} cannot be used: {check.code!r} is no code; expected XE or XW"
                " and three digits."
            )
        with working(one.name):
            for position, message in check.find(content):
                yield Finding(position, check.code, message)
