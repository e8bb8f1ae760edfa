"""`proofs.lock.yaml` as text: one entry for each reference, in the order of ids and files, so that diffs stay small."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from dossier.model.proofs import Record, Records
from dossier.read.layout import Role

HEAD = "# Made by `dossier prove`: what was found in which text. Commit it; do not edit it.\n"
# Text that YAML reads back as it stands; everything else goes into double quotes.
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .~/?%_-]*[A-Za-z0-9.~/?%_-])?")


def render_lock(records: Records) -> str:
    """The whole file."""
    return HEAD + "".join(line for fact in sorted(records) for line in _fact_lines(fact, records[fact]))


def _fact_lines(fact: str, records: tuple[Record, ...]) -> Iterator[str]:
    yield f"{fact}:\n"
    for record in records:
        head = "  - "
        for key, value in _pairs(record):
            yield f"{head}{key}: {value}\n"
            head = "    "


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    yield "source", record.source
    yield "text", record.text
    for key in ("prefix", "quote", "suffix"):
        if value := getattr(record, key):
            yield key, json.dumps(value, ensure_ascii=False)
    if record.proves:
        yield "proves", "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in record.proves.items()) + "}"
    yield "state", record.state.value
    if record.code:
        yield "code", record.code
        yield "detail", json.dumps(record.detail, ensure_ascii=False)


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def write_lock(root: Path, records: Records) -> bool:
    """Write the records into a content folder, whole or not at all; whether that changed anything."""
    path = root / Role.PROOFS.value
    text = render_lock(records)
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    if before == text or (before is None and not records):
        return False
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    os.replace(fresh, path)  # noqa: PTH105 - the same call; it says what happens to the old file
    return True
