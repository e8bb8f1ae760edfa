"""Files that are no text of an article, by the ends of their names and by their first
bytes, with what to do instead.

Taken for plain text, each of them would become an article with its own raw source as its
words.
"""

import re
from pathlib import PurePath

from dossier.model.errors import DossierError

EXPORT = (
    "open it in a reference manager, such as Zotero, and export it as CSL-JSON (.json) or"
    " RIS (.ris)"
)
SAVE_TEXT = "open it, and save its words as plain text (.txt)"
SAVE_PAGE = "open it in a browser, and save the page as HTML only (.html)"
TABLE = (
    "it is a table and no article; describe it as a source with `dossier new source`, and"
    " quote from its text in a .txt"
)
DATA = (
    "it is data for programs; if it describes a source, copy it to `content/sources/` by"
    " hand"
)
PICTURE = "it has no words that can be searched; type what is quoted into a .txt"
PACKED = "unpack it, and add the file in it"

REMEDIES = {
    EXPORT: "bib bibtex enw enl enlx nbib ciw isi refer rdf mods copac",
    SAVE_PAGE: "mht mhtml webarchive maff warc wacz har url webloc",
    SAVE_TEXT: (
        "pdf doc docx odt rtf pages epub mobi azw3 fb2 tex ps djvu ppt pptx odp key eml msg"
        " mbox srt vtt xml rst adoc org"
    ),
    TABLE: "csv tsv xls xlsx ods numbers parquet sqlite db",
    DATA: "yaml yml toml jsonl ndjson jsonld ini log py js css sh sql",
    PICTURE: (
        "png jpg jpeg gif webp svg tif tiff bmp heic avif mp3 mp4 m4a wav ogg webm mov"
        " avi mkv"
    ),
    PACKED: "zip gz bz2 xz zst tar tgz 7z rar br",
}
REFUSED = {
    ending: remedy for remedy, endings in REMEDIES.items() for ending in endings.split()
}
ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")
"""What is an ending and not a part of a name, such as `report.2024` or `St. Louis`."""

MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*){0,30}?MIME-Version:",
    re.IGNORECASE,
)
BIBTEX = re.compile(
    rb"\s*(?:%[^\n]*\n\s*)*@(?:article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc"
    rb"|online|phdthesis|proceedings|report|techreport|unpublished)\s*\{",
    re.IGNORECASE,
)
SIGNS = (
    (re.compile(rb"%PDF-"), "a PDF", "save its text first, with `pdftotext` for instance"),
    (re.compile(rb"PK\x03\x04"), "a packed file, as .docx, .xlsx and .epub are", SAVE_TEXT),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old office file, as .doc and .xls are", SAVE_TEXT),
    (re.compile(rb"\{\\rtf"), "RTF", SAVE_TEXT),
    (re.compile(rb"WARC/\d"), "a WARC file", SAVE_PAGE),
    (re.compile(rb"bplist"), "a web archive or other list of Apple's", SAVE_PAGE),
    (MAIL, "a mail or a page saved as MHTML", SAVE_PAGE),
    (BIBTEX, "BibTeX", EXPORT),
    (re.compile(rb"\s*%0 [A-Z][^\n]*\n%[A-Z0-9] "), "an EndNote export", EXPORT),
    (re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!"), "a packed file", PACKED),
)  # fmt: skip


def refuse_kind(name: str, data: bytes) -> None:
    """Raise DossierError where the first bytes or the end of a name are those of a kind
    that is not taken in.
    """
    for sign, kind, remedy in SIGNS:
        if sign.match(data[:40_000]):
            raise DossierError(f"{name} is {kind}; {remedy}.")
    ending = PurePath(name).suffix.lower()
    if ending[1:] in REFUSED:
        raise DossierError(
            f"{name} is a {ending} file, which is not taken in; {REFUSED[ending[1:]]}."
        )


def refuse_unknown(name: str, taken: tuple[str, ...]) -> None:
    """Raise DossierError where a file has an ending that says nothing of what is in it."""
    ending = PurePath(name).suffix
    if ENDING.fullmatch(ending) and ending.lower() not in taken:
        raise DossierError(
            f"{name} ends in {ending}; expected {', '.join(taken)}. If it is plain text,"
            " call it .txt."
        )
