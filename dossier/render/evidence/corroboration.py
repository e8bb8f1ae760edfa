"""Who speaks, in words: how many reports of what, from how many origins, and which these
are.
"""

from collections.abc import Iterable, Mapping

from dossier.model.agreement import Corroboration
from dossier.model.sources import Origin, OriginKind, Source
from dossier.model.values import Property
from dossier.render.evidence.labels import key_label
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext


def corroboration_text(
    render: RenderContext, prop: Property, told: Mapping[str, Corroboration]
) -> str:
    """How many sources say so, and from how many origins; key by key where that is not the
    same for all.
    """
    groups: dict[str, list[str]] = {}
    for key, corroboration in told.items():
        groups.setdefault(
            render.reports(len(corroboration.sources), len(corroboration.origins)), []
        ).append(key)
    if not groups:
        return render.reports(0, 0)
    if len(groups) == 1:
        return next(iter(groups))
    parts = (
        (render.language.series([key_label(render, prop, key) for key in keys]), told)
        for told, keys in groups.items()
    )
    return render.say(words.sources.SEMICOLON).join(
        render.say(words.sources.CORROBORATION_OF, parts=part, voices=told)
        for part, told in parts
    )


def origins_text(render: RenderContext, source: Source, origins: Iterable[Origin]) -> str:
    """Origins of a source by name, and whether they were worked out and some are not known;
    empty where none is known.
    """
    listed = tuple(origins)
    names = [origin.name for origin in listed if origin.kind is not OriginKind.UNKNOWN]
    if not names:
        return ""
    if "origins" in source.inferred:
        names = [render.say(words.claims.SEEMS, name=name) for name in names]
    unknown = (
        [render.say(words.sources.UNKNOWN_IN_PART)] if len(names) < len(listed) else []
    )
    return render.say(words.sources.SEMICOLON).join([*names, *unknown])
