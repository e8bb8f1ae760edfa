"""The words of a language that stand beside figures and dates: what makes a number an
amount, a bound, a fall or a date.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True)
class WordsAround:
    """Words that act on the figure behind them, and on the one before them."""

    before: Words = ()
    behind: Words = ()


NO_WORDS_AROUND = WordsAround()


@dataclass(frozen=True)
class Table:
    """The words of one language. Each list is matched whole, in any case, the longest
    first.
    """

    scales: Mapping[int, Words] = field(default_factory=dict)
    # By the power of ten: million, Mio.
    glued: Mapping[int, Words] = field(default_factory=dict)
    # The same right behind the digits, in the case given: bn, m.
    headed: Mapping[int, Words] = field(default_factory=dict)
    # The same in the head of a table alone, beside a currency: £'000, T€.
    numbers: Mapping[int, Words] = field(default_factory=dict)
    multipliers: Mapping[int, Words] = field(default_factory=dict)
    # What makes more of the number before it: hundred, dozen.
    articles: Words = ()
    # That stand for one before a scale: a million.
    ands: Words = ()
    # Within a number in words: two hundred and five.
    joins_tens: Words = ()
    points: Words = ()
    # The decimal point, spoken.
    and_a_half: Words = ()
    digits: Mapping[int, Words] = field(default_factory=dict)
    powers: Mapping[int, Words] = field(default_factory=dict)
    # Of numbers that are written without spaces: 三千八百亿, 12조3533억.
    several: Mapping[str, Words] = field(default_factory=dict)
    # That stand for a number without a figure, by our words for it.
    more: Words = ()
    # Within or behind such a number, and more than it: 三百多亿.
    more_before: Words = ()
    # Right before a scale without a digit, and more than it: 上百亿.
    fractions: Words = ()
    # Between the parts of a share, the whole first: 三分之一.
    tenths: Words = ()
    no_tenth: Words = ()
    # Behind a tenth, what makes it a part of another word: 成立.
    denominators: Mapping[int, Words] = field(default_factory=dict)
    halves: Words = ()
    one_in: Words = ()
    # Between one and the whole: one in five.
    factors: Mapping[int, Words] = field(default_factory=dict)
    halved: Words = ()
    times: Words = ()
    of: Words = ()
    # Between a number and its currency or noun.
    currencies: Mapping[str, Words] = field(default_factory=dict)
    before_amounts: Mapping[str, Words] = field(default_factory=dict)
    # Words for currencies that stand before their amount.
    nations: Mapping[str, Words] = field(default_factory=dict)
    # What makes a dollar or a pound that of a country.
    cents: Words = ()
    pence: Words = ()
    percent: Words = ()
    percentage_points: Words = ()
    basis_points: Words = ()
    lengths: Mapping[str, Words] = field(default_factory=dict)
    # Units of time, by their name in English.
    spoken_lengths: Mapping[str, Words] = field(default_factory=dict)
    # Whole lengths without a number, by what they come to: a decade.
    length_adjectives: Words = ()
    no_length: Words = ()
    # Behind a length of time, what makes it a moment or an age.
    places: Mapping[int, Words] = field(default_factory=dict)
    # Ordinal words.
    place_endings: Words = ()
    # Behind the digits of one: th.
    place_before: Words = ()
    best: Words = ()
    not_best: Words = ()
    no_place: Words = ()
    # Behind an ordinal, what makes it a moment or a share.
    bounds: Mapping[str, WordsAround] = field(default_factory=dict)
    leads: Words = ()
    # Bounds that behind a change lead to the new figure: subió un 5 % hasta 30 millones.
    rises: Words = ()
    fillers: Words = ()
    # Between a bound and its figure: articles and the like.
    prepositions: Words = ()
    # Bounds that before a length of time bound nothing: over.
    unbounding: Words = ()
    # Phrases in which a bound bounds nothing: inched up to.
    spread: Words = ()
    # Verbs behind which they bound nothing either.
    particles: Words = ()
    # Verbs behind which nobody can tell whether they do: it took over 12 shops.
    joints: Words = ()
    # Between the ends of a range.
    between: Words = ()
    between_joints: Words = ()
    # Between the ends of a range where `between` stands before it: and.
    from_words: Words = ()
    choices: Words = ()
    change_joints: Words = ()
    # Between the old value and the new one, behind one of `from_words`: von 4 auf 5.
    compared: Words = ()
    # Between an amount and one that it is compared with, which shares its currency: against.
    compared_behind: Words = ()
    # What may stand behind the second of them: a year earlier.
    per: Words = ()
    falls: WordsAround = NO_WORDS_AROUND
    fall_fillers: Words = ()
    losses: WordsAround = NO_WORDS_AROUND
    profit_words: Words = ()
    # Words for a profit, or a result that may be one: a result beside them is no loss.
    loss_words: Words = ()
    # Words for a loss: a result in whose clause one stands is no profit.
    minus: Words = ()
    denials: Words = ()
    denies_nothing: Words = ()
    denials_behind: Words = ()
    differences: Words = ()
    # Behind a number, what makes it the difference of two: more, fewer.
    breaks: Words = ()
    # Behind a number, what shows that it has no noun of its own.
    labels: Words = ()
    # Before a number that names something: page, section.
    measures: Words = ()
    nouns: Mapping[str, Words] = field(default_factory=dict)
    # What a source may call the things that we count, by our word.
    months: Mapping[int, Words] = field(default_factory=dict)
    # Names and short forms that CLDR lacks.
    nth: Mapping[int, Words] = field(default_factory=dict)
    quarters: Words = ()
    half_years: Words = ()
    stretches: Mapping[str, Words] = field(default_factory=dict)
    seasons: Mapping[str, Words] = field(default_factory=dict)
    fiscal: Words = ()
    around_fiscal: WordsAround = NO_WORDS_AROUND
    # What makes the name of a fiscal year tell of a part of it, or of the time around it.
    fiscal_by_start: Words = ()
    # Of the words for a fiscal year, those that name it by the year in which it begins,
    fiscal_by_end: Words = ()
    # and those that name it by the year in which it ends.
    year_ended: Words = ()
    quarter_ended: Words = ()
    dates: Words = ()
    # How dates are printed: `{day}. {month} {year}`.
    date_bounds: Mapping[str, WordsAround] = field(default_factory=dict)
    date_hedges: Words = ()
    date_joints: Words = ()
    # Between two dates that are the ends of a range.
    moves: Words = ()
    # Verbs that move something from one date to another.
    lasted: Words = ()
    untils: Words = ()
    # Behind a verb that lasts, an end and no bound: it ran until 2024.
    counting: Words = ()
    # Before a number, what makes it a count and no year: has, fleet of.
    plain: Words = ()
    # Short words that may stand behind an amount and are neither scale nor unit.

    def __hash__(self) -> int:
        """The words are many and few tables are made: those of one length are compared."""
        return hash((tuple(self.scales), self.percent, self.dates))
