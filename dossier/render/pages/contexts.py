"""What each kind of page hands to its template: one class for each, whose fields are the
template's names.

A test compares them with the names that the templates use, both ways. What all pages share
is in `Shared`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from markupsafe import Markup

from dossier.render.cards.views import SocialView
from dossier.render.site.views import LinkView, SiteView


def as_mapping(context: Any) -> Mapping[str, object]:
    """The names of a context with their values, as templates take them."""
    return {name: getattr(context, name) for name in _names(context.__class__)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@dataclass(frozen=True)
class Shared:
    """What every page has, those of Pelican included: besides, base.html asks for `here`
    and `title`.
    """

    site: SiteView
    link: Callable[[str, str], str]
    # From the page at `here` to a target.
    frame_of: Callable[[str], str]
    # What stands for `here` in parts that are kept: pages alike have the same.
    social: Callable[[str, str], SocialView]
    # What the page at `here`, of that title, says to those who show its address elsewhere.
    policy: Callable[[str], Markup]
    # The content security policy of the page at `here`.


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """What all pages of ours have."""

    here: str
    title: str
    description: str
    trail: tuple[LinkView, ...]
    # The pages above this one.
    as_of: Markup
    # The date of the newest source behind the page; empty where none is known.
