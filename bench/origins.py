"""How long the linter of origins takes for many articles: `python bench/origins.py
[ARTICLES]`.

The articles are made up from a fixed seed: one in ten is a rewrite of an earlier one, with
its speech and figures; the rest share no more than the words and figures that everybody
uses.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from dossier.model.dates import PartialDate
from dossier.model.sources import Source, SourceType
from dossier.origins.fingerprints import Fingerprint, fingerprint_of
from dossier.origins.likeness import Sharing
from dossier.origins.linter import find_likenesses
from dossier.texts.archive import make_text

WORDS = 800
REWRITTEN = 10  # one article in so many
SYLLABLES = [consonant + vowel for consonant in "bdklmnr" for vowel in "aeiou"]
COMMON = ("10%", "2 billion dollars", "50 million euros", "25%")


def main(count: int) -> None:
    """Make the articles, take their signs, compare them, and print the seconds of each."""
    random = Random(7)  # the same articles on every run
    numbered = list(_articles(random, count))
    articles = [text for _, text in numbered]
    start = time.perf_counter()
    signs = tuple(_signs(number, text) for number, text in enumerate(articles))
    middle = time.perf_counter()
    found = find_likenesses(signs)
    end = time.perf_counter()
    reports = sum(one.kind is Sharing.REPORT for one in found)
    made = sum(
        size * (size - 1) // 2 for size in Counter(story for story, _ in numbered).values()
    )
    print(
        f"{count} articles of about {WORDS} words, {sum(map(len, articles)) / 1e6:.1f} MB"
    )
    print(
        f"signs {middle - start:.1f} s, comparing {end - middle:.1f} s, together {end - start:.1f} s"
    )
    print(
        f"{reports} pairs look like one report, {len(found) - reports} otherwise alike; {made} pairs tell one story"
    )


def _articles(random: Random, count: int) -> Iterator[tuple[int, str]]:
    """Articles, each with the number of the story that it tells."""
    words = [
        "".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(5_000)
    ]
    facts: list[tuple[list[str], list[str]]] = []
    for number in range(count):
        if number % REWRITTEN == REWRITTEN - 1:
            story = random.randrange(len(facts))
        else:
            speech = [
                " ".join(random.choices(words, k=random.randint(14, 30))) for _ in range(4)
            ]
            figures = [
                f"{random.randint(101, 9_999) / 10} {unit}"
                for unit in random.choices(("million euros", "%"), k=8)
            ]
            facts.append((speech, figures))
            story = len(facts) - 1
        yield story, _article(random, words, *facts[story])


def _article(
    random: Random, words: list[str], speech: list[str], figures: list[str]
) -> str:
    """Twenty paragraphs; speech and figures stand in some of them."""
    paragraphs = [_sentence(random, words, WORDS // 20 - 5) for _ in range(20)]
    for place, quote in zip(random.sample(range(20), len(speech)), speech, strict=True):
        paragraphs[place] += (
            f" “{quote.capitalize()},” {random.choice(words).capitalize()} said."
        )
    for figure in (*figures, *random.sample(COMMON, 2)):
        paragraphs[random.randrange(20)] += f" It was {figure}."
    return "\n\n".join(paragraphs)


def _sentence(random: Random, words: list[str], length: int) -> str:
    return " ".join(random.choices(words, k=length)).capitalize() + "."


def _signs(number: int, text: str) -> Fingerprint:
    source = Source(f"s{number}", SourceType.NEWS, issued=PartialDate.parse("2025-09-24"))
    return fingerprint_of(make_text(source.id, text), source)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2_000)
