"""What our labels, notes, summaries and narratives say that no quote of what they stand on
has.

A label and a note stand on the passages of their fact, a summary on all that is quoted of
its source, and a sentence of a narrative on the passages and facts that it cites or shows;
a heading stands on what the sentences below it stand on. What a fact says itself, in its
values and dates, counts as a quote would: it has a level of its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice, takewhile

from dossier.figures.days import find_days
from dossier.mapping import Mapped, in_groups, one_by_one
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact, FactId
from dossier.model.own_words import PLAIN, AllOurs, Ours, Own, OwnWording, Said, Where
from dossier.model.places import Place, Position
from dossier.model.prose_sentences import Sentence, sentences_of
from dossier.model.sources import Body, Source
from dossier.model.values import names_in, singles_in, written
from dossier.wording.held import DateSpan, figures_of, without_quote
from dossier.wording.measured import MEASURED
from dossier.wording.names import NameIndex

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|「([^「」]+)」")
LETTERS = re.compile(r"[^\W\d_]{2}")
"""What makes words of a quotation: “$” is a sign."""
SHOWN = re.compile(r"\{\{[^{}]*\}\}")
"""A value that a narrative shows, which is none of its own words."""
SPACES = re.compile(r"\s+")
MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        "\u00a0": " ",
        "\u202f": " ",
    }
)


@dataclass(frozen=True)
class Support:
    """What some of our words stand on."""

    quotes: tuple[tuple[str, str], ...] = ()
    # With the language of each.
    dates: tuple[DateSpan, ...] = ()
    # Those that facts say themselves.
    named: frozenset[str] = frozenset()
    # The ids of those whom facts are about.

    @classmethod
    def of(cls, supports: Sequence["Support"]) -> "Support":
        """What several are together."""
        if len(supports) == 1:
            return supports[0]
        return cls(
            tuple(quote for one in supports for quote in one.quotes),
            tuple(date for one in supports for date in one.dates),
            frozenset[str]().union(*(one.named for one in supports)),
        )

    @cached_property
    def text(self) -> str:
        """All of its words, in one typography."""
        return _folded(" | ".join(words for words, _ in self.quotes))


LEAST, MOST = 200, 500
"""Facts and summaries whose words are looked at a time, where several processes do it."""
EACH = 4
"""Parts of them that a process looks at before it makes room for another."""
PARTS = 32
"""Into so many they are parted where each has neither more nor fewer than that."""
Part = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of companies, and of sources."""


def read_wording(
    content: Content, mapped: Mapped = one_by_one, *, summaries: bool = True
) -> AllOurs:
    """All words of ours in a content folder; those of summaries only where they are asked
    for. `mapped` looks at some of them at a time.
    """
    reader = _OwnReader(content, NameIndex.known_to(content))
    summed = tuple(_summed(content)) if summaries else ()
    reader.index(with_sources=bool(summed))
    found = [*mapped(_read_part, reader, [*_parts(content, summed)], EACH)]
    return AllOurs(
        {slug: ours for one in found for slug, ours in one.companies.items()},
        {id: ours for one in found for id, ours in one.sources.items() if ours.sentences},
    )


def _summed(content: Content) -> Iterator[str]:
    """The sources that have a summary."""
    return (
        one.id
        for one in content.sources.values()
        if one.body is Body.SUMMARY and one.below.packed
    )


