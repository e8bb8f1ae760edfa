"""The names in a sentence: those that the content knows, and words in capital letters; who
is a subject, and who speaks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.prove.cues.phrases import Mark
from dossier.prove.cues.scenes import Scene
from dossier.prove.frames import Known

ORDINARY = re.compile(
    r"(?:s|ing|tions?|sions?|ments?|ity|ed|ly|age|ance|ence|ness|ers?|al)$"
)
"""How words end that are rarely names; at the head of a sentence every word has a capital
letter.
"""
VERB_WITHIN = 3  # words between a name and its verb: Acme has also sold
BRACKET = 4  # words between a bracket and its figure: (about 537,000
TITLE = 0.85  # share of the longer words with capital letters from which on they tell nothing, as in a headline


@dataclass(frozen=True)
class Actor:
    """A name in a sentence, of somebody who can have figures."""

    text: str
    first: int
    last: int
    is_known: bool
    # Whether the content knows it.
    is_company: bool
    # Whether it is known as one, or not known at all.
    is_subject: bool
    # Whether a verb, an ending or a preposition makes the figure its own.
    is_object: bool
    # Whether it stands between a verb and a figure: fined Acme 5 million.
    speaks: bool
    # Whether its verb is one of saying.
    is_general: bool = False
    # Whether it is no name, but a word for others: its rival, the industry.


@lru_cache(maxsize=256)
def actors_of(scene: Scene, known: Known) -> tuple[Actor, ...]:
    """The names of a sentence, in order."""
    told = dict(_known(scene, known))
    others = {(mark.first, mark.last) for mark in scene.tagged("other")}
    spans = _joined({*told}, [*_unknown(scene, known)])
    return tuple(
        _actor(scene, _with_role(scene, span), told, span in others)
        for span in sorted({*spans, *others})
    )


def _unknown(scene: Scene, known: Known) -> Iterator[tuple[int, int]]:
    """The names that capital letters tell; where nouns have them too, only those with a
    figure in brackets.
    """
    if not scene.lexicon.tells_names:
        yield from _before_brackets(scene)
    elif not _is_title(scene):
        yield from _capitalised(scene, known)


def _before_brackets(scene: Scene) -> Iterator[tuple[int, int]]:
    """Words with capital letters right before a figure in brackets, two or in capitals
    throughout: DHL Group (537 000).
    """
    tokens = scene.tokens
    for first, _ in scene.spans:
        at = next(
            (
                at
                for at in range(first - 1, max(0, first - BRACKET), -1)
                if tokens.keys[at] == "("
            ),
            0,
        )
        begin = at
        while begin and tokens.text[tokens.starts[begin - 1]].isupper():
            begin -= 1
        text = tokens.words(begin, at) if begin < at else ""
        if " " in text or (len(text) > 1 and text.isupper()):
            yield begin, at


def _with_role(scene: Scene, span: tuple[int, int]) -> tuple[int, int]:
    """A name, with the word that makes another of it: Acme's largest supplier."""
    first, last = span
    near = (
        scene.tokens.keys[last + 1 : last + 4]
        if scene.tokens.keys[last : last + 1] == ("'s",)
        else ()
    )
    role = next(
        (
            last + 2 + at
            for at, key in enumerate(near)
            if key in scene.lexicon.grammar["roles"]
        ),
        last,
    )
    return (first, role) if not scene.has_verb(last, role) else span


def _actor(
    scene: Scene, span: tuple[int, int], told: dict[tuple[int, int], bool], is_general: bool
) -> Actor:
    first, last = span
    kinds = [
        is_company
        for (one, other), is_company in told.items()
        if first <= one and other <= last
    ]
    text = scene.tokens.words(first, last)
    is_object = any(last == one for one, _ in scene.spans) and any(
        scene.verbs[max(0, first - 1) : first]
    )
    is_subject, speaks = _is_subject(scene, first, last), _speaks(scene, first, last)
    return Actor(
        text,
        first,
        last,
        bool(kinds),
        all(kinds),
        is_subject,
        is_object,
        speaks,
        is_general,
    )


