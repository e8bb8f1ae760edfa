"""The texts of the interface: all of them stand in the catalogues, and each catalogue says
all of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import nodes

from messages import FOLDER, TEMPLATE, files, gather
from tests.render_fixtures import THEME, templates

LANGUAGES = sorted(FOLDER.glob("*.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%|%")
TAG, ENTITY = re.compile(r"<[^>]*>?|^[^<]*>"), re.compile(r"&\w+;")
# The attributes that people hear or see.
SAID = re.compile(
    r"""\b(?:aria-label|aria-description|alt|title|placeholder|data-label)="([^"]*)"""
)
NAMES = {"JSON", "CSV", "RSS", "Atom", "ledger"}
"""What is written alike in every language."""


def catalogue(path: Path) -> Catalog:
    """A catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def entries(path: Path) -> list[Message]:
    """The entries of a catalogue, without its head."""
    return [entry for entry in catalogue(path) if entry.id]


def both(text: object) -> tuple[str, ...]:
    """The forms of an entry: one, or as many as its plural has."""
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def test_the_catalogues_have_every_text_and_no_other() -> None:
    """If this fails, run `make messages`, and translate what is empty in
    dossier/render/language/locales/*.po.
    """
    expected = {path.name: text for path, text in files()}
    assert expected == {
        path.name: path.read_text("utf-8") for path in (TEMPLATE, *LANGUAGES)
    }, "run `make messages`"


def test_what_varies_in_a_text_has_a_name() -> None:
    """So that a translator can move it: `%(date)s`, and neither `{date}` nor `%s`."""
    texts = [form for entry in gather() if entry.id for form in both(entry.id)]
    assert [] == [
        text
        for text in texts
        if "{" in text or {"%"} & {one[0] for one in PLACEHOLDER.finditer(text)}
    ]


@pytest.mark.parametrize(
    "path", sorted((THEME / "templates").rglob("*.html")), ids=lambda path: path.stem
)
def test_a_template_has_no_words_outside_of_the_catalogue(path: Path) -> None:
    """Write `{{ _("Sources differ") }}`, or `{% trans %}…{% endtrans %}` where a sentence
    holds markup.
    """
    tree = templates().parse(path.read_text("utf-8"))
    plain = "\0".join(node.data for node in tree.find_all(nodes.TemplateData))
    texts = [*SAID.findall(plain), ENTITY.sub("", TAG.sub(" ", plain))]
    assert [] == [
        word
        for text in texts
        for word in re.findall(r"[^\W\d_]{2,}", text)
        if word not in NAMES
    ]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_catalogue_says_every_text(path: Path) -> None:
    """Translate those that this lists, in dossier/render/language/locales/; docs/theme.md
    says how.
    """
    assert [] == [entry.id for entry in entries(path) if not all(both(entry.string))]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_nothing_in_a_catalogue_is_a_guess(path: Path) -> None:
    """An entry that is fuzzy is shown to nobody."""
    assert [] == [entry.id for entry in entries(path) if entry.fuzzy]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_catalogue_has_the_plural_forms_of_its_language(path: Path) -> None:
    """As many as CLDR knows, by the same rule."""
    found, locale = catalogue(path), Locale.parse(path.stem)
    assert len(locale.plural_form.tags) + 1 == found.num_plurals
    assert [] == [
        entry.id
        for entry in entries(path)
        if entry.pluralizable and len(both(entry.string)) != found.num_plurals
    ]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_translation_holds_what_its_text_holds(path: Path) -> None:
    """The same parts, each once, and the same markup around them."""
    for entry in entries(path):
        for text, translation in pairs(entry):
            assert held(text) == held(translation), entry.id


def pairs(entry: Message) -> Iterator[tuple[str, str]]:
    """Each form of a translation, beside the English one that has all its parts."""
    for translation in both(entry.string):
        yield both(entry.id)[-1], translation


def held(text: str) -> Counter[str]:
    """The parts and the markup of a text."""
    return Counter(
        [*(match[0] for match in PLACEHOLDER.finditer(text)), *re.findall(r"<[^>]+>", text)]
    )
