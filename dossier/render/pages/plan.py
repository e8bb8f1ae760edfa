"""The list of pages: every url of a site with its template and what makes its context.
Contexts are made when asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from dossier.model.addresses import DOSSIER, LEDGER, LEDGER_BY_TOPIC
from dossier.render.cards.cards import Card
from dossier.render.cards.social import social_view
from dossier.render.pages.added import added_pages
from dossier.render.pages.changes import CHANGES
from dossier.render.pages.comparisons import COMPARISONS
from dossier.render.pages.contexts import Shared, as_mapping
from dossier.render.pages.corrections import CORRECTIONS
from dossier.render.pages.data import DATA
from dossier.render.pages.dossiers import DOSSIERS
from dossier.render.pages.entities import ENTITIES
from dossier.render.pages.evidence import evidence_pages
from dossier.render.pages.families import Planned
from dossier.render.pages.home import HOME
from dossier.render.pages.moved import MOVED_PAGES
from dossier.render.pages.not_found import NOT_FOUND
from dossier.render.pages.promises import PROMISES
from dossier.render.pages.search import SEARCH
from dossier.render.pages.shared import site_view
from dossier.render.pages.sources import SOURCES
from dossier.render.scan.measure import Measure
from dossier.render.search.entries import Entry
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.theme.policy import policy

FAMILIES = (
    HOME,
    DOSSIERS,
    MOVED_PAGES,
    ENTITIES,
    SOURCES,
    SEARCH,
    COMPARISONS,
    DATA,
    CORRECTIONS,
    PROMISES,
    NOT_FOUND,
    CHANGES,
)
"""All pages of a site but that of evidence, which is counted on them, in the order in which
they are written and found.
"""

MEASURED = frozenset({DOSSIER, LEDGER, LEDGER_BY_TOPIC})
"""The pages on which the figures of a company are counted: its narrative, and its ledger,
which has each figure once.
"""

NO_CARDS: Mapping[str, Card] = MappingProxyType({})


@dataclass(frozen=True)
class Page:
    """One page to write. Its context is made anew each time it is asked for, so a page can
    be rendered twice.
    """

    planned: Planned
    build: BuildContext

    @property
    def url(self) -> str:
        """Where it stands."""
        return self.planned.url

    @property
    def template(self) -> str:
        """What prints it."""
        return f"{self.planned.kind.name}.html"

    @property
    def path(self) -> str:
        """The file that holds the page."""
        return links.file_of(self.url)

    @property
    def counts_for(self) -> str:
        """The company whose figures are counted on it; empty where none are."""
        return self.planned.ids[0] if self.planned.kind in MEASURED else ""

    @property
    def context(self) -> Mapping[str, object]:
        """The names that the template uses, besides those of `shared_context`."""
        return as_mapping(self.planned.make(RenderContext(self.build, self.url)))

    @property
    def is_found(self) -> bool:
        """Whether a search finds anything of it."""
        return self.planned.is_found

    @property
    def entries(self) -> Iterable[Entry]:
        """What a search finds of it."""
        return self.planned.entries(self.build)


def plan_pages(build: BuildContext) -> tuple[Page, ...]:
    """Every page of the site, but for the ordinary ones, which are Pelican's, and that of
    evidence.
    """
    ours = (Page(planned, build) for family in FAMILIES for planned in family.pages(build))
    return (*ours, *(Page(planned, build) for planned in added_pages(build)))


def plan_evidence(build: BuildContext, measures: Mapping[str, Measure]) -> tuple[Page, ...]:
    """The pages that say what was counted on the finished pages of companies; so they are
    made after them.
    """
    return tuple(Page(planned, build) for planned in evidence_pages(build, measures))


def shared_context(
    build: BuildContext, cards: Mapping[str, Card] = NO_CARDS
) -> Mapping[str, object]:
    """What the templates of all pages share, those of Pelican's own pages included; `cards`
    are those that are drawn.
    """
    view = site_view(RenderContext(build, links.HOME))
    social = partial(social_view, build, cards)
    link = partial(links.link, build.settings)
    return as_mapping(Shared(view, link, links.frame_of, social, policy))
