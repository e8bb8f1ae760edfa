"""Each component is a macro, a style file and a file of examples of one name; the examples are its documentation."""

import dataclasses
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import yaml
from markupsafe import Markup

from dossier.render import views
from dossier.render.footnotes import Marks
from tests.render_fixtures import THEME, templates
from tests.test_render_pages import Outline

COMPONENTS = THEME / "templates" / "components"
EXAMPLES = Path(__file__).parent / "components"
TYPES = {"text": str, "html": Markup, "flag": bool, "number": int}
Example = tuple[str, str, Mapping[str, Any]]


def load(path: Path) -> dict[str, Any]:
    """An examples file: `arguments` gives each its type, `examples` their values and what must be seen."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def type_of(name: str) -> Any:
    """The type that an argument names: `text`, a view, or a list of one (`FactView*`)."""
    if name.endswith("*"):
        return tuple[type_of(name[:-1]), ...]  # type: ignore[misc]
    return TYPES.get(name) or getattr(views, name)


def build(kind: Any, given: Any) -> Any:
    """A value of a view's field from what an example gives; what it leaves out is empty."""
    if isinstance(kind, types.UnionType):
        return None if given is None else build(get_args(kind)[0], given)
    if get_origin(kind) is tuple:
        return tuple(build(get_args(kind)[0], item) for item in given or ())
    if dataclasses.is_dataclass(kind) and kind is not Marks:
        hints = get_type_hints(kind)
        assert not given.keys() - hints.keys()
        return kind(**{name: build(hint, given.get(name)) for name, hint in hints.items()})  # type: ignore[operator]
    if kind in (Markup, Marks):
        return Markup(given or "")  # noqa: S704 - an example of ours
    return kind(given or "") if kind is not bool else bool(given)


def all_examples() -> list[Example]:
    """Every example of every component."""
    return [
        (path.stem, name, example)
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for name, example in load(path)["examples"].items()
    ]


def test_every_component_has_a_style_file_and_examples() -> None:
    macros = {path.stem for path in COMPONENTS.glob("*.html")}
    assert macros == {path.stem for path in (THEME / "static" / "css" / "components").glob("*.css")}
    assert macros == {path.stem for path in EXAMPLES.glob("*.yaml")}


@pytest.mark.parametrize("example", all_examples(), ids=lambda example: f"{example[0]}: {example[1]}")
def test_an_example_shows_what_it_says(example: Example) -> None:
    component, _, given = example
    arguments = load(EXAMPLES / f"{component}.yaml")["arguments"]
    macro = getattr(templates().get_template(f"components/{component}.html").module, component)
    text = macro(*(build(type_of(kind), given.get(name)) for name, kind in arguments.items()))
    Outline(text)
    assert [] == [words for words in given["shows"] if words not in text]
    assert [] == [words for words in given.get("hides", []) if words in text]
