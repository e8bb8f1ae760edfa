"""The cue that a name stands in the sentence, but not as what the claim calls it: deputy,
no longer, of another company.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.claims import Status
from dossier.model.proofs import ClaimPart, Look
from dossier.prove.cues import outlook
from dossier.prove.cues.actors import names_any
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.lexicon import Lexicon, lexicon_for
from dossier.prove.cues.names import Actor, actors_of
from dossier.prove.cues.phrases import Mark, Tokens, tags_of
from dossier.prove.cues.scenes import Scene, SentenceSpan, scene_of
from dossier.prove.cues.sentences import sentence_at
from dossier.prove.frames import Frame
from dossier.prove.words import Words
from dossier.texts.passages import Span

CUE = "role"
BESIDE = 2  # words between such as `deputy` and the role: vice group chief executive
OVER = 4  # words between `was` and the role: was for years the chief executive
STEM = 5  # letters by which a word of a claim is told in a text: auditor, audited
OUTLOOK = (
    outlook.denial, outlook.ended, outlook.plan, outlook.condition, outlook.maybe, outlook.doubt,
)  # fmt: skip


@dataclass(frozen=True)
class _Named:
    """A name that a value gives, in its sentence."""

    ask: FoundPart
    names: tuple[str, ...]
    # Every name of what the value names.

    @property
    def scene(self) -> Scene:
        """The sentence."""
        return self.ask.scene

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words."""
        return self.ask.spot.keys

    @property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return self.ask.lexicon

    @property
    def subject(self) -> tuple[str, ...]:
        """The names of whom the claim is about."""
        return tuple(name for name in self.ask.frame.own if name not in self.names)


def look_at_role(
    part: ClaimPart, span: Span, words: Words, frame: Frame, names: tuple[str, ...]
) -> tuple[Look, ...]:
    """What asks a person whether a name in its sentence is what the claim calls it; none
    where there are no words for it.
    """
    lexicon = lexicon_for(words.language)
    if lexicon is None or not lexicon.offices:
        return ()
    start, end = sentence_at(words.view, span[0], lexicon.grammar["abbreviations"])
    text = words.view.flat[start:end]
    start += len(text) - len(text.lstrip())
    scene = scene_of(text.strip(), words.language, lexicon)
    first, last = scene.span_of(span[0] - start, span[1] - start)
    spot = SentenceSpan(scene, first, max(last, first + 1))
    named = _Named(
        FoundPart(spot, part, None, False, frame, words.view, (start, end)), names
    )
    found: dict[str, Look] = {}
    for look in _looks(named):
        found.setdefault(look.cue, look)
    return tuple(found.values())


def _looks(named: _Named) -> Iterator[Look]:
    ask = named.ask
    told = [*_told(named, ask.frame.says())]
    for rule in OUTLOOK:
        yield from rule(ask)
        for mark in told:
            yield from rule(
                FoundPart(
                    _at(ask.spot, mark),
                    ask.part,
                    None,
                    False,
                    ask.frame,
                    ask.view,
                    ask.sentence,
                )
            )
    yield from _over(named)
    for mark in told:
        yield from (Look(CUE, words) for words in _another(named, mark))
    turned = [mark for mark in _told(named, ask.frame.property.inverse) if mark not in told]
    if told and not turned:
        yield from (
            Look(CUE, one.text)
            for mark in told
            if (one := _owner(named, mark, named.subject))
        )
    elif turned:
        yield from _turned(named, told, turned)
    elif not told and _lacks_words(named):
        yield Look(CUE, ask.scene.tokens.words(ask.spot.first, ask.spot.last))


def _turned(named: _Named, told: list[Mark], turned: list[Mark]) -> Iterator[Look]:
    """Words of the other end: Acme is a subsidiary of Borealis tells that Borealis is a
    parent, and of whom.
    """
    marks = [
        *((mark, named.subject) for mark in told),
        *((mark, named.names) for mark in turned),
    ]
    yield from (
        Look(CUE, one.text) for mark, whose in marks if (one := _owner(named, mark, whose))
    )
    if not told and not any(_is_owned(named, mark) for mark in turned):
        yield Look(CUE, named.scene.words(turned[0]))


def _is_owned(named: _Named, mark: Mark) -> bool:
    """Whether a role is told to be that of what the value names."""
    return any(names_any(one.text, named.names) for one in _owners(named, mark))


def _at(spot: SentenceSpan, mark: Mark) -> SentenceSpan:
    return SentenceSpan(spot.scene, mark.first, mark.last)


