"""Every phrase that rendering puts together, by what it is about. The language of a page says
them: `render.say(words.sources.UNTITLED, type=…)`.

Names of months, currencies and units are not here: they come from Babel. The fixed texts of
pages stand in the templates.
"""

from dossier.render.language.words import (
    briefs,
    changes,
    charts,
    citing,
    claims,
    counts,
    dates,
    entities,
    evidence,
    figures,
    freshness,
    lists,
    pages,
    promises,
    proofs,
    search,
    sources,
    timelines,
)

__all__ = [
    "briefs",
    "changes",
    "charts",
    "citing",
    "claims",
    "counts",
    "dates",
    "entities",
    "evidence",
    "figures",
    "freshness",
    "lists",
    "pages",
    "promises",
    "proofs",
    "search",
    "sources",
    "timelines",
]
