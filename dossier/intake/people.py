"""Names as sources print them: people in two parts, agencies and newsrooms as a whole."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

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
"""News agencies by the name we use, with those that are printed. An agency sells its text
to many outlets.
"""

BY_NAME = {printed: agency for agency, names in AGENCIES.items() for printed in names}
AGENCY = "|".join(re.escape(name) for name in sorted(BY_NAME, key=len, reverse=True))

# Words that stand in the credit of a newsroom and in no person's name.
TEAM = re.compile(
    r"\b(?:staff|team|desk|editor(?:s|ial)?|board|newsroom|agenc(?:y|ies)|reporters?|correspondents?)\b",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    (
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "ter",
        "ten",
    )
)
NAME = r"[^\W\d_][\w.’'-]*"
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
PERSON = re.compile(
    rf"{CAPITAL}[\w.’'-]*(?: (?:{'|'.join(sorted(PARTICLES))}))*(?:"
    rf" {CAPITAL}[\w.’'-]*){{1,3}}"
)

SUFFIX = re.compile(r"(?:jr|sr)\.?|I{2,3}|IV|[2-5](?:nd|rd|th)", re.IGNORECASE)
"""What belongs to a name though it stands behind it."""

# What people are, and what they are called by: no part of a name.
TITLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|journalist|columnist|critic|analyst|producer|contributor|photographer|"
    r"director|manager|president|officer|founder|professor|lecturer|researcher|economist|strategist|consultant|presenter|"
    r"blogger|freelance|freelancer|head of|chief of|in chief|bureau chief|"
    r"c[efto]o|ph\.? ?d|m\.?d|mba|cfa|esq|"
    r"journalistin|redakteur|redakteurin|korrespondent|korrespondentin|journaliste|r[ée]dact\w*|corresponsal|periodista|"
    r"redactora?|giornalista|redattore|redattrice|jornalista|rep[óo]rter|redator|redatora|verslaggever)\b|记者|記者|编辑|編集",
    re.IGNORECASE,
)
BY = re.compile(r"by[: ] ?(?=[^\W\d_a-z])", re.IGNORECASE)
COMMAS = re.compile(r"\s*,\s*")
AND = re.compile(r",?\s+(?:and|&)\s+|\s*,\s*")
INITIALS = re.compile(rf"{NAME}(?: {NAME})? [A-Z]{{1,3}}")
FAMILY_FIRST = re.compile(rf"{NAME}(?: {NAME})?, ?{NAME}(?: {NAME}){{0,3}}\.?")


LONGEST_LINE = 20_000
"""Characters of a line that is looked at; the 200 authors that a source may have fit into
it many times.
"""


class Named(NamedTuple):
    """The authors in a line, and what of it is no part of a name."""

    authors: tuple[Author, ...]
    left_out: tuple[str, ...] = ()


def authors_of(line: str) -> Named:
    """The authors of a line as a page prints it, in reading order; what cannot be told
    apart stays whole.
    """
    if len(line) > LONGEST_LINE:
        return _whole(line)
    return together(_printed(BY.sub("", part)) for part in _parts(line))


def authors_listed(line: str) -> Named:
    """The authors of a line of a record, each as `Family, Given`, with a suffix behind or
    between them.
    """
    if len(line) > LONGEST_LINE:
        return _whole(line)
    return together(_listed(one) for part in _parts(line) for one in _several(part))


def _whole(line: str) -> Named:
    return Named((Author(literal=line),))


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(";") if part.strip(" ,")]


def together(found: Iterable[Named]) -> Named:
    """The authors of several lines, each once."""
    found = tuple(found)
    return Named(
        tuple(dict.fromkeys(author for one in found for author in one.authors)),
        tuple(words for one in found for words in one.left_out),
    )


def _printed(words: str) -> Named:
    """People apart by commas and `and`, titles left out; else the whole as it stands."""
    pieces = [piece for piece in AND.split(words) if piece] or [words]
    names: list[str] = []
    titles = tuple(
        piece for piece in pieces if TITLE.search(piece) and piece is not pieces[0]
    )
    for piece in (piece for piece in pieces if piece not in titles):
        if names and SUFFIX.fullmatch(piece):
            names[-1] = f"{names[-1]}, {piece}"
        else:
            names.append(piece)
    if not TEAM.search(pieces[0]) and all(
        PERSON.fullmatch(name.partition(",")[0]) or name in BY_NAME for name in names
    ):
        return Named(tuple(map(author_of, names)), titles)
    return Named((author_of(words),))


def author_of(name: str) -> Author:
    """One name as printed: split where it reads like a person's in Latin letters, whole
    otherwise.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        is_family = " " not in family or family.split()[0] in PARTICLES
        is_given = (
            given
            and not SUFFIX.fullmatch(given)
            and "," not in given
            and not TITLE.search(given)
        )
        return (
            Author(family=family, given=given)
            if is_family and is_given
            else Author(literal=name)
        )
    words = name.split()
    if (
        name in BY_NAME
        or TEAM.search(name)
        or not 2 <= len(words) <= 5
        or not _is_latin(name)
    ):
        return Author(literal=name)
    is_person = (
        _is_persons(name)
        and not SUFFIX.fullmatch(words[-1])
        and all(re.fullmatch(NAME, word) for word in words)
    )
    return _split(words) if is_person else Author(literal=name)


