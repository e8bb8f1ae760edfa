"""What is said of a module holds only while the module is there: every one that is named
anywhere in words exists.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = [
    path
    for folder in ("dossier", "tests", "tools", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
PATTERNS = (
    "*.md",
    "*.py",
    "*.toml",
    "Makefile",
    "docs/**/*.md",
    "themes/**/*.html",
    "themes/**/*.[cj]s*",
    ".github/**/*.*",
)
PROSE = [path for pattern in PATTERNS for path in sorted(ROOT.glob(pattern))]
"""Files whose every line may name one."""
NAME = re.compile(r"(?<![\w./*{}-])/?((?:[\w-]+/)*[\w-]+\.py)\b(?![\w/])")
THERE = {
    "/".join(path.relative_to(ROOT).parts[at:])
    for path in [*CODE, *ROOT.glob("*.py")]
    for at in range(-6, 0)
}
"""Every way to name a module: by its name alone, or with as many of the folders above it as
one likes.
"""

CARRIED = "dossier/carried/"
"""Where a wheel has the files of this repository that it carries; here they stand at their
own places.
"""
MADE = frozenset({"tools/pinned.py", "blogconf.py"})
"""What stands in a site that `dossier init` makes, and in one of somebody else's."""


def remarks(source: str) -> Iterator[str]:
    """The comments and docstrings of a module."""
    yield from (
        token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    )
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.value.value


def missing(texts: Iterator[str]) -> list[str]:
    """The modules that texts name and that are not there."""
    return [
        name
        for text in texts
        for name in NAME.findall(text)
        if name.removeprefix(CARRIED) not in THERE | MADE
    ]


def test_modules_named_in_code_are_there() -> None:
    """In docstrings and comments."""
    texts = {
        path.relative_to(ROOT).as_posix(): missing(remarks(path.read_text("utf-8")))
        for path in CODE
    }
    assert {} == {path: names for path, names in texts.items() if names}


def test_modules_named_in_documents_templates_and_workflows_are_there() -> None:
    assert [] == [
        (path.name, name)
        for path in PROSE
        for name in missing(iter([path.read_text("utf-8")]))
    ]


def test_a_module_that_is_not_there_is_found() -> None:
    """By its name or with a folder, in a docstring or a comment; one that is there passes,
    and so does a pattern.
    """
    source = '"""See layers/lost.py, and model/dates.py."""\n\nx = 1  # as gone.py has it; not test_*.py\ny = "string.py"\n'
    assert ["gone.py", "layers/lost.py"] == missing(remarks(source))
