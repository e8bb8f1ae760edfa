"""How Jinja is set up for our templates: the same for Pelican, which renders the site, and for tests."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

OPTIONS: Mapping[str, Any] = MappingProxyType(
    {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
)
"""What Pelican's JINJA_ENVIRONMENT must hold."""


def environment(theme: Path) -> Environment:
    """An environment for the templates of a theme."""
    return Environment(loader=FileSystemLoader(theme / "templates"), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
