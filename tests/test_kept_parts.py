"""Parts of the frame are made once for pages that are alike, and are what they would have
been.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, TemplateAssertionError, TemplateRuntimeError
from markupsafe import Markup

from dossier.generate.pipeline import inspect
from dossier.model.history import NO_HISTORY
from dossier.render.language.catalogues import ENGLISH
from dossier.render.site import links
from dossier.render.site.links import frame_of, href
from dossier.render.site.settings import SiteSettings
from dossier.render.theme.environment import OPTIONS, speak
from dossier.render.theme.keeping import MOST, Keeping
from tests.printing import printed

FOLDER = Path(__file__).parent / "sites"
DAY = date(2026, 1, 1)
SITES = {
    "kitchen-sink/content": SiteSettings("A", "Of all.", search=True),
    "quarters": SiteSettings("B", "", plain_links=True),
}
FRAME = ("", "sources/", "entities/", "compare/", "theme/ledger.css", "about/")
PAGES = (
    "",
    "404.html",
    "about/",
    "sources/",
    "sources/2/",
    "sources/a-report/",
    "companies/acme/",
    "companies/acme/facts/revenue/",
    "companies/beta/facts/people/",
)


def env_of(**templates: str) -> Environment:
    made = Environment(loader=DictLoader(templates), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
    speak(made, ENGLISH)
    return made


def rendered(template: str, *given: dict[str, Any], **others: str) -> list[str]:
    """A template with some names after the others."""
    made = env_of(page=template, **others).get_template("page")
    return [made.render(names) for names in given]


@pytest.mark.parametrize("plain_links", [False, True])
@pytest.mark.parametrize("here", PAGES)
def test_pages_alike_reach_the_frame_by_the_same_links(
    here: str, plain_links: bool
) -> None:
    stands_for = frame_of(here)
    assert [href(stands_for, one, plain_links) for one in FRAME] == [
        href(here, one, plain_links) for one in FRAME
    ]


def test_pages_of_one_folder_share_a_frame() -> None:
    assert frame_of("companies/acme/facts/x/") == frame_of("companies/beta/facts/y/")
    assert frame_of("companies/acme/") != frame_of("sources/acme/")


def test_a_part_is_made_once_for_each_key() -> None:
    made: list[str] = []
    template = "{% kept make, a=b|lower %}{{ make(a) }}{% endkept %}"
    given = [{"make": make_in(made), "b": b} for b in ("A", "a", "B<")]
    for names in given[1:]:
        names["make"] = given[0]["make"]
    assert rendered(template, *given) == ["a", "a", "b&lt;"]
    assert made == ["a", "b<"]


def make_in(made: list[str]) -> Any:
    def make(text: str) -> str:
        made.append(text)
        return text

    return make


def test_two_parts_are_never_taken_for_each_other() -> None:
    template = "{% kept a %}1{{ a }}{% endkept %}{% kept a %}2{{ a }}{% endkept %}"
    assert rendered(template, {"a": "x"}) == ["1x2x"]


def test_values_that_are_equal_and_printed_differently_are_told_apart() -> None:
    """HTML of ours is not escaped, and a text is, whoever came first."""
    template = "{% kept a %}{{ a }}{% endkept %}"
    given: list[Any] = [Markup("<b>"), "<b>", 1, True]
    printed_each = rendered(template, *({"a": one} for one in given))
    assert printed_each == ["<b>", "&lt;b&gt;", "1", "True"]


def test_a_value_that_can_be_no_key_is_told() -> None:
    with pytest.raises(
        TemplateRuntimeError, match="kept: unhashable type: 'list'; expected"
    ):
        rendered("{% kept a %}{{ a[0] }}{% endkept %}", {"a": ["x"]})


def test_a_part_may_make_names_and_import_macros() -> None:
    template = "{% kept a %}{% from 'm' import m %}{% set b = a %}{{ m(b) }}{% endkept %}"
    assert rendered(template, {"a": "x"}, m="{% macro m(a) %}<{{ a }}>{% endmacro %}") == [
        "<x>"
    ]


def test_a_key_that_names_every_page_does_not_keep_them_all() -> None:
    made = env_of(page="{% kept a %}{{ a }}{% endkept %}")
    page = made.get_template("page")
    assert all(page.render(a=number) == str(number) for number in range(MOST + 5))
    keeping = made.extensions[f"{Keeping.__module__}.{Keeping.__name__}"]
    assert isinstance(keeping, Keeping)
    assert len(keeping.made) == 5


@pytest.mark.parametrize(
    ("held", "asks"),
    [
        ("{{ title }}", "title"),
        ("{% for one in menu %}{{ one }}{% endfor %}{{ here }}", "here, menu"),
        ("{% block title %}{% endblock %}", "the block title"),
        ("{{ self.title() }}", "self"),
        ("{% include 'm' %}", "all names, for another template"),
        ("{% from 'm' import m with context %}", "all names, for another template"),
    ],
)
def test_a_part_sees_no_name_that_its_key_forgets(held: str, asks: str) -> None:
    with pytest.raises(TemplateAssertionError, match=f"asks for {asks};"):
        rendered(f"{{% kept site %}}{held}{{% endkept %}}", {"site": "x", "title": "y"})


@pytest.mark.parametrize(("site", "settings"), SITES.items())
def test_every_page_is_what_it_would_be_without_keeping(
    site: str, settings: SiteSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part made anew, for the address of the page itself."""
    content = inspect(FOLDER / site).content
    kept, _ = printed(content, settings, NO_HISTORY, DAY)
    monkeypatch.setattr(Keeping, "keep", lambda _, *key, caller: caller(*key[1:]))
    monkeypatch.setattr(links, "frame_of", lambda here: here)
    made, _ = printed(content, settings, NO_HISTORY, DAY)
    assert made == kept
