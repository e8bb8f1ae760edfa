"""How long proving takes: 10,000 quotes against 1,000 articles of 800 words each; the limit
is 10 s of processor time.

Run: python bench/prove.py [quotes] [articles]. Nine quotes in ten are right; of the rest a
third each belongs to another article, differs in a word, and is nowhere: those cost most,
because all texts are looked through and the likest words are searched. The words beside the
figures are looked at as for a real folder, which knows a thousand names. Everything is
generated from a fixed seed. One process is used.
"""

import random
import sys
import time
from collections import Counter

from dossier.model.claims import Claim, Reference
from dossier.model.proofs import STATES
from dossier.model.quantities import Quantity
from dossier.model.values import MONEY, Field, Property
from dossier.prove.frames import Frame, Known
from dossier.prove.proving import prove
from dossier.texts.archive import make_text
from dossier.texts.library import Library

LIMIT = 10.0
WORDS = 800
PLEDGE = Property("pledge", "Pledge", Field(MONEY), None)
FRAME = Frame(
    PLEDGE,
    "Pledge",
    ("Acme",),
    (),
    Known({f"Company {number}": True for number in range(1_000)}),
)
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "sta",
    "tor",
    "vel",
    "ban",
    "cor",
    "dis",
    "est",
    "fal",
    "gra",
    "hin",
    "jun",
    "per",
]


def make_vocabulary(chance: random.Random, size: int) -> list[str]:
    """Words that look like words; a few thousand, as newspapers use."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(size)]


def make_article(chance: random.Random, vocabulary: list[str]) -> str:
    """One article: paragraphs of sentences, an amount in one sentence of three."""
    words: list[str] = []
    while len(words) < WORDS:
        sentence = chance.choices(vocabulary, k=chance.randint(8, 24))
        if chance.random() < 1 / 3:
            amount = f"{chance.randint(1, 999)}.{chance.randint(1, 99)} billion yuan (${chance.randint(1, 999)} million)"
            sentence[chance.randint(1, len(sentence)) : 0] = amount.split()
        words += [
            sentence[0].capitalize(),
            *sentence[1:-1],
            f"{sentence[-1]}.{chance.choice(['', '', chr(10) * 2])}",
        ]
    return " ".join(words)


def make_case(
    chance: random.Random, articles: list[str], number: int
) -> tuple[Claim, Reference]:
    """A quote of 3 to 12 words around an amount, with the value that it proves; one in ten
    is wrong in some way.
    """
    source = chance.randrange(len(articles))
    words = articles[source].split(" ")
    places = [
        place
        for place, word in enumerate(words)
        if word == "yuan" and 8 < place < len(words) - 8
    ]
    place = chance.choice(places)
    first, last = place - chance.randint(2, 7), place + chance.randint(1, 5)
    amount = " ".join(words[place - 2 : place])
    piece = words[first:last]
    piece = piece if "\n" not in "".join(piece) else words[place - 2 : place + 1]
    if number % 30 == 10:
        source = (source + 1) % len(articles)
    elif number % 30 == 20:
        piece[0] += "x"
    elif number % 30 == 0:
        piece = [word[::-1] for word in piece]
    quote = Reference(f"article-{source}", " ".join(piece))
    return Claim(Quantity.parse(f"{amount} CNY"), (quote,)), quote


def main(quotes: int = 10_000, articles: int = 1_000) -> None:
    """Generate, prove, and print the time and its share of the limit."""
    chance = random.Random(20250924)
    vocabulary = make_vocabulary(chance, 6_000)
    raw = [make_article(chance, vocabulary) for _ in range(articles)]
    cases = [make_case(chance, raw, number) for number in range(quotes)]
    start, used = time.perf_counter(), time.process_time()
    library = Library(
        {
            f"article-{number}": make_text(f"article-{number}", text)
            for number, text in enumerate(raw)
        }
    )
    read = time.perf_counter()
    states = Counter(
        prove(claim, quote, PLEDGE, library, frame=FRAME).state for claim, quote in cases
    )
    end = time.perf_counter()
    told = ", ".join(
        f"{states[state]} {state}" for state in STATES.values() if states[state]
    )
    print(f"{quotes} quotes against {articles} articles of {WORDS} words: {told}")
    busy = time.process_time() - used
    print(
        f"{busy:.2f} s of processor time, {busy / LIMIT:.0%} of the limit of {LIMIT:.0f} s"
    )
    print(f"by the clock, texts took {read - start:.2f} s and quotes {end - read:.2f} s")
    if busy > LIMIT:
        sys.exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
