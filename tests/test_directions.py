"""Which language words are in, which way they run, and what pages say of it."""

import copy

import pytest
from markupsafe import Markup

from dossier.generate.pipeline import inspect
from dossier.model.values import meaning, value_data
from dossier.model.wording import Wording
from dossier.render.language.catalogues import ENGLISH
from dossier.render.language.directions import (
    attributes,
    direction,
    isolate,
    isolated,
    told_in,
)
from dossier.render.language.phrases import Phrase
from tests.helpers import SITES

ATTRIBUTES = [
    ("Acme", "en", "", ""),
    ("Acme", "zh-Hans", "en", ' lang="en"'),
    ("منارة", "en", "", ' dir="auto"'),
    ("منارة", "ar", "", ""),
    ("Acme", "ar", "", ' dir="auto"'),
    ("1911", "ar", "", ""),
    (Wording("منارة", "ar"), "en", "", ' lang="ar" dir="rtl"'),
    (Wording("1911", "ar"), "en", "", ' lang="ar" dir="rtl"'),
    (Wording("מנורה (Menora)", "he"), "en", "", ' lang="he" dir="rtl"'),
    (Wording("منارة", "ar"), "he", "", ' lang="ar"'),
    (Wording("منارة", "de"), "en", "", ' lang="de" dir="auto"'),
    (Wording("Werke", "de"), "en", "fr", ' lang="de"'),
    (Wording("Werke", "de"), "de", "", ""),
    (Wording("Works", "en"), "ar", "", ' lang="en" dir="ltr"'),
    (Wording("x", "xx-Yyyy"), "en", "", ' lang="xx-Yyyy"'),
]


@pytest.mark.parametrize(("text", "page", "content", "expected"), ATTRIBUTES)
def test_an_element_says_of_its_text_only_what_the_page_does_not(
    text: str, page: str, content: str, expected: str
) -> None:
    assert expected == attributes(text, page, content)


@pytest.mark.parametrize(
    ("tag", "way"),
    [("en", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("zh-Hant-HK", "ltr")],
)
def test_a_language_has_a_direction(tag: str, way: str) -> None:
    assert way == direction(tag)


def test_the_words_of_a_source_are_in_its_language() -> None:
    assert ' lang="he" dir="rtl"' == told_in("1911", "he", "en")
    assert ' dir="auto"' == told_in("מנורה", "", "en")


def test_a_name_that_runs_against_the_page_stands_by_itself_in_a_sentence() -> None:
    assert "as of <bdi>منارة</bdi>" == ENGLISH.fill(Phrase("as of %(date)s"), date="منارة")
    assert "<bdi>منارة &lt;</bdi>" == isolated("منارة <")
    assert "<b>منارة</b>" == isolated(Markup("<b>منارة</b>"))
    assert "5 &lt; é" == isolated("5 < é")
    assert ["\u2068منارة\u2069", "Acme"] == [isolate("منارة"), isolate("Acme")]


def test_words_in_a_language_are_in_all_else_what_they_are() -> None:
    words = Wording("منارة", "ar")
    assert (words, hash(words), meaning(words)) == (
        "منارة",
        hash("منارة"),
        meaning("منارة"),
    )
    assert {"type": "text", "text": "منارة"} == value_data(words)
    copied = copy.deepcopy(words)
    assert ("ar", "منارة") == (copied.language, copied)


def test_every_word_of_a_company_is_in_the_language_that_it_names() -> None:
    content = inspect(SITES / "tongues").content
    for slug, tag in {
        "manara": "ar",
        "yunling": "zh-Hans",
        "fennholm": "de",
        "deepak": "hi",
        "todai": "ja",
    }.items():
        company = content.companies[slug]
        facts = {fact.id.fact: fact for fact in company.facts}
        told = facts["opening"].leading.value
        assert isinstance(told, dict)
        labels = (fact.label for fact in company.facts)
        words: list[object] = [
            company.name,
            *company.also_known_as,
            *company.sections.values(),
            *labels,
        ]
        words += [
            told["what"],
            facts["description"].leading.value,
            facts["revenue"].leading.note,
            content.entities[slug].name,
        ]
        assert [tag] * len(words) == [
            word.language for word in words if isinstance(word, Wording)
        ]
