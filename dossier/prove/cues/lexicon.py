"""The words of one language that are cues, read from its file when the first text of that language asks for them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dossier.prove.cues.phrases import Phrases, expand

LANGUAGES = ("en",)
"""Those that have a file; texts in others have no cues."""
FAMILIES = (
    "plan", "condition", "doubt", "maybe", "estimate", "missed", "denial", "ended", "old", "up", "down", "change", "loss",

    "per", "part", "speaker", "other",
)  # fmt: skip
GRAMMAR = (
    "finite", "finite_or_noun", "objects", "finite_endings", "no_verb_behind", "no_verb_before", "apart", "subordinate",
    "relative", "and", "participles", "adverbs", "place_behind", "name_to_figure", "total", "pronouns", "abbreviations",
    "slots", "no_names", "by", "to", "be", "compares", "denial_ends", "not_old", "links", "of_name", "not_its_noun",
    "infinitive", "no_verb", "restarts", "not_subordinate", "conditional", "articles", "settles", "money", "scales",
    "percent", "finite_moves", "before_verb", "name_tails", "roles",
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
    within: Mapping[str, frozenset[str]]
    # What else a general word for a metric may stand for.
    agrees: Mapping[str, frozenset[str]]
    # The statuses that say the same as a cue, the plainest first.
    status: Mapping[str, str]
    grammar: Mapping[str, frozenset[str]]
    small: frozenset[str]
    # All words of the grammar: none of them is a name.
    own: Phrases
    # Words of ours that need words like them in the text.
    deniers: frozenset[str]
    # The first words of sentences that deny the one before.

    def begins_denial(self, words: Sequence[str]) -> bool:
        """Whether a sentence that begins so may deny the one before it; where words are not parted, any may."""
        return not self.deniers or any(word.lower() in self.deniers for word in words)


@cache
def lexicon_for(language: str) -> Lexicon | None:
    """The cues of the language of a tag such as en-AU; None where there is no file for it."""
    short = language.partition("-")[0].lower() or "en"
    return _load(short) if short in LANGUAGES else None


@cache
def _load(language: str) -> Lexicon:
    data = tomllib.loads((files(__package__) / "languages" / f"{language}.toml").read_text("utf-8"))
    lists = {"": data["idioms"]["words"], "skip": data["grammar"]["skip"]} | {
        family if name == "words" else f"{family}.{name}": words
        for family in FAMILIES for name, words in data[family].items()
        if isinstance(words, str) and name != "label"
    }  # fmt: skip
    grammar = {name: frozenset(expand(data["grammar"].get(name, ""))) for name in GRAMMAR}
    agrees = {family: tuple(data[family].get("agrees", ())) for family in FAMILIES}
    return Lexicon(
        language,
        Phrases.of(lists),
        Phrases.of({family: data[family]["label"] for family in FAMILIES if "label" in data[family]}),
        Phrases.of(data["metrics"]),
        {id: frozenset(expand(words)) for id, words in data["metrics_within"].items()},
        {family: frozenset(listed) for family, listed in agrees.items()},
        {family: listed[0] for family, listed in agrees.items() if listed},
        grammar,
        frozenset().union(*(grammar[name] for name in GRAMMAR if not name.endswith("endings"))),
        Phrases.of(data["own"]),
        frozenset(phrase.split()[0] for phrase in expand(data["denial"].get("after", ""))),
    )
