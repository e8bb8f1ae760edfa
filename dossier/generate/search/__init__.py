"""The index that a browser searches: the entries of a site, indexed by Pagefind and brought into one order."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from dossier.advice import add
from dossier.generate.search.service import index_files, segments
from dossier.generate.search.stable import ENTRY, settled
from dossier.render.frame.links import SEARCH_INDEX
from dossier.render.parts.entries import Entry

SCRIPT = "pagefind.js"
PIECES = (".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment")

NO_WORDS = """\
note: the search finds whole sentences alone in {language}; to let it find words, run `{install}`.
"""


def search_files(entries: Iterable[Entry], language: str, tell: Callable[[str], object]) -> Mapping[str, bytes]:
    """The files of the index, by their paths in the site; tells where its language cannot be searched word by word.

    Raises DossierError where Pagefind cannot run or makes something that we do not know.
    """
    primary = language.replace("_", "-").partition("-")[0].lower()
    if not segments(primary):
        tell(NO_WORDS.format(language=language, install=add("pagefind[extended]")))
    files = index_files(entries, primary)
    needed = {name: data for name, data in files.items() if name.endswith(PIECES) or name in _programs(files)}
    return {f"{SEARCH_INDEX}/{name}": data for name, data in settled(needed).items()}


def _programs(files: Mapping[str, bytes]) -> Iterator[str]:
    """What the pieces are read with. Pagefind has ready-made pages and styles besides, which no page of ours asks for."""
    yield ENTRY
    yield SCRIPT
    for language in json.loads(files[ENTRY])["languages"].values():
        yield f"wasm.{language['wasm'] or 'unknown'}.pagefind"
