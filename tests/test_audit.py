"""The audit: a page with a dead link, a doubled id, or anything from another host or of a
script is never published.
"""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from dossier.generate.audit import SHOWN, Audit, audit_site
from dossier.generate.writing import Output
from dossier.model.errors import DossierError
from dossier.render.scan.scanning import PageScan, element_of, scan
from tests.helpers import TESTS
from tests.render_fixtures import html, pages

SOUND = (
    '<link rel="canonical" href="https://example.org/a/"><link rel="stylesheet" href="../theme/x.css">'
    '<h1 id="top">A</h1><a href="#top">x</a> <a href="">x</a> <a href="../">x</a> <a href="/a/">x</a> <a href="/">x</a>'
    '<a href="../a/index.html?q=1#top">x</a> <a href="https://example.org/">x</a>'
    '<a href="../%62/">x</a> <a href="../b/#%C3%A9">x</a>'
    '<script src="../theme/x.css" defer></script><script type="application/ld+json">{}</script>'
)


def audited(folder: Path, body: str, root: str = "/") -> str:
    """What the audit says of a small site with this page; nothing, if it is sound."""
    for name, text in {
        "index.html": "",
        "a/index.html": body,
        "b/index.html": '<p id="é">',
        "theme/x.css": "",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"<!doctype html>{text}", "utf-8")
    try:
        audit_site(folder, Audit(root))
    except DossierError as error:
        return str(error)
    return ""


def test_a_sound_site_passes(tmp_path: Path) -> None:
    """Links to pages, files and ids, relative and from the root, encoded or not, and out."""
    assert "" == audited(tmp_path, SOUND)


def test_the_root_of_a_site_may_be_a_folder(tmp_path: Path) -> None:
    """Then links from the root begin with it."""
    assert "" == audited(tmp_path, '<a href="/repo/b/">x</a>', "/repo/")
    assert "leads nowhere" in audited(tmp_path, '<a href="/b/">x</a>', "/repo/")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a href="../c/">x</a>', "the link '../c/' leads nowhere"),
        ('<a href="../b">x</a>', "the link '../b' leads nowhere"),
        ('<a href="../../outside/">x</a>', "the link '../../outside/' leads nowhere"),
        ('<a href="..">x</a>', "the link '..' leads nowhere"),
        ('<a href="#there">x</a>', "the link '#there' leads nowhere"),
        ('<a href="../b/#there">x</a>', "the link '../b/#there' leads nowhere"),
        (
            '<a href="javascript:alert(1)">x</a>',
            "the link 'javascript:alert(1)' leads nowhere",
        ),
        ('<a href="data:text/html,x">x</a>', "the link 'data:text/html,x' leads nowhere"),
        ('<a href="//example.org/">x</a>', "the link '//example.org/' leads nowhere"),
        ('<a href="http://[">x</a>', "the link 'http://[' leads nowhere"),
        ('<p id="x"><p id="x">', "the id 'x' stands 2 times"),
        (
            '<img src="https://example.org/p.png">',
            "'https://example.org/p.png' would be fetched from another host",
        ),
        (
            '<script src="//example.org/x.js">',
            "'//example.org/x.js' would be fetched from another host",
        ),
        (
            '<link rel="stylesheet" href="http://example.org/x.css">',
            "would be fetched from another host",
        ),
        ("<script>alert(1)</script>", "a script is written into the page"),
        ('<iframe src="https://example.org/">', "would be fetched from another host"),
        ('<form action="https://example.org/">', "would be fetched from another host"),
        ('<img src="data:image/png;base64,x">', "would be fetched from another host"),
        ('<p onclick="alert(1)">', "the attribute 'onclick' would run a script"),
    ],
)
def test_what_is_not_sound_is_named_with_its_page(
    tmp_path: Path, body: str, problem: str
) -> None:
    """Each fault stops the publication."""
    told = audited(tmp_path, body)
    assert told.startswith("the site is not sound and was not published:\na/index.html: ")
    assert problem in told


def test_many_faults_are_counted(tmp_path: Path) -> None:
    """A fault of a template repeats on every page; the first are shown."""
    told = audited(tmp_path, "".join(f'<a href="#{number}">x</a>' for number in range(50)))
    assert [SHOWN + 2, f"and {50 - SHOWN} more"] == [
        len(told.split("\n")),
        told.split("\n")[-1],
    ]


def written(folder: Path, **pages: str) -> Audit:
    """What was seen of pages as they were written."""
    audit = Audit("/")
    output = Output(folder, audit)
    for name, body in pages.items():
        output.page(f"{name}/index.html", body)
    return audit


