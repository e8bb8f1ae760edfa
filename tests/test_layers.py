"""The layers: each part of the package imports only from itself and from those above it,
and heavy things come late.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier

ROOT = Path(dossier.__file__).parent
DOCUMENT = ROOT.parent / "docs" / "architecture.md"
ROW = re.compile(r"^\| `dossier/(\w+)(?:\.py|/)` \|.*\| ([^|]+) \|$", re.MULTILINE)


def documented() -> dict[str, set[str]]:
    """What each layer may import, from the top down, as the table in docs/architecture.md
    has it.
    """
    allowed: dict[str, set[str]] = {}
    for name, words in ROW.findall(DOCUMENT.read_text("utf-8")):
        special = {"nothing of ours": set[str](), "all above": set(allowed)}
        allowed[name] = special[words] if words in special else set(words.split(", "))
    return allowed


ALLOWED = documented()
LAYERS = tuple(ALLOWED)
"""From the top down."""
ROOMS = tuple(
    re.findall(r"^\| `(\w+)(?:\.py|/)` \|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
)
"""Those of dossier/render/, from the top down."""
MODULES = sorted(ROOT.rglob("*.py"))
HEAVY = {
    "PIL", "pelican", "jinja2", "markdown_it", "babel", "yaml", "regex", "importlib.metadata",
    "dossier.merge",
}  # fmt: skip


def imports(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, but for those that only a type
    checker sees.
    """
    tree = ast.parse(path.read_text("utf-8"))
    unseen = {
        inner
        for node in ast.walk(tree)
        if is_type_checking(node)
        for inner in ast.walk(node)
    }
    for node in set(ast.walk(tree)) - unseen:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_type_checking(node: ast.AST) -> bool:
    """Whether a statement is `if TYPE_CHECKING:`."""
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def layer(name: str) -> str:
    """The layer of a module of ours, by its full name; empty for the package itself."""
    part = f"{name}.".split(".")[1]
    return part if part in LAYERS else ""


def name_of(path: Path) -> str:
    """The full name of a module."""
    return ".".join(("dossier", *path.relative_to(ROOT).with_suffix("").parts))


def test_every_module_has_its_layer() -> None:
    """Nothing stands outside of the order."""
    assert {"", *LAYERS} >= {layer(name_of(path)) for path in MODULES}
    assert ["__init__"] == [path.stem for path in MODULES if not layer(name_of(path))]


def test_the_table_names_layers_above() -> None:
    """A row of the table names only rows above it."""
    for at, (name, words) in enumerate(ALLOWED.items()):
        assert words <= set(LAYERS[:at]), name


@pytest.mark.parametrize("own", [own for own in LAYERS if own not in ("cli", "commands")])
def test_a_layer_imports_what_its_row_names(own: str) -> None:
    """No more and no less; the commands import late what they need, and may import all."""
    files = [path for path in MODULES if layer(name_of(path)) == own]
    used = {
        layer(name)
        for path in files
        for name in imports(path)
        if name.startswith("dossier.")
    }
    assert ALLOWED[own] == used - {"", own}


def room(name: str) -> str:
    """The room of a module of rendering, by its full name; empty for the package itself."""
    return f"{name}..".split(".")[2]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer(name_of(path)) == "render"], ids=name_of
)
def test_rendering_is_built_the_same_way(path: Path) -> None:
    """Each of its rooms imports only from itself and from those above it."""
    own = room(name_of(path)).replace("__init__", "")
    allowed = {"", *ROOMS[: ROOMS.index(own) + 1]} if own else {""}
    assert set() == {
        name
        for name in imports(path)
        if name.startswith("dossier.render.") and room(name) not in allowed
    }


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_plugin_knows_pelican(path: Path) -> None:
    """Everything else could be used without it, but for what stands beside another site of
    it.
    """
    assert layer(name_of(path)) in ("plugin", "beside") or not any(
        name.split(".")[0] == "pelican" for name in imports(path)
    )


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if layer(name_of(path)) in ("model", "merge")],
    ids=name_of,
)
def test_what_is_pure_needs_nothing_but_the_standard_library(path: Path) -> None:
    """The model and merging import no library, and nothing that reads or writes."""
    roots = {name.split(".")[0] for name in imports(path)}
    assert {"dossier", *sys.stdlib_module_names} >= roots
    assert not roots & {
        "os",
        "pathlib",
        "io",
        "sys",
        "subprocess",
        "socket",
        "time",
        "random",
        "locale",
        "shutil",
    }


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer(name_of(path)) == "workflows"], ids=name_of
)
def test_what_jobs_with_rights_run_needs_no_package(path: Path) -> None:
    """They install nothing, and run it from the checkout; the package itself, which comes
    with it, imports nothing.
    """
    assert {"dossier", *sys.stdlib_module_names} >= {
        name.split(".")[0] for name in imports(path)
    }
    assert [] == list(imports(ROOT / "__init__.py"))


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("dossier.cli", HEAVY),
        ("dossier.generate.pipeline", HEAVY - {"markdown_it", "yaml"}),
        ("dossier.generate.own", HEAVY - {"markdown_it", "yaml", "babel"}),
        ("dossier.edit.formatting", HEAVY - {"markdown_it", "yaml"}),
    ],
)
def test_heavy_things_are_imported_late(module: str, heavy: set[str]) -> None:
    """The command line starts without any, and checking needs neither Pelican nor Jinja nor
    Babel, which only figures in our own words are read with.
    """
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set() == heavy & set(loaded)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_why_it_exists(path: Path) -> None:
    """In its first line."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def tops(path: Path, sort: type[ast.ClassDef] | type[ast.FunctionDef]) -> Iterator[str]:
    """The names of a module's own classes or functions."""
    tree = ast.parse(path.read_text("utf-8"))
    return (node.name for node in tree.body if isinstance(node, sort))


def test_no_two_classes_have_one_name() -> None:
    """Whoever reads the name of a class need not ask which of several is meant."""
    classes = Counter(name for path in MODULES for name in tops(path, ast.ClassDef))
    assert [] == [name for name, count in classes.items() if count > 1]


ENTRIES = frozenset({"main", "register"})
"""Functions that others call by these names, in each module that has one: the shell, a
workflow, Pelican.
"""


def test_no_two_public_functions_of_a_layer_have_one_name() -> None:
    """The same of functions, within a layer; what begins with a stroke is a module's own."""
    functions = Counter(
        (layer(name_of(path)), name)
        for path in MODULES
        for name in tops(path, ast.FunctionDef)
        if not name.startswith("_") and name not in ENTRIES
    )
    assert [] == [name for name, count in functions.items() if count > 1]
