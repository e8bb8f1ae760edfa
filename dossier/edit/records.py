"""Records of proofs that once stood in one file, given to each company in a file of its
own.

The old file is cut as text, entry by entry: no text of a source is needed, nothing in it
has to be understood, and it may be of any length. Nothing is lost: an entry that a company
has already is not written again, and the old file is deleted last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.collect import Findings
from dossier.edit.writing import refuse_leading_out, replace_file
from dossier.model.errors import DossierError
from dossier.model.slugs import is_slug
from dossier.read.files import read_bytes, text_of
from dossier.read.layout import Role
from dossier.yaml.records import EntryTexts, OddLine, cut_by_fact

MAX_BYTES = 100_000_000
RECORDS_HEAD = (
    "# Made by `dossier prove`: what was found in which text. Commit it; do not edit it.\n"
)
"""The first line of the file of records."""


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


def _entries(root: Path, path: str) -> EntryTexts:
    """The entries of a file by fact. Raises DossierError at the first line that is none of
    them.
    """
    out = Findings()
    data = read_bytes(root, path, MAX_BYTES, out)
    text = None if data is None else text_of(path, data, out)
    if text is None or out.in_order():
        at = out.in_order()[0]
        raise DossierError(f"{root / path}:{at.position.line} {at.code} {at.message}")
    try:
        return cut_by_fact(text)
    except OddLine as odd:
        raise DossierError(
            f"{root / path}:{odd.number} is not as `dossier prove` writes it; mend it, or"
            " bring it back from git."
        ) from None


def _by_company(entries: EntryTexts) -> Mapping[str, EntryTexts]:
    found: dict[str, EntryTexts] = defaultdict(EntryTexts)
    for name, listed in entries.items():
        company, _, fact = name.partition("/")
        if not (is_slug(company) and is_slug(fact)):
            raise DossierError(
                f"{Role.OLD_PROOFS.value}: {name!r} is not the id of a fact, company/fact;"
                " mend it."
            )
        found[company][fact] = listed
    return dict(sorted(found.items()))


def _joined(there: EntryTexts, more: EntryTexts) -> EntryTexts:
    """The entries of both, those that are there first."""
    facts = dict(there)
    for fact, listed in more.items():
        known = facts.get(fact, [])
        facts[fact] = [*known, *(entry for entry in listed if entry not in known)]
    return facts


def _text(entries: EntryTexts) -> str:
    return RECORDS_HEAD + "".join(
        f"{fact}:\n{''.join(entries[fact])}" for fact in sorted(entries)
    )
