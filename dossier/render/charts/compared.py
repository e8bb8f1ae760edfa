"""Which properties are worth comparing across companies and subjects, and the facts that are then compared."""

from collections.abc import Sequence

from dossier.model.dossiers import MergedFact, Site
from dossier.model.values import UNSTATED, Property
from dossier.render.charts.data import part
from dossier.render.charts.kinds import charted_keys
from dossier.render.frame.sheets import Compared


def compared_facts(site: Site) -> Compared:
    """The facts of each property that has a page of comparison, in the order of the properties' labels."""
    found: dict[str, list[MergedFact]] = {}
    for fact in site.facts.values():
        found.setdefault(fact.property.id, []).append(fact)
    worth = {id: tuple(facts) for id, facts in found.items() if _is_worth_it(facts[0].property, facts)}
    return dict(sorted(worth.items(), key=lambda pair: (pair[1][0].property.label.casefold(), pair[0])))


def _is_worth_it(prop: Property, facts: Sequence[MergedFact]) -> bool:
    """Two figures or places can be compared; words and names only where they tell subjects apart.

    What happened without a figure or a place is a matter for timelines.
    """
    keys = [key for key, _ in charted_keys(prop)]
    if keys:
        return any(sum(part(fact.leading, key) not in (None, UNSTATED) for fact in facts) > 1 for key in keys)
    subjects = {fact.subject.id for fact in facts if fact.leading.value is not UNSTATED}
    return prop.date_key is None and len(subjects) > 1
