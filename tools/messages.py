"""The catalogues of the interface: gathers its texts from templates and code, and brings every catalogue up to date.

`make messages` writes `dossier.pot`, the list of all texts, and enters in each catalogue those that are new to it, without
a translation. What is no longer said anywhere leaves the catalogues. Nothing is guessed: no entry is ever fuzzy.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "dossier" / "render" / "language" / "locales"
TEMPLATE = FOLDER / "dossier.pot"
METHODS = [("dossier/render/**.py", "python"), ("themes/ledger/templates/**.html", "jinja2")]
OPTIONS = {
    "themes/ledger/templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false", "trimmed": "true"}
}
KEYWORDS = {**DEFAULT_KEYWORDS, "Phrase": None, "Plural": (1, 2)}
REMARKS = ("Translators:",)
"""How a comment begins that translators are to see, above a phrase in Python or a text in a template."""
# They would differ with every run or tool, and say nothing that git does not.
DROPPED = (
    "Project-Id-Version",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
    "Report-Msgid",
)


def gather() -> Catalog:
    """Every text of the interface, with the files that say it."""
    catalog = Catalog(project="pelican-dossier", fuzzy=False)
    found = extract_from_dir(ROOT, METHODS, OPTIONS, KEYWORDS, REMARKS, directory_filter=lambda path: not _hidden(path))
    for path, _, text, remarks, context in found:
        catalog.add(text, None, [(path, 0)], auto_comments=remarks, context=context)
    return catalog


def _hidden(path: str) -> bool:
    return Path(path).name.startswith((".", "_")) or Path(path).name in ("node_modules", "output")


def updated(path: Path, texts: Catalog) -> Catalog:
    """The catalogue of a language with just these texts; what it has said of them so far is kept."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem, abort_invalid=True)
    catalog.update(texts, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog) -> str:
    """A catalogue as its file holds it: in order of the texts, so that two who add some seldom touch one line."""
    catalog.header_comment = _about(catalog)
    raw = BytesIO()
    write_po(raw, catalog, width=100, sort_output=True, include_lineno=False, include_previous=False)
    lines = raw.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in DROPPED)))


def _about(catalog: Catalog) -> str:
    what = f"The interface in {catalog.locale.english_name}" if catalog.locale else "Every text of the interface"
    return f"# {what}. `make messages` keeps it up to date; docs/theme.md says how to add a text or a language."


def files() -> Iterator[tuple[Path, str]]:
    """Every file that this keeps, with what it must hold."""
    texts = gather()
    yield TEMPLATE, written(texts)
    for path in sorted(FOLDER.glob("*.po")):
        yield path, written(updated(path, texts))


def main() -> None:
    """Write the list of all texts, and every catalogue."""
    for path, text in files():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
