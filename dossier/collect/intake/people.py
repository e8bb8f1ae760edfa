"""Names as sources print them: people in two parts, agencies and newsrooms as a whole."""

import re
import unicodedata

from dossier.model.sources import Author

AGENCIES = {
    "AAP": ("AAP", "Australian Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "ANI": ("ANI", "Asian News International"),
    "ANSA": ("ANSA",),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "APA": ("APA", "Austria Press Agency"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Canadian Press": ("Canadian Press", "The Canadian Press"),
    "CNA": ("CNA", "Central News Agency"),
    "Dow Jones": ("Dow Jones", "Dow Jones Newswires"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Interfax": ("Interfax",),
    "Jiji": ("Jiji", "Jiji Press"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "PA": ("PA", "PA Media", "Press Association"),
    "PTI": ("PTI", "Press Trust of India"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "TASS": ("TASS",),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
}
"""News agencies by the name we use, with those that are printed. An agency sells its text to many outlets."""

BY_NAME = {printed: agency for agency, names in AGENCIES.items() for printed in names}
AGENCY = "|".join(re.escape(name) for name in sorted(BY_NAME, key=len, reverse=True))

# Words that stand in the credit of a newsroom and in no person's name.
TEAM = re.compile(
    r"\b(?:staff|team|desk|editor(?:s|ial)?|board|newsroom|agenc(?:y|ies)|reporters?|correspondents?)\b", re.IGNORECASE
)
PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "al", "el", "ter", "ten")
)
NAME_WORD = r"[^\W\d_][\w.’'-]*"


def author_of(name: str) -> Author:
    """A name as printed: split where it reads like a person's in Latin letters, whole otherwise."""
    if "," in name:
        family, _, given = (part.strip() for part in name.partition(","))
        return Author(family=family, given=given) if family and given and "," not in given else Author(literal=name)
    words = name.split()
    if name in BY_NAME or TEAM.search(name) or not 2 <= len(words) <= 5 or not _is_latin(name):
        return Author(literal=name)
    return _split(words) if all(re.fullmatch(NAME_WORD, word) for word in words) else Author(literal=name)


def _split(words: list[str]) -> Author:
    """The family name is the last word, with the particles before it."""
    start = next((index for index, word in enumerate(words) if index and word in PARTICLES), len(words) - 1)
    return Author(family=" ".join(words[start:]), given=" ".join(words[:start]))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in name if char.isalpha())


def split_names(text: str) -> tuple[str, ...]:
    """The names of a byline: `A, B and C`."""
    return tuple(part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", text) if part.strip())
