"""Contexts and templates know the same names, both ways."""

from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from dossier.render.pages.contexts import PageContext, Shared
from dossier.render.pages.plan import Page
from tests.chart_fixtures import charted_pages
from tests.render_fixtures import THEME, pages, templates

TEMPLATES = templates()
EVERYWHERE = {field.name for field in fields(PageContext)}
SHARED = {field.name for field in fields(Shared)}
ONE_OF_EACH = {
    page.template: page for page in (*charted_pages().values(), *pages().values())
}


def names_in(template: str) -> set[str]:
    """The names that a template and all that it extends, includes and imports ask for."""
    assert TEMPLATES.loader
    tree = TEMPLATES.parse(TEMPLATES.loader.get_source(TEMPLATES, template)[0])
    others = (names_in(other) for other in meta.find_referenced_templates(tree) if other)
    macros = [
        name for statement in tree.find_all(nodes.FromImport) for name in statement.names
    ]
    imported = {name if isinstance(name, str) else name[1] for name in macros}
    return (
        set(meta.find_undeclared_variables(tree)) - imported - TEMPLATES.globals.keys()
    ).union(*others)


@pytest.mark.parametrize("page", ONE_OF_EACH.values(), ids=ONE_OF_EACH.keys())
def test_a_template_asks_for_nothing_that_it_does_not_get(page: Page) -> None:
    assert set() == names_in(page.template) - page.context.keys() - SHARED


@pytest.mark.parametrize("page", ONE_OF_EACH.values(), ids=ONE_OF_EACH.keys())
def test_a_template_gets_nothing_that_it_does_not_use(page: Page) -> None:
    assert set() == page.context.keys() - names_in(page.template) - EVERYWHERE


def test_the_frame_of_all_pages_asks_for_shared_names_its_place_and_what_it_is_called() -> (
    None
):
    assert SHARED | {"here", "title"} == names_in("base.html")


def test_an_ordinary_page_asks_for_pelicans_page_besides() -> None:
    assert {"page"} == names_in("page.html") - SHARED - {"here", "title"}


@pytest.mark.parametrize(
    "path",
    sorted((THEME / "templates" / "components").glob("*.html")),
    ids=lambda path: path.stem,
)
def test_a_component_knows_only_its_arguments(path: Path) -> None:
    assert set() == names_in(f"components/{path.name}")
