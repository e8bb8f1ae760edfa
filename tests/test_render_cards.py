"""Cards: what they say, that it fits and can be read, and that every page names the right
one.
"""

import re
import shutil
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from PIL import Image, ImageChops, ImageFont, features

from dossier.merge.evidence import Meter, Tally
from dossier.model.addresses import EMBED, FACT
from dossier.model.errors import DossierError
from dossier.render.cards.cards import SITE, Card, has_figure, plan_cards, with_proof
from dossier.render.cards.drawing import LEFT, RIGHT, Painter
from dossier.render.cards.social import territory_of
from dossier.render.language.catalogues import ENGLISH, Language
from dossier.render.pages.binding import bind
from dossier.render.pages.gallery import open_gallery
from dossier.render.pages.plan import shared_context
from dossier.render.site.settings import SiteSettings
from tests.render_fixtures import SETTINGS, THEME, pages, site, templates

PAINTER = Painter(THEME)
CARD = Card(
    "cards/a.png", "A site", ("Acme",), "9 facts", "Pledge", "US$5 billion", "as of 2025"
)
LONG = (
    "Société générale des établissements industriels Łódź and Sons International Holdings "
)


@cache
def planned() -> dict[str, Card]:
    """The cards of the small site."""
    return plan_cards(bind(site(), SETTINGS))


