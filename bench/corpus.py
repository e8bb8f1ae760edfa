"""A corpus of made-up company dossiers in a neutral form, from which both our content and
the site of a rival are written.

Company `number` depends on its number and the seed alone, so a corpus of 100 is the
beginning of one of 1,000. One fact in ten cites a source of the company before, so what
cites a source is a question to the whole site. It is of no language: words are drawn from
lists.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

# Words of four kinds, a line each.
NOUNS, JOINTS, VERBS, SYLLABLES = map(
    str.split, (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
)
SECTORS = (
    "Energy",
    "Logistics",
    "Software",
    "Chemicals",
    "Retail",
    "Banking",
    "Machinery",
    "Food",
)
COUNTRIES = (
    "Germany",
    "France",
    "Netherlands",
    "Sweden",
    "United States",
    "Japan",
    "Brazil",
    "India",
)
PUBLISHERS = (
    "Daily Ledger",
    "Harbour Times",
    "Register",
    "Market Wire",
    "Trade Gazette",
    "Local Post",
)
FORMS = ("AG", "SE", "Ltd", "Group", "Inc", "Holding")
# Id, label and unit of each figure that a company has.
FIGURES = (
    ("revenue", "Revenue", "million EUR"), ("operating-profit", "Operating profit", "million EUR"),
    ("net-income", "Net income", "million EUR"), ("employees", "Employees", "people"), ("sites", "Sites", "sites"),
    ("market-share", "Market share", "%"), ("capex", "Capital expenditure", "million EUR"),
    ("research", "Spending on research", "million EUR"), ("debt", "Net debt", "million EUR"),
    ("equity-ratio", "Equity ratio", "%"), ("dividend", "Dividend per share", "EUR"), ("patents", "Patents", "patents"),
    ("fleet", "Fleet", "vehicles"), ("emissions", "Emissions", "kilotonnes"), ("women-board", "Women on the board", "%"),
    ("customers", "Customers", "customers"), ("backlog", "Order backlog", "million EUR"), ("free-float", "Free float", "%"),
    ("tax-rate", "Tax rate", "%"), ("shops", "Shops", "shops"),
)  # fmt: skip
SOURCES, EVENTS = 6, 12


@dataclass(frozen=True)
class Article:
    """A source with its whole text."""

    id: str
    title: str
    publisher: str
    issued: str
    body: str

    @property
    def url(self) -> str:
        """Where it appeared."""
        return f"https://news.example.org/{self.id}"


@dataclass(frozen=True)
class Figure:
    """One fact: a figure, and the words of the sources that give it."""

    id: str
    label: str
    unit: str
    value: str
    as_of: str
    said: tuple[tuple[str, str], ...]
    # Sources with their words.


@dataclass(frozen=True)
class Happening:
    """An entry of the timeline."""

    date: str
    title: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Company:
    """All that is known of one company."""

    slug: str
    name: str
    ticker: str
    sector: str
    country: str
    summary: str
    updated: str
    figures: tuple[Figure, ...]
    happenings: tuple[Happening, ...]
    articles: tuple[Article, ...]
    narrative: tuple[tuple[str, str, str], ...]
    # Sentences, each with the figure and the source that it names, or neither.


def corpus(companies: int, seed: str = "1") -> Iterator[Company]:
    """Companies, one by one."""
    return (_company(seed, number) for number in range(companies))


def _company(seed: str, number: int) -> Company:
    slug, name = _called(seed, number)
    random = Random(f"{seed}/{number}")
    own = tuple(f"{slug}-s{place}" for place in range(SOURCES))
    before = f"{_called(seed, number - 1)[0]}-s0" if number else own[0]
    figures = tuple(_figure(random, place, own, before) for place in range(len(FIGURES)))
    return Company(
        slug=slug,
        name=name,
        ticker=slug[:4].upper(),
        sector=random.choice(SECTORS),
        country=random.choice(COUNTRIES),
        summary=_sentence(random),
        updated=_date(random, 2024, 2025),
        figures=figures,
        happenings=tuple(_happening(random, own) for _ in range(EVENTS)),
        articles=tuple(_article(random, name, source) for source in own),
        narrative=tuple(_told(random, figures, own, place) for place in range(32)),
    )


def _called(seed: str, number: int) -> tuple[str, str]:
    random = Random(f"{seed}/name/{number}")
    base = "".join(random.choices(SYLLABLES, k=3))
    return f"{base}-{number:05}", f"{base.capitalize()} {random.choice(FORMS)}"


def _figure(random: Random, place: int, own: tuple[str, ...], before: str) -> Figure:
    id, label, unit = FIGURES[place]
    cited = random.sample(own, random.randint(1, 3))
    cited[0] = own[place] if place < len(own) else cited[0]  # every source is cited
    cited[-1] = before if place >= len(own) and random.random() < 0.1 else cited[-1]
    value = (
        f"{random.uniform(0, 99):.1f}"
        if unit in ("%", "EUR")
        else str(random.randint(1, 99_999))
    )
    said = tuple(
        (source, f"{_sentence(random, 6, 12)[:-1]} {value} {unit}.")
        for source in dict.fromkeys(cited)
    )
    return Figure(id, label, unit, value, _date(random, 2020, 2025), said)


def _happening(random: Random, own: tuple[str, ...]) -> Happening:
    sources = tuple(random.sample(own, random.randint(1, 2)))
    return Happening(
        _date(random, 2012, 2025), _sentence(random, 4, 7)[:-1], _sentence(random), sources
    )


def _article(random: Random, name: str, source: str) -> Article:
    paragraphs = (
        " ".join(_sentence(random) for _ in range(random.randint(3, 5))) for _ in range(6)
    )
    title = f"{name}: {_sentence(random, 5, 9)[:-1]}"
    return Article(
        source,
        title,
        random.choice(PUBLISHERS),
        _date(random, 2012, 2025),
        "\n\n".join(paragraphs),
    )


def _told(
    random: Random, figures: tuple[Figure, ...], own: tuple[str, ...], place: int
) -> tuple[str, str, str]:
    figure = random.choice(figures).id if place % 4 == 1 else ""
    return _sentence(random)[:-1], figure, random.choice(own) if place % 4 == 3 else ""


def _sentence(random: Random, least: int = 9, most: int = 20) -> str:
    kinds = (NOUNS, JOINTS, NOUNS, VERBS)
    words = [
        random.choice(kinds[place % 4]) for place in range(random.randint(least, most))
    ]
    return " ".join(words).capitalize() + "."


def _date(random: Random, first: int, last: int) -> str:
    return f"{random.randint(first, last)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
