"""The facts that are compared across companies and subjects, in the order in which a reader
looks for a name.
"""

from dossier.model.charts import is_compared
from dossier.model.dossiers import MergedFact, Site
from dossier.render.language.names import name_key
from dossier.render.site.render_context import Compared


def compared_facts(site: Site) -> Compared:
    """The facts of each property that has a page of comparison: properties by their labels,
    facts by their subjects.

    Of one subject they stand as its dossier has them.
    """
    found: dict[str, list[MergedFact]] = {}
    for fact in sorted(
        site.facts.values(), key=lambda fact: (name_key(fact.subject.name), fact.subject.id)
    ):
        found.setdefault(fact.property.id, []).append(fact)
    worth = {
        id: tuple(facts)
        for id, facts in found.items()
        if is_compared(facts[0].property, [fact.fact for fact in facts])
    }
    return dict(
        sorted(
            worth.items(), key=lambda pair: (name_key(pair[1][0].property.label), pair[0])
        )
    )
