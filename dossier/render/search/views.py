"""The search page: its filters, and the list that stands there without a script."""

from dataclasses import dataclass

from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class FilterView:
    """What a search is narrowed down by."""

    name: str
    # In an address and in the index.
    label: str


@dataclass(frozen=True)
class TopicView:
    """The facts of one topic, by their names."""

    label: str
    facts: tuple[LinkView, ...]


@dataclass(frozen=True)
class ListingView:
    """A company with the names of what it holds; of many companies only how much that is."""

    company: LinkView
    scope: str
    topics: tuple["TopicView", ...]