def test_what_was_seen_while_it_was_written_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link to a page that was written later is judged when all are there."""
    audit = written(tmp_path, a='<a href="../b/#x">x</a>', b='<p id="x">')
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: pytest.fail("a page is read"))
    audit_site(tmp_path, audit)


def test_a_link_is_forgotten_once_it_is_known_to_lead_somewhere(tmp_path: Path) -> None:
    """However many pages there are; those of which nobody knows yet are kept, and so are
    the dead ones.
    """
    whole = Output(tmp_path, Audit("/"))
    ways = ("../b/#x", "../b/#y", "#a", "../c/")
    links = "".join(f'<a href="{way}">x</a>' for way in ways)
    bodies = {"a": f'<p id="a">{links}', "b": '<p id="x"><a href="../d.css">x</a>'}
    for name, body in bodies.items():
        apart = whole.apart()
        apart.page(f"{name}/index.html", body)
        whole.join(apart.written())
    dead = {
        "b/index.html": {"y": ("a/index.html", "../b/#y")},
        "c/index.html": {"": ("a/index.html", "../c/")},
        "d.css": {"": ("b/index.html", "../d.css")},
    }
    assert dead == whole.audit.targets
    with pytest.raises(DossierError, match=r"(?s)\.\./b/#y.*\.\./c/.*\.\./d.css"):
        audit_site(tmp_path, whole.audit)


@pytest.mark.parametrize("body", ['<p id="y">', '<p id="x"><p id="x">', '<a href="#x">'])
def test_a_page_that_others_have_changed_is_looked_at_as_it_is(
    tmp_path: Path, body: str
) -> None:
    audit = written(tmp_path, a='<a href="../b/#x">x</a>', b='<p id="x">')
    (tmp_path / "b/index.html").write_text(body, "utf-8")
    with pytest.raises(DossierError):
        audit_site(tmp_path, audit)


def test_a_page_that_others_have_written_is_looked_at(tmp_path: Path) -> None:
    """It may be what a page of ours leads to, and may itself lead nowhere."""
    audit = written(tmp_path, a='<a href="../b/#x">x</a>')
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<p id="x"><a href="../c/">', "utf-8")
    with pytest.raises(
        DossierError, match=r"b/index.html: the link '\.\./c/' leads nowhere"
    ):
        audit_site(tmp_path, audit)


class Parsed(HTMLParser):
    """The same page as a parser of HTML reads it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.page = PageScan()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if element := element_of(tag, attrs):
            self.page.add(element)


@pytest.mark.parametrize("url", sorted(pages()))
def test_a_scan_sees_what_a_parser_sees(url: str) -> None:
    """On every page of a site that has one of everything."""
    assert Parsed(html(url)).page == scan(html(url))


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        "<!-- <a href='x'> --><a href='y'>",
        "<script>'<a href=\"x\">'</script><a href=z>",
        "<A HREF='x&amp;y' ID=q data-x='>'><p ONCLICK=\"a\">",
        "<style>a > b { background: url(x) }</style><img alt='a > b' src=\"p\">",
        '<script>1</script><SCRIPT >2</SCRIPT ><script type=\'application/json\'>{"a": "<p id=b>"}</script><b data-claim=c>',
        "<p title='id=\"x\"'>id=\"y\" href='z'</p><svg><use href='#a'/></svg>",
        "<input disabled id=\"a\"><br/><a\nhref=\n'x'>",
        '<p class="a" aria-label="b"><i class="<b id=c>" id="d"></i><b class="e"id="f"><u class="g" value="h" onclick="i">',
    ],
)
def test_a_scan_is_not_fooled(text: str) -> None:
    """By comments, scripts, quotes, case and signs within values."""
    assert Parsed(text).page == scan(text)


@pytest.mark.parametrize(
    "path", sorted((TESTS / "golden").rglob("*.html")), ids=lambda path: path.parent.name
)
def test_a_scan_sees_all_of_the_kitchen_sink(path: Path) -> None:
    text = path.read_text("utf-8")
    assert Parsed(text).page == scan(text)


@pytest.mark.parametrize(
    ("link", "file"),
    {
        "../../../": "index.html",
        "../../../#top": "index.html",
        "../../../sources/": "sources/index.html",
        "../../../a/../b/": "b/index.html",
        "../../../../": "",
        "../": "a/b/index.html",
        "#x": "a/b/c/index.html",
        "?q=1": "a/b/c/index.html",
        "/x/y": "x/y",
        "https://example.org/": None,
        "../../../mailto:x": "mailto:x",
        "mailto:x": "",
    }.items(),
)  # fmt: skip
def test_a_link_leads_where_a_browser_goes(link: str, file: str | None) -> None:
    audit = Audit("/")
    audit.add("a/b/c/index.html", scan(f'<a href="{link}">x</a>'))
    assert [*audit.targets] == ([] if file is None else [file])