def _told(named: _Named, words: str) -> Iterator[Mark]:
    """Where a sentence has the role that some words name, in any words for it."""
    lists = [one for one in (named.lexicon, named.lexicon.base) if one]
    keys = Tokens.of(words).keys
    wanted = tags_of(mark for one in lists for mark in one.offices.find(keys))
    return (mark for mark in named.lexicon.offices.find(named.keys) if mark.tags & wanted)


def _lacks_words(named: _Named) -> bool:
    """Whether a sentence has no word of the role. Of another language than that of claims
    only the lists tell, so that a role without one is passed over.
    """
    if named.lexicon.base is None:
        return not _has_words(named)
    claimed = Tokens.of(named.ask.frame.says()).keys
    wanted = tags_of(named.lexicon.base.offices.find(claimed))
    return bool(wanted & named.lexicon.offices.tags)


def _has_words(named: _Named) -> bool:
    """Whether a sentence has a word of the claim, or makes the subject what belongs to the
    name: Acme's Heron.
    """
    spot, frame = named.ask.spot, named.ask.frame
    stems = {
        key[:STEM]
        for words in (frame.says(), *frame.property.also)
        for key in Tokens.of(words).keys
        if len(key) > 3
    }
    outside = (key for at, key in enumerate(named.keys) if not spot.first <= at < spot.last)
    if any(key[:STEM] in stems for key in outside):
        return True
    behind = named.keys[spot.last : spot.last + 1]
    return behind == ("'s",) and any(
        one.first == spot.last + 1 and names_any(one.text, named.subject)
        for one in _actors(named)
    )


def _over(named: _Named) -> Iterator[Look]:
    """Was until, declined to become, used to be: not now, or not at all; silent where the
    claim tells the time.
    """
    beside, spot = named.lexicon.beside_offices, named.ask.spot
    is_dated = named.ask.frame.period is not None or named.ask.frame.status in (
        Status.DENIED,
        Status.CANCELLED,
    )
    for mark in beside.find(named.keys):
        is_over = "over" in mark.tags and not is_dated and "old" not in named.ask.said
        if ("refused" in mark.tags or is_over) and (
            spot.shares_clause(mark.first) or _is_of_role(named, mark)
        ):
            yield Look(CUE, named.scene.words(mark))


def _is_of_role(named: _Named, mark: Mark) -> bool:
    """Whether a word stands in one clause with the role itself: who led it until 2019."""
    of = named.scene.clauses.of
    told = _told(named, named.ask.frame.says())
    return any(of[mark.first] == of[role.first] for role in told)


def _another(named: _Named, mark: Mark) -> Iterator[str]:
    """What makes another role of one: deputy, the granddaughter of; silent where the claim
    says so too.
    """
    claimed = {*named.ask.claimed.keys}
    for one in named.lexicon.beside_offices.find(named.keys):
        told = {*named.keys[one.first : one.last]}
        gap = mark.first - one.last if one.last <= mark.first else one.first - mark.last
        reach = OVER if "kin" in one.tags else BESIDE if "another" in one.tags else -1
        is_beside = 0 <= gap <= (reach if one.last <= mark.first else 0)
        if (
            is_beside
            and ("behind" in one.tags or one.last <= mark.first)
            and not told <= claimed
        ):
            yield named.scene.words(one)


def _owner(named: _Named, mark: Mark, whose: tuple[str, ...]) -> Actor | None:
    """Whose role it is told to be, if not that of whom it should be."""
    return next(
        (one for one in _owners(named, mark) if not names_any(one.text, whose)), None
    )


def _owners(named: _Named, mark: Mark) -> Iterator[Actor]:
    """Who is named as having somebody in the role: a founder of Acme, Acme's new chief
    executive.
    """
    of, articles = named.lexicon.grammar["of_name"], named.lexicon.grammar["articles"]
    for one in _actors(named):
        before, behind = (
            named.keys[mark.last : one.first],
            named.keys[one.last : mark.first],
        )
        is_behind = one.first > mark.last and before[0] in of and {*before[1:]} <= articles
        has = (
            one.last <= mark.first
            and not named.lexicon.grammar["owner_marks"].isdisjoint(behind[:1])
            and len(behind) <= 1 + BESIDE
        )
        is_bare = (
            one.last == mark.first
            and one.is_company
            and not names_any(one.text, named.names)
        )
        if is_behind or has or is_bare:
            yield one


def _actors(named: _Named) -> tuple[Actor, ...]:
    return actors_of(named.scene, named.ask.frame.known)
