"""The search, as people use it: by typing, by choosing, by keyboard, on any width, and
where there is no script.
"""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from dossier.generate.server import make_server
from dossier.render.search.entries import Entry
from tests.browser.conftest import BuiltSite, served
from tests.browser.test_standards import QUICK, USUAL, USUAL_COLOURS, VIOLATIONS
from tests.builds import ROOT
from tests.searching import kept, search_files
from tests.toolchain import axe_source

WIDTHS = {"narrow": 320, "wide": 1280}
CASES = yaml.load((ROOT / "tests/searches.yaml").read_text("utf-8"), yaml.CSafeLoader)
STATUS = "[role=status]"
RESULTS = ".result"


@pytest.fixture(params=list(WIDTHS.values()), ids=list(WIDTHS))
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page in a narrow or a wide window, which may complain of nothing."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [] == complaints


def found(page: Page) -> int:
    """How many results the page says there are."""
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"\d"))
    return int(re.sub(r"\D", "", page.locator(STATUS).inner_text()))


def test_a_question_from_any_page_is_answered_on_the_page_of_the_search(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + "companies/ampelle/")
    reader.get_by_role("searchbox").fill("Heron")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(site.address + "search/?q=Heron")
    assert 0 < found(reader) == reader.locator(RESULTS).count()
    expect(reader.locator(".everything")).to_be_hidden()


def test_typing_searches_and_the_address_keeps_the_question(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + "search/")
    reader.get_by_role("searchbox").press_sequentially("electric ships pledge")
    expect(reader.locator(RESULTS).first).to_contain_text("Pledge for electric ships")
    expect(reader.locator(RESULTS).first).to_contain_text("6.4 billion")
    expect(reader.locator(f"{RESULTS} mark").first).to_be_visible()
    expect(reader).to_have_url(re.compile(r"\?q=electric\+ships\+pledge$"))
    reader.get_by_role("searchbox").fill("")
    expect(reader.locator(".everything")).to_be_visible()


def test_a_large_site_is_searched_in_all_bundles_of_its_index(
    site: BuiltSite, reader: Page, tmp_path: Path
) -> None:
    """And the first answer asks for little of each: its list of results, the words that are
    asked for, and what it can be narrowed down by only where that is seen.
    """
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    shutil.rmtree(folder / "pagefind")
    entries = [
        Entry(
            f"companies/c{n}/",
            f"harbour number{n}",
            {"title": f"Quay {n}"},
            {"company": (f"Company {n % 3}",)},
        )
        for n in range(90)
    ]
    files = search_files(entries, "en", size=20)
    kept(folder, files)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    with served(folder) as large:
        reader.goto(f"{large.address}search/?q=harbour")
        assert 90 == found(reader)
        bundles = sum(name.endswith("pagefind-entry.json") for name in files)
        pieces = [url for url in asked if "/pagefind/" in url and ".pf_fragment" not in url]
        assert 2 < bundles
        assert len(pieces) <= 3 + 4 * bundles
        if not reader.locator("details[open]").count():
            assert [] == [url for url in asked if "filters.json" in url]
            reader.locator("summary").click()
        expect(reader.locator("label").filter(has_text="Company 0")).to_contain_text("30")
        reader.get_by_role("searchbox").fill("number73")
        expect(reader.locator(RESULTS).first).to_contain_text("Quay 73")


def test_a_word_that_most_results_have_is_answered(site: BuiltSite, reader: Page) -> None:
    """However many they are: more than a function may have arguments."""
    reader.goto(site.address + "search/")
    found = reader.evaluate(
        """async () => {
          const { answer } = await import(new URL("../theme/asking.js", location));
          const all = Array.from({ length: 300_000 }, (_, n) => ({ id: `${n}`, score: n }));
          return answer([{ text: "revenue", exact: [], open: all }], () => true, all.length).results.length;
        }"""
    )
    assert 300_000 == found


