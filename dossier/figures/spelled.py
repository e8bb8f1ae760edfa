"""Numbers in words: two hundred and fifty million."""

from decimal import Decimal

from dossier.figures.number_words import HUNDRED, TENS, Number, NumberWords, scaled_by
from dossier.figures.patterns import LETTER, small
from dossier.model.late import late_pattern


def spelled_at(text: str, start: int, words: NumberWords) -> Number | None:
    """The number in words that begins at a place, with its scale."""
    first = words.first.match(text, start)
    if not first:
        return None
    article = first["article"] or ""
    adding = _Sum(words, has_article=bool(article))
    end = adding.read(text, first.end())
    if not end:
        return None
    value = Decimal(adding.value) / (2 if first.groupdict().get("half") else 1)
    if point := words.point.match(text, end):
        value += Decimal(
            "0." + "".join(str(words.values[small(word)]) for word in point[1].split())
        )
        end = point.end()
    elif adding.power and (half := words.and_a_half.match(text, end)):
        return Number(
            value + Decimal("0.5").scaleb(adding.power), start, half.end(), in_words=True
        )
    number = Number(value, start, end, in_words=True)
    return number if adding.power else scaled_by(text, number, words.grammar)


class _Sum:
    """Adds up number words, as far as they make one number."""

    def __init__(self, words: NumberWords, *, has_article: bool) -> None:
        self.words = words
        self.total, self.section = 0, int(has_article)
        self.power = 0
        # Of the last scale.
        self.last = ""

    @property
    def value(self) -> int:
        return self.total + self.section

    def read(self, text: str, place: int) -> int:
        """Take words from a place on; where the last of them ends, or 0 where one more fits
        into no number.
        """
        end = 0
        while word := _word_at(text, place, self.words):
            if not self._take(word):
                return 0 if self.words.is_number(word) else end
            end = place + len(word)
            place = self._goes_on(text, end)
            if not place:
                break
        return end

    def _goes_on(self, text: str, end: int) -> int:
        """Where the next word of the number may begin; 0 where nothing joins it."""
        if self.last == "scale" and (comma := self.words.comma.match(text, end)):
            return comma.end()
        joint = self.words.joint.match(text, end)
        if not joint:
            return 0
        joined = self.last in ("hundred", "scale") or (
            self.last == "tens" and joint["and"] in self.words.grammar.table.joins_tens
        )
        return joint.end() if not joint["and"] or joined else 0

    def _take(self, word: str) -> bool:
        """Whether a word goes on with the number."""
        fresh, word = self.last in ("", "hundred", "scale"), small(word)
        number, words = self.words.values.get(word, -1), self.words
        if 0 <= number < TENS and (fresh or (self.last == "tens" and 0 < number < 10)):
            self.section, self.last = self.section + number, "small"
        elif TENS <= number < HUNDRED and fresh:
            self.section, self.last = self.section + number, "tens"
        elif number >= HUNDRED and self.last in ("", "scale"):
            self.section, self.last = self.section + number, "hundred"
        elif word in words.multipliers and (
            self.last in ("", "small")
            or (self.last == "tens" and word not in words.hundreds)
        ):
            self.section, self.last = (
                (self.section or 1) * words.multipliers[word],
                "hundred" if word in words.hundreds else word,
            )
        elif word in words.powers:
            self.total, self.section = (
                self.total + (self.section or 1) * 10 ** words.powers[word],
                0,
            )
            self.power, self.last = words.powers[word], "scale"
        else:
            return False
        return True


WORD = late_pattern(rf"[{LETTER}]+")


def _word_at(text: str, place: int, words: NumberWords) -> str:
    """The word at a place, with the dot of a scale that has one."""
    match = WORD.match(text, place)
    if not match:
        return ""
    dotted = f"{match[0]}."
    return (
        dotted
        if small(dotted) in words.powers and text.startswith(dotted, place)
        else match[0]
    )
