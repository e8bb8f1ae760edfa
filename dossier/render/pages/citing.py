"""How others cite a page of ours: what it says, where it stands, and the day to which its
ages are counted.
"""

from functools import partial

from dossier.model.dossiers import MergedFact
from dossier.model.sources import Source
from dossier.render.evidence.citations import issued, short_name
from dossier.render.facts.claims import converted
from dossier.render.facts.facts import told_times
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.directions import isolate
from dossier.render.language.quoting import in_title_marks
from dossier.render.site.render_context import RenderContext


def page_citation(render: RenderContext, title: str, said: str = "") -> str:
    """A citation of the page in one line of text; without an address where the site does
    not know its own.
    """
    settings = render.build.settings
    named = in_title_marks(isolate(title), render.language)
    parts = [
        render.say(words.citing.SAYS_THAT, title=named, said=isolate(said))
        if said
        else named,
        settings.title,
        render.say(
            words.citing.JUDGED_ON, date=day_words(render.site.as_of, render.language)
        ),
        f"{settings.site_url}/{render.here}" if settings.site_url else "",
    ]
    return render.say(words.sources.COMMA).join(filter(None, parts))


def with_source(render: RenderContext, fact: MergedFact, title: str) -> str:
    """What a fact says, of when that is, and who says so, in a line that can be taken
    elsewhere.
    """
    value, equivalent = converted(render, fact, fact.leading)
    when, _ = told_times(render, fact, fact.leading)
    named = [_named(render, render.source(id)) for id in fact.sources]
    said = render.say(
        words.citing.FIGURE_WITH_SOURCE,
        title=title,
        said=_whole(render, value.striptags(), equivalent.striptags()),
        when=when.striptags(),
        sources=render.say(words.sources.SEMICOLON).join(named),
    )
    settings = render.build.settings
    return " ".join(
        filter(
            None, (said, f"{settings.site_url}/{render.here}" if settings.site_url else "")
        )
    )


def _named(render: RenderContext, source: Source) -> str:
    """A source and its date, as text: the same behind all that it says."""
    return render.build.finished.once(
        "named", (source,), partial(_name_and_date, render, source)
    )


def _name_and_date(render: RenderContext, source: Source) -> str:
    date = issued(source, render.language).striptags()
    return render.say(words.sources.COMMA).join((short_name(source, render.language), date))


def _whole(render: RenderContext, value: str, equivalent: str) -> str:
    return (
        render.say(words.claims.ASIDE, text=value, aside=equivalent)
        if equivalent
        else value
    )
