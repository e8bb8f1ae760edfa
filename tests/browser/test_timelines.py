"""Timelines as readers use them: by mouse, keyboard and link, in any window, on paper, and
without a script.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.conftest import BuiltSite, served
from tests.builds import build
from tests.crowds import AXES, crowd
from tests.once import once
from tests.toolchain import axe_source, nu_check

ELIAS_VANE = "companies/tidewick/timelines/elias-vane/"
CROWD = "companies/crowd/timeline/"
WINDOWS: dict[str, ViewportSize] = {
    "narrow": {"width": 320, "height": 700},
    "wide": {"width": 1280, "height": 900},
}
BETWEEN: ViewportSize = {
    "width": 700,
    "height": 900,
}  # where the strip has just room for all of its labels


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A made-up company with hundreds of events, built and served."""
    with served(once(tmp_path_factory, "crowd", _build_crowd) / "output") as site:
        yield site


def _build_crowd(folder: Path) -> None:
    done = build(crowd(folder), "--output", folder / "output")
    assert done.returncode == 0, done.stderr


@pytest.fixture(params=list(WINDOWS.values()), ids=list(WINDOWS))
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page with JavaScript, in a narrow and in a wide window."""
    context = browser.new_context(viewport=request.param)
    yield context.new_page()
    context.close()


def event(page: Page, id: str) -> Locator:
    """An event by the id that links to it have."""
    return page.locator(f".event:has(> #{id})")


def shown(page: Page) -> int:
    """How many events can be seen."""
    return page.locator(".event:visible").count()


def told(page: Page) -> str:
    """What is said of how many events are shown."""
    return page.get_by_role("status").inner_text()


TAPPED = ".sift__open, .event__permalink, [role=doc-backlink]"


def test_a_finger_can_hit_what_stands_alone(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + ELIAS_VANE)
    boxes = [box for one in reader.locator(TAPPED).all() if (box := one.bounding_box())]
    assert boxes
    assert 24 <= min(min(box["width"], box["height"]) for box in boxes)


HOSTILE = {
    "a tag": "?words=%3Cimg%20src=x%20onerror=alert(1)%3E",
    "a prototype": "?__proto__=1&constructor=2&theme=__proto__",
    "the names of a form": "?elements=1&length=2&reset=3",
    "no years": "?from=abc&to=-1e999",
    "half a sign": "#%",
    "half a letter": "?words=x#%E0%A4",
    "an expression": "?words=[.*(",
}


@pytest.mark.parametrize("asked", HOSTILE.values(), ids=HOSTILE)
def test_an_address_can_ask_for_nothing_but_a_choice(
    site: BuiltSite, page: Page, asked: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(site.address + ELIAS_VANE + asked)
    page.wait_for_function(
        "document.querySelector('output').textContent.includes('events')"
    )
    assert ([], 0) == (faults, page.locator("main script, main img").count())


def test_events_are_chosen_by_theme_and_date_with_the_mouse(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + ELIAS_VANE)
    assert (13, "13 events") == (shown(reader), told(reader))
    reader.get_by_text("Choose events").click()
    reader.get_by_label("A Elias Vane").check()
    assert (6, "Showing 6 of 13 events.") == (shown(reader), told(reader))
    reader.get_by_label("between two dates").check()
    assert (1, "Showing 1 of 13 events.") == (shown(reader), told(reader))
    assert 1 == reader.locator(".strip a:visible").count()
    assert "?theme=founder&date=between" in reader.url
    reader.get_by_role("button", name="Show all events").click()
    expect(reader.get_by_role("status")).to_have_text("13 events")
    assert (13, False) == (shown(reader), "?" in reader.url)


def test_a_choice_is_told_where_parameters_are_not_counted(
    site: BuiltSite, reader: Page
) -> None:
    reader.add_init_script("delete URLSearchParams.prototype.size")
    reader.goto(f"{site.address}{ELIAS_VANE}?theme=founder")
    assert (6, "Showing 6 of 13 events.") == (shown(reader), told(reader))
    expect(reader.locator("details.sift__choices")).to_have_attribute("open", "")


def test_events_are_chosen_with_the_keyboard_alone(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + ELIAS_VANE)
    reader.locator("summary").focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Space")
    assert "Showing 6 of 13 events." == told(reader)
    reader.get_by_label("Words").focus()
    reader.keyboard.type("TORP")
    assert 1 == shown(reader)
    reader.keyboard.press("Enter")
    assert ELIAS_VANE in reader.url
    assert 1 == shown(reader)


def test_a_choice_can_be_linked(site: BuiltSite, reader: Page) -> None:
    reader.goto(f"{site.address}{ELIAS_VANE}?theme=from--quayfare&theme=shares&words=ed")
    expect(reader.locator("details.sift__choices")).to_have_attribute("open", "")
    assert ["from--quayfare", "shares"] == [
        box.get_attribute("value")
        for box in reader.get_by_role("checkbox").all()
        if box.is_checked()
    ]
    assert f"Showing {shown(reader)} of 13 events." == told(reader)
    assert {"from--quayfare", "shares"} >= {
        event.get_attribute("data-theme")
        for event in reader.locator(".event:visible").all()
    }


def test_years_bound_what_can_have_been_then(site: BuiltSite, reader: Page) -> None:
    reader.goto(f"{site.address}{ELIAS_VANE}?from=2022&to=2023")
    labels = reader.locator(".event:visible h3 > a:first-child").all_inner_texts()
    assert (5, "Inquiry into ferry lines", "Elias Vane steps down") == (
        len(labels),
        labels[0],
        labels[-1],
    )
    expect(reader.get_by_role("heading", name="2025")).to_be_hidden()


def test_who_comes_for_an_event_finds_it_whatever_is_chosen(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(f"{site.address}{ELIAS_VANE}?theme=shares#event-vane-speech")
    expect(event(reader, "event-vane-speech")).to_be_in_viewport()
    expect(reader.get_by_role("status")).to_have_text("13 events")


def test_a_date_is_shown_again_where_the_event_that_told_it_is_gone(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + ELIAS_VANE)
    fine = event(reader, "event-piers-fine")
    expect(fine).to_have_class(re.compile("event--again"))
    reader.goto(f"{site.address}{ELIAS_VANE}?theme=inquiry")
    expect(fine).not_to_have_class(re.compile("event--again"))


def test_the_strip_leads_to_an_event_and_takes_no_stop_of_the_keyboard(
    site: BuiltSite, reader: Page
) -> None:
    reader.goto(site.address + ELIAS_VANE)
    reader.locator('.strip a[href="#event-probation-ended"]').click(force=True)
    expect(event(reader, "event-probation-ended")).to_be_in_viewport()
    assert 0 == reader.locator(".strip a:not([tabindex='-1'])").count()


def test_the_permalink_of_an_event_can_be_found(site: BuiltSite, reader: Page) -> None:
    reader.goto(site.address + ELIAS_VANE)
    link = reader.get_by_role("link", name="Link to “Elias Vane steps down”")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    reader.keyboard.press("Enter")
    assert reader.url.endswith("#event-vane-steps-down")


def test_a_timeline_can_be_read_without_a_script(site: BuiltSite, page: Page) -> None:
    page.goto(site.address + ELIAS_VANE)
    assert 13 == shown(page)
    expect(page.get_by_text("13 events").first).to_be_visible()
    assert ["October 2020"] == event(page, "event-vane-speech").locator(
        "time"
    ).all_inner_texts()
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2025").click()
    expect(page.get_by_role("heading", name="2025")).to_be_in_viewport()


def test_without_a_script_nothing_is_offered_that_needs_one(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site.address + ELIAS_VANE)
    expect(page.get_by_text("Choose events")).to_be_hidden()
    page.context.close()


def test_print_has_every_event_and_note(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(site.address + ELIAS_VANE)
    page.emulate_media(media="print")
    assert 13 == shown(page)
    assert (
        page.locator("[role=doc-endnotes] > ol > li").count()
        == page.locator("[role=doc-endnotes] > ol > li:visible").count()
    )
    expect(page.locator(".strip")).to_be_visible()
    expect(page.get_by_text("Choose events")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
    page.close()


def test_print_of_a_choice_says_so_and_has_the_notes_of_what_is_shown(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}{ELIAS_VANE}?theme=shares")
    page.emulate_media(media="print")
    expect(page.get_by_text("Showing 2 of 13 events.")).to_be_visible()
    marks = {
        mark.inner_text()
        for mark in page.locator(".event:visible a[role=doc-noteref]").all()
    }
    notes = page.locator("[role=doc-endnotes] > ol > li:visible")
    assert marks == {
        str(number)
        for number in notes.evaluate_all("notes => notes.map(note => note.value)")
    }
    page.close()


@pytest.mark.parametrize("window", [*WINDOWS.values(), BETWEEN], ids=[*WINDOWS, "between"])
@pytest.mark.parametrize("axis", ["", *AXES])
def test_hundreds_of_events_and_every_axis_fit_the_window(
    crowded: BuiltSite, browser: Browser, window: ViewportSize, axis: str
) -> None:
    page = browser.new_page(viewport=window)
    page.goto(crowded.address + (f"companies/crowd/timelines/{axis}/" if axis else CROWD))
    width = page.evaluate("document.documentElement.scrollWidth")
    boxes = [label.bounding_box() for label in page.locator(".strip__label:visible").all()]
    page.close()
    assert width <= window["width"]
    found = sorted((box["x"], box["x"] + box["width"]) for box in boxes if box)
    assert all(one[1] <= other[0] for one, other in pairwise(found)), "labels do not touch"


def test_a_choice_among_hundreds_answers_at_once(crowded: BuiltSite, reader: Page) -> None:
    reader.goto(crowded.address + CROWD)
    reader.get_by_text("Choose events").click()
    reader.get_by_label("Words").fill("event 170 in")
    assert ("Showing 1 of 300 events.", 1) == (told(reader), shown(reader))


def test_axe_finds_nothing_while_events_are_chosen(
    site: BuiltSite, browser: Browser
) -> None:
    for window in WINDOWS.values():
        context = browser.new_context(viewport=window, bypass_csp=True)
        page = context.new_page()
        page.add_init_script(axe_source())
        page.goto(f"{site.address}{ELIAS_VANE}?theme=founder")
        assert [] == page.evaluate(
            "async () => (await axe.run(document)).violations.map(one => one.id)"
        )
        context.close()


def test_the_nu_checker_finds_nothing_in_a_crowd(crowded: BuiltSite) -> None:
    assert [] == nu_check(crowded.folder / "companies/crowd/timeline")


def test_a_strip_of_hundreds_stays_small(crowded: BuiltSite) -> None:
    text = (crowded.folder / CROWD / "index.html").read_text("utf-8")
    strip = text[text.index('<figure class="strip') : text.index("</figure>")]
    assert len(strip.encode()) < 405 * 420


def test_two_builds_of_a_crowd_are_the_same(crowded: BuiltSite, tmp_path: Path) -> None:
    again = crowd(tmp_path)
    assert build(again, "--output", again / "output").returncode == 0
    path = f"{CROWD}index.html"
    assert (crowded.folder / path).read_bytes() == (again / "output" / path).read_bytes()


def test_the_address_of_an_event_that_stands_elsewhere_leads_to_its_fact(
    site: BuiltSite, browser: Browser
) -> None:
    """As where a timeline has several pages now; the page of the fact leads to each of its
    places.
    """
    page = browser.new_page()
    page.goto(
        f"{site.address}companies/tidewick/timelines/elias-vane/#event-heron-presented"
    )
    page.wait_for_url("**/companies/tidewick/facts/heron-presented/")
    page.close()