def test_a_value_may_be_called_anything(
    site: BuiltSite, reader: Page, tmp_path: Path
) -> None:
    """As what every object of a script has, too."""
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    shutil.rmtree(folder / "pagefind")
    names = ("constructor", "__proto__", "toString", "<b>", "1")
    entries = [
        Entry(f"{n}/", "harbour", {"title": f"Quay {n}"}, {"company": (name,)})
        for n, name in enumerate(names)
    ]
    kept(folder, search_files(entries, "en"))
    with served(folder) as other:
        reader.goto(f"{other.address}search/?q=harbour&company=__proto__")
        assert 1 == found(reader)
        if not reader.locator("details[open]").count():
            reader.locator("summary").click()
        labels = reader.locator("[data-filter=company] label")
        expect(labels).to_have_count(len(names))
        assert {*names} == {text.split("\n")[0] for text in labels.all_inner_texts()}


def test_counts_of_a_filter_are_those_of_the_results(site: BuiltSite, reader: Page) -> None:
    """Of several words too, and of words that stand only in some results."""
    reader.goto(site.address + "search/?q=tidewick ferries pledge")
    total = found(reader)
    if not reader.locator("details[open]").count():
        reader.locator("summary").click()
    kinds = reader.locator("[data-filter=kind] .search__count")
    expect(kinds.first).not_to_be_empty()
    assert total == sum(map(int, kinds.all_inner_texts()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["ask"]))
def test_a_question_as_people_type_it_finds_its_answer_among_the_first_three(
    site: BuiltSite, window: Page, case: dict[str, str]
) -> None:
    window.goto(f"{site.address}search/?{urlencode({'q': case['ask']})}")
    expect(window.locator(STATUS)).to_contain_text(re.compile(r"\d"))
    first = [
        str(link.get_attribute("href"))
        for link in window.locator(f"{RESULTS} h2 a").all()[:3]
    ]
    assert case["answer"] in [url.removeprefix(site.address) for url in first]


UNSPACED = {
    "投资承诺": "海湾航运承诺三年内投资3800亿元，用于电动渡轮。",
    "造船所の計画": "海湾造船は新しい造船所を建設するかどうかをデータとテストで決める。AI船Heron2を公開。",
    "조선소 계획": "만항해는 새로운 조선소를 짓겠다고 발표했다",
    "โรงงานใหม่": "บริษัทประกาศสร้างโรงงานแห่งใหม่ในกรุงเทพ",
    "Zusage für Werften": "Das Unternehmen hat Investitionen in neue Werften zugesagt, über 5 Milliarden Euro",
}
"""Names of results and what is said of them."""


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("渡轮", "投资承诺"),
        ("海湾航运承诺投资多少", "投资承诺"),
        ("3800亿元", "投资承诺"),
        ("造船所はどこに建設", "造船所の計画"),
        ("テスト", "造船所の計画"),
        ("データ", "造船所の計画"),
        ("Heron2", "造船所の計画"),
        ("조선소", "조선소 계획"),
        ("โรงงาน", "โรงงานใหม่"),
        ("กรุงเทพ", "โรงงานใหม่"),
        ("Wie viel hat das Unternehmen zugesagt", "Zusage für Werften"),
    ],
)
def test_writing_without_spaces_is_searched_inside(
    unspaced: BuiltSite, window: Page, asked: str, answer: str
) -> None:
    window.goto(f"{unspaced.address}search/?{urlencode({'q': asked})}")
    expect(window.locator(f"{RESULTS} h2 a").first).to_have_text(answer)
    excerpt = window.locator(".result__excerpt").first.inner_text()
    assert excerpt.replace(" ", "") in UNSPACED[answer].replace(" ", "")


@pytest.fixture(scope="module", params=["en", "ja"])
def unspaced(
    site: BuiltSite,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BuiltSite]:
    """A site of few results in several writings, whose page is in one language."""
    folder = tmp_path_factory.mktemp(request.param)
    _in_language(site.folder, folder, request.param)
    with served(folder / "site") as small:
        yield small


