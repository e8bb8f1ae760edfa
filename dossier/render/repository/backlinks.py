"""The ways back from a page to the repository: to the line that says so, and to a form that
is filled in already.

Where the repository is not known there are none. The names of the form's fields are those
of
`.github/ISSUE_TEMPLATE/correction.yml`, and the ways are those of GitHub.
"""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

from dossier.merge.changes import as_answered, as_written
from dossier.model.dossiers import MergedFact
from dossier.model.places import Position
from dossier.model.sources import Source
from dossier.render.evidence.citations import heading
from dossier.render.language import words
from dossier.render.repository.views import BackLinksView
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.settings import RepositorySettings

FORM = "correction.yml"
LONGEST = 300
"""Characters of a value in an address: servers refuse addresses of some thousands."""

_path = lru_cache(maxsize=1 << 10)(quote)
_quoted = lru_cache(maxsize=1 << 12)(quote_plus)
"""The facts of a company have files in common, and a fact has the same form on all of the
pages that show it.
"""


def fact_backlinks(render: RenderContext, fact: MergedFact) -> BackLinksView | None:
    """The ways back from a fact."""
    repository = render.build.settings.repository
    if repository is None:
        return None
    seen = (
        as_answered(fact.leading)
        if fact.is_series or fact.leading.qualifiers
        else as_written(fact.leading.value)
    )
    said = {"fact": str(fact.id), "current": _shorten(seen)}
    return BackLinksView(
        label=fact.fact.label,
        edit=_edit(repository, fact.fact.at.position),
        report=_report(render, repository, str(fact.id), links.fact_url(fact.id), said),
        history=""
        if render.site.history.facts
        else _log(repository, fact.fact.at.position),
    )


def source_backlinks(render: RenderContext, source: Source) -> BackLinksView | None:
    """The ways back from a source. The form asks of which fact its error is, because a fact
    is what gets corrected.
    """
    repository = render.build.settings.repository
    if repository is None:
        return None
    return BackLinksView(
        label=heading(source, render.language),
        edit=_edit(repository, Position(source.at.position.path)),
        report=_report(
            render,
            repository,
            source.id,
            links.source_url(source.id),
            {"source": source.id},
        ),
        history=_log(repository, source.at.position),
    )


def commit_url(repository: RepositorySettings | None, commit: str) -> str:
    """A commit; empty where the repository is not known."""
    return f"{repository.url}/commit/{commit}" if repository and commit else ""


def change_url(repository: RepositorySettings | None, number: str) -> str:
    """A pull request; empty where the repository is not known."""
    return f"{repository.url}/pull/{number}" if repository and number else ""


def _edit(repository: RepositorySettings, at: Position) -> str:
    return f"{repository.url}/edit/{_file(repository, at)}#L{at.line}"


def _log(repository: RepositorySettings, at: Position) -> str:
    return f"{repository.url}/commits/{_file(repository, at)}"


def _file(repository: RepositorySettings, at: Position) -> str:
    return f"{_path(repository.branch)}/{_path(repository.folder + at.path)}"


def _report(
    render: RenderContext,
    repository: RepositorySettings,
    id: str,
    url: str,
    said: dict[str, str],
) -> str:
    """The form, with all that the page knows filled in."""
    site = render.build.settings.site_url
    fields = {
        "template": FORM,
        "title": render.say(words.changes.CORRECTION_OF, id=id),
        **said,
        "page": f"{site}/{url}" if site else f"/{url}",
        "commit": render.site.history.commit,
    }
    return f"{repository.url}/issues/new?{'&'.join(_filled(fields))}"


def _filled(fields: dict[str, str]) -> Iterator[str]:
    """The fields of a form that have something in them; their names are plain words."""
    for name, text in fields.items():
        if text:
            yield f"{name}={_quoted(text)}"


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