def _known(scene: Scene, known: Known) -> Iterator[tuple[tuple[int, int], bool]]:
    """The names that the content knows, written with the same capital letters, and whether
    each is of a company.
    """
    for mark in known.phrases.find(scene.tokens.keys):
        text = scene.tokens.words(mark.first, mark.last)
        if text in mark.tags:
            yield (mark.first, mark.last), known.companies[text]


def _joined(
    told: set[tuple[int, int]], runs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Runs of capital letters, widened by the known names that they overlap, and the known
    names besides.
    """
    found: list[tuple[int, int]] = []
    for first, last in sorted(told | {*runs}):
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def _is_title(scene: Scene) -> bool:
    """Whether nearly every longer word has a capital letter, so that it tells no names."""
    tokens = scene.tokens
    words = zip(tokens.starts, tokens.keys, strict=True)
    longer = [tokens.text[start] for start, key in words if len(key) > 3 and key.isalpha()]
    capitals = [letter for letter in longer if letter.isupper()]
    return len(longer) > 3 and len(capitals) >= TITLE * len(longer)


def _capitalised(scene: Scene, known: Known) -> Iterator[tuple[int, int]]:
    """Runs of words with capital letters that nothing says are no names, and no places."""
    tokens, end, place_end = scene.tokens, 0, -1
    head = next((at for at, key in enumerate(tokens.keys) if key[0].isalpha()), 0)
    capitals = [
        at for at, start in enumerate(tokens.starts) if tokens.text[start].isupper()
    ]
    for at in capitals:
        last = _end_of_run(scene, at) if at >= end else at
        if last == at:
            continue
        text, end = tokens.words(at, last), last
        if _is_place(scene, at, place_end) or text.lower() in known.places:
            place_end = last
        elif not (
            _has_tail(scene, last)
            or len(text) < 2
            or ((at, last) == (head, head + 1) and _is_ordinary(scene, head))
        ):
            yield at, last


def _has_tail(scene: Scene, last: int) -> bool:
    """Whether a hyphen makes a name the beginning of another word: Lyon-based."""
    hyphen, tail = (
        scene.tokens.keys[last : last + 1],
        scene.tokens.keys[last + 1 : last + 2],
    )
    return hyphen == ("-",) and not scene.lexicon.grammar["name_tails"].isdisjoint(tail)


def _end_of_run(scene: Scene, at: int) -> int:
    last, keys = at, scene.tokens.keys
    while last < len(keys) and _is_name_word(scene, last):
        last += 1
        if (
            last + 1 < len(keys)
            and keys[last] in ("&", "-")
            and _is_name_word(scene, last + 1)
        ):
            last += 1
    return last


def _is_place(scene: Scene, first: int, place_end: int) -> bool:
    """Whether a name stands behind a word such as `in`, or in a list after such a name: in
    Phoenix, Tulsa and the Bronx.
    """
    keys, grammar = scene.tokens.keys, scene.lexicon.grammar
    before = keys[first - 1] if first else ""
    joints = grammar["and"] | grammar["articles"] | {","}
    is_listed = 0 <= place_end < first <= place_end + 3 and all(
        key in joints for key in keys[place_end:first]
    )
    return before in grammar["place_behind"] or (place_end >= 0 and is_listed)


def _is_name_word(scene: Scene, at: int) -> bool:
    tokens = scene.tokens
    is_upper = tokens.text[tokens.starts[at]].isupper()
    is_cue = at > 0 and at in scene.in_changes
    return (
        is_upper
        and not is_cue
        and at not in scene.in_figure
        and tokens.keys[at] not in scene.lexicon.grammar["no_names"]
    )


def _is_ordinary(scene: Scene, head: int) -> bool:
    """Whether a word at the head of a sentence is likely no name."""
    lowered = scene.tokens.keys[head]
    is_small = lowered in scene.lexicon.small or any(
        mark.first == head for mark in scene.marks[:1]
    )
    return (
        is_small
        or bool(ORDINARY.search(lowered))
        or head in scene.in_metrics
        or len(lowered) < 3
    )


def _is_subject(scene: Scene, first: int, last: int) -> bool:
    """Whether a name has a verb, or owns what stands behind it; where names are not told
    so, any may.
    """
    if (
        not scene.lexicon.tells_names
        or _owns(scene, first, last)
        or _has_moved(scene, last)
    ):
        return True
    keys, grammar = scene.tokens.keys, scene.lexicon.grammar
    after = keys[last] if last < len(keys) else ""
    if after in grammar["and"] or after == "(":
        return any(scene.verbs[last : last + 5])
    return any(
        scene.verbs[at]
        for at in range(last, min(last + VERB_WITHIN, len(keys)))
        if _is_plain(scene, last, at)
    )


def _owns(scene: Scene, first: int, last: int) -> bool:
    """Acme's sales; the sales of Acme; Acme, which; Acme with 22%."""
    keys, grammar = scene.tokens.keys, scene.lexicon.grammar
    after, before = keys[last : last + 1], keys[max(0, first - 1) : first]
    owns = not grammar["links"].isdisjoint(after)
    owns |= _is_set_apart(scene, first, last)
    is_owner = not grammar["of_name"].isdisjoint(before) and first - 2 in scene.in_metrics
    is_related = after == (",",) and not grammar["relative"].isdisjoint(
        keys[last + 1 : last + 3]
    )
    return (
        owns
        or is_owner
        or is_related
        or (
            _leads_to_figure(scene, last)
            and not any(scene.verbs[max(0, first - 1) : first])
        )
    )


def _is_set_apart(scene: Scene, first: int, last: int) -> bool:
    """The parent, Acme, has; it was Acme that sold: a name whose verb stands behind a comma
    or a word such as `that`.
    """
    keys, grammar = scene.tokens.keys, scene.lexicon.grammar
    before, after = keys[max(0, first - 1) : first], keys[last : last + 1]
    has_verb = any(scene.verbs[last + 1 : last + 2])
    is_beside = before == (",",) == after
    is_cleft = not grammar["be"].isdisjoint(before) and not (
        grammar["relative"] | grammar["those"]
    ).isdisjoint(after)
    return has_verb and (is_beside or is_cleft)


def _has_moved(scene: Scene, last: int) -> bool:
    """Whether a verb form that elsewhere may be no verb stands right behind a name, and no
    `by`: Acme emerged as.
    """
    keys, grammar = scene.tokens.keys, scene.lexicon.grammar
    after, further = keys[last] if last < len(keys) else "", keys[last + 1 : last + 2]
    is_form = len(after) > 4 and after.endswith(tuple(grammar["finite_endings"]))
    return is_form and grammar["by"].isdisjoint(further)


def _leads_to_figure(scene: Scene, last: int) -> bool:
    """Whether a figure stands behind a name with hardly a word between: Borealis 22%,
    Borealis one of 22%.
    """
    words = scene.lexicon.grammar["name_to_figure"]
    near = (first for first, _ in scene.spans if last <= first <= last + 3)
    return any(all(key in words for key in scene.tokens.keys[last:first]) for first in near)


def _is_plain(scene: Scene, first: int, last: int) -> bool:
    """Whether only adverbs and helping verbs stand between a name and a verb."""
    grammar = scene.lexicon.grammar
    adverbs = tuple(grammar["adverbs"])
    return all(
        key in grammar["before_verb"] or key.endswith(adverbs)
        for key in scene.tokens.keys[first:last]
    )


def _is_turned(scene: Scene, mark: Mark, first: int) -> bool:
    """Whether a verb of saying stands before its subject, behind what is said: ..., said
    Acme.
    """
    before = scene.tokens.keys[mark.first - 1] if mark.first else ""
    return 0 <= first - mark.last <= 1 and before in (",", '"', "'")


def _speaks(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb of saying stands beside a name, or words such as `according to` before
    it.
    """
    for mark in scene.tagged("speaker", "speaker.before"):
        if "speaker.before" in mark.tags and 0 <= first - mark.last <= 1:
            return True
        if "speaker" in mark.tags and (
            0 <= mark.first - last <= 1 or _is_turned(scene, mark, first)
        ):
            return True
    return False
