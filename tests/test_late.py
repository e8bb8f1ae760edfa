"""What is made late is the same as what is made at once."""

import copy
import importlib
import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import dossier
from dossier.model.late import USES, late_pattern

ROOT = Path(dossier.__file__).parent
USERS = sorted(
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
    for path in ROOT.rglob("*.py")
    if "import late_pattern" in path.read_text("utf-8")
)


LATE = type(late_pattern(""))


def late_in(value: object) -> Iterator[re.Pattern[str]]:
    """Those that a module has by name, or in its lists."""
    if isinstance(value, LATE):
        yield value
    elif isinstance(value, tuple | Mapping):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from late_in(inner)


@pytest.mark.parametrize("name", USERS)
def test_every_late_regex_is_one(name: str) -> None:
    """A mistake in one is found here, and not by whoever first needs it."""
    late = [*late_in(tuple(vars(importlib.import_module(name)).values()))]
    assert late
    assert all(isinstance(one.groups, int) for one in late)


@pytest.mark.parametrize("use", USES)
def test_it_answers_as_a_regex_whatever_is_asked_first(use: str) -> None:
    late, usual = late_pattern("(a)|b", re.IGNORECASE), re.compile("(a)|b", re.IGNORECASE)
    given = ("x", "xAb") if use.startswith("sub") else ("A",)
    one, other = (getattr(made, use)(*given) for made in (late, usual))
    if use == "finditer":
        one, other = [*one], [*other]
    assert repr(one) == repr(other)
    assert usual.groups == late.groups


def test_it_can_be_copied() -> None:
    """What has one may be sent to another process."""
    assert copy.copy(late_pattern("a+")).fullmatch("aa")
    sent = pickle.dumps(late_pattern("a+"))
    assert pickle.loads(sent).fullmatch("aa")  # noqa: S301 -- made in the line above
