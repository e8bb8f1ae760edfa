"""Which words of a sentence are accounted for, whatever is claimed: known cues and nouns,
figures and dates, and the words that turn nothing.

What is left are words that nobody has listed. Those that describe the company itself, a
market or why something came so are passed over, since no figure turns on them.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import takewhile

from dossier.model.scripts import EAST_ASIAN
from dossier.prove.cues.scenes import Scene

ENDS = frozenset(",;:()[]，；：（）")
THINGS = frozenset({"things"})
SHORTEST = 2  # letters of a word that can tell something
SIGN = re.compile(f"[{EAST_ASIAN}]")
"""A sign of a script in which one can.
"""


@lru_cache(maxsize=256)
def unlisted(scene: Scene) -> tuple[int, ...]:
    """The words of a sentence that no list has."""
    listed = {
        *scene.in_figure,
        *_described(scene),
        *_titles(scene),
        *_before_markets(scene),
        *_causes(scene),
    }
    turning = (mark for mark in scene.neutral if mark.tags != THINGS)
    for mark in (*scene.marks, *scene.metrics, *scene.times, *turning):
        listed.update(range(mark.first, mark.last))
    companies = scene.lexicon.companies
    return tuple(
        [
            at
            for at, key in enumerate(scene.tokens.keys)
            if at not in listed
            and key[0].isalpha()
            and (len(key) >= SHORTEST or bool(SIGN.match(key)))
            and not key.endswith(companies)
            and not _has_tail(scene, at)
        ]
    )


@lru_cache(maxsize=256)
def things_of(scene: Scene) -> frozenset[int]:
    """The words for things, which turn a figure only where it is measured by them."""
    return frozenset(
        at
        for mark in scene.neutral
        if mark.tags == THINGS
        for at in range(mark.first, mark.last)
    )


@lru_cache(maxsize=256)
def named_places(scene: Scene) -> frozenset[int]:
    """The names behind a word such as `in`: in Tulsa, Oklahoma."""
    return frozenset(
        at
        for first, key in enumerate(scene.tokens.keys)
        if key in scene.lexicon.grammar["attaches"]
        for at in _run(scene, first + 1, lambda at: _is_of_name(scene, at))
    )


def _is_of_name(scene: Scene, at: int) -> bool:
    """Whether a word has a capital letter, or is the comma before one that has."""
    tokens = scene.tokens
    word = at + (tokens.keys[at] == ",")
    return word < len(tokens.keys) and tokens.text[tokens.starts[word]].isupper()


def _has_tail(scene: Scene, at: int) -> bool:
    """Whether a hyphen makes a name tell where or whose a company is: Lyon-based."""
    hyphen, tail = scene.tokens.keys[at + 1 : at + 2], scene.tokens.keys[at + 2 : at + 3]
    return hyphen == ("-",) and not scene.lexicon.grammar["name_tails"].isdisjoint(tail)


def _described(scene: Scene) -> Iterator[int]:
    """What describes the company: the Finnish telecom firm, a maker of imaging devices."""
    for mark in scene.neutral:
        if "company" in mark.tags:
            yield from _run_back(scene, mark.first - 1)
            of = scene.tokens.keys[mark.last : mark.last + 1]
            if not scene.lexicon.grammar["of_whole"].isdisjoint(of):
                yield from _run(scene, mark.last + 1, partial(_belongs, scene))


def _titles(scene: Scene) -> Iterator[int]:
    """What a speaker is, between commas: Jo Reed, head of design, said."""
    keys = scene.tokens.keys
    for mark in scene.tagged("speaker"):
        commas = [at for at, key in enumerate(keys[: mark.first]) if key == ","][-2:]
        if len(commas) == 2 and commas[1] == mark.first - 1:
            run = range(commas[0], commas[1])
            if scene.in_figure.isdisjoint(run):
                yield from run


def _before_markets(scene: Scene) -> Iterator[int]:
    """The sort of a market, which is asked for apart: the smartphone market."""
    for at, key in enumerate(scene.tokens.keys):
        if key in scene.lexicon.grammar["markets"]:
            yield from _run_back(scene, at - 1)


def _causes(scene: Scene) -> Iterator[int]:
    """Why something came so: despite weak demand, owing to a recall; none that holds a
    figure.
    """
    keys, verbs = scene.tokens.keys, scene.verbs
    for mark in scene.neutral:
        if "causes" in mark.tags:
            run = [*_run(scene, mark.last, lambda at: not (verbs[at] or keys[at] in ENDS))]
            if scene.in_figure.isdisjoint(run):
                yield from run


def _belongs(scene: Scene, at: int) -> bool:
    """Whether a word goes on with a noun: it is no verb, no sign, and of no figure."""
    key, grammar = scene.tokens.keys[at], scene.lexicon.grammar
    ends = scene.verbs[at] or key in ENDS or at in scene.in_figure
    return not (ends or key in grammar["attaches"] or key in grammar["relative"])


def _run(scene: Scene, first: int, belongs: Callable[[int], bool]) -> Iterator[int]:
    """The words from one on, as long as they belong to it."""
    return takewhile(belongs, range(first, len(scene.tokens.keys)))


def _run_back(scene: Scene, last: int) -> Iterator[int]:
    """The words before one that belong to the same noun."""
    return takewhile(partial(_belongs, scene), range(last, -1, -1))
