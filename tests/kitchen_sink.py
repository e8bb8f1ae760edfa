"""One page with every component in every state, made of the examples: `make components`.
For those who work on a theme.

It is no page of a published site: readers have no use for it. New components are on it as
soon as they have examples.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import yaml
from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import Markup

from dossier.render.pages.binding import bind
from dossier.render.pages.plan import shared_context
from dossier.render.theme.assets import theme_files
from dossier.render.theme.environment import environment
from tests.builds import ROOT
from tests.examples import COMPONENTS, VIEWS, load, printed
from tests.examples import components as names_of_components
from tests.render_fixtures import SETTINGS, THEME, site

FOLDER = ROOT / ".tools" / "components"
STYLE = Path(__file__).parent / "kitchen_sink.css"
WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Attributes that name elements of the page by their ids.
NAMES = re.compile(
    r'(?<=\s)(id|for|headers|list|form|popovertarget|commandfor|aria-(?:labelledby|describedby|controls|owns|details))="([^"]*)"'
)
LINKS = re.compile(r'(?<=\s)(href|xlink:href)="([^"]*)"')
# Several of a kind are told apart by a name of their own.
LANDMARK = re.compile(
    r'<(?:nav|section|aside|form|search|div)\b[^>]*?\saria-label(?:ledby)?="[^"]*"[^>]*>'
)
# Where a macro has to stand, if its examples file does not say so: found by the first
# element that it prints.
PLACES = {"li": "ul", "dt": "dl", "dd": "dl", "tr": "table"}


@dataclass(frozen=True)
class Shown:
    """One example as the page shows it."""

    name: str
    anchor: str
    html: Markup
    given: str
    # What it was made of.


@dataclass(frozen=True)
class Component:
    """One component with all its examples."""

    name: str
    about: str
    call: str
    # Its macro with the types of the arguments.
    views: tuple[tuple[str, str, str], ...]
    # Of each view: its name, what it is, and the names of its fields.
    examples: tuple[Shown, ...]


def write(folder: Path) -> Path:
    """The page, with the theme's files beside it."""
    files = {
        **theme_files(THEME),
        "theme/kitchen_sink.css": STYLE.read_bytes(),
        "index.html": page().encode(),
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "index.html"


def page() -> str:
    """The page."""
    env = environment(THEME)
    env.loader = ChoiceLoader(
        [FileSystemLoader(STYLE.parent), FileSystemLoader(THEME / "templates")]
    )
    shared = dict(shared_context(bind(site(), SETTINGS)))
    shared["site"] = replace(shared["site"], title="Components", menu=())  # type: ignore[type-var]
    scripts = [
        script for name in names_of_components() for script in load(name).get("scripts", ())
    ]
    return env.get_template("kitchen_sink.html").render(
        **shared,
        here="",
        title="Components",
        description="Every component of the theme in every state.",
        scripts=dict.fromkeys(scripts),
        components=[component(name) for name in names_of_components()],
    )


def component(name: str) -> Component:
    """What is to be told and shown of one component."""
    described = load(name)
    types = [kind.removesuffix("*") for kind in described["arguments"].values()]
    arguments = ", ".join(
        f"{argument}: {kind}" for argument, kind in described["arguments"].items()
    )
    return Component(
        name=name,
        about=about(name),
        call=f"{name}({arguments})",
        views=tuple(view(kind) for kind in dict.fromkeys(types) if kind in VIEWS),
        examples=tuple(
            shown(name, number, *one)
            for number, one in enumerate(described["examples"].items(), 1)
        ),
    )


def about(name: str) -> str:
    """What a component is: the remark at the top of its file."""
    text = (COMPONENTS / f"{name}.html").read_text("utf-8")
    found = re.search(r"\{#\s*(.*?)\s*#\}", text, re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def view(name: str) -> tuple[str, str, str]:
    """What templates know of one kind of view."""
    kind = VIEWS[name]
    return name, (kind.__doc__ or "").strip(), ", ".join(kind.__dataclass_fields__)


def shown(name: str, number: int, title: str, example: Mapping[str, Any]) -> Shown:
    """One example, scoped so that it can stand on a page with others."""
    anchor = f"{name}-{number}"
    given = {key: value for key, value in example.items() if key not in ("shows", "hides")}
    html = placed(printed(name, example), load(name).get("inside", ""))
    told = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=100)
    return Shown(title, anchor, Markup(scoped(html, anchor)), told)  # noqa: S704 - printed by our own templates


def placed(html: str, inside: str) -> str:
    """What a component prints, in the element without which HTML does not allow it."""
    first = re.findall(r"<([a-z][a-z0-9]*)", html)[:2]
    found = next(
        (PLACES[tag] for tag in first if tag in PLACES and first[0] in ("div", tag)), ""
    )
    tag, _, classes = (inside or found).partition(".")
    if not tag:
        return html
    return (
        f'<{tag} class="{classes}">{html}</{tag}>' if classes else f"<{tag}>{html}</{tag}>"
    )


def scoped(html: str, anchor: str) -> str:
    """The same with ids of its own, links that lead nowhere else, and landmarks that are
    told apart.
    """
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    html = NAMES.sub(partial(_rename, ids, anchor), html)
    html = LINKS.sub(partial(_lead, ids, anchor), html)
    html = re.sub(r"url\(#([^)]*)\)", rf"url(#{anchor}--\1)", html)
    return LANDMARK.sub(partial(_tell_apart, anchor), html)


def _rename(ids: set[str], anchor: str, found: re.Match[str]) -> str:
    """An id that the example does not have stands for a heading of the page around it."""
    names = (f"{anchor}--{name}" if name in ids else anchor for name in found[2].split())
    return f'{found[1]}="{" ".join(names)}"'


def _lead(ids: set[str], anchor: str, found: re.Match[str]) -> str:
    """Within the example, to another host, or back to the example."""
    target = found[2]
    if target.startswith(("http://", "https://")):
        return found[0]
    inner = target.removeprefix("#") if target.startswith("#") else ""
    return f'{found[1]}="#{f"{anchor}--{inner}" if inner in ids else anchor}"'


def _tell_apart(anchor: str, found: re.Match[str]) -> str:
    tag = re.sub(r'aria-labelledby="([^"]*)"', rf'aria-labelledby="\1 {anchor}"', found[0])
    return re.sub(r'aria-label="([^"]*)"', rf'aria-label="\1 ({anchor})"', tag)


def take_pictures(folder: Path) -> Iterator[Path]:
    """The page as it is seen, in each width and scheme."""
    from tests.toolchain import open_browser

    with open_browser() as browser:
        for width in WIDTHS:
            for scheme in SCHEMES:
                view = browser.new_page(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                view.goto((folder / "index.html").as_uri())
                path = folder / f"{width}-{scheme}.png"
                view.screenshot(path=path, full_page=True)
                yield path


if __name__ == "__main__":
    sys.stdout.write(f"{write(FOLDER).as_uri()}\n")
    for path in take_pictures(FOLDER) if "--pictures" in sys.argv else ():
        sys.stdout.write(f"{path}\n")
