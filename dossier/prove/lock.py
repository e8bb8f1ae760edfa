"""`proofs.lock.yaml` of a company as text: an entry for each reference, by fact, so that
diffs stay small.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from dossier.edit.records import RECORDS_HEAD
from dossier.edit.writing import replace_file
from dossier.model.errors import DossierError
from dossier.model.proofs import Look, Record, Records
from dossier.read.files import limit_of
from dossier.read.layout import Role
from dossier.yaml.records import LINE, Entry, parts_text, render_by_fact


def render_lock(records: Records) -> str:
    """The whole file of one company, whose facts are named without it."""
    return render_by_fact(
        RECORDS_HEAD, {fact: map(_entry, listed) for fact, listed in records.items()}
    )


def _entry(record: Record) -> Entry:
    return {
        "source": record.source,
        "text": record.text,
        **{key: _text(getattr(record, key)) for key in ("prefix", "quote", "suffix")},
        "supports": f"[{', '.join(record.supports)}]" if record.supports else "",
        "proves": parts_text(record.proves) if record.proves else "",
        "claim": _text(record.claim),
        "rules": str(record.rules) if record.rules > 1 else "",
        "state": record.state.value,
        "levels": parts_text(record.levels) if record.levels else "",
        "looks": _looks(record),
        "code": record.code,
        "detail": _text(record.detail),
    }


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if text else ""


def _looks(record: Record) -> str:
    """Each cue in a line of its own, so that a difference shows it."""
    listed = [(key, look) for key, looks in record.looks.items() for look in looks]
    return "".join(f"{LINE}{{{_look(key, look)}}}" for key, look in listed)


def _look(key: str, look: Look) -> str:
    agrees = f", agrees: {look.agrees}" if look.agrees else ""
    return f"key: {key}, cue: {look.cue}, words: {_text(look.words)}{agrees}"


def write_locks(root: Path, records: Records) -> tuple[Path, ...]:
    """Write the records of each company into a content folder, each file whole or not at
    all: those that differ.

    Raises DossierError, and writes nothing, where a file would be one that cannot be read.
    """
    wanted = {root / path: text.encode() for path, text in _files(records).items()}
    there = {*root.glob(Role.PROOFS.value.format("*"))}
    changed = [
        path
        for path in sorted(wanted)
        if path not in there or path.read_bytes() != wanted[path]
    ]
    for path in changed:
        replace_file(path, wanted[path])
    idle = sorted(there - wanted.keys())
    for path in idle:
        path.unlink()
    return (*changed, *idle)


def _files(records: Records) -> Mapping[str, str]:
    """The text of each file by its path."""
    companies: dict[str, dict[str, tuple[Record, ...]]] = defaultdict(dict)
    for fact, listed in records.items():
        companies[fact.partition("/")[0]][fact] = listed
    files = {
        Role.PROOFS.value.format(slug): render_lock(companies[slug])
        for slug in sorted(companies)
    }
    for path, text in files.items():
        if len(text.encode()) > limit_of(path):
            raise DossierError(
                f"{path} would be larger than {limit_of(path) // 1000} kB; make two"
                " companies of one."
            )
    return files
