"""What readers take with them: copied text, and the page as the reading mode of a browser
shows it.

Editors name topics and facts, and reading modes drop elements by words in their ids and
classes; so a site is read here whose editors chose the worst of them.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite, served
from tests.builds import ROOT, build
from tests.helpers import content_folder
from tests.render_fixtures import THEME
from tests.toolchain import reader_source

DOSSIER, FACT = "companies/tidewick/", "companies/tidewick/facts/electric-fleet-pledge/"
TIMELINES = ["companies/tidewick/timeline/", "companies/tidewick/timelines/elias-vane/"]
WORDS = [
    "comment", "footer", "social", "related", "share", "share-price", "media", "contact", "author", "authorities", "header",
    "extra", "sponsor", "sidebar", "hidden", "meta", "tags", "rss", "banner", "legends", "promo", "widget", "scroll",
]  # fmt: skip
"""What reading modes take for the trimmings of a page."""
READ = "() => { %s; return [isProbablyReaderable(document), new Readability(document.cloneNode(true)).parse().content] }"
TEXT = "(html) => { document.body.innerHTML = html; return document.body.innerText }"
LISTED = """(name) => [...document.querySelectorAll(name)].map((one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll(".marks, .own > .heard, [aria-hidden]").forEach((mark) => mark.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
})"""
COPY = """(name) => {
    getSelection().selectAllChildren(document.querySelector(name));
    return getSelection().toString();
}"""


@pytest.fixture(scope="module")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A small dossier whose topics and facts are called what reading modes drop; each fact
    has links in plenty.
    """
    folder = tmp_path_factory.mktemp("hard")
    sections = "".join(f"  {word}: Topic {word}\n" for word in WORDS)
    keys = ", ".join(f"fact-{word}" for word in WORDS[:6])
    company = f"name: Acme\nsections:\n  profile: Profile\n{sections}key_facts: [{keys}]\n"
    files: dict[str, str | bytes] = {
        "properties.yaml": "employees: {label: Employees, type: count, unit: people, fresh: P1Y}\n"
        "chief: {label: Chief, type: entity, fresh: never}\n"
        "staff: {label: Staff, type: count, unit: people, fresh: never}\n",
        "entities.yaml": "bo: {name: Bo Lind, kind: person}\n",
        "companies/acme/company.yaml": company,
    }
    for number, word in enumerate(WORDS):
        claim = "references: [{source: annual-report, quote: some words}]"
        files[f"companies/acme/facts/{word}.yaml"] = (
            f"fact-{word}:\n  label: Staff {word}\n  property: staff\n  claims: [{{value: {number + 100}, {claim}}}]\n"
            f"chief-{word}:\n  label: Chief {word}\n  property: chief\n  claims: [{{value: bo, {claim}}}]\n"
        )
    content_folder(folder, files, "minimal")
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    (folder / "pelicanconf.py").write_text(
        f"{settings}THEME, DOSSIER_MENU = {str(THEME)!r}, []\n", "utf-8"
    )
    done = build(folder, "--output", folder / "output")
    assert done.returncode == 0, done.stderr
    with served(folder / "output") as site:
        yield site


def read(page: Page, url: str) -> str:
    """The page as the reading mode shows it, which must think it worth reading."""
    page.goto(url)
    worth, content = page.evaluate(READ % reader_source())
    assert worth, url
    return " ".join(page.evaluate(TEXT, content).split())


def expected(page: Page, url: str, name: str) -> list[str]:
    """What some elements of a page say, without their marks."""
    page.goto(url)
    return [text for text in page.evaluate(LISTED, name) if text]


def touches(text: str, figure: str) -> bool:
    """Whether a letter or digit stands at a figure, wherever it is printed, that is none of
    it.
    """
    return re.search(rf"{re.escape(figure)}(?!\w)", text) is None


def test_reading_mode_keeps_a_dossier(site: BuiltSite, window: Page) -> None:
    """Its key figures and sections, every answer and note, and no number of a note touches
    a figure.
    """
    told = read(window, site.address + DOSSIER)
    kept = ".keyfigures__value, .keyfigures__label, .article h2:not(.heard), .topics h3, .differences__on > a, .note q"
    assert [] == [
        text for text in expected(window, site.address + DOSSIER, kept) if text not in told
    ]
    assert [] == [
        figure
        for figure in expected(window, site.address + DOSSIER, ".figure")
        if touches(told, figure)
    ]


def test_reading_mode_keeps_a_fact_and_a_timeline(site: BuiltSite, window: Page) -> None:
    for url, kept in [
        (FACT, ".answer__value, .agreement, .particulars dd, .passage, .history__said"),
        *(
            (url, ".event__label > a:first-child, .event__date, .event__part dd, .note q")
            for url in TIMELINES
        ),
    ]:
        told = read(window, site.address + url)
        assert [] == [
            text for text in expected(window, site.address + url, kept) if text not in told
        ]
        assert [] == [
            figure
            for figure in expected(window, site.address + url, ".figure")
            if touches(told, figure)
        ]


def test_reading_mode_drops_nothing_for_what_editors_call_it(
    hard_site: BuiltSite, window: Page
) -> None:
    told = read(window, hard_site.address + "companies/acme/")
    for word in WORDS:
        assert re.search(
            rf"Topic {word} .*Staff {word}: {WORDS.index(word) + 100} people", told
        )
        assert f"Chief {word}: Bo Lind" in told


@pytest.mark.parametrize("url", [DOSSIER, FACT, TIMELINES[0]])
def test_copied_text_has_its_figures_to_themselves(
    site: BuiltSite, window: Page, url: str
) -> None:
    """The marks of notes stay behind, and what stands beside each other on the page is not
    run together.
    """
    window.goto(site.address + url)
    copied = window.evaluate(COPY, "main").split("\n")
    told = "\n".join(" ".join(line.split()) for line in copied)
    assert [] == [
        figure
        for figure in expected(window, site.address + url, "main .figure")
        if touches(told, figure)
    ]


def test_a_copied_paragraph_is_its_words_alone(site: BuiltSite, window: Page) -> None:
    window.goto(site.address + DOSSIER)
    for number, words in enumerate(expected(window, site.address + DOSSIER, ".prose > p")):
        name = f".prose > p:nth-of-type({number + 1})"
        assert words == " ".join(window.evaluate(COPY, name).split())


def test_a_printed_fact_has_no_way_that_leads_nowhere_on_paper_and_says_how_to_cite_it(
    site: BuiltSite, window: Page
) -> None:
    window.goto(site.address + FACT)
    window.emulate_media(media="print")
    for name in (".section__more", ".colophon__ways", ".taking > :not(.cite--on-paper)"):
        assert 0 < window.locator(name).count()
        assert 0 == window.locator(f"{name}:visible").count(), name
    assert window.locator(".cite--on-paper").is_visible()
