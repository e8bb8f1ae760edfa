"""The page of docs/ that says what is read of each language: from the files of words
themselves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from babel import Locale

from dossier.figures.grammars import UNSAID, Grammar, grammar_of, shipped
from dossier.model.languages import Table, Words, WordsAround
from dossier.model.several import SEVERAL
from dossier.prove.cues.lexicon import FAMILIES, LANGUAGES, read_file

NAMES = {
    "scales": "Scales, by their power of ten",
    "glued": "The same right behind digits",
    "headed": "The same in the head of a table",
    "numbers": "Numbers",
    "multipliers": "What multiplies the number before it",
    "articles": "That stand for one",
    "ands": "Between the parts of a number",
    "joins_tens": "Between ones and tens",
    "points": "The decimal point, spoken",
    "and_a_half": "And a half",
    "digits": "Signs that are digits",
    "powers": "Signs that are powers",
    "several": "Numbers without a figure",
    "more": "And more than that",
    "more_before": "More, before a scale alone",
    "fractions": "Between parts and whole",
    "tenths": "Tenths",
    "no_tenth": "That make no tenth",
    "denominators": "Parts",
    "halves": "Half",
    "one_in": "One in",
    "factors": "Multiples",
    "halved": "Halved",
    "times": "Times",
    "of": "Between a number and its unit",
    "currencies": "Currencies",
    "before_amounts": "Currencies before their amount",
    "nations": "Whose dollar or pound",
    "cents": "Cents",
    "pence": "Pence",
    "percent": "Per cent",
    "percentage_points": "Percentage points",
    "basis_points": "Basis points",
    "lengths": "Lengths of time",
    "spoken_lengths": "Lengths without a number",
    "length_adjectives": "Of so many years",
    "no_length": "That make no length",
    "places": "Ranks",
    "place_endings": "Endings of ranks",
    "place_before": "Before a rank",
    "best": "The first",
    "not_best": "That make no first",
    "no_place": "That make no rank",
    "bounds": "Bounds",
    "leads": "Bounds that may lead to a figure",
    "rises": "Rises",
    "fillers": "Between a bound and its figure",
    "prepositions": "Bounds that bound no length of time",
    "unbounding": "Phrases in which a bound bounds nothing",
    "spread": "Verbs behind which they bound nothing",
    "particles": "Verbs behind which nobody can tell",
    "joints": "Between the ends of a range",
    "between": "Before a range",
    "between_joints": "Then between its ends",
    "from_words": "From",
    "choices": "Or",
    "per": "Per",
    "falls": "Falls",
    "fall_fillers": "Between a fall and its figure",
    "losses": "Losses",
    "profit_words": "Words for a profit",
    "loss_words": "Words for a loss",
    "minus": "Minus",
    "denials": "Denials before a figure",
    "denies_nothing": "That deny nothing",
    "denials_behind": "Denials behind it",
    "differences": "Differences",
    "breaks": "That end a noun",
    "labels": "That make a number a name",
    "measures": "Measures",
    "nouns": "Words for things that are counted",
    "months": "Months beside those of CLDR",
    "nth": "Which quarter or half",
    "quarters": "Quarters",
    "half_years": "Halves of a year",
    "stretches": "Early, middle and late",
    "seasons": "Seasons",
    "change_joints": "Between the old value and the new one",
    "compared": "Between an amount and one that it is compared with",
    "compared_behind": "Behind an amount that another is compared with",
    "fiscal": "Fiscal years",
    "around_fiscal": "Around the name of a fiscal year: of a part of it, or of another time",
    "fiscal_by_start": "Fiscal years named by the year in which they begin",
    "fiscal_by_end": "Fiscal years named by the year in which they end",
    "year_ended": "Years that end on a day",
    "quarter_ended": "Quarters that do",
    "dates": "Forms of dates",
    "date_bounds": "Bounds of dates",
    "date_hedges": "About a date",
    "date_joints": "Between two dates",
    "moves": "Moved to another date",
    "lasted": "Verbs that last",
    "untils": "Until",
    "counting": "Before a count that looks like a year",
    "plain": "Behind an amount, without meaning",
}
"""What each list of a file is, for people."""
MARKS = {True: "comma", False: "point"}


def spoken() -> str:
    """A section for each language that the program brings."""
    return "\n\n".join(_section(tag) for tag in shipped())


def _section(tag: str) -> str:
    grammar = grammar_of(tag)
    assert grammar is not None
    name = Locale.parse(tag, sep="-").get_display_name("en")
    lines = [f"## {name}", "", *_rows(tag, grammar)]
    return "\n".join(lines)


def _rows(tag: str, grammar: Grammar) -> Iterator[str]:
    yield "| What | Words |"
    yield "| --- | --- |"
    yield f"| Decimal mark without a country | {MARKS[grammar.has_decimal_comma]} |"
    for field in fields(Table):
        if words := _words(getattr(grammar.table, field.name)):
            yield f"| {NAMES[field.name]} | {words} |"
        elif field.name == "several" and tag == UNSAID:
            yield f"| {NAMES[field.name]} | {_list(tuple(SEVERAL))} |"
    short = tag.partition("-")[0]
    yield f"| Cues | {_cues(short) if short in LANGUAGES else 'none'} |"


def _words(value: Words | WordsAround | Mapping[object, Words | WordsAround]) -> str:
    if isinstance(value, WordsAround):
        parts = (("before", value.before), ("behind", value.behind))
        return "; ".join(f"{name}: {_list(words)}" for name, words in parts if words)
    if isinstance(value, Mapping):
        told = ((key, _words(words)) for key, words in value.items())
        return "; ".join(f"**{key}** {words}" for key, words in told if words)
    return _list(value)


def _list(words: Words) -> str:
    return ", ".join(f"`{word.strip()}`".replace("|", r"\|") for word in words)


def _cues(language: str) -> str:
    file = read_file(language)
    families = [name for name in FAMILIES if name in file]
    besides = [name for name in ("metrics", "events", "offices", "own") if name in file]
    return ", ".join((*families, *besides))
