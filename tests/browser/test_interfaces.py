"""A whole site in each language of the interface but English: valid, accessible, and
without a word left in English.
"""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Page

from messages import FOLDER, gather
from tests.browser.conftest import BuiltSite, resized, served
from tests.browser.test_standards import ALL_BUT_COLOURS, WINDOWS, views, violations
from tests.builds import ROOT, build
from tests.once import once
from tests.toolchain import nu_check

SHIPPED = [path.stem.replace("_", "-") for path in sorted(FOLDER.glob("*.po"))]
KITCHEN_SINK = ROOT / "tests" / "sites" / "kitchen-sink"
PART = re.compile(r"%\(\w+\)s|<[^>]+>")
VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
SAID = (
    "aria-label",
    "alt",
    "placeholder",
    "title",
    "data-label",
    "data-found",
    "data-nothing",
    "data-failed",
    "data-done",
)


@pytest.fixture(scope="module", params=SHIPPED)
def tag(request: pytest.FixtureRequest) -> str:
    """A language that the interface is shipped in."""
    return str(request.param)


@pytest.fixture(scope="module")
def translated(tag: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The kitchen sink, whose content is English, with an interface in another language."""
    with served(
        once(tmp_path_factory, f"interface-{tag}", lambda folder: _build(folder, tag))
        / "output"
    ) as site:
        yield site


def _build(folder: Path, tag: str) -> None:
    shutil.copytree(KITCHEN_SINK, folder / "site")
    settings = folder / "site" / "pelicanconf.py"
    text = settings.read_text("utf-8").replace("../../../themes", str(ROOT / "themes"))
    settings.write_text(
        text + f'\nSITEURL = ""\nDEFAULT_LANG = "{tag}"\nDOSSIER_CONTENT_LANG = "en"\n',
        "utf-8",
    )
    done = build(folder / "site", "--output", folder / "output")
    assert done.returncode == 0, done.stderr


class Texts(HTMLParser):
    """What a page says in the language of its interface: its texts and what is heard,
    without what is in another one.
    """

    def __init__(self, html: str, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.said: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whether an element's texts are in the language of the interface, and what it says
        by its attributes.
        """
        values = dict(attrs)
        within = not self.open or self.open[-1][1]
        ours = (
            within
            and tag not in ("script", "style", "code")
            and (values.get("lang") or self.tag) == self.tag
        )
        if ours:
            self.said += [values[name] or "" for name in SAID if name in values]
            self.said += (
                [values.get("content") or ""] if values.get("name") == "description" else []
            )
        if tag not in VOID:
            self.open.append((tag, ours))

    def handle_endtag(self, tag: str) -> None:
        """The end of an element, and of all that was left open in it."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """A text between elements."""
        if self.open and self.open[-1][1]:
            self.said.append(data)


def english(tag: str) -> list[re.Pattern[str]]:
    """What each text of the interface, and each run of its words, looks like in English,
    unless both have it alike.
    """
    with (FOLDER / f"{tag.replace('-', '_')}.po").open("rb") as file:
        catalogue = read_po(file, locale=tag.replace("-", "_"))
    said = [form for entry in catalogue if entry.id for form in forms(entry.string)]
    alike = {run.strip() for form in said for run in (form, *PART.split(form))}
    texts = [
        form
        for entry in gather()
        if entry.id
        for form in forms(entry.id)
        if form not in alike
    ]
    wholes = [
        ".+".join(map(re.escape, PART.split(text)))
        for text in texts
        if has_words(PART.sub("", text)) and not joins(text)
    ]
    runs = [run.strip() for text in texts for run in PART.split(text) if has_words(run)]
    shapes = (*wholes, *(re.escape(run) for run in runs if run not in alike))
    return [re.compile(shape, re.DOTALL) for shape in dict.fromkeys(shapes)]


def forms(text: object) -> tuple[str, ...]:
    """The forms of an entry: one, or as many as its plural has."""
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def has_words(text: str) -> bool:
    """Whether it is more than an ending such as `th`, a sign, or a name that is alike in
    every language.
    """
    return len(re.findall(r"[A-Za-z]", text)) > 2


def joins(text: str) -> bool:
    """Whether it is two parts with `and` between them, as many sentences of a content are."""
    return PART.sub("", text).strip() == "and"


def _words_of(shape: re.Pattern[str]) -> str:
    """What a text of the catalogue says beside its parts."""
    return shape.pattern.replace(".+", "").replace("\\", "").strip()


def left_in_english(folder: Path, tag: str, content: str = "") -> set[str]:
    """Every text of the pages below a folder that the catalogue should have said otherwise,
    unless it is of `content`.
    """
    # A unit of the content may end a text of the catalogue: 2,600 people.
    units = set(re.findall(r"\bunit: (\w+)", content))
    shapes = [shape for shape in english(tag) if _words_of(shape) not in units]
    texts = {
        text.strip()
        for path in folder.rglob("*.html")
        for text in Texts(path.read_text("utf-8"), tag).said
    }
    # A word and a colon may introduce words of the content, as in the name of a link.
    ours = {
        text for text in texts if re.split("： ?|: ", text.rstrip(":："))[-1] not in content
    }
    return {text for text in ours if any(shape.fullmatch(text) for shape in shapes)}


def test_no_word_of_the_interface_is_left_in_english(
    translated: BuiltSite, tag: str
) -> None:
    content = "\n".join(
        path.read_text("utf-8") for path in KITCHEN_SINK.rglob("*.[my][da]*")
    )
    assert set() == left_in_english(translated.folder, tag, content)


def test_a_word_that_is_left_would_be_found(tmp_path: Path, tag: str) -> None:
    page = '<p>Sources differ</p><p lang="en">Notes</p><b aria-label="Note 3">3</b><p><b>x</b> says Ann</p><p>as of 2025</p>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert {"Sources differ", "Note 3", "says Ann", "as of 2025"} == left_in_english(
        tmp_path, tag
    )


def test_the_pages_are_in_the_language(translated: BuiltSite, tag: str) -> None:
    for path in translated.folder.rglob("*.html"):
        assert f'<html lang="{tag}">' in path.read_text("utf-8"), path.name


def test_the_nu_checker_finds_nothing(translated: BuiltSite) -> None:
    assert [] == nu_check(translated.folder)


def test_axe_finds_nothing(translated: BuiltSite, browser: Browser) -> None:
    """Of colours it is not asked: they are those of the English pages."""
    seen = views(WINDOWS.values(), rules=ALL_BUT_COLOURS)
    assert [] == list(violations(browser, translated.one_of_each(), seen))


BROKEN = """[...document.querySelectorAll("time:lang(zh)")]
    .filter((one) => one.getClientRects().length > 1)
    .map((one) => one.innerText)"""


WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_no_text_is_wider_than_a_narrow_screen_and_no_chinese_date_is_cut(
    translated: BuiltSite, window: Page
) -> None:
    """German words are long; in Chinese a line may end between any two characters, and is
    not to within a date.
    """
    resized(window, {"width": 320, "height": 740})
    for url in translated.one_of_each():
        window.goto(url)
        assert ([], 0) == (window.evaluate(BROKEN), window.evaluate(WIDE)), url
