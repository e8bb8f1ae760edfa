"""What stands below the front matter of a source: packed while nobody prints it, and the
text that was checked when somebody does.
"""

from pathlib import Path

from dossier.model.bodies import NO_BODY, PackedBody
from dossier.model.prose import NO_PROSE
from dossier.model.sources import Body
from dossier.render.facts.facts import overview
from dossier.render.pages.binding import bind
from dossier.render.site.render_context import RenderContext
from tests.helpers import merged, read_site
from tests.render_fixtures import SETTINGS, prose

FRONT = "---\ntype: report\ntitle: Report\npublisher: Acme\nlanguage: en\n{}---\n"
WORDS = (
    "Acme employs 1,200 people & sells < kilns > to [others](/companies/acme/).\n\n" * 40
)
NAME = "sources/annual-report.md"


def test_a_body_is_packed_and_comes_back_as_it_was() -> None:
    """It takes a fraction of the room of its words; its links are at hand."""
    text = prose(WORDS, None)
    body = PackedBody.of(text, WORDS)
    assert (text, WORDS) == (body.prose, body.text)
    assert text.links == body.links
    assert len(body.packed) < len(WORDS) / 3


def test_nothing_takes_no_room() -> None:
    assert PackedBody.of(NO_PROSE) == NO_BODY
    assert (NO_PROSE, "") == (NO_BODY.prose, NO_BODY.text)


def test_a_summary_is_no_text_of_the_source(tmp_path: Path) -> None:
    """What is written is kept only where the source itself stands there."""
    for kind, head in ((Body.SUMMARY, ""), (Body.TEXT, "body: text\nlicense: CC0-1.0\n")):
        content = read_site(tmp_path / kind, {NAME: FRONT.format(head) + WORDS})
        source = content.sources["annual-report"]
        assert kind is source.body
        assert 40 == len(source.summary.links)
        assert (f"{WORDS.strip()}\n" if kind is Body.TEXT else "") == source.text


def test_a_page_shows_what_was_checked_whatever_becomes_of_the_file(tmp_path: Path) -> None:
    """Between reading and printing somebody may have written into it."""
    site = merged(tmp_path, {NAME: FRONT.format("") + "What was checked.\n"})
    next(tmp_path.rglob(NAME)).write_text("<script>What nobody checked</script>", "utf-8")
    page = RenderContext(bind(site, SETTINGS), "sources/annual-report/")
    source = site.sources["annual-report"].source
    assert "<p>What was checked.</p>\n" == overview(page, source.summary).__html__()
