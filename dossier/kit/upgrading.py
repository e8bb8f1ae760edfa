"""`dossier upgrade`: a site brought up to the program that runs, shown first and written
when it is asked for.

Files that nobody has changed since the program wrote them are replaced. Those that their
owner has changed stay, and what the program would have there now is shown. The content is
laid out by `dossier fmt`, which keeps what it says.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path

from dossier.edit.formatting import Formatting, survey, write
from dossier.edit.records import split_records
from dossier.edit.schemas import outdated, schemas_of, write_schemas
from dossier.edit.writing import replace_file
from dossier.kit.lock import versions
from dossier.kit.making import files_of
from dossier.kit.manifest import NAME, Manifest, digest, read_manifest, written
from dossier.kit.packing import Wheel, wheel_of
from dossier.kit.pieces import EDITED
from dossier.model.errors import DossierError
from dossier.report.text import brief

PINS = ("pyproject.toml", "uv.lock")
BRIEFLY = re.compile(r"docs/.*|wheels/.*")
"""Files of which only the names are shown: nobody reviews them line by line."""


class Act(StrEnum):
    """What becomes of a file."""

    WRITTEN = "is new"
    REPLACED = "is replaced"
    REMOVED = "is removed"
    KEPT = "is yours and stays; the program would change it so"
    MISSED = "is not there any more, and stays away"


@dataclass(frozen=True)
class UpgradeStep:
    """One file, and what the program has for it now."""

    path: str
    act: Act
    before: bytes = b""
    after: bytes = b""


@dataclass(frozen=True)
class Upgrade:
    """All that is to be done for a site."""

    site: Path
    manifest: Manifest
    wheel: Wheel
    files: Mapping[str, bytes]
    # What the program has for it.
    steps: tuple[UpgradeStep, ...]
    formatting: Formatting
    schemas: Mapping[str, bytes]


def upgrade(site: Path, wheel: Path | None, *, is_written: bool) -> Iterator[str]:
    """Bring a site up; what is done, or would be. Raises DossierError where the site is not
    one of ours, or is newer.
    """
    plan = plan_upgrade(site, wheel_of(wheel))
    yield from _told(plan)
    if is_written:
        yield from _carried_out(plan)
    elif _is_needed(plan):
        yield "Nothing is written yet: `dossier upgrade --write` does it."


def plan_upgrade(site: Path, wheel: Wheel) -> Upgrade:
    """What there is to do."""
    manifest = read_manifest(site)
    if _parts(manifest.version) > _parts(wheel.version):
        raise DossierError(
            f"{site} was made by {manifest.version}, and this is {wheel.version}; install"
            " the newer one first."
        )
    files = {
        path: data
        for path, data in files_of(
            manifest.wishes, wheel, manifest.index, with_example=False
        ).items()
        if path in (*EDITED, "uv.lock", f"wheels/{wheel.name}")
    }
    content = site / "content"
    steps = tuple(_settled(tuple(_steps(site, manifest, files))))
    return Upgrade(
        site, manifest, wheel, files, steps, survey(content), schemas_of(content)
    )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _steps(
    site: Path, manifest: Manifest, files: Mapping[str, bytes]
) -> Iterator[UpgradeStep]:
    for path, data in files.items():
        before = (site / path).read_bytes() if (site / path).is_file() else None
        if act := _act(manifest, path, before, data):
            yield UpgradeStep(path, act, before or b"", data)
    for path in sorted(manifest.files.keys() - files.keys()):
        if _was_ours(path) and manifest.is_as_written(site, path):
            yield UpgradeStep(path, Act.REMOVED, (site / path).read_bytes())


def _act(manifest: Manifest, path: str, before: bytes | None, after: bytes) -> Act | None:
    """What becomes of a file that the program has; nothing where it is so already, or was
    the owner's before.
    """
    known, now = manifest.files.get(path), digest(after)
    if before is None:
        return Act.WRITTEN if known is None else Act.MISSED if known != now else None
    if digest(before) == now:
        return None
    return Act.REPLACED if digest(before) == known else Act.KEPT if known != now else None


def _was_ours(path: str) -> bool:
    """Whether a file that this program does not know is none of the owner's: neither
    content nor the words about it.
    """
    return not path.startswith("content/") and path not in (
        "README.md",
        ".github/CODEOWNERS",
    )


def _settled(steps: tuple[UpgradeStep, ...]) -> Iterator[UpgradeStep]:
    """Where the owner names packages of their own, the pins are theirs to renew, and the
    program that they name stays.
    """
    theirs = any(step.path in PINS and step.act is Act.KEPT for step in steps)
    for step in steps:
        if theirs and step.path in PINS:
            yield replace(step, act=Act.KEPT)
        elif not (theirs and step.act is Act.REMOVED and step.path.startswith("wheels/")):
            yield step


def _is_needed(plan: Upgrade) -> bool:
    acts = any(step.act not in (Act.KEPT, Act.MISSED) for step in plan.steps)
    return acts or bool(
        plan.formatting.changed or outdated(plan.schemas, plan.site / "schema")
    )


def _told(plan: Upgrade) -> Iterator[str]:
    was, now = plan.manifest.version, plan.wheel.version
    yield f"The site was last brought up by {was}, and this is {now}."
    for step in plan.steps:
        yield f"{step.path} {step.act.value}."
        yield from _difference(step)
    if any(step.path in PINS and step.act is Act.KEPT for step in plan.steps):
        yield (
            f"The packages are yours to pin: name wheels/{plan.wheel.name} in"
            " pyproject.toml, and run `uv lock`."
        )
    for file in plan.formatting.changed:
        yield f"{file.path.relative_to(plan.site).as_posix()} is laid out anew."
    if plan.formatting.faults:
        yield brief(plan.formatting.faults, plan.site / "content")
    if not _is_needed(plan):
        yield "It is up to date."


def _difference(step: UpgradeStep) -> Iterator[str]:
    """The lines that differ; of the lock, the packages."""
    if step.act in (Act.WRITTEN, Act.REMOVED, Act.MISSED) or BRIEFLY.fullmatch(step.path):
        return
    if step.path == "uv.lock":
        yield from _packages(step)
        return
    old, new = (
        data.decode("utf-8", errors="replace").splitlines()
        for data in (step.before, step.after)
    )
    yield from (f"  {line}" for line in [*unified_diff(old, new, n=1, lineterm="")][2:])


def _packages(step: UpgradeStep) -> Iterator[str]:
    old, new = versions(step.before.decode()), versions(step.after.decode())
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield (
                f"  {name} {old.get(name, 'was not needed')} ->"
                f" {new.get(name, 'is not needed')}"
            )


def _carried_out(plan: Upgrade) -> Iterator[str]:
    """Write it, the manifest last: what is cut off is done again by the next run."""
    for step in plan.steps:
        if step.act in (Act.WRITTEN, Act.REPLACED):
            (plan.site / step.path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(plan.site / step.path, step.after)
        elif step.act is Act.REMOVED:
            (plan.site / step.path).unlink()
    yield from split_records(plan.site / "content")
    write(survey(plan.site / "content"))
    write_schemas(schemas_of(plan.site / "content"), plan.site / "schema")
    replace_file(plan.site / NAME, written(_renewed(plan)))
    yield (
        "It is written; `git diff` shows all of it, and `make site` builds with the new"
        " program."
    )


def _renewed(plan: Upgrade) -> Manifest:
    """What stands there now is what is remembered of the files of the program; of the
    owner's, what was written once.
    """
    removed = {step.path for step in plan.steps if step.act is Act.REMOVED}
    kept = {path: old for path, old in plan.manifest.files.items() if path not in removed}
    files = kept | {path: digest(data) for path, data in plan.files.items()}
    return replace(plan.manifest, version=plan.wheel.version, files=files)
