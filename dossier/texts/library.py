"""All texts at hand. They are looked through as a whole only for quotes that are not where
they should be.
"""

import re
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
    def words(self) -> Mapping[str, frozenset[str]]:
        """The words and numbers of each source, by its id."""
        return {
            source: frozenset().union(*(TOKEN.findall(view.flat) for view in text.views))
            for source, text in self.texts.items()
        }

    def having(self, quote: Quote) -> tuple[str, ...]:
        """The sources whose text has a quote."""
        wanted = frozenset(TOKEN.findall(quote.words))
        sources = [source for source, words in self.words.items() if wanted <= words]
        return tuple(
            source
            for source in sorted(sources if wanted else ())
            if find_passages(self.texts[source], quote)
        )
