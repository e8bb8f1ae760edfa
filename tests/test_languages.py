"""Languages: which one a tag means, whose texts it says, and that their parts are escaped."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model.errors import DossierError
from dossier.render.language import words
from dossier.render.language.catalogues import (
    ENGLISH,
    filled,
    read_content_language,
    read_language,
)
from dossier.render.language.gathering import POT
from dossier.render.language.phrases import Phrase
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import shared_context
from dossier.render.theme.environment import environment, speak
from tests.render_fixtures import SETTINGS, THEME, pages, site

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def theme(folder: Path, **catalogues: str) -> Path:
    """A theme that brings catalogues of its own."""
    (folder / "locales").mkdir()
    for name, entries in catalogues.items():
        (folder / "locales" / f"{name}.po").write_text(HEAD + entries, "utf-8")
    return folder


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh-CN", "zh_CN", "zh-Hans-SG", "zh-SG"])
def test_a_language_is_found_by_its_script_and_country(tag: str) -> None:
    assert "来源" == read_language(tag).say(words.pages.SOURCES)
    assert tag.replace("_", "-") == read_language(tag).tag == read_language(tag.lower()).tag


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-US"])
def test_english_needs_no_catalogue(tag: str) -> None:
    assert "Sources" == read_language(tag).say(words.pages.SOURCES)


@pytest.mark.parametrize("tag", ["fr", "zh-Hant", "zh-TW"])
def test_a_language_without_texts_is_refused_by_naming_those_that_have(tag: str) -> None:
    with pytest.raises(
        DossierError, match=rf"^DEFAULT_LANG is '{tag}', but .* in en, de, zh-Hans only\.$"
    ):
        read_language(tag)


@pytest.mark.parametrize("tag", ["", "xx", "english", "e n"])
def test_what_is_no_language_is_refused(tag: str) -> None:
    with pytest.raises(
        DossierError, match=r"expected a language such as en, de, zh-Hans\.$"
    ):
        read_language(tag)


def test_a_theme_can_bring_a_language(tmp_path: Path) -> None:
    french = read_language(
        "fr-CA", theme(tmp_path, fr='msgid "Sources"\nmsgstr "Références"\n')
    )
    assert ("Références", "Companies") == (
        french.say(words.pages.SOURCES),
        french.say(words.pages.HOME),
    )


def test_the_texts_of_a_theme_come_before_ours(tmp_path: Path) -> None:
    folder = theme(
        tmp_path,
        zh_Hans='msgid "Sources"\nmsgstr "出处"\n',
        en='msgid "Sources"\nmsgstr "References"\n',
    )
    assert "References" == read_language("en-GB", folder).say(words.pages.SOURCES)
    assert ["出处", "公司"] == [
        read_language("zh", folder).say(phrase)
        for phrase in (words.pages.SOURCES, words.pages.HOME)
    ]


def test_a_catalogue_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"de\.po cannot be used: .*"):
        read_language("de", theme(tmp_path, de='msgid "Sources\n'))


BROKEN = {
    "a part of another name": ("%(number)s Fakten", "%(number)s"),
    "another kind of part": ("%(num)d Fakten", "a % that stands alone"),
    "a part without a name": ("%s Fakten", "a % that stands alone"),
    "a part that is not closed": ("100 %( Fakten", "a % that stands alone"),
}


@pytest.mark.parametrize(("text", "wrong"), BROKEN.values(), ids=BROKEN)
def test_a_text_with_other_parts_is_refused_before_a_page_is_made_with_it(
    tmp_path: Path, text: str, wrong: str
) -> None:
    plural = f'msgid "%(num)s fact"\nmsgid_plural "%(num)s facts"\nmsgstr[0] "%(num)s Fakt"\nmsgstr[1] "{text}"\n'
    message = rf"de\.po:\d+: the text '{re.escape(text)}' has {re.escape(wrong)}.*; expected %\(num\)s\.$"
    with pytest.raises(DossierError, match=message):
        read_language("de", theme(tmp_path, de=plural))


def test_a_catalogue_in_an_encoding_that_there_is_not_is_refused(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-9\\n"\n'
    with pytest.raises(
        DossierError, match=r"de\.po cannot be used: unknown encoding: utf-9"
    ):
        read_language(
            "de", theme(tmp_path, de=f'{head}\nmsgid "Sources"\nmsgstr "Quéllen"\n')
        )


def test_parts_are_escaped_and_html_of_ours_is_not() -> None:
    assert "100% of &lt;b&gt;" == filled("100%% of %(what)s", {"what": "<b>"})
    assert "says <i>x</i>" == ENGLISH.fill(words.claims.SAYS, who=filled("<i>x</i>", {}))


def test_text_is_not_escaped_before_its_time() -> None:
    assert "5% <b>" == ENGLISH.say(Phrase("5%% %(what)s"), what="<b>")


def test_a_number_of_things_has_its_form() -> None:
    assert ["0 facts", "1 fact", "1,200 facts"] == [
        ENGLISH.count(number, words.counts.FACTS) for number in (0, 1, 1200)
    ]
    assert "1,200项事实" == read_language("zh").count(1200, words.counts.FACTS)


def test_content_in_another_language_is_marked_as_such() -> None:
    settings = replace(SETTINGS, language=read_language("zh-Hans"), content=ENGLISH)
    env = environment(THEME)
    speak(env, settings.language, settings.foreign)
    page = pages(settings)["companies/acme/"]
    shown = env.get_template(page.template).render(
        **shared_context(bind(site(), settings), {}), **page.context
    )
    assert ' lang="en" class="prose article__text"' in shown
    assert "Acme pledged" in shown
    prose = shown.partition('class="prose article__text"')[2]
    assert ">CN¥380 billion</data>" in prose, "prose shows values in its own language"
    assert ">3800亿人民币</data>" in shown


@pytest.mark.parametrize(
    ("tag", "expected"), [("", None), ("en", None), ("fr", "fr"), ("zh_Hans", "zh-Hans")]
)
def test_the_language_of_the_content(tag: str, expected: str | None) -> None:
    content = read_content_language(tag, ENGLISH)
    assert expected == (content and content.tag)


def test_values_in_prose_of_a_language_without_texts_are_said_as_the_page_says_them() -> (
    None
):
    content = read_content_language("fr", read_language("zh"))
    assert content
    assert "来源" == content.say(words.pages.SOURCES)


def test_a_language_of_the_content_that_is_none_is_refused() -> None:
    with pytest.raises(
        DossierError, match=r"^DOSSIER_CONTENT_LANG is 'klingon'; expected a language"
    ):
        read_content_language("klingon", ENGLISH)


def test_no_text_has_parts_that_nothing_fills() -> None:
    """`{name}` is filled nowhere: parts are written `%(name)s`."""
    catalogue = POT.read_text("utf-8")
    assert "Index" in catalogue
    assert [] == re.findall(r"\{\w*\}", catalogue)
