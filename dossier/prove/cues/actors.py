"""Cues that a figure is another's, or that another says so: the nearest name that is the
subject of a verb, or owns it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.lists import listed_figures, tells_whose
from dossier.prove.cues.names import Actor, actors_of
from dossier.prove.cues.scenes import Scene, scene_of
from dossier.prove.cues.sentences import sentences_before
from dossier.texts.boundaries import is_whole

OFFICE = 6  # words before who speaks in which the company stands that the person speaks for
EARLIER = 3  # sentences back in which the one is named that `it` stands for
UNIT = "subsidiary"
NO_NAME = frozenset(
    {"the", "inc", "corp", "ltd", "co", "group", "s", "plc", "and", "of", "company"}
)

ANY_COMPANY = frozenset({"company", "group", "firm", "business", "enterprise"})


def subject(ask: FoundPart) -> Iterator[Look]:
    """Another than the subject of the fact is the nearest that could own the figure."""
    if all(map(_names_nobody, ask.frame.own)) or tells_whose(ask):
        return
    other = _owner(ask)
    if other:
        yield Look("subject", other.text)


def of_unit(ask: FoundPart) -> Iterator[Look]:
    """A unit, an arm or a subsidiary is told of before a place, and the claim names none:
    its retail arm is based in Porto.
    """
    scene, units = ask.scene, ask.lexicon.offices.find(ask.spot.keys)
    marks = [mark for mark in units if UNIT in mark.tags]
    for mark in (*marks, *scene.tagged("part.units")):
        words = scene.tokens.keys[mark.first : mark.last]
        is_told = mark.last <= ask.spot.first and ask.spot.is_told_with(mark.first)
        if is_told and not all(map(ask.claim_words.have, words)):
            yield Look("subject", scene.words(mark))


def nameless(ask: FoundPart) -> Iterator[Look]:
    """Imports have 40 per cent of the market: several that have no name own the figure."""
    having = ask.lexicon.grammar["having"]
    if ask.quantity is None or not having:
        return
    scene, keys = ask.scene, ask.spot.keys
    verb = ask.spot.first - 1
    while verb > 0 and ask.spot.is_slot(verb):
        verb -= 1
    if verb > 0 and keys[verb] in having and _is_bare_plural(ask, verb - 1):
        yield Look("subject", scene.tokens.words(verb - 1, verb))


def _is_bare_plural(ask: FoundPart, at: int) -> bool:
    """Whether a word is all that stands before the verb of its clause, and names several
    that the claim does not.
    """
    of, key, grammar = ask.scene.clauses.of, ask.spot.keys[at], ask.lexicon.grammar
    begins = at == 0 or of[at - 1] != of[at] or ask.spot.keys[at - 1] in ",;"
    own = frozenset().union(*(_words(name) for name in ask.frame.own))
    known = (
        key in own
        or key in ask.claimed.keys
        or key in grammar["pronouns"]
        or at in ask.scene.in_metrics
    )
    return begins and len(key) > 4 and key.endswith("s") and key[-2] != "s" and not known


def _owner(ask: FoundPart) -> Actor | None:
    """Who owns the figure, if it is another than the subject of the claim."""
    own, spot = _Own.of(ask), ask.spot
    actors = own.distinct(actors_of(ask.scene, ask.frame.known))
    doers = [
        one
        for one in actors
        if ask.quantity and one.first >= spot.last and _is_doer(ask, one)
    ]
    if doers:
        return _other(doers[0], own)
    before = [
        one
        for one in reversed(actors)
        if one.last <= spot.first and spot.reaches_back(one.first)
    ]
    if before and _is_that_of(ask, before[0]):
        return _other(before[0], own)
    for actor in before:
        if own.has(actor.text):
            return None
        if actor.is_subject and (not actor.speaks or _tells_of_itself(ask, actor)):
            return _unlisted(ask, actor, actors, own)
    if objects := [one for one in before if one.is_object]:
        return _other(objects[0], own)
    return _named_elsewhere(ask, actors, own)


def _tells_of_itself(ask: FoundPart, actor: Actor) -> bool:
    """Whether who speaks gives a figure as an object, and names nobody else: Acme disclosed a
    workforce of 900.
    """
    verbs = [at for at in range(actor.last, ask.spot.first) if ask.scene.verbs[at]]
    told = ask.spot.keys[actor.last : ask.spot.first]
    return (
        actor.is_known
        and actor.is_company
        and len(verbs) == 1
        and verbs[0] - actor.last <= 1
        and not ask.lexicon.grammar["those"].intersection(told)
    )


def _is_that_of(ask: FoundPart, actor: Actor) -> bool:
    """Whether a figure stands right behind the name of whose it is: that of Acme, 5%."""
    keys, of = ask.spot.keys, ask.lexicon.grammar["of_name"]
    before = keys[max(0, actor.first - 2) : actor.first]
    is_theirs = (
        before[-1:] and before[-1] in of and before[0] in ask.lexicon.grammar["those"]
    )
    between = keys[actor.last : ask.spot.first]
    return bool(is_theirs) and len(between) <= 2 and {*between} <= {",", "(", "-", "of"}


def _other(actor: Actor, own: "_Own") -> Actor | None:
    return None if own.has(actor.text) else actor


def _named_elsewhere(
    ask: FoundPart, actors: tuple[Actor, ...], own: "_Own"
) -> Actor | None:
    """Who is named behind the figure as the subject of the sentence, or in the sentences
    before.
    """
    behind = next((one for one in actors if one.first >= ask.spot.last), None)
    if behind and not ask.scene.has_verb(0, ask.spot.first):
        return _other(behind, own) if behind.is_subject and not behind.speaks else None
    if any(own.has(one.text) for one in actors) or own.is_within(ask.scene.tokens.text):
        return None
    return _named_earlier(ask, own)


def _unlisted(
    ask: FoundPart, actor: Actor, actors: tuple[Actor, ...], own: "_Own"
) -> Actor | None:
    """The owner, unless it is one of several that share a verb with the subject of the
    claim: A and B tied with 5 and 4.
    """
    together = _coordinated(ask.scene, actor, actors)
    listed = listed_figures(ask)
    if len(together) > 1 and len(together) == len(listed):
        mine = together[listed.index(ask.spot.first)] if ask.spot.first in listed else actor
        return None if own.has(mine.text) else mine
    return None if any(own.has(one.text) for one in together) else actor


def _coordinated(scene: Scene, actor: Actor, actors: tuple[Actor, ...]) -> list[Actor]:
    """A name, and those before it that `and` or a comma joins to it."""
    joints, found = scene.lexicon.grammar["and"] | {","}, [actor]
    for one in reversed([one for one in actors if one.last < actor.first]):
        between = scene.tokens.keys[one.last : found[0].first]
        if not between or not all(key in joints for key in between):
            break
        found.insert(0, one)
    return found


def _is_doer(ask: FoundPart, actor: Actor) -> bool:
    """Whether a name behind the figure is who did it: 5 million units shipped by Acme."""
    keys, spot = ask.spot.keys, ask.spot
    at = actor.first - 1
    near = at - spot.last <= 5 and spot.is_open(spot.last, actor.first)
    return (
        near
        and at >= spot.last
        and keys[at] in ask.lexicon.grammar["by"]
        and spot.shares_clause(actor.first)
    )


def _named_earlier(ask: FoundPart, own: "_Own") -> Actor | None:
    """Whom the sentences before are about, where this one has a word such as `it` for its
    subject.
    """
    if not _refers_back(ask):
        return None
    abbreviations = ask.lexicon.grammar["abbreviations"]
    for start, end in sentences_before(ask.view, ask.sentence[0], abbreviations, EARLIER):
        text = ask.view.flat[start:end].strip()
        if own.is_within(text):
            return None
        scene = scene_of(text, ask.scene.language, ask.lexicon)
        first = next(
            (
                one
                for one in own.distinct(actors_of(scene, ask.frame.known))
                if one.is_subject
            ),
            None,
        )
        if (
            first
            and first.is_company
            and not first.speaks
            and not scene.has_verb(0, first.first)
        ):
            return first
    return None


def _refers_back(ask: FoundPart) -> bool:
    """Whether the subject of the sentence is a word such as `it`, or only what is measured:
    revenue rose.
    """
    scene, pronouns = ask.scene, ask.lexicon.grammar["pronouns"]
    verb = next((at for at, is_verb in enumerate(scene.verbs) if is_verb), ask.spot.first)
    heads = {" ".join(ask.spot.keys[at:verb]) for at in range(max(0, verb - 2), verb)}
    return (
        bool(heads & pronouns)
        or verb - 1 in scene.in_metrics
        or bool(pronouns.intersection(ask.spot.keys[:verb]))
    )


def speaker(ask: FoundPart) -> Iterator[Look]:
    """Another than whom the claim names says so."""
    if not ask.frame.speaker:
        return
    own, tokens = _Own(ask.frame.speaker, "", frozenset()), ask.scene.tokens
    said = [one for one in actors_of(ask.scene, ask.frame.known) if one.speaks]
    # A person may speak for a company that is named right before: Acme's chairman, Jo Doe,
    # said.
    beside = (tokens.words(max(0, one.first - OFFICE), one.last) for one in said)
    if said and not any(
        own.is_within(words) or own.has(one.text)
        for words, one in zip(beside, said, strict=True)
    ):
        yield Look("speaker", said[0].text)


@dataclass(frozen=True)
class _Own:
    """The names that mean the subject of a claim, and words of the claim that could be
    mistaken for others.
    """

    names: tuple[str, ...]
    claimed: str
    roles: frozenset[str]
    # Words that make another of a name: Acme's supplier.
    means_all: bool = False
    # Whether the claim is about the whole company, so that a longer name may be that of a
    # part.
    known: Mapping[str, bool] = field(default_factory=dict)
    # The names that the content knows: a longer one with that of the subject in it is
    # another's, unless it is listed as one of the subject's.

    @classmethod
    def of(cls, ask: FoundPart) -> "_Own":
        total = (ask.lexicon.base or ask.lexicon).grammar["total"]
        means_all = not total.isdisjoint(ask.claimed.keys)
        own, roles = ask.frame.own, ask.lexicon.grammar["roles"]
        known = ask.frame.known.companies
        return cls(own, ask.claimed.text.lower(), roles, means_all, known)

    def distinct(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Those that are told apart from the subject: where that has no name of its own, no
        word for others is.
        """
        is_named = any(name[:1].isupper() for name in self.names)
        return tuple(one for one in actors if is_named or not one.is_general)

    def has(self, text: str) -> bool:
        """Whether a name in a text is one of them, longer or shorter; or stands in the
        claim's own words.
        """
        words = _words(text)
        if words & self.roles:
            return False
        if self.means_all and not any(words <= _words(name) for name in self.names):
            return False
        if words and words <= _words(self.claimed):
            return True
        is_anothers = text in self.known and text not in self.names
        return not is_anothers and names_any(text, self.names)

    def is_within(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        lowered = text.lower()
        return any(_stands_in(lowered, name.lower()) for name in self.names)


def _names_nobody(name: str) -> bool:
    """Whether a name is only a word for any company: the company, Company b. No other name
    can be told from it.
    """
    words = re.findall(r"\w+", name.removeprefix("The ").removeprefix("the "))
    heads, rest = {word.lower() for word in words[:1]}, words[1:]
    return bool(heads & ANY_COMPANY) and not any(word[:1].isupper() for word in rest)


def names_any(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text is one of some names, longer or shorter."""
    words = _words(text)
    return any(words and (words <= _words(name) or _words(name) <= words) for name in names)


def _stands_in(text: str, name: str) -> bool:
    """Whether a name stands in a text as a word, which has no edges of its own where words
    stand together.
    """
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)) or any(
        is_whole(text, found.start(), found.end())
        for found in re.finditer(re.escape(name), text)
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - NO_NAME
