"""The examples of components: what each is given, and what it then prints. They document,
test and show the theme.

An examples file gives the `arguments` of the macro of its name their types, and below
`examples` their values and what must be seen. `inside`, where it is there, is the element
in which the macro has to stand, such as `ol.events`.
"""

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml
from markupsafe import Markup

import dossier.render
from dossier.render.footnotes import Marks
from tests.render_fixtures import THEME, templates

COMPONENTS = THEME / "templates" / "components"
EXAMPLES = Path(__file__).parent / "components"
TYPES = {"text": str, "html": Markup, "flag": bool, "number": int}
VIEWS = {
    name: kind
    for path in Path(dossier.render.__file__).parent.glob("*/views.py")
    for name, kind in vars(
        import_module(f"dossier.render.{path.parent.name}.views")
    ).items()
    if name.endswith("View")
}
"""What templates get to see, by name."""
Example = tuple[str, str, Mapping[str, Any]]
"""The component, the name of the example, and what it gives."""


@cache
def load(component: str) -> dict[str, Any]:
    """The examples file of a component."""
    found: dict[str, Any] = yaml.load(
        (EXAMPLES / f"{component}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return found


def components() -> list[str]:
    """The names of all components that have examples."""
    return sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


def all_examples() -> list[Example]:
    """Every example of every component."""
    return [
        (component, name, example)
        for component in components()
        for name, example in load(component)["examples"].items()
    ]


def printed(component: str, given: Mapping[str, Any]) -> str:
    """What a component prints for an example."""
    macro = getattr(
        templates().get_template(f"components/{component}.html").module, component
    )
    arguments = load(component)["arguments"]
    return str(
        macro(*(build(type_of(kind), given.get(name)) for name, kind in arguments.items()))
    )


def type_of(name: str) -> Any:
    """The type that an argument names: `text`, a view, or a list of one (`FactView*`)."""
    if name.endswith("*"):
        return tuple[type_of(name[:-1]), ...]  # type: ignore[misc]
    return TYPES.get(name) or VIEWS[name]


def build(kind: Any, given: Any) -> Any:
    """A value of a view's field from what an example gives; what it leaves out is empty."""
    if isinstance(kind, types.UnionType):
        return None if given is None else build(get_args(kind)[0], given)
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        return tuple(
            build(kinds[0] if kinds[-1] is ... else kinds[place], item)
            for place, item in enumerate(given or ())
        )
    if dataclasses.is_dataclass(kind) and kind is not Marks:
        hints = get_type_hints(kind)
        assert not given.keys() - hints.keys()
        return kind(**{name: build(hint, given.get(name)) for name, hint in hints.items()})  # type: ignore[operator]
    if kind in (Markup, Marks):
        return Markup(given or "")  # noqa: S704 - an example of ours
    return kind() if given is None else kind(given)
