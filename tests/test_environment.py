"""How Jinja is set up: fast where the theme's templates are the same for every page."""

from pathlib import Path

import jinja2
import pytest

from dossier.render.theme.environment import environment


def test_the_macros_of_a_component_are_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many pages import them, and whatever names those pages have."""
    made: list[str | None] = []
    make = jinja2.Template.make_module

    def counted(self: jinja2.Template, *arguments: object, **named: object) -> object:
        made.append(self.name)
        return make(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(jinja2.Template, "make_module", counted)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "part.html").write_text(
        "{% macro part(x) %}{{ x }}{% endmacro %}", "utf-8"
    )
    (tmp_path / "templates" / "page.html").write_text(
        '{% from "part.html" import part %}{{ part(x) }}', "utf-8"
    )
    templates = environment(tmp_path)
    assert ["a&amp;", "b"] == [
        templates.get_template("page.html").render(x=x, more=x) for x in ("a&", "b")
    ]
    assert ["part.html"] == made