def _in_language(site: Path, folder: Path, language: str) -> None:
    small = Path(shutil.copytree(site / "search", folder / "site" / "search")).parent
    shutil.copytree(site / "theme", small / "theme")
    page = small / "search" / "index.html"
    page.write_text(
        page.read_text("utf-8").replace('<html lang="en"', f'<html lang="{language}"'),
        "utf-8",
    )
    entries = [
        Entry(f"{n}/", text, {"title": title}, {"kind": ("fact",)})
        for n, (title, text) in enumerate(UNSPACED.items())
    ]
    kept(small, search_files(entries, language))


@pytest.mark.parametrize(
    "name", ["The Heron presented", "greyvale", "Elias Vane", "Ampelle"]
)
def test_the_thing_that_is_called_so_comes_first(
    site: BuiltSite, reader: Page, name: str
) -> None:
    reader.goto(site.address + f"search/?q={name}")
    expect(reader.locator(f"{RESULTS} h2 a").first).to_have_text(
        re.compile(f"^{name}$", re.IGNORECASE)
    )


def test_what_is_asked_of_a_company_comes_before_what_is_called_like_it(
    site: BuiltSite, reader: Page, tmp_path: Path
) -> None:
    """However many other companies have the same property."""
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    shutil.rmtree(folder / "pagefind")
    names = [f"Quay{n}" for n in range(40)]
    facts = [
        Entry(
            f"{name}/revenue/",
            f"{name}; Revenue; 5 million",
            {"title": "Revenue", "company": name},
            {},
        )
        for name in names
    ]
    reports = [
        Entry(
            f"{name}/report{n}/",
            f"{name} opens harbour {n}, and tells of its revenue",
            {"title": f"{name}: harbour {n} is open"},
            {},
        )
        for name in names
        for n in range(3)
    ]
    kept(folder, search_files((*facts, *reports), "en"))
    with served(folder) as other:
        reader.goto(f"{other.address}search/?q=quay7 revenue")
        expect(reader.locator(f"{RESULTS} a").first).to_have_attribute(
            "href", re.compile("/quay7/revenue/$", re.IGNORECASE)
        )


