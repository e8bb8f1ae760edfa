"""The facts that are compared across companies and subjects, in the order of their properties' labels."""

from dossier.model.charts import is_compared
from dossier.model.dossiers import MergedFact, Site
from dossier.render.frame.sheets import Compared


def compared_facts(site: Site) -> Compared:
    """The facts of each property that has a page of comparison, in the order of the properties' labels."""
    found: dict[str, list[MergedFact]] = {}
    for fact in site.facts.values():
        found.setdefault(fact.property.id, []).append(fact)
    worth = {
        id: tuple(facts) for id, facts in found.items() if is_compared(facts[0].property, [fact.fact for fact in facts])
    }
    return dict(sorted(worth.items(), key=lambda pair: (pair[1][0].property.label.casefold(), pair[0])))
