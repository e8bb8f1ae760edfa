"""How facts came to say what they say, and the ways back to where they are written."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class ReasonView:
    """Why something changed, in the words of whoever changed it, and the ways to the change
    itself.
    """

    words: str
    # Empty where none were written for readers.
    change: str
    # `#12`; empty where it was no pull request.
    change_href: str
    commit: str
    # The first letters of its id.
    commit_href: str


@dataclass(frozen=True)
class VersionView:
    """What became of a fact one day."""

    date: Markup
    said: tuple[Markup, ...]
    # Sentences: what it said before, what came and what went.
    reason: ReasonView


@dataclass(frozen=True)
class HistoryView:
    """How a fact came to say what it says, the latest change first."""

    absence: str
    # Why there is nothing to tell; empty where there is.
    changed: Markup
    # The day of the last change; empty for a fact that never changed.
    versions: tuple[VersionView, ...]


@dataclass(frozen=True)
class FactChangeView:
    """A fact that came, went or changed in one step."""

    kind: str
    # "added", "changed" or "retired".
    word: str
    # The same, for readers.
    label: str
    href: str
    # Empty for a fact that is there no more.
    company: LinkView
    said: tuple[Markup, ...]


@dataclass(frozen=True)
class ChangeSetView:
    """What one step did to all facts."""

    anchor: str
    # Empty where it is not told in full.
    date: Markup
    reason: ReasonView
    counts: str
    summary: str
    # The same, with the companies.
    href: str
    # The way to it on the page of changes.
    facts: tuple[FactChangeView, ...]
    more: str
    # How many facts of it are not listed; empty where all are.


@dataclass(frozen=True)
class BackLinksView:
    """The ways from a record to the place where it is written, for those who want to mend
    it.
    """

    label: str
    # What the record is called, for those who hear the links.
    edit: str
    report: str
    history: str
    # That of its file; empty where a page tells its own.
