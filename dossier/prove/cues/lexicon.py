"""The words of one language that are cues, read from its file when the first text of that
language asks for them.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from dossier.figures.grammars import grammar_of
from dossier.model.currencies import CURRENCIES
from dossier.model.languages import Words
from dossier.prove.cues.clauses import joined_lists
from dossier.prove.cues.phrases import Phrases, expand

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "zh", "ja", "ko")
"""Those that have a file; texts in others have no cues."""
BASE = "en"
"""The language whose file also says what agrees with a cue, and what a general word for a
metric may stand for.
"""
FAMILIES = (
    "plan", "condition", "doubt", "maybe", "estimate", "missed", "denial", "ended", "old", "up", "down", "change", "doing",
    "loss", "per", "part", "speaker", "other", "since", "adjusted",
)  # fmt: skip
TIMES = ("cumulative", "grain", "length", "compared")
"""Families of words that tell what time a figure is of, or how much more it is than
another's; looked for apart from the others, whose words they share.
"""
SECTIONS = (
    "idioms", "grammar", "metrics", "metrics_within", "metrics_kinds", "metrics_told", "metrics_beside",
    "own", "events", "events_label", "offices", "beside_offices", "neutral", *FAMILIES, *TIMES,
)  # fmt: skip
COMPOUND = 6  # letters of a word by which the end of a longer one is told
GRAMMAR = (
    "finite", "finite_or_noun", "objects", "finite_endings", "no_verb_behind", "no_verb_before", "apart", "subordinate",
    "relative", "and", "participles", "adverbs", "place_behind", "name_to_figure", "total", "pronouns", "abbreviations",
    "slots", "no_names", "by", "to", "be", "compares", "denial_ends", "not_old", "links", "of_name", "not_its_noun",
    "infinitive", "no_verb", "restarts", "not_subordinate", "conditional", "articles", "settles", "money", "scales",
    "percent", "finite_moves", "before_verb", "name_tails", "roles", "since",
    "verb_is_last", "no_capitals", "comma_parts", "when", "noun_endings", "amounts",
    "nouns_of_change", "owner_marks", "names_nothing",
    "markets", "whole_market", "market_of", "having", "those", "have", "been", "general", "not_before_verb",
    "listed_in", "months_joined", "whole_of", "of_whole", "attaches",
)  # fmt: skip
"""Lists of words that tell clauses, names and what stands between a cue and its figure."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The cues of one language."""

    language: str
    cues: Phrases
    # Tagged by family, and `family.list` for every list but the first.
    labels: Phrases
    # What claims say that agrees with a cue, tagged by family.
    metrics: Phrases
    told: frozenset[str]
    # The metrics of which it is known what tells of them.
    told_metrics: Phrases
    # What tells of a metric without its noun: employs, earned.
    beside_metrics: Phrases
    # What makes another base of a metric: agency workers beside employees.
    times: Phrases
    # What time a figure is of, tagged as the cues are.
    within: Mapping[str, frozenset[str]]
    # What else a general word for a metric may stand for.
    kinds: Mapping[str, frozenset[str]]
    # Which metrics count things, and which are money.
    agrees: Mapping[str, tuple[str, ...]]
    # The statuses that say the same as a cue, the plainest first.
    grammar: Mapping[str, frozenset[str]]
    small: frozenset[str]
    # All words of the grammar: none of them is a name.
    deniers: frozenset[str]
    # The first words of sentences that deny the one before.
    correctors: frozenset[str]
    # A word of each phrase that puts a figure right in the sentence behind.
    own: Phrases
    # Words of ours that need words like them in the text: because, more than; and those of
    # a list that goes on.
    events: Phrases
    # What happens on a day, tagged by what it is: founded, opened, listed.
    claimed_events: Phrases
    # The same in claims, which may name a state: in office.
    offices: Phrases
    # What somebody can be to another, tagged by what it is: chief executive, subsidiary.
    beside_offices: Phrases
    # What makes another of it, or tells that it is over or never was: deputy, until,
    # declined to become.
    neutral: Phrases
    # Words that leave a figure what it is, tagged by what they are; none where nobody has
    # listed them.
    companies: tuple[str, ...]
    # How compounds end that are words for a company: Laserhersteller.
    base: "Lexicon | None"
    # In whose language claims may be worded all the same; None for itself.

    @cached_property
    def units(self) -> frozenset[str]:
        """What makes a number an amount or a share, and what scales it."""
        return self.grammar["money"] | self.grammar["scales"] | self.grammar["percent"]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words with which a phrase that is looked for in sentences may begin."""
        lists = (
            self.cues, self.metrics, self.told_metrics, self.beside_metrics, self.times, self.events,
            self.neutral,
        )  # fmt: skip
        return frozenset().union(*(one.beginnings for one in lists))

    @property
    def verb_is_last(self) -> bool:
        """Whether a verb may stand behind what it governs."""
        return bool(self.grammar["verb_is_last"])

    @property
    def tells_names(self) -> bool:
        """Whether capital letters and verbs tell the names of a sentence, and which of them
        is its subject.
        """
        return not self.grammar["no_capitals"]

    def begins_denial(self, words: Sequence[str]) -> bool:
        """Whether a sentence that begins so may deny the one before it; where words are not
        parted, any may.
        """
        return any(word.lower().strip(",.") in self.deniers for word in words)

    def may_correct(self, sentence: str) -> bool:
        """Whether a sentence may tell that what stands before it was put right."""
        small = sentence.lower()
        return any(word in small for word in self.correctors)


@cache
def lexicon_for(language: str) -> Lexicon | None:
    """The cues of the language of a tag such as en-AU; None where there is no file for it."""
    short = language.partition("-")[0].lower() or BASE
    return _load(short) if short in LANGUAGES else None


def read_file(language: str) -> Mapping[str, Any]:
    """The file of a language, as it is written."""
    return tomllib.loads(
        (files(__package__) / "languages" / f"{language}.toml").read_text("utf-8")
    )


@cache
def _load(language: str) -> Lexicon:
    data = read_file(language)
    base = None if language == BASE else _load(BASE)
    grammar = {name: frozenset(expand(data["grammar"].get(name, ""))) for name in GRAMMAR}
    grammar |= {
        name: grammar[name] | read for name, read in _beside_numbers(language).items()
    }
    grammar |= joined_lists(grammar)
    return Lexicon(
        language=language,
        cues=Phrases.of(_lists(data)),
        labels=Phrases.of(
            {
                family: data.get(family, {}).get("label", "")
                for family in (*FAMILIES, *TIMES)
            }
        ),
        metrics=Phrases.of(data.get("metrics", {})),
        told=frozenset(data.get("metrics_told", {})),
        told_metrics=Phrases.of(data.get("metrics_told", {})),
        beside_metrics=Phrases.of(data.get("metrics_beside", {})),
        times=Phrases.of(dict(_lists_of(data, TIMES))),
        within=(
            base.within
            if base
            else {
                id: frozenset(expand(words)) for id, words in data["metrics_within"].items()
            }
        ),
        kinds=(
            base.kinds
            if base
            else {
                kind: frozenset(expand(words))
                for kind, words in data["metrics_kinds"].items()
            }
        ),
        agrees=(
            base.agrees
            if base
            else {family: tuple(data[family].get("agrees", ())) for family in FAMILIES}
        ),
        grammar=grammar,
        small=frozenset().union(
            *(grammar[name] for name in GRAMMAR if not name.endswith("endings"))
        ),
        deniers=frozenset(
            phrase.split()[0] for phrase in expand(data["denial"].get("after", ""))
        ),
        correctors=_correctors(data["old"]),
        own=Phrases.of(data.get("own", {})),
        events=Phrases.of(data.get("events", {})),
        claimed_events=Phrases.of(
            _joined(data.get("events", {}), data.get("events_label", {}))
        ),
        offices=Phrases.of(data.get("offices", {})),
        beside_offices=Phrases.of(data.get("beside_offices", {})),
        neutral=Phrases.of(_neutral(data, grammar)),
        companies=tuple(
            word.lower()
            for word in expand(data.get("neutral", {}).get("company", ""))
            if len(word) >= COMPOUND
        ),
        base=base,
    )


def _correctors(old: Mapping[str, str]) -> frozenset[str]:
    """A word of each phrase that tells that a figure was put right: its longest."""
    phrases = (*expand(old.get("corrected", "")), *expand(old.get("after", "")))
    return frozenset(max(phrase.split(), key=len).lower() for phrase in phrases)


def _neutral(
    data: Mapping[str, Any], grammar: Mapping[str, frozenset[str]]
) -> Mapping[str, str]:
    """The words that turn nothing; in the shorter lists of other languages than English all
    that tells clauses and verbs counts among them, but for names.
    """
    lists: Mapping[str, str] = data.get("neutral", {})
    if not lists or "metrics_kinds" in data:
        return lists
    words = frozenset().union(
        *(grammar[name] for name in GRAMMAR if not name.endswith("endings"))
    )
    named = (word for word in sorted(words - grammar["no_names"]) if word not in ",、，")
    return {**lists, "grammar": ", ".join(named)}


def _beside_numbers(language: str) -> Mapping[str, frozenset[str]]:
    """The currencies and scales that figures of the language are read with; no word of them
    is a name.
    """
    read = grammar_of(language)
    if read is None:
        return {}
    money = {**read.table.currencies, **read.table.before_amounts}.values()
    scales = (*read.table.scales.values(), *read.table.glued.values())
    return {
        "money": _bare(money) | {code.lower() for code in CURRENCIES},
        "scales": _bare(scales),
    }


def _bare(lists: Iterable[Words]) -> frozenset[str]:
    """The words of several lists in small letters and without a dot."""
    return frozenset(word.lower().rstrip(".") for words in lists for word in words)


def _joined(one: Mapping[str, str], other: Mapping[str, str]) -> Mapping[str, str]:
    """Two sections of lists as one."""
    return {
        tag: ", ".join(filter(None, (one.get(tag, ""), other.get(tag, ""))))
        for tag in {**one, **other}
    }


def _lists(data: Mapping[str, Any]) -> Mapping[str, str]:
    """The lists that are looked for in texts, by their tags."""
    found = {"": data["idioms"]["words"], "skip": data["grammar"].get("skip", "")}
    return {**found, **dict(_lists_of(data, FAMILIES))}


def _lists_of(
    data: Mapping[str, Any], families: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The lists of some families but for those of claims, by their tags."""
    for family in families:
        for name, words in data.get(family, {}).items():
            if name not in ("label", "agrees"):
                yield family if name == "words" else f"{family}.{name}", words
