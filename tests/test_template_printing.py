"""Templates print the same to the letter as Jinja's own would."""

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from dossier.model.wording import Wording
from dossier.render.language.catalogues import ENGLISH
from dossier.render.theme.environment import OPTIONS, speak
from dossier.render.theme.printing import printed

PARTS = """\
{% macro plain(a, b) %}<i>{{ a }}</i>{{ b }}{% endmacro %}
{% macro filled(a, b="<b>") %}{{ a }}{{ b }}{% endmacro %}
{% macro around(a) %}<p>{{ caller() }}{{ a }}</p>{% endmacro %}
{% macro named(a) %}{{ a }}{{ kwargs|length }}{% endmacro %}
{% macro more(a) %}{{ a }}{{ varargs|join(", ") }}{{ kwargs.x }}{% endmacro %}
"""
CASES = (
    "{{ plain(text, html) }}",
    "{{ plain(b=text, a=html) }}",
    "{{ filled(text) }}{{ filled(text, html) }}{{ filled(a=html) }}",
    "{% call around(text) %}{{ text }}{{ html }}{% endcall %}",
    "{{ named(text) }}{{ named(text, x=html) }}{{ named(a=text) }}",
    "{{ more(text, html, 3, x=text) }}",
    "{% for item in (text, html) %}{{ plain(item, loop.index) }}{% endfor %}",
    "{% set held %}{{ text }}{% endset %}{{ held }}{{ held ~ text }}",
    "{{ plain(_('Tom & Ann'), _('a %(name)s', name=text)) }}{{ _('100 %%') }}",
    "{% trans %}Tom & Ann{% endtrans %}{% trans name=text %}a {{ name }}{% endtrans %}",
    "{{ none }}{{ 3 }}{{ text|upper }}{{ html|length }}",
)


def printed_by(made: Environment, template: str) -> str:
    head = "{% from 'parts' import plain, filled, around, named, more %}"
    given = {"text": "a < b & 'c'", "html": Markup("<b>x</b>")}
    return made.from_string(head + template).render(given)


@pytest.mark.parametrize("template", CASES)
def test_a_template_prints_what_it_would_without_us(template: str) -> None:
    ours, theirs = (
        Environment(loader=DictLoader({"parts": PARTS}), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
        for _ in range(2)
    )
    speak(ours, ENGLISH)
    theirs.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    theirs.policies["ext.i18n.trimmed"] = True
    theirs.globals["_"] = theirs.globals["gettext"]
    said = printed_by(theirs, template).replace("Tom & Ann", "Tom &amp; Ann")
    assert printed_by(ours, template).replace("Tom & Ann", "Tom &amp; Ann") == said


@pytest.mark.parametrize(
    "value",
    ["", "plain", "a & b", "<", '"', "'", Markup("<b>"), 3, None, Wording("<", "de")],
)
def test_a_value_is_escaped_as_ever(value: object) -> None:
    assert str(printed(value)) == str(escape(value))
