"""HTML of ours around words: as Markup's own `format` makes it, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dossier.render.language.tags import tag

PARTS = st.one_of(st.text(), st.integers(), st.text().map(Markup))


@given(one=PARTS, other=PARTS)
def test_parts_are_escaped_as_markup_escapes_them(one: object, other: object) -> None:
    html = '<a href="{}">{}</a>'
    assert Markup(html).format(one, other) == tag(html, one, other)  # noqa: S704 - it is what ours is held to


def test_a_text_without_a_place_stays_as_it_is() -> None:
    assert "<br>" == tag("<br>")


@pytest.mark.parametrize("parts", [(), ("a", "b")])
def test_parts_too_few_or_too_many_are_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="size"):
        tag("<b>{}</b>", *parts)
