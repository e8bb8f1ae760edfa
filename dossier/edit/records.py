"""The records of proofs as text; and those that once stood in one file, given to each
company in a file of its own.

The old file is cut as text, entry by entry: no text of a source is needed, nothing in it
has to be understood, and it may be of any length. Nothing is lost: an entry that a company
has already is not written again, and the old file is deleted last.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.edit.spelling import PLAIN
from dossier.edit.writing import refuse_leading_out, replace_file
from dossier.model.errors import DossierError
from dossier.model.slugs import is_slug
from dossier.read.collect import Findings
from dossier.read.files import read_bytes, text_of
from dossier.read.layout import RECORDS_HEAD, Role

MAX_BYTES = 100_000_000
FACT = re.compile(r"([a-z0-9-]+)(?:/([a-z0-9-]+))?:")
"""The line that begins the entries of a fact, `company/fact:` in the old file and `fact:`
in the new ones.
"""
ENTRY = "  - "
"""Begins the first line of an entry; its other lines are indented further."""

PROVES = "    proves: "
"""Begins the line of an entry with the figures and dates that were compared with its words.
"""

Entries = dict[str, list[str]]
"""The text of each entry, by fact."""


def told_parts(proves: Mapping[str, str]) -> str:
    """The figures and dates that a record has compared with words, in one line."""
    return (
        "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in proves.items()) + "}"
    )


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def split_records(root: Path) -> Iterator[str]:
    """Give each company its records out of the old file, if there is one; a line about each
    file that was written.

    Raises DossierError where the old file, or one of those it goes into, is not as `dossier
    prove` writes it.
    """
    old = root / Role.OLD_PROOFS.value
    if not old.is_file() or old.is_symlink():
        return
    for slug, facts in _by_company(_entries(root, Role.OLD_PROOFS.value)).items():
        path = Role.PROOFS.value.format(slug)
        refuse_leading_out(root, path)
        there = _entries(root, path) if (root / path).exists() else {}
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        replace_file(root / path, _text(_joined(there, facts)).encode())
        yield f"{root / path} has the records of {slug}; commit it."
    old.unlink()
    yield f"{old} is deleted; what it held stands there."


def _entries(root: Path, path: str) -> Entries:
    """The entries of a file by fact. Raises DossierError at the first line that is none of
    them.
    """
    out, found = Findings(), Entries()
    data = read_bytes(root, path, MAX_BYTES, out)
    text = None if data is None else text_of(path, data, out)
    if text is None or out.in_order():
        at = out.in_order()[0]
        raise DossierError(f"{root / path}:{at.position.line} {at.code} {at.message}")
    listed: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        if head := FACT.fullmatch(line):
            listed = found.setdefault(line[: head.end() - 1], [])
        elif listed is not None and line.startswith(ENTRY):
            listed.append(f"{line}\n")
        elif listed and line.startswith(" " * len(ENTRY)):
            listed[-1] += f"{line}\n"
        else:
            raise DossierError(
                f"{root / path}:{number} is not as `dossier prove` writes it; mend it, or"
                " bring it back from git."
            )
    return found


def _by_company(entries: Entries) -> Mapping[str, Entries]:
    found: dict[str, Entries] = defaultdict(Entries)
    for name, listed in entries.items():
        company, _, fact = name.partition("/")
        if not (is_slug(company) and is_slug(fact)):
            raise DossierError(
                f"{Role.OLD_PROOFS.value}: {name!r} is not the id of a fact, company/fact;"
                " mend it."
            )
        found[company][fact] = listed
    return dict(sorted(found.items()))


def _joined(there: Entries, more: Entries) -> Entries:
    """The entries of both, those that are there first."""
    facts = dict(there)
    for fact, listed in more.items():
        known = facts.get(fact, [])
        facts[fact] = [*known, *(entry for entry in listed if entry not in known)]
    return facts


def _text(entries: Entries) -> str:
    return RECORDS_HEAD + "".join(
        f"{fact}:\n{''.join(entries[fact])}" for fact in sorted(entries)
    )
