"""`dossier suggest`: from a filled-in form to a change of the content and what to tell of
it, or to what is missing.

It works on a copy, reads that as any content is read, and holds it against what was there
before: only the one fact may differ, and nothing may be wrong that was right. Only then the
content itself is changed.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.check import check_content
from dossier.edit.formatting import formatted
from dossier.edit.writing import replace_file
from dossier.intake.drafts import Detail
from dossier.intake.filing import NewFile, write_new
from dossier.intake.frontmatter import front_matter
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.facts import Fact
from dossier.model.findings import Finding, Severity, has_errors
from dossier.model.values import same
from dossier.read import read_content
from dossier.read.layout import Role
from dossier.suggest.editing import BY_HAND, edit_fact
from dossier.suggest.forms import FormRefused, read_form
from dossier.suggest.planning import ChangePlan, make_plan
from dossier.suggest.reading import WishedCorrection, read_wish
from dossier.suggest.replying import pull_request_text, refusal_text

TO_PROVE = frozenset({"Q008"})
"""Errors that whoever has the text of the source mends by proving it; everything else has
to be right from the start.
"""
TO_PROVE_ANEW = (
    "The words, or the value that they show, were proved before and have to be proved anew."
)


@dataclass(frozen=True)
class SuggestionOutcome:
    """What came of a form: the message, whose first line is its title, and whether the
    content was changed.
    """

    text: str
    done: bool


def suggest(form: Path, root: Path) -> SuggestionOutcome:
    """Make the change that a form asks for, or say why not. Raises DossierError where the
    content itself is broken.
    """
    content, faults = _read(root)
    if has_errors(faults):
        raise DossierError(f"{root} has errors already; `dossier check` lists them.")
    try:
        answers = read_form(form)
        wish = read_wish(answers, content)
        plan = make_plan(wish, answers, content)
        files = _files(root, content, wish, plan)
        plan = _tried(root, content, wish, plan, files)
    except FormRefused as refused:
        return SuggestionOutcome(refusal_text(refused.problems), done=False)
    _write(root, files)
    return SuggestionOutcome(pull_request_text(wish, plan, answers, content), done=True)


def _read(root: Path) -> tuple[Content, tuple[Finding, ...]]:
    reading = read_content(root)
    return reading.content, check_content(reading.content, reading.findings)


def _files(
    root: Path, content: Content, wish: WishedCorrection, plan: ChangePlan
) -> Mapping[str, str]:
    """The whole texts of the files that change, by path."""
    path = wish.fact.at.position.path
    text = (root / path).read_bytes().decode("utf-8")
    if "\r" in text or text.startswith("\ufeff"):
        raise FormRefused(
            BY_HAND
        )  # the reader's positions are those of the text without them
    files = {path: _laid_out(text, edit_fact(text, wish, plan), content)}
    if wish.source.url:
        details = (Detail("type", "webpage", ""), Detail("URL", wish.source.url, ""))
        files[Role.SOURCE.value.format(wish.source.id)] = front_matter(details)
    return files


def _laid_out(before: str, after: str, content: Content) -> str:
    """The changed text in the one layout, where the file was in it; elsewhere nothing but
    the change is to be seen.
    """
    if formatted(Role.FACTS, before, content.properties) != before:
        return after
    return formatted(Role.FACTS, after, content.properties) or after


def _tried(
    root: Path,
    content: Content,
    wish: WishedCorrection,
    plan: ChangePlan,
    files: Mapping[str, str],
) -> ChangePlan:
    """The plan with what is still to do, once the change has been made on a copy. Raises
    Refused where it does harm.
    """
    after, findings = _changed(root, files)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if broken := [finding for finding in errors if finding.code not in TO_PROVE]:
        raise FormRefused(
            *(
                f"With this change the content is not sound: {finding.message}"
                for finding in broken[:5]
            )
        )
    if _others(content, wish, plan) != _others(after, wish, plan) or not _is_made(
        after, wish, plan
    ):
        raise FormRefused(BY_HAND)
    return replace(plan, remarks=(*plan.remarks, TO_PROVE_ANEW)) if errors else plan


def _changed(root: Path, files: Mapping[str, str]) -> tuple[Content, tuple[Finding, ...]]:
    """The content as it would be with some files changed, and what is found in it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(root, copy, symlinks=True)
        for path, text in files.items():
            (copy / path).write_text(text, "utf-8", newline="\n")
        return _read(copy)


def _others(content: Content, wish: WishedCorrection, plan: ChangePlan) -> object:
    """Everything that a correction of one answer leaves as it is."""
    facts = {
        id: _without(fact, plan.index) if id == wish.fact.id else fact
        for id, fact in content.facts.items()
    }
    sources = {
        id: source
        for id, source in content.sources.items()
        if id != wish.source.id or not wish.source.url
    }
    return facts, sources, content.entities, content.properties, content.origins


def _without(fact: Fact, index: int) -> Fact:
    return replace(fact, claims=(*fact.claims[:index], *fact.claims[index + 1 :]))


def _is_made(after: Content, wish: WishedCorrection, plan: ChangePlan) -> bool:
    """Whether the answer is there, with the words that show it."""
    claim = after.facts[wish.fact.id].claims[plan.index]
    passages = {(reference.source, reference.quote) for reference in claim.references}
    return (
        same(claim.value, wish.value)
        and (wish.source.id, wish.quote) in passages
        and wish.source.id in after.sources
    )


def _write(root: Path, files: Mapping[str, str]) -> None:
    """A new source first: without it the fact would name one that is not there."""
    new = {path: text for path, text in files.items() if not (root / path).exists()}
    write_new(tuple(NewFile(root / path, text) for path, text in new.items()))
    for path, text in files.items():
        if path not in new:
            replace_file(root / path, text.encode())