def test_addresses_are_not_searched(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/?q=timelines")
    few = found(reader)
    reader.goto(site.address + "search/?kind=event")
    assert few < found(reader) / 4


def test_filters_narrow_a_search_down_and_count_what_is_left(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + "search/?q=tidewick&company=Ampelle")
    few = found(reader)
    if reader.locator("details").get_attribute("open") is None:
        reader.locator("summary").click()
    group = reader.locator("[data-filter=company]")
    expect(group.get_by_role("checkbox", name="Ampelle")).to_be_checked()
    group.get_by_role("checkbox", name="Tidewick").check()
    expect(reader).to_have_url(
        re.compile("company=Ampelle.*company=Tidewick|company=Tidewick.*company=Ampelle")
    )
    expect(reader.locator(STATUS)).not_to_contain_text(f": {few}")
    counts = [
        int(text)
        for text in group.locator("label:has(:checked) .search__count").all_inner_texts()
    ]
    assert found(reader) >= max(counts) > 0
    reader.get_by_role("button", name="Clear the filters").click()
    expect(reader).to_have_url(re.compile(r"\?q=tidewick$"))


def test_a_state_and_a_year_can_be_asked_for_without_words(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + "search/?state=sources+differ&year=2025")
    assert found(reader) > 0
    reader.get_by_role("button", name="Show more results").or_(
        reader.locator(RESULTS).first
    ).first.wait_for()
    for text in reader.locator(RESULTS).all_inner_texts():
        assert "sources differ" in text


def test_results_lead_to_the_fact_and_to_its_places(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/?q=Elias Vane steps down")
    result = reader.locator(RESULTS).first
    for name, url in (
        ("in its timeline", "/timelines/[a-z-]+/#event-"),
        ("in its dossier", "/companies/tidewick/#fact-"),
    ):
        result.get_by_role("link", name=name).click()
        expect(reader).to_have_url(re.compile(url))
        anchor = reader.url.split("#")[1]
        expect(reader.locator(f"[id='{anchor}']")).to_be_in_viewport()
        reader.go_back()
    result.get_by_role("link").first.click()
    expect(reader.locator("h1")).to_contain_text("steps down")


def test_the_keyboard_alone_is_enough(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/")
    reader.get_by_role("searchbox").focus()
    reader.keyboard.type("tidewick")
    expect(reader.locator(RESULTS)).to_have_count(20)
    reader.get_by_role("button", name="Show more results").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(f"{RESULTS} >> nth=20").get_by_role("link").first).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader).not_to_have_url(re.compile("/search/"))


def test_what_is_chosen_keeps_the_focus(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/?q=tidewick")
    found(reader)
    if reader.locator("details").get_attribute("open") is None:
        reader.locator("summary").click()
    box = reader.locator("[data-filter=kind]").get_by_role("checkbox", name="event")
    box.focus()
    reader.keyboard.press("Space")
    expect(reader).to_have_url(re.compile("kind=event"))
    expect(box).to_be_focused()


def test_nothing_is_loaded_before_somebody_asks(site: BuiltSite, reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(site.address + "search/")
    reader.wait_for_load_state("networkidle")
    expect(reader.locator(".search__body")).to_be_hidden()
    assert [] == [url for url in asked if "/pagefind/" in url]
    reader.get_by_role("searchbox").fill("pledge")
    found(reader)
    assert [url for url in asked if "/pagefind/" in url]
    assert [] == [url for url in asked if not url.startswith(site.address)]


def test_what_is_not_there_is_said(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/?q=ωωω")
    expect(reader.locator(STATUS)).to_contain_text("Nothing is found")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_results_are_shown(
    site: BuiltSite, browser: Browser, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.add_init_script(axe_source())
    page.goto(site.address + "search/?q=tidewick&state=due%20a%20check")
    found(page)
    page.locator("summary").click()
    # No rule but those of colours depends on the scheme.
    asked = {**QUICK, **(USUAL if scheme == "light" else USUAL_COLOURS)}
    violations = page.evaluate(VIOLATIONS, asked)
    context.close()
    assert [] == [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in violations]


def test_no_result_is_wider_than_the_window(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + "search/?q=tidewick")
    found(reader)
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_the_page_is_a_list_that_leads_everywhere(
    site: BuiltSite, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "search/?q=pledge")
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("noscript p")).to_be_visible()
    page.get_by_role("link", name="Pledge for electric ships").click()
    expect(page).to_have_url(re.compile("companies/tidewick/facts/electric-fleet-pledge/"))
    context.close()


def test_from_disk_the_names_of_the_list_are_searched(
    local_site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((local_site / "index.html").as_uri())
    page.get_by_role("searchbox").fill("heron")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("cannot be loaded here")
    names = page.locator(".everything li:visible").all_inner_texts()
    assert names
    assert [] == [name for name in names if "heron" not in name.lower()]
    page.close()


def test_a_site_below_a_path_is_searched_there(
    site: BuiltSite, browser: Browser, tmp_path: Path
) -> None:
    shutil.copytree(site.folder, tmp_path / "repo")
    with make_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/repo/companies/ampelle/")
        page.get_by_role("searchbox").fill("Role of Runa Falk")
        page.keyboard.press("Enter")
        page.locator(RESULTS).first.get_by_role("link").first.click()
        expect(page).to_have_url(
            re.compile("/repo/companies/tidewick/facts/runa-falk-role/$")
        )
        page.close()
        server.shutdown()