def _split(words: list[str]) -> Author:
    """The family name is the last word, with the particles before it."""
    start = next(
        (index for index, word in enumerate(words) if index and word in PARTICLES),
        len(words) - 1,
    )
    return Author(family=" ".join(words[start:]), given=" ".join(words[:start]))


def _is_latin(name: str) -> bool:
    return all(
        unicodedata.name(char, "").startswith("LATIN") for char in name if char.isalpha()
    )


def _is_persons(name: str) -> bool:
    """Whether no word of a name is one that only organisations have in theirs, such as "of"
    or "and".
    """
    return not any(
        word.islower() and word.isascii() and word not in PARTICLES for word in name.split()
    )


def _several(line: str) -> list[str]:
    """One line of a record that names several: `Doe, Alex and Roe, Robin`, or `Doe A, Roe
    R`.
    """
    joined = re.split(r"\s+(?:and|&)\s+", line)
    if len(joined) > 1 and all(map(FAMILY_FIRST.fullmatch, joined)):
        return joined
    parts = COMMAS.split(line)
    is_list = len(parts) > 1 and all(map(INITIALS.fullmatch, parts))
    return [", ".join(part.rsplit(" ", 1)) for part in parts] if is_list else [line]


def _listed(words: str) -> Named:
    """`Family, Given`; without a comma, an organisation or a name as printed."""
    family, *rest = [part for part in COMMAS.split(words) if part] or [""]
    suffixes = [part for part in rest if SUFFIX.fullmatch(part)]
    titles = tuple(part for part in rest if TITLE.fullmatch(part.rstrip(".")))
    given = [part for part in rest if part not in (*suffixes, *titles)]
    if (
        family in BY_NAME
        or not rest
        or len(given) > 1
        or not _is_persons(f"{family} {' '.join(given)}")
    ):
        return Named((Author(literal=words.strip(", ")),) if words.strip(", ") else ())
    return Named((named(family, " ".join(given), " ".join(suffixes)),), titles)


def named(family: str, given: str, suffix: str) -> Author:
    """A name of known parts; one with a suffix as it is read, because the suffix is neither
    of the two.
    """
    if not suffix:
        return Author(family=family, given=given) if given else Author(literal=family)
    comma = "," if suffix[:2].lower() in ("jr", "sr") else ""
    return Author(literal=f"{f'{given} {family}'.strip()}{comma} {suffix}")


def split_names(text: str) -> tuple[str, ...]:
    """The names of a byline: `A, B and C`."""
    return tuple(part.strip() for part in AND.split(text) if part.strip())
