"""The catalogues of an interface: what texts there are, and files that say just those, in
one order.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from dossier.model.errors import DossierError
from dossier.render.language.catalogues import OURS

POT = OURS / "dossier.pot"
"""Every text of the program's own interface."""
KEYWORDS = {**DEFAULT_KEYWORDS, "Phrase": None, "Plural": (1, 2)}
REMARKS = ("Translators:",)
"""How a comment begins that translators are to see, above a phrase in Python or a text in a
template.
"""
TEMPLATES = {
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
    "trimmed": "true",
    "extensions": "dossier.render.theme.keeping.Gathering",
}
"""How texts are read out of templates: as Jinja reads them."""
DROPPED = (
    "Project-Id-Version",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
    "Report-Msgid",
)
"""Lines of a head that would differ with every run or tool, and say nothing that git does
not.
"""


def gather_texts(
    root: Path, methods: Iterable[tuple[str, str]], options: Mapping[str, Any]
) -> Catalog:
    """Every text of the files below a folder, with the file that says it."""
    catalog = Catalog(project="pelican-dossier", fuzzy=False)
    found = extract_from_dir(
        root,
        methods,
        options,
        KEYWORDS,
        REMARKS,
        directory_filter=lambda path: not _hidden(path),
    )
    for path, _, text, remarks, context in found:
        catalog.add(text, None, [(path, 0)], auto_comments=remarks, context=context)
    return catalog


def gather_templates(folder: Path) -> Catalog:
    """Every text of the templates below a folder."""
    return gather_texts(folder, [("**.html", "jinja2")], {"**.html": TEMPLATES})


def _hidden(path: str) -> bool:
    return Path(path).name.startswith((".", "_")) or Path(path).name in (
        "node_modules",
        "output",
    )


def read_catalogue(path: Path, language: str | None = None) -> Catalog:
    """A catalogue as it stands in its file. Raises DossierError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (OSError, ValueError, LookupError, PoFileError) as error:
        raise DossierError(f"{path} cannot be used: {error}") from error


def updated(path: Path, texts: Catalog) -> Catalog:
    """The catalogue of a language with just these texts; what it has said of them so far is
    kept, and nothing guessed.
    """
    catalog = read_catalogue(path, path.stem)
    catalog.update(texts, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def begun(language: str, texts: Catalog) -> Catalog:
    """A catalogue that says nothing yet, with the plural forms of its language."""
    catalog = Catalog(locale=Locale.parse(language), fuzzy=False)
    catalog.update(texts, no_fuzzy_matching=True)
    return catalog


def written(catalog: Catalog, about: str) -> str:
    """A catalogue as its file holds it: in order of the texts, so that two who add some
    seldom touch one line.
    """
    catalog.header_comment = f"# {about}"
    raw = BytesIO()
    write_po(
        raw,
        catalog,
        width=100,
        sort_output=True,
        include_lineno=False,
        include_previous=False,
    )
    lines = raw.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(
        line for line in lines if not line.startswith(tuple(f'"{name}' for name in DROPPED))
    )


def unsaid(texts: Catalog, catalogues: Iterable[Catalog]) -> Iterator[str]:
    """The texts that none of some catalogues says, each by its English words."""
    said = {
        (entry.id, entry.context)
        for catalog in catalogues
        for entry in catalog
        if _is_said(entry.string)
    }
    for entry in texts:
        if entry.id and (entry.id, entry.context) not in said:
            yield entry.id if isinstance(entry.id, str) else entry.id[0]


def _is_said(text: object) -> bool:
    return bool(text) and (isinstance(text, str) or all(text))  # type: ignore[arg-type]
