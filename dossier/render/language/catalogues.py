"""The language of a site: its texts, from a catalogue, and its ways to write numbers and
dates, from Babel.

English is the language of the program and needs no catalogue. The catalogue of another one
is a file of gettext's, read as it is, in `locales/` of this package; a theme may bring its
own in a folder of the same name, whose texts come first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from dossier.model.errors import DossierError
from dossier.render.language import words
from dossier.render.language.directions import isolated
from dossier.render.language.phrases import Phrase, Plural

PART = re.compile(r"%\((\w+)\)s")
CATALOGUES = "locales"
OURS = Path(__file__).parent / CATALOGUES
# English without a country is set as most of the world sets it: 24 September 2025, US$53
# billion.
FORMATS = {"en": "en_001"}


@dataclass(frozen=True, eq=False)
class Language:
    """One language, in which a page says all that is not content. The same for all pages of
    a build.
    """

    tag: str = "en"
    # As HTML writes it.
    locale: Locale = field(default_factory=lambda: Locale.parse("en_001"))
    # By which dates, numbers and money are written.
    texts: NullTranslations = field(default_factory=NullTranslations)

    def say(self, phrase: Phrase, **parts: object) -> str:
        """A phrase with its parts, as text."""
        return self.texts.gettext(phrase) % parts

    def fill(self, phrase: Phrase, **parts: object) -> Markup:
        """A phrase with its parts, as HTML: the parts are escaped unless they are HTML of
        ours.
        """
        return filled(self.texts.gettext(phrase), parts)

    def number(self, number: int) -> str:
        """A whole number."""
        return _whole_number(number, self)

    def count(self, number: int, things: Plural) -> str:
        """A number with its noun."""
        return self.texts.ngettext(things.one, things.many, number) % {
            "num": self.number(number)
        }

    def count_of(self, number: Decimal, written: str, things: Plural) -> str:
        """A number that is written already, with its noun; one with decimals takes the form
        of many.
        """
        whole = abs(int(number)) if number == number.to_integral_value() else 2
        return self.texts.ngettext(things.one, things.many, whole) % {"num": written}

    def series(self, names: Iterable[str]) -> str:
        """Several names in a row: "a, b, c"."""
        return self.texts.pgettext("list", ", ").join(names)

    @cached_property
    def space(self) -> str:
        """What stands between two sentences: nothing where full stops are as wide as a
        character.
        """
        return self.say(words.pages.SENTENCES, first="", then="")

    def list(self, items: Iterable[str]) -> str:
        """Several things in words: "a, b and c"."""
        return format_list([*items], locale=self.locale)


ENGLISH = Language()


@lru_cache(maxsize=4096)
def _whole_number(number: int, language: Language) -> str:
    return format_decimal(number, locale=language.locale)


def filled(text: str, parts: Mapping[str, object]) -> Markup:
    """A text of the catalogue with its parts, as HTML. Thousands of times on a page, so
    Markup's own `%` is too slow.
    """
    if not parts:
        return _whole(text)
    pieces = list(_pieces(text))
    pieces[1::2] = [isolated(parts[name]) for name in pieces[1::2]]
    return Markup("".join(pieces))  # noqa: S704 - the text is of the catalogue, never an author's; its parts are escaped


@lru_cache(maxsize=4096)
def _whole(text: str) -> Markup:
    """A text that has no parts, or it is refused."""
    (said,) = _pieces(text)
    return Markup(said)  # noqa: S704 - it is of the catalogue


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    """The words of a text, and between them the names of its parts."""
    pieces = PART.split(text)
    pieces[0::2] = [words.replace("%%", "%") for words in pieces[0::2]]
    return tuple(pieces)


def read_language(tag: str, *owners: Path) -> Language:
    """The language of a tag such as `en-GB` or `zh-Hans`. Raises DossierError where there
    are no texts in it.

    `owners` are the folders that may bring texts of their own, those before others first:
    of a site, and its theme.
    """
    locale = _locale("DEFAULT_LANG", tag, owners)
    texts = _texts(locale, owners)
    if texts is None:
        raise DossierError(
            f"DEFAULT_LANG is {tag!r}, but the texts of pages are there in {_known(owners)}"
            " only."
        )
    return Language(_canonical(tag), locale, texts)


def read_content_language(tag: str, page: Language, *owners: Path) -> Language | None:
    """The language of facts and prose; None where it is that of the page. Raises
    DossierError where it is no language.

    Where there are no texts in it, the values that its prose shows are said as the page
    says them.
    """
    if not tag or _canonical(tag) == page.tag:
        return None
    locale = _locale("DOSSIER_CONTENT_LANG", tag, owners)
    texts = _texts(locale, owners)
    return (
        Language(_canonical(tag), locale, texts)
        if texts
        else replace(page, tag=_canonical(tag))
    )


def _canonical(tag: str) -> str:
    """A tag as HTML writes it, by the customs of BCP 47; Pelican hands it over in small
    letters.
    """
    language, *rest = tag.replace("_", "-").split("-")
    return "-".join(
        (
            language.lower(),
            *(part.title() if len(part) == 4 else part.upper() for part in rest),
        )
    )


def _locale(setting: str, tag: str, owners: Sequence[Path]) -> Locale:
    try:
        return Locale.parse(FORMATS.get(tag, tag).replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise DossierError(
            f"{setting} is {tag!r}; expected a language such as {_known(owners)}."
        ) from None


def _texts(locale: Locale, owners: Sequence[Path]) -> NullTranslations | None:
    """The catalogues for a locale, those of the owners before ours; None where there are
    none.
    """
    found = catalogues_of(locale, owners)
    if not found and locale.language != "en":
        return None
    texts = NullTranslations()
    for path in reversed(found):
        more = _read(path)
        more.add_fallback(texts)
        texts = more
    return texts


def catalogues_of(locale: Locale, owners: Sequence[Path]) -> tuple[Path, ...]:
    """The files that say texts in a language, those of the owners before ours: one at most
    of each folder.
    """
    return tuple(
        path for folder in _folders(owners) if (path := _catalogue(folder, locale))
    )


def _folders(owners: Sequence[Path]) -> tuple[Path, ...]:
    return (*(owner / CATALOGUES for owner in owners), OURS)


def _catalogue(folder: Path, locale: Locale) -> Path | None:
    """The file of a folder that fits best: that of the country, of the script, or of the
    language.
    """
    likely = Locale.parse(get_global("likely_subtags").get(str(locale), str(locale)))
    names = (
        str(locale),
        f"{locale.language}_{locale.script or likely.script}",
        locale.language,
    )
    return next((path for name in names if (path := folder / f"{name}.po").is_file()), None)


def _read(path: Path) -> NullTranslations:
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (
        OSError,
        ValueError,
        LookupError,
        PoFileError,
    ) as error:  # LookupError: an encoding that there is not
        raise DossierError(f"{path} cannot be used: {error}") from error
    _expect_parts(path, catalogue)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _expect_parts(path: Path, catalogue: Catalog) -> None:
    """Raises DossierError for a text that has other parts than the English one: no page
    could be written with it.
    """
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        known = set(PART.findall(" ".join(_several(message.id))))
        for text in _several(message.string):
            odd = [f"%({name})s" for name in PART.findall(text) if name not in known]
            if odd or "%" in PART.sub("", text).replace("%%", ""):
                wrong = odd[0] if odd else "a % that stands alone; write %%"
                expected = ", ".join(f"%({name})s" for name in sorted(known)) or "no parts"
                raise DossierError(
                    f"{path}:{message.lineno}: the text {text!r} has {wrong}; expected"
                    f" {expected}."
                )


def _several(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """The forms of a text: one, or those of a plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _known(owners: Sequence[Path]) -> str:
    """The languages there are texts in, English first."""
    names = {
        path.stem.replace("_", "-")
        for folder in _folders(owners)
        for path in folder.glob("*.po")
    }
    return ", ".join(("en", *sorted(names - {"en"})))
