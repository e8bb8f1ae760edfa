"""`readings.yaml` of a company as text: what people found, by fact. A file of its own,
which proving never touches.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from dossier.edit.writing import refuse_leading_out, replace_file
from dossier.model.binding import find_judgement, proof_binding
from dossier.model.content import Content
from dossier.model.judgements import Found, Judgement, Judgements
from dossier.prove.queue import Waiting
from dossier.read.layout import Role
from dossier.yaml.records import Entry, render_by_fact

READINGS_HEAD = (
    "# Made by `dossier read`: who has read claim and passage together. Commit it; never"
    " delete it.\n"
)
"""The first line of the file of readings."""


def judgement_of(
    content: Content, waiting: Waiting, found: Found, by: str, day: date
) -> Judgement:
    """What somebody found of one quote that waits."""
    binding, one = (
        proof_binding(content, waiting.fact, waiting.claim, waiting.reference),
        waiting.reference,
    )
    return Judgement(
        source=one.source,
        text=binding.text,
        quote=one.quote,
        claim=binding.claim,
        found=found,
        by=by,
        day=day,
        prefix=one.prefix,
        suffix=one.suffix,
        supports=binding.supports,
    )


def with_judgement(content: Content, waiting: Waiting, judgement: Judgement) -> Content:
    """The content with one more judgement, in the place of an older one of the same words."""
    name, same = str(waiting.fact.id), (judgement.wording, judgement.claim)
    kept = (
        one for one in content.judgements.get(name, ()) if (one.wording, one.claim) != same
    )
    return replace(content, judgements={**content.judgements, name: (*kept, judgement)})


def write_judgements(root: Path, content: Content, company: str) -> Path | None:
    """Write what people found of one company, without what has changed since; the file that
    was written, if it differs.
    """
    path = Role.JUDGEMENTS.value.format(company)
    refuse_leading_out(root, path)
    text = render_judgements(_standing(content, company))
    if not (root / path).exists() and text == READINGS_HEAD:
        return None
    if (root / path).exists() and (root / path).read_bytes() == text.encode():
        return None
    replace_file(root / path, text.encode())
    return root / path


def _standing(content: Content, company: str) -> Judgements:
    """Those of a company whose claim, words and text are what they were, under the ids of
    today.
    """
    found: dict[str, tuple[Judgement, ...]] = {}
    narrative = content.narratives.get(company)
    for fact in (*content.companies[company].facts, *((narrative,) if narrative else ())):
        pairs = (
            (claim, one) for claim in fact.claims for one in claim.references if one.quote
        )
        listed = (find_judgement(content, fact, claim, one) for claim, one in pairs)
        if kept := tuple(dict.fromkeys(one for one in listed if one)):
            found[str(fact.id)] = kept
    return found


def render_judgements(judgements: Judgements) -> str:
    """The whole file of one company, whose facts are named without it."""
    return render_by_fact(
        READINGS_HEAD, {fact: map(_entry, listed) for fact, listed in judgements.items()}
    )


def _entry(one: Judgement) -> Entry:
    quoted = {key: getattr(one, key) for key in ("prefix", "quote", "suffix")}
    return {
        "source": one.source,
        "text": one.text,
        **{
            key: json.dumps(value, ensure_ascii=False) if value else ""
            for key, value in quoted.items()
        },
        "supports": f"[{', '.join(one.supports)}]" if one.supports else "",
        "claim": json.dumps(one.claim),
        "found": one.found.value,
        "by": json.dumps(one.by, ensure_ascii=False),
        "day": one.day.isoformat(),
    }
