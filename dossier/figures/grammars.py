"""The words of a language as the readers of figures and dates use them, by the tag of a
source's language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name

from dossier.collect import Findings
from dossier.figures.patterns import meaning_by_word, small
from dossier.model.errors import DossierError
from dossier.model.languages import Table, Words
from dossier.read.languages import read_table

FOLDER = "languages"
UNSAID = "en"
"""What a source is taken for that does not name its language; runs of Chinese in it are
read as such.
"""

ALIASES = {
    "zh": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-TW": "zh-Hant",
    "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant",
}
"""Tags of languages that have several scripts, to the file of the one that is meant."""


@dataclass(frozen=True, eq=False)
class Grammar:
    """One language in one region; each is made once, so that its patterns are found by
    itself and not by its words.
    """

    tag: str
    # Of the source, such as de-CH.
    table: Table

    @property
    def language(self) -> str:
        """The tag without script and region."""
        return self.tag.partition("-")[0]

    @property
    def region(self) -> str:
        """The country of the tag; empty where it names none."""
        last = self.tag.rpartition("-")[2]
        return last if len(last) == 2 and last.isupper() and "-" in self.tag else ""

    @cached_property
    def has_decimal_comma(self) -> bool:
        """Whether 1,5 is one and a half and 1.500 fifteen hundred there, by CLDR."""
        return _decimal_mark(self.tag) == ","

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Names and short forms of months, in small letters and without a dot."""
        named = {
            number: (*_month_names(self.tag, number), *self.table.months.get(number, ()))
            for number in range(1, 13)
        }
        return {name.rstrip("."): number for name, number in meaning_by_word(named).items()}

    def currency_names(self, code: str) -> Words:
        """The full names of a currency, of one and of several, by CLDR: Mexican pesos."""
        return _currency_names(self.tag, code)

    @cached_property
    def short_months(self) -> frozenset[str]:
        """Those that are no whole names, and may have a dot behind them."""
        whole = {
            small(_month_names(self.tag, number)[0])
            for number in range(1, 13)
            if _month_names(self.tag, number)
        }
        return frozenset(self.months) - whole

    @cached_property
    def times(self) -> frozenset[str]:
        """The names of weekdays and months, by CLDR: parts of a date, though no whole one."""
        months = (
            name for number in range(1, 13) for name in _month_names(self.tag, number)[:1]
        )
        return frozenset(
            (*months, *map(str, _locale(self.tag).days["format"]["wide"].values()))
        )

    @cached_property
    def order_of_dates(self) -> str:
        """DM or MD, by CLDR: whether the day or the month comes first of two numbers; empty
        where nobody can tell.
        """
        if self.language == UNSAID and not self.region:
            return ""
        return _order(self.tag)


@lru_cache(maxsize=256)
def grammar_of(tag: str) -> Grammar | None:
    """The grammar for a source's language tag; None where no file tells its words. No tag
    stands for English.
    """
    table = _table(_file_of(tag or UNSAID))
    return Grammar(tag or UNSAID, table) if table else None


@lru_cache(maxsize=256)
def own_grammar(tag: str, table: Table) -> Grammar:
    """The grammar for a tag from the words that a site brings."""
    return Grammar(tag, table)


def names_of(tag: str) -> Words:
    """The names that the file for a tag may have at a site, the one that fits best first:
    sr-latn, sr.
    """
    parts = tag.lower().split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def _file_of(tag: str) -> str:
    """The name of the file for a tag: its own, that of its script, or that of the language
    alone.
    """
    language, _, rest = tag.partition("-")
    script = rest.partition("-")[0]
    if len(script) == 4:
        return f"{language}-{script}"
    return ALIASES.get(f"{language}-{rest}") or ALIASES.get(language, language)


@lru_cache(maxsize=64)
def _table(name: str) -> Table | None:
    path = files("dossier.figures").joinpath(FOLDER, f"{name}.yaml")
    if not path.is_file():
        return None
    out = Findings()
    table = read_table(f"{FOLDER}/{name}.yaml", path.read_text("utf-8"), out)
    if table is None:
        raise DossierError("\n".join(str(finding) for finding in out.in_order()))
    return table


def shipped() -> Words:
    """The names of the files that the program brings."""
    found: Iterable[str] = (
        path.name for path in files("dossier.figures").joinpath(FOLDER).iterdir()
    )
    return tuple(
        sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml"))
    )


@lru_cache(maxsize=64)
def _decimal_mark(tag: str) -> str:
    locale = _locale(tag)
    return str(locale.number_symbols["latn"]["decimal"])


@lru_cache(maxsize=64)
def _order(tag: str) -> str:
    pattern = str(_locale(tag).date_formats["short"].pattern)
    letters = "".join(
        dict.fromkeys(letter for letter in pattern.upper() if letter in "DMY")
    )
    return letters[:2] if letters.endswith("Y") else ""


@lru_cache(maxsize=1024)
def _currency_names(tag: str, code: str) -> Words:
    names = (get_currency_name(code, count, _locale(tag)) for count in (1, 2))
    return tuple(dict.fromkeys(name for name in names if name != code))


@lru_cache(maxsize=1024)
def _month_names(tag: str, number: int) -> Words:
    widths = _locale(tag).months["format"]
    names = (str(widths[width][number]) for width in ("wide", "abbreviated"))
    return tuple(dict.fromkeys(name for name in names if not name[0].isdigit()))


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(tag.partition("-")[0])
