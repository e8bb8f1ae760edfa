"""The catalogues of the interface: gathers its texts from templates and code, and brings
every catalogue up to date.

`make messages` writes `dossier.pot`, the list of all texts, and enters in each catalogue
those that are new to it, without a translation. What is no longer said anywhere leaves the
catalogues. Nothing is guessed: no entry is ever fuzzy.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from dossier.render.language import gathering
from dossier.render.language.catalogues import OURS
from dossier.render.language.gathering import POT, TEMPLATES, updated, written

ROOT = Path(__file__).parent.parent
FOLDER, TEMPLATE = OURS, POT
METHODS = [
    ("dossier/render/**.py", "python"),
    ("themes/ledger/templates/**.html", "jinja2"),
]
OPTIONS = {"themes/ledger/templates/**.html": TEMPLATES}


def gather() -> Catalog:
    """Every text of the interface, with the files that say it."""
    return gathering.gather_texts(ROOT, METHODS, OPTIONS)


def _about(catalog: Catalog) -> str:
    what = (
        f"The interface in {catalog.locale.english_name}"
        if catalog.locale
        else "Every text of the interface"
    )
    return (
        f"{what}. `make messages` keeps it up to date; docs/theme.md says how to add a text"
        " or a language."
    )


def files() -> Iterator[tuple[Path, str]]:
    """Every file that this keeps, with what it must hold."""
    texts = gather()
    yield TEMPLATE, written(texts, _about(texts))
    for path in sorted(FOLDER.glob("*.po")):
        catalog = updated(path, texts)
        yield path, written(catalog, _about(catalog))


def main() -> None:
    """Write the list of all texts, and every catalogue."""
    for path, text in files():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