def _parts(content: Content, summed: tuple[str, ...]) -> Iterator[Part]:
    facts = {slug: len(company.facts) for slug, company in content.companies.items()}
    most = min(MOST, max(LEAST, (sum(facts.values()) + len(summed)) // PARTS))
    yield from ((slugs, ()) for slugs in in_groups((*facts,), facts.__getitem__, most))
    yield from (((), ids) for ids in in_groups(summed, lambda _: 1, most))


def _read_part(reader: "_OwnReader", part: Part) -> AllOurs:
    companies, sources = reader.content.companies, reader.content.sources
    return AllOurs(
        {slug: reader.of_company(companies[slug]) for slug in part[0]},
        {id: reader.of_summary(sources[id]) for id in part[1]},
    )


class _OwnReader:
    """Reads texts of ours against what they stand on."""

    def __init__(self, content: Content, names: NameIndex) -> None:
        self.content, self.names = content, names
        self.supports: dict[FactId, Support] = {}

    def index(self, *, with_sources: bool) -> None:
        """Have ready what is looked up, for all processes at once."""
        self.content.index()
        _ = self._quoted if with_sources else ()

    def of_company(self, company: Company) -> Ours:
        """Narrative, labels and notes."""
        told = self._narrative(company)
        wording = _of_sentences([(items, one.at) for one, items in told], Where.NARRATIVE)
        noted = [(fact, *one) for fact in company.facts for one in self._of_fact(fact)]
        own = [
            one
            for fact, where, _, at, items in noted
            for one in _own(items, where, at, fact=fact.id)
        ]
        return replace(
            wording,
            held=wording.held
            + sum(is_held for *_, items in noted for _, _, is_held in items),
            own=(*wording.own, *own),
            notes={
                (fact.id, text): _standing(items)
                for fact, where, text, _, items in noted
                if where is Where.NOTE and items
            },
            passages=sum(_stands_on_words(one) for one, _ in told),
            whole=sum(bool(one.citations) and not _stands_on_words(one) for one, _ in told),
        )

    def of_summary(self, source: Source) -> Ours:
        """The summary of a source."""
        support = self._of_source(source)
        return _of_sentences(
            [
                (self._items(one.text, lambda: support), one.at)
                for one in sentences_of(source.summary)
            ],
            Where.SUMMARY,
            source.id,
        )

    def _of_fact(self, fact: Fact) -> Iterator[tuple[Where, str, Position, "Items"]]:
        ground = partial(self._ground, fact.id)
        for where, text, place, key in _texts_of(fact):
            if text:
                yield where, text, place.of(key), self._items(text, ground)

    def _narrative(self, company: Company) -> Sequence[tuple[Sentence, "Items"]]:
        sentences = tuple(sentences_of(company.overview))
        support = partial(self._support, company, sentences)
        return [
            (one, self._items(SHOWN.sub("…", one.text), partial(support, place)))
            for place, one in enumerate(sentences)
        ]

    def _support(
        self, company: Company, sentences: Sequence[Sentence], place: int
    ) -> Support:
        """What a sentence stands on; a heading, on what those below it do."""
        own = self._of_sentence(sentences[place], company)
        if not sentences[place].is_heading:
            return own
        below = (self._of_sentence(one, company) for one in _below(place, sentences))
        return Support.of((own, *below))

    def _of_sentence(self, sentence: Sentence, company: Company) -> Support:
        sources = self.content.sources
        quotes = ((one.quote, one.source) for one in sentence.citations if one.quote)
        told = tuple(
            (quote, sources[source].language)
            for quote, source in quotes
            if source in sources
        )
        own = Support(told, named=frozenset({company.slug}))
        return Support.of((own, *map(self._ground, sentence.facts)))

    def _ground(self, id: FactId) -> Support:
        """What a fact has to say, in its quotes and in its own keys; nothing where there is
        no such fact.
        """
        if id not in self.supports:
            fact = self.content.facts.get(id)
            self.supports[id] = _ground_of(fact, self.content) if fact else Support()
        return self.supports[id]

    @cached_property
    def _quoted(self) -> dict[str, list[str]]:
        """All words that are quoted of each source."""
        found: dict[str, list[str]] = {}
        for fact in self.content.quoting.values():
            for one in (
                reference for claim in fact.claims for reference in claim.references
            ):
                found.setdefault(one.source, []).append(
                    f"{one.prefix} {one.quote} {one.suffix}"
                )
        return found

    def _of_source(self, source: Source) -> Support:
        told = [
            *self._quoted.get(source.id, ()),
            source.title,
            source.outlet,
            *(one.name for one in source.authors),
        ]
        dates = tuple(_span(one) for one in (source.issued, source.accessed) if one)
        return Support(tuple((words, source.language) for words in told if words), dates)

    def _items(self, text: str, ground: Callable[[], Support]) -> "Items":
        """Each figure, date, quotation and name of a text, and whether what it stands on
        has it; most texts have none, so that what they stand on is not asked for.
        """
        has_figures, quoted = MEASURED.search(text), [*QUOTED.finditer(text)]
        names = [*self.names.in_text(text)]
        if not (has_figures or quoted or names):
            return ()
        found: dict[tuple[Said, str], bool] = {}
        support = ground()
        if has_figures:
            bare = {*without_quote(text, support.quotes, support.dates)}
            days = {one.text for one in find_days(text)}
            found |= {
                (Said.DATE if one in days else Said.FIGURE, one): one not in bare
                for one in figures_of(text)
            }
        for match in quoted:
            words = next(filter(None, match.groups()))
            if LETTERS.search(words):
                found[Said.QUOTATION, words] = _folded(words) in support.text
        for name, ids in names:
            known = (_folded(other) for id in ids for other in self.names.of[id])
            found[Said.NAME, name] = bool(ids & support.named) or any(
                other in support.text for other in known
            )
        return tuple((said, words, is_held) for (said, words), is_held in found.items())


Items = tuple[tuple[Said, str, bool], ...]


def _of_sentences(
    sentences: Sequence[tuple[Items, Position]], where: Where, source: str = ""
) -> Ours:
    return Ours(
        held=sum(is_held for items, _ in sentences for _, _, is_held in items),
        own=tuple(
            one for items, at in sentences for one in _own(items, where, at, source=source)
        ),
        sentences=tuple(_standing(items) for items, _ in sentences),
    )


def _own(
    items: Items,
    where: Where,
    at: Position,
    fact: FactId | None = None,
    source: str = "",
) -> Iterator[Own]:
    return (
        Own(said, words, where, fact, source, at)
        for said, words, is_held in items
        if not is_held
    )


def _standing(items: Items) -> OwnWording:
    counted = tuple(
        words
        for said, words, is_held in items
        if is_held and said in (Said.FIGURE, Said.DATE)
    )
    own = tuple(words for _, words, is_held in items if not is_held)
    return OwnWording(counted, own) if counted or own else PLAIN


def _stands_on_words(sentence: Sentence) -> bool:
    """Whether a sentence cites a passage, or a fact with its passages, and not a source as
    a whole alone.
    """
    return bool(sentence.facts) or any(one.quote for one in sentence.citations)


def _below(place: int, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences below a heading, down to the next."""
    rest = islice(sentences, place + 1, None)
    return takewhile(lambda one: not one.is_heading, rest)


def _texts_of(fact: Fact) -> Iterator[tuple[Where, str, Place, str]]:
    """Each with the key at which it stands."""
    yield Where.LABEL, fact.label, fact.at, "label"
    yield Where.NOTE, fact.note, fact.at, "note"
    for claim in fact.claims:
        yield Where.NOTE, claim.note, claim.at, "note"


def _ground_of(fact: Fact, content: Content) -> Support:
    references = [one for claim in fact.claims for one in claim.references]
    quotes = [
        (f"{one.prefix} {one.quote} {one.suffix}", content.sources[one.source].language)
        for one in references if one.quote and one.source in content.sources
    ]  # fmt: skip
    dates: list[DateSpan] = []
    named = {fact.subject, fact.id.company}
    for claim in fact.claims:
        dates += map(_span, _dates_of(claim.value, claim.period, claim.stated))
        said = [
            *written(claim.value),
            *(written(claim.equivalent) if claim.equivalent else ()),
            *claim.qualifiers.values(),
        ]
        quotes += ((words, "") for words in said)
        named |= {claim.asserted_by, *(name.entity for _, name in names_in(claim.value))}
    return Support(tuple(quotes), tuple(dates), frozenset(named - {""}))


def _dates_of(value: object, *others: PartialDate | None) -> Iterable[PartialDate]:
    inside = (one for _, one in singles_in(value))  # type: ignore[arg-type]
    return (one for one in (*inside, *others) if isinstance(one, PartialDate))


def _span(date: PartialDate) -> DateSpan:
    return date.earliest, date.latest


def _folded(text: str) -> str:
    return SPACES.sub(" ", text.translate(MARKS)).strip().lower()
