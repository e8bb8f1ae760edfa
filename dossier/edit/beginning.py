"""`dossier new`: a skeleton in the file where it belongs. Never overwrites, and says what
is to be filled in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossier.collect import Findings
from dossier.edit.file_schemas import name_of
from dossier.edit.library import library, property_lines
from dossier.edit.schemas import schemas_of, write_schemas
from dossier.edit.skeletons import company_lines, fact_lines, source_lines
from dossier.edit.writing import create_file, refuse_leading_out, replace_file
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.facts import FactId
from dossier.model.hints import expected
from dossier.model.kinds import RecordKind
from dossier.model.places import Position
from dossier.model.slugs import is_slug, not_a_slug
from dossier.model.values import Property, PropertyPart
from dossier.read import read_content
from dossier.read.files import read_text
from dossier.read.layout import Role
from dossier.read.spreading import NONE, defaults_in
from dossier.report.text import near, report
from dossier.yaml.laying import MODELINE
from dossier.yaml.nodes import parse_yaml, shorten
from dossier.yaml.spelling import spelled
from dossier.yaml.tree import TreeValue, parse_tree

T = TypeVar("T")

SCHEMAS = "schema"
"""The folder of schemas, beside the content; without it files name none."""
FIRST_SECTION, FIRST_HEADING = "profile", "About the company"
FIRST_FACT = "description"
TO_DO = re.compile(r" *(?:- )?([\w-]+):  # ")


@dataclass(frozen=True)
class FactRequest:
    """The fact that somebody wants to write."""

    company: str
    id: str
    property: str = ""
    section: str = ""


def new_source(root: Path, id: str) -> tuple[str, ...]:
    """The file of a source; what to do next."""
    read_content(root)
    _refuse_odd(id)
    return (_create(root, Role.SOURCE.value.format(id), source_lines()),)


def new_company(root: Path, id: str, name: str) -> tuple[str, ...]:
    """The folder of a company with a first section and a first fact; what to do next."""
    content = read_content(root).content
    _refuse_odd(id)
    if id in content.entities and id not in content.companies:
        place = _shown(root, content.entities[id].at.position)
        raise DossierError(
            f"{id!r} stands in {place}; delete it there, because a company is an entity"
            " already."
        )
    company, facts = (
        Role.COMPANY.value.format(id),
        Role.FACTS.value.format(id, FIRST_SECTION),
    )
    _refuse_present(root / company, root / facts)
    lines = company_lines(
        spelled(TreeValue(name, '"')) if name else "", FIRST_SECTION, FIRST_HEADING
    )
    first = fact_lines(
        FIRST_FACT, next(_playing(PropertyPart.DESCRIPTION, content.properties), None)
    )
    return (
        _create(root, company, [*_modeline(root, company, Role.COMPANY), *lines]),
        _create(root, facts, [*_modeline(root, facts, Role.FACTS), *first]),
    )


def new_fact(root: Path, request: FactRequest) -> tuple[str, ...]:
    """A fact at the end of the file of its section; what to do next."""
    content = read_content(root).content
    return tuple(
        _append(root, content, request, _known(request.property, content.properties))
    )


def add_fact(root: Path, request: FactRequest, lines: Sequence[str]) -> tuple[str, ...]:
    """A fact that is written already, at the end of the file of its section."""
    content = read_content(root).content
    return tuple(
        _append(root, content, request, _known(request.property, content.properties), lines)
    )


def section_of(company: Company, prop: Property) -> str:
    """The section in which facts of this property stand, or the only one; empty where a
    person has to say it.
    """
    counts = Counter(fact.section for fact in company.facts if fact.property == prop.id)
    if counts:
        return counts.most_common(1)[0][0]
    return next(iter(company.sections)) if len(company.sections) == 1 else ""


def new_event(root: Path, request: FactRequest) -> tuple[str, ...]:
    """A fact whose property has a date; what to do next."""
    content = read_content(root).content
    dated = {id: prop for id, prop in content.properties.items() if prop.date_key}
    usual = next(_playing(PropertyPart.EVENT, dated), None)
    wanted = request.property or (
        usual.id if usual else next(iter(dated)) if len(dated) == 1 else ""
    )
    if wanted not in dated:
        told = (
            f"{shorten(wanted)!r} is no property with a date"
            if wanted
            else "no property is given"
        )
        raise DossierError(
            f"{told}; expected --property, one of:"
            f" {', '.join(dated) or 'none has a date yet'}."
        )
    return tuple(_append(root, content, request, dated[wanted]))


def new_property(root: Path, id: str, like: str = "") -> tuple[str, ...]:
    """A property of the library at the end of those of the site; what to do next, and
    whether schemas were brought up.

    `like` is its name in the library, where the site is to have it under another id.
    """
    content = read_content(root).content
    _refuse_odd(id)
    known, path = library(), Role.PROPERTIES.value
    if id in content.properties:
        raise DossierError(
            f"{id!r} is a property of the site already; change it where it stands, or"
            " choose another id."
        )
    if (root / path).exists() and content.was_unread(RecordKind.PROPERTY, id):
        raise DossierError(
            f"a property of the site cannot be read, so {id!r} may be taken; see `dossier"
            " check`."
        )
    if (like or id) not in known:
        told = (
            f"{shorten(like or id)!r} is not in the library. {expected(like or id, known)}"
        )
        raise DossierError(
            f"{told} `dossier new property` names them all, and --like takes one under"
            " another id."
        )
    lines = property_lines(like or id, id)
    if (root / path).exists():
        _extend(root, path, lines)
    else:
        _create(root, path, [*_modeline(root, path, Role.PROPERTIES), *lines])
    said = (f"{near(root / path)}: {id} was added at the end; change what does not fit.",)
    return (*said, *_schemas_brought_up(root))


def library_lines(root: Path) -> tuple[str, ...]:
    """Every property of the library with its type and its sentence; of one whose id the
    site has already, whether it means the same there.
    """
    width, there = max(map(len, library())), read_content(root).content.properties
    return tuple(
        f"{id:{width}}  {prop.field.type.id}: {prop.description}{_told_there(prop, there)}"
        for id, prop in library().items()
    )


def _told_there(prop: Property, there: Mapping[str, Property]) -> str:
    own = there.get(prop.id)
    if own is None:
        return ""
    if own.field == prop.field and own.keys == prop.keys:
        return " The site has it."
    return (
        f" The site has another under this id, {own.field.type.id}: `--like {prop.id}` takes"
        " this one under an id of its own."
    )


def _schemas_brought_up(root: Path) -> tuple[str, ...]:
    """Editors are to offer the new property at once, where the site keeps schemas."""
    folder = root.absolute().parent / SCHEMAS
    if not folder.is_dir():
        return ()
    return tuple(
        f"{near(path)} is written." for path in write_schemas(schemas_of(root), folder)
    )


def _playing(part: PropertyPart, those: Mapping[str, Property]) -> Iterator[Property]:
    return (one for one in those.values() if one.part is part)


def _known(id: str, those: Mapping[str, T]) -> T:
    if id not in those:
        raise DossierError(f"{shorten(id)!r} is not known. {expected(id, those)}")
    return those[id]


def _refuse_odd(id: str) -> None:
    if not is_slug(id):
        raise DossierError(f"{shorten(id)!r} {not_a_slug(id)}")


def _refuse_present(*paths: Path) -> None:
    for path in paths:
        if path.exists() or path.is_symlink():
            raise DossierError(f"{near(path)} is there already; nothing was written.")


def _refuse_used(root: Path, content: Content, id: FactId) -> None:
    if fact := content.facts.get(id):
        raise DossierError(
            f"{id.fact!r} is the id of a fact already: {_shown(root, fact.at.position)}."
        )
    if content.was_unread(RecordKind.FACT, str(id)):
        raise DossierError(
            f"a fact or file of {id.company} cannot be read, so {id.fact!r} may be taken;"
            " see `dossier check`."
        )


def _append(
    root: Path,
    content: Content,
    request: FactRequest,
    prop: Property,
    written: Sequence[str] = (),
) -> Iterator[str]:
    company = _known(request.company, content.companies)
    _refuse_odd(request.id)
    _refuse_used(root, content, FactId(company.slug, request.id))
    section = request.section or _section_of(company, prop)
    _refuse_odd(section)
    path, lines = (
        Role.FACTS.value.format(company.slug, section),
        [*(written or fact_lines(request.id, prop))],
    )
    if (root / path).exists():
        yield _extend(root, path, lines)
        yield from _told_defaults(root, path)
    else:
        yield _create(root, path, [*_modeline(root, path, Role.FACTS), *lines])
    if section not in company.sections:
        yield (
            f"{_shown(root, company.at.key('sections'))}: add `{section}: Heading`"
            " below it."
        )


def _told_defaults(root: Path, path: str) -> Iterator[str]:
    """What a new fact says because its file does."""
    said = defaults_in(path, read_text(root, path, Findings()) or "")
    listed = [f"{key} {words}" for key, words in said.claims.items()]
    listed += [f"origin {words} of {source}" for source, words in said.origins.items()]
    listed += [f"{name} of {key}" for name, keys in said.dates.items() for key in keys]
    if listed:
        told = ", ".join(listed)
        yield (
            f"{near(root / path)}: its defaults hold for the new fact too ({told});"
            f" `{NONE}` in its place undoes one."
        )


def _section_of(company: Company, prop: Property) -> str:
    if found := section_of(company, prop):
        return found
    raise DossierError(
        f"no fact of {prop.id} shows where to write it; expected --section, such as"
        f" {', '.join(company.sections)}."
    )


def _extend(root: Path, path: str, lines: Sequence[str]) -> str:
    """Add the lines to the end of a file, whose own line ends they take."""
    refuse_leading_out(root, path)
    _refuse_unreadable(root, path)
    data = (root / path).read_bytes()
    end = b"\r\n" if b"\r\n" in data else b"\n"
    before = data if data.endswith(b"\n") or not data.strip() else data + end
    added = ["", *lines] if before.strip() else [*lines]
    replace_file(root / path, before + b"".join(line.encode() + end for line in added))
    return _to_do(root / path, lines, before.count(b"\n") + len(added) - len(lines))


def _refuse_unreadable(root: Path, path: str) -> None:
    """Behind a mistake in its YAML, or behind brackets, nothing can be added."""
    out = Findings()
    text = read_text(root, path, out) or ""
    parse_yaml(path, text, out)
    if findings := out.in_order():
        raise DossierError(
            f"{near(root / path)} has a mistake that must be mended"
            f" first.\n{report(findings, root)}"
        )
    if parse_tree(text).is_flow:
        raise DossierError(
            f"{near(root / path)} is written in brackets; write one key to a line first."
        )


def _create(root: Path, path: str, lines: Iterable[str]) -> str:
    refuse_leading_out(root, path)
    written = [*lines]
    create_file(root / path, "".join(f"{line}\n" for line in written).encode())
    return _to_do(root / path, written, 0)


def _modeline(root: Path, path: str, role: Role) -> Sequence[str]:
    """The line by which editors find the schema, where there is one."""
    name = name_of(role)
    there = (root.absolute().parent / SCHEMAS / name).is_file()
    return (
        [f"{MODELINE} $schema={'../' * (path.count('/') + 1)}{SCHEMAS}/{name}"]
        if there
        else []
    )


def _to_do(path: Path, lines: Sequence[str], before: int) -> str:
    """Where to go on, and what is blank there."""
    blanks = {
        number: found[1]
        for number, line in enumerate(lines, before + 1)
        if (found := TO_DO.match(line))
    }
    if not blanks and not any("#" in line for line in lines):
        return f"{near(path)}:{before + 1}: is written."
    if not blanks:
        return (
            f"{near(path)}:{before + 1}: nothing has to be filled in; what stands behind #"
            " may be."
        )
    return f"{near(path)}:{next(iter(blanks))}: fill in {', '.join(blanks.values())}."


def _shown(root: Path, at: Position) -> str:
    return f"{near(root)}/{at.path}:{at.line}"
