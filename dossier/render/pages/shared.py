"""What every page says of the site it belongs to."""

from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.pages.changes import feed_of, shows_changes
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView, SiteView


def site_view(render: RenderContext) -> SiteView:
    """What every page says about the site. Its links are targets: whoever prints them knows
    where they are printed.
    """
    settings = render.build.settings
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        language=settings.language.tag,
        menu=(
            LinkView(render.say(words.pages.HOME), links.HOME),
            LinkView(render.say(words.pages.SOURCES), links.SOURCES),
            LinkView(render.say(words.evidence.EVIDENCE), links.EVIDENCE),
            LinkView(render.say(words.pages.DATA), links.DATA),
            *settings.pages,
        ),
        judged=day_words(render.site.as_of, render.language),
        shows_changes=shows_changes(render.build),
        feed=feed_of(render.build),
        as_of=render.as_of_all,
        search=settings.search,
    )
