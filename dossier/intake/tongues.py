"""In which language a text is, guessed by its smallest words: those that every page has and
no other language shares in such numbers. Where two come close, nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Mapping

from dossier.model.scripts import HANGUL, KANA

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in that is was for it with its has from by which",
        "de": "der die das und nicht mit ist auf für von den dem ein eine im sich wurde",
        "fr": "le la les des et est une dans pour que du au par sur avec qui",
        "es": "el la los las del y es una por con que para se su más fue",
        "pt": "o os as do da dos das e uma por com que para não em foi",
        "it": "il lo gli della del dei e è una per con che nel di sono alla",
        "nl": "de het een en van niet met is op voor dat zijn aan ook werd uit",
    }.items()
}
SCRIPTS = (("ja", f"[{KANA}]"), ("ko", f"[{HANGUL}]"))
"""Scripts that one language alone is written in."""
LEAST = 12
"""Small words that a text must have, so that chance does not decide."""
AHEAD = 2
"""How many times as many a language must have as the next."""
MUCH = 0.1
"""Which part of a text a script must be; names of companies stand in other texts too."""


def language_of(text: str) -> tuple[str, str]:
    """The tag of a language and by which words it was guessed; both empty where it cannot
    be told.
    """
    for language, script in SCRIPTS:
        if len(re.findall(script, text)) > MUCH * len(text):
            return language, "its script"
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    counts = {
        language: sum(words[word] for word in small)
        for language, small in SMALL_WORDS.items()
    }
    first, second = sorted(counts, key=lambda one: -counts[one])[:2]
    if counts[first] < LEAST or counts[first] < AHEAD * counts[second]:
        return "", ""
    commonest = sorted(SMALL_WORDS[first], key=lambda word: (-words[word], word))[:3]
    return first, f"its words, such as “{'”, “'.join(commonest)}”"
