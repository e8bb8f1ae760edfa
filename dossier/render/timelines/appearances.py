"""Where an event stands in a timeline, which has pages where one cannot hold it."""

from dossier.model.facts import FactId
from dossier.render.site import links
from dossier.render.site.render_context import Appearance, BuildContext


def event_url(build: BuildContext, appearance: Appearance, fact: FactId) -> str:
    """The place of an event, on the page of the timeline that holds it."""
    number = appearance.place // build.settings.limits.events + 1
    url = links.portion_url(
        links.timeline_url(appearance.company, appearance.timeline.id), number
    )
    return f"{url}#{links.event_anchor(fact, appearance.company)}"
