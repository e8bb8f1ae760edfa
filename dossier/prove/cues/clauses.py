"""The clauses of a sentence: how far a word such as `plans` or `not` can reach.

A clause ends at a sign (; : brackets, dashes), at a word such as `but` or `which`, and at
`and` or a comma behind which a verb of its own stands. What stands in brackets or between
dashes belongs to what it is set into, and a clause in -ing to the one before it. No grammar
is known but lists of words; what they do not tell apart counts as one clause, so that a cue
rather reaches too far than not far enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dossier.prove.cues.phrases import Tokens

VERB_WITHIN = 7  # words behind `and` or a comma in which the verb of a new clause stands
OPENING, CLOSING = "([", ")]"
SIGNS = f"{OPENING}{CLOSING}-;；,，"


Grammar = Mapping[str, frozenset[str]]
"""The lists of words of a language, by what they are for."""


def joined_lists(grammar: Grammar) -> Grammar:
    """Lists of several kinds of words as one, since each word of a text is looked for in
    them: those that may begin or end a clause, and those that may be its verb.
    """
    turning = ("apart", "relative", "subordinate", "conditional", "restarts")
    return {
        "turning": frozenset(SIGNS).union(*(grammar[name] for name in turning)),
        "verbs": grammar["finite"] | grammar["finite_or_noun"],
    }


class Link(Enum):
    """How a clause hangs on the one before it."""

    APART = "another statement"
    ASIDE = "set into it"
    PARTICIPLE = "told along with it"
    WHEN = "when or why"
    RELATIVE = "about a thing in it"


@dataclass(frozen=True)
class Clause:
    """One clause: how it hangs on which other; the first hangs on none."""

    link: Link
    parent: int


@dataclass(frozen=True)
class Clauses:
    """The clause of each word."""

    all: tuple[Clause, ...]
    of: tuple[int, ...]

    def reaches(self, one: int, other: int, links: frozenset[Link]) -> bool:
        """Whether what is said at one word is said at another: in the same clause, or in
        one that hangs on it so.
        """
        wanted, at = self.of[one], self.of[other]
        while at != wanted:
            clause = self.all[at]
            if clause.parent == at or clause.link not in links:
                return False
            at = clause.parent
        return True


class _Splitter:
    """Goes through a sentence once, and notes the clause of each word."""

    def __init__(
        self,
        tokens: Tokens,
        grammar: Grammar,
        figures: frozenset[int],
        verbs: tuple[bool, ...],
    ) -> None:
        self.tokens, self.keys, self.grammar, self.figures, self.verbs = (
            tokens,
            tokens.keys,
            grammar,
            figures,
            verbs,
        )
        self.clauses = [Clause(Link.APART, 0)]
        self.stack = [0]
        self.has_verb = {0: False}
        self.after_comma = {0: False}
        self.just_closed = -1
        self.saying = frozenset[str]()
        self.opens_dash = self.until_comma = False

    def split(self) -> Clauses:
        """The clause of each word."""
        of: list[int] = []
        for at, key in enumerate(self.keys):
            turns = key in self.grammar["turning"]
            if turns and self._closes_before(at, key):
                self.stack.pop()
            if turns:
                self._open(at, key)
            of.append(self.stack[-1])
            if self.verbs[at]:
                self.has_verb[self.stack[-1]] = True
            if turns and key in CLOSING and self._within(Link.ASIDE):
                self.stack.pop()
        return Clauses(tuple(self.clauses), tuple(of))

    def _within(self, link: Link) -> bool:
        return len(self.stack) > 1 and self.clauses[self.stack[-1]].link is link

    def _push(self, link: Link, at: int = 0) -> None:
        self.clauses.append(Clause(link, self.stack[-1]))
        self.after_comma[len(self.clauses) - 1] = at > 0 and self.keys[at - 1] in ",，"
        self.stack.append(len(self.clauses) - 1)
        self.has_verb[self.stack[-1]] = False

    def _restart(self) -> None:
        """A new statement, which hangs on none."""
        self.clauses.append(Clause(Link.APART, self.stack[-1]))
        self.stack = [len(self.clauses) - 1]
        self.has_verb[self.stack[-1]] = False

    def _open(self, at: int, key: str) -> None:
        if key in OPENING:
            self._push(Link.ASIDE)
        elif self._is_dash(at):
            self._dash(at)
        elif key in ";；" or (key in self.grammar["apart"] and at > 0):
            self._restart()
        elif self._begins_relative(at, key):
            self._push(Link.RELATIVE)
        elif self._begins_subordinate(at, key):
            self._push(Link.WHEN, at)
        elif (
            key in self.grammar["restarts"]
            and self.has_verb[self.stack[-1]]
            and self._has_verb_ahead(at + 1)
        ):
            self._restart()
        elif key in ",，":
            self._comma(at)

    def _comma(self, at: int) -> None:
        if self.grammar["comma_parts"]:
            self._restart()
            return
        if at != self.just_closed and self._sets_in(at):
            self._push(Link.ASIDE)
            self.until_comma = True
            return
        after = self.keys[at + 1] if at + 1 < len(self.keys) else ""
        if any(
            len(after) > 4 and after.endswith(ending)
            for ending in self.grammar["participles"]
        ):
            self._push(Link.PARTICIPLE)
        elif at == self.just_closed:
            return
        elif (
            self.has_verb[self.stack[-1]]
            and not any(self.verbs[at + 1 : at + 2])
            and self._has_verb_ahead(at + 1)
        ):
            self._restart()

    def _sets_in(self, at: int) -> bool:
        """Whether a comma and the next one set in who says so: did not, its chairman said,
        sell.
        """
        for place in range(at + 1, min(at + 1 + VERB_WITHIN, len(self.keys))):
            if self.keys[place] in ",，":
                return self.keys[place - 1] in self.saying
            if place in self.figures or self.keys[place] in ";:()":
                return False
        return False

    def _is_dash(self, at: int) -> bool:
        text, start, end = self.tokens.text, self.tokens.starts[at], self.tokens.ends[at]
        return (
            self.keys[at] == "-"
            and text[start - 1 : start] == " "
            and text[end : end + 1] == " "
        )

    def _dash(self, at: int) -> None:
        if self._within(Link.ASIDE) and self.opens_dash:
            self.stack.pop()
            self.opens_dash = False
        else:
            self.opens_dash = True
            self._push(Link.ASIDE)

    def _begins_relative(self, at: int, key: str) -> bool:
        return key in self.grammar["relative"] and at > 0

    def _begins_subordinate(self, at: int, key: str) -> bool:
        """Whether `as`, `after` and the like begin a clause, and do not stand before a
        noun, or in `as much as`.
        """
        is_one = key in self.grammar["subordinate"] and self._has_verb_ahead(at + 1)
        if key in self.grammar["not_before_verb"] and any(self.verbs[at + 1 : at + 2]):
            return False
        beside = {*self.keys[max(0, at - 1) : at], *self.keys[at + 1 : at + 2]}
        opens = (
            at == 0
            and key in self.grammar["subordinate"] | self.grammar["conditional"]
            and self._has_main()
        )
        return opens or (is_one and not beside & self.grammar["not_subordinate"])

    def _has_main(self) -> bool:
        """Whether behind the first comma of the sentence a verb stands."""
        comma = next(
            (at for at, key in enumerate(self.keys) if key in ",，"), len(self.keys)
        )
        return any(self.verbs[comma:])

    def _closes_before(self, at: int, key: str) -> bool:
        """Whether a comma ends what a word such as `which` or `while` has begun."""
        if key not in ",，" or len(self.stack) < 2:
            return False
        if (
            self.clauses[self.stack[-1]].link is Link.WHEN
            and not self.has_verb[self.stack[-2]]
        ):
            return True
        if not self.has_verb[self.stack[-1]]:
            return False
        if self.until_comma and self._within(Link.ASIDE):
            self.until_comma, self.just_closed = False, at
            return True
        link = self.clauses[self.stack[-1]].link
        if link is Link.RELATIVE:
            return self._has_verb_ahead(at + 1)
        # A sentence that begins with `while` or `as` has its statement behind the comma; so
        # has one with `, as told,` in it.
        return link is Link.WHEN and self.after_comma[self.stack[-1]]

    def _has_verb_ahead(self, first: int) -> bool:
        """Whether a verb stands before the next sign or figure."""
        for at in range(first, min(first + VERB_WITHIN, len(self.keys))):
            if self.keys[at] in ",;:()，；：" or at in self.figures:
                return False
            if self.verbs[at]:
                return True
        return False


def split(
    tokens: Tokens,
    grammar: Grammar,
    figures: frozenset[int],
    verbs: tuple[bool, ...],
    says: frozenset[str],
) -> Clauses:
    """The clauses of a sentence; `figures` are words within a figure, `says` verbs of
    saying.
    """
    splitter = _Splitter(tokens, grammar, figures, verbs)
    splitter.saying = says
    return splitter.split()


def verbs_in(tokens: Tokens, grammar: Grammar, figures: frozenset[int]) -> tuple[bool, ...]:
    """Which words of a sentence are verbs that carry a clause."""
    endings, known = tuple(grammar["finite_endings"]), grammar["verbs"]
    return tuple(
        [
            (key in known or (at > 0 and len(key) > 4 and key.endswith(endings)))
            and _is_verb(tokens, grammar, figures, at)
            for at, key in enumerate(tokens.keys)
        ]
    )


def _is_verb(tokens: Tokens, grammar: Grammar, figures: frozenset[int], at: int) -> bool:
    keys, key = tokens.keys, tokens.keys[at]
    before = keys[at - 1] if at else ""
    after = keys[at + 1] if at + 1 < len(keys) else ""
    if key in grammar["finite"]:
        # Within a sentence, May with a capital letter is a month.
        return before != "to" and not (at > 0 and tokens.text[tokens.starts[at]].isupper())
    if key in grammar["finite_or_noun"]:
        leads = at + 1 in figures or after in grammar["objects"]
        return leads and before != "to" and before not in grammar["no_verb_behind"]
    is_second = before in grammar["restarts"] and key in grammar["finite_moves"]
    if is_second and (at + 1 in figures or after in grammar["objects"]):
        return True
    is_free = before not in grammar["no_verb_behind"] and not before.endswith(
        tuple(grammar["adverbs"] or ["\0"])
    )
    return is_free and (
        key in grammar["finite_moves"] or after not in grammar["no_verb_before"]
    )