def picture(card: Card) -> Image.Image:
    """A card as it is seen."""
    return Image.open(BytesIO(PAINTER.draw(card))).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything that is not paper."""
    paper = Image.new("RGB", image.size, image.getpixel((0, 0)))
    return ImageChops.difference(image, paper).getbbox() or (0, 0, 0, 0)


def test_a_card_of_a_company_says_its_first_figure_with_its_date_and_its_doubts() -> None:
    card = planned()["acme"]
    assert ("Pledge", "CN¥380 billion (US$53 billion, announced)") == (
        card.question,
        card.figure,
    )
    assert (
        "period: 3 years, 2025 to about 2028 · as of 2025 · not checked"
        " · not supported by a quote: the period · due a check since 30 June 2026"
        == card.remarks
    )
    assert ("Test dossiers", ("Acme", "Acme Inc.", "ACME")) == (card.masthead, card.titles)


def test_a_key_fact_has_a_card_of_its_own_that_names_its_sources() -> None:
    card = planned()["acme/pledge"]
    assert ("Acme", "Pledge", "2 reports, 1 origin") == (
        card.titles[0],
        card.question,
        card.foot.split(";")[0],
    )
    assert social("companies/acme/facts/pledge/")["og:image"].endswith(
        "/cards/facts/acme/pledge.png"
    )


def test_a_company_without_key_figures_has_its_name_alone() -> None:
    card = planned()["beta"]
    assert ("", "", "") == (card.question, card.figure, card.remarks)
    assert "Beta & Sons" == card.alt


def test_a_card_tells_the_share_of_figures_that_are_proved() -> None:
    assert (
        "9 facts · 90% of figures proved"
        == with_proof(CARD, Meter(Tally(100, 100, 90)), ENGLISH).foot
    )
    assert CARD == with_proof(CARD, Meter(Tally(0, 0, 0)), ENGLISH)


@pytest.mark.parametrize("slug", [SITE, "acme", "beta"])
def test_a_card_has_the_size_that_is_asked_for_and_the_same_bytes_each_time(
    slug: str,
) -> None:
    card = planned()[slug]
    assert (1200, 630) == picture(card).size
    assert PAINTER.draw(card) == Painter(THEME).draw(card)


@pytest.mark.parametrize("times", [1, 3, 30])
def test_words_of_any_length_stay_within_the_margins(times: int) -> None:
    words = LONG * times
    unbroken = "W" * 40 * times
    for card in (
        Card("a.png", words, (words,), words, words, words, words),
        Card("b.png", unbroken, (unbroken,), unbroken, unbroken, unbroken, unbroken),
    ):
        left, _, right, bottom = inked(picture(card))
        assert (LEFT - 10 <= left, right <= RIGHT + 2, bottom <= 620) == (True, True, True)


def test_what_the_fonts_cannot_write_is_left_out_and_not_drawn_as_boxes() -> None:
    assert PAINTER.draw(CARD) == PAINTER.draw(replace(CARD, titles=("阿里巴巴", "Acme")))
    assert PAINTER.draw(replace(CARD, masthead="")) == PAINTER.draw(
        replace(CARD, masthead="公司")
    )
    bare = replace(CARD, question="", figure="", remarks="")
    assert PAINTER.draw(bare) == PAINTER.draw(replace(CARD, remarks="截至 2025 年"))
    assert not PAINTER.can_draw(replace(CARD, titles=("阿里巴巴",)))


@pytest.mark.parametrize(
    "title",
    [
        "Škoda Żabka Ørsted",
        "Газпром",
        "ΔΕΗ",
        "Vingroup Việt",
        "Cafe\u0301 – “L’Oréal” & Co. № 1™",
        "€ ₹ ₩ ¥",
    ],
)
def test_names_of_many_languages_can_be_drawn(title: str) -> None:
    assert PAINTER.can_draw(replace(CARD, titles=(title,)))


def test_a_card_is_drawn_in_the_colours_of_the_theme() -> None:
    css = (THEME / "static/css/tokens.css").read_text("utf-8")
    colours = {colour for _, colour in picture(CARD).getcolors(100_000) or ()}
    for name in ("paper", "ink", "accent"):
        found = re.search(rf"--{name}: var\(--light, #(..)(..)(..)\)", css)
        assert found
        assert tuple(int(part, 16) for part in found.groups()) in colours


def test_a_theme_without_fonts_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"cards/serif\.ttf cannot be used"):
        Painter(tmp_path).can_draw(CARD)


@pytest.mark.parametrize(
    "settings", [replace(SETTINGS, site_url=""), replace(SETTINGS, cards=False)]
)
def test_no_card_is_drawn_that_no_page_could_name_or_that_nobody_wants(
    settings: SiteSettings,
) -> None:
    gallery = open_gallery(bind(site(), settings), THEME)
    assert () == gallery.counted({})


def test_the_card_of_the_site_counts_all_figures_together() -> None:
    gallery = open_gallery(bind(site(), SETTINGS), THEME)
    meters = {"acme": Meter(Tally(4, 4, 3)), "beta": Meter(Tally(2, 2, 0))}
    drawn = {card.path: PAINTER.draw(card) for card in gallery.counted(meters)}
    of_facts = {
        f"cards/facts/acme/{fact.id.fact}.png"
        for fact in site().dossiers["acme"].key_facts
        if has_figure(fact)
    }
    assert {
        "cards/site.png",
        "cards/companies/acme.png",
        "cards/companies/beta.png",
        *of_facts,
    } == drawn.keys()
    assert (
        PAINTER.draw(with_proof(planned()[SITE], Meter(Tally(6, 6, 3)), ENGLISH))
        == drawn["cards/site.png"]
    )


def social(
    url: str, settings: SiteSettings = SETTINGS, cards: dict[str, Card] | None = None
) -> dict[str, str]:
    """What the head of a page says to those who show its address."""
    page = pages(settings)[url]
    shared = shared_context(bind(site(), settings), planned() if cards is None else cards)
    text = templates().get_template(page.template).render(**shared, **page.context)
    found = re.findall(
        r'<meta (?:name="description" )?(?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">',
        text,
    )
    return dict(found) | dict(re.findall(r'<link rel="(canonical)" href="([^"]+)">', text))


@pytest.mark.parametrize(
    "url", sorted(url for url, page in pages().items() if page.planned.kind is not EMBED)
)
def test_every_page_says_what_it_is_and_names_a_picture(url: str) -> None:
    told = social(url)
    assert {
        "og:title",
        "og:description",
        "og:type",
        "og:site_name",
        "twitter:card",
    } <= told.keys()
    owner = url.split("/")[1] if url.startswith("companies/") else ""
    ids = FACT.address.ids(url)
    owner = name if ids and (name := "/".join(ids)) in planned() else owner
    assert f"https://example.org/sub/{planned()[owner].path}" == told["og:image"]
    assert ("1200", "630") == (told["og:image:width"], told["og:image:height"])
    assert told["og:image:alt"]
    address = "" if url == "404.html" else f"https://example.org/sub/{url}"
    assert (address, address) == (told.get("canonical", ""), told.get("og:url", ""))


def test_a_title_that_is_shown_elsewhere_names_the_company() -> None:
    assert "Pledge · Acme" == social("companies/acme/facts/pledge/")["og:title"]
    assert "Acme" == social("companies/acme/")["og:title"]
    assert ("website", "article") == (
        social("")["og:type"],
        social("companies/acme/")["og:type"],
    )


def test_without_an_address_or_a_picture_none_is_named() -> None:
    without_address = social("companies/acme/", replace(SETTINGS, site_url=""))
    assert {"og:url", "og:image", "canonical"}.isdisjoint(without_address)
    assert "summary" == without_address["twitter:card"]
    assert "og:image" not in social("companies/acme/", cards={})


def test_a_company_without_a_picture_shows_that_of_the_site() -> None:
    assert (
        "https://example.org/sub/cards/site.png"
        == social("companies/acme/", cards={SITE: planned()[SITE]})["og:image"]
    )


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("en_001", "en_US"),
        ("en_GB", "en_GB"),
        ("de", "de_DE"),
        ("zh_Hans", "zh_CN"),
        ("zh_Hant", "zh_TW"),
    ],
)
def test_a_locale_names_a_country(locale: str, told: str) -> None:
    assert told == territory_of(Language(locale, Locale.parse(locale)))


def test_a_page_names_its_locale_unless_it_is_the_one_that_is_meant_without_it() -> None:
    german = replace(SETTINGS, language=Language("de", Locale.parse("de")))
    assert "de_DE" == social("companies/acme/", german)["og:locale"]
    assert "og:locale" not in social("companies/acme/")


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    """A theme whose fonts have Latin letters alone: the one that Pillow brings."""
    default = ImageFont.load_default(20)
    assert isinstance(default, ImageFont.FreeTypeFont)
    (tmp_path / "cards").mkdir()
    for name in ("serif", "sans"):
        (tmp_path / "cards" / f"{name}.ttf").write_bytes(default.font_bytes)
    (tmp_path / "static" / "css").mkdir(parents=True)
    shutil.copy(THEME / "static" / "css" / "tokens.css", tmp_path / "static" / "css")
    return tmp_path


def test_a_site_names_fonts_for_what_those_of_the_theme_cannot_write(latin: Path) -> None:
    greek = replace(CARD, titles=("Ελλάς",))
    more = (THEME / "cards" / "serif.ttf",)
    assert not Painter(latin).can_draw(greek)
    assert Painter(latin, more).can_draw(greek)
    assert Painter(latin, more).draw(CARD) == Painter(latin).draw(CARD), (
        "the fonts of the theme come first"
    )
    assert Painter(latin, more).draw(greek) != Painter(latin, more).draw(
        replace(CARD, titles=("Ellas",))
    )


def test_a_gallery_tells_whose_names_no_font_has(latin: Path) -> None:
    build = bind(site(), replace(SETTINGS, title="Test"), {})
    assert () == open_gallery(build, latin).undrawn
    other = replace(build.site.dossiers["beta"].company, name="Ελλάς", also_known_as=())
    dossiers = {
        **build.site.dossiers,
        "beta": replace(build.site.dossiers["beta"], company=other),
    }
    assert ("beta",) == open_gallery(
        replace(build, site=replace(build.site, dossiers=dossiers)), latin
    ).undrawn


@pytest.mark.skipif(
    not features.check("raqm"), reason="without Raqm such letters are not drawn"
)
def test_letters_that_run_back_are_shaped() -> None:
    painter = Painter(THEME)
    assert ImageFont.Layout.RAQM == painter.font("serif", 20, True).layout_engine
    assert not painter.can_draw(replace(CARD, titles=("منارة",))), "the theme has no Arabic"
