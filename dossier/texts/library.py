"""All texts at hand. They are looked through as a whole only for quotes that are not where
they should be.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model.languages import Table
from dossier.texts.archive import Text
from dossier.texts.passages import Quote, find_passages

TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class Library:
    """The texts by the ids of their sources."""

    texts: Mapping[str, Text]
    languages: Mapping[str, Table] = field(default_factory=dict)
    # The words of languages that the site brings.

    @cached_property
    def index(self) -> Mapping[str, set[str]]:
        """The sources that have a word or number."""
        found: dict[str, set[str]] = defaultdict(set)
        for source, text in self.texts.items():
            for flat in {view.flat for view in text.views}:
                for token in set(TOKEN.findall(flat)):
                    found[token].add(source)
        return dict(found)

    def having(self, quote: Quote) -> tuple[str, ...]:
        """The sources whose text has a quote."""
        tokens = set(TOKEN.findall(quote.words))
        nowhere: set[str] = set()
        sources = (
            set.intersection(*(self.index.get(token, nowhere) for token in tokens))
            if tokens
            else nowhere
        )
        return tuple(
            source for source in sorted(sources) if find_passages(self.texts[source], quote)
        )
