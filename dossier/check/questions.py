"""Whether a question that has one answer is asked once."""

from collections.abc import Iterator

from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.findings import Finding


def warn_of_second_facts(content: Content) -> Iterator[Finding]:
    """Of a property with `one: true`, each subject has one fact: answers to one question
    belong beside each other.
    """
    asked: dict[tuple[str, str], Fact] = {}
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        if prop is None or not prop.one:
            continue
        first = asked.setdefault((prop.id, fact.subject), fact)
        if first is not fact:
            where = f"{first.id} ({first.at.position.path}:{first.at.position.line})"
            message = (
                f"{fact.at.trail}: asks what {where} asks: {prop.id} of {fact.subject}."
            )
            advice = (
                "Make its claims claims of that fact; their period and qualifiers tell them"
                " apart."
            )
            yield Finding(fact.at.of("property"), "F014", f"{message} {advice}")
