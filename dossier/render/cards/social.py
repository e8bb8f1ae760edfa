"""What a page says to those who show its address elsewhere: Open Graph (https://ogp.me),
and the one address it has.

Both ask for whole addresses. Without the address of the site there are none, and then a
page names no picture either.
"""

from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global

from dossier.model.addresses import FACT
from dossier.model.facts import FactId
from dossier.render.cards.cards import HEIGHT, SITE, WIDTH, Card
from dossier.render.cards.views import PictureView, SocialView
from dossier.render.language.catalogues import Language
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext


def social_view(
    build: BuildContext, cards: Mapping[str, Card], here: str, title: str
) -> SocialView:
    """What the page at `here` says; `cards` are those that are drawn."""
    slug = links.company_of(here)
    name = build.site.dossiers[slug].company.name if slug in build.site.dossiers else ""
    names = (name for name in (_fact_at(here), slug) if name)
    card = next((cards[name] for name in (*names, SITE) if name in cards), None)
    address = build.settings.site_url
    return SocialView(
        title=title if name in ("", title) else f"{title} · {name}",
        type="website" if here == links.HOME else "article",
        locale=territory_of(build.settings.language),
        address=f"{address}/{here}" if address and here != links.NOT_FOUND else "",
        picture=(
            PictureView(f"{address}/{card.path}", WIDTH, HEIGHT, card.alt)
            if address and card
            else None
        ),
    )


def _fact_at(here: str) -> str:
    """The id of the fact that a page is about; empty where it is about none."""
    ids = FACT.address.ids(here)
    return str(FactId(*ids)) if ids else ""


@lru_cache(maxsize=16)
def territory_of(language: Language) -> str:
    """The language as Open Graph wants it, with a country: where most who read it live, if
    the site names none.
    """
    locale, known = language.locale, get_global("likely_subtags")
    script = f"{locale.language}_{locale.script}" if locale.script else locale.language
    likely = (known.get(script) or known.get(locale.language, "")).split("_")[-1]
    country = (
        locale.territory if locale.territory and locale.territory.isalpha() else likely
    )
    return "_".join(part for part in (locale.language, country) if part)
